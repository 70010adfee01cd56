"""`qcdc programme …`: the whole way from a file to an amended programme, on the terminal."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard.cli.main import main
from data_access.accounts import OPERATOR, Role
from data_access.actions.setup import add_account
from tests.builders import small_province
from tests.programmes_by_hand import filled_in

GENERAL = {"Tên chương trình, kế hoạch": "Kế hoạch 2023", "Năm": 2023}
TASK = {
    "Số thứ tự": "1",
    "Nội dung nhiệm vụ": "Báo cáo 6 tháng",
    "Giao cho": "Ban Chỉ đạo cấp huyện",
    "Thời gian thực hiện (như văn bản)": "trước ngày 12/6/2023",
}
OTHER = TASK | {"Số thứ tự": "2", "Thời gian thực hiện (như văn bản)": "Quý III/2023"}
CODE = "kh-tinh-2023"


@pytest.fixture
def url(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'province.db'}"
    engine = small_province(url)
    add_account(engine, OPERATOR, "thu-ky", "Thư ký", "mật khẩu dài", Role.SECRETARIAT)
    add_account(engine, OPERATOR, "can-bo", "Cán bộ", "mật khẩu dài", Role.UNIT, "001")
    engine.dispose()
    return url


def qcdc(url: str, *words: str, group: str = "programme") -> Result:
    return CliRunner().invoke(main, ["--database", url, group, *words])


def done(url: str, *words: str) -> str:
    result = qcdc(url, *words)
    assert result.exit_code == 0, result.output
    return result.stdout


def told(url: str, *words: str):
    return json.loads(done(url, *words, "--json"))


def given(tmp_path: Path, *rows: dict[str, str]) -> str:
    file = tmp_path / "kh.xlsx"
    file.write_bytes(filled_in(GENERAL, {"Nhiệm vụ": list(rows)}))
    return str(file)


def test_a_file_with_mistakes_is_told_by_cell_and_exits_with_1(url: str, tmp_path: Path) -> None:
    file = given(tmp_path, TASK, TASK | {"Giao cho": "Huyện Z"})
    result = qcdc(url, "import", file, "--as", "thu-ky", "--json")
    assert result.exit_code == 1
    answer = json.loads(result.stdout)
    assert answer["draft"] is None
    places = [(one["sheet"], one["cell"], one["code"]) for one in answer["issues"]]
    assert places == [("Nhiệm vụ", "A3", "CODE_TWICE"), ("Nhiệm vụ", "E3", "DEBTOR_UNKNOWN")]
    plain = qcdc(url, "import", file, "--as", "thu-ky")
    assert "Lỗi – Trang tính “Nhiệm vụ”, ô E3: “Huyện Z” không phải" in plain.stdout
    assert told(url, "drafts") == []


def test_from_the_file_to_the_amended_programme(url: str, tmp_path: Path) -> None:
    done(url, "import", given(tmp_path, TASK, OTHER), "--as", "thu-ky")
    assert [one["code"] for one in told(url, "drafts")] == [CODE]
    first, second = told(url, "draft", CODE)["readings"]
    assert (first["key"], first["due"], first["asked"]) == ("tasks:1", "2023-06-11", ["day_off"])
    assert first["choices"] == ["2023-06-11", "2023-06-09", "2023-06-12"]
    assert (second["confirmed"], second["reading"]) == (False, "quarter")
    early = qcdc(url, "adopt", CODE, "--as", "thu-ky")
    assert early.exit_code == 3 and "nhiệm vụ 1, nhiệm vụ 2" in early.output
    done(url, "confirm", CODE, "--all", "--as", "thu-ky")
    done(url, "answer", CODE, "tasks:1", "--roll", "previous", "--as", "thu-ky")
    given_number = ("--number", "02-KH/BCĐ", "--adopted", "2023-01-10", "--as", "thu-ky")
    done(url, "adopt", CODE, *given_number)
    late = json.loads(qcdc(url, "--on", "2023-06-10", "--json", group="overdue").stdout)
    mine = {(one["unit"], one["due"]) for one in late if one["programme"] == CODE}
    assert mine == {("001", "2023-06-09"), ("002", "2023-06-09"), ("003", "2023-06-09")}
    source = ("--source", "Thông báo số 5", "--dated", "2023-05-06", "--as", "thu-ky")
    task = ("--no", "3", "--title", "Đề án", "--when", "Quý III/2023", "--debtors", "Huyện B")
    done(url, "add-task", CODE, *task, *source)
    odd = ("--no", "4", "--title", "Báo cáo", "--when", "trước ngày 11/6/2023")
    refused = qcdc(url, "add-task", CODE, *odd, "--debtors", "Huyện B", *source)
    assert refused.exit_code == 3
    assert "  --roll previous: Ngày làm việc liền trước: thứ sáu 09/06/2023" in refused.stdout
    newest, oldest = told(url, "versions", CODE)
    assert (newest["version"], newest["from"], oldest["from"]) == (2, "2023-05-06", None)
    assert newest["changes"][0]["what"] == "Thêm nhiệm vụ"
    done(url, "add-task", CODE, *odd, "--debtors", "Huyện B", "--roll", "previous", *source)
    done(url, "amend", CODE, "--as", "thu-ky")
    unchanged = qcdc(url, "adopt", CODE, *given_number)
    assert unchanged.exit_code == 3
    done(url, "drop", CODE, "--as", "thu-ky")
    assert told(url, "drafts") == []


def test_a_programme_goes_out_and_comes_back_as_a_draft_of_an_amendment(
    url: str, tmp_path: Path
) -> None:
    file, text = tmp_path / "kh.xlsx", tmp_path / "kh.yaml"
    done(url, "export", "kh-2022", "-o", str(file))
    done(url, "export", "kh-2022", "--version", "1", "-o", str(text))
    assert "trước ngày 01/4/2022" in text.read_text(encoding="utf-8")
    done(url, "import", str(file), "--as", "thu-ky")
    draft = told(url, "draft", "kh-2022")
    assert draft["amends"] and draft["changes"] == []
    assert all(one["confirmed"] for one in draft["readings"]), "as they were read before"
    assert qcdc(url, "export", "kh-2022", "--version", "9", "-o", str(text)).exit_code == 3


def test_last_year_copied_template_and_number(url: str, tmp_path: Path) -> None:
    done(url, "template", "-o", str(tmp_path / "mau.xlsx"))
    done(url, "copy", "kh-2022", "--year", "2023", "--code", "kh-2023", "--as", "thu-ky")
    done(url, "confirm", "kh-2023", "--task", "1", "--task", "2.1", "--as", "thu-ky")
    done(url, "adopt", "kh-2023", "--as", "thu-ky")
    done(url, "number", "kh-2023", "--number", "2-KH", "--adopted", "2023-01-09", "--as", "thu-ky")
    listed = json.loads(qcdc(url, "--json", group="programmes").stdout)
    found = {one["code"]: (one["year"], one["number"], one["adopted"]) for one in listed}
    assert found["kh-2023"] == (2023, "2-KH", "2023-01-09")
    assert listed[0]["tasks"][0]["dues"][0]["day"] == "2022-03-31"


def test_a_clerk_makes_no_programme(url: str) -> None:
    result = qcdc(url, "copy", "kh-2022", "--year", "2023", "--as", "can-bo")
    assert result.exit_code == 3 and "Đề nghị" in result.output


def test_what_is_in_doubt_is_confirmed_by_itself_only(url: str, tmp_path: Path) -> None:
    words = ("trước ngày 31/10", "khoảng ngày 20/9/2023", "Thứ Ba, ngày 20/9/2023", "Quý III/2023")
    when = "Thời gian thực hiện (như văn bản)"
    rows = [TASK | {"Số thứ tự": str(no), when: one} for no, one in enumerate(words, 1)]
    done(url, "import", given(tmp_path, *rows), "--as", "thu-ky")
    readings = told(url, "draft", CODE)["readings"]
    assert [one["doubted"] for one in readings] == [True, True, True, False]
    assert [one["asked"] for one in readings] == [[], [], [], []]
    done(url, "confirm", CODE, "--all", "--as", "thu-ky")
    readings = told(url, "draft", CODE)["readings"]
    assert [one["confirmed"] for one in readings] == [False, False, False, True]
    assert qcdc(url, "adopt", CODE, "--as", "thu-ky").exit_code == 3
    done(url, "confirm", CODE, "--task", "1", "--task", "3", "--as", "thu-ky")
    done(url, "answer", CODE, "tasks:2", "--due", "2023-09-20", "--as", "thu-ky")
    done(url, "adopt", CODE, "--as", "thu-ky")
    source = ("--source", "Thông báo số 5", "--dated", "2023-05-06", "--as", "thu-ky")
    task = ("--no", "9", "--title", "Đề án", "--when", "khoảng ngày 20/9/2023", *source)
    doubted = qcdc(url, "add-task", CODE, *task, "--debtors", "Huyện B")
    assert doubted.exit_code == 2 and "Còn chữ chưa hiểu: “khoảng”" in doubted.stdout
    done(url, "add-task", CODE, *task, "--debtors", "Huyện B", "--due", "2023-09-20")
