"""What is past its day and still open."""

import streamlit as st

from dashboard import cache, markup, session, widgets
from dashboard.views.overdue import BY_UNIT, GROUPINGS

day, unit = session.day(), session.unit()
grouping = st.query_params.get("nhom", BY_UNIT)
ask = cache.visiting()
address = widgets.addresses()
view = ask.overdue(day, unit, grouping)

widgets.head(
    view.heading,
    lambda: widgets.choose_unit(ask.labels(), unit),
    lambda: widgets.choose("Xếp theo", "nhom", GROUPINGS, grouping),
)
widgets.show(markup.sentence(view.nothing), markup.table(view.table, address))
