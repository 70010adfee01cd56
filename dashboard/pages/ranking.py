"""The ranking of the period, to read, print, publish and put right; or one unit's scorecard."""

import streamlit as st

from dashboard import answering, cache, markup, publishing, score_markup, session, settling, widgets

period, day, asked = session.period(), session.day(), st.query_params
ask = cache.visiting()
address = widgets.addresses()
chosen = ask.rankings.asked(period, asked.get("theo"), asked.get("group"))
unit = ask.scorecards.unit_to_show(chosen, session.unit())

choices = (
    *widgets.table_choice(ask.rankings.tables(period), chosen.criteria),
    lambda: widgets.choose_unit(ask.labels(), unit),
    lambda: widgets.choose_period(ask.periods(), period),
)
if unit:
    card = ask.scorecards.card(chosen, unit, day)
    widgets.head(card.heading, *choices)
    widgets.show(markup.noted(session.noted()), score_markup.asked(card))
    answering.explanation(ask, card)
    answering.answer(ask, card)
    widgets.show(score_markup.scorecard(card, address))
    answering.request(ask, card)
    st.stop()

number = asked.get("cong-bo")
view = ask.rankings.stored(number, day) if number else ask.rankings.places(chosen, day)
widgets.head(view.heading, *widgets.group_choice(view.groups, view.group), *choices)
widgets.show(markup.noted(session.noted()), score_markup.places(view, address))
publishing.first(ask, view)
publishing.number(ask, view)
publishing.correction(ask, view)
settling.settle(ask, view)
