"""Thirteen districts' statistics, handed in as workbooks, add up to the province's."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data_access.accounts import OPERATOR
from data_access.actions import setup
from data_access.actions.forms import import_form
from data_access.actions.returns import submit_return
from data_access.queries import catalogue
from data_access.queries.consolidation import (
    ConsolidationResult,
    consolidated_template,
    consolidation,
)
from scoring.contributions import Consolidated
from scoring.facts import Absent, Value
from scoring.forms import Measure
from scoring.periods import Period
from scoring.refusals import Refusal, Refused
from scoring.units import Unit
from tests.builders import LEADER, MEMBER, SECRETARY
from tests.thirteen_districts import (
    COMMUNE_CLERK,
    DISTRICT_CLERK,
    DISTRICTS,
    EVEN,
    FORM,
    ODD,
    Q1,
    Q2,
    Q3,
    Q4,
    SUM,
    form_text,
    hand_in,
    thirteen_districts,
)


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Engine]:
    engine = thirteen_districts(f"sqlite:///{tmp_path / 'districts.db'}")
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Every district has handed in its first quarter, and three times as much in the last."""
    folder = tmp_path_factory.mktemp("year")
    engine = thirteen_districts(f"sqlite:///{folder / 'districts.db'}")
    for number, unit in enumerate(DISTRICTS, start=1):
        hand_in(engine, unit, Q1, number)
        hand_in(engine, unit, Q4, 3 * number)
    yield engine
    engine.dispose()


def of_measure(result: ConsolidationResult, measure: Measure) -> list[Consolidated]:
    keys = {field.key for field in result.form.fields() if field.measure is measure}
    return [one for one in result.consolidation.figures if one.key in keys]


def values_of(result: ConsolidationResult) -> dict[str, Value]:
    return {one.key: one.value for one in result.consolidation.figures}


def test_thirteen_districts_add_up_to_the_province(year: Engine) -> None:
    found = consolidation(year, SECRETARY, FORM, Q4)
    assert [sheet.name for sheet in found.form.sheets][-1] == "Biểu VIII"
    values = values_of(found)
    assert values.pop("VIII.1.figure") == 9 * SUM
    assert set(values.values()) == {Decimal(3 * SUM)} and len(values) == 22
    assert not found.consolidation.provisional


def test_thirteen_districts_lists_are_counted_and_added(year: Engine) -> None:
    odd = sum(number for number in range(1, 14) if number % 2)
    for listing in consolidation(year, SECRETARY, FORM, Q4).consolidation.listings:
        assert listing.count.value == ODD == len(listing.records)
        assert {one.value for one in listing.sums} <= {Decimal(3 * odd)}
        silent = [one for one in listing.count.contributions if one.value is Absent.NOT_ARISEN]
        assert len(silent) == EVEN


def test_over_the_year_flows_are_summed_and_nothing_else_is(year: Engine) -> None:
    found = consolidation(year, LEADER, FORM, Period(2022))
    values = values_of(found)
    assert {one.value for one in of_measure(found, Measure.FLOW)} == {Decimal(4 * SUM)}
    assert values["VII.1.from_january"] == values["VII.3.at_end"] == 3 * SUM
    assert values["VIII.2.figure"] == 3 * SUM
    by_key = {one.key: one for one in found.consolidation.figures}
    # Only the last quarter asks sheet VIII: nobody is missing there.
    assert not by_key["VIII.2.figure"].provisional
    assert {one.missing for one in found.consolidation.units} == {(Q2, Q3)}


def test_from_january_to_june_states_of_march_are_marked(year: Engine) -> None:
    found = consolidation(year, LEADER, FORM, Q2, to_date=True)
    assert found.consolidation.span == (Q1, Q2)
    states = of_measure(found, Measure.STOCK)
    assert [(one.behind, one.value) for one in states] == [(True, Decimal(SUM))]


def test_who_is_missing_and_whose_figures_are_estimates_is_said(province: Engine) -> None:
    for number, unit in enumerate(DISTRICTS[:3], start=1):
        hand_in(province, unit, Q3, number, estimate=number == 2)
    found = consolidation(province, SECRETARY, FORM, Q3).consolidation
    assert [one.unit for one in found.missing] == list(DISTRICTS[3:])
    assert [one.unit for one in found.estimates] == ["02"]
    assert all(one.provisional and one.estimate for one in found.figures)


def test_a_newer_version_counts_once_and_every_figure_leads_to_its_return(
    province: Engine,
) -> None:
    """Entering again doubled the totals of one province's system."""
    hand_in(province, "01", Q3, 5, estimate=True)
    newest = hand_in(province, "01", Q3, 7)
    found = consolidation(province, SECRETARY, FORM, Q3)
    assert {one.value for one in found.consolidation.figures} == {Decimal(7)}
    assert found.consolidation.estimates == ()
    (origin,) = found.origins
    assert (origin.submission, origin.receipt) == (newest.id, newest.receipt)


def test_a_district_sees_its_communes_before_it_sends_its_own(province: Engine) -> None:
    """What the district hands in holds its communes: the province does not add them again."""
    hand_in(province, "01-1", Q3, 3)
    hand_in(province, "01-2", Q3, 5)
    district = consolidation(province, DISTRICT_CLERK, FORM, Q3)
    assert [unit.code for unit in district.units] == ["01-1", "01-2"]
    assert {one.value for one in district.consolidation.figures} == {Decimal(8)}
    hand_in(province, "01", Q3, 8)
    top = consolidation(province, SECRETARY, FORM, Q3)
    assert [unit.code for unit in top.units] == list(DISTRICTS)
    assert {one.value for one in top.consolidation.figures} == {Decimal(8)}


def test_the_sum_of_its_communes_is_handed_in_by_the_district_as_it_is(
    province: Engine,
) -> None:
    hand_in(province, "01-1", Q4, 3)
    hand_in(province, "01-2", Q4, 4)
    below = consolidation(province, DISTRICT_CLERK, FORM, Q4)
    assert below.owed
    made = consolidated_template(province, DISTRICT_CLERK, FORM, Q4, "01")
    kept = submit_return(province, DISTRICT_CLERK, made.name, made.content)
    assert (kept.accepted, kept.unit, kept.period) == (True, "01", Q4)
    top = consolidation(province, SECRETARY, FORM, Q4)
    assert values_of(top) == values_of(below)
    assert [len(one.records) for one in top.consolidation.listings] == [1] * 6


def test_records_beyond_the_printed_rows_are_handed_in_too(province: Engine) -> None:
    """A district holds more lines than a commune's form prints."""
    units = [f"01-{number}" for number in range(3, 20)]
    setup.import_units(
        province, OPERATOR, tuple(Unit(code, f"Xã {code}", "xa", "", "01") for code in units)
    )
    for unit in units:
        hand_in(province, unit, Q3, 1)
    made = consolidated_template(province, DISTRICT_CLERK, FORM, Q3, "01")
    kept = submit_return(province, DISTRICT_CLERK, made.name, made.content)
    assert kept.accepted, kept.issues
    top = consolidation(province, SECRETARY, FORM, Q3).consolidation
    assert {len(one.records) for one in top.listings} == {17}


def test_units_that_do_not_owe_the_form_are_passed_over_to_those_beneath(
    province: Engine,
) -> None:
    district = replace(catalogue.unit(province, "01"), kind="cum")
    setup.import_units(province, OPERATOR, (district,))
    found = consolidation(province, SECRETARY, FORM, Q3)
    assert [unit.code for unit in found.units[:3]] == ["01-1", "01-2", "02"]


def test_a_district_that_ended_is_not_missed_afterwards(province: Engine) -> None:
    ended = replace(catalogue.unit(province, "13"), exists_to=date(2022, 6, 30))
    setup.import_units(province, OPERATOR, (ended,))
    found = consolidation(province, SECRETARY, FORM, Period(2022)).consolidation
    assert found.units[-1].missing == (Q1, Q2)
    assert found.units[0].missing == (Q1, Q2, Q3, Q4)


def test_a_commune_has_nobody_beneath_it(province: Engine) -> None:
    assert consolidation(province, COMMUNE_CLERK, FORM, Q3).units == ()


@pytest.mark.parametrize(
    ("actor", "parent", "refusal", "why"),
    [
        (MEMBER, None, Refusal.ROLE_NOT_ALLOWED, "members see no unit's figures"),
        (DISTRICT_CLERK, "tinh", Refusal.NOT_YOUR_UNIT, "nor a unit those of its equals"),
        (DISTRICT_CLERK, "02", Refusal.NOT_YOUR_UNIT, "nor those beneath another"),
        (SECRETARY, "99", Refusal.UNKNOWN_UNIT, "there is no such unit"),
    ],
)
def test_others_figures_are_refused(
    province: Engine, actor: object, parent: str | None, refusal: Refusal, why: str
) -> None:
    with pytest.raises(Refused) as refused:
        consolidation(province, actor, FORM, Q3, parent)
    assert (why, refused.value.code) == (why, refusal)


@pytest.mark.parametrize(
    ("form", "period", "refusal"),
    [
        ("khong-co", Q3, Refusal.UNKNOWN_PERIOD),
        (FORM, Period(2030), Refusal.UNKNOWN_PERIOD),
        ("ke-hoach", Period(2022), Refusal.FORM_WITHOUT_FIGURES),
    ],
)
def test_what_cannot_be_added_up_is_refused(
    province: Engine, form: str, period: Period, refusal: Refusal
) -> None:
    assert import_form(province, OPERATOR, form_text("ke-hoach")) == ()
    assert setup.import_programme(province, OPERATOR, _PLANS) == ()
    with pytest.raises(Refused) as refused:
        consolidation(province, SECRETARY, form, period)
    assert refused.value.code is refusal


_PLANS = """\
programme: kh-khac
title: Kế hoạch khác
issuer: tinh
year: 2022
tasks: []
reports:
  - form: ke-hoach
    title: Kế hoạch đã ký
    debtors: {kinds: [huyen]}
    due_days_after: 10
    periods: [Y]
"""
