"""Making a programme: a draft begun by copying, from a workbook or on the page, then worked on.

Every step is a saving of its own; whoever looked at an older one is refused (STALE_DRAFT).
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from sqlalchemy import Connection, Engine

from data_access import catalogue, programme_editing
from data_access.accounts import KEEPS_HOUSE, Actor, require_role
from data_access.database import reading, writing
from data_access.keeping import keep_file
from data_access.moments import Moments, moments_for
from data_access.programme_drafts import (
    Draft,
    DraftState,
    Origin,
    Saving,
    keep_draft,
    open_draft,
    require_newest,
    require_no_draft,
)
from data_access.programme_editing import Answer, TaskEntry
from data_access.programme_making import (
    already_read,
    free_code,
    meant_by,
    newest_version,
    owable_forms,
    readings_of,
    sound,
)
from data_access.programme_versions import programme_versions
from data_access.programme_workbook.importing import programme_from_file
from data_access.proposed_readings import (
    TASKS,
    ProposedReading,
    answers,
    listed,
    require_answered,
    require_keys,
)
from data_access.reviews import require_words
from scoring.issues import Issue
from scoring.refusals import Refusal, Refused


def start_copy(
    engine: Engine,
    actor: Actor,
    code: str,
    year: int,
    new_code: str = "",
    moments: Moments | None = None,
) -> Draft:
    """Last year's programme with its words and days moved to `year`, as proposals: nothing of it is
    confirmed."""
    require_role(actor, KEEPS_HOUSE)
    with writing(engine, actor, "copy_programme", code, f"{year} {new_code}") as connection:
        old = newest_version(connection, code)
        given = new_code.strip() or free_code(connection, old.programme.issuer, year)
        _require_free(connection, given)
        text = programme_editing.copied(old.text, year, given)
        return _save(connection, actor, Saving(text, Origin.COPY), moments)


def start_from_workbook(
    engine: Engine, actor: Actor, file_name: str, content: bytes, moments: Moments | None = None
) -> tuple[Draft | None, tuple[Issue, ...]]:
    """A draft from a workbook or a YAML file, unless it has errors. Where a draft of its code is
    open this is its next saving: what was confirmed stays confirmed if it is read the same."""
    require_role(actor, KEEPS_HOUSE)
    with reading(engine) as connection:
        units, forms = catalogue.units(connection), tuple(owable_forms(connection))
    text, issues = programme_from_file(file_name, content, units, forms)
    if text is None:
        return None, issues
    with writing(engine, actor, "import_draft", file_name[:200]) as connection:
        programme = sound(text)
        catalogue.unit(connection, programme.issuer)
        before = open_draft(connection, programme.code)
        confirmed = before.confirmed if before else already_read(connection, programme.code)
        file = keep_file(connection, content)
        saving = Saving(text, Origin.WORKBOOK, confirmed, file_sha256=file)
        return _save(connection, actor, saving, moments), issues


def start_blank(
    engine: Engine,
    actor: Actor,
    title: str,
    issuer: str,
    year: int,
    code: str = "",
    moments: Moments | None = None,
) -> Draft:
    require_role(actor, KEEPS_HOUSE)
    words = require_words(title, Refusal.WORDS_REQUIRED)
    with writing(engine, actor, "start_programme", code.strip() or issuer, words) as connection:
        catalogue.unit(connection, issuer)
        given = code.strip() or free_code(connection, issuer, year)
        _require_free(connection, given)
        text = programme_editing.blank(given, words, issuer, year)
        return _save(connection, actor, Saving(text, Origin.PAGE), moments)


def amend(engine: Engine, actor: Actor, code: str, moments: Moments | None = None) -> Draft:
    """A draft with the text in force, to be changed and adopted with the amending document; its
    readings were confirmed before."""
    require_role(actor, KEEPS_HOUSE)
    with writing(engine, actor, "amend_programme", code) as connection:
        newest = newest_version(connection, code)
        require_no_draft(connection, code)
        saving = Saving(newest.text, Origin.AMENDMENT, already_read(connection, code))
        return _save(connection, actor, saving, moments)


def save_task(
    engine: Engine,
    actor: Actor,
    draft: int,
    entry: TaskEntry,
    instead_of: str | None = None,
    moments: Moments | None = None,
) -> Draft:
    """A task added at the end, or put in the place of the one numbered `instead_of`."""

    def changed(connection: Connection, found: Draft) -> str:
        numbers = {task.no for task in found.programme.tasks}
        if instead_of is not None and instead_of not in numbers:
            raise Refused(Refusal.UNKNOWN_TASK, task=instead_of)
        require_new_number(entry, numbers - {instead_of})
        debtors = meant_by(connection, found.programme, entry.debtors)
        return programme_editing.with_task(found.text, entry, debtors, instead_of)

    return _change(engine, actor, "save_task", draft, changed, moments)


def remove_task(
    engine: Engine, actor: Actor, draft: int, no: str, moments: Moments | None = None
) -> Draft:
    def changed(_connection: Connection, found: Draft) -> str:
        if no not in {task.no for task in found.programme.tasks}:
            raise Refused(Refusal.UNKNOWN_TASK, task=no)
        return programme_editing.without_task(found.text, no)

    return _change(engine, actor, "remove_task", draft, changed, moments)


def answer(
    engine: Engine,
    actor: Actor,
    draft: int,
    key: str,
    given: Answer,
    moments: Moments | None = None,
) -> Draft:
    """Answer what is asked about one reading, and confirm it with that."""
    require_role(actor, KEEPS_HOUSE)
    with writing(engine, actor, "answer_reading", str(draft), key) as connection:
        found = require_newest(connection, draft)
        (asked,) = require_keys(readings_of(connection, found.programme), (key,))
        if not answers(asked.asked, given):
            raise Refused(Refusal.READING_UNANSWERED, readings=listed((asked,)))
        text = _answered(found.text, asked, given)
        (now,) = require_keys(readings_of(connection, sound(text)), (key,))
        return _save(connection, actor, _next(found, text, found.confirmed | {now.said}), moments)


def confirm(
    engine: Engine,
    actor: Actor,
    draft: int,
    keys: Sequence[str],
    moments: Moments | None = None,
) -> Draft:
    """Those readings are right; what is still asked about one of them must be answered first."""
    require_role(actor, KEEPS_HOUSE)
    with writing(engine, actor, "confirm_readings", str(draft), ", ".join(keys)) as connection:
        found = require_newest(connection, draft)
        readings = require_keys(readings_of(connection, found.programme), keys)
        confirmed = found.confirmed | {one.said for one in require_answered(readings)}
        return _save(connection, actor, _next(found, found.text, confirmed), moments)


def drop(engine: Engine, actor: Actor, draft: int, moments: Moments | None = None) -> None:
    """The draft is not worked on any more; what was saved of it stays kept."""
    require_role(actor, KEEPS_HOUSE)
    with writing(engine, actor, "drop_draft", str(draft)) as connection:
        found = require_newest(connection, draft)
        saving = replace(_next(found, found.text, found.confirmed), state=DraftState.DROPPED)
        _save(connection, actor, saving, moments)


def require_new_number(entry: TaskEntry, taken: set[str]) -> None:
    if not entry.no.strip() or not entry.title.strip():
        raise Refused(Refusal.TASK_INCOMPLETE)
    if entry.no.strip() in taken:
        raise Refused(Refusal.TASK_TWICE, task=entry.no)


def _change(
    engine: Engine,
    actor: Actor,
    action: str,
    draft: int,
    changed: Callable[[Connection, Draft], str],
    moments: Moments | None,
) -> Draft:
    require_role(actor, KEEPS_HOUSE)
    with writing(engine, actor, action, str(draft)) as connection:
        found = require_newest(connection, draft)
        text = changed(connection, found)
        sound(text)
        return _save(connection, actor, _next(found, text, found.confirmed), moments)


def _answered(text: str, asked: ProposedReading, given: Answer) -> str:
    if asked.section == TASKS:
        return programme_editing.with_task_answer(text, asked.name, given)
    words = (asked.name, asked.period, asked.timing.printed)
    return programme_editing.with_report_answer(text, *words, given)


def _next(found: Draft, text: str, confirmed: frozenset[str]) -> Saving:
    return Saving(text, found.origin, confirmed)


def _save(connection: Connection, actor: Actor, saving: Saving, moments: Moments | None) -> Draft:
    return keep_draft(connection, actor, saving, moments_for(connection, moments))


def _require_free(connection: Connection, code: str) -> None:
    if programme_versions(connection, code):
        raise Refused(Refusal.PROGRAMME_EXISTS, programme=code)
    require_no_draft(connection, code)
