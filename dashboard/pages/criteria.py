"""The criteria tables there are, one of them in words, and bringing in a new one."""

import streamlit as st

from dashboard import cache, criteria_markup, importing, markup, return_markup, session, widgets

day, asked = session.day(), st.query_params
ask = cache.visiting()
address = widgets.addresses()

if asked.get("bang"):
    page = ask.criteria.page(asked["bang"], day)
    widgets.head(page.heading)
    widgets.show(
        markup.back("Về danh sách bảng tiêu chí", page.back, address),
        criteria_markup.opened(page, address),
    )
    older, newer = widgets.choose_two("So sánh", page.versions)
    widgets.show(criteria_markup.difference(ask.criteria.difference(older, newer), address))
    st.stop()

view = ask.criteria.listed(day)
widgets.head(view.heading)
widgets.show(
    markup.noted(session.noted()),
    markup.sentence(view.said),
    markup.table(view.table, address),
)
uploaded = importing.criteria_file(view)
if uploaded:
    checked = ask.criteria.checked(uploaded.name, uploaded.getvalue())
    widgets.show(criteria_markup.checked(checked, address))
    tried = ask.criteria.tried(checked, importing.trial_period(ask, checked))
    widgets.show(criteria_markup.tried(tried, address))
    importing.bring_in(ask, checked)
    widgets.show(return_markup.tables(checked.tables, address))
