"""Files attached to a return or to one of its rows, as kept; none is ever deleted."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Row, Select, func, select

from data_access.accounts import Actor
from data_access.attachments import DOCX, JPG, PDF, PNG, XLSX, look_at
from data_access.keeping import keep_file, plain_file_name
from data_access.moments import Moments
from data_access.tables import attachment
from data_access.workbook.limits import MEBIBYTE
from scoring.forms import Form, Mark
from scoring.periods import Period, parse_period
from scoring.refusals import Refusal, Refused

KINDS = frozenset({PDF, DOCX, XLSX, JPG, PNG})
MOST_BYTES = 10 * MEBIBYTE
MOST_FILES = 20
LONGEST_NUMBER = 100


@dataclass(frozen=True)
class Attachment:
    """One file beside a return, whatever its version. `key`: the criterion or row it proves; empty:
    the signed scan of the return itself."""

    id: int
    form: str
    unit: str
    period: Period
    key: str
    file_name: str
    sha256: str
    kind: str
    bytes: int
    number: str
    dated: date | None
    sent_by: str
    at: datetime
    recorded: datetime


@dataclass(frozen=True)
class Given:
    """A file as handed over, with number and date of the decision, where it is one."""

    file_name: str
    content: bytes
    number: str
    dated: date | None


def require_kind(content: bytes) -> str:
    """One of the kinds taken, whole, without password and macros; by its content."""
    if len(content) > MOST_BYTES:
        size, most = (f"{-(-count // MEBIBYTE)} MB" for count in (len(content), MOST_BYTES))
        raise Refused(Refusal.ATTACHMENT_TOO_LARGE, value=size, most=most)
    seen = look_at(content)
    if not seen.is_sound:
        raise Refused(Refusal.ATTACHMENT_DAMAGED)
    if seen.kind not in KINDS:
        raise Refused(Refusal.ATTACHMENT_KIND, kind=seen.kind)
    return seen.kind


def require_row(form: Form, key: str) -> None:
    """A row by its code, or one answer by its key."""
    rows = (row for sheet in form.sheets for row in sheet.rows)
    known = {row.code for row in rows} | {field.key for field in form.fields()}
    if key and key not in known:
        raise Refused(Refusal.UNKNOWN_ROW, key=key)


def keep_attachment(
    connection: Connection, actor: Actor, mark: Mark, key: str, given: Given, at: Moments
) -> Attachment:
    """The same file at the same row is the attachment it already is."""
    kind = require_kind(given.content)
    sha256 = keep_file(connection, given.content)
    there = of_return(mark.form, mark.unit, mark.period).where(attachment.c.key == key)
    same = connection.execute(there.where(attachment.c.file_sha256 == sha256)).first()
    if same is not None:
        return attachment_of(same)
    _require_room(connection, there)
    row = {
        "form": mark.form,
        "unit": mark.unit,
        "period": str(mark.period),
        "key": key,
        "file_sha256": sha256,
        "file_name": plain_file_name(given.file_name),
        "kind": kind,
        "bytes": len(given.content),
        "number": given.number.strip()[:LONGEST_NUMBER],
        "dated": given.dated,
        "actor": actor.user,
        "actor_name": actor.name,
        "at": at.official,
        "recorded": at.recorded,
    }
    inserted = attachment.insert().values(row).returning(attachment)
    return attachment_of(connection.execute(inserted).one())


def _require_room(connection: Connection, there: Select) -> None:
    count = select(func.count()).select_from(there.subquery())
    if connection.execute(count).scalar_one() >= MOST_FILES:
        raise Refused(Refusal.TOO_MANY_ATTACHMENTS, most=MOST_FILES)


def of_return(form: str, unit: str, period: Period) -> Select:
    kept = attachment.c
    one = (kept.form == form) & (kept.unit == unit) & (kept.period == str(period))
    return select(attachment).where(one).order_by(kept.id)


def attachments_of_period(
    connection: Connection, form: str, period: Period
) -> tuple[Attachment, ...]:
    """Of every unit, in the order they came."""
    kept = attachment.c
    chosen = select(attachment).where(kept.form == form, kept.period == str(period))
    rows = connection.execute(chosen.order_by(kept.id)).all()
    return tuple(attachment_of(row) for row in rows)


def attachment_of(row: Row) -> Attachment:
    return Attachment(
        row.id,
        row.form,
        row.unit,
        parse_period(row.period),
        row.key,
        row.file_name,
        row.file_sha256,
        row.kind,
        row.bytes,
        row.number,
        row.dated,
        row.actor_name,
        row.at,
        row.recorded,
    )


def keys_with_evidence(
    connection: Connection, form: str, period: Period
) -> tuple[tuple[str, str], ...]:
    """Unit and row of every return of the period that has a file attached to a row."""
    kept = attachment.c
    chosen = select(kept.unit, kept.key).where(kept.form == form, kept.period == str(period))
    rows = connection.execute(chosen.where(kept.key != "").distinct())
    return tuple((unit, key) for unit, key in rows)
