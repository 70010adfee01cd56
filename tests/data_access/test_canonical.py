"""What is stored reads back as the same value, and is written the same way each time."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest

from data_access.canonical import from_json, to_json
from scoring.facts import Absent, Appraisal, Figure, Source, UnitFacts


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Inner:
    points: Decimal | None
    colour: Colour = Colour.RED


@dataclass(frozen=True)
class Outer:
    title: str
    inner: tuple[Inner, ...]
    day: date | None = None
    shown: bool = True


VALUE = Outer("Đắk", (Inner(Decimal("1.50")), Inner(None)), date(2022, 1, 2), False)


def test_a_value_comes_back_with_its_zeros() -> None:
    assert from_json(Outer, to_json(VALUE)) == VALUE
    assert str(from_json(Outer, to_json(VALUE)).inner[0].points) == "1.50"


def test_keys_are_sorted_and_letters_stay() -> None:
    assert to_json(VALUE) == (
        '{"day":"2022-01-02","inner":[{"colour":"red","points":"1.50"},'
        '{"colour":"red","points":null}],"shown":false,"title":"Đắk"}'
    )


def test_a_document_of_an_older_version_takes_the_defaults() -> None:
    assert from_json(Outer, '{"title":"x","inner":[],"gone":1}') == Outer("x", ())


FACTS = UnitFacts(
    "001",
    attributes={"vùng": "cao"},
    figures={
        "a": Figure(Decimal("1.50"), Source("a.xlsx", "Biểu", "C4", 7)),
        "b": Figure(Absent.NOT_ARISEN),
        "c": Figure(Absent.NOT_REPORTED),
    },
    rounds={"1.1": (Appraisal(Decimal(2), "lý do", round=2),)},
    tie_order=Decimal(1),
)


def test_facts_come_back_with_every_kind_of_answer() -> None:
    assert from_json(UnitFacts, to_json(FACTS)) == FACTS
    assert '"a":{"source":' in to_json(FACTS) and '"value":"KPS"' in to_json(FACTS)
    assert from_json(tuple[UnitFacts, ...], to_json((FACTS, FACTS))) == (FACTS, FACTS)


@pytest.mark.parametrize(
    "written",
    ['{"figures":[]}', '{"rounds":{"1":{}}}', '{"submitted":1}', '{"tie_order":true}', "[]"],
)
def test_another_shape_is_refused(written: str) -> None:
    with pytest.raises(TypeError):
        from_json(UnitFacts, written)


def test_a_number_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError):
        from_json(UnitFacts, '{"unit":"1","tie_order":"một"}')


def test_what_cannot_be_stored_exactly_is_refused() -> None:
    with pytest.raises(TypeError):
        to_json(Inner(0.5))
    with pytest.raises(TypeError):
        from_json(Outer, '{"title":1,"inner":[]}')
