"""Working with the calendar of offices: counting working days, and correcting a day."""

from datetime import date
from functools import partial

import streamlit as st

from dashboard import fields, markup, widgets
from dashboard.cache import Asking
from dashboard.deciding import do
from dashboard.views.working_year import KINDS, WorkingYear
from data_access.actions.calendar import set_day
from scoring.workdays import DayKind

_MOST_DAYS = 366


def count(ask: Asking, day: date) -> None:
    """Both answers where an uncertain day stands between."""
    with st.expander("Tính số ngày làm việc", expanded=True):
        left, right = st.columns([1, 1])
        first = left.date_input("Kể từ ngày (không tính ngày này)", day, format="DD/MM/YYYY")
        days = right.number_input("Số ngày làm việc", 0, _MOST_DAYS, 5)
        found = ask.calendar.count(first, int(days))
        widgets.show(markup.sentence(found.sentence), markup.sentence(found.otherwise))


def correct(ask: Asking, view: WorkingYear) -> None:
    """The correction stands beside what was known before; the latest of a day counts."""
    if not view.may_edit:
        return
    with st.expander("Ghi một ngày nghỉ, ngày làm bù"):
        with fields.form("ngay-lam-viec"):
            day = fields.day("Ngày", "ngay-lich")
            kind = fields.choice("Là ngày", "loai-ngay", KINDS)
            label = fields.line("Nội dung, ví dụ Nghỉ bù Tết Dương lịch", "noi-dung-ngay")
            source = fields.line("Căn cứ (số, ký hiệu văn bản)", "can-cu-ngay")
            pressed = st.form_submit_button("Ghi vào lịch", type="primary")
        if pressed and (day is None or kind is None):
            widgets.show(markup.refusal("Chưa ghi ngày hoặc loại ngày. Đề nghị chọn cả hai."))
        if pressed and day is not None and kind is not None:
            given = (day, DayKind(kind), label, source)
            action = partial(set_day, ask.engine, ask.actor, *given)
            do(action, f"Đã ghi ngày {day:%d/%m/%Y} vào lịch.")
