"""The plain page on which unit, period and form are chosen, and the file is handed in."""

from dataclasses import dataclass
from datetime import date
from html import escape

from starlette.requests import Request
from starlette.responses import Response

from dashboard import cache, markup, return_markup, session, wording
from dashboard.cache import Asking
from dashboard.views.owed import owed_forms, owed_table
from dashboard.views.submission import PAGE as FULL_PAGE
from dashboard.views.submission import Asked
from dashboard.views.table import Link
from dashboard.web.answers import period_asked
from dashboard.web.guard import signed_in
from dashboard.web.plain_submission import fields
from dashboard.web.plain_submission.frame import PAGE, address, framed
from dashboard.web.plain_submission.outcomes import arrival_fields, estimate_field
from data_access.moments import today
from data_access.queries import obligations
from scoring.forms import Mark
from scoring.periods import Period
from scoring.self_score import period_words

WORKBOOKS = ".xlsx,.xlsm,.xls,.xlsb,.ods"
DOCUMENTS = ".pdf,.docx"

_STEPS = """<ol class="screen">
<li>{template} và điền số liệu.</li>
<li>Chọn tệp đã điền, bấm <b>Đọc và kiểm tra</b>. {warning}</li>
<li>Xem hệ thống đọc được gì, rồi bấm <b>Nộp</b>.</li>
</ol>"""


@dataclass(frozen=True)
class _Choice:
    """What the address has chosen, and whom to ask about it."""

    ask: Asking
    unit: str | None
    period: Period
    day: date


def choosing(request: Request) -> Response:
    engine, actor = session.engine(), signed_in(request)
    ask, day = cache.asking(engine, actor), today(engine)
    unit = ask.acts_for(request.query_params.get("unit") or None)
    named = period_asked(request) if request.query_params.get("period") else None
    chosen = _Choice(ask, unit, named or _last_ended(ask.quarters(), day), day)
    view = ask.returns.asked(unit, request.query_params.get("form"), chosen.period, day)
    parts = (
        _asking(chosen),
        markup.sentence(view.instead),
        return_markup.sent_back(ask.returns.sent_back(view.expected)),
        "" if view.expected is None else _handing_in(chosen, view, view.expected),
        "" if unit is None else return_markup.history(ask.returns.history(unit), address),
        _verifying(),
    )
    return framed(view.heading, actor, "".join(parts))


def _last_ended(quarters: tuple[Period, ...], day: date) -> Period:
    """Of the newest first, as the cache answers them; before any has ended the oldest."""
    ended = (quarter for quarter in quarters if quarter.last_day <= day)
    return next(ended, None) or next(iter(quarters[::-1]), Period(day.year, (day.month + 2) // 3))


def _asking(chosen: _Choice) -> str:
    periods = {str(period): wording.period_name(period) for period in chosen.ask.periods()}
    asked = [fields.choice("period", "Kỳ báo cáo", periods, str(chosen.period))]
    units = chosen.ask.units_to_submit_for()
    if units:
        listed = {"": "Chọn đơn vị", **units}
        asked.insert(0, fields.choice("unit", "Đơn vị", listed, chosen.unit or ""))
    return fields.form(PAGE, "Xem", fields.side_by_side(*asked), method="get")


def _handing_in(chosen: _Choice, view: Asked, expected: Mark) -> str:
    ask = chosen.ask
    asked = (ask.engine, ask.actor, chosen.day, expected.period)
    every = owed_forms(obligations.handed_in_for(*asked, expected.unit))
    owed = [one for one in every if one.obligation.period == expected.period]
    title = dict(view.forms).get(view.form, "")
    form = _document(view, expected) if view.is_document else _workbook(view, expected)
    return (
        markup.table(owed_table(owed, expected, FULL_PAGE), address)
        + _onward(view, expected, many=len(owed) > 1)
        + markup.title(f"Nộp “{title}”, {period_words(expected.period)}")
        + form
    )


def _onward(view: Asked, expected: Mark, *, many: bool) -> str:
    ways = [("Quá trình, bản ký, minh chứng", view.process)] if view.process else []
    if many and not view.is_document:
        asked = (("unit", expected.unit), ("period", str(expected.period)))
        ways.append(("Tải mọi biểu mẫu của kỳ này (zip)", Link("tep/bo-bieu-mau", asked)))
    return f'<p class="q-links">{markup.links(ways, address)}</p>'


def _workbook(view: Asked, expected: Mark) -> str:
    template = ""
    if view.template is not None:
        template = markup.anchor(view.template_words, view.template, address)
    steps = _STEPS.format(template=template, warning=escape(view.warning))
    file = fields.file("Tệp biểu mẫu đã điền (tối đa 20 MB)", WORKBOOKS)
    return steps + fields.form(PAGE, "Đọc và kiểm tra", fields.which(expected), file, files=True)


def _document(view: Asked, expected: Mark) -> str:
    parts = (
        fields.which(expected),
        fields.file("Văn bản đã ký (PDF, DOCX; tối đa 20 MB)", DOCUMENTS),
        fields.side_by_side(
            fields.line("number", "Số, ký hiệu văn bản", required=True, longest=100),
            fields.day("signed_on", "Ngày ký", required=True),
        ),
        fields.line("signer", "Người ký", required=True, longest=200),
        fields.line("abstract", "Trích yếu", required=True),
        estimate_field(),
        arrival_fields() if view.arrival else "",
    )
    form = fields.form(f"{PAGE}/van-ban", "Nộp văn bản", *parts, files=True)
    return markup.sentence(view.warning) + form


def _verifying() -> str:
    file = fields.file("Tệp cần kiểm tra", f"{WORKBOOKS},{DOCUMENTS}", name="checked")
    said = "<p>Chọn lại tệp đã nộp để xem tệp đó đã được cấp phiếu tiếp nhận nào.</p>"
    form = fields.form(f"{PAGE}/kiem-tra", "Kiểm tra", file, files=True)
    return f'<div class="screen">{markup.title("Kiểm tra phiếu tiếp nhận")}{said}</div>{form}'
