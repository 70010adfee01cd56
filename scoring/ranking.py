"""Places inside peer groups: equal printed totals share a place (1-2-2-4); the unranked say why."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from scoring.scorecards import Scorecard


@dataclass(frozen=True)
class Place:
    rank: int
    unit: str
    name: str
    group: str | None
    total: Decimal
    class_name: str | None
    note: str = ""


@dataclass(frozen=True)
class Unranked:
    unit: str
    name: str
    group: str | None
    reason: str
    class_name: str | None = None


@dataclass(frozen=True)
class Ranking:
    """Places group by group, then by rank and unit code; nobody is ranked for what is missing."""

    places: tuple[Place, ...]
    unranked: tuple[Unranked, ...]


def rank(cards: Sequence[Scorecard], group: str | None = None) -> Ranking:
    """Rank the scorecards of one group, or of every group by itself."""
    chosen = [card for card in cards if group is None or card.group == group]
    groups = sorted({card.group or "" for card in chosen})
    places = tuple(
        place
        for name in groups
        for place in _places([card for card in chosen if (card.group or "") == name])
    )
    unranked = sorted(
        (_unranked(card) for card in chosen if card.total is None),
        key=lambda one: (one.group or "", one.unit),
    )
    return Ranking(places, tuple(unranked))


def _places(cards: Sequence[Scorecard]) -> list[Place]:
    scored = [card for card in cards if card.total is not None]
    rank_by_total = _ranks(Counter(card.total for card in scored))
    places = [
        Place(
            rank_by_total[card.total],
            card.unit,
            card.name,
            card.group,
            card.total,
            card.class_name,
            card.note,
        )
        for card in scored
    ]
    return sorted(places, key=lambda place: (place.rank, place.unit))


def _ranks(units_by_total: Counter[Decimal]) -> dict[Decimal, int]:
    ranks, above = {}, 0
    for total in sorted(units_by_total, reverse=True):
        ranks[total] = above + 1
        above += units_by_total[total]
    return ranks


def _unranked(card: Scorecard) -> Unranked:
    reason = card.unranked or ""
    if card.note:
        reason = f"{reason}. {card.note}"
    return Unranked(card.unit, card.name, card.group, reason, card.class_name)
