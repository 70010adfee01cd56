"""The unit's own work, the period in four figures, the map in small, and who stands where."""

import streamlit as st

from dashboard import cache, markup, return_markup, session, widgets

period, day = session.period(), session.day()
ask = cache.visiting()
address = widgets.addresses()
view = ask.overview(period, day)

widgets.head(view.heading, lambda: widgets.choose_period(ask.periods(), period), day=day)
widgets.show(
    return_markup.own_work(view.own, address),
    markup.strip(view.figures, address),
    markup.table(view.waiting, address),
)
if view.nothing:
    widgets.show(markup.sentence(view.nothing))
else:
    left, right = st.columns([9, 11], gap="medium")
    with left:
        widgets.show(
            markup.title(view.map_title),
            markup.tiles(view.map, address),
            markup.legend(view.map),
        )
    with right:
        widgets.show(markup.table(view.table, address))
