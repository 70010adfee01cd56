"""Planning an inspection and writing down what happens to a visit: fields, action, rerun."""

from datetime import date
from functools import partial

import streamlit as st

from dashboard import fields, markup, recommending, widgets
from dashboard.cache import Asking
from dashboard.deciding import do
from dashboard.views.inspections import Inspections
from dashboard.views.submission import NO_SECRETS
from data_access.accounts import KEEPS_HOUSE
from data_access.actions.inspections import (
    cancel_visit,
    conclude,
    hold_visit,
    move_visit,
    number_inspection,
    plan_inspection,
    plan_visit,
    record_minutes,
)

_HELD, _MOVED, _CANCELLED = "tien-hanh", "doi", "huy"
_HAPPENS = {_HELD: "Đã tiến hành", _MOVED: "Dời sang ngày khác", _CANCELLED: "Hủy"}
_MINUTES, _CONCLUSION = "bien-ban", "ket-luan"
_PAPERS = {_MINUTES: "Biên bản kiểm tra", _CONCLUSION: "Kết luận kiểm tra"}
_ANNOUNCED = {True: "Báo trước cho đơn vị", False: "Không báo trước (đơn vị không thấy)"}


def forms(ask: Asking, view: Inspections, day: date) -> None:
    """In the order of the work."""
    if ask.actor.role in KEEPS_HOUSE:
        _plan(ask, day.year)
        if view.choices.unnumbered:
            _number(ask, view)
        if view.choices.inspections:
            _visit(ask, view)
        if view.choices.planned:
            _happened(ask, view)
        if view.choices.held:
            _paper(ask, view)
            recommending.recommend(ask, view, day.year)
    recommending.finish(ask, view)
    recommending.reopen(ask, view)


def _plan(ask: Asking, year: int) -> None:
    with st.expander("Lập cuộc kiểm tra"):
        with fields.form("lap-kiem-tra"):
            title = fields.line("Nội dung kiểm tra", "noi-dung-kt")
            of_year = st.number_input("Năm", 2000, 2100, year, key="nam-kt")
            team = fields.lines("Đoàn kiểm tra: mỗi dòng một người, Trưởng đoàn trước", "doan")
            decision = fields.line("Số quyết định (có thể ghi sau)", "qd-kt", longest=100)
            decided = fields.day("Ngày quyết định (nếu có)", "ngay-qd-kt")
            known = ask.inspections.programmes()
            programme = fields.one_of("Thực hiện chương trình", "ct-kt", known)
            task = fields.line("Mục trong chương trình (nếu có)", "muc-kt", longest=20)
            pressed = st.form_submit_button("Lập cuộc kiểm tra", type="primary")
        if pressed:
            given = (int(of_year), title, team.splitlines(), decision, decided, programme, task)
            action = partial(plan_inspection, ask.engine, ask.actor, *given)
            do(action, f"Đã lập cuộc kiểm tra “{title}”. Đề nghị xếp lịch nơi kiểm tra.")


def _number(ask: Asking, view: Inspections) -> None:
    with st.expander("Ghi số quyết định được cấp sau"):
        with fields.form("so-qd-kt"):
            number = fields.which_number("Cuộc kiểm tra", "cuoc-so", view.choices.unnumbered)
            decision = fields.line("Số, ký hiệu quyết định", "so-qd", longest=100)
            decided = fields.day("Ngày quyết định", "ngay-so-qd")
            pressed = st.form_submit_button("Ghi số quyết định", type="primary")
        if pressed and decided is None:
            fields.say_day_lacks()
        elif pressed:
            action = partial(number_inspection, ask.engine, ask.actor, number, decision, decided)
            do(action, f"Đã ghi quyết định {decision}.")


def _visit(ask: Asking, view: Inspections) -> None:
    with st.expander("Xếp lịch kiểm tra một nơi"):
        with fields.form("xep-lich"):
            number = fields.which_number("Cuộc kiểm tra", "cuoc-kt", view.choices.inspections)
            unit = fields.which("Nơi kiểm tra", "noi-kt", ask.labels())
            planned = fields.day("Ngày dự kiến", "ngay-kt")
            announced = st.radio(
                "Báo trước", (True, False), format_func=_ANNOUNCED.__getitem__, key="bao-truoc"
            )
            pressed = st.form_submit_button("Xếp lịch", type="primary")
        if pressed and planned is None:
            fields.say_day_lacks()
        elif pressed:
            given = (number, unit, planned, announced)
            done = f"Đã xếp lịch kiểm tra {ask.labels().get(unit)}."
            do(partial(plan_visit, ask.engine, ask.actor, *given), done)


def _happened(ask: Asking, view: Inspections) -> None:
    with st.expander("Ghi đã tiến hành, dời hoặc hủy"):
        with fields.form("dien-bien"):
            visit = fields.which_number("Buổi kiểm tra", "buoi-kt", view.choices.planned)
            what = fields.which("Diễn biến", "dien-bien-gi", _HAPPENS)
            day = fields.day("Ngày tiến hành, hoặc ngày mới", "ngay-dien-bien")
            reason = fields.line("Lý do (khi dời, hủy), ghi chú", "ly-do-kt")
            pressed = st.form_submit_button("Ghi", type="primary")
        if pressed and day is None and what != _CANCELLED:
            fields.say_day_lacks()
        elif pressed:
            action = partial(_happens, ask, visit, what, day, reason)
            do(action, f"Đã ghi: {_HAPPENS.get(what, '').lower()}.")


def _happens(ask: Asking, visit: int, what: str, day: date | None, reason: str) -> None:
    if what == _CANCELLED:
        cancel_visit(ask.engine, ask.actor, visit, reason)
    else:
        action = hold_visit if what == _HELD else move_visit
        action(ask.engine, ask.actor, visit, day, reason)


def _paper(ask: Asking, view: Inspections) -> None:
    with st.expander("Ghi biên bản, kết luận"):
        with fields.form("van-ban-kt"):
            visit = fields.which_number("Buổi kiểm tra", "buoi-vb", view.choices.held)
            what = fields.which("Văn bản", "loai-vb", _PAPERS)
            number = fields.line("Số, ký hiệu", "so-vb-kt", longest=100)
            day = fields.day("Ngày văn bản", "ngay-vb-kt")
            text = fields.lines("Nội dung chính", "noi-dung-vb")
            uploaded = fields.file("Bản quét đã ký (nếu có)", "quet-kt")
            widgets.show(markup.note(NO_SECRETS))
            pressed = st.form_submit_button("Ghi văn bản", type="primary")
        if pressed and day is None:
            fields.say_day_lacks()
        elif pressed:
            action = conclude if what == _CONCLUSION else record_minutes
            file = (uploaded.name, uploaded.getvalue()) if uploaded else ("", b"")
            given = (visit, number, day, text, *file)
            done = f"Đã ghi {_PAPERS.get(what, '').lower()}."
            do(partial(action, ask.engine, ask.actor, *given), done)
