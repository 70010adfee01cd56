"""Bringing in a criteria table: the file, the past period it is tried on, the press."""

from functools import partial

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard import fields, markup, session, widgets
from dashboard.cache import Asking
from dashboard.deciding import do
from dashboard.views.criteria import Checked, Criteria
from dashboard.wording import period_name
from data_access.actions.criteria import import_criteria
from scoring.periods import Period

_BRING_IN = "Nạp bảng tiêu chí"
NOT_AGREED = "Chưa nạp. Đề nghị xem các nội dung nêu trên, đánh dấu xác nhận rồi bấm lại."
_NO_TRIAL = "Không chấm thử"


def criteria_file(view: Criteria) -> UploadedFile | None:
    """None for whoever may only read."""
    if not view.may_import:
        return None
    widgets.show(markup.title(_BRING_IN))
    return fields.file("Tệp Excel tải từ đây về đã sửa, hoặc tệp YAML", "bang-tieu-chi")


def trial_period(ask: Asking, checked: Checked) -> Period | None:
    if checked.text is None:
        return None
    names = {str(period): period_name(period) for period in ask.periods()}
    chosen = fields.one_of("Chấm thử trên số liệu kỳ", "ky-thu", {"": _NO_TRIAL, **names})
    return next((period for period in ask.periods() if str(period) == chosen), None)


def bring_in(ask: Asking, checked: Checked) -> None:
    """A table in force decides ranks: what is doubtful in it is agreed to first."""
    if checked.text is None:
        return
    agreed = not checked.agreeing or st.checkbox(checked.agreeing, key=f"dong-y-{session.turn()}")
    pressed = fields.button(_BRING_IN)
    if pressed and not agreed:
        widgets.show(markup.refusal(NOT_AGREED))
    if pressed and agreed:
        do(partial(import_criteria, ask.engine, ask.actor, checked.text), checked.done)
