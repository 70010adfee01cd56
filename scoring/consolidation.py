"""Adding up the returns of a unit's subordinates, over one quarter or a span of them.

Over units every measure is added up. Over quarters a flow is; a state, and what is counted from
January, are taken from each unit's latest quarter that was reported. Figures without a measure,
such as shares of a hundred, are never added. Knows no database and no words.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from scoring.contributions import (
    Consolidated,
    Duty,
    Handed,
    Question,
    ReturnFigures,
    added,
    consolidated,
    handed,
    value_of,
)
from scoring.facts import YES, Absent, Value
from scoring.forms import Choice, Field, Form, Kind, Listing, Measure
from scoring.periods import Period
from scoring.returns import Answer

COUNT = "@count"


@dataclass(frozen=True)
class UnitReturns:
    """Which quarters of the span a unit has handed in, and which of them as estimates."""

    unit: str
    reported: tuple[Period, ...]
    missing: tuple[Period, ...]
    estimates: tuple[Period, ...]


@dataclass(frozen=True)
class Record:
    """One row that a unit wrote itself in a listing; answers by the field's own key."""

    unit: str
    period: Period
    number: int
    answers: Mapping[str, Answer]
    estimate: bool = False

    def value(self, key: str) -> Value:
        return value_of(self.answers.get(key))


@dataclass(frozen=True)
class Tally:
    """In how many records a box was ticked or a choice was made."""

    field: Field
    choice: Choice
    figure: Consolidated


@dataclass(frozen=True)
class ConsolidatedListing:
    """The records of all units, counted; their measured columns added up."""

    key: str
    count: Consolidated
    sums: tuple[Consolidated, ...]
    tallies: tuple[Tally, ...]
    records: tuple[Record, ...]


@dataclass(frozen=True)
class Said:
    """Words a unit wrote beside its figures: they cannot be added up, and must not be lost."""

    key: str
    unit: str
    period: Period
    text: str


@dataclass(frozen=True)
class Consolidation:
    form: Form
    span: tuple[Period, ...]
    units: tuple[UnitReturns, ...]
    figures: tuple[Consolidated, ...]
    listings: tuple[ConsolidatedListing, ...]
    said: tuple[Said, ...]

    @property
    def missing(self) -> tuple[UnitReturns, ...]:
        return tuple(one for one in self.units if one.missing)

    @property
    def estimates(self) -> tuple[UnitReturns, ...]:
        return tuple(one for one in self.units if one.estimates)

    @property
    def provisional(self) -> bool:
        """Somebody is missing, or has given an estimate."""
        return bool(self.missing or self.estimates)


def consolidate(
    form: Form,
    returns: Sequence[ReturnFigures],
    units: Sequence[str],
    span: Sequence[Period],
    exempt: frozenset[Duty] = frozenset(),
    asked: Mapping[Period, frozenset[str]] | None = None,
) -> Consolidation:
    """`exempt` are units and quarters in which nothing was owed; `asked` the keys of each quarter's
    form (`asked_keys`), where they differ."""
    known = handed(units, span, returns, exempt, asked or {})
    return Consolidation(
        form,
        known.span,
        tuple(_unit_returns(known, unit) for unit in known.units),
        tuple(consolidated(known, question) for question in _questions(form)),
        tuple(_listing(known, sheet.listing) for sheet in form.sheets if sheet.listing),
        tuple(_said(known, form)),
    )


def asked_keys(form: Form) -> frozenset[str]:
    """What a quarter's form asks: its fixed fields, and its listings by their own key."""
    fixed = (field.key for field in _fixed_fields(form))
    return frozenset((*fixed, *(sheet.listing.key for sheet in form.sheets if sheet.listing)))


def consolidated_answers(consolidation: Consolidation) -> dict[str, Answer]:
    """As the answers of one return: what the level above hands in itself, or is added up again."""
    answers: dict[str, Answer] = {one.key: one.value for one in consolidation.figures}
    for listing in consolidation.listings:
        for number, record in enumerate(listing.records, start=1):
            for key, answer in record.answers.items():
                answers[f"{listing.key}.{number}.{key}"] = answer
        if not listing.records:
            answers[listing.key] = listing.count.value
    return answers


def _unit_returns(known: Handed, unit: str) -> UnitReturns:
    owed = [period for period in known.span if (unit, period) not in known.exempt]
    reported = tuple(period for period in owed if (unit, period) in known.returns)
    return UnitReturns(
        unit,
        reported,
        tuple(period for period in owed if period not in reported),
        tuple(period for period in reported if known.returns[unit, period].estimate),
    )


def _fixed_fields(form: Form) -> Iterator[Field]:
    return (field for sheet in form.sheets for row in sheet.rows for field in row.fields)


def _questions(form: Form) -> Iterator[Question]:
    return (_plain(field) for field in _fixed_fields(form) if field.measure is not None)


def _plain(field: Field) -> Question:
    return Question(field.key, field.key, field.measure, lambda one: one.value(field.key))


def _listing(known: Handed, listing: Listing) -> ConsolidatedListing:
    records = {
        duty: tuple(_records(one, listing.key)) for duty, one in sorted(known.returns.items())
    }
    return ConsolidatedListing(
        listing.key,
        consolidated(known, _count(listing, records)),
        tuple(
            consolidated(known, _sum(listing, field, records))
            for field in listing.fields
            if field.measure is not None
        ),
        tuple(_tallies(known, listing, records)),
        tuple(record for found in records.values() for record in found),
    )


_Records = Mapping[Duty, tuple[Record, ...]]


def _records(one: ReturnFigures, listing: str) -> Iterator[Record]:
    """Rows in which anything is written, in their order."""
    found: dict[int, dict[str, Answer]] = {}
    place = re.compile(rf"{re.escape(listing)}\.([0-9]+)\.(.+)")
    for key, answer in one.answers.items():
        match = place.fullmatch(key)
        if match and answer is not Absent.NOT_REPORTED:
            found.setdefault(int(match[1]), {})[match[2]] = answer
    for number in sorted(found):
        yield Record(one.unit, one.period, number, found[number], one.estimate)


def _count(listing: Listing, records: _Records) -> Question:
    """Of the records: none without the unit's word that nothing arose is no answer."""

    def read(one: ReturnFigures) -> Value:
        written = records[one.unit, one.period]
        return Decimal(len(written)) if written else one.value(listing.key)

    return Question(f"{listing.key}.{COUNT}", listing.key, Measure.FLOW, read)


def _sum(listing: Listing, field: Field, records: _Records) -> Question:
    def read(one: ReturnFigures) -> Value:
        written = records[one.unit, one.period]
        if not written:
            return one.value(listing.key)
        return added([record.value(field.key) for record in written])

    return Question(f"{listing.key}.{field.key}", listing.key, field.measure, read)


def _tallies(known: Handed, listing: Listing, records: _Records) -> Iterator[Tally]:
    for field in listing.fields:
        for choice in _counted_choices(field):
            question = _tally(listing, field, choice, records)
            yield Tally(field, choice, consolidated(known, question))


def _counted_choices(field: Field) -> tuple[Choice, ...]:
    """Of a box to be ticked, only that it was."""
    return (Choice("1", ""),) if field.kind is Kind.YES_NO else field.choices


def _tally(listing: Listing, field: Field, choice: Choice, records: _Records) -> Question:
    wanted: Answer = YES if field.kind is Kind.YES_NO else choice.code

    def read(one: ReturnFigures) -> Value:
        written = records[one.unit, one.period]
        if not written:
            return one.value(listing.key)
        return Decimal(sum(record.answers.get(field.key) == wanted for record in written))

    key = f"{listing.key}.{field.key}.{choice.code}"
    return Question(key, listing.key, Measure.FLOW, read)


def _said(known: Handed, form: Form) -> Iterator[Said]:
    for field in _fixed_fields(form):
        for (unit, period), one in sorted(known.returns.items()):
            text = one.answers.get(field.key)
            if field.kind is Kind.TEXT and isinstance(text, str) and text.strip():
                yield Said(field.key, unit, period, text)
