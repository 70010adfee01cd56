"""The illustrative figures, before any database."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from sample_data import catalogue, tables
from sample_data.committees import committees
from sample_data.deliveries import deliveries
from sample_data.figures import RATIOS, figures
from sample_data.self_score import self_score
from sample_data.workbooks import workbook
from scoring.facts import Value
from scoring.periods import Period
from scoring.self_score import self_score_form

QUARTERS = (1, 2, 3, 4)


@pytest.mark.parametrize("unit", sorted(committees()))
def test_cumulative_figures_never_fall(unit: str) -> None:
    for earlier, later in zip(QUARTERS, QUARTERS[1:], strict=False):
        before, after = (_numbers(figures(committees()[unit], q)) for q in (earlier, later))
        fallen = {key for key in before.keys() & after.keys() if after[key] < before[key]}
        assert not fallen


@pytest.mark.parametrize("unit", sorted(committees()))
def test_no_part_exceeds_its_whole(unit: str) -> None:
    for quarter in QUARTERS:
        found = _numbers(figures(committees()[unit], quarter))
        for ratio in RATIOS:
            if ratio.whole in found:
                assert found[ratio.part] <= found[ratio.whole], (quarter, ratio.part)


@pytest.mark.parametrize("quarter", QUARTERS)
def test_every_required_field_of_every_form_has_an_answer(quarter: int) -> None:
    period = Period(2022, quarter)
    for unit in catalogue.units():
        if unit.code in committees():
            form = self_score_form(tables.criteria(), unit, period)
            answers = self_score(tables.criteria(), committees()[unit.code], period)
            required = {field.key for field in form.fields() if field.required}
            assert required <= answers.keys(), unit.code


def test_the_same_delivery_is_the_same_file_every_time() -> None:
    first = deliveries(tables.programme(), catalogue.units())[0]
    assert workbook(first) == workbook(first)


def test_whatever_is_typed_wrongly_is_asked_for() -> None:
    handed_in = deliveries(tables.programme(), catalogue.units())
    units = {unit.code: unit for unit in catalogue.units()}
    for delivery in handed_in:
        form = self_score_form(tables.criteria(), units[delivery.unit], delivery.period)
        assert delivery.typed.keys() <= {field.key for field in form.fields()}


def _numbers(found: Mapping[str, Value]) -> dict[str, Decimal]:
    return {key: value for key, value in found.items() if isinstance(value, Decimal)}
