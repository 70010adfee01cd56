"""Why a unit has no total, in words."""

from collections.abc import Iterator, Sequence

from scoring.adjustments import Adjusted
from scoring.agreement import Disagreement
from scoring.criteria import CriteriaSet
from scoring.criteria_leaves import Leaf
from scoring.criteria_terms import Section, TableKind
from scoring.leaf_scoring import KnownUnit, LeafResult
from scoring.pass_fail import Judged
from scoring.rules.outcome import Figures, NoFigure
from scoring.scorecards import LineStatus

NOT_SUBMITTED = "Chưa nộp bảng tự chấm điểm"


def why_unranked(
    table: CriteriaSet,
    unit: KnownUnit,
    results: Sequence[LeafResult],
    adjusted: Adjusted,
    disagreeing: Sequence[Disagreement],
    judged: Judged,
) -> str | None:
    """All that is lacking at once; None: nothing is, or a table without points has its result."""
    if not unit.facts.submitted:
        return NOT_SUBMITTED
    if judged.decided:
        return None
    if table.kind is TableKind.RANK_ONLY:
        return _lacks_first_indicator(table, unit.figures)
    reasons = [*_pending(adjusted.pending), *_disagreeing(disagreeing)]
    if adjusted.unanswered:
        reasons.append("Không còn tiêu chí nào để quy đổi điểm")
    if not reasons and not any(_scored_standard(result) for result in results):
        reasons.append("Không có tiêu chí nào được tính điểm trong kỳ")
    return "; ".join(reasons) or None


def _lacks_first_indicator(table: CriteriaSet, figures: Figures) -> str | None:
    """A table that only ranks goes by its chain from the first indicator on."""
    found = table.ranking.chain[0].quantity.measure(figures)
    return f"Chưa đủ số liệu xếp thứ ({found.reason})" if isinstance(found, NoFigure) else None


def _pending(pending: Sequence[Leaf]) -> Iterator[str]:
    waiting = [leaf.code for leaf in pending if leaf.needs_appraisal]
    lacking = [leaf.code for leaf in pending if not leaf.needs_appraisal]
    if waiting:
        yield f"Chưa thẩm định tiêu chí {', '.join(waiting)}"
    if lacking:
        yield f"Chưa đủ số liệu tiêu chí {', '.join(lacking)}"


def _disagreeing(disagreeing: Sequence[Disagreement]) -> Iterator[str]:
    texts = [one.check.text for one in disagreeing if one.waits]
    if texts:
        yield f"Số liệu chưa khớp: {', '.join(texts)}"


def _scored_standard(result: LeafResult) -> bool:
    return result.status is LineStatus.SCORED and result.leaf.section is Section.STANDARD
