"""Inspections: who goes where, what was found, what is to be put right."""

import streamlit as st

from dashboard import cache, inspecting, markup, session, widgets
from dashboard.views.inspections import NOTHING

day = session.day()
ask = cache.visiting()
address = widgets.addresses()
typed = st.query_params.get("nam", "")
year = int(typed) if typed.isdecimal() and len(typed) == 4 else None
unit, units = session.unit(), ask.units_to_act_for()
view = ask.inspections.view(day, year, unit)

widgets.head(
    view.heading,
    lambda: widgets.choose("Năm", "nam", view.years, typed),
    *((lambda: widgets.choose_unit(units, unit),) if units else ()),
    day=day,
)
widgets.show(markup.noted(session.noted()), markup.sentence("" if view.books else NOTHING))
for book in view.books:
    widgets.show(
        markup.title(book.title), markup.known(book.said), markup.table(book.visits, address)
    )
widgets.show(markup.table(view.recommended, address))
inspecting.forms(ask, view, day)
