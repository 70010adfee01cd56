"""A form's figures added up over the units beneath one. Members see no unit's figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, Row, select

from data_access import catalogue, documents
from data_access.accounts import SEES_ALL, Actor, Role, require_role
from data_access.database import reading
from data_access.permissions import require_own_unit
from data_access.queries.templates import TemplateFile, form_for
from data_access.returns import answer_of, in_force, receipt
from data_access.tables import entry, submission
from data_access.workbook.filling import fill_template
from data_access.workbook.template import write_template
from scoring.consolidation import Consolidation, asked_keys, consolidate, consolidated_answers
from scoring.contributions import Duty, ReturnFigures
from scoring.facts import Absent
from scoring.form_definitions import made_out
from scoring.forms import Form
from scoring.periods import Period, parse_period
from scoring.programmes import ReportDuty
from scoring.refusals import Refusal, Refused
from scoring.returns import Answer
from scoring.units import Unit


@dataclass(frozen=True)
class Origin:
    """The return in force that a unit's figures of one quarter were read from."""

    unit: str
    period: Period
    submission: int
    receipt: str
    received: datetime
    estimate: bool


@dataclass(frozen=True)
class ConsolidationResult:
    """`units` are those expected, by code; `to_date`: from January to the end of `period`; `owed`:
    the parent itself hands the form in for this very period."""

    period: Period
    to_date: bool
    parent: Unit
    above: Unit | None
    units: tuple[Unit, ...]
    consolidation: Consolidation
    origins: tuple[Origin, ...]
    illustrative: bool
    owed: bool = False

    @property
    def form(self) -> Form:
        return self.consolidation.form


def consolidation(
    engine: Engine,
    actor: Actor,
    form: str,
    period: Period,
    parent: str | None = None,
    *,
    to_date: bool = False,
) -> ConsolidationResult:
    """Of the units beneath `parent`: a unit's person asks for the own unit, all others for the
    committee at the top, unless another is named."""
    require_role(actor, SEES_ALL | {Role.UNIT})
    with reading(engine) as connection:
        above = _parent(connection, actor, parent)
        require_own_unit(connection, actor, above.code)
        asked = _asked(connection, form, period, to_date=to_date)
        return _added_up(connection, form, above, asked)


def consolidated_template(
    engine: Engine, actor: Actor, form: str, period: Period, parent: str
) -> TemplateFile:
    """The parent's own form with the sums and all records filled in: to be looked through, added
    to and handed in."""
    found = consolidation(engine, actor, form, period, parent).consolidation
    own = form_for(engine, form, parent, period)
    answers = {
        key: answer
        for key, answer in consolidated_answers(found).items()
        if answer is not Absent.NOT_REPORTED
    }
    content = fill_template(write_template(own), own, answers)
    return TemplateFile(f"{form}_{parent}_{period}_tong-hop.xlsx", content)


@dataclass(frozen=True)
class _Asked:
    """The quarters that are added up, and whom the programmes bind in each of them: the duties with
    the codes of the issuer's tree."""

    period: Period
    to_date: bool
    span: tuple[Period, ...]
    duties: Mapping[Period, tuple[tuple[ReportDuty, frozenset[str]], ...]]

    def owes(self, unit: Unit, period: Period) -> bool:
        bound = any(duty.debtors.bind(unit, own) for duty, own in self.duties[period])
        return bound and unit.exists_on(period.last_day)


def _parent(connection: Connection, actor: Actor, parent: str | None) -> Unit:
    named = parent or (actor.unit if actor.role is Role.UNIT else None)
    if named is not None:
        return catalogue.unit(connection, named)
    return next(unit for unit in catalogue.units(connection) if unit.parent is None)


def _asked(connection: Connection, form: str, period: Period, *, to_date: bool) -> _Asked:
    """The quarters in which some programme asks for the form; the year itself where it is a form
    of the year."""
    plans = documents.programmes(connection, period.year)
    units = catalogue.units(connection)
    reports = [
        (duty, plan.own_tree(units)) for plan in plans for duty in plan.reports if duty.form == form
    ]
    whole = to_date or period.is_year
    for span in (period.quarters_to_date() if whole else (period,), (period,)):
        duties = {one: tuple(bound for bound in reports if bound[0].asked_in(one)) for one in span}
        asked = tuple(one for one in span if duties[one])
        if asked:
            return _Asked(period, to_date, asked, duties)
    raise Refused(Refusal.UNKNOWN_PERIOD, form=form, period=period)


def _added_up(connection: Connection, form: str, above: Unit, asked: _Asked) -> ConsolidationResult:
    span = asked.span
    forms = {one: _form(connection, form, above, one) for one in span}
    expected = _expected(catalogue.units(connection), above, asked)
    origins = _origins(connection, form, span, expected)
    answers = _answers(connection, form, span)
    returns = [
        ReturnFigures(one.unit, one.period, answers.get(one.submission, {}), one.estimate)
        for one in origins
    ]
    codes, keys = [unit.code for unit in expected], {q: asked_keys(f) for q, f in forms.items()}
    found = consolidate(forms[span[-1]], returns, codes, span, _exempt(expected, asked), keys)
    superior = catalogue.find_unit(connection, above.parent) if above.parent else None
    illustrative = any(made.illustrative for made in forms.values())
    illustrative |= catalogue.demonstration(connection) is not None
    owed = span == (asked.period,) and asked.owes(above, asked.period)
    head = (asked.period, asked.to_date, above, superior, expected)
    return ConsolidationResult(*head, found, origins, illustrative, owed)


def _form(connection: Connection, form: str, parent: Unit, period: Period) -> Form:
    definition = documents.form_definition_for(connection, form, period)
    if definition.is_document:
        raise Refused(Refusal.FORM_WITHOUT_FIGURES, form=definition.title)
    return made_out(definition, parent, period)


def _expected(units: Sequence[Unit], parent: Unit, asked: _Asked) -> tuple[Unit, ...]:
    """The topmost units beneath the parent that owe the form: what a district reports holds what
    its communes reported to it."""
    beneath: dict[str | None, list[Unit]] = {}
    for unit in units:
        beneath.setdefault(unit.parent, []).append(unit)
    found: list[Unit] = []
    # Taken out as it is walked: two units put beneath each other by mistake end it too.
    open_units = beneath.pop(parent.code, [])
    while open_units:
        unit = open_units.pop()
        if any(asked.owes(unit, period) for period in asked.span):
            found.append(unit)
        else:
            open_units += beneath.pop(unit.code, [])
    return tuple(sorted(found, key=lambda unit: unit.code))


def _exempt(expected: Sequence[Unit], asked: _Asked) -> frozenset[Duty]:
    every = ((unit, period) for unit in expected for period in asked.span)
    return frozenset((unit.code, one) for unit, one in every if not asked.owes(unit, one))


def _origins(
    connection: Connection, form: str, span: Sequence[Period], expected: Sequence[Unit]
) -> tuple[Origin, ...]:
    newest = in_force(form, span)
    chosen = select(submission).join(newest, newest.c.id == submission.c.id)
    codes = {unit.code for unit in expected}
    rows = connection.execute(chosen).all()
    found = (_origin(row) for row in rows if row.unit in codes)
    return tuple(sorted(found, key=lambda one: (one.unit, one.period.last_day)))


def _origin(row: Row) -> Origin:
    number = receipt(row.receipt_year, row.receipt_number) or ""
    period = parse_period(row.period)
    return Origin(row.unit, period, row.id, number, row.received, row.estimate)


def _answers(
    connection: Connection, form: str, span: Sequence[Period]
) -> dict[int, dict[str, Answer]]:
    newest, kept = in_force(form, span), entry.c
    rows = select(kept.submission, kept.key, kept.kind, kept.value)
    rows = rows.join(newest, newest.c.id == kept.submission)
    found: dict[int, dict[str, Answer]] = {}
    for number, key, kind, value in connection.execute(rows).all():
        found.setdefault(number, {})[key] = answer_of(kind, value)
    return found
