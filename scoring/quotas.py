"""Quotas: at most so many units keep a class, the first by place; the others go one class down."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Protocol

from scoring.classification import Classified, close, noted
from scoring.criteria import CriteriaSet
from scoring.criteria_classes import Quota
from scoring.criteria_terms import Among, AtTie
from scoring.facts import DecidedClass
from scoring.numbers import decimal_comma, rounded


class Placed(Protocol):
    """What a quota looks at of a place."""

    rank: int
    unit: str
    group: str | None
    total: Decimal | None
    class_name: str | None


@dataclass(frozen=True)
class Held:
    """What the quotas made of a unit's class (None: left open), and why."""

    class_name: str | None
    note: str


def hold(
    table: CriteriaSet, places: Sequence[Placed], decided: Mapping[str, DecidedClass]
) -> Mapping[str, Held]:
    """The units whose class a quota changes. Quotas are looked at in the order written, each on
    the classes the one before it left; `decided` closes a class that a quota left open."""
    classes = {place.unit: Classified(place.class_name) for place in places}
    for quota in table.quotas:
        for within in _shared_among(quota, places):
            classes |= _over_quota(table, quota, within, classes, decided)
    return {unit: Held(one.name, one.note) for unit, one in classes.items() if one.note}


def _shared_among(quota: Quota, places: Sequence[Placed]) -> Iterable[Sequence[Placed]]:
    """Those who share one quota, best first."""
    if quota.among is Among.ALL:
        return [sorted(places, key=_across_groups)]
    within: dict[str | None, list[Placed]] = {}
    for place in sorted(places, key=lambda place: place.rank):
        within.setdefault(place.group, []).append(place)
    return within.values()


def _across_groups(place: Placed) -> Decimal:
    return place.total.copy_negate()


def _over_quota(
    table: CriteriaSet,
    quota: Quota,
    places: Sequence[Placed],
    classes: Mapping[str, Classified],
    decided: Mapping[str, DecidedClass],
) -> Mapping[str, Classified]:
    base = sum(_counts(quota, classes[place.unit]) for place in places)
    seats = _seats(quota, base)
    changed, kept, full = {}, 0, False
    holders = [place for place in places if classes[place.unit].name == quota.class_name]
    for _, rung in groupby(holders, key=lambda place: _standing(quota, place)):
        units = [place.unit for place in rung]
        at_edge = not full and kept < seats < kept + len(units)
        full = full or kept + len(units) > seats
        kept += len(units)
        if full and not (at_edge and quota.at_tie is AtTie.ALL):
            manual = at_edge and quota.at_tie is AtTie.MANUAL
            note = _note(table, quota, base, seats, manual)
            for unit in units:
                held = noted(classes[unit], *note)
                changed[unit] = close(held, decided.get(unit)) if manual else held
    return changed


def _standing(quota: Quota, place: Placed) -> Hashable:
    return place.total if quota.among is Among.ALL else place.rank


def _counts(quota: Quota, classified: Classified) -> bool:
    return not quota.of or classified.name in quota.of


def _seats(quota: Quota, base: int) -> int:
    if quota.percent is None:
        return quota.count or 0
    return max(quota.least, int(rounded(Fraction(quota.percent) * base / 100, 0, quota.rounding)))


def _note(
    table: CriteriaSet, quota: Quota, base: int, seats: int, manual: bool
) -> tuple[str | None, str]:
    """The class that comes of it, and the words."""
    said = f"{quota.class_name}: {_limit(quota, base, seats)}"
    if manual:
        return None, f"{said}, cùng thứ ở vị trí cuối: tập thể Ban Chỉ đạo quyết định"
    names = [band.name for band in table.classes]
    lower = next(iter(names[names.index(quota.class_name) + 1 :]), None)
    return lower, f"{said}, xếp xuống {lower}" if lower else f"{said}, chưa xếp loại"


def _limit(quota: Quota, base: int, seats: int) -> str:
    if quota.percent is None:
        return f"tối đa {seats} đơn vị"
    least = f", ít nhất {quota.least}" if quota.least else ""
    share = f"{decimal_comma(quota.percent)}% của {base} đơn vị{least}"
    return f"tối đa {share}, tức {seats} đơn vị"
