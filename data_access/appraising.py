"""What must hold of a line before a person says anything of it, and of points before they are
given. Writes nothing."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import NoReturn

from sqlalchemy import Connection

from data_access import catalogue, documents
from data_access.accounts import Actor, Role, may_appraise
from data_access.appraisals import WHATEVER_STANDS, KeptAppraisal, Round
from data_access.criterion_keys import CriterionKeys
from data_access.evidence import Attachment
from data_access.facts import ranked
from data_access.score_lines import ScoreLine
from scoring.criteria import CriteriaSet
from scoring.criteria_leaves import Leaf
from scoring.criteria_terms import Section, TableKind
from scoring.facts import NO, YES
from scoring.numbers import decimal_comma, rounded
from scoring.periods import Period
from scoring.refusals import Refusal, Refused
from scoring.rules.assessed import Assessed
from scoring.units import Unit

# As in a file of facts: an unlimited bonus is still a number somebody can read.
_MOST_DIGITS = 15


@dataclass(frozen=True)
class FoundLine:
    """A line with the table, unit and criterion it names."""

    table: CriteriaSet
    unit: Unit
    leaf: Leaf
    line: ScoreLine


@contextmanager
def naming(unit: Unit, criterion: str) -> Iterator[None]:
    """A refusal among many lines says of which it speaks."""
    try:
        yield
    except Refused as refused:
        of = {"line_of": unit.label, "line": criterion}
        raise Refused(refused.code, **(refused.context | of)) from refused


def find_line(
    connection: Connection, unit: str, period: Period, criterion: str, criteria: str | None
) -> FoundLine:
    """Raises Refused where table, unit or criterion are unknown, or it is not scored then."""
    table = documents.criteria_for(connection, period, criteria).table
    return line_in(table, catalogue.unit(connection, unit), period, criterion)


def line_in(table: CriteriaSet, unit: Unit, period: Period, criterion: str) -> FoundLine:
    if not ranked(table, unit, period):
        raise Refused(Refusal.UNKNOWN_UNIT, unit=unit.code)
    leaf = require_appraisable(table, criterion, period)
    return FoundLine(table, unit, leaf, ScoreLine(table.code, unit.code, period, criterion))


def require_ranked(connection: Connection, table: CriteriaSet, unit: str, period: Period) -> Unit:
    found = catalogue.unit(connection, unit)
    if not ranked(table, found, period):
        raise Refused(Refusal.UNKNOWN_UNIT, unit=unit)
    return found


def require_appraisable(table: CriteriaSet, criterion: str, period: Period) -> Leaf:
    leaf = table.leaf(criterion)
    if leaf is None:
        raise Refused(Refusal.UNKNOWN_CRITERION, criterion=criterion)
    if not leaf.scored_in(period):
        raise Refused(Refusal.CRITERION_NOT_IN_PERIOD, criterion=criterion, period=period)
    return leaf


def require_assessor(connection: Connection, actor: Actor, found: FoundLine) -> None:
    """An assessor appraises its own criteria, and no unit its own points."""
    assessor = found.table.assessor_of(found.leaf)
    if not may_appraise(actor, assessor):
        known = catalogue.find_unit(connection, assessor) if assessor else None
        named = known.label if known else assessor or "Tổ Giúp việc"
        raise Refused(Refusal.NOT_YOUR_CRITERION, criterion=found.leaf.code, assessor=named)
    if actor.role is Role.ASSESSOR and actor.unit == found.unit.code:
        raise Refused(Refusal.OWN_POINTS, unit=found.unit.label)


def appraises_evidence(connection: Connection, actor: Actor, file: Attachment) -> bool:
    """Whether an assessor may open the file: it proves a criterion of its own."""
    if actor.role is not Role.ASSESSOR:
        return False
    kept = documents.criteria_in_force(connection, file.period)
    tables = (one.table for one in kept if one.table.form == file.form)
    return any(_appraises(actor, table, file.key) for table in tables)


def _appraises(actor: Actor, table: CriteriaSet, key: str) -> bool:
    criterion = CriterionKeys(table).criterion_of(key)
    leaf = table.leaf(criterion) if criterion else None
    return leaf is not None and may_appraise(actor, table.assessor_of(leaf))


def require_seen(given: tuple[KeptAppraisal, ...], seen: int | None) -> None:
    """Nobody overrules points they have not looked at."""
    newest = given[-1].id if given else None
    if seen not in (WHATEVER_STANDS, newest):
        raise Refused(Refusal.STALE_APPRAISAL)


def require_round(
    actor: Actor,
    given: Sequence[KeptAppraisal],
    asked: int | None,
    least: Round,
    code: str,
    published: datetime | None = None,
) -> Round:
    """The round in which points are given: never lower than one that was held, and beside, not in
    place of, those held before they were `published`. `least` is the one that stands where none is
    asked for."""
    highest = max((one.appraisal.round for one in given), default=Round.FIRST)
    lowest = max(highest, _beside(given, published))
    chosen = Round(max(lowest, least) if asked is None else asked)
    if chosen < highest:
        raise Refused(Refusal.ROUND_PASSED, criterion=code, round=chosen.value, highest=highest)
    if chosen < lowest:
        taken = {"round": chosen.value, "next": lowest.value}
        raise Refused(Refusal.ROUND_PUBLISHED, criterion=code, **taken)
    if chosen is Round.COUNCIL and actor.role is Role.ASSESSOR:
        raise Refused(Refusal.COUNCIL_DECIDES, criterion=code)
    return chosen


def _beside(given: Iterable[KeptAppraisal], published: datetime | None) -> Round:
    """The first round that holds no published points; the committee as a whole is the last."""
    held = (one.appraisal.round for one in given if published and one.recorded < published)
    return Round(min(max(held, default=0) + 1, Round.COUNCIL))


def require_points(table: CriteriaSet, leaf: Leaf, points: Decimal, most: Decimal | None) -> None:
    """Within the criterion's limits, in its steps or grades, no finer than its line is rounded.
    `most`: what the criterion is out of for this unit; None: without limit."""
    _require_within(table, leaf, points, most)
    rounding = leaf.rounding or table.rounding
    if rounded(points, rounding.places) != points:
        shown = {"points": _shown(points), "places": rounding.places}
        raise Refused(Refusal.POINTS_TOO_FINE, criterion=leaf.code, **shown)
    if isinstance(leaf.rule, Assessed) and not leaf.rule.gives(Fraction(abs(points))):
        _refuse_assessed(leaf.code, leaf.rule, points)


def _require_within(table: CriteriaSet, leaf: Leaf, points: Decimal, most: Decimal | None) -> None:
    least, most = _limits(table, leaf, most)
    inside = points.is_finite() and points.adjusted() < _MOST_DIGITS
    inside = inside and (least is None or least <= points) and (most is None or points <= most)
    whole = table.kind is not TableKind.PASS_FAIL or points in (YES, NO)
    if not (inside and whole):
        shown = {"points": _shown(points), "least": _shown(least, "−∞"), "most": _shown(most, "∞")}
        raise Refused(Refusal.POINTS_OUTSIDE, criterion=leaf.code, **shown)


def _limits(
    table: CriteriaSet, leaf: Leaf, most: Decimal | None
) -> tuple[Decimal | None, Decimal | None]:
    if table.kind is TableKind.PASS_FAIL:
        return NO, YES
    if leaf.section is Section.PENALTY:
        return (None if most is None else -most), Decimal(0)
    return Decimal(0), most


def _refuse_assessed(criterion: str, rule: Assessed, points: Decimal) -> NoReturn:
    if rule.grades:
        grades = ", ".join(decimal_comma(grade.points) for grade in rule.grades)
        shown = {"points": _shown(points), "grades": grades}
        raise Refused(Refusal.POINTS_NOT_A_GRADE, criterion=criterion, **shown)
    shown = {"points": _shown(points), "step": rule.allowed()}
    raise Refused(Refusal.POINTS_OFF_STEP, criterion=criterion, **shown)


def _shown(number: Decimal | None, unlimited: str = "") -> str:
    if number is None:
        return unlimited
    return decimal_comma(number) if number.is_finite() and number.adjusted() < 40 else str(number)
