"""Reading what a column, or a row over it, says of its answers: kind, limits, measure."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scoring.document import Reader
from scoring.facts import Absent
from scoring.form_definitions import FIGURES
from scoring.forms import YES_NO, Choice, Field, Kind, Measure
from scoring.issues import Code

KINDS = ("count", "number", "yes_no", "choice", "date", "text")
# A figure that is deliberately not added up: a share, a price.
NO_MEASURE = "none"
_MEASURES = (*(measure.value for measure in Measure), NO_MEASURE)
_LONGEST = 1000


@dataclass(frozen=True)
class Answering:
    """What was said; None or empty: nothing, so that a row may leave it to its column."""

    kind: Kind | None = None
    measure: str = ""
    required: bool | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    places: int | None = None
    choices: tuple[Choice, ...] = ()
    absences: frozenset[Absent] | None = None
    longest: int = _LONGEST
    earliest: date | None = None
    latest: date | None = None

    def over(self, column: "Answering") -> "Answering":
        """What a row says holds over what its column says."""
        return Answering(
            self.kind or column.kind,
            self.measure or column.measure,
            column.required if self.required is None else self.required,
            column.least if self.least is None else self.least,
            column.most if self.most is None else self.most,
            column.places if self.places is None else self.places,
            self.choices or column.choices,
            column.absences if self.absences is None else self.absences,
            column.longest if self.longest == _LONGEST else self.longest,
            self.earliest or column.earliest,
            self.latest or column.latest,
        )


def read_answering(reader: Reader, kind: Kind | None) -> Answering:
    """`kind` decides which keys there are: a text has no limits, a figure no choices."""
    figure = kind in (None, *FIGURES)
    return Answering(
        kind,
        _measure(reader) if figure else "",
        reader.flag("required", default=True) if reader.has("required") else None,
        reader.optional_number("least") if figure else None,
        _most(reader) if figure else None,
        _places(reader) if kind in (None, Kind.NUMBER) else None,
        _choices(reader) if kind is Kind.CHOICE else (),
        _absences(reader) if figure or kind is Kind.CHOICE else None,
        reader.whole("longest", _LONGEST, 1, 10_000) if kind is Kind.TEXT else _LONGEST,
        reader.day("earliest") if kind is Kind.DATE else None,
        _latest(reader) if kind is Kind.DATE else None,
    )


def read_kind(reader: Reader) -> Kind | None:
    return Kind(reader.one_of("kind", KINDS, "text")) if reader.has("kind") else None


def field_of(reader: Reader, said: Answering, key: str, column: str) -> Field:
    kind = said.kind or Kind.TEXT
    figure = kind in FIGURES
    if figure and not said.measure:
        reader.report(Code.FIGURE_WITHOUT_MEASURE, reader.path, value=key)
    return Field(
        key,
        column,
        kind,
        required=kind is not Kind.TEXT if said.required is None else said.required,
        least=_least(said) if figure else None,
        most=said.most if figure else None,
        places=_decimals(said, kind),
        choices=YES_NO if kind is Kind.YES_NO else said.choices,
        absences=said.absences or frozenset(),
        longest=said.longest,
        earliest=said.earliest,
        latest=said.latest,
        measure=Measure(said.measure) if figure and said.measure not in ("", NO_MEASURE) else None,
    )


def _least(said: Answering) -> Decimal:
    return Decimal(0) if said.least is None else said.least


def _decimals(said: Answering, kind: Kind) -> int:
    if kind is Kind.COUNT:
        return 0
    return 2 if said.places is None else said.places


def _measure(reader: Reader) -> str:
    return reader.one_of("measure", _MEASURES, NO_MEASURE) if reader.has("measure") else ""


def _most(reader: Reader) -> Decimal | None:
    most, least = reader.optional_number("most"), reader.optional_number("least") or Decimal(0)
    if most is not None and most < least:
        reader.report(Code.VALUE_OUTSIDE, reader.at("most"), value=most, least=least, most="∞")
    return most


def _latest(reader: Reader) -> date | None:
    latest, earliest = reader.day("latest"), reader.day("earliest")
    if latest and earliest and latest < earliest:
        at = reader.at("latest")
        reader.report(Code.VALUE_OUTSIDE, at, value=latest, least=earliest, most="∞")
    return latest


def _places(reader: Reader) -> int | None:
    return reader.whole("places", 2, 0, 6) if reader.has("places") else None


def _absences(reader: Reader) -> frozenset[Absent] | None:
    if not reader.has("absences"):
        return None
    return frozenset(Absent(word) for word in reader.texts("absences", ("KPS", "KAD")))


def _choices(reader: Reader) -> tuple[Choice, ...]:
    seen: set[str] = set()
    found = []
    for child in reader.children("choices", required=True):
        choice = Choice(child.text("code"), child.text("label"))
        for key, said in (("code", choice.code), ("label", choice.label)):
            mark = f"{key}:{said.casefold()}"
            if mark in seen:
                child.report(Code.CODE_TWICE, child.at(key), value=said)
            seen.add(mark)
        child.finish()
        found.append(choice)
    return tuple(found)
