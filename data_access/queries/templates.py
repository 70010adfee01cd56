"""The form a unit owes, and the workbook to fill it in."""

from dataclasses import dataclass

from sqlalchemy import Engine

from data_access.accounts import Actor
from data_access.database import reading
from data_access.owed_forms import owed_form
from data_access.permissions import require_own_unit
from data_access.workbook.template import write_template
from scoring.forms import Form
from scoring.periods import Period


@dataclass(frozen=True)
class TemplateFile:
    name: str
    content: bytes


def form_for(engine: Engine, form: str, unit: str, period: Period) -> Form:
    with reading(engine) as connection:
        return owed_form(connection, form, unit, period).form


def template(engine: Engine, actor: Actor, form: str, unit: str, period: Period) -> TemplateFile:
    with reading(engine) as connection:
        require_own_unit(connection, actor, unit)
    made_out = form_for(engine, form, unit, period)
    return TemplateFile(f"{form}_{unit}_{period}.xlsx", write_template(made_out))
