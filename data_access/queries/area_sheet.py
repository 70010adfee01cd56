"""Phiếu địa bàn: what a member should know of a unit before he goes there, as of a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import Connection, Engine

from data_access import catalogue
from data_access.accounts import SEES_ALL, Actor, Role, require_role
from data_access.clock import end_of
from data_access.database import reading
from data_access.permissions import require_own_unit
from data_access.queries import inspections, obligations, publications
from data_access.queries.areas import followed_by, followers
from data_access.queries.inspections import VisitStanding
from data_access.queries.offices import Holder, holders_in
from data_access.queries.unit_figures import UnitFigures, unit_figures
from data_access.rankings import Publication
from data_access.recipients import Recipient, recipients
from data_access.recommended_duties import INSPECTION
from data_access.standings import Standing
from data_access.trees import tree_of
from scoring.obligations import State
from scoring.periods import Period
from scoring.refusals import Refusal, Refused
from scoring.units import Unit

READERS = SEES_ALL | {Role.MEMBER, Role.UNIT}
_AHEAD = timedelta(days=30)
# Stored rankings are large; whoever is not in the last few is in none that matters today.
_LOOKED_AT = 6


@dataclass(frozen=True)
class Rated:
    """What was published of the unit: its place among how many of its group, and its class."""

    period: Period
    place: int | None
    of: int
    total: Decimal | None
    class_name: str | None
    reason: str
    publication: Publication


@dataclass(frozen=True)
class AreaSheet:
    """`figures`: None where nothing is known, or not for this reader. `duties`: overdue ones first,
    then those due within a month. `offices` and `recipients` are whom to talk to there."""

    unit: Unit
    parent: Unit | None
    day: date
    followers: tuple[Holder, ...]
    offices: tuple[Holder, ...]
    recipients: tuple[Recipient, ...]
    rated: Rated | None
    figures: UnitFigures | None
    duties: tuple[Standing, ...]
    visits: tuple[VisitStanding, ...]


def sheet(engine: Engine, actor: Actor, unit: str, day: date) -> AreaSheet:
    """For the committee's people, and for the unit itself. The figures of a return are shown to a
    member only of the units he follows."""
    with reading(engine) as connection:
        of = _require_sight(connection, actor, unit)
        parent = catalogue.find_unit(connection, of.parent) if of.parent else None
        followed = followers(connection, unit, day)
        known = [one for one in holders_in(connection, day) if one.office.unit == unit]
        mails = tuple(one for one in recipients(connection) if one.unit == unit)
        seen = _sees_figures(connection, actor, unit, day)
        figures = unit_figures(connection, of, day) if seen else None
    return AreaSheet(
        of,
        parent,
        day,
        followed,
        tuple(known),
        mails,
        _rated(engine, actor, unit, day),
        figures,
        _duties(engine, actor, unit, day),
        inspections.visits_of(engine, actor, unit, day),
    )


def _require_sight(connection: Connection, actor: Actor, unit: str) -> Unit:
    require_role(actor, READERS)
    found = catalogue.unit(connection, unit)
    require_own_unit(connection, actor, unit)
    tree = tree_of(connection, actor)
    if tree is not None and unit not in tree:
        raise Refused(Refusal.UNKNOWN_UNIT, unit=unit)
    return found


def _sees_figures(connection: Connection, actor: Actor, unit: str, day: date) -> bool:
    return actor.role is not Role.MEMBER or unit in followed_by(connection, actor.user, day)


def _rated(engine: Engine, actor: Actor, unit: str, day: date) -> Rated | None:
    """By the latest publication that has the unit in it, a correction before what it corrects."""
    known = [one for one in publications.listed(engine) if one.at < end_of(day)]
    known.sort(key=lambda one: (one.period.last_day, one.id), reverse=True)
    return next(_ratings(engine, actor, unit, known[:_LOOKED_AT]), None)


def _ratings(engine: Engine, actor: Actor, unit: str, known: list[Publication]) -> Iterator[Rated]:
    for one in known:
        ranking = publications.published_ranking(engine, actor, one.id).ranking
        place = next((place for place in ranking.places if place.unit == unit), None)
        if place is not None:
            of = sum(other.group == place.group for other in ranking.places)
            yield Rated(one.period, place.rank, of, place.total, place.class_name, place.note, one)
        for left in ranking.unranked:
            if left.unit == unit:
                yield Rated(one.period, None, len(ranking.places), None, None, left.reason, one)


def _duties(engine: Engine, actor: Actor, unit: str, day: date) -> tuple[Standing, ...]:
    standings = obligations.of_unit(engine, actor, unit, day, day + _AHEAD)
    others = [one for one in standings if not _stands_elsewhere(one)]
    late = [one for one in others if one.state is State.OVERDUE]
    coming = [one for one in others if _is_coming(one, day)]
    late.sort(key=lambda one: -one.days_late)
    coming.sort(key=lambda one: one.last_day or date.max)
    return (*late, *coming)


def _stands_elsewhere(one: Standing) -> bool:
    """What was recommended to the unit itself has a part of its own on the sheet."""
    return one.programme_code.startswith(INSPECTION) and not one.inherited_from


def _is_coming(one: Standing, day: date) -> bool:
    last = one.last_day
    open_ = one.state in (State.DUE_SOON, State.NOT_DUE, State.EXTENDED)
    return open_ and last is not None and last <= day + _AHEAD
