"""One duty: what was printed, how it was read, when it is due, and all that became of it."""

import streamlit as st

from dashboard import cache, duty_markup, granting, markup, session, widgets
from dashboard.views.standing_words import KEY

day = session.day()
ask = cache.visiting()
address = widgets.addresses()
present = day == session.today()
view = ask.deadlines.duty(st.query_params.get(KEY, ""), day, present=present)

widgets.head(view.heading, day=day)
widgets.show(
    markup.controls(view.ways, address),
    duty_markup.duty(view),
    # Beside the forms: whoever pressed a button down here would not see it further up.
    markup.noted(session.noted()),
)
granting.grant(ask, view)
widgets.show(markup.table(view.history, address))
