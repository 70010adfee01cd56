"""Which criteria tables are in force on a day, and which two may not be so together."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Protocol, TypeVar

from scoring.criteria import CriteriaSet


class Dated(Protocol):
    """A version of a table as far as its days go; None: without beginning, without end."""

    code: str
    in_force_from: date | None
    in_force_to: date | None


Version = TypeVar("Version", bound=Dated)


def in_force(versions: Iterable[Version], day: date) -> tuple[Version, ...]:
    """Of each table its version in force on that day; of several, the latest to come into force,
    and of those the last one given. Ordered by that day, the latest first, then by code."""
    found: dict[str, Version] = {}
    for version in versions:
        if _covers(version, day):
            held = found.get(version.code)
            if held is None or _begins(held) <= _begins(version):
                found[version.code] = version
    by_code = sorted(found.values(), key=lambda version: version.code)
    return tuple(sorted(by_code, key=_begins, reverse=True))


def clashing(versions: Sequence[CriteriaSet], added: CriteriaSet) -> CriteriaSet | None:
    """Another table that would be in force together with `added` for the same kind of unit with
    the same self-score form: nobody could tell which of the two a return answers."""
    every = (*versions, added)
    for day in _turning_days(every):
        here = in_force(every, day)
        if added in here:
            found = next((one for one in here if _same_return(one, added)), None)
            if found is not None:
                return found
    return None


def _same_return(one: CriteriaSet, other: CriteriaSet) -> bool:
    if one.code == other.code or one.form != other.form:
        return False
    shared = set(one.unit_kinds) & set(other.unit_kinds)
    return bool(shared) or not one.unit_kinds or not other.unit_kinds


def _turning_days(versions: Sequence[CriteriaSet]) -> list[date]:
    """The days on which something comes into or goes out of force: between them nothing changes."""
    begun = {_begins(one) for one in versions}
    ended = {one.in_force_to + timedelta(1) for one in versions if one.in_force_to}
    return sorted(begun | ended)


def _begins(version: Dated) -> date:
    return version.in_force_from or date.min


def _covers(version: Dated, day: date) -> bool:
    return _begins(version) <= day and (version.in_force_to is None or day <= version.in_force_to)
