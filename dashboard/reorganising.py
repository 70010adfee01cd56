"""Founding a unit and ending one in favour of others: fields, action, rerun."""

from functools import partial

import streamlit as st

from dashboard import fields, markup, widgets
from dashboard.cache import Asking
from dashboard.deciding import do
from dashboard.views.people import UNITS, Known
from dashboard.views.units import ENDINGS
from data_access.actions.units import end_unit, found_unit, withdraw_ending
from scoring.succession import Ending
from scoring.units import Unit

_CHOOSE_ONE = "Chọn một đơn vị để ghi kết thúc hoạt động, sáp nhập hoặc chia tách."
_CHOOSE_BOTH = (
    "Chưa chọn hình thức, hoặc chưa chọn nơi nhận việc còn dở. Đề nghị chọn cả hai rồi bấm lại."
)
_NOBODY = "(không chuyển cho đơn vị nào: việc còn dở kết thúc)"
_KINDS = {kind.value: words for kind, words in ENDINGS.items()}


def forms(ask: Asking, book: str, known: Known, unit: str | None) -> None:
    """`unit`: the one on the screen, that may end, or whose end may be withdrawn."""
    if book != UNITS:
        return
    if unit is None:
        widgets.show(markup.note(_CHOOSE_ONE))
        _found(ask, known)
    elif unit in known.ended and unit in known.every_unit:
        _withdraw(ask, known, unit)
    elif unit in known.units:
        _end(ask, known, unit)


def _end(ask: Asking, known: Known, unit: str) -> None:
    """Successors are chosen outside the form: who takes the duties is one of them."""
    others = {code: label for code, label in known.every_unit.items() if code != unit}
    with st.expander("Ghi đơn vị kết thúc, sáp nhập, chia tách"):
        heirs = fields.several("Đơn vị kế thừa", f"ke-thua-{unit}", others)
        takers = {"": _NOBODY, **{heir: others[heir] for heir in heirs}}
        with fields.form("ket-thuc"):
            kind = fields.choice("Hình thức", f"hinh-thuc-{unit}", _KINDS)
            taker = fields.choice("Việc còn dở chuyển cho", f"nhan-viec-{unit}", takers)
            last_day = fields.day("Ngày hoạt động cuối cùng", f"ngay-cuoi-{unit}")
            document = fields.line("Số, ký hiệu văn bản", f"vb-ket-thuc-{unit}", longest=100)
            dated = fields.day("Ngày văn bản", f"ngay-vb-{unit}")
            pressed = st.form_submit_button("Ghi đơn vị kết thúc", type="primary")
        if pressed and (kind is None or taker is None):
            widgets.show(markup.refusal(_CHOOSE_BOTH))
        elif pressed and (last_day is None or dated is None):
            fields.say_day_lacks()
        elif pressed:
            passed = [(heir, heir == taker) for heir in heirs]
            given = (unit, Ending(kind), last_day, passed, document, dated)
            said = f"Đã ghi {known.units[unit]} kết thúc hoạt động."
            do(partial(end_unit, ask.engine, ask.actor, *given), said)


def _withdraw(ask: Asking, known: Known, unit: str) -> None:
    with st.expander("Rút lại việc đã ghi kết thúc"):
        with fields.form("rut-ket-thuc"):
            reason = fields.line("Lý do rút lại", f"ly-do-rut-{unit}", longest=500)
            pressed = st.form_submit_button("Rút lại")
        if pressed:
            said = f"Đã rút lại: {known.every_unit[unit]} chưa kết thúc hoạt động."
            do(partial(withdraw_ending, ask.engine, ask.actor, unit, reason), said)


def _found(ask: Asking, known: Known) -> None:
    with st.expander("Ghi đơn vị mới thành lập"):
        with fields.form("thanh-lap"):
            code = fields.line("Mã đơn vị", "ma-don-vi", longest=30)
            name = fields.line("Tên đầy đủ", "ten-don-vi", longest=200)
            short = fields.line("Tên gọi tắt", "ten-tat", longest=60)
            kind = fields.which("Loại đơn vị", "loai-don-vi", known.kinds)
            parent = fields.which("Trực thuộc", "truc-thuoc", known.every_unit)
            group = fields.one_of("Khối, cụm thi đua", "khoi", known.groups)
            first_day = fields.day("Ngày hoạt động đầu tiên", "ngay-dau")
            document = fields.line("Số, ký hiệu văn bản", "vb-thanh-lap", longest=100)
            pressed = st.form_submit_button("Ghi đơn vị mới", type="primary")
        if pressed and first_day is None:
            fields.say_day_lacks()
        elif pressed:
            given = Unit(code, name, kind, short.strip(), parent, group or None, first_day)
            action = partial(found_unit, ask.engine, ask.actor, given, document)
            do(action, f"Đã ghi đơn vị mới: {name}.")
