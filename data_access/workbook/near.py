"""What may have been meant: only to suggest, never to decide."""

from collections.abc import Iterable
from difflib import get_close_matches

from data_access.workbook.text import folded

_LONGEST = 100
_SIMILAR = 0.75


def only_near(wanted: str, candidates: Iterable[str]) -> str:
    """The one text like the wanted one; empty where there is none, or more than one."""
    by_letters = {folded(text[:_LONGEST]): text for text in candidates if text.strip()}
    near = get_close_matches(folded(wanted[:_LONGEST]), by_letters, n=2, cutoff=_SIMILAR)
    return " ".join(by_letters[near[0]].split()) if len(near) == 1 else ""
