"""Programmes adopted, numbered, and added to during the year: each time a text of its own."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, Engine

from data_access import documents, programme_editing
from data_access.accounts import KEEPS_HOUSE, Actor, require_role
from data_access.actions.programme_drafts import require_new_number
from data_access.admitting import require_day, written_day
from data_access.database import writing
from data_access.moments import Moments, moments_for
from data_access.programme_drafts import (
    Draft,
    DraftState,
    Origin,
    Saving,
    begun,
    keep_draft,
    require_newest,
    require_no_draft,
)
from data_access.programme_editing import AmendingDocument, TaskEntry
from data_access.programme_making import meant_by, newest_version, readings_of, sound
from data_access.programme_versions import ProgrammeVersion, programme_versions
from data_access.proposed_readings import (
    TASKS,
    listed,
    require_answered,
    require_keys,
    unconfirmed,
)
from data_access.reviews import require_short, require_words
from scoring.programmes import Programme
from scoring.refusals import Refusal, Refused

# Begun for a programme that was not there yet; had it come to be meanwhile, two would be mixed up.
_NEW = frozenset({Origin.COPY, Origin.PAGE})


@dataclass(frozen=True)
class _Text:
    """The next text of a programme, the day from which it counts, and what made it."""

    text: str
    begins: date | None
    basis: str


def adopt(
    engine: Engine,
    actor: Actor,
    draft: int,
    number: str = "",
    adopted: date | None = None,
    in_force_from: date | None = None,
    summary: str = "",
    moments: Moments | None = None,
) -> str:
    """The draft becomes the programme, or the next text of it: then number and day are those of
    the document that amends it, and it counts from that day unless another is given. A new one may
    be numbered later. Returns the programme's code."""
    require_role(actor, KEEPS_HOUSE)
    detail = f"{number} {adopted or ''}".strip()
    with writing(engine, actor, "adopt_programme", str(draft), detail) as connection:
        found = require_newest(connection, draft)
        _require_whole(connection, found)
        versions = programme_versions(connection, found.code)
        if versions:
            document = _amending(found, number, adopted, summary)
            new = _amended(connection, found, versions[-1], document, in_force_from)
        else:
            new = _first(found, number, adopted, in_force_from)
        _keep(connection, new, moments)
        saving = Saving(new.text, found.origin, found.confirmed, DraftState.ADOPTED)
        keep_draft(connection, actor, saving, moments_for(connection, moments))
    return found.code


def number_programme(
    engine: Engine, actor: Actor, code: str, number: str, adopted: date | None = None
) -> None:
    """Number and day, given to a programme that was adopted without them; nothing else changes."""
    require_role(actor, KEEPS_HOUSE)
    given = require_words(number, Refusal.DOCUMENT_REQUIRED)
    with writing(engine, actor, "number_programme", code, given) as connection:
        newest = newest_version(connection, code)
        known = newest.programme
        if known.number and (known.adopted is not None or given != known.number):
            raise Refused(Refusal.PROGRAMME_NUMBERED, programme=code, number=known.number)
        require_no_draft(connection, code)
        _require_near(adopted, known)
        text = programme_editing.with_number(newest.text, given, adopted)
        _keep(connection, _Text(text, newest.in_force_from, newest.basis))


def add_task(
    engine: Engine,
    actor: Actor,
    code: str,
    task: TaskEntry,
    source: str,
    dated: date,
) -> None:
    """A task that a conclusion or a notice of that day adds during the year. It is owed, and the
    text that has it counts, from that day."""
    require_role(actor, KEEPS_HOUSE)
    entry = replace(task, source=require_words(source, Refusal.DOCUMENT_REQUIRED), added=dated)
    with writing(engine, actor, "add_task", code, f"{task.no}: {source}") as connection:
        newest = newest_version(connection, code)
        require_no_draft(connection, code)
        _require_near(dated, newest.programme)
        require_new_number(entry, {one.no for one in newest.programme.tasks})
        debtors = meant_by(connection, newest.programme, entry.debtors)
        text = programme_editing.with_task(newest.text, entry, debtors)
        new = require_keys(readings_of(connection, sound(text)), (f"{TASKS}:{entry.no}",))
        require_answered(new)
        begins = max(dated, newest.in_force_from or dated)
        _keep(connection, _Text(text, begins, f"{entry.source} ({written_day(dated)})"))


def _require_whole(connection: Connection, found: Draft) -> None:
    programme = found.programme
    if not programme.tasks and not programme.reports:
        raise Refused(Refusal.DRAFT_EMPTY)
    left = unconfirmed(readings_of(connection, programme), found.confirmed)
    if left:
        raise Refused(Refusal.READINGS_UNCONFIRMED, readings=listed(left))


def _first(found: Draft, number: str, adopted: date | None, in_force_from: date | None) -> _Text:
    _require_near(adopted, found.programme)
    text = programme_editing.with_number(found.text, require_short(number), adopted)
    return _Text(text, in_force_from, "")


def _amending(found: Draft, number: str, dated: date | None, summary: str) -> AmendingDocument:
    if found.origin in _NEW:
        raise Refused(Refusal.PROGRAMME_EXISTS, programme=found.code)
    given = require_words(number, Refusal.DOCUMENT_REQUIRED)
    if dated is None:
        raise Refused(Refusal.DOCUMENT_REQUIRED)
    _require_near(dated, found.programme)
    return AmendingDocument(given, dated, require_short(summary))


def _amended(
    connection: Connection,
    found: Draft,
    newest: ProgrammeVersion,
    document: AmendingDocument,
    in_force_from: date | None,
) -> _Text:
    """Whatever came to the programme since the draft was begun would be lost with it."""
    if newest.recorded > begun(connection, found):
        raise Refused(Refusal.STALE_DRAFT)
    if sound(found.text) == newest.programme:
        raise Refused(Refusal.DRAFT_UNCHANGED)
    begins = in_force_from or document.dated
    if newest.in_force_from is not None:
        require_day(begins, newest.in_force_from, date.max)
    text = programme_editing.with_amendment(found.text, document)
    said = f": {document.summary}" if document.summary else ""
    return _Text(text, begins, f"{document.number} ngày {written_day(document.dated)}{said}")


def _keep(connection: Connection, new: _Text, moments: Moments | None = None) -> None:
    programme = sound(new.text)
    documents.keep_programme(connection, programme, new.text, new.begins, new.basis, moments)


def _require_near(day: date | None, programme: Programme) -> None:
    """A day of quite another year is a slip of the pen."""
    if day is not None:
        require_day(day, date(programme.year - 1, 1, 1), date(programme.year + 1, 12, 31))
