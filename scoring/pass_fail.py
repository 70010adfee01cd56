"""Đạt, không đạt, chờ: what leaves without points make of their blocks and of the unit
(docs/criteria.md, section 9)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scoring.agreement import Disagreement
from scoring.criteria import CriteriaSet
from scoring.criteria_leaves import Block, Leaf
from scoring.criteria_terms import TableKind
from scoring.leaf_scoring import KnownUnit, LeafResult
from scoring.scorecards import Result

Node = Block | Leaf


@dataclass(frozen=True)
class Judged:
    """The unit's result and that of each block; None: nothing in it is looked at."""

    unit: Result | None
    blocks: Mapping[str, Result | None]

    @property
    def decided(self) -> bool:
        return self.unit in (Result.PASSED, Result.FAILED)


WITH_POINTS = Judged(None, {})


def judge(
    table: CriteriaSet,
    unit: KnownUnit,
    results: Sequence[LeafResult],
    disagreeing: Sequence[Disagreement],
) -> Judged:
    """The unit passes when every topmost block and leaf does; it waits while figures that must
    agree do not, and where nothing is looked at; without a self-score it has no result. A table
    with points has none."""
    if table.kind is not TableKind.PASS_FAIL:
        return WITH_POINTS
    by_leaf = {result.leaf.code: result.result for result in results}
    blocks: dict[str, Result | None] = {}
    tops = [_result(node, by_leaf, blocks) for node in table.criteria]
    result = _of(tops, None)
    if not unit.facts.submitted:
        return Judged(None, blocks)
    waits = result is None or any(one.waits for one in disagreeing)
    return Judged(Result.PENDING if waits else result, blocks)


def _result(
    node: Node, by_leaf: Mapping[str, Result | None], blocks: dict[str, Result | None]
) -> Result | None:
    if isinstance(node, Leaf):
        return by_leaf[node.code]
    children = [_result(child, by_leaf, blocks) for child in node.children]
    blocks[node.code] = _of(children, node.required)
    return blocks[node.code]


def _of(results: Iterable[Result | None], required: int | None) -> Result | None:
    """Passed when all, or at least so many, are; failed as soon as that can no longer be."""
    standing = [result for result in results if result is not None]
    if not standing:
        return None
    needed = len(standing) if required is None else required
    if standing.count(Result.PASSED) >= needed:
        return Result.PASSED
    still_possible = len(standing) - standing.count(Result.FAILED)
    return Result.PENDING if still_possible >= needed else Result.FAILED
