"""Parsing the figures a criteria table asks for (docs/criteria.md, section 3)."""

from decimal import Decimal

from scoring.criteria_leaves import Input
from scoring.criteria_terms import PERIOD_MARKS
from scoring.document import Reader
from scoring.facts import Absent
from scoring.forms import Kind
from scoring.issues import Code
from scoring.taken_names import TakenNames

_KINDS = (Kind.COUNT.value, Kind.NUMBER.value, Kind.YES_NO.value, Kind.CHOICE.value)


def parse_inputs(reader: Reader, taken: TakenNames) -> tuple[Input, ...]:
    return tuple(_input(child, taken) for child in reader.children("inputs"))


def _input(reader: Reader, taken: TakenNames) -> Input:
    least, kind = reader.optional_number("least"), _kind(reader)
    asked = Input(
        key=taken.key(reader),
        label=reader.text("label"),
        kind=kind,
        unit=reader.text("unit", ""),
        least=Decimal(0) if least is None else least,
        most=reader.optional_number("most"),
        places=reader.whole("places", 2, 0, 6),
        absences=frozenset(Absent(word) for word in reader.texts("absences", ("KPS", "KAD"))),
        choices=_choices(reader) if kind is Kind.CHOICE else (),
        source=reader.text("source", ""),
    )
    reader.finish()
    return asked


def _kind(reader: Reader) -> Kind:
    return Kind(reader.one_of("kind", _KINDS, Kind.COUNT.value))


def _choices(reader: Reader) -> tuple[str, ...]:
    choices = reader.texts("choices")
    if not choices:
        reader.report(Code.KEY_MISSING, reader.at("choices"), key="choices")
    for label in sorted({label for label in choices if choices.count(label) > 1}):
        reader.report(Code.CODE_TWICE, reader.at("choices"), value=label, first="")
    return choices


def parse_periods(reader: Reader) -> frozenset[str]:
    """The kỳ chấm; all where the table names none."""
    if not reader.has("periods"):
        return frozenset(PERIOD_MARKS)
    periods = frozenset(reader.texts("periods", PERIOD_MARKS))
    if not periods:
        reader.report(Code.KEY_MISSING, reader.at("periods"), key="periods")
    return periods
