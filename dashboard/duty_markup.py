"""View-models of duties as HTML. Every word of theirs is escaped here."""

from collections.abc import Iterable
from html import escape

from dashboard.markup import Address, controls, note, state, terms
from dashboard.views.duty import DutyPage
from dashboard.views.long_lists import Paging
from dashboard.views.narrowing import Chip


def chips(found: Iterable[Chip], address: Address) -> str:
    """The choices in force; a click takes one back."""
    inner = "".join(
        f'<a class="q-chip" href="{escape(address(one.without))}" target="_self" '
        f'title="Bỏ điều kiện này">{escape(one.words)} <i>×</i></a>'
        for one in found
    )
    return f'<p class="q-chips">Đang lọc: {inner}</p>' if inner else ""


def paging(view: Paging, address: Address) -> str:
    """Nothing where all rows stand on one page."""
    return note(view.said) + controls(view.ways, address) if view.said else ""


def copy(place: str) -> str:
    """Copies the text of the field in that place: assets of the page shell listen for the click."""
    return f'<button type="button" class="q-copy" data-place="{escape(place)}">Chép tin</button>'


def duty(view: DutyPage) -> str:
    """How it stands, in one line; beneath it what that rests on."""
    since = f" <b>{escape(view.since)}</b>" if view.since else ""
    return (
        f'<section class="q-receipt"><p>{state(view.state)}{since}</p>{terms(view.lines)}</section>'
    )
