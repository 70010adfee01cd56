from dashboard.views.completion import completion, duties, state_table
from scoring.obligations import State
from tests.dashboard.views.standings_by_hand import QUARTER, SCENE, TILES, standing, status


def test_whoever_is_to_be_reminded_stands_first() -> None:
    table = state_table(
        [
            standing("Ba Tơ", State.ON_TIME),
            standing("Lý Sơn", State.OVERDUE, days_late=3),
            standing("Trà Bồng", State.OVERDUE, days_late=9),
            standing("Bình Sơn", State.LATE, days_late=1),
            standing("An Phú", State.ON_TIME),
        ]
    )
    names = [row.cells[0].text for row in table.rows]
    assert names == ["Trà Bồng", "Lý Sơn", "Bình Sơn", "An Phú", "Ba Tơ"]


def test_the_heading_counts_and_the_chosen_unit_is_marked() -> None:
    given = status(
        standing("A", State.ON_TIME, code="a"), standing("B", State.OVERDUE, days_late=1, code="b")
    )
    view = completion(given, TILES, QUARTER, SCENE, "a")
    assert view.heading.title == "Quý III năm 2022"
    assert "đã nộp 1/2, chưa nộp 1" in view.heading.scope
    assert view.heading.illustrative
    assert [row.chosen for row in view.table.rows] == [False, True]


def test_map_and_table_say_the_same_of_the_same_units() -> None:
    given = status(standing("A", State.ON_TIME, code="a"), standing("B", State.LATE, code="b"))
    view = completion(given, TILES, QUARTER, SCENE, None)
    on_map = {square.name: square.state for square in view.map.squares}
    in_table = {row.cells[0].text: row.cells[1].state for row in view.table.rows}
    assert on_map == in_table


def test_a_unit_s_duties_are_its_own_only() -> None:
    given = [
        standing("A", State.ON_TIME, code="a", task="4"),
        standing("B", State.ON_TIME, code="b"),
    ]
    table = duties(given, "a", QUARTER)
    assert table is not None
    assert [row.cells[0].text for row in table.rows] == ["4. Kiểm tra tại cơ sở"]
    assert table.rows[0].cells[4].text == "Đồng chí Trưởng Ban"
    assert duties(given, None, QUARTER) is None
