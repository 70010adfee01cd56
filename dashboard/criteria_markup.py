"""View-models of criteria tables as HTML. Every word of theirs is escaped here."""

from dashboard.markup import Address, links, sentence, sentences, table, terms
from dashboard.return_markup import tables
from dashboard.views.criteria import Checked, CriteriaPage, Difference
from dashboard.views.criteria_trial import Tried


def opened(view: CriteriaPage, address: Address) -> str:
    return (
        f'<section class="q-receipt">{terms(view.lines)}'
        f'<p class="q-links q-controls">{links(view.files, address)}</p></section>'
        f"{tables(view.tables, address)}"
    )


def checked(view: Checked, address: Address) -> str:
    """What has to be decided first: mistakes, what the table says of itself, what changes."""
    lines = f'<section class="q-receipt">{terms(view.lines)}</section>' if view.lines else ""
    said = sentence(view.said) + table(view.issues, address) + lines
    return said + difference(view.difference, address)


def difference(view: Difference | None, address: Address) -> str:
    return "" if view is None else sentence(view.said) + table(view.table, address)


def tried(view: Tried | None, address: Address) -> str:
    return "" if view is None else sentences(view.said) + table(view.table, address)
