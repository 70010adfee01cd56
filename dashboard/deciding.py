"""What people say and decide about returns: fields, action, rerun.

A refusal is said beneath its own fields, inside what holds them: said after them it would push the
fields that follow to another place, and Streamlit would fold them up with what was typed.
"""

from collections.abc import Callable
from functools import partial

import streamlit as st

from dashboard import fields, markup, session, widgets
from dashboard.cache import Asking
from dashboard.views.evidence import WHOLE_RETURN
from dashboard.views.process import Process
from dashboard.views.review import Opened
from dashboard.views.submission import NO_SECRETS
from data_access.actions.evidence import attach
from data_access.actions.forms import import_form
from data_access.actions.reopening import reopen
from data_access.actions.returns import withdraw_return
from data_access.actions.review import accept_return, comment_on, send_back
from data_access.reviews import CellRemark
from scoring.periods import Period

ACCEPT, SEND_BACK = "Chấp nhận", "Trả lại để sửa"
_CELLS = "Các ô cần đơn vị sửa hoặc giải trình"
_REASON = "Ý kiến thẩm tra; khi trả lại thì ghi lý do"
_DAY_NEEDED = "Chưa ghi ngày cuối cùng được nộp. Đề nghị chọn ngày."


def review(ask: Asking, view: Opened) -> None:
    """Accepted, or sent back with a reason for the whole and for single cells."""
    if view.number is None:
        return
    labels = dict(view.cells)
    chosen = st.multiselect(
        _CELLS,
        list(labels),
        format_func=labels.__getitem__,
        key=f"o-{session.turn()}",
        placeholder="Chọn ô (không bắt buộc)",
        select_all=False,
    )
    with fields.form("tham-tra"):
        single = [CellRemark(key, fields.line(labels[key], f"o-{key}")) for key in chosen]
        reason = fields.lines(_REASON, "ly-do")
        left, right, _ = st.columns([1, 1, 3])
        accepted = left.form_submit_button(ACCEPT, type="primary", width="stretch")
        sent_back = right.form_submit_button(SEND_BACK, width="stretch")
    engine, actor, number = ask.engine, ask.actor, view.number
    if accepted:
        do(partial(accept_return, engine, actor, number, reason), "Đã chấp nhận báo cáo.")
    if sent_back:
        remarks = [remark for remark in single if remark.text]
        done = "Đã trả lại báo cáo; đơn vị thấy lý do ở đầu trang Nộp báo cáo."
        do(partial(send_back, engine, actor, number, reason, remarks), done)


def comment(ask: Asking, number: int | None) -> None:
    if number is None:
        return
    with st.container():
        with fields.form("y-kien"):
            text = fields.lines("Ý kiến trao đổi về bản đang dùng", "y-kien")
            pressed = st.form_submit_button("Gửi ý kiến")
        if pressed:
            do(partial(comment_on, ask.engine, ask.actor, number, text), "Đã gửi ý kiến.")


def withdraw(ask: Asking, number: int | None) -> None:
    if number is None:
        return
    with st.expander("Rút bản đã nộp"):
        with fields.form("rut"):
            widgets.show(markup.sentence("Bản nộp liền trước, nếu có, sẽ được dùng lại."))
            reason = fields.line("Lý do rút", "ly-do-rut")
            pressed = st.form_submit_button("Rút bản đang dùng")
        if pressed:
            done = "Đã rút bản đang dùng. Tệp và phiếu tiếp nhận vẫn được giữ."
            do(partial(withdraw_return, ask.engine, ask.actor, number, reason), done)


def attach_files(ask: Asking, view: Process) -> None:
    """The signed scan, or evidence for one row."""
    if not view.may_act or view.mark is None:
        return
    with st.expander("Đính kèm bản ký, minh chứng"):
        with fields.form("minh-chung"):
            key = fields.one_of("Gắn với", "dong", dict(view.rows) or {"": WHOLE_RETURN})
            uploaded = fields.file("Tệp", "minh-chung")
            number = fields.line("Số văn bản (nếu có)", "so-van-ban", longest=100)
            dated = fields.day("Ngày văn bản (nếu có)", "ngay-van-ban")
            widgets.show(markup.note(NO_SECRETS))
            pressed = st.form_submit_button("Đính kèm")
        if pressed and uploaded is None:
            widgets.show(markup.refusal(fields.CHOOSE_A_FILE))
        if pressed and uploaded is not None:
            of, name, content = view.mark, uploaded.name, uploaded.getvalue()
            given = (of.form, of.unit, of.period, key, name, content, number, dated)
            do(partial(attach, ask.engine, ask.actor, *given), f"Đã đính kèm tệp “{name}”.")


def reopen_period(ask: Asking, period: Period) -> None:
    """For one unit and form, with reason, grantor and last day."""
    with st.expander("Mở lại kỳ đã chốt số liệu cho một đơn vị"):
        with fields.form("mo-lai"):
            unit = fields.which("Đơn vị", "don-vi", ask.labels())
            form = fields.which("Biểu mẫu", "bieu", ask.forms())
            until = fields.day("Được nộp đến hết ngày", "den-ngay")
            reason = fields.line("Lý do", "ly-do-mo")
            grantor = fields.line("Người cho phép", "nguoi-cho-phep")
            decision = fields.line("Văn bản cho phép (nếu có)", "van-ban-cho-phep")
            pressed = st.form_submit_button("Mở lại")
        if pressed and until is None:
            fields.say_day_lacks(_DAY_NEEDED)
        if pressed and until is not None:
            given = (form, unit, period, until, reason, grantor, decision)
            do(partial(reopen, ask.engine, ask.actor, *given), "Đã mở lại.")


def import_form_file(ask: Asking, content: bytes, done: str) -> None:
    """`done` is empty where the file cannot be brought in."""
    if done and fields.button("Nạp biểu mẫu"):
        text = content.decode("utf-8-sig", "replace")
        do(partial(import_form, ask.engine, ask.actor, text), done)


def do(action: Callable[[], object], done: str) -> None:
    """What was typed stays where the action is refused."""
    attempt = widgets.attempted(action)
    if attempt.refused:
        widgets.show(markup.refusal(attempt.refused))
        return
    session.note((done,))
    session.next_turn()
    st.rerun()
