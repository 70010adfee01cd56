"""`qcdc disclosure`, `consultations`, `dossiers`: the registers of a unit at the terminal."""

import json
from collections.abc import Iterator

import pytest
from click.testing import CliRunner, Result

from dashboard.cli.main import main
from tests.dong_son import OFFICE, OTHER, dong_son, hand_in_all


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    url = f"sqlite:///{tmp_path_factory.mktemp('dong-son') / 'dong-son.db'}"
    engine = dong_son(url)
    hand_in_all(engine)
    engine.dispose()
    return url


def qcdc(url: str, *words: str) -> Result:
    return CliRunner().invoke(main, ["--database", url, *words])


def found(url: str, command: str, period: str, *words: str) -> dict[str, object]:
    result = qcdc(url, command, "--unit", OFFICE, "--period", period, *words, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_json_says_what_was_counted_and_by_which_article(url: str) -> None:
    register = found(url, "disclosure", "2024-Q1")
    assert (register["track"], register["missing"]) == ("co-quan", [])
    (line,) = register["lines"]
    assert line["decision"] == {"number": "127 /KH-UBND", "dated": "2024-01-30"}
    disclosed, posted = line["measured"]
    assert (disclosed["counted"], disclosed["asked"], disclosed["verdict"]) == (4, 5, "kept")
    assert (posted["counted"], posted["asked"], posted["verdict"]) == (20, 20, "kept")
    assert posted["article"] == "Điều 48 Luật số 10/2022/QH15"
    assert [one["code"] for one in line["findings"]] == ["CLOSED_ON_DAY_OFF"]


def test_the_register_is_seen_as_of_a_day(url: str) -> None:
    register = found(url, "disclosure", "2024-Q1", "--on", "2024-03-01")
    assert (register["lines"], register["missing"]) == ([], ["2024-Q1"])


def test_consultations_name_the_conflicts(url: str) -> None:
    (line,) = found(url, "consultations", "2024")["lines"]
    weights = [one["weight"] for one in line["findings"]]
    assert weights.count("conflict") == 6
    assert (line["spoken"], line["received"]) == (1, 0)


def test_a_dossier_names_its_missing_papers(url: str) -> None:
    filed = found(url, "dossiers", "2024-Q2")
    assert filed["period"] == "2024"
    assert filed["missing_papers"][:2] == ["9.1", "9.5"]
    papers = {paper["code"]: paper for part in filed["parts"] for paper in part["papers"]}
    assert papers["9.2"]["kept"] == "kps"
    assert papers["17.1"]["dated"] == "2024-01-30"


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("disclosure", "Kết thúc vào ngày nghỉ: Chủ nhật, 25/02/2024."),
        ("consultations", "mâu thuẫn: Ban hành ngày 26/02/2024, trước báo cáo"),
        ("dossiers", "còn thiếu: Chưa có trong hồ sơ. Đề nghị bổ sung."),
    ],
)
def test_people_read_the_lines_and_what_is_odd(url: str, command: str, words: str) -> None:
    result = qcdc(url, command, "--unit", OFFICE, "--period", "2024-Q1")
    assert result.exit_code == 0, result.output
    assert words in result.stdout


def test_people_read_that_nothing_was_handed_in(url: str) -> None:
    result = qcdc(url, "disclosure", "--unit", OTHER, "--period", "2024")
    assert result.stdout.strip() == (
        "Chưa nộp sổ quý I năm 2024, quý II năm 2024, quý III năm 2024, quý IV năm 2024."
    )


def test_an_unknown_unit_is_refused(url: str) -> None:
    assert qcdc(url, "dossiers", "--unit", "99", "--period", "2024").exit_code == 3
