"""From facts to scorecards: every unit, every line, with reasons. Pure, exact, in any order.

For each unit, in this order: every leaf (leaf_scoring), what happens above the leaves
(adjustments), whether there is a total at all, the class. A scorecard is a standing with words.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import localcontext

from scoring.adjustments import Adjusted, adjust
from scoring.agreement import disagreements
from scoring.card_points import PartsOfCard
from scoring.classification import NO_CLASS, Classified, Earned, classify
from scoring.criteria import CriteriaSet
from scoring.criteria_leaves import Block, leaves_of
from scoring.criteria_terms import Section, TableKind
from scoring.exemption import exempted
from scoring.facts import UnitFacts
from scoring.labels import labels_of
from scoring.leaf_scoring import KnownUnit, LeafScorer
from scoring.leaf_words import leaf_line
from scoring.ledger import Adjustment
from scoring.numbers import EXACT
from scoring.pass_fail import Judged, judge
from scoring.periods import Period
from scoring.rules.outcome import Figures, Peers
from scoring.scorecards import BlockTotal, Line, Scorecard, Standing
from scoring.unranked import NOT_SUBMITTED, why_unranked

__all__ = ["NOT_SUBMITTED", "evaluate", "standings"]


def evaluate(
    table: CriteriaSet,
    facts: Sequence[UnitFacts],
    period: Period | None,
    units: Collection[str] | None = None,
) -> tuple[Scorecard, ...]:
    """Score every unit on the leaves of `period` (None: on every leaf, as a year). Sorted by
    unit code, so that the order the facts came in can change nothing. `units`: the cards of these
    alone; they are still compared with all."""
    with localcontext(EXACT):
        scoring = _Scoring(table, facts, period)
        return tuple(scoring.card(unit) for unit in scoring.known(units))


def standings(
    table: CriteriaSet,
    facts: Sequence[UnitFacts],
    period: Period | None,
    units: Collection[str] | None = None,
) -> tuple[Standing, ...]:
    """The same numbers without lines and words: what a ranking of thousands needs."""
    with localcontext(EXACT):
        scoring = _Scoring(table, facts, period)
        return tuple(scoring.score(unit).standing for unit in scoring.known(units))


def leaf_lines(
    table: CriteriaSet,
    facts: Sequence[UnitFacts],
    period: Period | None,
    units: Collection[str] | None = None,
    codes: Collection[str] | None = None,
) -> Mapping[tuple[str, str], Line]:
    """By unit and criterion, the lines of these leaves (None: all) without anything above them:
    what an assessor looks at."""
    with localcontext(EXACT):
        scoring = _Scoring(table, facts, period)
        chosen = [one for one in scoring.scorers if codes is None or one.leaf.code in codes]
        return {
            (unit.facts.unit, one.leaf.code): leaf_line(one, unit, table)
            for unit in scoring.known(units)
            for one in chosen
        }


@dataclass(frozen=True)
class _Scored:
    """One unit's numbers, and what its words are made of."""

    standing: Standing
    adjusted: Adjusted
    classified: Classified


class _Scoring:
    """A table made ready to score units in one period."""

    def __init__(
        self, table: CriteriaSet, facts: Sequence[UnitFacts], period: Period | None
    ) -> None:
        self.table = table
        self.period = period
        self.scorers = tuple(_scorers(table, period))
        self._facts = sorted(facts, key=lambda one: one.unit)
        self._labels = labels_of(table)
        self._known: dict[str, KnownUnit] = {}
        self._kin: dict[object, int] = {}
        self._peers = Peers(self._compared)
        self._tops = _tops(table)

    def known(self, units: Collection[str] | None) -> Iterator[KnownUnit]:
        return (self._know(one) for one in self._facts if units is None or one.unit in units)

    def score(self, unit: KnownUnit) -> _Scored:
        """The leaves, what happens above them, whether there is a total, the class."""
        table, facts = self.table, unit.facts
        results = tuple([scorer.score(unit) for scorer in self.scorers])
        adjusted = adjust(table, results)
        disagreeing = disagreements(table.checks, unit, self.scorers)
        judged = judge(table, unit, results, disagreeing)
        exempt = exempted(table, unit.figures)
        unranked = exempt or why_unranked(table, unit, results, adjusted, disagreeing, judged)
        total = None if unranked or table.kind is not TableKind.POINTS else adjusted.total
        card = PartsOfCard(total, adjusted.parts)
        blocks = self._blocks(adjusted, judged)
        earned = Earned(total, (*results, *adjusted.lines), blocks, card, judged.unit)
        classified = NO_CLASS
        if exempt is None:
            classified = classify(table, earned, unit.figures, self.period, facts.decided_class)
        standing = Standing(
            unit=facts.unit,
            name=facts.name or facts.unit,
            group=facts.group,
            period=None if self.period is None else str(self.period),
            blocks=blocks,
            max=adjusted.max,
            total=total,
            plus=None if total is None else adjusted.plus,
            minus=None if total is None else adjusted.minus,
            class_name=classified.name,
            note=classified.note,
            pending=tuple([leaf.code for leaf in adjusted.pending]),
            unranked=unranked,
            warnings=tuple([one.check.text for one in disagreeing]),
            result=judged.unit,
            card=card,
        )
        return _Scored(standing, adjusted, classified)

    def card(self, unit: KnownUnit) -> Scorecard:
        """The standing again, every line of it with its words."""
        scored = self.score(unit)
        leaves = [leaf_line(scorer, unit, self.table) for scorer in self.scorers]
        return Scorecard(
            **{name: getattr(scored.standing, name) for name in _IN_COMMON},
            lines=(*leaves, *(self._adjustment_line(one) for one in scored.adjusted.lines)),
            class_reason=scored.classified.reason,
        )

    def _compared(self, group: str | None, everybody: bool) -> list[Figures]:
        chosen = (one for one in self._facts if everybody or one.group == group)
        found = (self._know(one).figures for one in chosen)
        return [figures for figures in found if exempted(self.table, figures) is None]

    def _know(self, facts: UnitFacts) -> KnownUnit:
        if facts.unit not in self._known:
            self._known[facts.unit] = self._newly_known(facts)
        return self._known[facts.unit]

    def _newly_known(self, facts: UnitFacts) -> KnownUnit:
        values = {key: figure.value for key, figure in facts.figures.items()}
        figures = Figures(
            values, self._labels, facts.submitted, facts.attributes, facts.group, self._peers
        )
        beside = (facts.group, *sorted(facts.attributes.items()))
        return KnownUnit(facts, figures, self._kin.setdefault(beside, len(self._kin)))

    def _blocks(self, adjusted: Adjusted, judged: Judged) -> tuple[BlockTotal, ...]:
        """The topmost blocks of the standard points."""
        return tuple(
            [
                BlockTotal(
                    block.code,
                    block.text,
                    adjusted.parts[block.code].max,
                    None if judged.blocks else adjusted.parts[block.code].final,
                    judged.blocks.get(block.code),
                )
                for block in self.table.criteria
                if isinstance(block, Block)
            ]
        )

    def _adjustment_line(self, made: Adjustment) -> Line:
        block = made.block
        return Line(
            made.code,
            "Điều chỉnh",
            block.code if block else None,
            made.section.value,
            made.status,
            made.say(),
            final=made.final,
            article=block.article if block else "",
            top=self._tops.get(made.block.code) if block else None,
        )


_IN_COMMON = tuple(one.name for one in fields(Standing) if one.name != "card")


def _scorers(table: CriteriaSet, period: Period | None) -> Iterator[LeafScorer]:
    """In printed order. A bonus or penalty among the standard points adds nothing to a maximum."""
    sections = (
        (table.criteria, Section.STANDARD),
        (table.bonuses, Section.BONUS),
        (table.penalties, Section.PENALTY),
    )
    for nodes, section in sections:
        for node in nodes:
            for leaf in leaves_of(node):
                yield LeafScorer(leaf, table, period, counts=leaf.section is section)


def _tops(table: CriteriaSet) -> dict[str, str]:
    """The topmost block of every block."""
    tops = (node for node in table.nodes() if isinstance(node, Block))
    return {inner.code: top.code for top in tops for inner in top.blocks()}
