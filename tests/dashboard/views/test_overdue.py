from dataclasses import replace
from datetime import date

from dashboard.views.narrowing import narrow
from dashboard.views.overdue import Asked, Overdue, overdue, overdue_list
from dashboard.views.overdue_table import BY_OFFICE, BY_TASK, NOBODY_DIRECTS
from data_access.standings import Standing
from scoring.obligations import Extension, State
from tests.dashboard.views.standings_by_hand import SCENE, standing

FIRST, SECOND = date(2022, 10, 20), date(2022, 10, 25)
ALL = Asked()
TITLES = {"truong-ban": "Trưởng Ban Chỉ đạo (Nguyễn Văn A)"}
LATE = (
    standing("Trà Bồng", State.OVERDUE, days_late=20),
    standing("Ba Tơ", State.OVERDUE, days_late=15, task="4", reminded=(FIRST, SECOND)),
    standing("Ba Tơ", State.OVERDUE, days_late=12, offices=("truong-ban",)),
)


def shown(standings: tuple[Standing, ...], asked: Asked = ALL, *, reminds: bool = True) -> Overdue:
    narrowed = narrow(standings, asked.chosen, TITLES)
    return overdue(narrowed, asked, SCENE, TITLES, reminds=reminds)


def words(view: Overdue) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row.cells) for row in view.table.rows]


def test_the_heading_answers_how_much_at_how_many_how_long_and_whether_they_know() -> None:
    view = shown(LATE)
    assert view.heading.title == "3 việc quá hạn ở 2 đơn vị"
    assert "1 nhiệm vụ, 2 báo cáo" in view.heading.scope
    assert "lâu nhất 20 ngày: Trà Bồng" in view.heading.scope
    assert "2 việc chưa nhắc lần nào" in view.heading.scope


def test_a_row_says_what_since_when_how_long_who_directs_and_who_was_reminded() -> None:
    report = "Bảng tự chấm điểm, quý III năm 2022"
    assert words(shown(LATE)) == [
        ("Trà Bồng",),
        (report, "12/10/2022", "20", "–", "chưa nhắc"),
        ("Ba Tơ",),
        ("4. Kiểm tra tại cơ sở", "12/10/2022", "15", "Đồng chí Trưởng Ban", "25/10/2022"),
        (report, "12/10/2022", "12", "Trưởng Ban Chỉ đạo (Nguyễn Văn A)", "chưa nhắc"),
    ]
    assert shown(LATE).table.rows[3].cells[4].detail == "2 lần"


def test_the_day_that_was_moved_stays_visible() -> None:
    more = Extension(date(2022, 10, 15), date(2022, 10, 12))
    owed = replace(LATE[0].obligation, extensions=(more,))
    row = shown((replace(LATE[0], obligation=owed, last_day=more.until),)).table.rows[1]
    assert (row.cells[1].text, row.cells[1].detail) == ("15/10/2022", "hạn đầu 12/10/2022")


def test_the_group_that_waited_longest_stands_first() -> None:
    heads = [
        (row.cells[0].text, row.cells[0].detail) for row in shown(LATE).table.rows if row.heading
    ]
    assert heads == [
        ("Trà Bồng", "1 việc, lâu nhất 20 ngày"),
        ("Ba Tơ", "2 việc, lâu nhất 15 ngày"),
    ]


def test_by_task_the_units_stand_beneath_it() -> None:
    first = [row[0] for row in words(shown(LATE, Asked(BY_TASK)))]
    report = "Bảng tự chấm điểm, quý III năm 2022"
    assert first == [report, "Trà Bồng", "Ba Tơ", "4. Kiểm tra tại cơ sở", "Ba Tơ"]


def test_by_who_directs_what_nobody_directs_is_a_group_too() -> None:
    rows = shown(LATE, Asked(BY_OFFICE)).table.rows
    heads = [row.cells[0].text for row in rows if row.heading]
    assert heads == [NOBODY_DIRECTS, "Đồng chí Trưởng Ban", TITLES["truong-ban"]]
    assert rows[1].cells[3].text == "Bảng tự chấm điểm, quý III năm 2022"


def test_the_programme_is_named_where_it_is_not_the_usual_one() -> None:
    other = standing("Ba Tơ", State.OVERDUE, days_late=1, programme="Quy chế phối hợp")
    rows = shown((*LATE, other)).table.rows
    assert [row.cells[0].detail for row in rows if not row.heading] == [
        "",
        "",
        "",
        "Quy chế phối hợp",
    ]


def test_a_row_opens_the_story_of_its_duty() -> None:
    link = shown(LATE).table.rows[1].cells[0].link
    assert link.address == "viec"
    assert dict(link.params) == {"ma": "KH|Trà Bồng||tu-cham|2022-Q3"}


def test_a_long_list_comes_page_by_page_and_says_how_long_it_is() -> None:
    many = tuple(
        standing(f"Đơn vị {number}", State.OVERDUE, days_late=300 - number // 3, code=str(unit))
        for number in range(250)
        for unit in (number // 3,)
    )
    first, last = shown(many), shown(many, Asked(page=3))
    count = [sum(not row.heading for row in view.table.rows) for view in (first, last)]
    assert (count, first.pages.said) == ([100, 50], "Dòng 1–100 trong 250, trang 1/3.")
    assert [label for label, _ in first.pages.ways] == ["Trang sau"]
    assert first.heading.title == "250 việc quá hạn ở 84 đơn vị"
    # The 34th unit's three duties are torn apart by the first page's end.
    second = shown(many, Asked(page=2))
    assert second.table.rows[0].cells[0].text.endswith("(tiếp)")
    assert second.table.rows[0].cells[0].detail.startswith("3 việc")
    assert shown(many, Asked(page=99)).pages == last.pages


def test_choices_are_shown_and_can_be_taken_back() -> None:
    view = shown(LATE, Asked(chosen=(("unit", "Ba Tơ"), ("nhac", "chua"))))
    assert view.heading.title == "1 việc quá hạn ở Ba Tơ"
    assert [chip.words for chip in view.chips] == [
        "Đơn vị: Ba Tơ",
        "Nhắc việc: Chưa nhắc lần nào",
    ]
    assert dict(view.chips[0].without.params) == {"nhac": "chua", "unit": None}


def test_the_list_goes_on_to_messages_and_to_a_workbook_with_the_same_choices() -> None:
    ways = dict(shown(LATE, Asked(chosen=(("unit", "Ba Tơ"),))).ways)
    assert dict(ways["Soạn tin nhắc"].params) == {"unit": "Ba Tơ"}
    assert dict(ways["Tải bảng tính"].params) == {"unit": "Ba Tơ", "nhom": "don-vi"}
    assert dict(ways["Chỉ xem 1 việc chưa nhắc"].params)["nhac"] == "chua"


def test_messages_are_offered_to_those_who_may_write_them() -> None:
    assert list(dict(shown(LATE, reminds=False).ways)) == [
        "Chỉ xem 2 việc chưa nhắc",
        "Tải bảng tính",
    ]


def test_the_workbook_has_every_row_of_every_page() -> None:
    asked = Asked(page=2)
    head, table = overdue_list(narrow(LATE, (), TITLES), asked, SCENE, TITLES)
    assert head.title == "3 việc quá hạn ở 2 đơn vị"
    assert [row.cells[0].text for row in table.rows] == ["Trà Bồng", "Ba Tơ", "Ba Tơ"]
    assert all(len(row.cells) == len(table.columns) for row in table.rows)


def test_nothing_overdue_is_said_kindly_and_a_narrow_choice_says_how_to_widen_it() -> None:
    view = shown(())
    assert (view.table, view.heading.title) == (None, "Không có việc quá hạn")
    assert "tại ngày xem" in view.nothing
    assert "bỏ bớt điều kiện" in shown(LATE, Asked(chosen=(("unit", "Lý Sơn"),))).nothing
