"""How firmly the places stand, and who is good at what: for those who prepare the decision."""

import streamlit as st

from dashboard import cache, markup, session, widgets
from dashboard.views.analysis import FIRST, SECOND, SECTIONS, STABILITY

period, day, asked = session.period(), session.day(), st.query_params
section = asked.get("muc") if asked.get("muc") in SECTIONS else STABILITY
pair = (asked.get(FIRST, ""), asked.get(SECOND, ""))
ask = cache.visiting()
address = widgets.addresses()
table = ask.rankings.table_code(period, asked.get("theo"))
view = ask.analysis.view(section, period, pair, day, table)

widgets.head(
    view.heading,
    lambda: widgets.choose("Nội dung", "muc", SECTIONS, section),
    *widgets.table_choice(ask.rankings.tables(period), table),
    lambda: widgets.choose_period(ask.periods(), period),
)
widgets.show(
    markup.sentences(view.said),
    *(markup.table(one, address) for one in view.tables),
)
if view.pair[0]:
    widgets.show(markup.title("Hai đơn vị, từng tiêu chí"))
    left, right, _ = st.columns([1, 1, 1])
    with left:
        widgets.choose("Đơn vị", FIRST, view.units, view.pair[0])
    with right:
        widgets.choose("So với", SECOND, view.units, view.pair[1])
    widgets.show(
        markup.sentence(view.pair_said),
        *(markup.table(one, address) for one in view.pair_tables),
    )
