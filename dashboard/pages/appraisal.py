"""Giving points: what waits, then one unit across criteria or one criterion across units."""

import streamlit as st

from dashboard import appraising, cache, markup, session, widgets
from dashboard.views.appraisal import SCOPES, Choice
from dashboard.views.appraisal_grid import NOTHING_SEEN

period, day, asked = session.period(), session.day(), st.query_params
ask = cache.visiting()
address = widgets.addresses()
criteria, scope = ask.rankings.table_code(period, asked.get("theo")), asked.get("xem") or ""
unit, criterion = session.unit(), asked.get("tieu-chi") or None
page, on_screen = (
    widgets.page_number(asked.get(widgets.PAGE_NUMBER)),
    session.shown_before(NOTHING_SEEN),
)
choice = Choice(unit, criterion, scope, page, tuple(on_screen))
view = ask.appraisals.page(period, criteria, choice, day)

widgets.head(
    view.heading,
    *widgets.table_choice(ask.rankings.tables(period), criteria),
    lambda: widgets.choose_unit(dict(view.units), unit),
    lambda: widgets.choose("Tiêu chí", "tieu-chi", view.criteria_options, criterion or ""),
    lambda: widgets.choose_period(ask.periods(), period),
)
widgets.show(
    markup.controls(view.ways, address) if view.ways else "",
    markup.sentences(view.said),
    *(markup.table(table, address) for table in view.tables),
)
if unit or criterion:
    widgets.choose("Xem", "xem", SCOPES, scope)
    appraising.grid(ask, view, address)
    # Beneath the button that was pressed: the page may be long.
    widgets.show(markup.noted(session.noted()))
    appraising.ask_for_explanation(ask, view)
