"""What a unit says about its points, and what is answered: fields, action, rerun."""

from functools import partial

import streamlit as st

from dashboard import fields, markup, widgets
from dashboard.cache import Asking
from dashboard.deciding import do
from dashboard.views.score_talk import Question
from dashboard.views.scorecard import ScorecardView
from data_access.actions.explaining import explain
from data_access.actions.reconsidering import answer_reconsideration, ask_reconsideration

_NO_OUTCOME = "Chưa chọn kết quả. Đề nghị chọn chấp nhận hoặc không chấp nhận rồi bấm lại."
_ANSWERS = {
    "accept": "Chấp nhận: mở lại dòng điểm này để thẩm định",
    "reject": "Không chấp nhận",
}


def explanation(ask: Asking, view: ScorecardView) -> None:
    """The unit answers what it was asked, line by line."""
    asked = view.talk.explanations
    if not (asked and view.may_act):
        return
    with st.container(), fields.form("tra-loi"):
        criterion = fields.which("Giải trình về", "giai-trinh-ve", _by_criterion(asked))
        text = fields.lines("Nội dung giải trình", "giai-trinh")
        widgets.show(markup.note("Minh chứng bổ sung: đính kèm ở trang Quá trình báo cáo."))
        if st.form_submit_button("Gửi giải trình", type="primary"):
            of = (view.unit, view.period, criterion, text)
            action = partial(explain, ask.engine, ask.actor, *of, criteria=view.criteria)
            do(action, "Đã gửi giải trình.")


def request(ask: Asking, view: ScorecardView) -> None:
    """Within the window after publication; after it, until when it was."""
    if not view.may_act:
        return
    if not view.talk.may_be_asked:
        widgets.show(markup.note(view.talk.window) if view.talk.window else "")
        return
    with st.expander("Đề nghị xem xét lại một dòng điểm"):
        with fields.form("de-nghi"):
            widgets.show(markup.sentence(view.talk.window))
            criterion = fields.which("Về tiêu chí", "de-nghi-ve", dict(view.talk.may_be_asked))
            text = fields.lines("Lý do, căn cứ đề nghị", "de-nghi-ly-do")
            pressed = st.form_submit_button("Gửi đề nghị")
        if pressed:
            of = (view.unit, view.period, criterion, text)
            action = partial(
                ask_reconsideration, ask.engine, ask.actor, *of, criteria=view.criteria
            )
            do(action, "Đã gửi đề nghị xem xét lại; câu trả lời hiện ở trang này.")


def answer(ask: Asking, view: ScorecardView) -> None:
    """Whoever decides opens the line again, or says why not."""
    if not (view.talk.requests and view.decides):
        return
    with st.container(), fields.form("tra-loi-de-nghi"):
        options = {str(one.number): one.title for one in view.talk.requests}
        number = fields.which_number("Trả lời đề nghị về", "de-nghi", options)
        outcome = fields.choice("Kết quả", "ket-qua-de-nghi", _ANSWERS)
        reason = fields.lines("Lý do", "ly-do-tra-loi")
        pressed = st.form_submit_button("Trả lời", type="primary")
        if pressed and outcome is None:
            widgets.show(markup.refusal(_NO_OUTCOME))
        if pressed and outcome is not None:
            given = (number, outcome == "accept", reason)
            action = partial(answer_reconsideration, ask.engine, ask.actor, *given)
            do(action, "Đã trả lời đề nghị xem xét lại.")


def _by_criterion(asked: tuple[Question, ...]) -> dict[str, str]:
    return {one.criterion: one.title for one in asked}
