"""The books kept beside the returns: models, figures of other bodies, plans to make good."""

import streamlit as st

from dashboard import cache, markup, registering, session, widgets
from dashboard.views.registers import BOOKS, MODELS

period, day = session.period(), session.day()
asked = st.query_params.get("so", MODELS)
book = asked if asked in BOOKS else MODELS
ask = cache.visiting()
address = widgets.addresses()
unit, units = ask.acts_for(session.unit()), ask.units_to_act_for()
table = ask.rankings.table_code(period, st.query_params.get("theo"))
view = ask.registers.view(book, period, unit, units, day, table)

widgets.head(
    view.heading,
    lambda: widgets.choose("Sổ", "so", BOOKS, book),
    *widgets.table_choice(ask.rankings.tables(period), table),
    *widgets.unit_choice(view.units, view.unit or ""),
    lambda: widgets.choose_period(ask.periods(), period),
    widths=(3, 3, 2, 2),
)
widgets.show(
    markup.noted(session.noted()),
    markup.sentence(view.book.said),
    markup.table(view.book.table, address),
    markup.sentence(view.hint),
)
registering.record(ask, view, period)
registering.close(ask, view)
