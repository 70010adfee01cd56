"""Programmes: the list, one of them, a draft in the making."""

import streamlit as st

from dashboard import cache, drafting, markup, programme_markup, programming, session, widgets
from dashboard.views.programmes import CODE, DRAFT

day, asked = session.day(), st.query_params
ask = cache.visiting()
address = widgets.addresses()
_BACK = "Về danh sách chương trình, kế hoạch"

if asked.get(DRAFT):
    draft = ask.programmes.draft(asked[DRAFT], day)
    widgets.head(draft.heading)
    widgets.show(
        markup.back(_BACK, draft.back, address),
        markup.noted(session.noted()),
        programme_markup.draft(draft, address),
    )
    drafting.questions(ask, draft)
    drafting.confirm(ask, draft)
    drafting.adopt(ask, draft)
    drafting.tasks(ask, draft)
    drafting.drop(ask, draft)
elif asked.get(CODE):
    page = ask.programmes.page(asked[CODE], day)
    widgets.head(page.heading, day=day)
    widgets.show(
        markup.back(_BACK, page.back, address),
        markup.noted(session.noted()),
        programme_markup.opened(page, address),
    )
    programming.change(ask, page)
else:
    view = ask.programmes.listed(day)
    widgets.head(view.heading)
    widgets.show(
        markup.noted(session.noted()),
        markup.sentence(view.said),
        markup.table(view.table, address),
        markup.table(view.drafts, address),
    )
    programming.begin(ask, view)
