"""Scoring one leaf: appraisal, or else rule, evidence, limits, rounding — in that order.

Numbers only, for many units one after the other; the words are in leaf_words.py.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from scoring.criteria import CriteriaSet
from scoring.criteria_leaves import Evidence, Leaf
from scoring.criteria_terms import Section, TableKind, WhenAbsent
from scoring.exact import fraction
from scoring.facts import Absent, Appraisal, UnitFacts
from scoring.leaf_terms import ONCE, ZERO, LeafTerms, Terms
from scoring.numbers import in_last_places
from scoring.periods import Period
from scoring.rules.outcome import Figures, NoFigure, Outcome, looks_beside, weightiest
from scoring.scorecards import LineStatus, Result

NOTHING = Fraction(0)

# A leaf keeps what so many different answers came to. Where there are more, hardly two units are
# alike, and looking up costs more than it saves.
MOST_KEPT = 500


@dataclass(frozen=True)
class KnownUnit:
    """One unit as the leaves look at it. `kin` is the same number for all units of one group with
    the same attributes: what a rule may look at beside its figures."""

    facts: UnitFacts
    figures: Figures
    kin: int = 0


class LeafResult(NamedTuple):
    """What a leaf comes to. `max` is that of this unit; `counted` what of it the maximum of its
    block has; `rescale`: its maximum is to be made up for."""

    leaf: Leaf
    code: str
    section: Section
    status: LineStatus
    max: Decimal | None
    final: Decimal | None = None
    counted: Decimal = ZERO
    rescale: WhenAbsent | None = None
    result: Result | None = None


class Reckoned(NamedTuple):
    """What a leaf comes to by its rule, and how: the rule's answer, the pieces of evidence that
    are short and what they cost, the points before the limits."""

    result: LeafResult
    terms: Terms
    outcome: Outcome
    short: Fraction = NOTHING
    lost: Fraction = NOTHING
    exact: Fraction = NOTHING


class LeafScorer:
    """A leaf made ready to be scored for unit after unit. `counts`: its maximum is part of its
    block's, which that of a bonus among the standard points is not."""

    def __init__(
        self, leaf: Leaf, table: CriteriaSet, period: Period | None, *, counts: bool
    ) -> None:
        self.leaf = leaf
        self.pass_fail = table.kind is TableKind.PASS_FAIL
        self.rounding = leaf.rounding or table.rounding
        self.due = leaf.scored_in(period)
        self.looks_at = tuple(dict.fromkeys(leaf.figures()))
        self.terms = LeafTerms(leaf, self.rounding, pass_fail=self.pass_fail)
        self._counts = counts and not self.pass_fail
        self._penalty = leaf.section is Section.PENALTY
        self._beside = looks_beside((leaf.rule, leaf.max_when, leaf.most_when, leaf.thresholds))
        self._not_yet = self._result(LineStatus.NOT_YET, self.terms.usual)
        self.rule_words: dict[Decimal | None, str] = {}
        alone = len(self.looks_at) == 1 and not self._beside and leaf.evidence is None
        self._looks_only_at = self.looks_at[0] if alone else None
        self._kept: dict[object, LeafResult] = {}
        self._by_points: dict[int, LeafResult] = {}

    def score(self, unit: KnownUnit) -> LeafResult:
        """A person's figure wins over the rule's. The rule comes to the same for all units of
        which it sees the same: that is reckoned once."""
        if not self.due:
            return self._not_yet
        appraisal = unit.facts.appraisals.get(self.leaf.code)
        if appraisal is not None:
            return self._appraised(unit, appraisal)
        if len(self._kept) == MOST_KEPT:
            return self._reckon(unit)[0]
        seen = self._seen(unit)
        result = self._kept.get(seen)
        if result is None:
            result = self._kept[seen] = self._reckon(unit)[0]
        return result

    def by_rule(self, unit: KnownUnit) -> Reckoned:
        """What the rule makes of it, whatever people gave."""
        return Reckoned(*self._reckon(unit))

    def _seen(self, unit: KnownUnit) -> object:
        if self._looks_only_at is not None:
            return unit.figures.values.get(self._looks_only_at)
        seen = tuple(map(unit.figures.values.get, self.looks_at))
        if self._beside:
            seen = (*seen, unit.kin)
        if self.leaf.evidence is not None:
            seen = (*seen, _pieces(unit, self.leaf.code))
        return seen

    def _reckon(self, unit: KnownUnit) -> tuple:
        """The fields of Reckoned, which only words need as an object."""
        terms = self.terms.of(unit.figures)
        outcome = self.leaf.rule.apply(unit.figures, terms.setting)
        if terms.lacking is not None:
            outcome = weightiest((terms.lacking, outcome))
        if isinstance(outcome, NoFigure):
            return self._without_figure(terms, outcome.absent), terms, outcome
        exact, short, lost = outcome.exact, NOTHING, NOTHING
        if self.leaf.evidence is not None:
            short, lost = _evidence(self.leaf.evidence, unit, self.leaf.code, exact, terms.max)
            exact -= lost
        if self._penalty:
            exact = -exact
        if self.pass_fail:
            result = self._judged(terms, passed=exact >= terms.setting.most)
        else:
            result = self._scored(terms, exact)
        return result, terms, outcome, short, lost, exact

    def _scored(self, terms: Terms, exact: Fraction | Decimal) -> LeafResult:
        """Held within the limits and rounded. Rounding first and holding within the rounded limits
        gives the same and is faster."""
        points = in_last_places(exact, self.rounding.places, self.rounding.mode)
        usual = terms is self.terms.usual
        result = self._by_points.get(points) if usual else None
        if result is None:
            result = self._held(terms, Decimal(f"{points}E-{self.rounding.places}"))
            if usual:
                self._by_points[points] = result
        return result

    def _held(self, terms: Terms, points: Decimal) -> LeafResult:
        if terms.least is not None:
            points = max(points, terms.least)
        if terms.most is not None:
            points = min(points, terms.most)
        return self._result(LineStatus.SCORED, terms, points)

    def _appraised(self, unit: KnownUnit, appraisal: Appraisal) -> LeafResult:
        terms = self.terms.of(unit.figures)
        if self.pass_fail:
            return self._judged(terms, passed=appraisal.points >= 1)
        return self._scored(terms, signed(self.leaf, appraisal.points))

    def _without_figure(self, terms: Terms, absent: Absent) -> LeafResult:
        when = self.leaf.when(absent)
        if when is WhenAbsent.PENDING or self.leaf.needs_appraisal:
            pending = Result.PENDING if self.pass_fail else None
            return self._result(LineStatus.PENDING, terms)._replace(result=pending)
        if when in (WhenAbsent.FULL, WhenAbsent.ZERO):
            return self._settled(terms, full=when is WhenAbsent.FULL)
        made_up = when is not WhenAbsent.EXCLUDE and self.leaf.section is Section.STANDARD
        rescale = when if made_up and not self.pass_fail else None
        return self._result(LineStatus.EXCLUDED, terms)._replace(
            rescale=rescale, counted=self._counted(terms) if rescale else ZERO
        )

    def _settled(self, terms: Terms, *, full: bool) -> LeafResult:
        if self.pass_fail:
            return self._judged(terms, passed=full)
        return self._scored(
            terms, terms.top if full and self.leaf.section is Section.STANDARD else ZERO
        )

    def _judged(self, terms: Terms, *, passed: bool) -> LeafResult:
        result = Result.PASSED if passed else Result.FAILED
        return self._result(LineStatus.SCORED, terms)._replace(result=result)

    def _result(self, status: LineStatus, terms: Terms, final: Decimal | None = None) -> LeafResult:
        leaf, stands = self.leaf, status in (LineStatus.SCORED, LineStatus.PENDING)
        counted = self._counted(terms) if stands else ZERO
        return LeafResult(leaf, leaf.code, leaf.section, status, terms.max, final, counted)

    def _counted(self, terms: Terms) -> Decimal:
        return terms.max if self._counts and terms.max is not None else ZERO


def signed(leaf: Leaf, points: Decimal) -> Decimal:
    """Penalties are written with a minus or without; both mean what is taken away."""
    return 0 - abs(points) if leaf.section is Section.PENALTY else points


def _evidence(
    evidence: Evidence, unit: KnownUnit, code: str, points: Fraction, most: Decimal | None
) -> tuple[Fraction, Fraction]:
    """Pieces that are short, and the points they cost."""
    pieces = _pieces(unit, code)
    if not evidence.deducts:
        return (NOTHING, NOTHING) if pieces > 0 else (ONCE, points)
    short = max(NOTHING, Fraction(evidence.required) - pieces)
    lost = short * Fraction(evidence.points)
    cap = most if evidence.most is None else evidence.most
    return short, lost if cap is None else min(lost, Fraction(cap))


def _pieces(unit: KnownUnit, code: str) -> Fraction:
    figure = unit.facts.evidence.get(code)
    if figure is None or isinstance(figure.value, Absent):
        return NOTHING
    return fraction(figure.value)
