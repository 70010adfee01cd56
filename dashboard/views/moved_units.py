"""Whom a correction moved, for paper: one cell says what was and what is."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.views.appraisals import points_text
from dashboard.views.table import ABSENT
from data_access.queries.publications import Correction
from scoring.side_by_side import GivenPlace, PlacePair

TITLE = "Đơn vị có thay đổi (trước → sau)"
NOBODY = "Đính chính không làm thay đổi thứ, điểm và xếp loại của đơn vị nào."

Said = Callable[[GivenPlace], str | None]


@dataclass(frozen=True)
class MovedUnits:
    """The first column is the unit's name."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def moved_units(correction: Correction | None) -> MovedUnits | None:
    """None where nothing is corrected, or nobody moved."""
    moved = correction.moved if correction else ()
    if not moved:
        return None
    told = [(heading, said) for heading, said in _COLUMNS if any(_sides(moved, said))]
    headings = ("Đơn vị", *(heading for heading, _ in told))
    rows = tuple((one.name, *(_change(one, said) for _, said in told)) for one in moved)
    return MovedUnits(TITLE, headings, rows)


def rank_text(given: GivenPlace) -> str | None:
    return None if given.rank is None else str(given.rank)


def total_text(given: GivenPlace) -> str | None:
    return None if given.total is None else points_text(given.total)


def class_text(given: GivenPlace) -> str | None:
    return given.class_name


def side(given: GivenPlace | None, said: Said) -> str:
    return (said(given) if given else None) or ABSENT


# A table that gives no points, no places or no classes has no such column here either.
_COLUMNS: tuple[tuple[str, Said], ...] = (
    ("Xếp thứ", rank_text),
    ("Tổng điểm", total_text),
    ("Xếp loại", class_text),
)


def _sides(moved: tuple[PlacePair, ...], said: Said) -> list[str | None]:
    return [said(given) for one in moved for given in (one.before, one.after) if given]


def _change(one: PlacePair, said: Said) -> str:
    before, after = side(one.before, said), side(one.after, said)
    return after if before == after else f"{before} → {after}"
