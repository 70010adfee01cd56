"""Handing in a return: the form to fill in, the file, the receipt or what must be corrected."""

import streamlit as st

from dashboard import cache, markup, session, widgets
from data_access.actions.returns import submit_return

quarter, day = session.period().quarter_of_record, session.day()
engine, actor = session.engine(), session.actor()
ask = cache.asking(engine, actor)
address = widgets.addresses()
unit = ask.acts_for(session.unit())
view = ask.asked(unit, st.query_params.get("form"), quarter, day)

widgets.head(
    view.heading,
    lambda: widgets.choose("Đơn vị", "unit", ask.units_to_act_for(), unit or ""),
    lambda: widgets.choose("Biểu mẫu", "form", dict(view.forms), view.form),
    lambda: widgets.choose_period(ask.quarters(), quarter),
)
if view.instead:
    widgets.show(markup.sentence(view.instead))
    st.stop()

widgets.show(markup.steps(view, address))
uploaded = widgets.upload_form()
if uploaded:
    content = uploaded.getvalue()
    kept = widgets.run_action(lambda: submit_return(engine, actor, uploaded.name, content))
    widgets.open_outcome(kept)

ask = cache.asking(engine, actor)
outcome, history = ask.outcome(st.query_params.get("bai")), ask.history(unit)
widgets.show(markup.outcome(outcome, address), markup.table(history, address))
