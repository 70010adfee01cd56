"""The forms there are, the documentation of one, and bringing in a new version."""

import streamlit as st

from dashboard import cache, deciding, fields, markup, return_markup, session, widgets

day, asked = session.day(), st.query_params
ask = cache.visiting()
address = widgets.addresses()

if asked.get("bieu"):
    page = ask.form_files.page(asked["bieu"], asked.get("ban", ""), day)
    widgets.head(page.heading)
    widgets.show(
        markup.back("Về danh sách biểu mẫu", page.back, address),
        return_markup.form_page(page, address),
    )
    st.stop()

view = ask.form_files.forms(day)
widgets.head(view.heading)
widgets.show(
    markup.noted(session.noted()),
    markup.sentence(view.said),
    markup.table(view.table, address),
    markup.title("Nạp biểu mẫu"),
)
uploaded = fields.file("Tệp dữ liệu của biểu mẫu (YAML)", "bieu-mau")
if uploaded:
    content = uploaded.getvalue()
    checked = ask.form_files.checked(content)
    widgets.show(return_markup.checked_form(checked, address))
    deciding.import_form_file(ask, content, checked.done)
    widgets.show(return_markup.tables(checked.tables, address))
