"""A unit's dates as a calendar that telephones and offices can read."""

from dataclasses import replace
from datetime import date, time, timedelta

from icalendar import Calendar

from dashboard.ics import calendar_file
from dashboard.views.unit_dates import unit_dates
from scoring.obligations import Extension, State
from tests.dashboard.views.standings_by_hand import standing

FIRST, LAST = date(2022, 10, 1), date(2023, 9, 30)
DUTIES = (
    standing("Ba Tơ", State.DUE_SOON, due=date(2022, 10, 31), task="5"),
    standing("Ba Tơ", State.OVERDUE, days_late=15),
    standing("Ba Tơ", State.ON_TIME, task="6"),
    standing("Ba Tơ", State.NO_DEADLINE, due=None, task="7"),
    standing("Ba Tơ", State.NOT_DUE, due=date(2023, 10, 1), task="8"),
)


def events(*standings) -> list:
    view = unit_dates(standings, "Ba Tơ", FIRST, LAST, illustrative=True)
    return Calendar.from_ical(calendar_file(view)).walk("VEVENT")


def test_what_is_open_and_due_within_the_days_is_there_the_earliest_first() -> None:
    found = events(*DUTIES)
    assert [str(one["summary"]) for one in found] == [
        "Hạn: Bảng tự chấm điểm, quý III năm 2022",
        "Hạn: 5. Kiểm tra tại cơ sở",
    ]
    assert [one.decoded("dtstart") for one in found] == [date(2022, 10, 12), date(2022, 10, 31)]


def test_a_date_lasts_a_whole_day_keeps_nobody_busy_and_rings_three_days_before() -> None:
    (event,) = events(DUTIES[0])
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1)
    assert str(event["transp"]) == "TRANSPARENT"
    (alarm,) = event.walk("VALARM")
    # Eight in the morning of the third day before.
    assert alarm.decoded("trigger") == -timedelta(days=2, hours=16)
    assert "Số liệu minh họa" in str(event["description"])


def test_the_same_dates_are_the_same_bytes_in_one_form_of_unicode() -> None:
    view = unit_dates(DUTIES, "Ba Tơ", FIRST, LAST, illustrative=False)
    written = calendar_file(view)
    assert written == calendar_file(view)
    assert written.startswith(b"BEGIN:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert "Hạn báo cáo, nhiệm vụ: Ba Tơ" in written.decode("utf-8").replace("\r\n ", "")


def test_a_date_that_was_moved_keeps_its_name_and_counts_as_the_newer_one() -> None:
    more = Extension(date(2022, 11, 30), date(2022, 10, 12))
    owed = replace(DUTIES[0].obligation, extensions=(more,))
    moved = replace(DUTIES[0], obligation=owed, last_day=more.until)
    (before,), (after,) = events(DUTIES[0]), events(moved)
    assert before["uid"] == after["uid"]
    assert after.decoded("dtstamp") > before.decoded("dtstamp")
    assert "hạn đầu 31/10/2022" in str(after["description"])


def test_an_hour_is_said() -> None:
    owed = replace(DUTIES[0].obligation, hour=time(17))
    (event,) = events(replace(DUTIES[0], obligation=owed))
    assert "Trước 17:00" in str(event["description"])
