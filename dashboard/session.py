"""Who looks, and at what: the signed-in person and what the page's address chooses."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import lru_cache
from typing import TypeVar
from urllib.parse import urlencode

import streamlit as st

from dashboard.questions.catalogue import periods
from dashboard.views.noted import Noted
from data_access.accounts import Actor
from data_access.database import Engine, open_database
from data_access.queries.sessions import Visit, visit_of
from data_access.settings import database_url
from scoring.periods import Period, parse_period
from scoring.refusals import Refusal, Refused

# The name under which st.user holds the session's token: see .streamlit/config.toml.
TOKEN = "session"

EARLIEST, LATEST = date(1945, 9, 2), date(2200, 12, 31)

# What every page understands; a link carries them along.
_KEPT = ("period", "date", "unit", "theo")

# Not in the session's state, which outlives the run where a page is stopped half-way.
_present: ContextVar[Visit | None] = ContextVar("visit", default=None)

_TITLED, _NOTED, _TURN, _SHOWN = "_titled", "_noted", "_turn", "_shown"
_UNFIT, _DRAWN = "_unfit", "_drawn"

Shown = TypeVar("Shown")


_NOTHING = Noted()


def engine() -> Engine:
    """The one engine of this process for the database that the settings name now."""
    return _engine_at(database_url())


@contextmanager
def visit() -> Iterator[Actor]:
    """One run of the app: who looks, today's date and the version of the data are looked up once
    for it. What runs before or after (callbacks, fragments) asks anew, so that nobody acts after
    signing out."""
    begun = _present.set(_look_up())
    st.session_state[_TITLED] = False
    clear_unfit()
    try:
        yield actor()
    finally:
        _present.reset(begun)


def actor() -> Actor:
    return _visit().actor


def version() -> str:
    """Of the data, as it was when this run began; an action ends the run, the next sees its own."""
    return _visit().version


def _visit() -> Visit:
    return _present.get() or _look_up()


def _look_up() -> Visit:
    """In the database at each run: signing out ends the pages that are still open."""
    found = visit_of(engine(), str(st.user.get(TOKEN) or ""))
    if found is None:
        st.html(
            "<p>Phiên làm việc đã kết thúc. "
            '<a href="/dang-nhap" target="_self">Đề nghị đăng nhập lại</a>.</p>'
        )
        st.stop()
    return found


def period() -> Period:
    """From the address, else the latest quarter that has ended."""
    typed = st.query_params.get("period")
    if typed is None:
        return _latest_quarter(periods(version(), engine(), actor()), day())
    try:
        return parse_period(typed)
    except ValueError as wrong:
        raise Refused(Refusal.UNKNOWN_PERIOD, period=typed) from wrong


def day() -> date:
    """The day on which states are looked at: from the address, else today."""
    typed = st.query_params.get("date")
    if typed is None:
        return _visit().today
    try:
        return day_typed(typed)
    except ValueError as wrong:
        raise Refused(Refusal.UNKNOWN_DAY, day=typed) from wrong


def day_typed(typed: str) -> date:
    """Calendars end; what no calendar here reaches is no day of view (ValueError)."""
    found = date.fromisoformat(typed)
    if not EARLIEST <= found <= LATEST:
        raise ValueError(typed)
    return found


def today() -> date:
    return _visit().today


def unit() -> str | None:
    return st.query_params.get("unit") or None


def set_titled() -> None:
    """The page has its heading: whatever is refused further down needs none of its own."""
    st.session_state[_TITLED] = True


def is_titled() -> bool:
    return bool(st.session_state.get(_TITLED))


def note(said: Iterable[str], *, refused: bool = False) -> None:
    """To be said after the rerun that follows, for as long as the address stays what it is now."""
    st.session_state[_NOTED] = (Noted(tuple(said), refused), _address())


def noted() -> Noted:
    said, address = st.session_state.get(_NOTED, (_NOTHING, None))
    return said if address == _address() else _NOTHING


def shown_before(otherwise: Shown) -> Shown:
    """What the run before this one showed at this address in the same turn: what is on the screen
    when a button is pressed. `otherwise` on the first run."""
    before, where = st.session_state.get(_SHOWN, (otherwise, None))
    return before if where == (_address(), turn()) else otherwise


def show_now(shown: object) -> None:
    """For shown_before of the next run."""
    st.session_state[_SHOWN] = (shown, (_address(), turn()))


def note_unfit(said: str) -> None:
    """A field holds what cannot be kept: nothing is done with it until the next form begins, or
    the run ends. What was said first of a form is what its reader meets first."""
    if not unfit():
        st.session_state[_UNFIT] = said


def clear_unfit() -> None:
    """Other fields follow: what the ones above hold is no matter of theirs."""
    st.session_state[_UNFIT] = ""


def unfit() -> str:
    return str(st.session_state.get(_UNFIT, ""))


def turn() -> int:
    """Part of the keys of fields and uploaders: what was handed over leaves them empty."""
    return int(st.session_state.get(_TURN, 0))


def next_turn() -> None:
    st.session_state[_TURN] = turn() + 1
    st.session_state[_DRAWN] = {}


def drawn_first(name: str, shown: str) -> str:
    """What the field showed when it was first drawn at this address in this turn."""
    drawn: dict[object, str] = st.session_state.setdefault(_DRAWN, {})
    return drawn.setdefault((name, _address()), shown)


def link(page: str, **params: object) -> str:
    """The address of a page that keeps period, day and unit; None as a value drops one."""
    kept = {name: st.query_params[name] for name in _KEPT if name in st.query_params}
    chosen = {name: value for name, value in (kept | params).items() if value is not None}
    return f"{page or '.'}?{urlencode(chosen)}" if chosen else page or "."


def _address() -> tuple[tuple[str, str], ...]:
    return tuple(sorted(st.query_params.to_dict().items()))


@lru_cache(maxsize=4)
def _engine_at(url: str) -> Engine:
    return open_database(url)


def _latest_quarter(known: tuple[Period, ...], day: date) -> Period:
    quarters = sorted(period for period in known if not period.is_year)
    ended = [period for period in quarters if period.last_day <= day]
    if ended:
        return max(ended, key=lambda period: period.last_day)
    return quarters[0] if quarters else Period(day.year, (day.month + 2) // 3)
