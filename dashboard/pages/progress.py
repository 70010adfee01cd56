"""How far a programme has come: its tasks and reports, one of them, or its units."""

import streamlit as st

from dashboard import cache, duty_markup, markup, matrix_markup, recording, session, widgets
from dashboard.views.progress import SECTION, SECTIONS, STAGE, Choice
from dashboard.views.progress_tables import ITEM, OF_UNIT, PROGRAMME

day, asked = session.day(), st.query_params
ask = cache.visiting()
address = widgets.addresses()
programmes = ask.progress.programmes(day)
code = asked.get(PROGRAMME) or next(iter(programmes), "")
section = asked.get(SECTION, "")
page = widgets.page_number(asked.get(widgets.PAGE_NUMBER))
choice = Choice(section, asked.get(ITEM, ""), page, asked.get(OF_UNIT, ""), asked.get(STAGE, ""))
view = ask.progress.view(code, choice, day)

widgets.head(
    view.heading,
    lambda: widgets.choose("Chương trình, kế hoạch", PROGRAMME, programmes, code),
    lambda: widgets.choose("Xem", SECTION, SECTIONS, section),
    widths=(3, 2),
    day=day,
)
widgets.show(
    markup.noted(session.noted()),
    markup.back(*view.back, address) if view.back else "",
    markup.sentences(view.said),
    markup.strip(view.strip, address) if view.strip else "",
    matrix_markup.legend(view.legend),
    *(markup.table(table, address) for table in view.tables),
    duty_markup.paging(view.pages, address),
)
if ask.progress.may_record():
    recording.figure_of_programme(ask, view, ask.progress.year(code, day))
