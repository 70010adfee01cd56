"""More time for a duty, and freeing a unit from it: fields, action, rerun."""

from functools import partial

import streamlit as st

from dashboard import fields, markup, session, widgets
from dashboard.cache import Asking
from dashboard.deciding import do
from dashboard.views.duty import DutyPage
from data_access.actions.exempting import exempt, lift_exemption
from data_access.actions.extending import extend

_DAY_NEEDED = "Chưa ghi ngày được gia hạn đến. Đề nghị ghi ngày/tháng/năm."
_SCOPES = {
    "duty": "Chỉ việc này, kỳ này",
    "work": "Việc này, mọi kỳ",
    "programme": "Cả chương trình, kế hoạch",
}


def grant(ask: Asking, view: DutyPage) -> None:
    """Each way has its own fields; what cannot be done now has none."""
    if view.may_extend:
        _extend(ask, view)
    if view.may_exempt:
        _exempt(ask, view)
    if view.lifts:
        _lift(ask, view)


def _extend(ask: Asking, view: DutyPage) -> None:
    with st.expander("Gia hạn"):
        with fields.form("gia-han"):
            widgets.show(markup.note(view.due_words))
            until = fields.written_day("Được gia hạn đến hết ngày", "gia-han-den")
            reason = fields.line("Lý do", "gia-han-ly-do")
            grantor = fields.line("Người cho phép", "gia-han-nguoi", longest=200)
            decision = fields.line("Số văn bản cho phép (nếu có)", "gia-han-so", longest=100)
            decided_on = fields.written_day("Ngày văn bản (nếu có)", "gia-han-ngay")
            pressed = st.form_submit_button("Gia hạn", type="primary")
        # What is no day was said beneath its field.
        if pressed and until is None and not session.unfit():
            fields.say_day_lacks(_DAY_NEEDED)
        if pressed and until is not None:
            given = ([view.key], until, reason, grantor, decision, decided_on)
            do(partial(extend, ask.engine, ask.actor, *given), "Đã gia hạn; hạn đầu vẫn giữ.")


def _exempt(ask: Asking, view: DutyPage) -> None:
    key = view.key
    with st.expander("Không phải thực hiện"):
        with fields.form("mien"):
            scope = fields.one_of("Phạm vi", "mien-pham-vi", _SCOPES)
            reason = fields.line("Lý do", "mien-ly-do")
            document = fields.line("Văn bản làm căn cứ", "mien-van-ban", longest=200)
            pressed = st.form_submit_button("Ghi không phải thực hiện")
        if pressed:
            work = ("", "") if scope == "programme" else (key.task, key.form)
            period = key.period if scope == "duty" else ""
            given = (key.programme, key.unit, reason, document, *work, period)
            done = "Đã ghi không phải thực hiện; lịch sử vẫn giữ."
            do(partial(exempt, ask.engine, ask.actor, *given), done)


def _lift(ask: Asking, view: DutyPage) -> None:
    """Exactly what was exempted is lifted again."""
    scopes = {str(number): words for number, (_, words) in enumerate(view.lifts)}
    with st.expander("Bỏ miễn: đơn vị lại phải thực hiện"):
        with fields.form("bo-mien"):
            chosen = fields.which("Nội dung đã ghi miễn", "bo-mien-pham-vi", scopes)
            reason = fields.line("Lý do", "bo-mien-ly-do")
            document = fields.line("Văn bản làm căn cứ", "bo-mien-van-ban", longest=200)
            pressed = st.form_submit_button("Ghi lại phải thực hiện")
        if pressed:
            action = partial(_lifted, ask, view, chosen, reason, document)
            do(action, "Đã ghi đơn vị lại phải thực hiện.")


def _lifted(ask: Asking, view: DutyPage, chosen: str, reason: str, document: str) -> None:
    """The scope is looked for only when it is done: before, there may be none chosen."""
    scope = view.lifts[int(chosen)][0]
    given = (scope.programme, scope.unit, reason, document, *scope[2:])
    lift_exemption(ask.engine, ask.actor, *given)
