"""The form a unit owes, and the workbook to fill it in."""

from dataclasses import dataclass

from sqlalchemy import Connection, Engine

from data_access.accounts import SEES_ALL, Actor, Role
from data_access.database import reading
from data_access.owed_forms import OwedForm, owed_form, with_previous
from data_access.permissions import require_own_unit
from data_access.workbook.template import write_template
from scoring.forms import Form
from scoring.periods import Period
from scoring.refusals import Refusal, Refused


@dataclass(frozen=True)
class TemplateFile:
    name: str
    content: bytes


def form_for(engine: Engine, form: str, unit: str, period: Period) -> Form:
    with reading(engine) as connection:
        return owed_form(connection, form, unit, period).form


def template(engine: Engine, actor: Actor, form: str, unit: str, period: Period) -> TemplateFile:
    """With the figures of the quarter before, for those who may see them."""
    with reading(engine) as connection:
        require_own_unit(connection, actor, unit)
        owed = _on_a_spreadsheet(connection, form, unit, period)
        sees = actor.role in SEES_ALL | {Role.UNIT}
        made_out = with_previous(connection, owed) if sees else owed.form
    return TemplateFile(f"{form}_{unit}_{period}.xlsx", write_template(made_out))


def _on_a_spreadsheet(connection: Connection, form: str, unit: str, period: Period) -> OwedForm:
    owed = owed_form(connection, form, unit, period)
    if owed.is_document:
        raise Refused(Refusal.FORM_IS_DOCUMENT, form=owed.form.title)
    return owed
