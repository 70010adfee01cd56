"""Setting up: who may, what is refused, what is listed afterwards."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data_access.accounts import OPERATOR, Actor, Role
from data_access.actions import setup
from data_access.actions.criteria import import_criteria
from data_access.catalogue import Tile
from data_access.database import data_version, open_database
from data_access.moments import now, today
from data_access.queries import catalogue
from data_access.queries.templates import form_for, template
from data_access.settings import database_url
from scoring.issues import Code
from scoring.periods import Period, periods_of_year
from scoring.refusals import Refusal, Refused
from scoring.units import Unit
from tests.builders import (
    CLERK_A,
    CRITERIA,
    DEMONSTRATION_DAY,
    LEADER,
    MEMBER,
    PROGRAMME,
    Q1,
    Q4,
    SECRETARY,
    UNITS,
    YEAR,
    hand_in_self_score,
    small_province,
)


def refused(action, *arguments) -> Refusal:
    with pytest.raises(Refused) as caught:
        action(*arguments)
    return caught.value.code


def test_everything_is_listed_in_a_fixed_order(province: Engine) -> None:
    assert catalogue.units(province) == tuple(sorted(UNITS, key=lambda unit: unit.code))
    assert catalogue.groups(province) == ("Miền núi", "Đồng bằng")
    assert catalogue.periods(province) == periods_of_year(2022)
    assert [(form.code, form.version) for form in catalogue.forms(province)] == [
        ("tien-do", "kh-2022"),
        ("tu-cham", "nho/1"),
    ]
    assert [plan.code for plan in catalogue.programmes(province)] == ["kh-2022"]
    assert catalogue.criteria_for(province, Q1).max == Decimal(10)
    assert catalogue.demonstration(province).title == "Tỉnh thử"


@pytest.mark.parametrize("actor", [CLERK_A, MEMBER, LEADER])
def test_only_the_secretariat_sets_up(small: Engine, actor: Actor) -> None:
    attempts = [
        (setup.import_units, small, actor, UNITS),
        (import_criteria, small, actor, CRITERIA),
        (setup.import_programme, small, actor, PROGRAMME),
        (setup.import_tiles, small, actor, ()),
        (setup.add_account, small, actor, "x", "X", "p", Role.LEADER, None),
        (setup.mark_demonstration, small, actor, date(2022, 1, 1), "x"),
    ]
    before = data_version(small)
    assert {refused(*attempt) for attempt in attempts} == {Refusal.ROLE_NOT_ALLOWED}
    assert data_version(small) == before


def test_units_are_overwritten_by_code_and_never_lost(province: Engine) -> None:
    changed = replace(
        UNITS[1], name="Tên mới", exists_to=date(2025, 6, 30), attributes={"dân": "1"}
    )
    setup.import_units(province, OPERATOR, [changed, Unit("004", "D", "x", parent="005")][:1])
    assert catalogue.unit(province, "001") == changed
    assert len(catalogue.units(province)) == len(UNITS)


def test_a_parent_may_stand_further_down_but_not_be_missing(province: Engine) -> None:
    child, parent = Unit("a", "A", "x", parent="b"), Unit("b", "B", "x")
    assert refused(setup.import_units, province, OPERATOR, [child]) is Refusal.UNKNOWN_UNIT
    setup.import_units(province, OPERATOR, [child, parent])
    assert catalogue.unit(province, "a") == child


def test_a_table_with_mistakes_is_not_kept(small: Engine) -> None:
    before = data_version(small)
    issues = import_criteria(small, OPERATOR, CRITERIA.replace("yes_no, figure", "yes, fig"))
    assert Code.UNKNOWN_RULE in [found.code for found in issues]
    assert setup.import_programme(small, OPERATOR, "a: [")[0].code is Code.NOT_YAML
    assert data_version(small) == before


def test_the_newest_text_of_a_programme_counts(province: Engine) -> None:
    newer = PROGRAMME.replace("Kế hoạch năm 2022", "Kế hoạch sửa đổi")
    assert setup.import_programme(province, OPERATOR, newer) == ()
    assert [plan.title for plan in catalogue.programmes(province)] == ["Kế hoạch sửa đổi"]


def test_of_two_tables_the_one_that_came_into_force_last_counts(province: Engine) -> None:
    newer = CRITERIA.replace('version: "1"', 'version: "2"').replace("2022-01-01", "2022-10-01")
    assert import_criteria(province, OPERATOR, newer) == ()
    versions = [catalogue.criteria_for(province, period).version for period in (Q1, Q4, YEAR)]
    assert versions == ["1", "2", "2"]
    assert refused(catalogue.criteria_for, province, Period(2021)) is Refusal.NO_CRITERIA


def test_tiles_are_replaced_together(province: Engine) -> None:
    setup.import_tiles(province, OPERATOR, [Tile("001", 1, 1), Tile("002", 1, 2)])
    setup.import_tiles(province, OPERATOR, [Tile("003", 2, 2)])
    assert catalogue.tiles(province) == (Tile("003", 2, 2),)
    assert refused(setup.import_tiles, province, OPERATOR, [Tile("x", 1, 1)])


@pytest.mark.parametrize("role", [Role.UNIT, Role.ASSESSOR])
def test_a_units_person_needs_a_unit_that_exists(province: Engine, role: Role) -> None:
    for unit in (None, "999"):
        arguments = ("u", "U", "p", role, unit)
        code = refused(setup.add_account, province, OPERATOR, *arguments)
        assert code is Refusal.UNKNOWN_UNIT
    assert refused(setup.close_account, province, OPERATOR, "u") is Refusal.UNKNOWN_ACCOUNT


def test_a_demonstration_lives_on_its_day(tmp_path: Path, small: Engine) -> None:
    assert today(small) == DEMONSTRATION_DAY
    moments = now(small)
    assert (moments.official.date(), moments.official.time()) == (
        DEMONSTRATION_DAY,
        moments.recorded.time(),
    )
    real = small_province(f"sqlite:///{tmp_path / 'real.db'}", day=None)
    assert catalogue.demonstration(real) is None
    assert now(real).official == now(real).recorded or today(real) == now(real).recorded.date()


def test_what_holds_returns_never_becomes_a_demonstration(tmp_path: Path, small: Engine) -> None:
    hand_in_self_score(small, "001", Q1, date(2022, 4, 10))
    setup.mark_demonstration(small, OPERATOR, date(2023, 6, 30), "Ngày khác")
    assert today(small) == date(2023, 6, 30)
    real = small_province(f"sqlite:///{tmp_path / 'real.db'}", day=None)
    from data_access.actions.returns import submit_return

    submit_return(real, SECRETARY, "a.xlsx", b"x")
    code = refused(setup.mark_demonstration, real, OPERATOR, date(2023, 1, 1), "x")
    assert code is Refusal.DATA_NOT_EMPTY


def test_initialising_again_changes_nothing(small: Engine) -> None:
    before = data_version(small)
    setup.initialise(small)
    assert data_version(small) == before


def test_forms_are_made_out_for_those_who_owe_them(small: Engine) -> None:
    assert form_for(small, "tien-do", "001", Q1).mark.version == "kh-2022"
    for arguments, code in (
        (("no-form", "001", Q1), Refusal.UNKNOWN_FORM),
        (("tu-cham", "999", Q1), Refusal.UNKNOWN_UNIT),
        (("tu-cham", "tinh", Q1), Refusal.FORM_NOT_OWED),
        (("tu-cham", "001", YEAR), Refusal.PERIOD_NOT_FOR_FORM),
        (("tu-cham", "001", Period(2021, 1)), Refusal.UNKNOWN_PERIOD),
    ):
        assert refused(form_for, small, *arguments) is code


def test_a_clerk_gets_the_template_of_its_own_unit_alone(small: Engine) -> None:
    assert template(small, CLERK_A, "tu-cham", "001", Q1).name == "tu-cham_001_2022-Q1.xlsx"
    assert refused(template, small, CLERK_A, "tu-cham", "002", Q1) is Refusal.NOT_YOUR_UNIT


def test_the_address_comes_from_the_argument_then_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("QCDC_DATABASE_URL", "sqlite:///b.db")
    assert database_url("sqlite:///a.db") == "sqlite:///a.db"
    assert database_url() == "sqlite:///b.db"
    monkeypatch.delenv("QCDC_DATABASE_URL")
    assert open_database(database_url()).url.database.endswith("qcdc.db")


def test_a_programme_does_not_move_to_another_year(province: Engine) -> None:
    moved = PROGRAMME.replace("year: 2022", "year: 2024")
    with pytest.raises(Refused) as refused:
        setup.import_programme(province, OPERATOR, moved)
    assert refused.value.code is Refusal.PROGRAMME_OF_ANOTHER_YEAR
    assert {programme.year for programme in catalogue.programmes(province)} == {2022}
