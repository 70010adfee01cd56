"""`publish`, `publication`, `explain`: made public, put right, and reckoned again elsewhere."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard.cli.main import main
from data_access.accounts import OPERATOR, Role
from data_access.actions import setup
from tests.builders import Q1, hand_in_progress, hand_in_self_score, small_province

ON_TIME = date(2022, 4, 5)
AS = ("--as", "thu-ky")


class Door:
    """The terminal on one database."""

    def __init__(self, address: str) -> None:
        self.address = address

    def run(self, *words: str) -> Result:
        return CliRunner().invoke(main, ["--database", self.address, *words])

    def said(self, *words: str, exit_code: int = 0):
        result = self.run(*words, "--json")
        assert result.exit_code == exit_code, result.output
        return json.loads(result.stdout)


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    address = f"sqlite:///{tmp_path / 'small.db'}"
    engine = small_province(address)
    setup.add_account(engine, OPERATOR, "thu-ky", "Thư ký", "mat-khau-1", Role.SECRETARIAT)
    for unit, held in (("001", "1"), ("002", "0"), ("003", "1")):
        hand_in_self_score(engine, unit, Q1, ON_TIME, {"ke_hoach": held})
        hand_in_progress(engine, unit, Q1, ON_TIME)
    engine.dispose()
    yield Door(address)


PERIOD = ("--period", "2022-Q1")


def test_a_publication_bears_its_decision_now_or_later(door: Door) -> None:
    made = door.said("publish", *PERIOD, "--group", "Miền núi", *AS)
    assert (made["decision"], made["criteria"], made["kind"]) == (None, "nho", None)
    decided = ("--decision", "05-QĐ/BCĐ", "--decided-on", "2022-04-20")
    numbered = door.said("publication", "number", str(made["id"]), *decided, *AS)
    assert (numbered["decision"], numbered["decided_on"]) == ("05-QĐ/BCĐ", "2022-04-20")
    again = door.said("publication", "number", str(made["id"]), *decided, *AS, exit_code=3)
    assert again["refused"]["code"] == "ALREADY_NUMBERED"
    second = door.said("publish", *PERIOD, "--group", "Đồng bằng", *decided, *AS)
    assert (second["number"], second["decision"]) == (2, "05-QĐ/BCĐ")
    listed = door.said("publication", "list", "--year", "2022")
    assert listed == [second, numbered]
    assert "05-QĐ/BCĐ" in door.run("publication", "list").output


def test_the_ranking_names_its_publication(door: Door) -> None:
    assert door.said("rank", *PERIOD)["publication"] is None
    made = door.said("publish", *PERIOD, *AS)
    shown = door.said("rank", *PERIOD, "--criteria", "nho")
    assert (shown["publication"], shown["criteria"]) == (made["id"], "nho/1")
    other = door.said("rank", *PERIOD, "--criteria", "khac", exit_code=3)
    assert other["refused"]["code"] == "UNKNOWN_CRITERIA"


def test_a_correction_shows_both_ranks(door: Door, tmp_path: Path) -> None:
    made = door.said("publish", *PERIOD, *AS)
    words = ("publication", "correct", str(made["id"]), "--reason", "Ghi sai", *AS)
    same = door.said(*words, exit_code=3)
    assert same["refused"]["code"] == "NOTHING_TO_CORRECT"
    appraised = ("--unit", "002", "--criterion", "1.1", "--points", "3", "--reason", "Có kế hoạch")
    rerated = ("--unit", "002", "--reason", "x", "--decision", "9", "--decided-on", "2022-04-20")
    assert door.run("decide", "rerate", *PERIOD, *rerated, *AS).exit_code == 0
    assert door.run("appraise", *PERIOD, *appraised, *AS).exit_code == 0
    draft = door.said(*words, "--kind", "rerating", "--draft")
    assert draft["after"] is None
    done = door.said(*words, "--kind", "rerating")
    assert done["places"] == draft["places"]
    (moved,) = done["places"]
    assert (moved["before"]["total"], moved["after"]["total"]) == ("5.00", "8.00")
    assert (done["after"]["replaces"], done["after"]["kind"]) == (made["id"], "rerating")
    shown = door.run("publication", "list").output
    assert f"thay lần {made['id']}: Ghi sai" in shown


def test_an_export_is_verified_without_a_database_and_one_changed_digit_found(
    door: Door, tmp_path: Path
) -> None:
    made = door.said("publish", *PERIOD, *AS)
    file = tmp_path / "cong-bo.json"
    assert door.run("publication", "export", str(made["id"]), "-o", str(file)).exit_code == 0
    elsewhere = Door(f"sqlite:///{tmp_path / 'nowhere' / 'none.db'}")
    found = elsewhere.said("publication", "verify", str(file))
    assert (found["equal"], found["sha256"]) == (True, made["sha256"])
    assert "Khớp" in elsewhere.run("publication", "verify", str(file)).output
    assert not (tmp_path / "nowhere").exists()
    text = file.read_text(encoding="utf-8")
    assert text.count('"total": "5.00"') == 2
    file.write_text(text.replace('"total": "5.00"', '"total": "6.00"', 1), encoding="utf-8")
    found = elsewhere.said("publication", "verify", str(file), exit_code=1)
    difference = {"unit": "002", "criterion": None, "what": "total"}
    assert found["difference"] == difference | {"stored": "6.00", "recomputed": "5.00"}
    assert (found["differences"], found["unfit"]) == (1, ["whole", "document"])
    said = elsewhere.run("publication", "verify", str(file)).output
    assert "đơn vị 002, tổng điểm" in said and "“6.00”" in said
    file.write_text("{}", encoding="utf-8")
    (issue,) = elsewhere.said("publication", "verify", str(file), exit_code=1)
    assert issue["code"] == "PUBLICATION_UNREADABLE"


def test_an_explanation_gives_rule_figures_cells_and_what_is_missing(door: Door) -> None:
    found = door.said("explain", "--unit", "002", *PERIOD)
    assert (found["rank"], found["total"], found["max"]) == (2, "5.00", "9")
    line = found["lines"][0]
    assert (line["code"], line["final"], line["lost"]) == ("1.1", "0.00", "4.00")
    (figure,) = line["figures"]
    assert (figure["key"], figure["value"], figure["label"]) == (
        *("ke_hoach", "0", "Đã ban hành kế hoạch"),
    )
    assert figure["source"]["file"] == "002.xlsx" and figure["source"]["cell"]
    assert line["rule"] and line["reason"]
    assert found["next_place"] == {
        **{"rank": 1, "rival": "001", "gain": "4.00"},
        **{"alone": ["1.1"], "together": []},
    }
    one = door.said("explain", "--unit", "002", *PERIOD, "--criterion", "1.2")
    assert [line["code"] for line in one["lines"]] == ["1.2"]
    said = door.run("explain", "--unit", "002", *PERIOD).output
    assert "Đã ban hành kế hoạch: 0 (002.xlsx" in said and "Thêm 4" in said
    unknown = door.said("explain", "--unit", "002", *PERIOD, "--criterion", "9", exit_code=3)
    assert unknown["refused"]["code"] == "UNKNOWN_CRITERION"
