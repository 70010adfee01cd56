"""Founding a unit, and ending one by a document: alone, in favour of another, or of several."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import Connection, Engine

from data_access import catalogue
from data_access.accounts import KEEPS_HOUSE, Actor, require_role
from data_access.admitting import require_day, written_day
from data_access.database import writing
from data_access.moments import Moments, moments_for
from data_access.reviews import require_words
from data_access.unit_changes import (
    FOUNDED_BY,
    Heir,
    UnitEnding,
    endings,
    keep_ending,
    keep_withdrawal,
)
from scoring.refusals import Refusal, Refused
from scoring.succession import Ending, goes_round
from scoring.units import Unit

_OLDEST = date(1945, 9, 2)
_AHEAD = timedelta(days=366)
_NEXT = timedelta(days=1)
_ANY = 10_000
_CODE = re.compile(r"[0-9A-Za-zĐđ._-]{1,40}")
# How many units may succeed one, by how it ended.
_HEIRS: Mapping[Ending, tuple[int, int]] = {
    Ending.ENDED: (0, _ANY),
    Ending.MERGED: (1, 1),
    Ending.SPLIT: (2, _ANY),
}


def end_unit(
    engine: Engine,
    actor: Actor,
    unit: str,
    kind: Ending,
    last_day: date,
    successors: Sequence[tuple[str, bool]],
    document: str,
    dated: date,
    moments: Moments | None = None,
) -> None:
    """`successors`: codes, and whether open duties pass to it (at most one takes them; without
    one they end). Entered once, unless it is withdrawn: what is open on the next day no longer is
    this unit's."""
    require_role(actor, KEEPS_HOUSE)
    words = require_words(document, Refusal.DOCUMENT_REQUIRED)
    heirs = tuple(Heir(code, takes) for code, takes in successors)
    ending = UnitEnding(unit, kind, last_day, heirs, words, dated)
    detail = f"{kind.value} {last_day} {' '.join(one.unit for one in heirs)} {words}"
    with writing(engine, actor, "end_unit", unit, detail) as connection:
        at = moments_for(connection, moments)
        _require_days(ending, at.official.date())
        _require_going_on(connection, ending)
        _require_heirs(connection, ending)
        keep_ending(connection, actor, ending, at)


def withdraw_ending(
    engine: Engine, actor: Actor, unit: str, reason: str, moments: Moments | None = None
) -> None:
    """What was entered wrongly stays kept and counts for no day: the unit has gone on, and owes
    again what had passed to others or ended."""
    require_role(actor, KEEPS_HOUSE)
    words = require_words(reason, Refusal.REASON_REQUIRED)
    with writing(engine, actor, "withdraw_ending", unit, words) as connection:
        at = moments_for(connection, moments)
        named = catalogue.unit(connection, unit)
        known = _ending_of(connection, named)
        if known is None:
            raise Refused(Refusal.UNIT_NOT_ENDED, unit=named.label)
        keep_withdrawal(connection, actor, known, words, at)


def found_unit(
    engine: Engine,
    actor: Actor,
    given: Unit,
    document: str,
    moments: Moments | None = None,
) -> None:
    """A new unit, from the day on which it exists; rules that bind its kind bind it from then."""
    require_role(actor, KEEPS_HOUSE)
    words = require_words(document, Refusal.DOCUMENT_REQUIRED)
    code = _plain(require_words(given.code, Refusal.WORDS_REQUIRED))
    name = require_words(given.name, Refusal.WORDS_REQUIRED)
    attributes = {**given.attributes, FOUNDED_BY: words}
    founded = replace(given, code=code, name=name, attributes=attributes)
    with writing(engine, actor, "found_unit", code, f"{name}: {words}") as connection:
        at = moments_for(connection, moments)
        _require_free(connection, code)
        if founded.exists_from is not None:
            require_day(founded.exists_from, _OLDEST, at.official.date() + _AHEAD)
        catalogue.keep_units(connection, [founded])


def _require_days(ending: UnitEnding, today: date) -> None:
    require_day(ending.dated, _OLDEST, today)
    require_day(ending.last_day, _OLDEST, today + _AHEAD)


def _require_going_on(connection: Connection, ending: UnitEnding) -> None:
    """It has not ended before, and it had begun."""
    unit = catalogue.unit(connection, ending.unit)
    known = _ending_of(connection, unit)
    if known is not None:
        raise Refused(Refusal.UNIT_ENDED, unit=unit.label, day=written_day(known.last_day))
    if not unit.exists_on(ending.last_day):
        day = written_day(ending.last_day)
        raise Refused(Refusal.UNIT_NOT_THEN, unit=unit.label, day=day)


def _ending_of(connection: Connection, unit: Unit) -> UnitEnding | None:
    found = (one.ending for one in endings(connection))
    return next((one for one in found if one.unit == unit.code), None)


def _require_heirs(connection: Connection, ending: UnitEnding) -> None:
    least, most = _HEIRS[ending.kind]
    codes = [one.unit for one in ending.heirs]
    if not least <= len(codes) <= most or len({*codes, ending.unit}) != len(codes) + 1:
        raise Refused(Refusal.SUCCESSORS_NOT_FITTING)
    if sum(one.takes_duties for one in ending.heirs) > 1:
        raise Refused(Refusal.ONE_TAKES_DUTIES)
    for code in codes:
        _require_heir(connection, ending, catalogue.unit(connection, code))


def _require_heir(connection: Connection, ending: UnitEnding, heir: Unit) -> None:
    first = ending.last_day + _NEXT
    known = (one.ending for one in endings(connection))
    if goes_round([row for one in (*known, ending) for row in one.successions()]):
        raise Refused(Refusal.SUCCESSION_CIRCLE, unit=heir.label)
    if not heir.exists_on(first):
        raise Refused(Refusal.UNIT_NOT_THEN, unit=heir.label, day=written_day(first))


def _plain(code: str) -> str:
    """A code stands in addresses and in the names of duties, between bars."""
    if not _CODE.fullmatch(code):
        raise Refused(Refusal.UNIT_CODE_NOT_PLAIN, code=code)
    return code


def _require_free(connection: Connection, code: str) -> None:
    taken = catalogue.find_unit(connection, code)
    if taken is not None:
        raise Refused(Refusal.UNIT_TAKEN, code=code, name=taken.name)
