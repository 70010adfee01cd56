"""Two rankings of the same units beside each other: what moved from one to the other."""

from dataclasses import dataclass
from decimal import Decimal

from scoring.ranking import Place, Ranking, Unranked


@dataclass(frozen=True)
class GivenPlace:
    """What one ranking says of a unit; `rank` None: unranked, for the reason in `note`."""

    rank: int | None
    total: Decimal | None
    class_name: str | None
    note: str


@dataclass(frozen=True)
class PlacePair:
    """A unit in both rankings; None where it is not in that one."""

    unit: str
    name: str
    group: str | None
    before: GivenPlace | None
    after: GivenPlace | None

    @property
    def moved(self) -> bool:
        return self.before != self.after


def side_by_side(before: Ranking, after: Ranking) -> tuple[PlacePair, ...]:
    """Every unit of either, in the order of the second; those it lacks, last."""
    olds, news = _by_unit(before), _by_unit(after)
    units = dict.fromkeys((*news, *olds))
    return tuple(_pair(olds.get(unit), news.get(unit)) for unit in units)


def _by_unit(ranking: Ranking) -> dict[str, Place | Unranked]:
    return {one.unit: one for one in (*ranking.places, *ranking.unranked)}


def _pair(old: Place | Unranked | None, new: Place | Unranked | None) -> PlacePair:
    named = new or old
    return PlacePair(named.unit, named.name, named.group, _given(old), _given(new))


def _given(one: Place | Unranked | None) -> GivenPlace | None:
    if isinstance(one, Place):
        return GivenPlace(one.rank, one.total, one.class_name, one.note)
    return None if one is None else GivenPlace(None, None, one.class_name, one.reason)
