"""Entering a recognised model Dân vận khéo in the register, and striking one off it."""

from datetime import date

from sqlalchemy import Connection, Engine

from data_access import catalogue
from data_access.accounts import KEEPS_HOUSE, Actor, require_role
from data_access.admitting import require_day
from data_access.database import writing
from data_access.models import (
    Level,
    Recognition,
    find_model,
    keep_model,
    keep_struck_off,
    models_of,
    same_name,
)
from data_access.moments import Moments, moments_for
from data_access.reviews import require_short, require_words
from scoring.periods import Period
from scoring.refusals import Refusal, Refused

_OLDEST = date(1945, 9, 2)


def recognise_model(
    engine: Engine,
    actor: Actor,
    unit: str,
    name: str,
    field: str,
    level: Level,
    decision: str,
    decided_on: date,
    moments: Moments | None = None,
) -> int:
    """The number in the register. `field`: lĩnh vực; `decision`: number of the decision."""
    require_role(actor, KEEPS_HOUSE)
    given = Recognition(
        require_words(name, Refusal.WORDS_REQUIRED),
        require_short(field),
        level,
        require_words(decision, Refusal.DOCUMENT_REQUIRED),
        decided_on,
    )
    detail = f"{given.name}: {given.decision} {decided_on}"
    with writing(engine, actor, "recognise_model", f"{unit} {level.value}", detail) as connection:
        at = moments_for(connection, moments)
        catalogue.unit(connection, unit)
        require_day(decided_on, _OLDEST, at.official.date())
        _require_once(connection, unit, given)
        return keep_model(connection, actor, unit, given, at)


def strike_off_model(
    engine: Engine, actor: Actor, model: int, reason: str, moments: Moments | None = None
) -> None:
    """It stays in the register and counts no more; what is published does not move."""
    require_role(actor, KEEPS_HOUSE)
    words = require_words(reason, Refusal.REASON_REQUIRED)
    with writing(engine, actor, "strike_off_model", str(model), words) as connection:
        at = moments_for(connection, moments)
        found = find_model(connection, model)
        if found is None or found.struck_off is not None:
            raise Refused(Refusal.UNKNOWN_MODEL, model=model)
        keep_struck_off(connection, model, words, at)


def _require_once(connection: Connection, unit: str, given: Recognition) -> None:
    for one in models_of(connection, Period(given.decided_on.year), unit):
        known = one.recognition
        same = same_name(known.name) == same_name(given.name) and known.level is given.level
        if same and one.struck_off is None:
            raise Refused(Refusal.MODEL_TWICE, name=given.name, decision=known.decision)
