"""What is past its day and still open, or what nearly is."""

import streamlit as st

from dashboard import cache, duty_markup, markup, session, widgets
from dashboard.views.narrowing import FACETS, choices
from dashboard.views.overdue import ABOUT, GROUPING, SOON, Asked
from dashboard.views.overdue_table import BY_UNIT, GROUPINGS

day, typed = session.day(), st.query_params
chosen, grouping = choices(typed.to_dict()), typed.get(GROUPING, BY_UNIT)
page, soon = widgets.page_number(typed.get(widgets.PAGE_NUMBER)), typed.get(ABOUT) == SOON
asked = Asked(grouping, chosen, page, soon)
ask = cache.visiting()
address = widgets.addresses()
view = ask.deadlines.overdue(asked, day)

widgets.head(
    view.heading,
    *(() if soon else (lambda: widgets.choose("Xếp theo", GROUPING, GROUPINGS, grouping),)),
    day=day,
)
widgets.narrow(FACETS[:4], view.options, FACETS[4:])
widgets.show(
    duty_markup.chips(view.chips, address),
    markup.controls(view.ways, address),
    markup.sentence(view.nothing),
    markup.table(view.table, address),
    duty_markup.paging(view.pages, address),
)
