"""Writing down what was handed in or offered: file, verdict, answers, receipt. Judges nothing."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection, func, select

from data_access.accounts import Actor
from data_access.document_heads import DocumentHead
from data_access.handing import NOTHING_SAID, Handing
from data_access.moments import Moments
from data_access.returns import Submission, issues_to_json, submission_of
from data_access.tables import document_head, entry, stored_file, submission
from scoring.facts import Absent
from scoring.forms import Mark
from scoring.issues import Issue
from scoring.returns import Answer, Entry

LONGEST_FILE_NAME = 200
LONGEST_ARRIVAL_NUMBER = 100


@dataclass(frozen=True)
class Verdict:
    """What is to be kept of a file: what it says of itself, its answers, what is wrong. `owner` is
    the unit whose file it is to see, `replaces` the version in force when it was judged."""

    mark: Mark | None
    issues: tuple[Issue, ...]
    entries: tuple[Entry, ...] = ()
    accepted: bool = False
    owner: str | None = None
    replaces: int | None = None
    identified_by_person: bool = False
    head: DocumentHead | None = None


@dataclass(frozen=True)
class Delivery:
    """A file and how it came. `offered`: only to be looked at; `offer`: the one handed in now."""

    actor: Actor
    file_name: str
    content: bytes
    handing: Handing = NOTHING_SAID
    offered: bool = False
    offer: int | None = None


def keep_submission(
    connection: Connection, delivery: Delivery, moments: Moments, verdict: Verdict
) -> Submission:
    """Write down file, verdict and answers; what is handed in gets the next receipt of its year."""
    received = verdict.accepted and not delivery.offered
    row = {
        "file_sha256": keep_file(connection, delivery.content),
        "file_name": plain_file_name(delivery.file_name),
        "actor": delivery.actor.user,
        "actor_name": delivery.actor.name,
        "owner": verdict.owner,
        "received": moments.official,
        "recorded": moments.recorded,
        "accepted": received,
        "offered": verdict.accepted and delivery.offered,
        "offer": delivery.offer,
        "replaces": verdict.replaces,
        "identified_by_person": verdict.identified_by_person,
        "issues": issues_to_json(verdict.issues),
    }
    row |= _claimed(verdict.mark) | _said(delivery.handing)
    row |= _receipt(connection, moments.official.year) if received else _NO_RECEIPT
    kept = connection.execute(submission.insert().values(row).returning(submission)).one()
    _keep_entries(connection, kept.id, verdict.entries)
    _keep_head(connection, kept.id, verdict.head)
    return submission_of(kept)


def keep_file(connection: Connection, content: bytes) -> str:
    sha256 = hashlib.sha256(content).hexdigest()
    known = select(stored_file.c.sha256).where(stored_file.c.sha256 == sha256)
    if connection.execute(known).first() is None:
        connection.execute(stored_file.insert().values(sha256=sha256, content=content))
    return sha256


def plain_file_name(given: str) -> str:
    """Some browsers send the whole path of the person's disk."""
    name = given.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(letter for letter in name if letter.isprintable())[:LONGEST_FILE_NAME]


def _claimed(mark: Mark | None) -> dict[str, object]:
    if mark is None:
        return {}
    return {
        "form": mark.form,
        "form_version": mark.version,
        "unit": mark.unit,
        "period": str(mark.period),
    }


def _said(handing: Handing) -> dict[str, object]:
    arrival = handing.arrival
    if arrival is None:
        return {"estimate": handing.estimate}
    return {
        "estimate": handing.estimate,
        "arrived": arrival.day,
        "arrival_number": arrival.number.strip()[:LONGEST_ARRIVAL_NUMBER],
        "channel": arrival.channel.value,
    }


_NO_RECEIPT: dict[str, object] = {"receipt_year": None, "receipt_number": None}


def _receipt(connection: Connection, year: int) -> dict[str, object]:
    # Without gaps: there is one writer at a time, and an undone one takes its number with it.
    newest = select(func.max(submission.c.receipt_number)).where(submission.c.receipt_year == year)
    number = (connection.execute(newest).scalar() or 0) + 1
    return {"receipt_year": year, "receipt_number": number}


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


def _keep_head(connection: Connection, number: int, head: DocumentHead | None) -> None:
    if head is not None:
        row = document_head.insert().values(
            submission=number,
            number=head.number,
            signed_on=head.signed_on,
            signer=head.signer,
            abstract=head.abstract,
        )
        connection.execute(row)
