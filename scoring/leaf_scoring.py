"""Scoring one leaf: rule, evidence, limits, rounding, appraisal — in that order."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from scoring.criteria import Evidence, Leaf, Rounding, Section, WhenAbsent
from scoring.facts import Absent, Appraisal, Source, UnitFacts
from scoring.numbers import decimal_comma, rounded
from scoring.periods import Period
from scoring.rules.outcome import Figures, NoFigure, Points, Setting
from scoring.scorecards import Line, LineStatus


@dataclass(frozen=True)
class LeafResult:
    """A leaf's line, and whether its maximum is to be made up for by rescaling."""

    leaf: Leaf
    line: Line
    rescale: WhenAbsent | None = None


def score_leaf(
    leaf: Leaf, facts: UnitFacts, figures: Figures, rounding: Rounding, period: Period | None
) -> LeafResult:
    if not leaf.scored_in(period):
        return LeafResult(leaf, _line(leaf, facts, LineStatus.NOT_YET, "Chưa đến kỳ chấm"))
    appraisal = facts.appraisals.get(leaf.code)
    if appraisal is None:
        return _apply_rule(leaf, facts, figures, rounding)
    # The rule's reason is quoted beside the appraisal, which alone is held against the claim.
    ruled = _apply_rule(leaf, replace(facts, claims={}), figures, rounding)
    return _appraised(leaf, facts, ruled, appraisal, rounding)


def _apply_rule(leaf: Leaf, facts: UnitFacts, figures: Figures, rounding: Rounding) -> LeafResult:
    penalty = leaf.section is Section.PENALTY
    outcome = leaf.rule.apply(figures, Setting(Fraction(leaf.max), penalty))
    if isinstance(outcome, NoFigure):
        return _without_figure(leaf, facts, outcome, rounding)
    points = _with_evidence(leaf, facts, outcome)
    final = _limited(leaf, -points.exact if penalty else points.exact, rounding)
    reason = points.reason + _held(leaf, points.exact)
    return LeafResult(leaf, _line(leaf, facts, LineStatus.SCORED, reason, final))


def _without_figure(
    leaf: Leaf, facts: UnitFacts, outcome: NoFigure, rounding: Rounding
) -> LeafResult:
    when = leaf.when(outcome.absent)
    if when is WhenAbsent.PENDING or leaf.needs_appraisal:
        reason = outcome.reason + _why_pending(leaf, outcome.absent)
        return LeafResult(leaf, _line(leaf, facts, LineStatus.PENDING, reason))
    if when in (WhenAbsent.FULL, WhenAbsent.ZERO):
        return _settled(leaf, facts, outcome, when, rounding)
    reason = f"{outcome.reason}; không tính điểm và điểm chuẩn của tiêu chí này"
    rescale = None if when is WhenAbsent.EXCLUDE else when
    if leaf.section is not Section.STANDARD:
        rescale = None
    elif rescale is not None:
        reason += ", quy đổi từ các tiêu chí còn lại"
    return LeafResult(leaf, _line(leaf, facts, LineStatus.EXCLUDED, reason), rescale)


def _settled(
    leaf: Leaf, facts: UnitFacts, outcome: NoFigure, when: WhenAbsent, rounding: Rounding
) -> LeafResult:
    full = when is WhenAbsent.FULL and leaf.section is Section.STANDARD
    final = rounded(leaf.max if full else Decimal(0), rounding.places, rounding.mode)
    said = "tính đủ điểm" if full else "tính 0 điểm"
    reason = f"{outcome.reason}; theo bảng tiêu chí {said}"
    return LeafResult(leaf, _line(leaf, facts, LineStatus.SCORED, reason, final))


def _why_pending(leaf: Leaf, absent: Absent) -> str:
    if leaf.needs_appraisal:
        return ""
    if absent is Absent.NOT_REPORTED:
        return "; chưa đủ số liệu"
    return "; bảng tiêu chí chưa quy định cách tính, chưa đủ số liệu"


def _with_evidence(leaf: Leaf, facts: UnitFacts, points: Points) -> Points:
    if leaf.evidence is None:
        return points
    pieces = _pieces(facts, leaf.code)
    if not leaf.evidence.deducts:
        if pieces > 0:
            return points
        return Points(Fraction(0), f"{points.reason}; không có minh chứng → 0 điểm")
    return _less_evidence(leaf, leaf.evidence, points, pieces)


def _less_evidence(leaf: Leaf, evidence: Evidence, points: Points, pieces: Fraction) -> Points:
    short = max(Fraction(0), Fraction(evidence.required) - pieces)
    cap = Fraction(leaf.max if evidence.most is None else evidence.most)
    deducted = min(short * Fraction(evidence.points), cap)
    if not deducted:
        return points
    said = f"thiếu {decimal_comma(short)} minh chứng → trừ {decimal_comma(deducted)} điểm"
    return Points(points.exact - deducted, f"{points.reason}; {said}")


def _pieces(facts: UnitFacts, code: str) -> Fraction:
    figure = facts.evidence.get(code)
    if figure is None or isinstance(figure.value, Absent):
        return Fraction(0)
    return Fraction(figure.value)


def _limited(leaf: Leaf, exact: Fraction, rounding: Rounding) -> Decimal:
    least, most = leaf.limits
    held = min(max(exact, Fraction(least)), Fraction(most))
    return rounded(held, rounding.places, rounding.mode)


def _held(leaf: Leaf, exact: Fraction) -> str:
    if exact > leaf.max:
        return f"; tối đa {decimal_comma(leaf.max)} điểm"
    return "; không thấp hơn 0" if exact < 0 else ""


def _appraised(
    leaf: Leaf, facts: UnitFacts, ruled: LeafResult, appraisal: Appraisal, rounding: Rounding
) -> LeafResult:
    """A person's figure wins; what the rule would have given stays in the reason."""
    given = signed(leaf, appraisal.points)
    final = _limited(leaf, Fraction(given), rounding)
    reason = f"Thẩm định {decimal_comma(given)} điểm"
    if final != rounded(given, rounding.places, rounding.mode):
        reason += f", tính {decimal_comma(final)} điểm (trong giới hạn của tiêu chí)"
    if appraisal.reason:
        reason += f": {appraisal.reason}"
    if not leaf.needs_appraisal:
        reason += f". Theo quy tắc: {ruled.line.reason}"
    line = _line(leaf, facts, LineStatus.SCORED, reason, final)
    return LeafResult(leaf, line)


def signed(leaf: Leaf, points: Decimal) -> Decimal:
    """Penalties are written with a minus or without; both mean what is taken away."""
    return 0 - abs(points) if leaf.section is Section.PENALTY else points


def _line(
    leaf: Leaf, facts: UnitFacts, status: LineStatus, reason: str, final: Decimal | None = None
) -> Line:
    claimed, appraisal = _claimed(leaf, facts), facts.appraisals.get(leaf.code)
    scored = status is not LineStatus.NOT_YET
    return Line(
        code=leaf.code,
        text=leaf.text,
        block=leaf.block,
        section=leaf.section.value,
        status=status,
        reason=reason + _against_claim(leaf, claimed, final),
        max=leaf.max,
        claimed=claimed,
        appraised=signed(leaf, appraisal.points) if appraisal and scored else None,
        final=final,
        source=_source(leaf, facts) if scored else None,
    )


def _claimed(leaf: Leaf, facts: UnitFacts) -> Decimal | None:
    figure = facts.claims.get(leaf.code)
    if figure is None or isinstance(figure.value, Absent):
        return None
    return signed(leaf, figure.value)


def _against_claim(leaf: Leaf, claimed: Decimal | None, final: Decimal | None) -> str:
    if claimed is None or final is None or claimed == final:
        return ""
    said = f". Tự chấm {decimal_comma(claimed)}"
    if abs(claimed) > leaf.max:
        said += f" (vượt mức {decimal_comma(leaf.max)}, giữ nguyên số tự chấm, không tính)"
    difference = final - claimed
    sign = "+" if difference > 0 else "−"
    return f"{said}, chênh lệch {sign}{decimal_comma(abs(difference))}"


def _source(leaf: Leaf, facts: UnitFacts) -> str | None:
    keys = leaf.rule.figures()
    found = [facts.figures[key].source for key in keys if key in facts.figures]
    sources = [source for source in found if source is not None]
    words = _places(sources)
    if any(key.startswith("@") for key in keys):
        words.append("hệ thống ghi nhận")
    appraisal = facts.appraisals.get(leaf.code)
    if appraisal and appraisal.by:
        words.append(f"thẩm định: {appraisal.by} {appraisal.at}".strip())
    return "; ".join(words) or None


def _places(sources: Iterable[Source]) -> list[str]:
    """One mention of each file and sheet, its cells after it."""
    cells: dict[tuple[str, str], list[str]] = {}
    for source in sources:
        cells.setdefault((source.file, source.sheet), []).append(source.cell)
    return [str(Source(file, sheet, ", ".join(found))) for (file, sheet), found in cells.items()]
