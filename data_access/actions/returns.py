"""Handing in a return: one file in, one receipt or the list of what is wrong with it.

In one step from the terminal; in two from a page, where it is looked at before it counts.
"""

from dataclasses import replace

from sqlalchemy import Connection, Engine, Row, select

from data_access.accounts import SUBMITS, Actor, require_role
from data_access.admitting import label_of, title_of
from data_access.database import reading, writing
from data_access.handing import NOTHING_SAID, Arrival, Channel, Handing, same_return
from data_access.judging import ReadFile, judge, read_file
from data_access.keeping import Delivery
from data_access.locks import require_open
from data_access.moments import Moments, moments_for
from data_access.owed_forms import owed_form
from data_access.permissions import require_own_unit
from data_access.returns import Submission, issues_from_json
from data_access.reviews import CellRemark, EventKind, keep_events, require_in_force, require_words
from data_access.tables import stored_file, submission
from data_access.taken_over import require_passed
from data_access.taking_in import Judge, already_confirmed, take_in
from scoring.forms import Mark
from scoring.issues import Code
from scoring.periods import parse_period
from scoring.refusals import Refusal, Refused


def submit_return(
    engine: Engine,
    actor: Actor,
    file_name: str,
    content: bytes,
    moments: Moments | None = None,
    handing: Handing = NOTHING_SAID,
) -> Submission:
    """Read, check and keep one workbook. What is wrong inside it comes back as issues; what is not
    allowed now raises Refused, and the file is kept all the same."""
    require_role(actor, SUBMITS)
    file = read_file(actor, handing, file_name, content)
    delivery = Delivery(actor, file_name, content, handing)
    return take_in(engine, "submit_return", delivery, moments, _judging(file))


def offer_return(
    engine: Engine,
    actor: Actor,
    file_name: str,
    content: bytes,
    moments: Moments | None = None,
    handing: Handing = NOTHING_SAID,
) -> Submission:
    """Read, check and keep one workbook to be looked at. It counts once it is confirmed."""
    require_role(actor, SUBMITS)
    file = read_file(actor, handing, file_name, content, waits=True)
    delivery = Delivery(actor, file_name, content, handing, offered=True)
    return take_in(engine, "offer_return", delivery, moments, _judging(file))


def confirm_return(
    engine: Engine,
    actor: Actor,
    offer: int,
    moments: Moments | None = None,
    handing: Handing = NOTHING_SAID,
) -> Submission:
    """Hand in what was offered, judged anew from the bytes kept. A second time: the same receipt.

    Refused where what would be replaced is no longer what the preview compared with."""
    require_role(actor, SUBMITS)
    with reading(engine) as connection:
        row, content = _offered(connection, actor, offer)
        done = already_confirmed(connection, offer)
        if done is not None:
            return done
        said = _said_of(connection, row, handing)
    file = read_file(actor, said, row.file_name, content)
    delivery = Delivery(actor, row.file_name, content, said, offer=offer)
    return take_in(engine, "confirm_return", delivery, moments, _judging(file), row)


def withdraw_return(
    engine: Engine, actor: Actor, number: int, reason: str, moments: Moments | None = None
) -> None:
    """Take back the version in force, while its period is open; the one before counts again."""
    require_role(actor, SUBMITS)
    words = require_words(reason, Refusal.REASON_REQUIRED)
    with writing(engine, actor, "withdraw_return", str(number), words) as connection:
        at = moments_for(connection, moments)
        row = require_in_force(connection, number, actor)
        owed = owed_form(connection, row.form, row.unit, parse_period(row.period))
        require_passed(connection, actor, owed, at.official.date())
        require_open(connection, owed, at.official.date())
        kept = submission.update().where(submission.c.id == number)
        connection.execute(kept.values(withdrawn=at.official))
        keep_events(connection, actor, number, EventKind.WITHDRAWN, [CellRemark("", words)], at)


def _judging(file: ReadFile) -> Judge:
    return lambda connection, at: judge(connection, file, at)


def _offered(connection: Connection, actor: Actor, offer: int) -> tuple[Row, bytes]:
    kept = select(submission, stored_file.c.content).where(submission.c.id == offer)
    kept = kept.join(stored_file, stored_file.c.sha256 == submission.c.file_sha256)
    row = connection.execute(kept).first()
    if row is None:
        raise Refused(Refusal.UNKNOWN_SUBMISSION, id=offer)
    require_own_unit(connection, actor, row.owner)
    if not row.offered:
        raise Refused(Refusal.NOT_OFFERED)
    return row, row.content


def _said_of(connection: Connection, row: Row, handing: Handing) -> Handing:
    """What was said with the offer holds unless it is said again."""
    mark = Mark(row.form, row.form_version, row.unit, parse_period(row.period))
    recognised = any(one.code is Code.MARK_RECOGNISED for one in issues_from_json(row.issues))
    if recognised and not same_return(handing.confirmed, mark):
        form, unit = title_of(connection, mark.form), label_of(connection, mark.unit)
        raise Refused(Refusal.IDENTITY_UNCONFIRMED, form=form, unit=unit, period=mark.period)
    arrival = handing.arrival
    if arrival is None and row.arrived is not None:
        arrival = Arrival(row.arrived, row.arrival_number or "", Channel(row.channel))
    estimate = handing.estimate or row.estimate
    return replace(handing, expected=mark, arrival=arrival, estimate=estimate)
