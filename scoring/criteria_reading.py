"""Parsing a criteria table's data file into a CriteriaSet, once, with every mistake reported."""

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from scoring.criteria import (
    PERIOD_MARKS,
    Block,
    ClassBand,
    CriteriaSet,
    Decision,
    Evidence,
    Fallthrough,
    Input,
    Leaf,
    Rounding,
    Section,
    Veto,
    WhenAbsent,
)
from scoring.document import Raw, Reader
from scoring.facts import Absent
from scoring.forms import Kind
from scoring.issues import Code, Issue, has_errors
from scoring.numbers import ROUNDING_MODES, decimal_comma
from scoring.rules import RULES_BY_WORD
from scoring.rules.outcome import Rule
from scoring.rules.veto import Veto as VetoRule
from scoring.rules.yes_no import YesNo

_INPUT_KINDS = (Kind.COUNT.value, Kind.NUMBER.value, Kind.YES_NO.value)
_ABSENT_WORDS = tuple(word.value for word in WhenAbsent)
_KEY = re.compile(r"[a-z][a-z0-9_]*")
_DEEPEST = 6
_OBSERVED = ("@days_late.", "@missed.")


def parse_criteria(raw: Raw) -> tuple[CriteriaSet | None, tuple[Issue, ...]]:
    """Read the table (docs/criteria.md). None when any error was found; warnings let it in."""
    issues: list[Issue] = []
    reader = Reader(raw, "", issues)
    table = _table(reader)
    reader.finish()
    _check_figures(reader, table)
    return (None if has_errors(issues) else table), tuple(issues)


def _table(reader: Reader) -> CriteriaSet:
    seen: dict[str, str] = {}
    criteria = tuple(_node(child, (), seen) for child in reader.children("criteria", required=True))
    bonuses = _leaves(reader, "bonuses", Section.BONUS, seen)
    penalties = _leaves(reader, "penalties", Section.PENALTY, seen)
    classes = tuple(_class_band(child, seen) for child in reader.children("classes"))
    _check_classes(reader, classes)
    names = tuple(band.name for band in classes)
    vetoes = _vetoes(reader, "vetoes", "class", names, seen)
    class_caps = _vetoes(reader, "class_caps", "at_most", names, seen)
    in_force = reader.mapping("in_force")
    _check_in_force(in_force)
    table = CriteriaSet(
        code=reader.text("set"),
        version=reader.text("version"),
        title=reader.text("title"),
        max=_declared_max(reader, criteria),
        criteria=criteria,
        illustrative=reader.flag("illustrative", default=False),
        decision=_decision(reader.mapping("decision")),
        in_force_from=in_force.day("from") if in_force else None,
        in_force_to=in_force.day("to") if in_force else None,
        unit_kinds=reader.texts("unit_kinds"),
        rounding=_rounding(reader.mapping("rounding")),
        bonus_cap=_not_negative(reader, "bonus_cap"),
        penalty_cap=_not_negative(reader, "penalty_cap"),
        total_cap=_not_negative(reader, "total_cap"),
        bonuses=bonuses,
        penalties=penalties,
        vetoes=vetoes,
        class_caps=class_caps,
        classes=classes,
        fallthrough=Fallthrough(
            reader.one_of("fallthrough", tuple(word.value for word in Fallthrough), "next_lower")
        ),
    )
    if in_force:
        in_force.finish()
    return table


def _check_in_force(reader: Reader | None) -> None:
    begins, ends = (reader.day("from"), reader.day("to")) if reader else (None, None)
    if begins and ends and ends < begins:
        reader.report(Code.VALUE_OUTSIDE, reader.at("to"), value=ends, least=begins, most="∞")


def _node(reader: Reader, blocks: tuple[str, ...], seen: dict[str, str]) -> Block | Leaf:
    if reader.has("children"):
        return _block(reader, blocks, seen)
    return _leaf(reader, Section.STANDARD, blocks, seen)


def _block(reader: Reader, blocks: tuple[str, ...], seen: dict[str, str]) -> Block:
    code = _code(reader, seen)
    if len(blocks) >= _DEEPEST:
        reader.report(Code.VALUE_OUTSIDE, reader.path, value=code, least=1, most=_DEEPEST)
        return Block(code, "", Decimal(0), ())
    children = tuple(
        _node(child, (*blocks, code), seen) for child in reader.children("children", required=True)
    )
    block = Block(
        code,
        reader.text("text"),
        _declared_max(reader, children),
        children,
        reader.flag("cap", default=False),
        reader.text("article", ""),
    )
    reader.finish()
    return block


def _declared_max(reader: Reader, children: Iterable[Block | Leaf]) -> Decimal:
    """The printed maximum stands even where the children do not add up to it: real tables
    contradict themselves, and an official decides, not the program."""
    added = sum((child.max for child in children), Decimal(0))
    declared = _not_negative(reader, "max")
    if declared is None:
        return added
    if declared != added:
        reader.report(
            Code.SUM_DIFFERS,
            reader.at("max"),
            declared=decimal_comma(declared),
            added=decimal_comma(added),
        )
    return declared


def _leaves(reader: Reader, key: str, section: Section, seen: dict[str, str]) -> tuple[Leaf, ...]:
    return tuple(_leaf(child, section, (), seen) for child in reader.children(key))


def _leaf(reader: Reader, section: Section, blocks: tuple[str, ...], seen: dict[str, str]) -> Leaf:
    most = _maximum(reader)
    leaf = Leaf(
        code=_code(reader, seen),
        text=reader.text("text"),
        max=most,
        section=section,
        rule=_rule(reader, most),
        inputs=_inputs(reader, seen),
        periods=_periods(reader),
        not_arisen=WhenAbsent(reader.one_of("not_arisen", _ABSENT_WORDS, "pending")),
        not_applicable=WhenAbsent(reader.one_of("not_applicable", _ABSENT_WORDS, "pending")),
        missing_is_zero=reader.one_of("missing", ("pending", "zero"), "pending") == "zero",
        evidence=_evidence(reader, section),
        article=reader.text("article", ""),
        blocks=blocks,
    )
    reader.finish()
    return leaf


def _maximum(reader: Reader) -> Decimal:
    most = reader.number("max")
    if most < 0:
        reader.report(Code.VALUE_OUTSIDE, reader.at("max"), value=most, least=0, most="∞")
    return most


def _code(reader: Reader, seen: dict[str, str]) -> str:
    code = reader.text("code")
    if code.startswith("@"):
        # Such codes are those of the adjustments and of what the system observes.
        reader.report(Code.WRONG_TYPE, reader.at("code"), value=code, expected="text")
    _once(reader, "code", code, seen)
    return code


def _once(reader: Reader, key: str, name: str, seen: dict[str, str]) -> None:
    mark = f"{key}:{name}"
    if name and mark in seen:
        reader.report(Code.CODE_TWICE, reader.at(key), value=name, first=seen[mark])
    seen.setdefault(mark, reader.at(key))


def _periods(reader: Reader) -> frozenset[str]:
    if not reader.has("periods"):
        return frozenset(PERIOD_MARKS)
    periods = frozenset(reader.texts("periods", PERIOD_MARKS))
    if not periods:
        reader.report(Code.KEY_MISSING, reader.at("periods"), key="periods")
    return periods


# Stands in for a rule that could not be read, so that the rest of the leaf is still checked.
_UNREAD_RULE = YesNo(figure="", points=None, otherwise=Fraction(0))


def _rule(reader: Reader, most: Decimal) -> Rule:
    rule_reader = reader.mapping("rule")
    if rule_reader is None:
        reader.report(Code.KEY_MISSING, reader.at("rule"), key="rule")
        return _UNREAD_RULE
    word = rule_reader.text("type")
    if word not in RULES_BY_WORD:
        known = ", ".join(RULES_BY_WORD)
        rule_reader.report(Code.UNKNOWN_RULE, rule_reader.at("type"), value=word, known=known)
        return _UNREAD_RULE
    rule = RULES_BY_WORD[word].parse(rule_reader)
    rule_reader.finish()
    best = rule.best(Fraction(most))
    if best != most:
        reader.report(
            Code.BEST_DIFFERS, rule_reader.path, best=decimal_comma(best), most=decimal_comma(most)
        )
    return rule


def _inputs(reader: Reader, seen: dict[str, str]) -> tuple[Input, ...]:
    return tuple(_input(child, seen) for child in reader.children("inputs"))


def _input(reader: Reader, seen: dict[str, str]) -> Input:
    key = reader.text("key")
    _once(reader, "key", key, seen)
    if key and not _KEY.fullmatch(key):
        reader.report(Code.WRONG_TYPE, reader.at("key"), value=key, expected="key")
    least = reader.optional_number("least")
    asked = Input(
        key=key,
        label=reader.text("label"),
        kind=Kind(reader.one_of("kind", _INPUT_KINDS, Kind.COUNT.value)),
        unit=reader.text("unit", ""),
        least=Decimal(0) if least is None else least,
        most=reader.optional_number("most"),
        places=reader.whole("places", 2, 0, 6),
        absences=frozenset(Absent(word) for word in reader.texts("absences", ("KPS", "KAD"))),
    )
    reader.finish()
    return asked


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


def _vetoes(
    reader: Reader, key: str, class_key: str, names: tuple[str, ...], seen: dict[str, str]
) -> tuple[Veto, ...]:
    return tuple(_veto(child, class_key, names, seen) for child in reader.children(key))


def _veto(reader: Reader, class_key: str, names: tuple[str, ...], seen: dict[str, str]) -> Veto:
    class_name = reader.text(class_key)
    if class_name not in names:
        known = ", ".join(names)
        at = reader.at(class_key)
        reader.report(Code.NOT_ONE_OF, at, value=class_name, known=known, near="")
    veto = Veto(
        code=_code(reader, seen),
        text=reader.text("text"),
        class_name=class_name,
        rule=_veto_rule(reader),
        inputs=_inputs(reader, seen),
        periods=_periods(reader),
        missing_is_pending=reader.one_of("missing", ("no", "pending"), "no") == "pending",
    )
    reader.finish()
    return veto


def _veto_rule(reader: Reader) -> VetoRule:
    rule_reader = reader.mapping("rule")
    if rule_reader is None:
        reader.report(Code.KEY_MISSING, reader.at("rule"), key="rule")
        return VetoRule("", None, not_submitted=False)
    word = rule_reader.text("type")
    if word != VetoRule.word:
        at = rule_reader.at("type")
        rule_reader.report(Code.UNKNOWN_RULE, at, value=word, known=VetoRule.word)
        return VetoRule("", None, not_submitted=False)
    rule = VetoRule.parse(rule_reader)
    rule_reader.finish()
    return rule


def _class_band(reader: Reader, seen: dict[str, str]) -> ClassBand:
    name = reader.text("name")
    _once(reader, "name", name, seen)
    band = ClassBand(
        name,
        reader.optional_number("from"),
        reader.flag("from_open", default=False),
        "no_zero" in reader.texts("requires", ("no_zero",)),
    )
    reader.finish()
    return band


def _check_classes(reader: Reader, classes: tuple[ClassBand, ...]) -> None:
    for position, (higher, lower) in enumerate(pairwise(classes), start=1):
        if higher.lower is None and not higher.no_zero:
            reader.report(Code.KEY_MISSING, f"classes[{position - 1}].from", key="from")
        elif None not in (higher.lower, lower.lower) and lower.lower > higher.lower:
            at = f"classes[{position}].from"
            least, most = "−∞", higher.lower
            reader.report(Code.VALUE_OUTSIDE, at, value=lower.lower, least=least, most=most)
    if classes and not classes[-1].reached_by(Decimal(0)):
        last = classes[-1]
        shown = decimal_comma(last.lower)
        reader.report(Code.CLASSES_LEAVE_HOLE, "classes", name=last.name, value=shown)


def _decision(reader: Reader | None) -> Decision | None:
    if reader is None:
        return None
    decision = Decision(reader.text("number", ""), reader.day("date"), reader.text("issuer", ""))
    reader.finish()
    return decision


def _rounding(reader: Reader | None) -> Rounding:
    if reader is None:
        return Rounding()
    rounding = Rounding(
        reader.whole("places", 2, 0, 6), reader.one_of("mode", ROUNDING_MODES, "half_up")
    )
    reader.finish()
    return rounding


def _not_negative(reader: Reader, key: str) -> Decimal | None:
    value = reader.optional_number(key)
    if value is not None and value < 0:
        reader.report(Code.VALUE_OUTSIDE, reader.at(key), value=value, least=0, most="∞")
    return value


def _check_figures(reader: Reader, table: CriteriaSet) -> None:
    """A figure no input declares may come from elsewhere; an input no rule uses is in vain."""
    holders = (*table.leaves(), *table.vetoes, *table.class_caps)
    used = {key: holder.code for holder in holders for key in holder.rule.figures()}
    declared = {asked.key for asked in table.inputs()}
    for key, code in used.items():
        if key and not key.startswith(_OBSERVED) and key not in declared:
            reader.report(Code.INPUT_UNDECLARED, f"criteria {code}", value=key)
    for key in sorted(declared - used.keys()):
        reader.report(Code.INPUT_UNUSED, f"inputs {key}", value=key)
