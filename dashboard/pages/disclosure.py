"""The registers of disclosure, of consultations and the dossiers, reckoned against the law."""

import streamlit as st

from dashboard import cache, markup, session, widgets
from dashboard.views.register_page import DISCLOSED, REGISTER, REGISTERS

period, day = session.period(), session.day()
asked = st.query_params.get(REGISTER, DISCLOSED)
register = asked if asked in REGISTERS else DISCLOSED
ask = cache.visiting()
address = widgets.addresses()
unit, units = ask.acts_for(session.unit()), ask.units_to_act_for()
view = ask.disclosures.page(register, period, unit, units, day)

widgets.head(
    view.heading,
    lambda: widgets.choose("Sổ", REGISTER, REGISTERS, register),
    *widgets.unit_choice(view.units, view.unit or ""),
    lambda: widgets.choose_period(ask.periods(), period),
    widths=(2, 3, 2),
    day=day,
)
widgets.show(
    markup.strip(view.strip, address) if view.strip else "",
    markup.sentences(view.said),
    markup.controls(view.ways, address) if view.ways else "",
    *(markup.table(table, address) for table in view.tables),
)
