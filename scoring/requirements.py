"""What a class asks beside the points: no criterion at 0, a share of every block, conditions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from scoring.criteria_classes import ClassBand, Requirement
from scoring.criteria_terms import Section
from scoring.formula_tree import CardPoints
from scoring.numbers import decimal_comma
from scoring.rules.outcome import Figures, NoFigure
from scoring.scorecards import BlockTotal, LineStatus, Result


class ScoredLine(Protocol):
    """What a class looks at of a line of the card."""

    code: str
    section: str
    status: LineStatus
    final: Decimal | None
    max: Decimal | None
    result: Result | None


@dataclass(frozen=True)
class Earned:
    """What one unit earned, as far as a class looks at it: printed total (None: unranked), lines,
    topmost blocks, what formulas read of the card, and, of a table without points, its result."""

    total: Decimal | None
    lines: Iterable[ScoredLine]
    blocks: Sequence[BlockTotal]
    card: CardPoints | None = None
    result: Result | None = None


def failed_requirement(band: ClassBand, earned: Earned, figures: Figures) -> str | NoFigure | None:
    """The first that fails, in words; else one that cannot be told; else nothing."""
    unmet = _not_passed(band, earned)
    if unmet:
        return f"có tiêu chí {'chưa đạt' if band.all_passed else 'không đạt'} ({', '.join(unmet)})"
    zeros = criteria_at_zero(earned.lines) if band.no_zero else ()
    if zeros:
        return f"có tiêu chí 0 điểm ({', '.join(zeros)})"
    short = short_blocks(band, earned.blocks)
    if short:
        return f"có phần chưa được {decimal_comma(band.each_block)}% số điểm ({', '.join(short)})"
    answers = [(one, one.condition.holds(figures, earned.card)) for one in band.requires]
    return next(
        (
            f"không đạt điều kiện: {requirement_words(one)}"
            for one, holds in answers
            if holds is False
        ),
        next((holds for _, holds in answers if isinstance(holds, NoFigure)), None),
    )


def _not_passed(band: ClassBand, earned: Earned) -> tuple[str, ...]:
    """Codes of the criteria, in a table without points, that may not be so: không đạt (`no_zero`),
    and also chờ (`all_passed`)."""
    if earned.result is None:
        return ()
    refused = {Result.FAILED} if band.no_zero or band.all_passed else set()
    refused |= {Result.PENDING} if band.all_passed else set()
    return tuple(line.code for line in earned.lines if line.result in refused)


def criteria_at_zero(lines: Iterable[ScoredLine]) -> tuple[str, ...]:
    """Codes of the standard criteria that were scored and gave nothing of what they can give."""
    return tuple(line.code for line in lines if _is_zero(line))


def short_blocks(band: ClassBand, blocks: Sequence[BlockTotal]) -> tuple[str, ...]:
    """Codes of the topmost blocks below the share the class asks for, compared as printed."""
    if band.each_block is None:
        return ()
    least, scored = band.each_block, [one for one in blocks if one.points is not None]
    return tuple(one.code for one in scored if one.points * 100 < least * one.max)


def requirement_words(requirement: Requirement) -> str:
    return requirement.text or requirement.condition.text


def _is_zero(line: ScoredLine) -> bool:
    standard = line.section == Section.STANDARD and line.status is LineStatus.SCORED
    return standard and line.final == 0 and line.max > 0
