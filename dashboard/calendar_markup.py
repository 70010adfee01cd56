"""A year of working days as HTML: twelve small months and their legend."""

from html import escape

from dashboard.views.working_year import WEEKDAYS, Month, Sign, Square, WorkingYear


def year(view: WorkingYear) -> str:
    months = "".join(_month(one) for one in view.months)
    legend = "".join(f"<li>{_sign(one)} {escape(one.word)}</li>" for one in view.legend)
    notes = "".join(f'<p class="q-note">{escape(note)}</p>' for note in view.notes)
    return f'<ul class="q-legend">{legend}</ul><div class="q-year">{months}</div>{notes}'


def _month(month: Month) -> str:
    heads = "".join(f'<th scope="col">{day}</th>' for day in WEEKDAYS)
    weeks = "".join(f"<tr>{''.join(_square(day) for day in week)}</tr>" for week in month.weeks)
    return (
        f'<table class="q-month"><caption>{escape(month.title)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{weeks}</tbody></table>"
    )


def _square(square: Square | None) -> str:
    if square is None:
        return "<td></td>"
    tone = f' class="q-day-{square.tone}"' if square.tone else ""
    mark = f"<sup>{escape(square.mark)}</sup>" if square.mark else ""
    said = escape(square.sentence)
    return f'<td{tone} title="{said}" aria-label="{said}">{square.number}{mark}</td>'


def _sign(sign: Sign) -> str:
    return f'<span class="q-day-{sign.tone}">{escape(sign.mark)}</span>'
