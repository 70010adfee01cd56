"""Handing in a signed document: PDF (scans too) or DOCX, with number, date, signer and abstract."""

from collections.abc import Iterator

from sqlalchemy import Connection, Engine

from data_access.accounts import SUBMITS, Actor, require_role
from data_access.admitting import require_arrival, require_expected, version_in_force
from data_access.attachments import DOCX, PDF, look_at
from data_access.document_heads import DocumentHead, head_issues
from data_access.handing import NOTHING_SAID, Handing
from data_access.judging import Judged
from data_access.keeping import Delivery, Verdict
from data_access.locks import require_open
from data_access.moments import Moments
from data_access.owed_forms import OwedForm, owed_form
from data_access.permissions import require_own_unit
from data_access.returns import Submission
from data_access.taken_over import require_passed
from data_access.taking_in import take_in
from data_access.workbook.limits import COMPRESSED_BYTES, MEBIBYTE
from scoring.forms import Mark
from scoring.issues import WHOLE_FILE, Code, Issue, has_errors, issue
from scoring.refusals import Refusal, Refused


def submit_document(
    engine: Engine,
    actor: Actor,
    file_name: str,
    content: bytes,
    mark: Mark,
    head: DocumentHead,
    moments: Moments | None = None,
    handing: Handing = NOTHING_SAID,
) -> Submission:
    """Counted like any return. `mark` says which form, whose and for when; the version in force is
    taken whatever it names."""
    require_role(actor, SUBMITS)
    delivery = Delivery(actor, file_name, content, handing)
    found = tuple(_file_issues(content))

    def judging(connection: Connection, at: Moments) -> Judged:
        return _judge(connection, delivery, mark, head.tidy(), found, at)

    return take_in(engine, "submit_document", delivery, moments, judging)


def _judge(
    connection: Connection,
    delivery: Delivery,
    mark: Mark,
    head: DocumentHead,
    found: tuple[Issue, ...],
    at: Moments,
) -> Judged:
    actor, handing = delivery.actor, delivery.handing
    verdict = Verdict(mark, found, owner=actor.unit or mark.unit)
    try:
        owed = owed_form(connection, mark.form, mark.unit, mark.period)
        require_own_unit(connection, actor, mark.unit)
        require_passed(connection, actor, owed, at.official.date())
        if handing.expected is not None:
            require_expected(connection, mark, handing.expected)
        _require_document(owed)
        require_arrival(actor, handing.arrival, mark.period, at)
        require_open(connection, owed, at.official.date())
        newest = version_in_force(connection, mark, estimate=handing.estimate)
    except Refused as refused:
        return verdict, refused
    every = (*found, *head_issues(head, mark.period, at.official.date()))
    accepted = not has_errors(every)
    kept_head = head if accepted else None
    judged = Verdict(
        owed.form.mark, every, (), accepted, mark.unit, replaces=newest, head=kept_head
    )
    return judged, None


def _require_document(owed: OwedForm) -> None:
    if not owed.is_document:
        raise Refused(Refusal.FORM_NOT_A_DOCUMENT, form=owed.duty.title)


def _file_issues(content: bytes) -> Iterator[Issue]:
    if not content:
        yield issue(WHOLE_FILE, Code.DOCUMENT_EMPTY)
    elif len(content) > COMPRESSED_BYTES:
        size, most = (f"{-(-count // MEBIBYTE)} MB" for count in (len(content), COMPRESSED_BYTES))
        yield issue(WHOLE_FILE, Code.DOCUMENT_TOO_LARGE, value=size, most=most)
    else:
        yield from _content_issues(content)


def _content_issues(content: bytes) -> Iterator[Issue]:
    seen = look_at(content)
    if seen.encrypted:
        yield issue(WHOLE_FILE, Code.DOCUMENT_ENCRYPTED)
    elif seen.macros:
        yield issue(WHOLE_FILE, Code.DOCUMENT_MACROS)
    elif seen.damaged:
        yield issue(WHOLE_FILE, Code.DOCUMENT_DAMAGED)
    elif seen.kind not in (PDF, DOCX):
        kind = "workbook" if seen.kind == "xlsx" else seen.kind
        kind = "image" if kind in ("jpg", "png") else kind
        yield issue(WHOLE_FILE, Code.DOCUMENT_KIND, kind=kind)
