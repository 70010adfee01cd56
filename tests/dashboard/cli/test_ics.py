"""A unit's dates as a file, at the terminal."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from icalendar import Calendar

from dashboard.cli.main import main
from tests.builders import small_province


@pytest.fixture
def url(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'small.db'}"
    small_province(url).dispose()
    return url


def ics(url: str, *words: str) -> Result:
    return CliRunner().invoke(main, ["--database", url, "ics", *words])


def test_the_days_asked_for_are_written_and_the_same_bytes_twice(url: str, tmp_path: Path) -> None:
    days = ("--from", "2022-01-01", "--to", "2022-12-31")
    files = [tmp_path / name for name in ("a.ics", "b.ics")]
    for file in files:
        assert ics(url, "--unit", "001", *days, "-o", str(file)).exit_code == 0
    assert files[0].read_bytes() == files[1].read_bytes()
    events = Calendar.from_ical(files[0].read_bytes()).walk("VEVENT")
    found = {str(one["uid"]): one.decoded("dtstart").isoformat() for one in events}
    # Before the first of April means the day before; a quarter ends on its last day.
    assert found["kh-2022|001|1||2022@qcdc"] == "2022-03-31"
    assert found["kh-2022|001||tien-do|2022-Q3@qcdc"] == "2022-10-10"


def test_without_days_it_looks_a_year_ahead_from_today(url: str, tmp_path: Path) -> None:
    file = tmp_path / "c.ics"
    assert ics(url, "--unit", "001", "-o", str(file)).exit_code == 0
    # The demonstration's day is the last of January 2023: nothing of 2022 is left.
    assert not Calendar.from_ical(file.read_bytes()).walk("VEVENT")


def test_a_unit_that_there_is_not_is_refused(url: str, tmp_path: Path) -> None:
    result = ics(url, "--unit", "999", "-o", str(tmp_path / "d.ics"))
    assert result.exit_code == 3
    assert not (tmp_path / "d.ics").exists()
