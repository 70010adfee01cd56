"""Working on a draft of a programme: questions answered, readings confirmed, tasks, adoption."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import streamlit as st

from dashboard import fields, markup, programme_markup, session, widgets
from dashboard.cache import Asking
from dashboard.deciding import do
from dashboard.task_fields import answer_fields, task_fields
from dashboard.views.programme_draft import DraftPage
from dashboard.views.programmes import CODE, DRAFT
from dashboard.views.readings import Asked
from data_access.actions import programme_drafts as drafts
from data_access.actions.programmes import adopt as adopt_draft
from data_access.programme_editing import TaskEntry

_NEW = ""
_DROPPING = "Dự thảo không làm tiếp nữa; các bản đã lưu vẫn được giữ."
_ADOPTED = "Đã ban hành “{title}”. Các đơn vị được giao có nhiệm vụ từ bây giờ."


def questions(ask: Asking, view: DraftPage) -> None:
    """One small form for each reading about which only a person can decide."""
    if view.asked:
        widgets.show(markup.title(f"Câu hỏi về thời hạn: {len(view.asked)}"))
    for one in view.asked:
        with st.container(border=True):
            widgets.show(programme_markup.asked(one))
            _question(ask, view, one)


def _question(ask: Asking, view: DraftPage, one: Asked) -> None:
    with fields.form(f"hoi-{one.key}"):
        answer = answer_fields(one.key, one)
        pressed = st.form_submit_button("Trả lời, xác nhận")
    if pressed:
        given = (ask.engine, ask.actor, view.number, one.key, answer)
        do(partial(drafts.answer, *given), f"Đã xác nhận: {one.title}.")


def confirm(ask: Asking, view: DraftPage) -> None:
    """All that nothing is asked about at once, or only some of it; what looks like a slip is
    chosen by hand."""
    if not view.waiting:
        return
    names = dict(view.waiting)
    with fields.form("xac-nhan"):
        keys = st.multiselect(
            "Xác nhận cách đọc của",
            list(names),
            [key for key in names if key not in view.doubted],
            format_func=names.__getitem__,
            key=f"xac-nhan-{view.number}-{session.turn()}",
            placeholder="Chọn",
            select_all=False,
        )
        pressed = st.form_submit_button("Xác nhận cách đọc", type="primary")
    if pressed:
        action = partial(drafts.confirm, ask.engine, ask.actor, view.number, tuple(keys))
        do(action, f"Đã xác nhận {len(keys)} thời hạn.")


def tasks(ask: Asking, view: DraftPage) -> None:
    """A task added, changed or taken out."""
    with st.expander("Thêm, sửa, bỏ nhiệm vụ", expanded=not view.tables):
        titles = {no: f"{no}. {entry.title}" for no, entry in view.entries.items()}
        chosen = fields.one_of("Nhiệm vụ", "chon-viec", {_NEW: "Nhiệm vụ mới", **titles})
        known = view.entries.get(chosen)
        with fields.form("viec"):
            entry = task_fields(f"{view.number}-{chosen}", known or TaskEntry("", ""))
            left, right, _ = st.columns([1, 1, 3])
            saved = left.form_submit_button("Lưu nhiệm vụ", width="stretch")
            removed = known and right.form_submit_button("Bỏ nhiệm vụ này", width="stretch")
        engine, actor = ask.engine, ask.actor
        if saved:
            given = (engine, actor, view.number, _kept(entry, known), chosen or None)
            do(partial(drafts.save_task, *given), f"Đã lưu nhiệm vụ {entry.no}.")
        if removed:
            given = (engine, actor, view.number, chosen)
            do(partial(drafts.remove_task, *given), f"Đã bỏ nhiệm vụ {chosen}.")


def _kept(entry: TaskEntry, known: TaskEntry | None) -> TaskEntry:
    """What has no field here stays; what was answered about old words is asked about new ones."""
    if known is None:
        return entry
    kept = {"track": known.track, "offices": known.offices, "added": known.added}
    kept["follows"] = known.follows
    if entry.when == known.when:
        answered = ("before", "roll", "anchor", "due", "due_note")
        kept |= {name: getattr(known, name) for name in answered}
    return replace(entry, **kept)


def adopt(ask: Asking, view: DraftPage) -> None:
    """Offered when every reading is confirmed; until then the page says what is left."""
    if not view.ready:
        return
    widgets.show(markup.title("Ban hành"))
    with fields.form("ban-hanh"):
        number = fields.line(_number_label(view), "so", longest=100, example="05-KH/BCĐ")
        dated = fields.day("Ngày văn bản", "ngay")
        begins, summary = None, ""
        if view.amends:
            summary = fields.line("Nội dung sửa đổi, tóm tắt", "tom-tat")
            begins = fields.day("Có hiệu lực từ ngày (để trống: từ ngày văn bản)", "tu-ngay")
        pressed = st.form_submit_button("Ban hành", type="primary")
    if pressed:
        given = (ask.engine, ask.actor, view.number, number, dated, begins, summary)
        done = _ADOPTED.format(title=view.heading.title)
        _leave(partial(adopt_draft, *given), done, {CODE: view.code})


def _number_label(view: DraftPage) -> str:
    if view.amends:
        return "Số, ký hiệu văn bản sửa đổi, bổ sung"
    return "Số, ký hiệu (chưa có thì để trống, ghi sau)"


def drop(ask: Asking, view: DraftPage) -> None:
    with st.expander("Bỏ dự thảo"):
        with fields.form("bo-du-thao"):
            widgets.show(
                markup.sentence("Dự thảo không làm tiếp nữa; các bản đã lưu vẫn được giữ.")
            )
            pressed = st.form_submit_button("Bỏ dự thảo này")
        if pressed:
            action = partial(drafts.drop, ask.engine, ask.actor, view.number)
            _leave(action, "Đã bỏ dự thảo.", {})


def _leave(action: Callable[[], object], done: str, onto: dict[str, str]) -> None:
    """The draft is over: on to another view of the same page."""
    attempt = widgets.attempted(action)
    if attempt.refused:
        widgets.show(markup.refusal(attempt.refused))
        return
    st.query_params.pop(DRAFT, None)
    st.query_params.update(onto)
    session.note((done,))
    session.next_turn()
    st.rerun()
