"""Handing in a return: one file in, one receipt or the list of what is wrong with it."""

from sqlalchemy import Connection, Engine

from data_access.accounts import SUBMITS, Actor, require_role
from data_access.database import data_version_in, reading, writing
from data_access.moments import Moments, moments_for
from data_access.owed_forms import OwedForm, owed_form
from data_access.permissions import require_own_unit
from data_access.returns import Submission, Verdict, keep_submission
from data_access.workbook.book import Book
from data_access.workbook.parsing import parse_return, read_mark
from data_access.workbook.reading import read_book
from scoring.forms import Mark
from scoring.issues import WHOLE_FILE, Code, Issue, Refusal, Refused, has_errors, issue

# What the workbook says of itself and we do not know is a mistake in the file, not a refusal.
_MISTAKES = {
    Refusal.UNKNOWN_FORM: (Code.UNKNOWN_FORM, "form"),
    Refusal.UNKNOWN_UNIT: (Code.UNKNOWN_UNIT, "unit"),
    Refusal.UNKNOWN_PERIOD: (Code.UNKNOWN_PERIOD, "period"),
    Refusal.PERIOD_NOT_FOR_FORM: (Code.UNKNOWN_PERIOD, "period"),
}


def submit_return(
    engine: Engine, actor: Actor, file_name: str, content: bytes, moments: Moments | None = None
) -> Submission:
    """Read, check and keep one workbook. What is wrong inside it comes back as issues; what is not
    allowed now raises Refused, and the file is kept all the same."""
    require_role(actor, SUBMITS)
    book, mark, issues = _read(file_name, content)
    with reading(engine) as connection:
        arrival, version = moments_for(connection, moments), data_version_in(connection)
        verdict, refused = _judge(connection, actor, arrival, book, mark, issues)
    with writing(engine, actor, "submit_return", _subject(mark, file_name)) as connection:
        # Reading a large file takes seconds; what has changed meanwhile counts.
        if data_version_in(connection) != version:
            verdict, refused = _judge(connection, actor, arrival, book, mark, issues)
        kept = keep_submission(connection, actor, file_name, content, arrival, verdict)
    if refused is not None:
        raise refused
    return kept


def _read(file_name: str, content: bytes) -> tuple[Book | None, Mark | None, tuple[Issue, ...]]:
    book, issues = read_book(file_name, content)
    if book is None:
        return None, None, issues
    mark, found = read_mark(book)
    return book, mark, (*issues, *found)


def _judge(
    connection: Connection,
    actor: Actor,
    moments: Moments,
    book: Book | None,
    mark: Mark | None,
    issues: tuple[Issue, ...],
) -> tuple[Verdict, Refused | None]:
    if book is None or mark is None:
        return Verdict(None, issues), None
    try:
        owed = owed_form(connection, mark.form, mark.unit, mark.period)
        require_own_unit(connection, actor, mark.unit)
        _require_open(owed, moments)
    except Refused as refused:
        if refused.code not in _MISTAKES:
            return Verdict(mark, issues), refused
        return Verdict(mark, (*issues, _mistake(refused, mark))), None
    return _check(book, owed, mark, issues), None


def _check(book: Book, owed: OwedForm, mark: Mark, issues: tuple[Issue, ...]) -> Verdict:
    expected = owed.form.mark.version
    if mark.version != expected:
        wrong = issue(WHOLE_FILE, Code.WRONG_VERSION, value=mark.version, expected=expected)
        return Verdict(mark, (*issues, wrong))
    parsed, found = parse_return(book, owed.form)
    every = (*issues, *found)
    if parsed is None or has_errors(every):
        return Verdict(mark, every)
    return Verdict(mark, every, parsed.entries, accepted=True)


def _require_open(owed: OwedForm, moments: Moments) -> None:
    period = owed.form.mark.period
    lock = owed.duty.lock(period)
    if lock is not None and moments.official.date() > lock:
        raise Refused(Refusal.PERIOD_LOCKED, period=period, lock=lock.isoformat())


def _mistake(refused: Refused, mark: Mark) -> Issue:
    code, named = _MISTAKES[refused.code]
    value = {"form": mark.form, "unit": mark.unit, "period": mark.period}[named]
    return issue(WHOLE_FILE, code, value=value)


def _subject(mark: Mark | None, file_name: str) -> str:
    return file_name[:200] if mark is None else f"{mark.form} {mark.unit} {mark.period}"
