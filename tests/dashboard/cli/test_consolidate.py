"""`qcdc consolidate`: the sums as a table, as JSON and as a workbook."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from dashboard.cli.main import main
from tests.thirteen_districts import Q3, hand_in, thirteen_districts


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    url = f"sqlite:///{tmp_path_factory.mktemp('districts') / 'districts.db'}"
    engine = thirteen_districts(url)
    hand_in(engine, "01", Q3, 1200)
    hand_in(engine, "02", Q3, 34, estimate=True)
    engine.dispose()
    return url


def qcdc(url: str, *words: str) -> Result:
    return CliRunner().invoke(main, ["--database", url, "consolidate", *words])


def test_json_holds_every_figure_with_its_units(url: str) -> None:
    result = qcdc(url, "thong-ke", "--period", "2022-Q3", "--json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert (found["expected"], found["reported"], len(found["missing"])) == (13, 2, 11)
    assert (found["estimates"], found["provisional"]) == (["02"], True)
    (money,) = (one for one in found["figures"] if one["key"] == "V.4.figure")
    assert (money["value"], money["absent"]) == ("1234", None)
    assert [one["value"] for one in money["units"][:3]] == ["1200", "34", None]
    assert money["units"][2]["absent"] == "not_reported"
    assert found["listings"][0]["count"]["absent"] == "not_arisen"


def test_people_read_a_table_and_who_is_missing(url: str) -> None:
    result = qcdc(url, "thong-ke", "--period", "2022-Q3")
    assert "Số tiền thu hồi" in result.stdout
    assert "1.234" in result.stdout
    assert "2/13 đơn vị đã nộp; thiếu: Huyện 03" in result.stdout


def test_the_workbook_is_written(url: str, tmp_path: Path) -> None:
    file = tmp_path / "tong-hop.xlsx"
    named = ("--profile", "nha-nuoc", "-o", str(file))
    result = qcdc(url, "thong-ke", "--period", "2022-Q3", "--to-date", *named)
    assert result.exit_code == 0, result.output
    workbook = load_workbook(BytesIO(file.read_bytes()))
    assert workbook.sheetnames[0] == "Biểu I"
    words = {cell.value for row in workbook["Biểu V"].iter_rows() for cell in row}
    assert "Kỳ báo cáo: 9 tháng đầu năm 2022 (số liệu minh họa)" in words


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("khong-co", "--period", "2022-Q3"), "UNKNOWN_PERIOD"),
        (("thong-ke", "--period", "2030"), "UNKNOWN_PERIOD"),
        (("thong-ke", "--period", "2022", "--unit", "99"), "UNKNOWN_UNIT"),
    ],
)
def test_what_is_not_there_is_refused(url: str, words: tuple[str, ...], code: str) -> None:
    result = qcdc(url, *words, "--json")
    assert result.exit_code == 3
    assert json.loads(result.stdout)["refused"]["code"] == code
