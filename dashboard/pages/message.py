"""A polite message to the units that are late, ready to be copied into Zalo."""

import streamlit as st

from dashboard import cache, markup, messaging, session, widgets
from dashboard.views.narrowing import choices
from dashboard.views.overdue import BACK, back_to
from dashboard.views.reminder_message import ABOUT, ABOUTS, EACH, OVERDUE, WAY, WAYS

day, typed = session.day(), st.query_params
chosen = choices(typed.to_dict())
way, about = typed.get(WAY, EACH), typed.get(ABOUT, OVERDUE)
ask = cache.visiting()
address = widgets.addresses()
found = ask.deadlines.to_remind(chosen, about, day)

widgets.head(
    found.heading,
    lambda: widgets.choose("Cách soạn", WAY, WAYS, way),
    lambda: widgets.choose("Nội dung", ABOUT, ABOUTS, about),
    day=day,
)
widgets.show(
    markup.noted(session.noted()),
    markup.controls(((BACK, back_to(chosen)),), address),
    markup.sentence(found.said),
)
if found.units:
    units = messaging.choose_units(found.units, chosen)
    view = ask.deadlines.messages(chosen, about, units, way, day)
    widgets.show(markup.sentence(view.said))
    messaging.write(ask, view)
