"""The five figures as a page: every percentage opens two lists, together all who are expected."""

from dataclasses import replace
from fractions import Fraction

import pytest

from dashboard.views.completeness import NONE, ON_TIME, RECEIVED, TOTAL, Choice, percent_text, rates
from dashboard.views.completeness_sheet import LACKING, sheet_page
from dashboard.views.completeness_sheet import Choice as Lines
from dashboard.views.matrix import narrowed, sheet
from data_access.queries.completeness import (
    Completeness,
    Expected,
    Group,
    Matrix,
    MatrixColumn,
    MatrixRow,
)
from scoring.obligations import State
from scoring.periods import Period
from scoring.units import Unit
from tests.dashboard.views.standings_by_hand import QUARTER, SCENE


def expected(name: str, state: State, form: str = "tu-cham") -> Expected:
    unit = Unit(name, f"Ban Chỉ đạo {name}", "ban-chi-dao-huyen", name)
    return Expected(unit, form, "Bảng tự chấm điểm", QUARTER, "KH", state, name)


def found(**groups: tuple[Expected, ...]) -> Completeness:
    rows = tuple(Group(key, key, members) for key, members in groups.items())
    return Completeness(rows, Group("", "", tuple(one for row in rows for one in row.members)))


MIXED = found(
    A=(expected("Ba Tơ", State.ON_TIME), expected("Lý Sơn", State.OVERDUE)),
    B=(expected("Trà Bồng", State.LATE),),
)
BY_GROUP = Choice(by="cum")


@pytest.mark.parametrize(
    ("rate", "words"),
    [
        (None, "–"),
        (Fraction(0), "0,0 %"),
        (Fraction(1), "100,0 %"),
        (Fraction(2, 3), "66,7 %"),
        (Fraction(2999, 3000), "99,9 %"),
        (Fraction(1, 3321), "0,1 %"),
    ],
)
def test_a_percentage_is_never_whole_by_rounding(rate: Fraction | None, words: str) -> None:
    assert percent_text(rate) == words


def test_the_figures_of_the_rows_add_up_to_the_whole() -> None:
    view = rates(MIXED, BY_GROUP, QUARTER, SCENE)
    assert view.table is not None
    rows = [[cell.text for cell in row.cells] for row in view.table.rows]
    assert rows[0] == ["Tất cả", "3", "2", "1", "1", "1", "66,7 %", "33,3 %"]
    for place in range(1, 6):
        assert int(rows[0][place]) == sum(int(row[place]) for row in rows[1:])


@pytest.mark.parametrize("names", [RECEIVED, ON_TIME])
@pytest.mark.parametrize("group", [TOTAL, "A", "B"])
def test_both_lists_together_are_all_who_are_expected(group: str, names: str) -> None:
    view = rates(MIXED, Choice("cum", group=group, names=names), QUARTER, SCENE)
    row = next(row for row in (*MIXED.rows, MIXED.total) if group in (row.key, TOTAL))
    whole = MIXED.total if group == TOTAL else row
    listed = [one.words for names in view.names for one in names.names]
    assert sorted(listed) == sorted(one.unit.label for one in whole.members)
    inside = len(view.names[0].names)
    assert f"({inside}/{len(whole.members)})" in view.of


def test_every_percentage_has_an_address_that_opens_its_names() -> None:
    view = rates(MIXED, BY_GROUP, QUARTER, SCENE)
    assert view.table is not None
    for row in view.table.rows:
        for cell in row.cells[-2:]:
            assert cell.link is not None
            asked = dict(cell.link.params)
            again = rates(MIXED, Choice("cum", "", "", asked["dong"], asked["ds"]), QUARTER, SCENE)
            assert len(again.names) == 2
            assert cell.text in again.of


def test_opened_names_stand_beneath_their_own_row_with_a_way_back() -> None:
    view = rates(MIXED, Choice("cum", group="B", names=ON_TIME), QUARTER, SCENE)
    assert view.table is not None
    assert [row.cells[0].text for row in view.table.rows] == ["Tất cả", "B"]
    assert [one.title for one in view.names] == ["Nộp đúng hạn: 0", "Nộp trễ hoặc chưa nộp: 1"]
    assert view.back is not None


def test_a_list_that_there_is_not_opens_nothing() -> None:
    for choice in (Choice("cum", group="Z", names=RECEIVED), Choice("cum", group="A", names="z")):
        view = rates(MIXED, choice, QUARTER, SCENE)
        assert view.names == ()
        assert len(view.table.rows) == 3


def test_units_without_a_group_are_a_row_of_their_own_the_last() -> None:
    given = Completeness(
        (
            Group("", "", (expected("Ba Tơ", State.ON_TIME),)),
            Group("Cụm 2", "Cụm 2", (expected("Lý Sơn", State.ON_TIME),)),
        ),
        Group("", "", (expected("Ba Tơ", State.ON_TIME), expected("Lý Sơn", State.ON_TIME))),
    )
    view = rates(given, BY_GROUP, QUARTER, SCENE)
    assert [row.cells[0].text for row in view.table.rows] == [
        "Tất cả",
        "Cụm 2",
        "Không thuộc cụm, khối nào",
    ]
    opened = rates(given, Choice("cum", group=NONE, names=RECEIVED), QUARTER, SCENE)
    assert [one.words for one in opened.names[0].names] == ["Ba Tơ"]


def test_nobody_expected_is_a_sentence_and_no_percentage() -> None:
    view = rates(Completeness((), Group("", "", ())), Choice(), QUARTER, SCENE)
    assert view.said
    assert (view.table, view.strip) == (None, ())


def test_of_several_returns_each_name_says_which() -> None:
    given = found(A=(expected("Ba Tơ", State.ON_TIME), expected("Ba Tơ", State.LATE, "tien-do")))
    view = rates(given, Choice("cum", group="A", names=ON_TIME), QUARTER, SCENE)
    assert view.names[0].names[0].words == "Ba Tơ: Bảng tự chấm điểm, quý III năm 2022"


def test_a_duty_that_was_taken_over_leads_to_the_one_it_was() -> None:
    one = expected("Ba Tơ", State.OVERDUE)._replace(debtor="huyen-cu")
    view = rates(found(A=(one,)), Choice("cum", group="A", names=RECEIVED), QUARTER, SCENE)
    assert view.names[1].names[0].link.params == (("ma", "KH|huyen-cu||tu-cham|2022-Q3"),)
    column = MatrixColumn("KH", "tu-cham", "Bảng tự chấm điểm", QUARTER)
    former = Unit("huyen-cu", "Huyện cũ", "huyen")
    row = MatrixRow(Unit("A", "Xã A", "xa"), (None, State.OVERDUE), former)
    given = Matrix((replace(column, form="tien-do"), column), (row,))
    for matrix in (given, narrowed(given, "tu-cham")):
        line = sheet(matrix).lines[0]
        assert line.label == "Xã A, nhận lại từ Huyện cũ"
        box = line.boxes[-1]
        assert box.link is not None
        assert box.link.params == (("ma", "KH|huyen-cu||tu-cham|2022-Q3"),)


def test_hundreds_of_names_come_a_page_at_a_time_and_keep_their_numbers() -> None:
    many = found(A=tuple(expected(f"Xã {number}", State.ON_TIME) for number in range(1, 451)))
    view = rates(many, Choice("cum", group="A", names=RECEIVED, page=3), QUARTER, SCENE)
    assert (view.names[0].first, len(view.names[0].names)) == (401, 50)
    assert view.names[0].title == "Đã nộp: 450"
    assert view.pages.said == "Dòng 401–450 trong 450, trang 3/3."


def test_hundreds_of_lines_of_the_sheet_come_a_page_at_a_time() -> None:
    column = MatrixColumn("KH", "tu-cham", "Bảng tự chấm điểm", QUARTER)
    rows = (
        MatrixRow(Unit(f"{number:05}", f"Xã {number}", "xa"), (State.NOT_DUE,))
        for number in range(1, 151)
    )
    whole = sheet(Matrix((column,), tuple(rows)))
    view = sheet_page(whole, Lines(page=3), 2022, SCENE)
    assert [len(view.lines), view.lines[0].label, view.sheet.heads[0].counted] == [
        30,
        "Xã 121",
        "0/150",
    ]


def test_an_empty_sheet_says_why() -> None:
    empty = sheet(Matrix((), ()))
    year = Period(2022).year
    assert "năm này" in sheet_page(empty, Lines(), year, SCENE).nothing
    assert "quá hạn" in sheet_page(empty, Lines(scope=LACKING), year, SCENE).nothing
