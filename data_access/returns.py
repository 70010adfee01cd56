"""What was handed in, as kept: every file, accepted or refused, and the answers in force."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import Connection, Subquery, func, select

from data_access.accounts import Actor
from data_access.moments import Moments
from data_access.tables import entry, stored_file, submission
from scoring.facts import Absent
from scoring.forms import Mark
from scoring.issues import Code, Issue, Where
from scoring.periods import Period
from scoring.returns import Answer, Entry

LONGEST_FILE_NAME = 200


@dataclass(frozen=True)
class Submission:
    """One file as received: its receipt when it was accepted, and what was found wrong."""

    id: int
    file_name: str
    sha256: str
    accepted: bool
    receipt: str | None
    received: datetime
    recorded: datetime
    form: str | None
    unit: str | None
    period: Period | None
    issues: tuple[Issue, ...]


@dataclass(frozen=True)
class Verdict:
    """What is to be kept of a file: what it says of itself, its answers, what is wrong."""

    mark: Mark | None
    issues: tuple[Issue, ...]
    entries: tuple[Entry, ...] = ()
    accepted: bool = False


def keep_submission(
    connection: Connection,
    actor: Actor,
    file_name: str,
    content: bytes,
    moments: Moments,
    verdict: Verdict,
) -> Submission:
    """Write down file, verdict and answers; an accepted one gets the next receipt of its year."""
    sha256, year = _keep_file(connection, content), moments.official.year
    number = _next_receipt(connection, year) if verdict.accepted else None
    row = {
        "file_sha256": sha256,
        "file_name": _file_name(file_name),
        "actor": actor.user,
        "actor_name": actor.name,
        "received": moments.official,
        "recorded": moments.recorded,
        "accepted": verdict.accepted,
        "receipt_year": year if verdict.accepted else None,
        "receipt_number": number,
        "issues": issues_to_json(verdict.issues),
    }
    row |= _claimed(verdict.mark, actor)
    inserted = connection.execute(submission.insert().values(row)).inserted_primary_key[0]
    _keep_entries(connection, inserted, verdict.entries)
    return _submission(inserted, row, verdict)


def _claimed(mark: Mark | None, actor: Actor) -> dict[str, str | None]:
    """What the workbook says of itself, and whose file it therefore is."""
    if mark is None:
        return {"owner": actor.unit}
    return {
        "owner": actor.unit or mark.unit,
        "form": mark.form,
        "form_version": mark.version,
        "unit": mark.unit,
        "period": str(mark.period),
    }


def _submission(number: int, row: Mapping[str, object], verdict: Verdict) -> Submission:
    mark = verdict.mark
    return Submission(
        number,
        row["file_name"],
        row["file_sha256"],
        verdict.accepted,
        receipt(row["receipt_year"], row["receipt_number"]),
        row["received"],
        row["recorded"],
        mark.form if mark else None,
        mark.unit if mark else None,
        mark.period if mark else None,
        verdict.issues,
    )


def receipt(year: int | None, number: int | None) -> str | None:
    """As printed on the receiving slip (phiếu tiếp nhận): 0007/2022/PTN."""
    return None if number is None else f"{number:04}/{year}/PTN"


def in_force(form: str, periods: Sequence[Period], before: datetime | None = None) -> Subquery:
    """The newest accepted submission of each unit and period, of those received before a moment."""
    chosen = (
        select(func.max(submission.c.id).label("id"))
        .where(
            submission.c.accepted,
            submission.c.form == form,
            submission.c.period.in_([str(period) for period in periods]),
        )
        .group_by(submission.c.unit, submission.c.period)
    )
    if before is not None:
        chosen = chosen.where(submission.c.received < before)
    return chosen.subquery("in_force")


def first_received(
    connection: Connection, periods: Sequence[Period], before: datetime | None = None
) -> dict[tuple[str, str, str], datetime]:
    """When each return first came in, by form, unit and period: this decides lateness."""
    kept = submission.c
    chosen = (
        select(kept.form, kept.unit, kept.period, func.min(kept.received))
        .where(kept.accepted, kept.period.in_([str(period) for period in periods]))
        .group_by(kept.form, kept.unit, kept.period)
    )
    if before is not None:
        chosen = chosen.where(kept.received < before)
    return {(form, unit, period): at for form, unit, period, at in connection.execute(chosen)}


def answer_of(kind: str, value: str) -> Answer:
    if kind == "number":
        return Decimal(value)
    if kind == "absent":
        return Absent(value)
    return date.fromisoformat(value) if kind == "date" else value


def issues_to_json(issues: Sequence[Issue]) -> str:
    rows = [
        {
            "where": [found.where.sheet, found.where.cell, found.where.label, found.where.path],
            "code": found.code.value,
            "context": dict(found.context),
        }
        for found in issues
    ]
    return json.dumps(rows, ensure_ascii=False)


def issues_from_json(text: str) -> tuple[Issue, ...]:
    return tuple(
        Issue(Where(*row["where"]), Code(row["code"]), row["context"]) for row in json.loads(text)
    )


def _keep_file(connection: Connection, content: bytes) -> str:
    sha256 = hashlib.sha256(content).hexdigest()
    known = select(stored_file.c.sha256).where(stored_file.c.sha256 == sha256)
    if connection.execute(known).first() is None:
        connection.execute(stored_file.insert().values(sha256=sha256, content=content))
    return sha256


def _next_receipt(connection: Connection, year: int) -> int:
    # Without gaps: there is one writer at a time, and an undone one takes its number with it.
    newest = select(func.max(submission.c.receipt_number)).where(submission.c.receipt_year == year)
    return (connection.execute(newest).scalar() or 0) + 1


def _keep_entries(connection: Connection, number: int, entries: Sequence[Entry]) -> None:
    rows = [_entry_row(number, one) for one in entries]
    if rows:
        connection.execute(entry.insert(), rows)


def _entry_row(number: int, one: Entry) -> dict[str, object]:
    kind, value = _kept_answer(one.answer)
    return {
        "submission": number,
        "key": one.key,
        "kind": kind,
        "value": value,
        "typed": one.typed,
        "sheet": one.sheet,
        "cell": one.cell,
    }


def _kept_answer(answer: Answer) -> tuple[str, str]:
    if isinstance(answer, Decimal):
        return "number", str(answer)
    if isinstance(answer, Absent):
        return "absent", answer.value
    return ("date", answer.isoformat()) if isinstance(answer, date) else ("text", answer)


def _file_name(given: str) -> str:
    """Some browsers send the whole path of the person's disk."""
    name = given.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(letter for letter in name if letter.isprintable())[:LONGEST_FILE_NAME]
