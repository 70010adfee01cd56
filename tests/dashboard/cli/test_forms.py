"""`qcdc form`: a form's data file checked, brought in and read back in words."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from dashboard.cli.main import main
from data_access.accounts import OPERATOR, Role
from data_access.actions import setup
from data_access.queries.forms import form_entries
from tests.builders import small_province
from tests.form_texts import PLAN, VISITS


def run(folder: Path, *arguments: str) -> Result:
    address = f"sqlite:///{folder / 'small.db'}"
    return CliRunner().invoke(main, ["--database", address, "form", *arguments])


def file(folder: Path, text: str) -> str:
    path = folder / "form.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def province(folder: Path):
    engine = small_province(f"sqlite:///{folder / 'small.db'}")
    setup.add_account(engine, OPERATOR, "thu-ky", "Thư ký", "mat-khau-1", Role.SECRETARIAT)
    setup.add_account(engine, OPERATOR, "can-bo", "Cán bộ", "mat-khau-1", Role.UNIT, "001")
    return engine


def test_a_sound_form_is_said_to_be_sound(tmp_path: Path) -> None:
    checked = run(tmp_path, "check", file(tmp_path, VISITS))
    assert (checked.exit_code, checked.output) == (0, "Biểu mẫu hợp lệ.\n")


def test_a_slip_of_the_pen_is_an_issue_with_its_path(tmp_path: Path) -> None:
    wrong = file(tmp_path, VISITS.replace("kind: text", "kind: txt"))
    checked = run(tmp_path, "check", wrong, "--json")
    assert checked.exit_code == 1
    (found,) = [one for one in json.loads(checked.stdout) if one["code"] == "NOT_ONE_OF"]
    assert (found["path"], found["severity"]) == ("sheets[1].columns[0].kind", "error")
    assert "txt" in found["message"]
    assert "sheets[1].columns[0].kind" in run(tmp_path, "check", wrong).output


def test_a_warning_alone_lets_the_form_in(tmp_path: Path) -> None:
    engine = province(tmp_path)
    doubtful = file(tmp_path, VISITS.replace(". Đề nghị đối chiếu", ""))
    brought_in = run(tmp_path, "import", doubtful, "--as", "thu-ky")
    assert brought_in.exit_code == 0
    assert "Cảnh báo" in brought_in.output and "Đã nạp" in brought_in.output
    assert [head.code for head in form_entries(engine)] == ["tiep-dan"]


def test_a_form_with_errors_is_not_brought_in(tmp_path: Path) -> None:
    engine = province(tmp_path)
    wrong = file(tmp_path, VISITS.replace("title:", "titel:"))
    brought_in = run(tmp_path, "import", wrong, "--as", "thu-ky", "--json")
    assert brought_in.exit_code == 1
    assert "KEY_MISSING" in {one["code"] for one in json.loads(brought_in.stdout)}
    assert form_entries(engine) == ()


def test_a_units_clerk_is_refused(tmp_path: Path) -> None:
    province(tmp_path)
    brought_in = run(tmp_path, "import", file(tmp_path, VISITS), "--as", "can-bo", "--json")
    assert brought_in.exit_code == 3
    assert json.loads(brought_in.stdout)["refused"]["code"] == "ROLE_NOT_ALLOWED"


def test_a_form_is_read_back_in_words(tmp_path: Path) -> None:
    province(tmp_path)
    for text in (VISITS, PLAN):
        run(tmp_path, "import", file(tmp_path, text), "--as", "thu-ky")
    shown = run(tmp_path, "show", "tiep-dan", "--period", "2022-Q1")
    assert shown.exit_code == 0
    for words in ("T.1.to_date", "lũy kế từ đầu năm", "D.*.people", "tối đa 10 dòng", "nhận KPS"):
        assert words in shown.output, words
    assert "Không nhận tại D.*.spoke" in shown.output
    assert "văn bản đã ký" in run(tmp_path, "show", "ke-hoach").output
    document = json.loads(run(tmp_path, "show", "tiep-dan", "--json").stdout)
    assert document["sheets"][0]["lines"][0]["key"] == "T.1.in_period"
    assert ["Hiệu lực", "từ 01/01/2022"] in document["about"]


def test_an_unknown_form_is_refused(tmp_path: Path) -> None:
    province(tmp_path)
    assert run(tmp_path, "show", "khong-co").exit_code == 3
    assert run(tmp_path, "show", "tiep-dan", "--period", "2021").exit_code == 3
