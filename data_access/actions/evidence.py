"""Attaching evidence to a criterion or row, or the signed scan to the return itself."""

from datetime import date

from sqlalchemy import Engine

from data_access.accounts import SUBMITS, Actor, Role, require_role
from data_access.admitting import require_day
from data_access.database import writing
from data_access.evidence import Attachment, Given, keep_attachment, require_kind, require_row
from data_access.locks import require_open
from data_access.moments import Moments, moments_for
from data_access.owed_forms import owed_form
from data_access.permissions import require_own_unit
from scoring.periods import Period

_OLDEST = date(1945, 9, 2)


def attach(
    engine: Engine,
    actor: Actor,
    form: str,
    unit: str,
    period: Period,
    key: str,
    file_name: str,
    content: bytes,
    number: str = "",
    dated: date | None = None,
    moments: Moments | None = None,
) -> Attachment:
    """After the lock a unit may still bring the signed scan (no key), but no new evidence."""
    require_role(actor, SUBMITS)
    require_kind(content)
    with writing(engine, actor, "attach", f"{form} {unit} {period} {key}".strip()) as connection:
        at = moments_for(connection, moments)
        owed = owed_form(connection, form, unit, period)
        require_own_unit(connection, actor, unit)
        require_row(owed.form, key)
        if dated is not None:
            require_day(dated, _OLDEST, at.official.date())
        if key and actor.role is Role.UNIT:
            require_open(connection, owed, at.official.date())
        given = Given(file_name, content, number, dated)
        return keep_attachment(connection, actor, owed.form.mark, key, given, at)
