"""What people do about reminders by mail: send again, add and take off addresses."""

from functools import partial

import streamlit as st

from dashboard import fields, markup, reminding, session, widgets
from dashboard.cache import Asking
from dashboard.deciding import do
from dashboard.views.mail_run import ran
from dashboard.views.reminders import Letter, Reminders
from data_access.actions.reminders import add_recipient, remove_recipient
from data_access.mail_settings import mail_server

_UNIT, _PERSON = "Đơn vị", "Cá nhân"


def read(letter: Letter | None) -> None:
    """As it was sent: lines as they are, nothing in it taken for markup."""
    if letter is not None:
        widgets.show(markup.title(letter.title))
        st.text(letter.text)


def send_again(ask: Asking, view: Reminders) -> None:
    if not view.unsent:
        return
    if fields.button(f"Gửi lại {view.unsent} thư chưa gửi được"):
        day = session.day()
        attempt = widgets.attempted(
            lambda: reminding.send(ask.engine, ask.actor, day, mail_server())
        )
        if attempt.result is None:
            widgets.show(markup.refusal(attempt.refused))
            return
        session.note(ran(attempt.result), refused=bool(attempt.result.failed))
        st.rerun()


def add(ask: Asking, view: Reminders) -> None:
    """For a unit, or for one person of the committee: whichever the reader may."""
    kinds = {_UNIT: view.units, _PERSON: view.users}
    offered = {words: choices for words, choices in kinds.items() if choices}
    if not offered:
        return
    with st.expander("Thêm người nhận thư", expanded=view.table is None):
        kind = fields.one_of("Nhận thư về việc của", "loai-nhan", {one: one for one in offered})
        with fields.form("them-nguoi-nhan"):
            whom = fields.which(kind, f"nhan-{kind}", offered[kind])
            address = fields.line("Địa chỉ thư điện tử", "dia-chi", longest=254)
            name = fields.line("Họ tên, chức vụ (không bắt buộc)", "ten-nguoi-nhan", longest=100)
            pressed = st.form_submit_button("Thêm vào danh sách", type="primary")
        if pressed:
            of = {"unit": whom} if kind == _UNIT else {"user": whom}
            action = partial(add_recipient, ask.engine, ask.actor, address, name, **of)
            do(action, f"Đã thêm {address.strip()} vào danh sách nhận thư.")


def remove(ask: Asking, view: Reminders) -> None:
    if not view.removable:
        return
    with st.expander("Đưa một địa chỉ ra khỏi danh sách"):
        with fields.form("bo-nguoi-nhan"):
            chosen = fields.choice("Địa chỉ", "bo-dia-chi", view.removable)
            pressed = st.form_submit_button("Không gửi thư tới địa chỉ này nữa")
        if pressed and chosen is None:
            widgets.show(markup.refusal("Chưa chọn địa chỉ. Đề nghị chọn một địa chỉ."))
        if pressed and chosen is not None:
            action = partial(remove_recipient, ask.engine, ask.actor, int(chosen))
            do(action, "Đã đưa địa chỉ ra khỏi danh sách; thư đã gửi vẫn được giữ trong nhật ký.")
