"""Which form a unit owes for a period, made out for it. Knows programmes and tables, no files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from data_access import catalogue, documents
from data_access.comparing import before
from data_access.lineage import lineage
from data_access.returns import answer_of, newest_in_force
from data_access.successions import holders, predecessors, successions_on
from data_access.tables import entry
from scoring import progress, self_score
from scoring.facts import Absent
from scoring.form_definitions import FormDefinition, made_out
from scoring.form_reading import is_derived
from scoring.forms import Form
from scoring.numbers import decimal_comma
from scoring.periods import Period
from scoring.programmes import Programme, ReportDuty
from scoring.refusals import Refusal, Refused
from scoring.self_score import is_self_score
from scoring.units import Unit


@dataclass(frozen=True)
class OwedForm:
    """A form with the duty that asks for it; `form` is made out for `unit`. `definition`: the data
    file it comes from; None for those made from the programme or the table of criteria."""

    form: Form
    unit: Unit
    programme: Programme
    duty: ReportDuty
    definition: FormDefinition | None = None

    @property
    def is_document(self) -> bool:
        return self.definition is not None and self.definition.is_document


def owed_form(
    connection: Connection, form: str, unit: str, period: Period, version: str | None = None
) -> OwedForm:
    """In `version` where that one is in force, else in the newest that is. Raises Refused where
    form, unit or period are unknown or the unit does not owe it."""
    require_form(connection, form)
    debtor = catalogue.unit(connection, unit)
    duties = duties_of(connection, form, period)
    inherited = predecessors(unit, successions_on(connection, (), period.last_day))
    named = {*inherited, *(plan.issuer for plan, _ in duties)}
    known = lineage(connection, named)
    among, owing = tuple(known.values()), tuple(known[code] for code in inherited)
    found = next((one for one in duties if _binds(*one, owing, among)), None)
    if found is None or not _owes(connection, debtor, period):
        raise Refused(Refusal.FORM_NOT_OWED, form=form, unit=debtor.label, period=period)
    definition = _definition(connection, form, period, version)
    made = _made_out(connection, definition, form, debtor, period, found[0], among)
    return OwedForm(made, debtor, *found, definition)


def _owes(connection: Connection, debtor: Unit, period: Period) -> bool:
    """Whether it still was at the period's end, or ended within it and another took over its open
    duties: these are reported in its name."""
    if debtor.exists_on(period.last_day):
        return True
    passed_on = successions_on(connection, (), period.last_day)
    return debtor.exists_on(period.first_day) and len(holders(debtor.code, passed_on)) > 1


def _binds(
    programme: Programme, duty: ReportDuty, owing: Sequence[Unit], among: Sequence[Unit]
) -> bool:
    """`owing`: the unit, and those that ended and whose open duties passed to it."""
    own = programme.own_tree(among)
    return any(duty.debtors.bind(unit, own) for unit in owing)


def with_previous(connection: Connection, owed: OwedForm) -> Form:
    """The form with the figures of the quarter before beside the cells to be filled in: only who
    fills it in needs them, so reading a return does not look for them."""
    mark, definition = owed.form.mark, owed.definition
    if definition is None or all(sheet.previous is None for sheet in definition.sheets):
        return owed.form
    previous = _figures(connection, mark.form, mark.unit, before(mark.period))
    made = made_out(definition, owed.unit, mark.period, previous)
    return replace(made, illustrative=owed.form.illustrative)


def require_form(connection: Connection, form: str) -> None:
    known = (*documents.self_score_forms(connection), progress.CODE)
    if form in known or form in (stored := documents.form_codes(connection)):
        return
    raise Refused(Refusal.UNKNOWN_FORM, form=form, known=", ".join((*known, *stored)))


def duties_of(
    connection: Connection, form: str, period: Period
) -> tuple[tuple[Programme, ReportDuty], ...]:
    """Those of the year's programmes that ask for the form in this period."""
    reports = [
        (plan, duty)
        for plan in documents.programmes(connection, period.year)
        for duty in plan.reports
        if duty.form == form
    ]
    duties = tuple((plan, duty) for plan, duty in reports if duty.asked_in(period))
    if not duties and (reports or period.is_year):
        raise Refused(Refusal.PERIOD_NOT_FOR_FORM, form=form, period=period)
    if not duties:
        raise Refused(Refusal.UNKNOWN_PERIOD, form=form, period=period)
    return duties


def _definition(
    connection: Connection, form: str, period: Period, version: str | None
) -> FormDefinition | None:
    if is_derived(form):
        return None
    definition = documents.form_definition_for(connection, form, period, version)
    if not definition.asked_in(period):
        raise Refused(Refusal.PERIOD_NOT_FOR_FORM, form=form, period=period)
    return definition


def _made_out(
    connection: Connection,
    definition: FormDefinition | None,
    form: str,
    unit: Unit,
    period: Period,
    programme: Programme,
    among: Sequence[Unit],
) -> Form:
    if is_self_score(form):
        return _self_score(connection, form, unit, period)
    if definition is None:
        made = progress.progress_form(programme, unit, period, among)
    else:
        made = made_out(definition, unit, period)
    illustrative = made.illustrative or catalogue.demonstration(connection) is not None
    return replace(made, illustrative=illustrative)


def _self_score(connection: Connection, form: str, unit: Unit, period: Period) -> Form:
    """Made from the table that ranks this kind of unit on this form."""
    tables = documents.criteria_of_unit(connection, period, unit.kind, form)
    if not tables:
        documents.criteria_for(connection, period)
        raise Refused(Refusal.FORM_NOT_OWED, form=form, unit=unit.label, period=period)
    return self_score.self_score_form(tables[0].table, unit, period)


def _figures(connection: Connection, form: str, unit: str, period: Period) -> Mapping[str, str]:
    """The figures of the return in force, as they read on paper."""
    newest = newest_in_force(form, unit, period).limit(1).subquery()
    chosen = select(entry.c.key, entry.c.kind, entry.c.value).join(
        newest, newest.c.id == entry.c.submission
    )
    rows = connection.execute(chosen.where(entry.c.kind.in_(("number", "absent")))).all()
    return {key: _written(kind, value) for key, kind, value in rows}


def _written(kind: str, value: str) -> str:
    answer = answer_of(kind, value)
    return answer.value if isinstance(answer, Absent) else decimal_comma(answer)
