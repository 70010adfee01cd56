"""What is stored reads back as the same value, and is written the same way each time."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest

from data_access.canonical import from_json, to_json


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


def test_what_cannot_be_stored_exactly_is_refused() -> None:
    with pytest.raises(TypeError):
        to_json(Inner(0.5))
    with pytest.raises(TypeError):
        from_json(Outer, '{"title":1,"inner":[]}')
