"""Messages to be copied into Zalo, and writing down that they were sent: fields, action, rerun."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from dashboard import duty_markup, markup, session, widgets
from dashboard.cache import Asking
from dashboard.deciding import do
from dashboard.views.narrowing import Choices
from dashboard.views.reminder_message import MOST_UNITS, Message, Messages
from data_access.actions.reminders import note_by_hand
from data_access.reminders import Way

_SENT = {Way.ZALO: "Đã gửi qua Zalo", Way.PHONE: "Đã báo qua điện thoại"}
_LINE_PIXELS, _LETTERS = 20, 115
_LOWEST, _HIGHEST = 160, 420


def choose_units(units: Sequence[tuple[str, str]], chosen: Choices) -> tuple[str, ...]:
    """All of the list that was come from, as many as are written to at once."""
    names = dict(units)
    found = st.multiselect(
        "Đơn vị nhận tin",
        list(names),
        list(names)[:MOST_UNITS],
        format_func=names.__getitem__,
        key=f"nhan-tin-{chosen}",
        placeholder="Chọn đơn vị",
        select_all=False,
    )
    return tuple(found)


def write(ask: Asking, view: Messages) -> None:
    for number, message in enumerate(view.messages):
        _write(ask, message, f"tin-{number}-{message.title}-{session.turn()}", f"tin-{number}")


def _write(ask: Asking, message: Message, key: str, place: str) -> None:
    """The text may be changed before it is copied; what stands there is what is written down."""
    with st.container(key=place):
        widgets.show(markup.title(message.title), markup.note(message.said))
        text = st.text_area(
            f"Nội dung tin gửi {message.title}",
            message.text,
            height=_height(message.text),
            key=key,
            label_visibility="collapsed",
        )
        first, *others, _ = st.columns([2, 3, 3, 4])
        with first:
            widgets.show(duty_markup.copy(place))
        for column, (way, words) in zip(others, _SENT.items(), strict=True):
            if column.button(words, key=f"{key}-{way}", width="stretch"):
                _note(ask, message, way, text)


def _note(ask: Asking, message: Message, way: Way, text: str) -> None:
    action = partial(
        note_by_hand, ask.engine, ask.actor, way, dict(message.duties), text, session.today()
    )
    do(action, f"Đã ghi sổ: đã nhắc {message.title}.")


def _height(text: str) -> int:
    """Room for all of a usual message; a long one scrolls."""
    lines = sum(1 + len(line) // _LETTERS for line in text.splitlines())
    return min(max(_LOWEST, (lines + 2) * _LINE_PIXELS), _HIGHEST)
