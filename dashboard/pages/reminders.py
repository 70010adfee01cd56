"""Reminders by mail: what goes out on a day, what went out, to whom."""

import streamlit as st

from dashboard import cache, mailing, markup, session, widgets
from dashboard.views.reminders import MAILS

day, asked = session.day(), st.query_params
ask = cache.visiting()
address = widgets.addresses()
view = ask.reminders.view(asked.get("muc", MAILS), day, asked.get("thu", ""))

widgets.head(
    view.heading,
    lambda: widgets.choose("Mục", "muc", view.sections, view.code),
    widths=(3,),
    day=day,
)
widgets.show(markup.noted(session.noted()), markup.sentence(view.said))
mailing.read(view.letter)
mailing.send_again(ask, view)
widgets.show(markup.table(view.table, address))
mailing.add(ask, view)
mailing.remove(ask, view)
