"""Offices, areas, inspections and units at the terminal."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import Engine

from dashboard.cli.main import main
from data_access.accounts import OPERATOR, Role
from data_access.actions import setup
from tests.builders import small_province

Run = Callable[..., Result]
BY = ("--as", "thu-ky")


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    engine = small_province(f"sqlite:///{tmp_path / 'small.db'}")
    for user, role, unit in (
        ("thu-ky", Role.SECRETARIAT, None),
        ("pho-ban", Role.MEMBER, None),
        ("huyen-a", Role.UNIT, "001"),
        ("huyen-b", Role.UNIT, "002"),
    ):
        setup.add_account(engine, OPERATOR, user, user, "mat-khau-dai-1", role, unit)
    return engine


@pytest.fixture
def qcdc(engine: Engine, tmp_path: Path) -> Run:
    url = f"sqlite:///{tmp_path / 'small.db'}"

    def run(*words: object) -> Result:
        return CliRunner().invoke(main, ["--database", url, *map(str, words)])

    return run


def told(result: Result) -> dict:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def refused(result: Result) -> str:
    assert result.exit_code == 3, result.output
    return json.loads(result.stdout)["refused"]["code"]


def with_an_area(qcdc: Run) -> None:
    given = ("pho-ban", "--title", "Phó Trưởng Ban", "--unit", "tinh", "--position", 2)
    assert told(qcdc("office", "name", *given, *BY, "--json")) == {
        "code": "pho-ban",
        "done": "named",
    }
    held = ("--name", "Trần Văn B", "--from", "2022-03-01", "--document", "01-QĐ/TU")
    told(qcdc("office", "hold", "pho-ban", *held, "--account", "pho-ban", *BY, "--json"))
    decided = ("--decision", "02-QĐ/BCĐ", "--decided-on", "2022-02-28", "--from", "2022-03-01")
    told(qcdc("area", "assign", "pho-ban", "001", "002", *decided, *BY, "--json"))


def test_offices_and_areas(qcdc: Run) -> None:
    with_an_area(qcdc)
    (before,) = told(qcdc("office", "list", "--on", "2022-02-28", "--json"))
    assert (before["name"], before["from"]) == (None, None)
    (after,) = told(qcdc("office", "list", "--on", "2022-03-01", "--json"))
    assert after == {
        "code": "pho-ban",
        "title": "Phó Trưởng Ban",
        "unit": "tinh",
        "position": 2,
        "name": "Trần Văn B",
        "account": "pho-ban",
        "from": "2022-03-01",
        "document": "01-QĐ/TU",
    }
    ended = ("--from", "2022-09-01", "--decision", "9-QĐ/BCĐ", *BY, "--json")
    told(qcdc("area", "end", "pho-ban", "002", *ended))
    found = told(qcdc("area", "list", "--on", "2022-09-01", "--json"))
    assert [(one["unit"], one["decision"], one["name"]) for one in found] == [
        ("001", "02-QĐ/BCĐ", "Trần Văn B")
    ]
    assert "Huyện A" in qcdc("area", "list", "--on", "2022-09-01").output


def test_an_office_falls_vacant_and_is_renamed(qcdc: Run) -> None:
    with_an_area(qcdc)
    both = ("--name", "A", "--vacant", "--from", "2022-06-01", "--document", "1", *BY)
    assert qcdc("office", "hold", "pho-ban", *both).exit_code == 2
    neither = ("--from", "2022-06-01", "--document", "1", *BY)
    assert qcdc("office", "hold", "pho-ban", *neither).exit_code == 2
    told(qcdc("office", "hold", "pho-ban", "--vacant", *neither, "--json"))
    told(qcdc("office", "rename", "pho-ban", "--title", "Phó Ban", *BY, "--json"))
    found = told(qcdc("office", "list", "--on", "2022-06-01", "--json"))
    assert [one["code"] for one in found][-1] == "pho-ban", "it keeps its place"
    shown = qcdc("office", "list", "--on", "2022-06-01").output
    assert "(khuyết)" in shown
    assert "Phó Ban" in shown


def test_an_inspection_from_the_plan_to_what_was_put_right(qcdc: Run, tmp_path: Path) -> None:
    plan = ("--year", 2022, "--title", "Kiểm tra", "--member", "Nguyễn Văn A", "--member", "Lê C")
    number = told(qcdc("inspection", "plan", *plan, *BY, "--json"))["id"]
    decided = ("--decision", "7-QĐ/BCĐ", "--decided-on", "2022-07-01", *BY, "--json")
    told(qcdc("inspection", "number", number, *decided))
    assert refused(qcdc("inspection", "number", number, *decided)) == "DECISION_NUMBERED"
    planned = ("--unit", "001", "--day", "2022-09-01", "--unannounced", *BY, "--json")
    visit = told(qcdc("inspection", "visit", number, *planned))["id"]
    told(qcdc("inspection", "move", visit, "--day", "2022-09-02", "--reason", "Bận", *BY, "--json"))
    told(qcdc("inspection", "hold", visit, "--day", "2022-09-02", *BY, "--json"))
    scan = tmp_path / "bien-ban.pdf"
    scan.write_bytes(b"%PDF-1.7\nstartxref\n9\n%%EOF\n")
    paper = ("--number", "1/BB", "--day", "2022-09-02", "--file", scan, *BY, "--json")
    told(qcdc("inspection", "minutes", visit, *paper))
    said = ("--number", "8-KL", "--day", "2022-09-20", "--text", "Tốt", *BY, "--json")
    told(qcdc("inspection", "conclude", visit, *said))
    due = ("--text", "Niêm yết đủ", "--due", "2022-10-31", "--criterion", "1.1", *BY, "--json")
    told_of = told(qcdc("inspection", "recommend", visit, *due))["id"]
    done = ("--day", "2022-10-20", "--text", "Đã niêm yết", "--as", "huyen-a", "--json")
    told(qcdc("inspection", "done", told_of, *done))
    told(qcdc("inspection", "reopen", told_of, "--reason", "Chưa đủ", *BY, "--json"))
    (found,) = told(qcdc("inspection", "list", "--json"))
    assert (found["decision"], found["members"]) == ("7-QĐ/BCĐ", ["Nguyễn Văn A", "Lê C"])
    (went,) = found["visits"]
    assert [one["kind"] for one in went["events"]] == ["moved", "held", "minutes", "conclusion"]
    assert (went["announced"], went["held"], went["day"]) == (False, "2022-09-02", "2022-09-02")
    assert went["events"][2]["file"] == "bien-ban.pdf"
    (told_to,) = went["recommendations"]
    assert (told_to["criteria"], told_to["criterion"], told_to["done"]) == ("nho", "1.1", None)
    assert "đã kết luận" in qcdc("inspection", "list").output
    assert told(qcdc("inspection", "list", "--unit", "002", "--json")) == []


def test_a_visit_that_is_cancelled(qcdc: Run) -> None:
    number = told(qcdc("inspection", "plan", "--year", 2022, "--title", "KT", *BY, "--json"))["id"]
    planned = ("--unit", "001", "--day", "2022-09-01", *BY, "--json")
    visit = told(qcdc("inspection", "visit", number, *planned))["id"]
    told(qcdc("inspection", "cancel", visit, "--reason", "Mưa lũ", *BY, "--json"))
    held = qcdc("inspection", "hold", visit, "--day", "2022-09-01", *BY, "--json")
    assert refused(held) == "VISIT_CANCELLED"


def test_units_are_founded_and_end(qcdc: Run) -> None:
    new = ("--name", "Ban Chỉ đạo huyện D", "--kind", "ban-chi-dao-huyen", "--parent", "tinh")
    dated = ("--from", "2022-07-01", "--document", "20/NQ-HĐND", *BY, "--json")
    assert told(qcdc("unit", "found", "004", *new, *dated))["done"] == "founded"
    paper = ("--document", "20/NQ-HĐND", "--dated", "2022-06-20", *BY)
    split = ("--kind", "split", "--last-day", "2022-06-30", "--successor", "001")
    whole = (*split, "--successor", "004", "--takes-duties", "004", *paper)
    assert qcdc("unit", "end", "002", *split, "--takes-duties", "003", *paper).exit_code == 2
    assert told(qcdc("unit", "end", "002", *whole, "--json"))["done"] == "ended"
    found = told(qcdc("unit", "history", "002", "--json"))
    assert (found["to"], found["ended"]["kind"]) == ("2022-06-30", "split")
    assert found["ended"]["successors"] == [
        {"unit": "001", "takes_duties": False},
        {"unit": "004", "takes_duties": True},
    ]
    came = told(qcdc("unit", "history", "004", "--json"))
    assert (came["founded_by"], came["came_from"][0]["unit"]) == ("20/NQ-HĐND", "002")
    assert "30/06/2022" in qcdc("unit", "history", "002").output


def test_an_end_entered_wrongly_is_withdrawn(qcdc: Run) -> None:
    assert refused(qcdc("unit", "end", "002", "--withdraw", "--reason", "Nhầm", *BY, "--json"))
    paper = ("--last-day", "2022-06-30", "--document", "20/NQ-HĐND", "--dated", "2022-06-20")
    assert qcdc("unit", "end", "002", *paper, *BY).exit_code == 2
    told(qcdc("unit", "end", "002", "--kind", "ended", *paper, *BY, "--json"))
    back = qcdc("unit", "end", "002", "--withdraw", "--reason", "Ghi nhầm", *BY, "--json")
    assert told(back) == {"unit": "002", "done": "withdrawn"}
    found = told(qcdc("unit", "history", "002", "--json"))
    assert (found["to"], found["ended"]) == (None, None)
    assert found["withdrawn"][0]["withdrawn"]["reason"] == "Ghi nhầm"
    assert "đã rút lại: Ghi nhầm" in qcdc("unit", "history", "002").output


def test_only_the_secretariat_acts(qcdc: Run) -> None:
    given = ("001", "--kind", "ended", "--last-day", "2022-06-30", "--document", "1")
    ended = qcdc("unit", "end", *given, "--dated", "2022-06-01", "--as", "huyen-a", "--json")
    assert refused(ended) == "ROLE_NOT_ALLOWED"


def test_the_sheet_about_a_unit_is_one_pdf_the_same_each_time(qcdc: Run, tmp_path: Path) -> None:
    with_an_area(qcdc)
    papers = [tmp_path / "a.pdf", tmp_path / "b.pdf"]
    for paper in papers:
        result = qcdc("area-sheet", "001", "--on", "2022-09-01", "-o", paper)
        assert result.exit_code == 0, result.output
    first, second = (paper.read_bytes() for paper in papers)
    assert first == second
    assert first.startswith(b"%PDF")
    other = tmp_path / "c.pdf"
    state = ("--on", "2022-09-01", "--profile", "nha-nuoc", "-o", other)
    assert qcdc("area-sheet", "001", *state).exit_code == 0
    assert other.read_bytes() != first
