"""Parsing classes, what holds them down, and quotas (docs/criteria.md, section 8)."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from scoring.criteria_classes import ClassBand, Quota, Veto
from scoring.criteria_terms import Among, AtTie, GivenFor, TableKind
from scoring.document import Reader
from scoring.input_reading import parse_inputs, parse_periods
from scoring.issues import Code
from scoring.numbers import decimal_comma
from scoring.requirement_reading import parse_requires, percentage
from scoring.rules.veto import Veto as VetoRule
from scoring.taken_names import TakenNames

_ROUNDING = ("down", "half_up", "up")
_NO_RULE = VetoRule("", None, not_submitted=True)


def parse_classes(reader: Reader, kind: TableKind, taken: TakenNames) -> tuple[ClassBand, ...]:
    children = tuple(reader.children("classes"))
    classes = tuple(_band(child, kind, taken, last=child is children[-1]) for child in children)
    if kind is TableKind.PASS_FAIL:
        if len(classes) == 1:
            at = reader.at("classes")
            reader.report(Code.VALUE_OUTSIDE, at, value=len(classes), least=2, most="∞")
        return classes
    _check_ladder(reader, classes)
    return classes


def parse_vetoes(
    reader: Reader, key: str, names: tuple[str, ...], taken: TakenNames
) -> tuple[Veto, ...]:
    class_key = "class" if key == "vetoes" else "at_most"
    return tuple(_veto(child, class_key, names, taken) for child in reader.children(key))


def parse_quotas(reader: Reader, names: tuple[str, ...]) -> tuple[Quota, ...]:
    return tuple(_quota(child, names) for child in reader.children("quotas"))


def _band(reader: Reader, kind: TableKind, taken: TakenNames, *, last: bool) -> ClassBand:
    name = reader.text("name")
    taken.take(reader, "name", name)
    points = kind is TableKind.POINTS
    requires = parse_requires(reader, kind)
    band = ClassBand(
        name,
        reader.optional_number("from") if points else None,
        reader.flag("from_open", default=False) if points else False,
        requires.no_zero,
        requires.each_block,
        requires.conditions,
        None if points else _given_for(reader, last=last),
        requires.all_passed,
    )
    reader.finish()
    return band


def _given_for(reader: Reader, *, last: bool) -> GivenFor:
    """Unless the class says otherwise the last is for không đạt, all others for đạt."""
    usual = GivenFor.FAILED if last else GivenFor.PASSED
    return GivenFor(reader.one_of("result", tuple(GivenFor), usual))


def _check_ladder(reader: Reader, classes: tuple[ClassBand, ...]) -> None:
    for position, (higher, lower) in enumerate(pairwise(classes), start=1):
        if higher.lower is None and not _asks(higher):
            reader.report(Code.KEY_MISSING, f"classes[{position - 1}].from", key="from")
        elif None not in (higher.lower, lower.lower) and lower.lower > higher.lower:
            at = f"classes[{position}].from"
            least, most = "−∞", higher.lower
            reader.report(Code.VALUE_OUTSIDE, at, value=lower.lower, least=least, most=most)
    if classes and not classes[-1].reached_by(Decimal(0)):
        last = classes[-1]
        shown = decimal_comma(last.lower)
        reader.report(Code.CLASSES_LEAVE_HOLE, "classes", name=last.name, value=shown)


def _asks(band: ClassBand) -> bool:
    """Whether more than points decides the class."""
    return band.no_zero or band.each_block is not None or bool(band.requires)


def _veto(reader: Reader, class_key: str, names: tuple[str, ...], taken: TakenNames) -> Veto:
    veto = Veto(
        code=taken.code(reader),
        text=reader.text("text"),
        class_name=_struck_class(reader, class_key, names),
        rule=_veto_rule(reader),
        inputs=parse_inputs(reader, taken),
        periods=parse_periods(reader),
        missing_is_pending=reader.one_of("missing", ("no", "pending"), "no") == "pending",
        always=reader.flag("always", default=False) if class_key == "class" else False,
    )
    reader.finish()
    return veto


def _struck_class(reader: Reader, key: str, names: tuple[str, ...]) -> str | None:
    """The class a condition sets; None: không xếp loại."""
    if key == "class" and reader.flag("unclassified", default=False):
        if reader.has("class"):
            reader.report(Code.KEY_UNKNOWN, reader.at("class"), key="class", near="")
        return None
    return _one_of(reader, key, names)


def _one_of(reader: Reader, key: str, names: Iterable[str]) -> str:
    name, known = reader.text(key), tuple(names)
    if name not in known:
        at = reader.at(key)
        reader.report(Code.NOT_ONE_OF, at, value=name, known=", ".join(known), near="")
    return name


def _veto_rule(reader: Reader) -> VetoRule:
    rule_reader = reader.mapping("rule")
    if rule_reader is None:
        reader.report(Code.KEY_MISSING, reader.at("rule"), key="rule")
        return _NO_RULE
    word = rule_reader.text("type")
    if word != VetoRule.word:
        at = rule_reader.at("type")
        rule_reader.report(Code.UNKNOWN_RULE, at, value=word, known=VetoRule.word)
        return _NO_RULE
    rule = VetoRule.parse(rule_reader)
    rule_reader.finish()
    return rule


def _quota(reader: Reader, names: tuple[str, ...]) -> Quota:
    percent, count = _percent_or_count(reader)
    quota = Quota(
        # The lowest class has none below it for those who lose it.
        class_name=_one_of(reader, "class", names[:-1]),
        percent=percent,
        count=count,
        of=reader.texts("of", names) if percent is not None else (),
        among=Among(reader.one_of("among", tuple(Among), Among.GROUP)),
        rounding=reader.one_of("rounding", _ROUNDING, "down") if percent is not None else "down",
        at_tie=AtTie(reader.one_of("at_tie", tuple(AtTie), AtTie.NONE)),
        least=reader.whole("least", 0, 0, 100_000) if percent is not None else 0,
    )
    reader.finish()
    return quota


def _percent_or_count(reader: Reader) -> tuple[Decimal | None, int | None]:
    if not reader.has("count"):
        return percentage(reader, "percent"), None
    if reader.has("percent"):
        reader.report(Code.KEY_UNKNOWN, reader.at("percent"), key="percent", near="count")
    return None, reader.whole("count", 0, 0, 100_000)
