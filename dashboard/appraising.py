"""Giving points on a page: one line after the other by keyboard, all written by one press."""

from datetime import date
from functools import partial

import streamlit as st

from dashboard import fields, markup, score_markup, session, widgets
from dashboard.cache import Asking
from dashboard.deciding import do
from dashboard.markup import Address
from dashboard.views.appraisal import Appraisal
from dashboard.views.appraisal_grid import GridLine, Typed, edits, seen_on
from dashboard.wording import day_text
from data_access.actions.appraisal import appraise_lines
from data_access.actions.explaining import ask_explanation

WRITE = "Ghi điểm thẩm định"
_REASON = "Lý do, căn cứ"
_NOTHING_TYPED = "Chưa ghi điểm ở dòng nào. Đề nghị ghi điểm rồi bấm lại."
_CORRECT = "Chưa ghi điểm nào: còn ô phải sửa, xem dòng báo bên dưới ô ấy. Đề nghị sửa rồi bấm lại."
_ASKED = (
    "Đã gửi yêu cầu giải trình, trả lời đến hết ngày {due}; đơn vị thấy ở đầu bảng điểm của mình."
)
_AS = {"": "Thẩm định của người ghi", "3": "Kết luận của tập thể Ban Chỉ đạo"}


def grid(ask: Asking, view: Appraisal, address: Address) -> None:
    """What was on the screen when the button was pressed decides whether an edit is stale."""
    if not view.lines:
        return
    seen = session.shown_before(seen_on(view.lines))
    session.show_now(seen_on(view.lines))
    with (
        st.container(key="luoi-diem"),
        fields.form("tham-dinh", enter_to_submit=False),
    ):
        typed = [_line(one, address) for one in view.lines]
        given_as = fields.one_of("Ghi là", "ghi-la", _AS) if view.may_conclude else ""
        pressed = st.form_submit_button(WRITE, type="primary")
        refused = _refused(typed) if pressed else ""
        widgets.show(markup.refusal(refused) if refused else "")
    if not pressed or refused:
        return
    given = edits(typed, seen)
    action = partial(
        appraise_lines,
        ask.engine,
        ask.actor,
        view.period,
        given,
        criteria=view.criteria,
        round=int(given_as) if given_as else None,
    )
    do(action, f"Đã ghi điểm thẩm định {len(given)} dòng.")


def _line(line: GridLine, address: Address) -> Typed:
    about, points, reason = st.columns([6, 2, 4], gap="small")
    with about:
        widgets.show(score_markup.grid_line(line, address))
    with points:
        given = fields.line(line.label, f"diem-{line.key}", longest=20, example=line.example)
    with reason:
        why = fields.line(_REASON, f"ly-do-{line.key}")
    typed = Typed(line, given, why)
    fields.said_wrong(typed.wrong)
    return typed


def _refused(typed: list[Typed]) -> str:
    if any(one.wrong for one in typed):
        return _CORRECT
    return "" if any(one.points.strip() for one in typed) else _NOTHING_TYPED


def ask_for_explanation(ask: Asking, view: Appraisal) -> None:
    """About one of the lines that are shown."""
    options = {one.key: one.title for one in view.lines}
    if not options:
        return
    with st.expander("Yêu cầu đơn vị giải trình"):
        with fields.form("giai-trinh"):
            key = fields.which("Về dòng", "dong-giai-trinh", options)
            text = fields.lines("Nội dung cần giải trình, bổ sung minh chứng", "can-giai-trinh")
            due = fields.written_day("Trả lời đến hết ngày", "han-giai-trinh")
            pressed = st.form_submit_button("Gửi yêu cầu giải trình")
        if pressed and due is None:
            fields.say_day_lacks(fields.WRITTEN_DAY_NEEDED)
        if pressed and due is not None:
            action = partial(_asked, ask, view, key, text, due)
            do(action, _ASKED.format(due=day_text(due)))


def _asked(ask: Asking, view: Appraisal, key: str, text: str, due: date) -> None:
    """The line is looked for only when it is done: before, there may be none chosen."""
    line = next(one for one in view.lines if one.key == key)
    of = (line.unit, view.period, line.criterion, text, due)
    ask_explanation(ask.engine, ask.actor, *of, criteria=view.criteria)
