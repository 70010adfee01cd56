from dashboard.views.overdue import BY_TASK, BY_UNIT, overdue
from scoring.obligations import State
from tests.dashboard.views.standings_by_hand import SCENE, standing

LATE = (
    standing("Trà Bồng", State.OVERDUE, days_late=20),
    standing("Ba Tơ", State.OVERDUE, days_late=15, task="4"),
    standing("Ba Tơ", State.OVERDUE, days_late=12),
)


def test_the_title_answers_how_much_and_at_how_many() -> None:
    view = overdue(LATE, SCENE, BY_UNIT)
    assert view.heading.title == "3 việc quá hạn ở 2 đơn vị"
    assert "1 nhiệm vụ, 2 báo cáo" in view.heading.scope


def test_the_group_that_waited_longest_stands_first() -> None:
    view = overdue(LATE, SCENE, BY_UNIT)
    heads = [(row.cells[0].text, row.cells[0].detail) for row in view.table.rows if row.heading]
    assert heads == [
        ("Trà Bồng", "1 việc, lâu nhất 20 ngày"),
        ("Ba Tơ", "2 việc, lâu nhất 15 ngày"),
    ]


def test_by_task_the_units_stand_beneath_it() -> None:
    view = overdue(LATE, SCENE, BY_TASK)
    words = [row.cells[0].text for row in view.table.rows]
    report = "Bảng tự chấm điểm, quý III năm 2022"
    assert words == [report, "Trà Bồng", "Ba Tơ", "4. Kiểm tra tại cơ sở", "Ba Tơ"]


def test_the_programme_is_named_only_among_several() -> None:
    other = standing("Ba Tơ", State.OVERDUE, days_late=1, programme="Quy chế phối hợp")
    alone = [row.cells[0].detail for row in overdue(LATE, SCENE, BY_UNIT).table.rows[1:2]]
    among = [row.cells[0].detail for row in overdue((*LATE, other), SCENE, BY_UNIT).table.rows]
    assert alone == [""]
    assert "Quy chế phối hợp" in among


def test_nothing_overdue_is_said_kindly() -> None:
    view = overdue((), SCENE, BY_UNIT, "Ba Tơ")
    assert view.table is None
    assert view.heading.title == "Ba Tơ: không có việc quá hạn"
    assert view.nothing
