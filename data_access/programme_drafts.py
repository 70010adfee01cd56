"""Programmes in the making: every saving of a draft is a row, the newest of a code counts."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, Row, func, select

from data_access.accounts import Actor
from data_access.moments import Moments
from data_access.programmes import programme_from_text
from data_access.score_lines import act
from data_access.tables import programme_draft
from scoring.programmes import Programme
from scoring.refusals import Refusal, Refused


class DraftState(StrEnum):
    OPEN = "open"
    ADOPTED = "adopted"
    DROPPED = "dropped"


class Origin(StrEnum):
    """How the draft began."""

    COPY = "copy"
    WORKBOOK = "workbook"
    PAGE = "page"
    AMENDMENT = "amendment"


@dataclass(frozen=True)
class Draft:
    """One saving. `confirmed` holds readings as they were said when a person confirmed them
    (data_access/proposed_readings.py): what is read otherwise since is not confirmed."""

    id: int
    code: str
    year: int
    origin: Origin
    programme: Programme
    text: str
    confirmed: frozenset[str]
    by: str
    at: datetime


@dataclass(frozen=True)
class Saving:
    """What is to be kept of a draft. `file_sha256`: the workbook it was read from."""

    text: str
    origin: Origin
    confirmed: Collection[str] = ()
    state: DraftState = DraftState.OPEN
    file_sha256: str | None = None


def open_drafts(connection: Connection) -> tuple[Draft, ...]:
    """By year and code."""
    kept = programme_draft.c
    newest = select(func.max(kept.id)).group_by(kept.code)
    chosen = select(programme_draft).where(kept.id.in_(newest), kept.state == DraftState.OPEN)
    rows = connection.execute(chosen.order_by(kept.year, kept.code)).all()
    return tuple(_draft(row) for row in rows)


def open_draft(connection: Connection, code: str) -> Draft | None:
    kept = programme_draft.c
    newest = select(programme_draft).where(kept.code == code).order_by(kept.id.desc()).limit(1)
    row = connection.execute(newest).first()
    return _draft(row) if row is not None and row.state == DraftState.OPEN else None


def require_draft(connection: Connection, code: str) -> Draft:
    found = open_draft(connection, code)
    if found is None:
        raise Refused(Refusal.UNKNOWN_DRAFT, draft=code)
    return found


def require_newest(connection: Connection, number: int) -> Draft:
    """The draft of that saving, unless somebody has saved it again since."""
    kept = programme_draft.c
    code = connection.execute(select(kept.code).where(kept.id == number)).scalar()
    if code is None:
        raise Refused(Refusal.UNKNOWN_DRAFT, draft=number)
    found = require_draft(connection, code)
    if found.id != number:
        raise Refused(Refusal.STALE_DRAFT)
    return found


def require_no_draft(connection: Connection, code: str) -> None:
    if open_draft(connection, code) is not None:
        raise Refused(Refusal.DRAFT_OPEN, programme=code)


def begun(connection: Connection, draft: Draft) -> datetime:
    """When this draft was first saved: after the last one of its code that was ended."""
    kept = programme_draft.c
    ended = select(func.coalesce(func.max(kept.id), 0)).where(
        kept.code == draft.code, kept.state != DraftState.OPEN
    )
    first = select(kept.recorded).where(kept.code == draft.code, kept.id > ended.scalar_subquery())
    return connection.execute(first.order_by(kept.id).limit(1)).scalar_one()


def keep_draft(connection: Connection, actor: Actor, saving: Saving, at: Moments) -> Draft:
    programme = _parsed(saving.text)
    row = {
        "code": programme.code,
        "year": programme.year,
        "state": saving.state.value,
        "origin": saving.origin.value,
        "document": saving.text,
        "confirmed": json.dumps(sorted(saving.confirmed), ensure_ascii=False),
        "file_sha256": saving.file_sha256,
    }
    insert = programme_draft.insert().values(row | act(actor, at)).returning(programme_draft)
    return _draft(connection.execute(insert).one())


def _draft(row: Row) -> Draft:
    return Draft(
        row.id,
        row.code,
        row.year,
        Origin(row.origin),
        _parsed(row.document),
        row.document,
        frozenset(json.loads(row.confirmed)),
        row.actor_name,
        row.at,
    )


def _parsed(text: str) -> Programme:
    programme = programme_from_text(text)[0]
    if programme is None:
        raise RuntimeError("a draft no longer reads: it was checked when it was kept")
    return programme
