"""What the table leaves to people: the order of equals, an open class, a unit rated anew."""

from datetime import date
from functools import partial

import streamlit as st

from dashboard import fields, markup, session, widgets
from dashboard.cache import Asking
from dashboard.deciding import do
from dashboard.views.left_open import LeftOpen
from dashboard.views.places import Places
from data_access.actions.deciding import decide_class, decide_tie, rerate

_REASON = "Lý do, căn cứ"
_OF_DOCUMENT = ("Số văn bản (nếu có)", "Ngày văn bản (nếu có)")
_OF_DECISION = ("Số, ký hiệu quyết định", "Ngày quyết định")
_NO_UNIT = "Chưa chọn đơn vị. Đề nghị chọn đơn vị được đánh giá lại."
_ORDER = "Thứ tự (chọn lần lượt từ đơn vị xếp trên)"
_EVERY_UNIT = "Đề nghị chọn đủ các đơn vị, lần lượt từ đơn vị xếp trên."


def settle(ask: Asking, view: Places) -> None:
    """Each thing left open has its own fields; nothing is shown where nothing is."""
    for tie in view.left_open.ties:
        with st.expander(tie.words):
            _tie(ask, view, tie.units)
    if view.left_open.classes:
        with st.expander(view.left_open.class_words):
            _class(ask, view, view.left_open)
    if view.published_units:
        with st.expander("Mở lại điểm của một đơn vị theo quyết định"):
            _rerate(ask, view)


def _tie(ask: Asking, view: Places, units: tuple[tuple[str, str], ...]) -> None:
    names, key = dict(units), "-".join(code for code, _ in units)
    with fields.form(f"hoa-{key}"):
        order = st.multiselect(
            _ORDER,
            list(names),
            format_func=names.__getitem__,
            key=f"thu-tu-{key}-{session.turn()}",
            placeholder="Chọn đơn vị",
            select_all=False,
        )
        reason, decision, decided_on = _decided(f"-{key}")
        pressed = st.form_submit_button("Ghi thứ tự")
    if pressed and len(order) < len(names):
        widgets.show(markup.refusal(_EVERY_UNIT))
    elif pressed:
        given = (view.period, order, reason, decision, decided_on)
        action = partial(decide_tie, ask.engine, ask.actor, *given, criteria=view.criteria)
        do(action, "Đã ghi thứ tự do tập thể Ban Chỉ đạo quyết định.")


def _class(ask: Asking, view: Places, left: LeftOpen) -> None:
    with fields.form("hang"):
        unit = fields.which("Đơn vị", "don-vi-hang", dict(left.classes))
        name = fields.which("Mức xếp loại", "muc", {one: one for one in left.class_names})
        reason, decision, decided_on = _decided("-hang")
        pressed = st.form_submit_button("Ghi mức xếp loại")
    if pressed:
        given = (view.period, unit, name, reason, decision, decided_on)
        action = partial(decide_class, ask.engine, ask.actor, *given, criteria=view.criteria)
        do(action, "Đã ghi mức xếp loại do tập thể Ban Chỉ đạo quyết định.")


def _rerate(ask: Asking, view: Places) -> None:
    with fields.form("danh-gia-lai"):
        unit = fields.choice("Đơn vị", "don-vi-danh-gia-lai", dict(view.published_units))
        reason, decision, decided_on = _decided("-danh-gia-lai", of=_OF_DECISION)
        pressed = st.form_submit_button("Mở lại để đánh giá")
    if pressed and unit is None:
        widgets.show(markup.refusal(_NO_UNIT))
    elif pressed and decided_on is None:
        fields.say_day_lacks()
    elif pressed:
        given = (view.period, unit, reason, decision, decided_on)
        action = partial(rerate, ask.engine, ask.actor, *given, criteria=view.criteria)
        done = "Đã mở lại điểm của đơn vị. Sau khi thẩm định, đề nghị công bố đính chính."
        do(action, done)


def _decided(name: str, of: tuple[str, str] = _OF_DOCUMENT) -> tuple[str, str, date | None]:
    """`of`: what number and day are called, and so whether they may be left out."""
    number, dated = of
    reason = fields.line(_REASON, f"ly-do{name}")
    decision = fields.line(number, f"van-ban{name}", longest=100)
    return reason, decision, fields.day(dated, f"ngay{name}")
