"""Who has reported and who has not, as a map and as a table; one unit's duties beneath."""

import streamlit as st

from dashboard import cache, markup, session, widgets
from dashboard.views.completion import CHOOSE

period, day, asked = session.period(), session.day(), session.unit()
quarter, form = period.quarter_of_record, st.query_params.get("form", "tu-cham")
ask = cache.visiting()
address = widgets.addresses()
view = ask.completion(quarter, form, day, asked)

widgets.head(
    view.heading,
    lambda: widgets.choose("Biểu mẫu", "form", ask.forms(), form),
    lambda: widgets.choose_period(ask.quarters(), quarter),
    day=day,
)
left, right = st.columns([9, 11], gap="medium")
with left:
    unit = widgets.tile_map(ask.tile_figure(quarter, form, day, asked), form) or asked
    widgets.show(markup.legend(view.map))
with right:
    table = ask.completion(quarter, form, day, unit).table
    widgets.show(markup.table(table, address))
duties = ask.duties(quarter, day, unit)
widgets.show(markup.table(duties, address) or markup.sentence(CHOOSE))
