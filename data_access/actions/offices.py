"""Naming offices (chức danh) and saying who holds them from which day."""

import re
from datetime import date, timedelta

from sqlalchemy import Connection, Engine, select

from data_access import catalogue
from data_access.accounts import KEEPS_HOUSE, Actor, require_role
from data_access.admitting import require_day
from data_access.database import writing
from data_access.moments import Moments, moments_for
from data_access.offices import Office, keep_holding, keep_office, keep_title, office, offices
from data_access.reviews import require_words
from data_access.tables import account
from scoring.refusals import Refusal, Refused

_OLDEST = date(1945, 9, 2)
# Decisions name somebody from a day that is still to come.
_AHEAD = timedelta(days=366)
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_CODE = 60


def name_office(
    engine: Engine, actor: Actor, code: str, title: str, unit: str, position: int
) -> None:
    """A new seat in a unit, by a code of its own; `position`: its order on paper."""
    require_role(actor, KEEPS_HOUSE)
    given = Office(
        require_code(code), require_words(title, Refusal.WORDS_REQUIRED), unit, max(0, position)
    )
    with writing(engine, actor, "name_office", given.code, f"{unit}: {given.title}") as connection:
        catalogue.unit(connection, unit)
        _require_free(connection, given.code)
        keep_office(connection, given)


def rename_office(
    engine: Engine, actor: Actor, code: str, title: str, position: int | None = None
) -> None:
    """The same seat under another title, in its place where no `position` is given; the journal
    keeps the old one."""
    require_role(actor, KEEPS_HOUSE)
    words = require_words(title, Refusal.WORDS_REQUIRED)
    with writing(engine, actor, "rename_office", code, words) as connection:
        office(connection, code)
        keep_title(connection, code, words, None if position is None else max(0, position))


def hold(
    engine: Engine,
    actor: Actor,
    office_code: str,
    name: str,
    from_day: date,
    document: str,
    user: str | None = None,
    moments: Moments | None = None,
) -> int:
    """From that day on; an empty name leaves the office vacant. What anybody did while he held it
    keeps his name."""
    require_role(actor, KEEPS_HOUSE)
    holder = name.strip()
    words = require_words(document, Refusal.DOCUMENT_REQUIRED)
    detail = f"{holder or '–'} {from_day} {words}"
    with writing(engine, actor, "hold_office", office_code, detail) as connection:
        at = moments_for(connection, moments)
        office(connection, office_code)
        require_day(from_day, _OLDEST, at.official.date() + _AHEAD)
        known = _account(connection, user) if holder and user else None
        return keep_holding(connection, actor, office_code, holder, known, from_day, words, at)


def require_code(typed: str) -> str:
    """Codes stand in programmes and addresses: letters without marks, digits, hyphens."""
    code = typed.strip()
    if not _CODE.fullmatch(code) or len(code) > _LONGEST_CODE:
        raise Refused(Refusal.CODE_NOT_PLAIN, code=code)
    return code


def _require_free(connection: Connection, code: str) -> None:
    taken = next((one for one in offices(connection) if one.code == code), None)
    if taken is not None:
        raise Refused(Refusal.OFFICE_TAKEN, code=code, title=taken.title)


def _account(connection: Connection, user: str) -> str:
    chosen = select(account.c.user).where(account.c.user == user, account.c.active)
    found = connection.execute(chosen).scalar()
    if found is None:
        raise Refused(Refusal.UNKNOWN_ACCOUNT, user=user)
    return found
