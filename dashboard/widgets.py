"""What the pages put on the screen: one st.html where others would need ten calls."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar
from urllib.parse import urlencode

import plotly.graph_objects as go
import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard import markup, session, wording
from dashboard.views.heading import Heading, day_banner
from dashboard.views.long_lists import PAGE_NUMBER
from dashboard.views.narrowing import Facet
from dashboard.views.table import Link
from data_access.accounts import Actor
from scoring.periods import Period
from scoring.refusals import Refused

Result = TypeVar("Result")

ALL_UNITS = "Tất cả đơn vị"
HOME = "Về trang Tổng quan"

# Which of several criteria tables: said in the address only where it is not the main one.
TABLE = "theo"
_PLOT = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
_DAY = "date"
_KEPT = ("period", _DAY, "unit", TABLE)


def addresses() -> Callable[[Link], str]:
    """How links become addresses in this run; what they keep is read from the address once."""
    kept = _kept()

    def address(link: Link) -> str:
        chosen = (kept if link.keeps else {}) | dict(link.params)
        query = urlencode({name: value for name, value in chosen.items() if value is not None})
        return f"{link.address or '.'}?{query}" if query else link.address or "."

    return address


def show(*parts: str) -> None:
    """One element for what stands together: an empty one is not drawn at all."""
    written = "".join(parts)
    if written:
        st.html(written)


def sidebar(
    committee: str, sections: Sequence[tuple[str, Sequence[StreamlitPage]]], actor: Actor
) -> None:
    """Streamlit's own list of pages would drop what the address has chosen."""
    kept = _kept()
    with st.sidebar:
        show(markup.committee(committee))
        for title, pages in sections:
            show(markup.section(title))
            for page in pages:
                st.page_link(page, query_params=kept, width="stretch")
        show(markup.signed_in(actor.name, wording.ROLES[actor.role]))


def _kept() -> dict[str, str]:
    named = st.query_params.to_dict()
    return {name: named[name] for name in _KEPT if name in named}


@dataclass(frozen=True)
class Attempt(Generic[Result]):
    """What came of an action, or the sentence that says why it is not allowed now."""

    result: Result | None
    refused: str = ""


@contextmanager
def guarded(title: str) -> Iterator[None]:
    """What is not allowed now becomes one sentence, here and in attempted only."""
    try:
        yield
    except Refused as refused:
        heading = "" if session.is_titled() else markup.page_title(title)
        home = markup.anchor(HOME, Link("", keeps=False), addresses())
        show(heading, markup.refusal(wording.refusal(refused)), home)


def attempted(action: Callable[[], Result]) -> Attempt[Result]:
    """Nothing is done while a field above holds what cannot be kept: too many words, no day."""
    if session.unfit():
        return Attempt(None, session.unfit())
    try:
        return Attempt(action())
    except Refused as refused:
        return Attempt(None, wording.refusal(refused))


def run_action(action: Callable[[], Result]) -> Result | None:
    """Do it, or say in one sentence why it is not allowed now."""
    done = attempted(action)
    if done.refused:
        show(markup.refusal(done.refused))
    return done.result


def head(
    view: Heading,
    *choices: Callable[[], object],
    widths: Sequence[int] = (),
    day: date | None = None,
) -> None:
    """The first lines of a page, and beside them what can be chosen; `widths` of the last ones.
    `day` of a page that looks at one: it can be changed, and is said where it is not today."""
    session.set_titled()
    if day is not None:
        choices = (*choices, lambda: choose_day(day))
        widths = (*widths, 2) if widths else ()
    wide = widths[-len(choices) :] if choices and widths else [2] * len(choices)
    columns = st.columns([5, *wide], vertical_alignment="bottom")
    with columns[0]:
        show(markup.heading(view))
    for column, choice in zip(columns[1:], choices, strict=True):
        with column:
            choice()
    if day is not None:
        show(markup.looking_back(day_banner(day, session.today()), _back_to_today()))


def choose_day(day: date) -> None:
    """*Xem tại ngày*: like every choice it lives in the address. Today needs no mention there."""
    chosen = st.date_input(
        "Xem tại ngày",
        day,
        key=f"{_DAY}={day}",
        format="DD/MM/YYYY",
        min_value=session.EARLIEST,
        max_value=session.LATEST,
    )
    if chosen != day:
        _write(_DAY, "" if chosen == session.today() else chosen.isoformat())


def _back_to_today() -> str:
    """This very address without its day."""
    named = st.query_params.to_dict()
    return "?" + urlencode({name: value for name, value in named.items() if name != _DAY})


def choose_period(periods: Sequence[Period], current: Period) -> None:
    options = {str(period): wording.period_name(period) for period in periods}
    choose("Kỳ", "period", options, str(current))


def choose_unit(labels: Mapping[str, str], current: str | None) -> None:
    choose("Đơn vị", "unit", {"": ALL_UNITS, **labels}, current or "")


def unit_choice(labels: Mapping[str, str], current: str | None) -> tuple[Callable[[], object], ...]:
    """For head: no column at all where there is only one unit to act for."""
    return (lambda: choose("Đơn vị", "unit", labels, current or ""),) if labels else ()


def table_choice(
    titles: Mapping[str, str], current: str | None
) -> tuple[Callable[[], object], ...]:
    """For head: no column at all where only one table is in force. The main one needs no name."""
    if len(titles) < 2:
        return ()
    main, *others = titles
    options = {"": titles[main], **{code: titles[code] for code in others}}
    return (lambda: choose("Bảng tiêu chí", TABLE, options, current or ""),)


def group_choice(groups: Sequence[str], current: str | None) -> tuple[Callable[[], object], ...]:
    """For head: where units are ranked in several groups, each may be looked at by itself."""
    if len(groups) < 2:
        return ()
    options = {"": "Tất cả các khối", **{name: name for name in groups}}
    return (lambda: choose("Khối", "group", options, current or ""),)


def page_number(typed: str | None) -> int:
    return int(typed) if typed and typed.isdecimal() and len(typed) < 5 and int(typed) else 1


def choose(label: str, name: str, options: Mapping[str, str], current: str) -> None:
    """A choice lives in the address; its key follows the address, so both always agree."""
    if not options:
        return
    codes = list(options)
    index = codes.index(current) if current in options else None
    chosen = st.selectbox(
        label, codes, index, options.__getitem__, key=f"{name}={current}", placeholder="Chọn"
    )
    if chosen is not None and chosen != current:
        _write(name, chosen)


def narrow(
    facets: Sequence[Facet], options: Mapping[str, Mapping[str, str]], more: Sequence[Facet] = ()
) -> None:
    """What a long list can be narrowed by, side by side; `more` on a click."""
    *columns, last = st.columns([2] * len(facets) + [1], vertical_alignment="bottom")
    for column, facet in zip(columns, facets, strict=True):
        with column:
            _narrow_by(facet, options)
    with last, st.popover("Lọc thêm", width="stretch"):
        for facet in more:
            _narrow_by(facet, options)


def _narrow_by(facet: Facet, options: Mapping[str, Mapping[str, str]]) -> None:
    current = st.query_params.get(facet.name, "")
    choose(facet.label, facet.name, options[facet.name], current)


def choose_two(label: str, options: Sequence[tuple[str, str]]) -> tuple[str | None, str | None]:
    """Two of several, the newest and the one before it first; kept in the address."""
    if len(options) < 2:
        return None, None
    asked, known = st.query_params, dict(options)
    newer = asked["sau"] if asked.get("sau") in known else options[0][0]
    older = asked["truoc"] if asked.get("truoc") in known else options[1][0]
    left, right = st.columns(2)
    with left:
        choose(f"{label} bản", "truoc", known, older)
    with right:
        choose("với bản", "sau", known, newer)
    return older, newer


def _write(name: str, chosen: str) -> None:
    """Another list begins at its first page."""
    st.query_params.pop(PAGE_NUMBER, None)
    if chosen:
        st.query_params[name] = chosen
    else:
        st.query_params.pop(name)
    st.rerun()


def tile_map(figure: go.Figure, form: str) -> str | None:
    """The unit whose tile is selected."""
    event = st.plotly_chart(
        figure,
        theme=None,
        key=f"tiles-{form}",
        on_select="rerun",
        selection_mode="points",
        config=_PLOT,
    )
    points = event.selection.points
    selected = points[0]["customdata"][0] if points else None
    if selected and selected != st.query_params.get("unit"):
        _write("unit", selected)
    return selected
