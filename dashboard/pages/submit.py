"""Handing in a return: the form to fill in, the file, a look at what was read, the receipt."""

import streamlit as st

from dashboard import cache, handing_in, markup, return_markup, session, widgets

period, day = session.period(), session.day()
ask = cache.visiting()
address = widgets.addresses()
unit, numbers = ask.acts_for(session.unit()), st.query_params.get("bai")
view = ask.returns.asked(unit, st.query_params.get("form"), period, day)

widgets.head(
    view.heading,
    *widgets.unit_choice(ask.units_to_submit_for(), unit),
    lambda: widgets.choose("Biểu mẫu", "form", dict(view.forms), view.form),
    lambda: widgets.choose_period(ask.periods(), period),
    widths=(2, 3, 2),
)
if view.instead:
    widgets.show(markup.sentence(view.instead))
    st.stop()

widgets.show(
    return_markup.sent_back(ask.returns.sent_back(view.expected)),
    return_markup.steps(view, address),
)
handing_in.take(ask, view, ask.returns.remarks(numbers))
shown = ask.returns.shown(numbers)
widgets.show(
    markup.noted(session.noted()),
    markup.outcome(shown.outcome, address),
    return_markup.offer(shown.offer, address),
    return_markup.batch(shown.batch, address),
)
handing_in.confirm(ask, shown.confirmation)
widgets.show(
    return_markup.offer_details(shown.offer, address),
    return_markup.history(ask.returns.history(unit), address),
)
handing_in.verify(ask, address)
