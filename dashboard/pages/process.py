"""One return from its first file to the last word: versions, differences, feed, evidence."""

import streamlit as st

from dashboard import cache, deciding, markup, return_markup, session, widgets

period, day = session.period(), session.day()
ask = cache.visiting()
address = widgets.addresses()
unit, asked = ask.acts_for(session.unit()), st.query_params
view = ask.returns.process(unit, asked.get("form"), period, day)

widgets.head(
    view.heading,
    *widgets.unit_choice(ask.units_to_act_for(), unit),
    lambda: widgets.choose("Biểu mẫu", "form", dict(view.forms), view.form),
    lambda: widgets.choose_period(ask.periods(), period),
    widths=(2, 3, 2),
)
if view.instead:
    widgets.show(markup.sentence(view.instead))
    st.stop()

widgets.show(
    markup.noted(session.noted()),
    markup.sentence(view.said),
    markup.back("Nộp báo cáo này", view.submit, address),
    markup.table(view.versions, address),
)
older, newer = widgets.choose_two("So sánh", view.versions_by_number)
difference = ask.returns.difference(older, newer)
widgets.show(return_markup.difference(difference, address))
widgets.show(return_markup.feed(view.feed, address))
deciding.comment(ask, view.may_speak_on)
deciding.withdraw(ask, view.may_speak_on)
widgets.show(markup.table(view.evidence, address))
deciding.attach_files(ask, view)
