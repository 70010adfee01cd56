"""Kiến nghị after an inspection: made, reported done, opened again. Fields, action, rerun."""

from functools import partial

import streamlit as st

from dashboard import fields
from dashboard.cache import Asking
from dashboard.deciding import do
from dashboard.views.inspections import Inspections
from data_access.accounts import DECIDES, SUBMITS
from data_access.actions.recommendations import (
    finish_recommendation,
    reopen_recommendation,
)
from data_access.actions.recommendations import (
    recommend as make_recommendation,
)

_MADE = "Đã ghi kiến nghị; đơn vị thấy trong danh sách việc của mình."


def recommend(ask: Asking, view: Inspections, year: int) -> None:
    criteria = ask.inspections.criteria(year)
    with st.expander("Ghi kiến nghị cho đơn vị được kiểm tra"):
        with fields.form("kien-nghi"):
            visit = fields.which_number("Buổi kiểm tra", "buoi-kn", view.choices.held)
            text = fields.lines("Kiến nghị", "noi-dung-kn")
            due = fields.day("Thực hiện xong chậm nhất ngày", "han-kn")
            touched = fields.one_of("Tiêu chí có liên quan", "tieu-chi-kn", criteria)
            pressed = st.form_submit_button("Ghi kiến nghị", type="primary")
        if pressed and due is None:
            fields.say_day_lacks()
        elif pressed:
            table, _, criterion = touched.partition("|")
            given = (visit, text, due, table, criterion)
            do(partial(make_recommendation, ask.engine, ask.actor, *given), _MADE)


def finish(ask: Asking, view: Inspections) -> None:
    if ask.actor.role not in SUBMITS or not view.choices.open:
        return
    with st.expander("Báo đã thực hiện kiến nghị"):
        with fields.form("xong-kn"):
            number = fields.which_number("Kiến nghị", "kn-xong", view.choices.open)
            day = fields.day("Ngày thực hiện xong", "ngay-xong-kn")
            text = fields.lines("Kết quả thực hiện", "ket-qua-kn")
            pressed = st.form_submit_button("Ghi kết quả", type="primary")
        if pressed and day is None:
            fields.say_day_lacks()
        elif pressed:
            action = partial(finish_recommendation, ask.engine, ask.actor, number, day, text)
            do(action, "Đã ghi kết quả thực hiện kiến nghị.")


def reopen(ask: Asking, view: Inspections) -> None:
    if ask.actor.role not in DECIDES or not view.choices.done:
        return
    with st.expander("Mở lại kiến nghị chưa đạt"):
        with fields.form("mo-kn"):
            number = fields.which_number("Kiến nghị", "kn-mo", view.choices.done)
            reason = fields.line("Lý do", "ly-do-mo-kn")
            pressed = st.form_submit_button("Mở lại")
        if pressed:
            action = partial(reopen_recommendation, ask.engine, ask.actor, number, reason)
            do(action, "Đã mở lại kiến nghị; hạn cũ giữ nguyên.")
