"""Correcting the calendar of public offices: of a fact, so that it holds for past days too."""

from datetime import date

from sqlalchemy import Engine

from data_access.accounts import KEEPS_HOUSE, Actor, require_role
from data_access.admitting import require_day
from data_access.calendar_days import FIRST_DAY, LAST_DAY, Entry, keep_entry
from data_access.database import writing
from data_access.moments import Moments, moments_for
from data_access.reviews import require_words
from scoring.refusals import Refusal
from scoring.workdays import DayKind


def set_day(
    engine: Engine,
    actor: Actor,
    day: date,
    kind: DayKind,
    label: str,
    source: str,
    moments: Moments | None = None,
) -> None:
    """The latest entry of a day counts, before what was known otherwise. `source`: the document
    that says so, also of a day that is only uncertain."""
    require_role(actor, KEEPS_HOUSE)
    what = require_words(label, Refusal.WORDS_REQUIRED)
    document = require_words(source, Refusal.DOCUMENT_REQUIRED)
    require_day(day, FIRST_DAY, LAST_DAY)
    detail = f"{kind.value} {what}: {document}"
    with writing(engine, actor, "set_day", day.isoformat(), detail) as connection:
        at = moments_for(connection, moments)
        keep_entry(connection, actor, Entry(day, kind, what, document), at)
