"""Everything known of every ranked unit in a period: reported, observed, appraised.

A handful of questions to the database whatever the number of units; scores nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

from sqlalchemy import Connection, select

from data_access import catalogue, documents
from data_access.evidence import keys_with_evidence
from data_access.returns import FirstReceived, answer_of, first_received, in_force
from data_access.tables import appraisal, entry, submission
from data_access.workbook.text import clean, read_absent
from scoring import self_score
from scoring.criteria import CriteriaSet
from scoring.facts import NO, YES, Absent, Appraisal, Figure, Source, UnitFacts
from scoring.obligations import Fulfilment, Obligation, days_late
from scoring.periods import Period
from scoring.programmes import Lateness, Programme
from scoring.units import Unit

_CLAIM, _EVIDENCE = "@claim.", "@evidence."

Figures = dict[str, Figure]
Received = Mapping[tuple[str, str, str], FirstReceived]


def facts_of(connection: Connection, table: CriteriaSet, period: Period) -> tuple[UnitFacts, ...]:
    """The facts of each unit the table ranks, from the answers in force."""
    units = tuple(one for one in catalogue.units(connection) if ranked(table, one, period))
    answers = _answers(connection, period)
    observed = _observed(connection, units, period)
    appraisals = _appraisals(connection, period)
    return tuple(
        _facts(unit, answers.get(unit.code), observed[unit.code], appraisals[unit.code])
        for unit in units
    )


def ranked(table: CriteriaSet, unit: Unit, period: Period) -> bool:
    return table.ranks(unit.kind) and unit.exists_on(period.last_day)


def _facts(
    unit: Unit, answers: Figures | None, observed: Figures, appraisals: dict[str, Appraisal]
) -> UnitFacts:
    given = answers or {}
    return UnitFacts(
        unit=unit.code,
        name=unit.name,
        group=unit.group,
        attributes=unit.attributes,
        figures={key: one for key, one in given.items() if key[0] != "@"} | observed,
        claims=_under(_CLAIM, given),
        appraisals=appraisals,
        evidence=_under(_EVIDENCE, given),
        submitted=answers is not None,
    )


def _under(prefix: str, answers: Figures) -> Figures:
    return {key.removeprefix(prefix): one for key, one in answers.items() if key.startswith(prefix)}


def _answers(connection: Connection, period: Period) -> dict[str, Figures]:
    """Answers by unit and key; a unit whose return holds no answer at all still has its place."""
    quarter = period.quarter_of_record
    newest = in_force(self_score.CODE, [quarter])
    chosen = select(submission.c.id, submission.c.unit, submission.c.file_name)
    chosen = chosen.join(newest, newest.c.id == submission.c.id)
    by_submission: dict[int, tuple[str, Figures]] = {}
    found: dict[str, Figures] = {}
    for number, unit, file_name in connection.execute(chosen).all():
        found[unit] = {}
        by_submission[number] = (file_name, found[unit])
    kept = entry.c
    rows = select(kept.submission, kept.key, kept.kind, kept.value, kept.sheet, kept.cell)
    rows = rows.join(newest, newest.c.id == kept.submission).where(kept.key.not_like("@note.%"))
    for number, key, kind, value, sheet, cell in connection.execute(rows).all():
        file_name, figures = by_submission[number]
        figure = _figure(key, kind, value, Source(file_name, sheet, cell, number))
        if figure is not None:
            figures[key] = figure
    for unit, criterion in keys_with_evidence(connection, self_score.CODE, quarter):
        # A file is evidence whatever stands in the column; without a return there is no claim.
        if unit in found:
            figures, key = found[unit], f"{_EVIDENCE}{criterion}"
            written = figures.get(key)
            figures[key] = Figure(YES, written.source if written else None)
    return found


def _figure(key: str, kind: str, value: str, source: Source) -> Figure | None:
    if key.startswith(_EVIDENCE):
        return Figure(YES if _is_evidence(kind, value) else NO, source)
    answer = answer_of(kind, value)
    return Figure(answer, source) if isinstance(answer, Decimal | Absent) else None


def _is_evidence(kind: str, value: str) -> bool:
    """An honest "Không có" in the column of evidence is no evidence."""
    return kind == "text" and read_absent(value) is None and clean(value) not in ("", "không", "0")


def _observed(
    connection: Connection, units: tuple[Unit, ...], period: Period
) -> dict[str, Figures]:
    received = first_received(connection, _counted(period))
    found: dict[str, Figures] = {unit.code: {} for unit in units}
    for programme in documents.programmes(connection, period.year):
        for unit, form, owed in _owed_reports(programme, units, period):
            # Two programmes may ask for the same form; one return answers both.
            found[unit].setdefault(f"@missed.{form}", _missed(owed, received))
            late = _days_late(owed, received, programme.lateness)
            if late is not None:
                found[unit].setdefault(f"@days_late.{form}", late)
    return found


def _counted(period: Period) -> tuple[Period, ...]:
    """The quarters up to the period; a year counts its own returns too."""
    quarters = period.quarters_to_date()
    return (*quarters, period) if period.is_year else quarters


def _owed_reports(
    programme: Programme, units: tuple[Unit, ...], period: Period
) -> Iterable[tuple[str, str, list[Obligation]]]:
    """Each unit's obligations of one form up to the end of the period: none is an answer too."""
    counted = frozenset(_counted(period))
    for duty in programme.reports:
        owed: dict[str, list[Obligation]] = {
            unit.code: [] for unit in units if duty.debtors.bind(unit)
        }
        for one in programme.report_obligations(duty, units):
            if one.period in counted:
                owed[one.unit].append(one)
        yield from ((unit, duty.form, owing) for unit, owing in owed.items())


def _missed(owed: list[Obligation], received: Received) -> Figure:
    return Figure(Decimal(sum(_first(one, received) is None for one in owed)))


def _days_late(owed: list[Obligation], received: Received, rule: Lateness) -> Figure | None:
    """Summed over the returns that came; where none of those owed came there is nothing to sum."""
    came = [(one, first) for one in owed if (first := _first(one, received))]
    if owed and not came:
        return None
    days = ((one, first.counted(rule)) for one, first in came)
    return Figure(Decimal(sum(days_late(one, Fulfilment(day), day) for one, day in days)))


def _first(owed: Obligation, received: Received) -> FirstReceived | None:
    return received.get((owed.form or "", owed.unit, str(owed.period)))


def _appraisals(connection: Connection, period: Period) -> defaultdict[str, dict[str, Appraisal]]:
    kept = appraisal.c
    chosen = select(kept.unit, kept.criterion, kept.points, kept.reason, kept.actor_name, kept.at)
    chosen = chosen.where(kept.period == str(period)).order_by(kept.id)
    found: defaultdict[str, dict[str, Appraisal]] = defaultdict(dict)
    for unit, criterion, points, reason, name, at in connection.execute(chosen).all():
        found[unit][criterion] = Appraisal(points, reason, name, at.isoformat(timespec="minutes"))
    return found
