"""Whether a workbook as read may be handed in: whose it is, for when, what is wrong. Keeps nothing.

Another unit's, form's or period's file is refused; a workbook naming what we do not know is a
mistake in the file.
"""

from dataclasses import dataclass, replace

from sqlalchemy import Connection

from data_access.accounts import Actor
from data_access.admitting import (
    label_of,
    require_arrival,
    require_expected,
    title_of,
    version_in_force,
)
from data_access.comparing import beside_of
from data_access.handing import Handing, same_return
from data_access.identifying import recognised_in
from data_access.keeping import Verdict
from data_access.locks import require_open
from data_access.moments import Moments
from data_access.owed_forms import OwedForm, owed_form
from data_access.permissions import require_own_unit
from data_access.taken_over import require_passed
from data_access.workbook.book import Book
from data_access.workbook.identity import contradictions
from data_access.workbook.parsing import parse_return, read_mark
from data_access.workbook.reading import read_book
from scoring.forms import Mark
from scoring.issues import WHOLE_FILE, Code, Issue, has_errors, issue
from scoring.refusals import Refusal, Refused

# What the workbook says of itself and we do not know is a mistake in the file, not a refusal.
_MISTAKES = {
    Refusal.UNKNOWN_FORM: (Code.UNKNOWN_FORM, "form"),
    Refusal.UNKNOWN_UNIT: (Code.UNKNOWN_UNIT, "unit"),
    Refusal.UNKNOWN_PERIOD: (Code.UNKNOWN_PERIOD, "period"),
    Refusal.PERIOD_NOT_FOR_FORM: (Code.UNKNOWN_PERIOD, "period"),
}

Judged = tuple[Verdict, Refused | None]


@dataclass(frozen=True)
class ReadFile:
    """A workbook as read, with what was said of it. `waits`: it will be shown before it counts, so
    an identity that was only recognised may still be confirmed."""

    actor: Actor
    handing: Handing
    book: Book | None
    mark: Mark | None
    issues: tuple[Issue, ...]
    waits: bool = False
    identified_by_person: bool = False


def read_file(
    actor: Actor, handing: Handing, file_name: str, content: bytes, *, waits: bool = False
) -> ReadFile:
    book, issues = read_book(file_name, content)
    if book is None:
        return ReadFile(actor, handing, None, None, issues)
    mark, found = read_mark(book)
    return ReadFile(actor, handing, book, mark, (*issues, *found), waits)


def judge(connection: Connection, given: ReadFile, at: Moments) -> Judged:
    file = _identified(connection, given, at)
    owner = file.actor.unit or (file.mark and file.mark.unit)
    if file.book is None or file.mark is None:
        return Verdict(None, file.issues, owner=owner), None
    verdict = Verdict(
        file.mark, file.issues, owner=owner, identified_by_person=file.identified_by_person
    )
    try:
        owed = _owed(connection, file, file.mark, at)
        verdict = replace(verdict, owner=file.mark.unit)
        require_open(connection, owed, at.official.date())
        newest = version_in_force(connection, file.mark, estimate=file.handing.estimate)
    except Refused as refused:
        if refused.code not in _MISTAKES:
            return verdict, refused
        mistake = _mistake(refused, file.mark)
        return replace(verdict, issues=(*file.issues, mistake)), None
    return _check(connection, file.book, owed, replace(verdict, replaces=newest)), None


def _identified(connection: Connection, file: ReadFile, at: Moments) -> ReadFile:
    """With the mark recognised where it is gone, once a person has confirmed it or still will."""
    gone = any(found.code is Code.NO_MARK for found in file.issues)
    if file.book is None or not gone:
        return file
    said, day = file.handing, at.official.date()
    hint = said.confirmed or said.expected
    mark = recognised_in(connection, file.actor, file.book, hint, day)
    if mark is None:
        return file
    others = tuple(found for found in file.issues if found.code is not Code.NO_MARK)
    if same_return(mark, said.confirmed):
        return replace(file, mark=mark, issues=others, identified_by_person=True)
    if file.waits:
        return replace(file, mark=mark, issues=(*others, _recognised(connection, mark)))
    return replace(file, issues=(*file.issues, _recognised(connection, mark)))


def _recognised(connection: Connection, mark: Mark) -> Issue:
    named = {"form": title_of(connection, mark.form), "unit": label_of(connection, mark.unit)}
    return issue(WHOLE_FILE, Code.MARK_RECOGNISED, period=mark.period, **named)


def _owed(connection: Connection, file: ReadFile, mark: Mark, at: Moments) -> OwedForm:
    if file.handing.expected is not None:
        require_own_unit(connection, file.actor, mark.unit)
        require_expected(connection, mark, file.handing.expected)
    owed = owed_form(connection, mark.form, mark.unit, mark.period, mark.version)
    require_own_unit(connection, file.actor, mark.unit)
    require_passed(connection, file.actor, owed, at.official.date())
    if owed.is_document:
        raise Refused(Refusal.FORM_IS_DOCUMENT, form=owed.duty.title)
    require_arrival(file.actor, file.handing.arrival, mark.period, at)
    return owed


def _check(connection: Connection, book: Book, owed: OwedForm, verdict: Verdict) -> Verdict:
    expected, version = owed.form.mark.version, verdict.mark.version
    if version != expected:
        wrong = issue(WHOLE_FILE, Code.WRONG_VERSION, value=version, expected=expected)
        return replace(verdict, issues=(*verdict.issues, wrong))
    parsed, found = parse_return(book, owed.form, beside_of(connection, owed.form))
    every = (*verdict.issues, *contradictions(book, owed.form), *found)
    if parsed is None or has_errors(every):
        return replace(verdict, issues=every)
    return replace(verdict, issues=every, entries=parsed.entries, accepted=True)


def _mistake(refused: Refused, mark: Mark) -> Issue:
    code, named = _MISTAKES[refused.code]
    value = {"form": mark.form, "unit": mark.unit, "period": mark.period}[named]
    return issue(WHOLE_FILE, code, value=value)
