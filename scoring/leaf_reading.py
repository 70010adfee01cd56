"""Parsing one leaf of a criteria table (docs/criteria.md, sections 2, 3, 6 and 7)."""

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from scoring.criteria_leaves import Evidence, Leaf, When
from scoring.criteria_terms import Rounding, Section, TableKind, WhenAbsent
from scoring.document import Reader
from scoring.formulas import parse_formula
from scoring.input_reading import parse_inputs, parse_periods
from scoring.issues import Code
from scoring.numbers import decimal_comma
from scoring.rounding_reading import above_zero, not_negative, parse_line_rounding
from scoring.rules.nested import Fixed, parse_rule_at
from scoring.rules.outcome import Rule
from scoring.taken_names import TakenNames

_ABSENT_WORDS = tuple(word.value for word in WhenAbsent)
_SECTION_WORDS = tuple(word.value for word in Section)


@dataclass(frozen=True)
class Surroundings:
    """What a leaf takes from the table and the blocks it stands in."""

    kind: TableKind
    rounding: Rounding
    taken: TakenNames
    section: Section = Section.STANDARD
    blocks: tuple[str, ...] = field(default=())
    article: str = ""
    assessor: str = ""


def parse_leaf(reader: Reader, around: Surroundings) -> Leaf:
    section = _section(reader, around)
    most = _maximum(reader, section, around.kind)
    leaf = Leaf(
        code=around.taken.code(reader),
        text=reader.text("text"),
        max=most,
        section=section,
        rule=_rule(reader, most, section),
        inputs=parse_inputs(reader, around.taken),
        periods=parse_periods(reader),
        not_arisen=WhenAbsent(reader.one_of("not_arisen", _ABSENT_WORDS, "pending")),
        not_applicable=WhenAbsent(reader.one_of("not_applicable", _ABSENT_WORDS, "pending")),
        missing_is_zero=reader.one_of("missing", ("pending", "zero"), "pending") == "zero",
        evidence=_evidence(reader, section),
        article=reader.text("article", around.article),
        blocks=around.blocks,
        max_when=_whens(reader, "max_when", "max"),
        most_when=_whens(reader, "most_when", "most"),
        thresholds=_whens(reader, "thresholds", "times"),
        rounding=parse_line_rounding(reader.mapping("rounding"), around.rounding),
        assessor=reader.text("assessor", around.assessor),
    )
    reader.finish()
    return leaf


def _section(reader: Reader, around: Surroundings) -> Section:
    """A leaf among the criteria may be a bonus or a penalty of its block."""
    if around.section is not Section.STANDARD or not reader.has("kind"):
        return around.section
    section = Section(reader.one_of("kind", _SECTION_WORDS, Section.STANDARD.value))
    if around.kind is TableKind.PASS_FAIL and section is not Section.STANDARD:
        at = reader.at("kind")
        reader.report(Code.KEY_NOT_FOR_KIND, at, key=section.value, kind=around.kind.value)
    return section


def _maximum(reader: Reader, section: Section, kind: TableKind) -> Decimal | None:
    """None: without limit. What is đạt without points is worth 1."""
    if kind is TableKind.PASS_FAIL and not reader.has("max"):
        return Decimal(1)
    if section is Section.STANDARD and not reader.has("max"):
        reader.report(Code.KEY_MISSING, reader.at("max"), key="max")
        return Decimal(0)
    return not_negative(reader, "max")


def _rule(reader: Reader, most: Decimal | None, section: Section) -> Rule:
    rule = parse_rule_at(reader, "rule")
    if isinstance(rule, Fixed):
        return rule
    if most is None:
        if rule.needs_max(penalty=section is Section.PENALTY):
            reader.report(Code.KEY_MISSING, reader.at("max"), key="max")
        return rule
    best = rule.best(Fraction(most))
    if best is not None and best != most:
        at = reader.at("rule")
        reader.report(Code.BEST_DIFFERS, at, best=decimal_comma(best), most=decimal_comma(most))
    return rule


def _whens(reader: Reader, key: str, number: str) -> tuple[When, ...]:
    found = (_when(child, number) for child in reader.children(key))
    return tuple(when for when in found if when is not None)


def _when(reader: Reader, number: str) -> When | None:
    condition = parse_formula(reader, "when", condition=True)
    value = above_zero(reader, number) if number == "times" else not_negative(reader, number)
    if not reader.has(number):
        reader.report(Code.KEY_MISSING, reader.at(number), key=number)
    reader.finish()
    return None if condition is None or value is None else When(condition, value)


def _evidence(leaf: Reader, section: Section) -> Evidence | None:
    """A penalty needs no evidence from the unit: asking for it could only make it worse."""
    if section is Section.PENALTY:
        return None
    reader = leaf.mapping("evidence")
    if reader is None:
        return None
    deducts = reader.one_of("missing", ("zero", "deduct"), "zero") == "deduct"
    evidence = Evidence(
        deducts,
        reader.number("points", None if deducts else Decimal(0)),
        reader.number("required", Decimal(1)),
        reader.optional_number("most"),
    )
    reader.finish()
    return evidence
