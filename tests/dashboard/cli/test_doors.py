"""What a person meets at the terminal when the machine, the address or the moment is wrong."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard.cli.main import main
from data_access.database import open_database
from data_access.queries.catalogue import demonstration


def qcdc(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


@pytest.mark.parametrize(
    "address",
    ["nonsense", "mysql://a/b", "http://x", "postgresql://u@127.0.0.1:abc/x", "sqlite+nope:///x"],
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    result = qcdc("--database", address, "units", "--json")
    assert result.exit_code == 3
    assert json.loads(result.stdout)["refused"]["code"] == "DATABASE_ADDRESS"


def test_a_server_that_does_not_answer_is_refused() -> None:
    result = qcdc("--database", "postgresql://u@127.0.0.1:1/x", "units", "--json")
    assert result.exit_code == 3
    assert json.loads(result.stdout)["refused"]["code"] == "DATABASE_UNAVAILABLE"


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(b"no database at all" * 100)
    result = qcdc("--database", f"sqlite:///{damaged}", "init")
    assert result.exit_code == 3
    assert "bản sao lưu" in result.output


def test_before_init_every_command_says_what_to_do(tmp_path: Path) -> None:
    result = qcdc("--database", f"sqlite:///{tmp_path}/none.db", "rank", "--period", "2022")
    assert result.exit_code == 3
    assert "qcdc init" in result.output
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "2022-02-30", "hôm nay"])
def test_a_day_no_calendar_of_ours_has_is_wrong_usage(demo_url: str, day: str) -> None:
    assert qcdc("--database", demo_url, "overdue", "--on", day).exit_code == 2


def test_a_folder_that_is_not_there_is_wrong_usage(demo_url: str, tmp_path: Path) -> None:
    words = ("template", "tu-cham", "--unit", "535", "--period", "2022-Q4")
    result = qcdc("--database", demo_url, *words, "-o", str(tmp_path / "none" / "x.xlsx"))
    assert result.exit_code == 2
    assert "thư mục khác" in result.output


def test_our_own_mistake_shows_a_reference_even_where_no_log_can_be_kept(
    demo_url: str, tmp_path: Path
) -> None:
    """The log's folder is a file here: nothing can be written below it."""
    (tmp_path / "state").write_text("")
    code = (
        "import sys\nfrom dashboard.cli import catalogue as lists\n"
        "from dashboard.cli.main import main\n"
        "lists.catalogue.units = None\nmain()"
    )
    made = subprocess.run(
        [sys.executable, "-c", code, "--database", demo_url, "units"],
        capture_output=True,
        text=True,
        env=os.environ | {"XDG_STATE_HOME": str(tmp_path / "state")},
    )
    assert made.returncode == 70
    assert "báo Tổ Giúp việc mã" in made.stderr
    assert "Traceback" not in made.stderr


def test_a_demonstration_that_was_cut_short_leaves_nothing_behind(tmp_path: Path) -> None:
    file = tmp_path / "demo.db"
    command = [sys.executable, "-m", "tests.dashboard.cli.run", "--database", f"sqlite:///{file}"]
    process = subprocess.Popen([*command, "init", "--demo"], stderr=subprocess.DEVNULL)
    while not list(tmp_path.glob("demo.db.dang-tao*")):
        assert process.poll() is None
    process.kill()
    process.wait()
    assert not file.exists()


def test_a_penalty_is_appraised_with_or_without_its_minus(demo_url: str) -> None:
    words = ("appraise", "--unit", "535", "--period", "2022-Q4", "--criterion", "P1")
    for points in ("1.5", "-1.5"):
        given = (*words, f"--points={points}", "--reason", "Biên bản", "--as", "to-giup-viec")
        assert qcdc("--database", demo_url, *given).exit_code == 0
    cards = qcdc("--database", demo_url, "score", "--period", "2022-Q4", "--unit", "535", "--json")
    line = next(one for one in json.loads(cards.stdout)[0]["lines"] if one["code"] == "P1")
    assert line["final"] == "-1.50"


def test_marked_copies_of_files_with_one_name_stay_apart(demo_url: str, tmp_path: Path) -> None:
    files = [tmp_path / folder / "bieu.xlsx" for folder in ("a", "b")]
    template = ("template", "tu-cham", "--unit", "535", "--period", "2022-Q4", "-o")
    for file in files:
        file.parent.mkdir()
        assert qcdc("--database", demo_url, *template, str(file)).exit_code == 0
    given = ("submit", *map(str, files), "--as", "ba-to", "--marked", str(tmp_path / "m"))
    assert qcdc("--database", demo_url, *given).exit_code == 1
    assert len(list((tmp_path / "m").glob("*.xlsx"))) == 2


def test_the_demonstration_is_one(demo_url: str) -> None:
    assert demonstration(open_database(demo_url)) is not None
