"""Everything known of every ranked unit in a period: reported, supplied, observed, appraised.

A handful of questions to the database whatever the number of units; scores nothing.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import Connection, select

from data_access import catalogue
from data_access.appraisals import Kept, kept_appraisals, rounds_of
from data_access.criterion_keys import CriterionKeys
from data_access.evidence import keys_with_evidence
from data_access.observed import Figures, observed
from data_access.outside_figures import supplied_figures
from data_access.returns import answer_of, in_force
from data_access.score_decisions import decided_classes, decisions_of, tie_orders
from data_access.tables import entry, submission
from data_access.workbook.text import clean, read_absent
from scoring.criteria import CriteriaSet
from scoring.facts import NO, YES, Absent, Appraisal, DecidedClass, Figure, Source, UnitFacts
from scoring.forms import Kind
from scoring.periods import Period
from scoring.units import Unit

_CLAIM, _EVIDENCE = "@claim.", "@evidence."


def facts_of(
    connection: Connection,
    table: CriteriaSet,
    period: Period,
    units: Collection[str] | None = None,
) -> tuple[UnitFacts, ...]:
    """The facts of each unit the table ranks (or of those named), from the answers in force."""
    chosen = tuple(
        one
        for one in catalogue.units(connection)
        if ranked(table, one, period) and (units is None or one.code in units)
    )
    known = _known(connection, table, period, chosen, units)
    return tuple(_facts(unit, known) for unit in chosen)


def ranked(table: CriteriaSet, unit: Unit, period: Period) -> bool:
    return table.ranks(unit.kind) and unit.exists_on(period.last_day)


@dataclass(frozen=True)
class _Known:
    """All that is known, by unit; `rounds` then by criterion. `elsewhere`: what the table asks of
    others than the unit; `asks`: whether it asks the unit for anything."""

    answers: Mapping[str, Figures]
    observed: Mapping[str, Figures]
    supplied: Mapping[str, Figures]
    rounds: Mapping[str, Mapping[str, tuple[Appraisal, ...]]]
    ties: Mapping[str, Decimal]
    classes: Mapping[str, DecidedClass]
    elsewhere: frozenset[str]
    asks: bool


def _known(
    connection: Connection,
    table: CriteriaSet,
    period: Period,
    units: tuple[Unit, ...],
    only: Collection[str] | None,
) -> _Known:
    decisions = decisions_of(connection, table, period)
    inputs = table.inputs()
    return _Known(
        _answers(connection, table, period, only),
        observed(connection, table, units, period),
        supplied_figures(connection, period),
        _rounds(kept_appraisals(connection, table, period)),
        tie_orders(decisions),
        decided_classes(decisions),
        frozenset(asked.key for asked in inputs if asked.source),
        bool(table.leaves()) or any(not asked.source for asked in inputs),
    )


def _facts(unit: Unit, known: _Known) -> UnitFacts:
    code, answers = unit.code, known.answers.get(unit.code)
    rounds = known.rounds.get(code, {})
    return UnitFacts(
        unit=code,
        name=unit.name,
        group=unit.group,
        attributes=unit.attributes,
        figures=_figures(unit, answers or {}, known),
        claims=_under(_CLAIM, answers or {}),
        appraisals={criterion: given[-1] for criterion, given in rounds.items()},
        evidence=_under(_EVIDENCE, answers or {}),
        submitted=answers is not None or not known.asks,
        rounds=rounds,
        tie_order=known.ties.get(code),
        decided_class=known.classes.get(code),
    )


def _figures(unit: Unit, answers: Figures, known: _Known) -> Figures:
    """What the table asks of another body is never the unit's own to say."""
    own = {key: one for key, one in answers.items() if key[0] != "@" and key not in known.elsewhere}
    supplied = known.supplied.get(unit.code, {})
    others = {key: one for key, one in supplied.items() if key in known.elsewhere}
    return own | others | known.observed[unit.code]


def _rounds(kept: Kept) -> Mapping[str, Mapping[str, tuple[Appraisal, ...]]]:
    found: defaultdict[str, dict[str, tuple[Appraisal, ...]]] = defaultdict(dict)
    for (unit, criterion), given in kept.items():
        found[unit][criterion] = rounds_of(given)
    return found


def _under(prefix: str, answers: Figures) -> Figures:
    return {key.removeprefix(prefix): one for key, one in answers.items() if key.startswith(prefix)}


def _answers(
    connection: Connection, table: CriteriaSet, period: Period, only: Collection[str] | None
) -> dict[str, Figures]:
    """Answers by unit and key; a unit whose return holds no answer at all still has its place."""
    quarter = period.quarter_of_record
    newest = in_force(table.form, [quarter])
    heads = select(submission.c.id, submission.c.unit, submission.c.file_name)
    heads = heads.join(newest, newest.c.id == submission.c.id)
    if only is not None:
        heads = heads.where(submission.c.unit.in_(only))
    by_submission: dict[int, tuple[str, Figures]] = {}
    found: dict[str, Figures] = {}
    for number, unit, file_name in connection.execute(heads).all():
        found[unit] = {}
        by_submission[number] = (file_name, found[unit])
    choices = {asked.key for asked in table.inputs() if asked.kind is Kind.CHOICE}
    kept = entry.c
    rows = select(kept.submission, kept.key, kept.kind, kept.value, kept.sheet, kept.cell)
    rows = rows.where(kept.key.not_like("@note.%"))
    if only is None:
        rows = rows.join(newest, newest.c.id == kept.submission)
    else:
        rows = rows.where(kept.submission.in_(by_submission))
    for number, key, kind, value, sheet, cell in connection.execute(rows).all():
        file_name, figures = by_submission[number]
        source = Source(file_name, sheet, cell, number)
        chosen = key in choices and kind == "text"
        figure = _choice(value, source) if chosen else _figure(key, kind, value, source)
        if figure is not None:
            figures[key] = figure
    _add_evidence(connection, table, quarter, found)
    return found


def _add_evidence(
    connection: Connection, table: CriteriaSet, quarter: Period, found: dict[str, Figures]
) -> None:
    """A file at a criterion or one of its rows is evidence, whatever stands in the column; without
    a return there is no claim."""
    keys = CriterionKeys(table)
    for unit, row in keys_with_evidence(connection, table.form, quarter):
        criterion = keys.criterion_of(row)
        if unit in found and criterion is not None:
            figures, key = found[unit], f"{_EVIDENCE}{criterion}"
            written = figures.get(key)
            figures[key] = Figure(YES, written.source if written else None)


def _figure(key: str, kind: str, value: str, source: Source) -> Figure | None:
    if key.startswith(_EVIDENCE):
        return Figure(YES if _is_evidence(kind, value) else NO, source)
    answer = answer_of(kind, value)
    return Figure(answer, source) if isinstance(answer, Decimal | Absent) else None


def _choice(value: str, source: Source) -> Figure | None:
    """The number of the label that was chosen."""
    return Figure(Decimal(value), source) if value.isascii() and value.isdigit() else None


def _is_evidence(kind: str, value: str) -> bool:
    """An honest "Không có" in the column of evidence is no evidence."""
    return kind == "text" and read_absent(value) is None and clean(value) not in ("", "không", "0")
