"""The calendar of offices: which days count as working days, and counting them."""

import streamlit as st

from dashboard import cache, calendar_markup, markup, reckoning, session, widgets

day = session.day()
ask = cache.visiting()
address = widgets.addresses()
view = ask.calendar.year(st.query_params.get("nam", ""), day)

widgets.head(
    view.heading, lambda: widgets.choose("Năm", "nam", view.years, str(view.year)), widths=(2,)
)
widgets.show(markup.noted(session.noted()), calendar_markup.year(view))
reckoning.count(ask, day)
reckoning.correct(ask, view)
widgets.show(markup.table(view.table, address))
