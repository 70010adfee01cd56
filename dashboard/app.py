"""Run anew for each view of a page: who looks, which page, and what may be refused."""

import streamlit as st

from dashboard import cache, session, theme, widgets
from dashboard.navigation import ENTRIES, by_section
from dashboard.web.sign_in_form import TITLE

pages = {
    entry: st.Page(
        entry.script, title=entry.title, url_path=entry.address, default=not entry.address
    )
    for entry in ENTRIES
}
page = st.navigation(list(pages.values()), position="hidden")
st.set_page_config(page_title=f"{page.title} – {TITLE}", layout="wide")
theme.dress()

with session.visit() as actor, widgets.guarded(page.title):
    scene = cache.visiting().scene(session.day())
    sections = by_section(actor.role)
    listed = [(section, [pages[one] for one in entries]) for section, entries in sections]
    widgets.sidebar(scene.committee, listed, actor)
    page.run()
