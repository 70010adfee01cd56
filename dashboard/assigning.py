"""Naming offices, saying who holds them, and who follows which units: fields, action, rerun."""

from functools import partial

import streamlit as st

from dashboard import fields, markup, session, widgets
from dashboard.cache import Asking
from dashboard.deciding import do
from dashboard.views.people import AREAS, OFFICES, Known
from data_access.actions.areas import assign, end_assignment
from data_access.actions.offices import hold, name_office, rename_office

_UNLINKED = (
    "Từ ngày này chức danh không gắn với tài khoản {account} nữa: trang Của tôi của tài khoản đó "
    "không còn việc của chức danh. Nếu vẫn là người đó, đề nghị ghi lại và chọn tài khoản."
)
_PLACE = "Thứ tự trên văn bản (để trống: giữ như cũ)"
_NO_OFFICE = "Chưa có chức danh nào. Đề nghị đặt chức danh ở mục “Chức danh” trước."


def forms(ask: Asking, book: str, known: Known) -> None:
    for form in _FORMS.get(book, ()):
        form(ask, known)


def _hold(ask: Asking, known: Known) -> None:
    if not known.offices:
        return
    with st.expander("Ghi người giữ chức danh từ một ngày"):
        with fields.form("giu-chuc-danh"):
            office = fields.which("Chức danh", "chuc-danh-giu", known.offices)
            name = fields.line("Họ tên (để trống: khuyết)", "ho-ten", longest=100)
            user = fields.one_of(
                "Tài khoản của người đó (không chọn: chức danh không gắn tài khoản nào)",
                "tai-khoan",
                known.accounts,
            )
            day = fields.day("Từ ngày", "giu-tu-ngay")
            document = fields.line("Số, ký hiệu quyết định", "qd-giu", longest=100)
            pressed = st.form_submit_button("Ghi người giữ", type="primary")
        if pressed and day is None:
            fields.say_day_lacks()
        elif pressed:
            given = (office, name, day, document, user or None)
            said = f"Đã ghi {name.strip() or 'chức danh khuyết'}; người giữ trước vẫn còn trong sổ."
            if not user and office in known.linked:
                said += f" {_UNLINKED.format(account=known.linked[office])}"
            do(partial(hold, ask.engine, ask.actor, *given), said)


def _name(ask: Asking, known: Known) -> None:
    with st.expander("Đặt một chức danh mới"), fields.form("chuc-danh"):
        title = fields.line("Chức danh", "ten-chuc-danh", longest=200)
        unit = fields.which("Đơn vị", "don-vi-chuc-danh", known.units)
        code = fields.line("Mã (dùng trong chương trình)", "ma-chuc-danh", example="truong-ban")
        position = st.number_input("Thứ tự trên văn bản", 1, 999, len(known.offices) + 1)
        pressed = st.form_submit_button("Đặt chức danh", type="primary")
        if pressed:
            given = (code, title, unit, int(position))
            do(partial(name_office, ask.engine, ask.actor, *given), f"Đã đặt chức danh “{title}”.")


def _rename(ask: Asking, known: Known) -> None:
    if not known.offices:
        return
    with st.expander("Sửa tên một chức danh"), fields.form("sua-chuc-danh"):
        office = fields.which("Chức danh", "chuc-danh-sua", known.offices)
        title = fields.line("Tên đúng", "ten-dung", longest=200)
        key = f"thu-tu-sua-{session.turn()}"
        position = st.number_input(_PLACE, 1, 999, None, key=key)
        if st.form_submit_button("Sửa"):
            given = (office, title, position)
            do(partial(rename_office, ask.engine, ask.actor, *given), f"Đã sửa thành “{title}”.")


def _areas(ask: Asking, known: Known) -> None:
    """Assigned, and no longer: the same fields."""
    if not known.offices:
        widgets.show(markup.sentence(_NO_OFFICE))
        return
    _area(ask, known, "Phân công theo dõi địa bàn", "phan-cong", "Theo dõi từ ngày")
    _area(ask, known, "Thôi theo dõi địa bàn", "thoi", "Ngày đầu tiên không còn theo dõi")


def _area(ask: Asking, known: Known, title: str, name: str, day_label: str) -> None:
    action = assign if name == "phan-cong" else end_assignment
    with st.expander(title):
        with fields.form(name):
            office = fields.which("Chức danh", f"chuc-danh-{name}", known.offices)
            units = fields.several("Các đơn vị", f"don-vi-{name}", known.every_unit)
            day = fields.day(day_label, f"tu-ngay-{name}")
            decision = fields.line("Số, ký hiệu quyết định", f"qd-{name}", longest=100)
            decided = fields.day("Ngày quyết định (nếu có)", f"ngay-qd-{name}")
            pressed = st.form_submit_button("Ghi phân công" if name == "phan-cong" else "Ghi")
        if pressed and day is None:
            fields.say_day_lacks()
        elif pressed:
            given = (office, units, day, decision, decided)
            others = ask.people.also_followed(office, units, day) if action is assign else ""
            done = " ".join(filter(None, (f"Đã ghi cho {len(units)} đơn vị.", others)))
            do(partial(action, ask.engine, ask.actor, *given), done)


_FORMS = {OFFICES: (_hold, _name, _rename), AREAS: (_areas,)}
