"""What there is to know of programmes: the list, one as it counts on a day, its texts, its files.
Everybody may read the programmes of his own committees."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sqlalchemy import Connection, Engine

from data_access import catalogue, closings, documents, programme_making
from data_access.accounts import KEEPS_HOUSE, Actor, require_role
from data_access.calendar_days import office_calendar
from data_access.database import reading
from data_access.programme_debts import Debt, debts
from data_access.programme_drafts import Draft, open_drafts, require_draft
from data_access.programme_editing import TaskEntry
from data_access.programme_making import newest_version, owable_forms, readings_of
from data_access.programme_versions import ProgrammeVersion, programme_versions
from data_access.programme_workbook.exporting import empty_workbook, programme_workbook
from data_access.programme_workbook.importing import programme_from_file
from data_access.programme_workbook.names import Names
from data_access.programmes import programme_from_text
from data_access.proposed_readings import ProposedReading
from data_access.successions import successions_on
from data_access.trees import home, tree_of
from scoring.issues import Issue
from scoring.programme_diff import ProgrammeChange, difference
from scoring.programmes import Programme
from scoring.refusals import Refusal, Refused
from scoring.succession import receiver_on
from scoring.units import Unit
from scoring.workdays import WorkCalendar


@dataclass(frozen=True)
class ProgrammeEntry:
    """One programme in the list; `issuer` is the unit's name."""

    programme: Programme
    issuer: str
    closed: bool
    versions: int


@dataclass(frozen=True)
class VersionEntry:
    """`number` counts from 1; `changes` against the text before it."""

    number: int
    version: ProgrammeVersion
    changes: tuple[ProgrammeChange, ...]


@dataclass(frozen=True)
class ProgrammeStory:
    """A programme as it counts on a day. `debts`: by the key of a task (tasks:NO) or of a report
    (reports:FORM); `receivers`: those who receive on that day, a successor for a unit that ended;
    `above`: titles of the programmes above it that are kept here, by code."""

    programme: Programme
    issuer: str
    readings: tuple[ProposedReading, ...]
    debts: Mapping[str, Debt]
    receivers: tuple[tuple[str, str], ...]
    versions: tuple[VersionEntry, ...]
    above: Mapping[str, str]
    below: tuple[tuple[str, str], ...]
    closed: bool
    has_draft: bool


@dataclass(frozen=True)
class DraftStory:
    """A draft with how its words are read. `against`: the text it would follow."""

    draft: Draft
    readings: tuple[ProposedReading, ...]
    debts: Mapping[str, Debt]
    changes: tuple[ProgrammeChange, ...]
    against: Programme | None


@dataclass(frozen=True)
class CheckedFile:
    """What a file would bring in; `programme` is None where there are errors. `draft`: whose open
    draft of the same code it would continue."""

    programme: Programme | None
    issues: tuple[Issue, ...]
    draft: Draft | None = None


def listed(engine: Engine, actor: Actor, day: date) -> tuple[ProgrammeEntry, ...]:
    """The newest year first."""
    with reading(engine) as connection:
        units = {unit.code: unit for unit in catalogue.units(connection)}
        closed, tree = closings.closed_on(connection, day), tree_of(connection, actor)
        found = [
            ProgrammeEntry(
                one,
                _name(units, one.issuer),
                one.code in closed,
                len(programme_versions(connection, one.code)),
            )
            for one in documents.programmes(connection, day=day)
            if tree is None or one.issuer in tree
        ]
    return tuple(sorted(found, key=lambda one: (-one.programme.year, one.programme.code)))


def programme(engine: Engine, actor: Actor, code: str, day: date) -> ProgrammeStory:
    with reading(engine) as connection:
        found = _on(connection, code, day)
        units = catalogue.units(connection)
        by_code = {unit.code: unit for unit in units}
        others = documents.programmes(connection, day=day)
        drafts = {one.code for one in open_drafts(connection)}
        return ProgrammeStory(
            found,
            _name(by_code, found.issuer),
            readings_of(connection, found),
            debts(connection, found, units, day),
            _receivers(connection, found, by_code, day),
            _versions(connection, code, Names(units, found.issuer)),
            _above(found, others),
            _below(found, others),
            code in closings.closed_on(connection, day),
            code in drafts,
        )


def with_calendars(engine: Engine) -> tuple[tuple[Programme, WorkCalendar], ...]:
    """The newest text of each, with the calendar of offices of its year and the next."""
    with reading(engine) as connection:
        return tuple(
            (one, office_calendar(connection, (one.year, one.year + 1)))
            for one in documents.programmes(connection)
        )


def drafts(engine: Engine, actor: Actor) -> tuple[Draft, ...]:
    require_role(actor, KEEPS_HOUSE)
    with reading(engine) as connection:
        return open_drafts(connection)


def draft(engine: Engine, actor: Actor, code: str, day: date) -> DraftStory:
    require_role(actor, KEEPS_HOUSE)
    with reading(engine) as connection:
        found = require_draft(connection, code)
        versions = programme_versions(connection, code)
        against = versions[-1].programme if versions else None
        units = catalogue.units(connection)
        named = Names(units, found.programme.issuer).named
        changes = difference(against, found.programme, named) if against else ()
        owed = debts(connection, found.programme, units, day)
        readings = readings_of(connection, found.programme)
        return DraftStory(found, readings, owed, changes, against)


def reading_of_task(engine: Engine, actor: Actor, code: str, entry: TaskEntry) -> ProposedReading:
    """How the words of a task would be read that is to be added to the programme."""
    require_role(actor, KEEPS_HOUSE)
    with reading(engine) as connection:
        known = newest_version(connection, code).programme
        return programme_making.reading_of_task(connection, known, entry)


def checked(engine: Engine, actor: Actor, file_name: str, content: bytes) -> CheckedFile:
    """Nothing is kept of it."""
    require_role(actor, KEEPS_HOUSE)
    with reading(engine) as connection:
        units, forms = catalogue.units(connection), owable_forms(connection)
        text, issues = programme_from_file(file_name, content, units, tuple(forms))
        if text is None:
            return CheckedFile(None, issues)
        found = programme_from_text(text)[0]
        same = [one for one in open_drafts(connection) if found and one.code == found.code]
        return CheckedFile(found, issues, same[0] if same else None)


def template(engine: Engine, actor: Actor) -> bytes:
    """An empty workbook that knows the units, kinds and forms of the actor's committee."""
    require_role(actor, KEEPS_HOUSE)
    with reading(engine) as connection:
        issuer = home(connection) or _only_top(catalogue.units(connection))
        return empty_workbook(catalogue.units(connection), owable_forms(connection), issuer)


def workbook(engine: Engine, actor: Actor, code: str, number: int | None = None) -> bytes:
    """One text of the programme (counted from 1, without: the newest) to be edited in Excel."""
    with reading(engine) as connection:
        units, forms = catalogue.units(connection), owable_forms(connection)
        return programme_workbook(_text(connection, code, number), units, forms)


def text(engine: Engine, actor: Actor, code: str, number: int | None = None) -> str:
    with reading(engine) as connection:
        return _text(connection, code, number)


def draft_workbook(engine: Engine, actor: Actor, code: str) -> bytes:
    require_role(actor, KEEPS_HOUSE)
    with reading(engine) as connection:
        units, forms = catalogue.units(connection), owable_forms(connection)
        return programme_workbook(require_draft(connection, code).text, units, forms)


def _on(connection: Connection, code: str, day: date) -> Programme:
    found = (one for one in documents.programmes(connection, day=day) if one.code == code)
    known = next(found, None)
    if known is None:
        raise Refused(Refusal.UNKNOWN_PROGRAMME, programme=code)
    return known


def _text(connection: Connection, code: str, number: int | None) -> str:
    versions = programme_versions(connection, code)
    if not versions:
        raise Refused(Refusal.UNKNOWN_PROGRAMME, programme=code)
    wanted = len(versions) if number is None else number
    if not 1 <= wanted <= len(versions):
        raise Refused(Refusal.UNKNOWN_PROGRAMME_VERSION, programme=code, version=wanted)
    return versions[wanted - 1].text


def _versions(connection: Connection, code: str, names: Names) -> tuple[VersionEntry, ...]:
    """The newest first."""
    kept = programme_versions(connection, code)
    programmes = [one.programme for one in kept]
    changes = [difference(old, new, names.named) for old, new in pairwise(programmes)]
    pairs = zip(kept, [(), *changes], strict=True)
    found = [VersionEntry(number, *pair) for number, pair in enumerate(pairs, start=1)]
    return tuple(reversed(found))


def _receivers(
    connection: Connection, found: Programme, units: Mapping[str, Unit], day: date
) -> tuple[tuple[str, str], ...]:
    """Names of the units that receive, each with the name of who receives for it on the day."""
    known = successions_on(connection, units.values(), day)
    now = ((code, receiver_on(code, known, day)) for code in found.receiver_units)
    return tuple((_name(units, code), _name(units, heir) if heir else "") for code, heir in now)


def _above(found: Programme, others: Iterable[Programme]) -> dict[str, str]:
    kept = {one.code: one.title for one in others}
    return {one.programme: kept[one.programme] for one in found.under if one.programme in kept}


def _below(found: Programme, others: Iterable[Programme]) -> tuple[tuple[str, str], ...]:
    """Code and title of those that carry this one out."""
    return tuple(
        (one.code, one.title)
        for one in others
        if found.code in {above.programme for above in one.under}
    )


def _name(units: Mapping[str, Unit], code: str) -> str:
    return units[code].name if code in units else code


def _only_top(units: Iterable[Unit]) -> str | None:
    tops = [unit.code for unit in units if unit.parent is None]
    return tops[0] if len(tops) == 1 else None
