"""What is needed to make a programme: the text that counts now, who and which forms can be named,
how its words are read."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain, count

from sqlalchemy import Connection

from data_access import catalogue, documents
from data_access.calendar_days import office_calendar
from data_access.programme_drafts import open_draft
from data_access.programme_editing import TaskEntry
from data_access.programme_versions import ProgrammeVersion, programme_versions
from data_access.programme_workbook.importing import code_for
from data_access.programme_workbook.names import Names
from data_access.programmes import programme_from_text
from data_access.proposed_readings import ProposedReading, proposed
from scoring import progress
from scoring.programme_items import Debtors, Task
from scoring.programmes import Programme
from scoring.refusals import Refusal, Refused
from scoring.timing import Before, Roll, read_timing

_SELF_SCORE, _PROGRESS = "Bảng tự chấm điểm", "Báo cáo tiến độ thực hiện nhiệm vụ"


def newest_version(connection: Connection, code: str) -> ProgrammeVersion:
    """The text brought in last. Raises Refused for a code that is nobody's."""
    found = programme_versions(connection, code)
    if not found:
        raise Refused(Refusal.UNKNOWN_PROGRAMME, programme=code)
    return found[-1]


def owable_forms(connection: Connection) -> Mapping[str, str]:
    """Titles by code of every form that there is."""
    found = dict.fromkeys(documents.self_score_forms(connection), _SELF_SCORE)
    found[progress.CODE] = _PROGRESS
    found |= {form.code: form.title for form in documents.form_definitions(connection)}
    return dict(sorted(found.items()))


def readings_of(connection: Connection, programme: Programme) -> tuple[ProposedReading, ...]:
    """How the words are read, on the calendar of offices of its year and the next."""
    years = (programme.year, programme.year + 1)
    return proposed(programme, office_calendar(connection, years))


def reading_of_task(
    connection: Connection, programme: Programme, entry: TaskEntry
) -> ProposedReading:
    """How the words of a task would be read that is not in the programme yet."""
    task = Task(
        entry.no,
        entry.title,
        entry.directs,
        entry.carries_out,
        read_timing(entry.when, programme.year),
        Debtors(),
        before=Before(entry.before) if entry.before else None,
        roll=Roll(entry.roll) if entry.roll else None,
        due=entry.due,
        due_note=entry.due_note,
        anchor=entry.anchor,
    )
    alone = replace(programme, tasks=(task,), reports=())
    return readings_of(connection, alone)[0]


def free_code(connection: Connection, issuer: str, year: int) -> str:
    """Of issuer and year; numbered where a programme or an open draft has that code already."""
    first = code_for(issuer, year)
    every = chain((first,), (f"{first}-{number}" for number in count(2)))
    return next(code for code in every if not _taken(connection, code))


def _taken(connection: Connection, code: str) -> bool:
    return bool(programme_versions(connection, code)) or open_draft(connection, code) is not None


def already_read(connection: Connection, code: str) -> frozenset[str]:
    """Readings of the text that counts now: they were confirmed, or came with a whole file."""
    versions = programme_versions(connection, code)
    if not versions:
        return frozenset()
    return frozenset(one.said for one in readings_of(connection, versions[-1].programme))


def meant_by(
    connection: Connection, programme: Programme, typed: str
) -> dict[str, tuple[str, ...]]:
    """Kinds and codes of the units that are named; refused with the first name of nobody."""
    meant = Names(catalogue.units(connection), programme.issuer).debtors(typed)
    if meant.unknown:
        first = meant.unknown[0]
        raise Refused(Refusal.DEBTORS_UNKNOWN, words=first.words, near=first.near)
    return {"kinds": meant.kinds, "units": meant.units}


def sound(text: str) -> Programme:
    """The programme of a text that was changed; refused where the change does not fit."""
    programme, issues = programme_from_text(text)
    if programme is None:
        raise Refused(Refusal.TASK_UNSOUND, key=(issues[0].where.path or "").rpartition(".")[2])
    return programme
