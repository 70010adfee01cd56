"""The ranking of the period, to read, print and publish; or one unit's scorecard."""

import streamlit as st

from dashboard import cache, markup, session, widgets
from data_access.actions.publication import publish

period, day = session.period(), session.day()
ask = cache.visiting()
address = widgets.addresses()
unit = ask.unit_to_show(period, session.unit())

choices = (
    lambda: widgets.choose_unit(ask.labels(), unit),
    lambda: widgets.choose_period(ask.periods(), period),
)
if unit:
    card = ask.scorecard(period, day, unit)
    widgets.head(card.heading, *choices)
    widgets.show(
        markup.sentences(card.summary),
        markup.back("Xem bảng của tất cả đơn vị", card.back, address),
        markup.table(card.table, address),
    )
    st.stop()

view = ask.places(period, day)
widgets.head(view.heading, *choices)
widgets.show(
    markup.sentence(view.instead),
    markup.table(view.table, address),
    markup.prints(view.prints, address),
)
decided = widgets.decision_form(view.to_publish, "Công bố")
if decided and widgets.run_action(lambda: publish(ask.engine, ask.actor, period)):
    st.rerun()
