"""Units with what became of them, offices with who holds them, areas with who follows them."""

import streamlit as st

from dashboard import assigning, cache, duty_markup, markup, reorganising, session, widgets
from dashboard.views.offices import CHOSEN
from dashboard.views.people import BOOKS, UNITS

day, typed = session.day(), st.query_params
asked = typed.get("xem", UNITS)
book = asked if asked in BOOKS else UNITS
page = widgets.page_number(typed.get(widgets.PAGE_NUMBER))
ask = cache.visiting()
address = widgets.addresses()
view = ask.people.view(book, session.unit(), typed.get(CHOSEN) or None, day, page)

widgets.head(
    view.heading,
    lambda: widgets.choose("Xem", "xem", BOOKS, book),
    *((lambda: widgets.choose_unit(ask.labels(), session.unit()),) if book == UNITS else ()),
    day=day,
)
widgets.show(markup.noted(session.noted()))
if view.detail is not None:
    widgets.show(
        markup.known(view.detail.said),
        markup.controls(view.detail.ways, address),
        markup.table(view.detail.changes, address),
    )
widgets.show(
    markup.table(view.history, address),
    markup.sentence(view.said),
    markup.table(view.table if view.detail is None else None, address),
    duty_markup.paging(view.paging, address),
)
if view.known is not None:
    assigning.forms(ask, view.code, view.known)
    reorganising.forms(ask, view.code, view.known, session.unit())
