"""From facts to scorecards: every unit, every line, with reasons. Pure, exact, in any order."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from scoring import progress, self_score
from scoring.adjustments import adjust, maximum_of
from scoring.classification import classify
from scoring.criteria import Block, CriteriaSet, Leaf, Section
from scoring.facts import UnitFacts
from scoring.leaf_scoring import LeafResult, score_leaf
from scoring.numbers import rounded
from scoring.periods import Period
from scoring.rules.outcome import Figures
from scoring.scorecards import BlockTotal, Line, LineStatus, Scorecard

NOT_SUBMITTED = "Chưa nộp bảng tự chấm điểm"
FORM_TITLES = {form.CODE: form.TITLE.lower() for form in (self_score, progress)}


def evaluate(
    table: CriteriaSet, facts: Sequence[UnitFacts], period: Period | None
) -> tuple[Scorecard, ...]:
    """Score every unit on the leaves of `period` (None: on every leaf, as a year). Sorted by
    unit code, so that the order the facts came in can change nothing."""
    labels = FORM_TITLES | {asked.key: asked.label for asked in table.inputs()}
    leaves = table.leaves()
    return tuple(
        _scorecard(table, leaves, one, labels, period)
        for one in sorted(facts, key=lambda one: one.unit)
    )


def _scorecard(
    table: CriteriaSet,
    leaves: tuple[Leaf, ...],
    facts: UnitFacts,
    labels: dict[str, str],
    period: Period | None,
) -> Scorecard:
    values = {key: figure.value for key, figure in facts.figures.items()}
    figures = Figures(values, labels, facts.submitted)
    results = [score_leaf(leaf, facts, figures, table.rounding, period) for leaf in leaves]
    adjusted = adjust(table, results)
    lines = (*(result.line for result in results), *adjusted.lines)
    unranked = _unranked(facts, results, adjusted.unanswered)
    by_code = {result.leaf.code: result for result in results}
    total = None if unranked else _sum(lines, table)
    classified = classify(table, total, lines, figures, period)
    card = Scorecard(
        unit=facts.unit,
        name=facts.name or facts.unit,
        group=facts.group,
        period=None if period is None else str(period),
        lines=lines,
        blocks=_block_totals(table, by_code, lines),
        max=maximum_of(table.criteria, by_code),
        total=total,
        class_name=classified.name,
        class_reason=classified.reason,
        note=classified.note,
        pending=_pending(lines),
        unranked=unranked,
    )
    return card if unranked else _with_plus_and_minus(card, lines, table)


def _pending(lines: Sequence[Line]) -> tuple[str, ...]:
    return tuple(line.code for line in lines if line.status is LineStatus.PENDING)


def _unranked(
    facts: UnitFacts, results: Sequence[LeafResult], unanswered: tuple[str, ...]
) -> str | None:
    if not facts.submitted:
        return NOT_SUBMITTED
    pending = [result.leaf for result in results if result.line.status is LineStatus.PENDING]
    waiting = [leaf.code for leaf in pending if leaf.needs_appraisal]
    lacking = [leaf.code for leaf in pending if not leaf.needs_appraisal]
    reasons = []
    if waiting:
        reasons.append(f"Chưa thẩm định tiêu chí {', '.join(waiting)}")
    if lacking:
        reasons.append(f"Chưa đủ số liệu tiêu chí {', '.join(lacking)}")
    if unanswered:
        reasons.append("Không còn tiêu chí nào để quy đổi điểm")
    if not reasons and not any(_scored_standard(result) for result in results):
        reasons.append("Không có tiêu chí nào được tính điểm trong kỳ")
    return "; ".join(reasons) or None


def _scored_standard(result: LeafResult) -> bool:
    return result.line.status is LineStatus.SCORED and result.leaf.section is Section.STANDARD


def _sum(lines: Sequence[Line], table: CriteriaSet) -> Decimal:
    """Only adds, every line being rounded; quantised so that an empty sum prints its places."""
    total = sum((line.final for line in lines if line.final is not None), Decimal(0))
    return rounded(total, table.rounding.places)


def _with_plus_and_minus(card: Scorecard, lines: Sequence[Line], table: CriteriaSet) -> Scorecard:
    def of(section: Section) -> Decimal:
        return _sum([line for line in lines if line.section == section], table)

    return replace(card, plus=of(Section.BONUS), minus=of(Section.PENALTY))


def _block_totals(
    table: CriteriaSet, results: Mapping[str, LeafResult], lines: Sequence[Line]
) -> tuple[BlockTotal, ...]:
    return tuple(
        _block_total(block, results, lines, table)
        for block in table.criteria
        if isinstance(block, Block)
    )


def _block_total(
    block: Block, results: Mapping[str, LeafResult], lines: Sequence[Line], table: CriteriaSet
) -> BlockTotal:
    inner = {found.code for found in block.blocks()}
    own = [line for line in lines if line.block in inner]
    pending = any(line.status is LineStatus.PENDING for line in own)
    points = None if pending else _sum(own, table)
    return BlockTotal(block.code, block.text, maximum_of([block], results), points)
