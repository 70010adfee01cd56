"""Looking at a version handed in: accepting it, sending it back, saying something about it.

None of these takes a figure out of force: only a new version or a withdrawal does.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, Engine, Row, select

from data_access.accounts import KEEPS_HOUSE, SUBMITS, Actor, require_role
from data_access.database import writing
from data_access.moments import Moments, moments_for
from data_access.owed_forms import owed_form
from data_access.reviews import (
    CellRemark,
    EventKind,
    keep_events,
    require_in_force,
    require_short,
    require_words,
)
from data_access.tables import entry
from scoring.periods import parse_period
from scoring.refusals import Refusal, Refused


def accept_return(
    engine: Engine, actor: Actor, number: int, remark: str = "", moments: Moments | None = None
) -> None:
    require_role(actor, KEEPS_HOUSE)
    remarks = [CellRemark("", require_short(remark))]
    _keep(engine, actor, number, EventKind.ACCEPTED, remarks, moments)


def send_back(
    engine: Engine,
    actor: Actor,
    number: int,
    reason: str,
    cells: Sequence[CellRemark] = (),
    moments: Moments | None = None,
) -> None:
    """With the reason for the whole, and what is wrong with single answers."""
    require_role(actor, KEEPS_HOUSE)
    whole = CellRemark("", require_words(reason, Refusal.REASON_REQUIRED))
    single = [
        CellRemark(cell.key, require_words(cell.text, Refusal.REASON_REQUIRED)) for cell in cells
    ]
    _keep(engine, actor, number, EventKind.SENT_BACK, [whole, *single], moments)


def comment_on(
    engine: Engine,
    actor: Actor,
    number: int,
    text: str,
    key: str = "",
    moments: Moments | None = None,
) -> None:
    require_role(actor, SUBMITS)
    remarks = [CellRemark(key, require_words(text, Refusal.WORDS_REQUIRED))]
    _keep(engine, actor, number, EventKind.COMMENT, remarks, moments)


def _keep(
    engine: Engine,
    actor: Actor,
    number: int,
    kind: EventKind,
    remarks: Sequence[CellRemark],
    moments: Moments | None,
) -> None:
    detail = remarks[0].text
    with writing(engine, actor, f"review_{kind.value}", str(number), detail) as connection:
        at = moments_for(connection, moments)
        row = require_in_force(connection, number, actor)
        _require_keys(connection, row, {remark.key for remark in remarks} - {""})
        keep_events(connection, actor, number, kind, remarks, at)


def _require_keys(connection: Connection, row: Row, keys: set[str]) -> None:
    """A remark stands at an answer of this version, or at one that its form asks for."""
    if not keys:
        return
    answered = select(entry.c.key).where(entry.c.submission == row.id)
    unknown = keys - set(connection.execute(answered).scalars())
    if unknown:
        owed = owed_form(connection, row.form, row.unit, parse_period(row.period))
        unknown -= {field.key for field in owed.form.fields()}
    if unknown:
        raise Refused(Refusal.UNKNOWN_ROW, key=min(unknown))
