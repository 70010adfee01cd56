"""Which form a unit owes for a period, made out for it. Knows programmes and tables, no files."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection

from data_access import catalogue, documents
from scoring import progress, self_score
from scoring.forms import Form
from scoring.issues import Refusal, Refused
from scoring.periods import Period
from scoring.programmes import Programme, ReportDuty
from scoring.units import Unit

FORMS = (self_score.CODE, progress.CODE)


@dataclass(frozen=True)
class OwedForm:
    """A form with the duty that asks for it; `form` is made out for `unit`."""

    form: Form
    unit: Unit
    programme: Programme
    duty: ReportDuty


def owed_form(connection: Connection, form: str, unit: str, period: Period) -> OwedForm:
    """Raises Refused where form, unit or period are unknown or the unit does not owe it."""
    require_form(form)
    debtor = catalogue.unit(connection, unit)
    duties = duties_of(connection, form, period)
    found = next(((plan, duty) for plan, duty in duties if duty.debtors.bind(debtor)), None)
    if found is None or not debtor.exists_on(period.last_day):
        raise Refused(Refusal.FORM_NOT_OWED, form=form, unit=debtor.label, period=period)
    return OwedForm(_made_out(connection, form, debtor, period, found[0]), debtor, *found)


def require_form(form: str) -> None:
    if form not in FORMS:
        raise Refused(Refusal.UNKNOWN_FORM, form=form, known=", ".join(FORMS))


def duties_of(
    connection: Connection, form: str, period: Period
) -> tuple[tuple[Programme, ReportDuty], ...]:
    """Returns are owed for quarters, of the years that have a programme asking for them."""
    if period.is_year:
        raise Refused(Refusal.PERIOD_NOT_FOR_FORM, form=form, period=period)
    duties = tuple(
        (plan, duty)
        for plan in documents.programmes(connection, period.year)
        for duty in plan.reports
        if duty.form == form
    )
    if not duties:
        raise Refused(Refusal.UNKNOWN_PERIOD, form=form, period=period)
    return duties


def _made_out(
    connection: Connection, form: str, unit: Unit, period: Period, programme: Programme
) -> Form:
    if form == progress.CODE:
        illustrative = catalogue.demonstration(connection) is not None
        made = progress.progress_form(programme, unit, period)
        return replace(made, illustrative=illustrative)
    table = documents.criteria_for(connection, period).table
    if not table.ranks(unit.kind):
        raise Refused(Refusal.FORM_NOT_OWED, form=form, unit=unit.label, period=period)
    return self_score.self_score_form(table, unit, period)
