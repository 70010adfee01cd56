"""`qcdc criteria` on kept tables: brought in, written out, compared, tried on the past."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from dashboard.cli.main import main
from data_access.accounts import OPERATOR, Role
from data_access.actions import setup
from tests.builders import CRITERIA, Q1, hand_in_progress, hand_in_self_score, small_province

NEWER = (
    CRITERIA.replace('version: "1"', 'version: "2"')
    .replace("max: 4", "max: 5")
    .replace("max: 10", "max: 11")
    .replace("2022-01-01", "2023-01-01")
)
AS = ("--as", "thu-ky")


@pytest.fixture
def qcdc(tmp_path: Path) -> Iterator:
    address = f"sqlite:///{tmp_path / 'small.db'}"
    engine = small_province(address)
    setup.add_account(engine, OPERATOR, "thu-ky", "Thư ký", "mat-khau-1", Role.SECRETARIAT)
    setup.add_account(engine, OPERATOR, "can-bo", "Cán bộ", "mat-khau-1", Role.UNIT, "001")
    for unit, held in (("001", "1"), ("002", "0")):
        hand_in_self_score(engine, unit, Q1, date(2022, 4, 5), {"ke_hoach": held})
        hand_in_progress(engine, unit, Q1, date(2022, 4, 5))
    engine.dispose()
    yield lambda *words: CliRunner().invoke(main, ["--database", address, "criteria", *words])


@pytest.fixture
def newer(tmp_path: Path) -> str:
    path = tmp_path / "moi.yaml"
    path.write_text(NEWER, encoding="utf-8")
    return str(path)


def test_a_table_goes_out_to_excel_and_comes_in_again(qcdc, tmp_path: Path) -> None:
    book, text = tmp_path / "nho.xlsx", tmp_path / "nho.yaml"
    assert qcdc("export", "nho", "-o", str(book)).exit_code == 0
    assert qcdc("export", "nho", "--version", "1", "-o", str(text)).exit_code == 0
    assert text.read_text(encoding="utf-8") == CRITERIA
    assert json.loads(qcdc("diff", str(book), "nho/1", "--json").stdout) == []
    assert "như nhau" in qcdc("diff", str(book), str(text)).output
    assert qcdc("check", str(book)).output == "Bảng tiêu chí hợp lệ.\n"
    again = qcdc("import", str(book), *AS, "--json")
    assert (again.exit_code, json.loads(again.stdout)) == (0, [])
    unknown = qcdc("export", "nho", "--version", "9", "-o", str(text))
    assert unknown.exit_code == 3 and "nho/9" in unknown.output


def test_a_slip_in_a_cell_is_said_with_sheet_and_cell(qcdc, tmp_path: Path) -> None:
    path = tmp_path / "nho.xlsx"
    qcdc("export", "nho", "-o", str(path))
    book = load_workbook(path)
    book["Bảng tiêu chí"]["G3"] = "co_khong"
    book.save(path)
    result = qcdc("import", str(path), *AS, "--json")
    (issue, *_) = json.loads(result.stdout)
    assert result.exit_code == 1
    assert (issue["sheet"], issue["cell"], issue["path"]) == ("Bảng tiêu chí", "G3", None)
    assert issue["code"] == "UNKNOWN_RULE"
    said = qcdc("check", str(path)).output
    assert "Trang tính “Bảng tiêu chí”, ô G3" in said


def test_versions_are_listed_and_compared_in_words(qcdc, newer: str) -> None:
    assert qcdc("import", newer, *AS).output.endswith("Đã nạp bảng tiêu chí.\n")
    listed = json.loads(qcdc("list", "--json").stdout)
    assert [(one["code"], one["version"], one["from"]) for one in listed] == [
        ("nho", "1", "2022-01-01"),
        ("nho", "2", "2023-01-01"),
    ]
    assert "nho/2" in qcdc("list").output
    found = json.loads(qcdc("diff", "nho/1", "nho/2", "--json").stdout)
    assert {"code": "1.1", "what": "Đổi điểm tối đa", "before": "4", "after": "5"} in found
    assert "1.1 Đổi điểm tối đa: 4 → 5" in qcdc("diff", "nho/1", newer).output


def test_only_the_secretariat_brings_a_table_in(qcdc, newer: str) -> None:
    result = qcdc("import", newer, "--as", "can-bo", "--json")
    assert result.exit_code == 3
    assert json.loads(result.stdout)["refused"]["code"] == "ROLE_NOT_ALLOWED"


def test_a_new_version_is_tried_on_a_past_period(qcdc, newer: str) -> None:
    result = qcdc("try-past", newer, "--period", "2022-Q1", "--json")
    found = json.loads(result.stdout)
    assert (found["old"], found["new"]) == ("nho/1", "nho/2")
    first = found["places"][0]
    assert (first["unit"], first["before"]["total"], first["after"]["total"]) == (
        *("001", "9.00", "10.00"),
    )
    said = qcdc("try-past", newer, "--period", "2022-Q1").output
    assert "thứ 1, 10" in said and "chưa xếp thứ" in said


def test_a_file_with_errors_is_neither_compared_nor_tried(qcdc, tmp_path: Path) -> None:
    path = tmp_path / "sai.yaml"
    path.write_text(NEWER.replace("max: 5", "max: năm"), encoding="utf-8")
    for words in (("diff", "nho", str(path)), ("try-past", str(path), "--period", "2022-Q1")):
        result = qcdc(*words, "--json")
        assert result.exit_code == 1
        assert json.loads(result.stdout)[0]["code"] == "WRONG_TYPE"
