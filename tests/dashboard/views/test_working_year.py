"""The calendar of offices as it is shown: every special day with sign, words and source."""

from datetime import date, datetime

from dashboard import calendar_markup
from dashboard.views.heading import Scene
from dashboard.views.working_year import Month, Square, reckoned, working_year
from data_access.clock import HANOI
from data_access.queries.calendar import CalendarDay
from scoring.workdays import DayKind

SCENE = Scene("Ban Chỉ đạo tỉnh", "Tỉnh", False, date(2026, 11, 21))
AT = datetime(2026, 1, 5, 9, tzinfo=HANOI)
DAYS = (
    CalendarDay(date(2026, 1, 1), DayKind.OFF, "Tết Dương lịch", "gói holidays", "", None),
    CalendarDay(date(2026, 1, 10), DayKind.WORKED, "Làm bù", "Thông báo 01", "Thư ký", AT),
    CalendarDay(date(2026, 11, 24), DayKind.UNCERTAIN, "<b>Văn hóa</b>", "", "Thư ký", AT),
)
VIEW = working_year(2026, DAYS, SCENE, may_edit=True)


def square(month: Month, day: int) -> Square:
    return next(one for week in month.weeks for one in week if one and one.number == day)


def test_the_title_counts_what_is_not_as_the_week_has_it() -> None:
    assert VIEW.heading.title == (
        "Năm 2026: 1 ngày nghỉ lễ, tết trong tuần, 1 ngày làm bù, 1 ngày chưa chắc chắn"
    )


def test_every_day_of_the_year_stands_in_its_week() -> None:
    numbers = [one.number for month in VIEW.months for week in month.weeks for one in week if one]
    assert len(numbers) == 365
    assert all(len(week) == 7 for month in VIEW.months for week in month.weeks)
    first = VIEW.months[0].weeks[0]
    assert [one.number if one else None for one in first] == [None, None, None, 1, 2, 3, 4]


def test_a_day_says_what_it_is_without_its_colour() -> None:
    january, november = VIEW.months[0], VIEW.months[10]
    assert square(january, 1).mark == "▪"
    assert square(january, 10).sentence == "thứ Bảy, 10/01/2026: làm việc bù (Làm bù)"
    assert square(january, 11).sentence == "chủ nhật, 11/01/2026: nghỉ cuối tuần"
    assert square(january, 12).tone == ""
    assert square(november, 24).mark == "?"


def test_an_uncertain_day_is_explained_and_a_year_without_one_is_not() -> None:
    assert VIEW.notes
    assert working_year(2026, DAYS[:2], SCENE, may_edit=False).notes == ()


def test_the_list_names_source_and_who_wrote_it() -> None:
    rows = [[cell.text for cell in row.cells] for row in VIEW.table.rows]
    assert rows[1] == ["10/01/2026", "+ làm việc bù", "Làm bù", "Thông báo 01"]
    assert VIEW.table.rows[1].cells[3].detail == "Thư ký ghi ngày 05/01/2026"
    assert rows[2][3] == "–"


def test_both_answers_are_said_where_a_day_is_uncertain() -> None:
    friday = date(2026, 11, 20)
    both = reckoned(friday, 5, date(2026, 11, 30), date(2026, 11, 27))
    assert both.sentence == (
        "5 ngày làm việc kể từ thứ Sáu, 20/11/2026 hết vào thứ Hai, 30/11/2026."
    )
    assert "thứ Sáu, 27/11/2026" in both.otherwise
    assert reckoned(friday, 5, date(2026, 11, 27), None).otherwise == ""


def test_what_people_typed_is_no_markup() -> None:
    html = calendar_markup.year(VIEW)
    assert "<b>Văn hóa" not in html
    assert "&lt;b&gt;Văn hóa" in html
    assert html.count('<table class="q-month">') == 12
