"""`calendar`, `read-when`, `legal-deadlines`: reckoning and reading at the terminal."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard.cli.main import main
from data_access.accounts import OPERATOR, Role
from data_access.actions import setup
from tests.builders import small_province

AS = ("--as", "thu-ky")
SOURCE = ("--label", "Ngày Văn hóa Việt Nam", "--source", "Công văn 12/VP")


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
    setup.add_account(engine, OPERATOR, "can-bo", "Cán bộ", "mat-khau-1", Role.UNIT, "001")
    engine.dispose()
    yield Door(address)


RECKONED = [
    # from, days, last day, otherwise, why
    ("2024-02-05", 5, "2024-02-19", None, "over Tết"),
    ("2025-12-31", 5, "2026-01-09", None, "2/1/2026 was off, 10/1 worked for it"),
    ("2026-11-20", 5, "2026-11-30", "2026-11-27", "24/11/2026 is uncertain"),
    ("2024-06-09", 0, "2024-06-10", None, "no days from a Sunday: the next working day"),
]


@pytest.mark.parametrize(
    ("first", "days", "last", "otherwise"),
    [row[:4] for row in RECKONED],
    ids=[r[4] for r in RECKONED],
)
def test_working_days_are_added(
    door: Door, first: str, days: int, last: str, otherwise: str | None
) -> None:
    found = door.said("calendar", "add", "--from", first, "--days", str(days))
    assert (found["day"], found["otherwise"]) == (last, otherwise)
    assert bool(found["uncertain"]) == (otherwise is not None)


def test_people_are_told_both_days(door: Door) -> None:
    said = door.run("calendar", "add", "--from", "2026-11-20", "--days", "5").output
    assert said.split("\n")[:2] == ["30/11/2026", "Nếu 24/11/2026 là ngày làm việc: 27/11/2026"]


def test_a_day_that_was_entered_is_listed_with_who_and_counts(door: Door) -> None:
    door.said("calendar", "set", "2026-11-24", "ordinary", *SOURCE, *AS)
    assert door.said("calendar", "add", "--from", "2026-11-20", "--days", "5") == {
        "day": "2026-11-27",
        "otherwise": None,
        "uncertain": [],
    }
    listed = {one["day"]: one for one in door.said("calendar", "list", "--year", "2026")}
    entered, known = listed["2026-11-24"], listed["2026-01-02"]
    assert (entered["kind"], entered["by"], entered["source"]) == (
        "ordinary",
        "Thư ký",
        "Công văn 12/VP",
    )
    assert (known["kind"], known["by"], known["at"]) == ("off", None, None)
    assert "Ngày Văn hóa Việt Nam" in door.run("calendar", "list", "--year", "2026").output


def test_a_clerk_may_look_but_not_correct(door: Door) -> None:
    entry = ("calendar", "set", "2026-11-24", "off", *SOURCE)
    refused = door.said(*entry, "--as", "can-bo", exit_code=3)
    assert refused["refused"]["code"] == "ROLE_NOT_ALLOWED"


def test_an_entry_without_a_source_is_refused(door: Door) -> None:
    entry = ("calendar", "set", "2026-11-24", "off", "--label", "Nghỉ", "--source", " ")
    assert door.said(*entry, *AS, exit_code=3)["refused"]["code"] == "DOCUMENT_REQUIRED"


def test_words_are_read_with_the_three_days_of_a_day_off(door: Door) -> None:
    found = door.said("read-when", "trước ngày 10/6/2024", "--year", "2024")
    assert (found["reading"], found["due"]) == ("before_day", "2024-06-09")
    assert found["questions"] == ["day_off", "past_the_words"]
    assert found["choices"] == {
        "kept": "2024-06-09",
        "previous": "2024-06-07",
        "next": "2024-06-10",
    }
    said = door.run("read-when", "trước ngày 10/6/2024", "--year", "2024").output
    assert "Giữ 09/06/2024, lùi về 07/06/2024 hoặc chuyển tới 10/06/2024." in said


def test_words_are_read_as_the_options_say(door: Door) -> None:
    words = ("read-when", "trước ngày 10/6/2024", "--year", "2024")
    assert door.said(*words, "--roll", "previous")["due"] == "2024-06-07"
    assert door.said(*words, "--before", "included")["due"] == "2024-06-10"
    within = ("read-when", "chậm nhất 05 ngày làm việc kể từ ngày ban hành", "--year", "2024")
    assert door.said(*within)["questions"] == ["no_anchor"]
    anchored = door.said(*within, "--anchor", "2024-02-05")
    assert (anchored["due"], anchored["choices"]) == ("2024-02-19", None)


def test_an_hour_and_several_days_are_written_out(door: Door) -> None:
    (until,) = door.said("read-when", "trước 17h00 ngày 05/4/2024", "--year", "2024")["dues"]
    assert (until["day"], until["hour"]) == ("2024-04-05", "17:00")
    twice = door.said("read-when", "định kỳ 6 tháng", "--year", "2024")["dues"]
    assert [(one["period"], one["day"]) for one in twice] == [
        ("2024-Q2", "2024-06-30"),
        ("2024-Q4", "2024-12-31"),
    ]


def test_words_that_cannot_be_read_ask_a_person(door: Door) -> None:
    found = door.said("read-when", "sau Tết", "--year", "2024")
    assert (found["reading"], found["dues"], found["questions"]) == ("unread", [], ["unread"])
    assert "Đề nghị ghi rõ" in door.run("read-when", "sau Tết", "--year", "2024").output


def test_every_deadline_of_the_law_is_listed(door: Door) -> None:
    listed = door.said("legal-deadlines")
    posted = next(one for one in listed if (one["key"], one["track"]) == ("posted", "xa"))
    assert (posted["n"], posted["count"], posted["relation"]) == (30, "calendar", "at_least")
    assert "Điều 13.2" in posted["article"]
    assert "trước ít nhất 7 ngày" in door.run("legal-deadlines").output


def test_words_that_were_not_understood_are_named(door: Door) -> None:
    words = ("read-when", "Thứ Ba, khoảng ngày 05/4/2024", "--year", "2024")
    found = door.said(*words)
    assert (found["due"], found["questions"]) == ("2024-04-05", ["left_over"])
    assert found["unknown"] == ["thứ", "ba", "khoảng"]
    assert "Còn chữ chưa hiểu: thứ ba khoảng." in door.run(*words).output


def test_a_day_that_was_moved_is_said_with_the_printed_one(door: Door) -> None:
    said = door.run("read-when", "trước ngày 10/6/2024", "--year", "2024", "--roll", "previous")
    assert "09/06/2024 (ngày nghỉ), hạn được chọn là 07/06/2024" in said.output
