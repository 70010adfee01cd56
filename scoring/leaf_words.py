"""The line of a leaf on the card: its points, and in words what they rest on."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from scoring.criteria import CriteriaSet
from scoring.criteria_leaves import Leaf
from scoring.criteria_terms import Section, WhenAbsent
from scoring.facts import Absent, Appraisal, Source, UnitFacts
from scoring.leaf_scoring import KnownUnit, LeafResult, LeafScorer, Reckoned, signed
from scoring.leaf_terms import ONCE
from scoring.numbers import decimal_comma, rounded
from scoring.rules.outcome import WHY_ABSENT, Figures, NoFigure
from scoring.scorecards import Line, LineStatus, Result, UsedFigure

_RESULTS = {Result.PASSED: "; đạt", Result.FAILED: "; không đạt", Result.PENDING: ""}


def leaf_line(scorer: LeafScorer, unit: KnownUnit, table: CriteriaSet) -> Line:
    """The leaf's line with its reason, the figures used, and the rounds side by side."""
    leaf, facts, result = scorer.leaf, unit.facts, scorer.score(unit)
    claimed, appraisal = _claimed(leaf, facts), facts.appraisals.get(leaf.code)
    due = result.status is not LineStatus.NOT_YET
    return Line(
        code=leaf.code,
        text=leaf.text,
        block=leaf.block,
        section=leaf.section.value,
        status=result.status,
        reason=_reason(scorer, unit, result) + _against_claim(result, claimed),
        max=result.max,
        claimed=claimed,
        appraised=signed(leaf, appraisal.points) if appraisal and due else None,
        final=result.final,
        source=_source(scorer, facts) if due else None,
        rounds=_rounds(facts, leaf.code) if due else (),
        figures=_used(scorer, unit) if due else (),
        rule=_rule(scorer, result, unit.figures),
        article=leaf.article,
        assessor=table.assessor_of(leaf),
        top=leaf.blocks[0] if leaf.blocks else None,
        result=result.result,
    )


def _reason(scorer: LeafScorer, unit: KnownUnit, result: LeafResult) -> str:
    if result.status is LineStatus.NOT_YET:
        return "Chưa đến kỳ chấm"
    appraisal = unit.facts.appraisals.get(scorer.leaf.code)
    if appraisal is None:
        return _by_rule(scorer, unit)
    said = _given(scorer, result, appraisal)
    if scorer.leaf.needs_appraisal:
        return said
    return f"{said}. Theo quy tắc: {_by_rule(scorer, unit)}"


def _by_rule(scorer: LeafScorer, unit: KnownUnit) -> str:
    reckoned = scorer.by_rule(unit)
    if isinstance(reckoned.outcome, NoFigure):
        return reckoned.outcome.reason + _without_figure(reckoned)
    return (
        reckoned.outcome.reason
        + _terms(reckoned)
        + _evidence(reckoned)
        + _held(reckoned)
        + _RESULTS.get(reckoned.result.result, "")
    )


def _given(scorer: LeafScorer, result: LeafResult, appraisal: Appraisal) -> str:
    """A person's figure wins; what is cut from it is said."""
    why = f": {appraisal.reason}" if appraisal.reason else ""
    if scorer.pass_fail:
        return f"Thẩm định {'đạt' if result.result is Result.PASSED else 'không đạt'}{why}"
    given = signed(scorer.leaf, appraisal.points)
    said = f"Thẩm định {decimal_comma(given)} điểm"
    if result.final != rounded(given, scorer.rounding.places, scorer.rounding.mode):
        said += f", tính {decimal_comma(result.final)} điểm (trong giới hạn của tiêu chí)"
    return said + why


def _without_figure(reckoned: Reckoned) -> str:
    leaf, result = reckoned.result.leaf, reckoned.result
    if result.status is LineStatus.PENDING:
        return _why_pending(leaf, reckoned.outcome.absent)
    if result.status is LineStatus.SCORED:
        return f"; theo bảng tiêu chí {_settled(leaf, reckoned.outcome.absent, result)}"
    made_up = ", quy đổi từ các tiêu chí còn lại" if result.rescale else ""
    return f"; không tính điểm và điểm chuẩn của tiêu chí này{made_up}"


def _settled(leaf: Leaf, absent: Absent, result: LeafResult) -> str:
    if result.result is not None:
        return "tính là đạt" if result.result is Result.PASSED else "tính là không đạt"
    full = leaf.when(absent) is WhenAbsent.FULL and leaf.section is Section.STANDARD
    return "tính đủ điểm" if full else "tính 0 điểm"


def _why_pending(leaf: Leaf, absent: Absent) -> str:
    if leaf.needs_appraisal:
        return ""
    if absent is Absent.NOT_REPORTED:
        return "; chưa đủ số liệu"
    return "; bảng tiêu chí chưa quy định cách tính, chưa đủ số liệu"


def _terms(reckoned: Reckoned) -> str:
    """What holds for this unit in place of what the table says in general."""
    leaf, terms, said = reckoned.result.leaf, reckoned.terms, ""
    if leaf.max_when and terms.max != leaf.max:
        said += f"; điểm tối đa áp dụng cho đơn vị: {decimal_comma(terms.max)}"
    if terms.setting.times != ONCE:
        said += f"; các ngưỡng nhân {decimal_comma(terms.setting.times)}"
    return said


def _evidence(reckoned: Reckoned) -> str:
    evidence = reckoned.result.leaf.evidence
    if evidence is None or not reckoned.short:
        return ""
    if not evidence.deducts:
        return "; không có minh chứng → 0 điểm"
    if not reckoned.lost:
        return ""
    short, lost = decimal_comma(reckoned.short), decimal_comma(reckoned.lost)
    return f"; thiếu {short} minh chứng → trừ {lost} điểm"


def _held(reckoned: Reckoned) -> str:
    if reckoned.result.final is None:
        return ""
    penalty, top = reckoned.terms.setting.penalty, reckoned.terms.top
    points = -reckoned.exact if penalty else reckoned.exact
    if top is not None and points > top:
        return f"; tối đa {decimal_comma(top)} điểm"
    return "; không thấp hơn 0" if points < 0 else ""


def _claimed(leaf: Leaf, facts: UnitFacts) -> Decimal | None:
    figure = facts.claims.get(leaf.code)
    if figure is None or isinstance(figure.value, Absent):
        return None
    return signed(leaf, figure.value)


def _against_claim(result: LeafResult, claimed: Decimal | None) -> str:
    if claimed is None or result.final is None or claimed == result.final:
        return ""
    said = f". Tự chấm {decimal_comma(claimed)}"
    if result.max is not None and abs(claimed) > result.max:
        most = decimal_comma(result.max)
        said += f" (vượt mức {most}, giữ nguyên số tự chấm, không tính)"
    difference = Fraction(result.final) - Fraction(claimed)
    sign = "+" if difference > 0 else "−"
    return f"{said}, chênh lệch {sign}{decimal_comma(abs(difference))}"


def _rounds(facts: UnitFacts, code: str) -> tuple[Appraisal, ...]:
    appraisal = facts.appraisals.get(code)
    return facts.rounds.get(code) or (() if appraisal is None else (appraisal,))


def _used(scorer: LeafScorer, unit: KnownUnit) -> tuple[UsedFigure, ...]:
    return tuple(_used_figure(key, unit) for key in scorer.looks_at)


def _used_figure(key: str, unit: KnownUnit) -> UsedFigure:
    label, value = unit.figures.label(key), unit.figures.value(key)
    known = unit.facts.figures.get(key)
    source = known.source if known else None
    if isinstance(value, Absent):
        return UsedFigure(key, label, absent=WHY_ABSENT[value], source=source)
    return UsedFigure(key, label, value, source=source)


def _rule(scorer: LeafScorer, result: LeafResult, figures: Figures) -> str:
    """The same for all units with the same maximum: put into words once."""
    if result.max not in scorer.rule_words:
        most = None if result.max is None else Fraction(result.max)
        scorer.rule_words[result.max] = scorer.leaf.rule.words(most, figures.labels)
    return scorer.rule_words[result.max]


def _source(scorer: LeafScorer, facts: UnitFacts) -> str | None:
    found = [facts.figures[key].source for key in scorer.looks_at if key in facts.figures]
    words = _places(source for source in found if source is not None)
    if any(key.startswith("@") for key in scorer.looks_at):
        words.append("hệ thống ghi nhận")
    appraisal = facts.appraisals.get(scorer.leaf.code)
    if appraisal and appraisal.by:
        words.append(f"thẩm định: {appraisal.by} {appraisal.at}".strip())
    return "; ".join(words) or None


def _places(sources: Iterable[Source]) -> list[str]:
    """One mention of each file and sheet, its cells after it."""
    cells: dict[tuple[str, str], list[str]] = {}
    for source in sources:
        cells.setdefault((source.file, source.sheet), []).append(source.cell)
    return [str(Source(file, sheet, ", ".join(found))) for (file, sheet), found in cells.items()]
