"""Phân công địa bàn on a day: who follows which units, and which units nobody follows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Engine

from data_access import catalogue
from data_access.accounts import Actor
from data_access.areas import Assignment, assignments_on
from data_access.database import reading
from data_access.offices import offices_held
from data_access.queries.offices import Holder, holders_in
from data_access.trees import tree_of
from scoring.units import Unit


@dataclass(frozen=True)
class FollowedUnit:
    unit: Unit
    assignment: Assignment


@dataclass(frozen=True)
class Area:
    """What one office follows on the day; units that no longer exist then are left out."""

    holder: Holder
    units: tuple[FollowedUnit, ...]


@dataclass(frozen=True)
class Areas:
    """`unfollowed`: units of a kind that is followed elsewhere, and that nobody follows."""

    areas: tuple[Area, ...]
    unfollowed: tuple[Unit, ...]


def areas(engine: Engine, actor: Actor, day: date) -> Areas:
    """Of every office that follows somebody. No secret from anybody of the same tree."""
    with reading(engine) as connection:
        tree = tree_of(connection, actor)
        units = [one for one in catalogue.units(connection) if tree is None or one.code in tree]
        existing = [one for one in units if one.exists_on(day)]
        holders = holders_in(connection, day)
        assigned = assignments_on(connection, day)
    return _areas(holders, assigned, existing)


def followed_by(connection: Connection, user: str, day: date) -> frozenset[str]:
    """Codes of the units that the offices held by this account follow on the day: "of mine"."""
    held = offices_held(connection, user, day)
    if not held:
        return frozenset()
    existing = {one.code for one in catalogue.units(connection) if one.exists_on(day)}
    assigned = assignments_on(connection, day)
    return frozenset(one.unit for one in assigned if one.office in held) & existing


def followers(connection: Connection, unit: str, day: date) -> tuple[Holder, ...]:
    """The offices that follow one unit, with who holds them."""
    offices = {one.office for one in assignments_on(connection, day, unit)}
    return tuple(one for one in holders_in(connection, day) if one.office.code in offices)


def _areas(
    holders: Iterable[Holder], assigned: Iterable[Assignment], existing: Iterable[Unit]
) -> Areas:
    by_code = {unit.code: unit for unit in existing}
    followed: defaultdict[str, list[FollowedUnit]] = defaultdict(list)
    for one in assigned:
        if one.unit in by_code:
            followed[one.office].append(FollowedUnit(by_code[one.unit], one))
    found = (Area(one, tuple(followed[one.office.code])) for one in holders)
    covered = {one.unit.code for units in followed.values() for one in units}
    kinds = {by_code[code].kind for code in covered}
    left = (one for one in by_code.values() if one.kind in kinds and one.code not in covered)
    return Areas(tuple(area for area in found if area.units), tuple(left))
