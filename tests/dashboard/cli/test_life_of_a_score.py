"""A line of points at the terminal: appraised, explained, published, asked again, rated anew."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import Engine

from dashboard.cli.main import main
from data_access.accounts import OPERATOR, Role
from data_access.actions import setup
from data_access.actions.publication import publish
from tests.builders import SECRETARY, YEAR, at
from tests.data_access.lines_by_hand import appraise_all, hand_in_all, province_of_lines

Run = Callable[..., Result]

LINE = ("--unit", "001", "--period", "2022", "--criterion", "1.2")
BY_ASSESSOR, BY_UNIT, BY_LEADER = (("--as", user) for user in ("so-tu-phap", "huyen-a", "lanh-dao"))
BY_SECRETARY = ("--as", "thu-ky")


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    engine = province_of_lines(f"sqlite:///{tmp_path / 'lines.db'}")
    accounts = [
        ("thu-ky", Role.SECRETARIAT, None),
        ("lanh-dao", Role.LEADER, None),
        ("huyen-a", Role.UNIT, "001"),
        ("so-tu-phap", Role.ASSESSOR, "STP"),
    ]
    for user, role, unit in accounts:
        setup.add_account(engine, OPERATOR, user, user, "mat-khau-dai-1", role, unit)
    hand_in_all(engine, {"001": {"ke_hoach": "0"}})
    return engine


@pytest.fixture
def qcdc(engine: Engine, tmp_path: Path) -> Run:
    url = f"sqlite:///{tmp_path / 'lines.db'}"

    def run(*words: object) -> Result:
        return CliRunner().invoke(main, ["--database", url, *map(str, words)])

    return run


@pytest.fixture
def published(engine: Engine) -> Engine:
    appraise_all(engine)
    publish(engine, SECRETARY, YEAR, moments=at(date(2023, 1, 20)))
    return engine


def told(result: Result) -> dict:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def code_of(result: Result) -> str:
    assert result.exit_code == 3, result.output
    return json.loads(result.stdout)["refused"]["code"]


def test_two_rounds_with_an_explanation_between(qcdc: Run) -> None:
    appraise = ("appraise", *LINE, *BY_ASSESSOR, "--json", "--reason", "Đủ hồ sơ", "--points")
    assert told(qcdc(*appraise, "1,5"))["points"] == "1.5"
    ask = ("explanation", "ask", *LINE, "--text", "Vì sao?", "--due", "2023-02-10")
    asked = told(qcdc(*ask, *BY_ASSESSOR, "--json"))
    assert asked["done"] == "explanation_asked"
    given = qcdc("explanation", "give", *LINE, "--text", "Đã bổ sung", *BY_UNIT, "--json")
    assert told(given)["done"] == "explained"
    told(qcdc(*appraise, "2"))
    assert code_of(qcdc(*appraise, "1", "--round", "1")) == "ROUND_PASSED"
    first, second = told(qcdc("explanation", "list", "--period", "2022", "--json"))
    assert (first["due"], second["answers"]) == ("2023-02-10", asked["id"])
    in_words = qcdc("explanation", "list", "--period", "2022", "--unit", "001").stdout
    assert "Yêu cầu giải trình" in in_words and "Đã bổ sung" in in_words


def test_points_without_a_reason_and_no_points_at_all(qcdc: Run) -> None:
    bare = ("appraise", *LINE, *BY_ASSESSOR, "--json", "--points")
    assert code_of(qcdc(*bare, "2")) == "REASON_REQUIRED"
    told(qcdc(*bare, "1"))  # as claimed
    assert qcdc(*bare, "một").exit_code == 2
    assert qcdc(*bare, "1", "--round", "4").exit_code == 2


def test_a_published_line_is_asked_again_and_answered(qcdc: Run, published: Engine) -> None:
    appraise = ("appraise", *LINE, *BY_ASSESSOR, "--points", "1", "--reason", "Lại", "--json")
    assert code_of(qcdc(*appraise)) == "ALREADY_PUBLISHED"
    ask = ("reconsider", "ask", *LINE, "--text", "Đã có biên bản", *BY_UNIT, "--json", "--at")
    assert code_of(qcdc(*ask, "2023-01-31T08:00")) == "RECONSIDERATION_LATE"
    asked = told(qcdc(*ask, "2023-01-30T17:00"))
    answer = ("reconsider", "answer", asked["id"], "--accept", "--reason", "Có căn cứ")
    assert code_of(qcdc(*answer, *BY_UNIT, "--json")) == "ROLE_NOT_ALLOWED"
    told(qcdc(*answer, *BY_LEADER, "--json"))
    told(qcdc(*appraise))
    listed = told(qcdc("reconsider", "list", "--period", "2022", "--json"))
    assert [one["outcome"] for one in listed] == [None, "accepted"]


def test_what_people_decide(qcdc: Run, engine: Engine) -> None:
    appraise_all(engine)
    because = ("--reason", "Xét phối hợp", "--decision", "7-TB/BCĐ", "--decided-on", "2023-01-20")
    tie = ("decide", "tie", "--period", "2022", *because, *BY_LEADER, "--json")
    assert code_of(qcdc(*tie, "001", "002")) == "NO_TIE_TO_DECIDE"
    of_class = ("decide", "class", "Khá", "--period", "2022", "--unit", "002", *because)
    assert code_of(qcdc(*of_class, *BY_LEADER, "--json")) == "CLASS_NOT_OPEN"
    rerate = ("decide", "rerate", "--period", "2022", "--unit", "001", *because, *BY_LEADER)
    assert code_of(qcdc(*rerate, "--json")) == "NOT_PUBLISHED"
    publish(engine, SECRETARY, YEAR)
    assert told(qcdc(*rerate, "--json"))["unit"] == "001"
    (kept,) = told(qcdc("decide", "list", "--period", "2022", "--json"))
    assert (kept["kind"], kept["decision"], kept["value"]) == ("rerating", "7-TB/BCĐ", None)
    assert "chấm lại" in qcdc("decide", "list", "--period", "2022").stdout


def test_units_that_share_a_place_are_put_in_order(qcdc: Run, engine: Engine) -> None:
    hand_in_all(engine)
    appraise_all(engine)
    tie = ("decide", "tie", "--period", "2022", "--reason", "Xét phối hợp", *BY_LEADER, "--json")
    assert told(qcdc(*tie, "002", "001"))["units"] == ["002", "001"]
    ranked = told(qcdc("rank", "--period", "2022", "--group", "Đồng bằng", "--json"))
    assert [(one["rank"], one["unit"]) for one in ranked["places"]] == [(1, "002"), (2, "001")]


def test_a_figure_of_another_body(qcdc: Run) -> None:
    record = ("figure", "record", "--unit", "001", "--period", "2022", "--key", "hai_long")
    where = ("--as-of", "2022-12-31", "--document", "01/BC-SNV", *BY_SECRETARY, "--json", "--value")
    told(qcdc(*record, *where, "85,5"))
    told(qcdc(*record, *where, "kps"))
    assert code_of(qcdc(*record, *where, "101")) == "FIGURE_OUTSIDE"
    assert qcdc(*record, *where, "nhiều").exit_code == 2
    first, second = told(qcdc("figure", "list", "--period", "2022", "--json"))
    assert (first["value"], first["absent"], first["source"]) == ("85.5", None, "Sở Nội vụ")
    assert (second["value"], second["absent"]) == (None, "KPS")
    assert "85,5" in qcdc("figure", "list", "--period", "2022").stdout


def test_the_register_of_models(qcdc: Run) -> None:
    add = ("model", "add", "--unit", "001", "--name", "Tổ tự quản", "--level", "xa")
    by = ("--decision", "11-QĐ/HU", "--decided-on", "2022-05-19", *BY_SECRETARY, "--json")
    number = told(qcdc(*add, *by))["id"]
    assert code_of(qcdc(*add, *by)) == "MODEL_TWICE"
    told(qcdc("model", "strike-off", number, "--reason", "Thu hồi", *BY_SECRETARY, "--json"))
    (kept,) = told(qcdc("model", "list", "--period", "2022", "--json"))
    assert (kept["level"], kept["struck_off_reason"]) == ("xa", "Thu hồi")
    assert "cấp xã" in qcdc("model", "list", "--period", "2022").stdout


def test_what_is_done_about_lost_points(qcdc: Run, published: Engine) -> None:
    plan = ("remedy", "plan", "--unit", "001", "--period", "2022", "--measure", "Ban hành ngay")
    due = ("--due", "2023-03-31", *BY_UNIT, "--json", "--criterion")
    number = told(qcdc(*plan, *due, "1.1"))["id"]
    assert code_of(qcdc(*plan, *due, "1.2")) == "NOTHING_LOST"
    finish = ("remedy", "finish", number, "--done-on", "2023-01-31", "--text", "Đã ban hành")
    told(qcdc(*finish, *BY_UNIT, "--json"))
    (kept,) = told(qcdc("remedy", "list", "--period", "2022", "--json"))
    assert (kept["lost"], kept["done_on"]) == ("4.00", "2023-01-31")
    assert "31/03/2023" in qcdc("remedy", "list", "--period", "2022").stdout


def test_another_table_is_named_by_its_code(qcdc: Run) -> None:
    words = ("--points", "1", "--reason", "Đủ", "--criteria")
    done = qcdc("appraise", *LINE, *BY_ASSESSOR, *words, "doi-song", "--json")
    assert told(done)["criterion"] == "1.2"
    other = qcdc("appraise", *LINE, *BY_ASSESSOR, *words, "khac", "--json")
    assert code_of(other) == "UNKNOWN_CRITERIA"
