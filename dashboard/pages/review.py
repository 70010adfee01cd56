"""Looking at returns: what waits, and one of them, to be accepted or sent back."""

import streamlit as st

from dashboard import cache, deciding, duty_markup, markup, return_markup, session, widgets

period, day, asked = session.period(), session.day(), st.query_params
ask = cache.visiting()
address = widgets.addresses()

if asked.get("bai"):
    view = ask.returns.opened(asked["bai"], day)
    widgets.head(view.heading)
    widgets.show(
        markup.noted(session.noted()),
        markup.controls(view.ways, address),
        return_markup.opened(view, address),
    )
    deciding.review(ask, view)
    widgets.show(return_markup.feed(view.feed, address))
    deciding.comment(ask, view.number)
    st.stop()

form = asked.get("form", "")
page = widgets.page_number(asked.get(widgets.PAGE_NUMBER))
waiting = ask.returns.waiting(period, form, day, page)
widgets.head(
    waiting.heading,
    lambda: widgets.choose("Biểu mẫu", "form", {"": "Tất cả biểu mẫu", **ask.forms()}, form),
    lambda: widgets.choose_period(ask.periods(), period),
    widths=(3, 2),
)
widgets.show(
    markup.noted(session.noted()),
    markup.sentence(waiting.said),
    markup.table(waiting.table, address),
    duty_markup.paging(waiting.pages, address),
)
deciding.reopen_period(ask, period)
