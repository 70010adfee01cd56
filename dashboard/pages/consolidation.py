"""The statistics of the units beneath one, added up; the workbook for the level above."""

import streamlit as st

from dashboard import cache, markup, session, widgets
from dashboard.views.consolidation import FIGURE, SPANS, Chosen

period, day = session.period(), session.day()
ask = cache.visiting()
address = widgets.addresses()
forms, parents = ask.consolidation.forms(), ask.consolidation.parents()
form, span = ask.consolidation.form(st.query_params.get("form")), st.query_params.get("tinh") or ""
unit = ask.consolidation.unit(session.unit())
chosen = Chosen(form, period, unit, span, st.query_params.get(FIGURE))
view = ask.consolidation.view(chosen, day)

widgets.head(
    view.heading,
    lambda: widgets.choose("Biểu mẫu", "form", forms, form),
    lambda: widgets.choose("Đơn vị", "unit", parents, unit or ""),
    lambda: widgets.choose("Tính", "tinh", SPANS, span),
    lambda: widgets.choose_period(ask.periods(), period),
)
if view.instead:
    widgets.show(markup.sentence(view.instead))
    st.stop()

widgets.show(
    markup.strip(view.strip, address),
    markup.sentence(view.said),
    markup.prints(view.prints, address),
    markup.table(view.detail, address),
    *(markup.table(table, address) for table in view.tables),
)
