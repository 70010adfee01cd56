"""The sheet of units by form and period, the marks of bars and sheets, lists of names, as HTML."""

from collections.abc import Iterable, Sequence
from html import escape

from dashboard.markup import Address, anchor, mark, state, title
from dashboard.views.completeness import Rates
from dashboard.views.completeness_names import NameList
from dashboard.views.matrix import RECEIVED, UNITS, Box, Head, Line, Sheet
from dashboard.views.table import Part


def sheet(view: Sheet | None, lines: Sequence[Line], address: Address) -> str:
    """In a box of its own that scrolls where it does not fit; heads and names stay in sight."""
    if view is None or not lines:
        return ""
    starts = _starts(view)
    groups = "".join(
        f'<th scope="colgroup" colspan="{count}">{escape(title)}</th>'
        for title, count in view.forms
    )
    heads = "".join(_head(one, at in starts) for at, one in enumerate(view.heads))
    body = "".join(_line(line, starts, address) for line in lines)
    totals = "".join(_total(one, at in starts) for at, one in enumerate(view.heads))
    return (
        '<div class="q-sheet"><table class="q-matrix"><thead>'
        f'<tr><th rowspan="2" scope="col">{UNITS}</th>{groups}'
        f'<th rowspan="2" scope="col" class="q-n">{RECEIVED}</th></tr>'
        f"<tr>{heads}</tr></thead><tbody>{body}</tbody>"
        f'<tfoot><tr><th scope="row">Đã nộp/phải nộp</th>{totals}<td></td></tr></tfoot>'
        "</table></div>"
    )


def _starts(view: Sheet) -> frozenset[int]:
    """Where a form begins: a rule stands before it."""
    at, found = 0, set()
    for _, count in view.forms:
        found.add(at)
        at += count
    return frozenset(found)


def _start(first: bool) -> str:
    return ' class="q-start"' if first else ""


def _head(one: Head, first: bool) -> str:
    return f'<th scope="col"{_start(first)} title="{escape(one.called)}">{escape(one.mark)}</th>'


def _line(line: Line, starts: frozenset[int], address: Address) -> str:
    boxes = "".join(_box(box, at in starts, address) for at, box in enumerate(line.boxes))
    name = escape(line.label)
    return f'<tr><th scope="row">{name}</th>{boxes}<td class="q-n">{line.counted}</td></tr>'


def _box(box: Box, first: bool, address: Address) -> str:
    if box.state is None or box.link is None:
        return f"<td{_start(first)}></td>"
    style = f"color:{box.state.ink};background:{box.state.ground}"
    said = escape(box.sentence)
    return (
        f'<td{_start(first)}><a style="{style}" title="{said}" aria-label="{said}" '
        f'target="_self" href="{escape(address(box.link))}">{mark(box.state)}</a></td>'
    )


def _total(one: Head, first: bool) -> str:
    return f"<td{_start(first)}>{one.counted.replace('/', '/<wbr>')}</td>"


def legend(parts: Iterable[Part], note: str = "") -> str:
    entries = "".join(f"<li>{state(one.state)} {one.count}</li>" for one in parts)
    said = f'<p class="q-note">{escape(note)}</p>' if note else ""
    return f'<ul class="q-legend">{entries}</ul>{said}' if entries else ""


def two_lists(view: Rates, address: Address) -> str:
    """The names behind a percentage, side by side where there is room."""
    if not view.names:
        return ""
    inner = "".join(f"<section>{names(one, address)}</section>" for one in view.names)
    return f'{title(view.of)}<div class="q-two" id="ten">{inner}</div>'


def names(view: NameList, address: Address) -> str:
    """A list of names with its count; each leads to the duty that is meant."""
    entries = "".join(
        f"<li>{mark(one.state)} {anchor(one.words, one.link, address)}"
        f'<span class="q-detail">{escape(one.state.word)}</span></li>'
        for one in view.names
    )
    listed = f'<ol class="q-names" start="{view.first}">{entries}</ol>' if entries else ""
    nobody = "" if entries else f'<p class="q-note">{escape(view.nobody)}</p>'
    return f"<h3>{escape(view.title)}</h3>{listed}{nobody}"
