"""Everything known of every ranked unit in a period: reported, observed, appraised.

A handful of questions to the database whatever the number of units; scores nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal

from sqlalchemy import Connection, select

from data_access import catalogue, documents
from data_access.returns import answer_of, first_received, in_force
from data_access.tables import appraisal, entry, submission
from data_access.workbook.text import clean, read_absent
from scoring import self_score
from scoring.criteria import CriteriaSet
from scoring.facts import NO, YES, Absent, Appraisal, Figure, Source, UnitFacts
from scoring.obligations import Fulfilment, Obligation, days_late
from scoring.periods import Period
from scoring.programmes import Programme
from scoring.units import Unit

_CLAIM, _EVIDENCE = "@claim.", "@evidence."

Figures = dict[str, Figure]
ReceivedAt = Mapping[tuple[str, str, str], datetime]


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
    newest = in_force(self_score.CODE, [period.quarter_of_record])
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
    quarters = period.quarters_to_date()
    received = first_received(connection, quarters)
    found: dict[str, Figures] = {unit.code: {} for unit in units}
    for programme in documents.programmes(connection, period.year):
        for unit, owed in _owed_reports(programme, units, period):
            # Two programmes may ask for the same form; one return answers both.
            found[unit].setdefault(f"@missed.{owed[0].form}", _missed(owed, received))
            late = _days_late(owed, received)
            if late is not None:
                found[unit].setdefault(f"@days_late.{owed[0].form}", late)
    return found


def _owed_reports(
    programme: Programme, units: tuple[Unit, ...], period: Period
) -> Iterable[tuple[str, list[Obligation]]]:
    """Each unit's obligations of one form, quarter by quarter to the end of the period."""
    for duty in programme.reports:
        owed = defaultdict(list)
        for one in programme.report_obligations(duty, units):
            if one.period <= period.quarter_of_record:
                owed[one.unit].append(one)
        yield from owed.items()


def _missed(owed: list[Obligation], received: ReceivedAt) -> Figure:
    return Figure(Decimal(sum(_received(one, received) is None for one in owed)))


def _days_late(owed: list[Obligation], received: ReceivedAt) -> Figure | None:
    """Summed over the returns that came; without any there is nothing to sum."""
    came = [(one, _received(one, received)) for one in owed]
    days = [days_late(one, Fulfilment(at.date()), at.date()) for one, at in came if at]
    return Figure(Decimal(sum(days))) if days else None


def _received(owed: Obligation, received: ReceivedAt) -> datetime | None:
    return received.get((owed.form or "", owed.unit, str(owed.period)))


def _appraisals(connection: Connection, period: Period) -> defaultdict[str, dict[str, Appraisal]]:
    kept = appraisal.c
    chosen = select(kept.unit, kept.criterion, kept.points, kept.reason, kept.actor_name, kept.at)
    chosen = chosen.where(kept.period == str(period)).order_by(kept.id)
    found: defaultdict[str, dict[str, Appraisal]] = defaultdict(dict)
    for unit, criterion, points, reason, name, at in connection.execute(chosen).all():
        found[unit][criterion] = Appraisal(points, reason, name, at.isoformat(timespec="minutes"))
    return found
