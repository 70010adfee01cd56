"""View-models of programmes as HTML. Every word of theirs is escaped here."""

from html import escape

from dashboard.markup import Address, controls, links, sentences, table, terms
from dashboard.return_markup import tables
from dashboard.views.programme import ProgrammePage
from dashboard.views.programme_draft import DraftPage
from dashboard.views.programmes import Checked
from dashboard.views.readings import Asked


def opened(view: ProgrammePage, address: Address) -> str:
    related = f'<p class="q-links q-controls">{links(view.related, address)}</p>'
    return (
        f'<section class="q-receipt">{terms(view.lines)}'
        f"{related if view.related else ''}{controls(view.files, address)}</section>"
        f"{tables(view.tables, address)}"
    )


def checked(view: Checked, address: Address) -> str:
    return sentences(view.said) + table(view.issues, address)


def draft(view: DraftPage, address: Address) -> str:
    return sentences(view.said) + controls(view.files, address) + tables(view.tables, address)


def asked(view: Asked) -> str:
    return f'<p class="q-said"><strong>{escape(view.title)}</strong></p>{sentences(view.said)}'
