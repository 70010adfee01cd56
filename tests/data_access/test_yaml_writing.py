"""What is written as YAML reads back as the same values, whatever people typed."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.yaml_files import load_yaml
from data_access.yaml_writing import in_one_line, to_yaml

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.decimals("-999", "999", places=4)
    | st.dates(date(1900, 1, 1), date(2100, 1, 1))
    | TEXTS
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4)
)
MAPPINGS = st.dictionaries(TEXTS, VALUES, min_size=1, max_size=5)


@given(MAPPINGS)
def test_every_value_comes_back(value: dict) -> None:
    assert load_yaml(to_yaml(value)) == (value, ())


@given(VALUES)
def test_so_it_does_in_one_line(value: object) -> None:
    line = in_one_line(value)
    assert "\n" not in line
    assert load_yaml(line) == (value, ())


@pytest.mark.parametrize(
    "typed", ["1.10", "no", "true", "null", "~", "2022-01-01", "a: b", "- x", "#", "@missed.f", "đ"]
)
def test_text_that_looks_like_something_else_stays_text(typed: str) -> None:
    assert load_yaml(to_yaml({"code": typed})) == ({"code": typed}, ())


def test_it_reads_like_what_a_person_would_write() -> None:
    bands = [{"from": Decimal("98.5"), "points": 5}, {"points": 0}]
    leaf = {"code": "1.1", "max": 5, "rule": {"type": "bands", "bands": bands}}
    assert to_yaml({"set": "vi-du", "criteria": [leaf]}) == (
        "set: vi-du\n"
        "criteria:\n"
        '  - code: "1.1"\n'
        "    max: 5\n"
        "    rule:\n"
        "      type: bands\n"
        "      bands:\n"
        "        - {from: 98.5, points: 5}\n"
        "        - {points: 0}\n"
    )
