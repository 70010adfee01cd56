"""Whether a unit may hand in a return that was another's to hand in, which has ended meanwhile."""

from datetime import date

from sqlalchemy import Connection

from data_access import duties
from data_access.accounts import Actor, Role
from data_access.owed_forms import OwedForm
from data_access.permissions import beneath
from scoring.obligations import DutyKey
from scoring.refusals import Refusal, Refused


def require_passed(connection: Connection, actor: Actor, owed: OwedForm, day: date) -> None:
    """A successor hands in what was open when the unit ended, and nothing that the unit itself had
    met; `day` is when it is handed in. Others than a unit's people are not asked."""
    mark = owed.form.mark
    if actor.role is not Role.UNIT or mark.unit in beneath(connection, actor):
        return
    key = DutyKey(owed.programme.code, mark.unit, "", mark.form, str(mark.period))
    found = duties.find(connection, day, key)
    if found is None or found.former is None:
        unit, period = owed.unit.label, mark.period
        raise Refused(Refusal.FORM_NOT_OWED, form=mark.form, unit=unit, period=period)
