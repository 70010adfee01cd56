"""A task added during the year: its words about time are read as they are typed, and agreed to."""

from dataclasses import replace
from functools import partial

import streamlit as st

from dashboard import fields, markup, session, widgets
from dashboard.cache import Asking
from dashboard.deciding import do
from dashboard.task_fields import WHEN, answer_fields, task_fields
from dashboard.views.programme import ProgrammePage
from data_access.actions.programmes import add_task
from data_access.programme_editing import TaskEntry

AGREED = "Tôi xác nhận cách hiểu này"
_NAME = "bo-sung"
_ADDED = "Đã bổ sung nhiệm vụ {no}; các đơn vị được giao thấy ngay trong danh sách của mình."
_AGREE = f"Chưa xác nhận cách hiểu thời hạn. Đề nghị đọc cách hiểu, rồi chọn “{AGREED}”."


def add(ask: Asking, view: ProgrammePage) -> None:
    with st.expander("Bổ sung một nhiệm vụ trong năm"):
        # Outside of the form, which would tell nothing until it is sent, and yet one of its fields.
        session.clear_unfit()
        when = fields.line(WHEN, f"tg-{_NAME}").strip()
        asked = ask.programmes.typed(view.code, when)
        with fields.form(_NAME, begun=True):
            widgets.show(markup.sentences(asked.said))
            answer = answer_fields(f"{_NAME}-{when}", asked)
            agreed = st.checkbox(AGREED, key=f"hieu-{asked.said}-{session.turn()}")
            entry = replace(task_fields(_NAME, TaskEntry("", ""), when), **vars(answer))
            source = fields.line("Căn cứ (kết luận, thông báo số …)", "can-cu")
            dated = fields.day("Ngày văn bản", "ngay-can-cu")
            pressed = st.form_submit_button("Bổ sung nhiệm vụ", type="primary")
        if pressed and dated is None:
            fields.say_day_lacks()
        elif pressed and not agreed:
            widgets.show(markup.refusal(_AGREE))
        elif pressed:
            given = (ask.engine, ask.actor, view.code, entry, source, dated)
            do(partial(add_task, *given), _ADDED.format(no=entry.no))
