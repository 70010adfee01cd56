"""Entering a figure that a programme shows beside its results: fields, action, rerun."""

from functools import partial

import streamlit as st

from dashboard import fields, markup, widgets
from dashboard.cache import Asking
from dashboard.deciding import do
from dashboard.views.progress import Progress
from dashboard.views.registers import UNREADABLE, figure_typed
from dashboard.wording import period_name
from data_access.actions.outside_figures import record_figure
from scoring.periods import periods_of_year

_DONE = "Đã ghi số liệu; trang này và sổ theo dõi cùng dùng số liệu đó."


def figure_of_programme(ask: Asking, view: Progress, year: int) -> None:
    """Nothing where the programme declares none, or no unit is on the screen."""
    if not (view.figures and view.units):
        return
    periods = {str(one): one for one in reversed(periods_of_year(year))}
    names = {code: period_name(one) for code, one in periods.items()}
    with st.expander("Ghi số liệu của cơ quan khác"):
        with fields.form("so-lieu-chuong-trinh"):
            unit = fields.which("Đơn vị", "don-vi-ghi", dict(view.units))
            key = fields.which("Số liệu", "so-lieu-ghi", dict(view.figures))
            period = fields.which("Kỳ", "ky-ghi", names)
            typed = fields.line("Giá trị", "gia-tri-ghi", longest=30)
            as_of = fields.day("Số liệu đến ngày", "so-lieu-den-ghi")
            document = fields.line("Số, ký hiệu văn bản", "van-ban-ghi", longest=100)
            pressed = st.form_submit_button("Ghi số liệu", type="primary")
        value = figure_typed(typed)
        if pressed and value is None:
            widgets.show(markup.refusal(UNREADABLE.format(typed=typed.strip())))
        elif pressed and as_of is None:
            fields.say_day_lacks()
        elif pressed:
            given = (unit, periods.get(period), key, value, "", as_of, document)
            do(partial(record_figure, ask.engine, ask.actor, *given), _DONE)
