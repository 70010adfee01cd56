"""Entering something in a book, and closing what stands in it: fields, action, rerun."""

from functools import partial

import streamlit as st

from dashboard import fields, markup, widgets
from dashboard.cache import Asking
from dashboard.deciding import do
from dashboard.views.register_books import LEVELS
from dashboard.views.registers import FIGURES, MODELS, REMEDIES, UNREADABLE, Registers, figure_typed
from data_access.actions.models import recognise_model, strike_off_model
from data_access.actions.outside_figures import record_figure
from data_access.actions.remedies import finish_remedy, plan_remedy
from scoring.periods import Period

_CALLED = {level.value: words for level, words in LEVELS.items()}
_LEVELS = {level.value: level for level in LEVELS}


def record(ask: Asking, view: Registers, period: Period) -> None:
    if view.may_record:
        _RECORD[view.code](ask, view, period)


def close(ask: Asking, view: Registers) -> None:
    if view.may_close and view.book.open:
        _CLOSE[view.code](ask, {str(number): words for number, words in view.book.open})


def _model(ask: Asking, view: Registers, period: Period) -> None:
    with st.expander("Ghi mô hình được công nhận"):
        with fields.form("mo-hinh"):
            unit = fields.which("Đơn vị", "don-vi-mo-hinh", view.known.units)
            name = fields.line("Tên mô hình", "ten-mo-hinh")
            subject = fields.line("Lĩnh vực (nếu có)", "linh-vuc")
            level = fields.which("Cấp công nhận", "cap", _CALLED)
            decision = fields.line("Số, ký hiệu quyết định", "so-quyet-dinh", longest=100)
            decided = fields.day("Ngày quyết định", "ngay-quyet-dinh")
            pressed = st.form_submit_button("Ghi vào sổ", type="primary")
        if pressed and decided is None:
            fields.say_day_lacks()
        if pressed and decided is not None:
            given = (unit, name, subject, _LEVELS.get(level), decision, decided)
            action = partial(recognise_model, ask.engine, ask.actor, *given)
            do(action, f"Đã ghi mô hình “{name}” vào sổ.")


def _figure(ask: Asking, view: Registers, period: Period) -> None:
    with st.expander("Ghi số liệu do cơ quan khác cung cấp"):
        with fields.form("so-lieu"):
            unit = fields.which("Đơn vị", "don-vi-so-lieu", view.known.units)
            key = fields.which("Số liệu", "so-lieu", view.known.figures)
            typed = fields.line("Giá trị (số, hoặc KPS, KAD)", "gia-tri", longest=30)
            source = fields.line("Cơ quan cung cấp (để trống: theo bảng tiêu chí)", "nguon")
            as_of = fields.day("Số liệu đến ngày", "so-lieu-den")
            document = fields.line("Số, ký hiệu văn bản", "van-ban-so-lieu", longest=100)
            pressed = st.form_submit_button("Ghi vào sổ", type="primary")
        value = figure_typed(typed)
        if pressed and value is None:
            widgets.show(markup.refusal(UNREADABLE.format(typed=typed.strip())))
        elif pressed and as_of is None:
            fields.say_day_lacks()
        elif pressed:
            given = (unit, period, key, value, source, as_of, document)
            action = partial(record_figure, ask.engine, ask.actor, *given, criteria=view.criteria)
            do(action, "Đã ghi số liệu vào sổ.")


def _remedy(ask: Asking, view: Registers, period: Period) -> None:
    with st.expander("Lập kế hoạch khắc phục một tiêu chí"):
        with fields.form("khac-phuc"):
            criterion = fields.which("Tiêu chí bị mất điểm", "tieu-chi", view.lost)
            measure = fields.lines("Biện pháp khắc phục", "bien-phap")
            due = fields.day("Hoàn thành chậm nhất ngày", "han-khac-phuc")
            pressed = st.form_submit_button("Ghi vào kế hoạch", type="primary")
        if pressed and due is None:
            fields.say_day_lacks()
        if pressed and due is not None:
            given = (view.unit or "", period, criterion, measure, due)
            action = partial(plan_remedy, ask.engine, ask.actor, *given, criteria=view.criteria)
            do(action, f"Đã ghi biện pháp khắc phục tiêu chí {criterion}.")


def _strike_off(ask: Asking, options: dict[str, str]) -> None:
    with st.expander("Đưa một mô hình ra khỏi sổ"):
        with fields.form("bo-mo-hinh"):
            number = fields.which_number("Mô hình", "bo", options)
            reason = fields.line("Lý do", "ly-do-bo")
            pressed = st.form_submit_button("Không tính mô hình này nữa")
        if pressed:
            action = partial(strike_off_model, ask.engine, ask.actor, number, reason)
            do(action, "Đã đưa mô hình ra khỏi sổ; dòng cũ vẫn giữ, kèm lý do.")


def _finish(ask: Asking, options: dict[str, str]) -> None:
    with st.expander("Báo đã khắc phục"):
        with fields.form("xong"):
            number = fields.which_number("Việc khắc phục", "viec", options)
            done_on = fields.day("Ngày hoàn thành", "ngay-xong")
            text = fields.lines("Kết quả", "ket-qua")
            pressed = st.form_submit_button("Ghi kết quả", type="primary")
        if pressed and done_on is None:
            fields.say_day_lacks()
        if pressed and done_on is not None:
            given = (number, done_on, text)
            do(partial(finish_remedy, ask.engine, ask.actor, *given), "Đã ghi kết quả khắc phục.")


_RECORD = {MODELS: _model, FIGURES: _figure, REMEDIES: _remedy}
_CLOSE = {MODELS: _strike_off, REMEDIES: _finish}
