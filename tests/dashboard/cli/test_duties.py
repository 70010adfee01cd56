"""Duties at the terminal: what is overdue, one duty, more time, an exemption, a closing."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard.cli.main import main
from data_access.accounts import OPERATOR, Role
from data_access.actions import setup
from tests.builders import Q1, hand_in_self_score, small_province

Run = Callable[..., Result]

KEY = "kh-2022|001||tu-cham|2022-Q1"
BY_LEADER, BY_UNIT = ("--as", "lanh-dao", "--json"), ("--as", "huyen-a", "--json")
WHY = ("--reason", "Mưa lũ", "--grantor", "Trưởng ban")


@pytest.fixture
def qcdc(tmp_path: Path) -> Run:
    url = f"sqlite:///{tmp_path / 'small.db'}"
    engine = small_province(url)
    accounts = (
        ("lanh-dao", Role.LEADER, None),
        ("thu-ky", Role.SECRETARIAT, None),
        ("huyen-a", Role.UNIT, "001"),
    )
    for user, role, unit in accounts:
        setup.add_account(engine, OPERATOR, user, user, "mat-khau-dai-1", role, unit)
    hand_in_self_score(engine, "002", Q1, date(2022, 4, 18))

    def run(*words: object) -> Result:
        return CliRunner().invoke(main, ["--database", url, *map(str, words)])

    return run


def told(result: Result) -> dict:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def code_of(result: Result) -> str:
    assert result.exit_code == 3, result.output
    return json.loads(result.stdout)["refused"]["code"]


def keys(qcdc: Run, *filters: str) -> set[str]:
    return {one["key"] for one in told(qcdc("overdue", "--on", "2022-05-01", "--json", *filters))}


def test_the_overdue_list_and_its_filters(qcdc: Run) -> None:
    assert KEY in keys(qcdc)
    assert KEY in keys(qcdc, "--year", "2022", "--programme", "kh-2022", "--unit", "001")
    assert keys(qcdc, "--year", "2021") == keys(qcdc, "--office", "truong-ban") == set()
    assert "Bảng tự chấm điểm" in qcdc("overdue", "--on", "2022-05-01").stdout


def test_more_time_for_a_duty(qcdc: Run) -> None:
    extend = ("extend", KEY, "--until", "2022-05-10", *WHY)
    when = ("--at", "2022-04-20T09:00")
    assert code_of(qcdc(*extend, *BY_UNIT, *when)) == "ROLE_NOT_ALLOWED"
    given = told(
        qcdc(*extend, "--decision", "7-CV", "--decided-on", "2022-04-19", *BY_LEADER, *when)
    )
    assert given == {"done": "extended", "keys": [KEY], "until": "2022-05-10"}
    assert KEY not in keys(qcdc)
    story = told(qcdc("duty", KEY, "--on", "2022-05-01", "--json"))
    assert (story["state"], story["due"], story["first_due"]) == (
        "extended",
        "2022-05-10",
        "2022-04-15",
    )
    assert story["extensions"][0]["decision"] == "7-CV"
    assert "gia hạn đến 10/05/2022" in qcdc("duty", KEY, "--on", "2022-05-01").stdout
    met = KEY.replace("001", "002")
    late = ("extend", met, "--until", "2022-05-10", *WHY, *BY_LEADER, *when)
    assert code_of(qcdc(*late)) == "DUTY_MET"
    assert code_of(qcdc("duty", KEY.replace("001", "999"), "--json")) == "UNKNOWN_DUTY"
    assert qcdc("duty", "kh-2022|001").exit_code == 2


def test_an_exemption_and_its_end(qcdc: Run) -> None:
    scope = ("exempt", "kh-2022", "--unit", "001", "--form", "tu-cham", "--period", "2022-Q1")
    why = ("--reason", "Đơn vị mới", "--document", "5-TB", *BY_LEADER)
    assert told(qcdc(*scope, *why, "--at", "2022-04-20T09:00"))["scope"] == KEY
    assert KEY not in keys(qcdc)
    found = told(qcdc("completeness", "--period", "2022-Q1", "--on", "2022-05-01", "--json"))
    total = found["total"]
    assert (total["expected"], total["received"], total["rate"]) == (5, 1, "1/5")
    assert total["late_names"] == [{"unit": "002", "form": "tu-cham", "period": "2022-Q1"}]
    told(qcdc(*scope, *why, "--lift", "--at", "2022-04-25T09:00"))
    assert KEY in keys(qcdc)
    by_form = qcdc("completeness", "--period", "2022-Q1", "--by", "form", "--on", "2022-05-01")
    assert "Bảng tự chấm điểm" in by_form.stdout and "Tất cả" in by_form.stdout


def test_closing_and_reopening_a_programme(qcdc: Run) -> None:
    close = ("programme-close", "kh-2022", "--document", "2-BC", "--reason", "Đã tổng kết")
    by = ("--as", "thu-ky", "--json")
    first, again = ("--from", "2022-04-20", "--at"), ("--from", "2022-04-28", "--at")
    assert told(qcdc(*close, *first, "2022-04-20T09:00", *by))["done"] == "closed"
    assert keys(qcdc) == set()
    reopened = told(qcdc(*close, *again, "2022-04-28T09:00", "--reopen", *by))
    assert reopened["done"] == "reopened"
    assert KEY in keys(qcdc)
