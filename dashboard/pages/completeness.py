"""How complete the returns are: five figures with the names behind them, or unit by unit."""

import streamlit as st

from dashboard import cache, duty_markup, markup, matrix_markup, session, widgets
from dashboard.views import completeness as rates
from dashboard.views import completeness_sheet as sheet

period, day, unit = session.period(), session.day(), session.unit() or ""
asked = st.query_params
section, form = asked.get(rates.SECTION, ""), asked.get(rates.FORM, "")
page = widgets.page_number(asked.get(widgets.PAGE_NUMBER))
ask = cache.visiting()
address = widgets.addresses()
if section == rates.SHEET:
    lines = sheet.Choice(form, unit, asked.get(sheet.SCOPE, ""), page)
    view = ask.completeness.sheet(lines, period.year, day)
    narrowing = ("Các dòng", sheet.SCOPE, sheet.SCOPES, lines.scope)
else:
    names = (asked.get(rates.GROUP, ""), asked.get(rates.NAMES, ""))
    rows = rates.Choice(asked.get(rates.BY, ""), form, unit, *names, page)
    view = ask.completeness.rates(rows, period, day)
    levels = {code: words for code, (_, words) in rates.LEVELS.items()}
    narrowing = ("Tính theo", rates.BY, levels, rows.by)

widgets.head(
    view.heading,
    lambda: widgets.choose("Xem", rates.SECTION, rates.SECTIONS, section),
    lambda: widgets.choose_period(ask.periods(), period),
    day=day,
)
first, second, third = st.columns(3)
with first:
    widgets.choose(*narrowing)
with second:
    forms = {"": rates.EVERY_FORM, **ask.forms()}
    widgets.choose("Biểu mẫu", rates.FORM, forms, form)
with third:
    widgets.choose_unit(ask.labels(), unit)
if section == rates.SHEET:
    widgets.show(
        markup.sentence(view.nothing),
        matrix_markup.legend(view.sheet.legend, sheet.EMPTY),
        matrix_markup.sheet(view.sheet, view.lines, address),
    )
else:
    widgets.show(
        markup.sentence(view.said),
        markup.strip(view.strip, address) if view.strip else "",
        markup.table(view.table, address),
        markup.back(rates.BACK, view.back, address),
        matrix_markup.two_lists(view, address),
    )
widgets.show(duty_markup.paging(view.pages, address), markup.controls(view.ways, address))
