from dataclasses import replace
from datetime import date

from dashboard.views.own_work import EXPLAIN, NOTHING_TO_DO, own_work
from data_access.reviews import ReviewState
from scoring.obligations import State
from tests.dashboard.views.returns_by_hand import ENTRY, NAMES
from tests.dashboard.views.standings_by_hand import standing
from tests.dashboard.views.test_score_talk import ASKED, REQUEST

# Three days before the due day of the standings made by hand.
DAY = date(2022, 10, 9)


def test_what_was_sent_back_comes_first_then_what_is_longest_overdue() -> None:
    standings = (
        standing("A", State.DUE_SOON, code="a"),
        standing("A", State.OVERDUE, days_late=3, code="a"),
        standing("A", State.OVERDUE, days_late=9, code="a"),
        standing("A", State.ON_TIME, code="a"),
        standing("B", State.OVERDUE, days_late=30, code="b"),
    )
    returned = replace(ENTRY, review=ReviewState.SENT_BACK)
    view = own_work(standings, (returned, ENTRY), "a", NAMES, DAY)
    assert view.table is not None
    assert view.table.title == "4 việc của đơn vị cần làm"
    said = [row.cells[1].text or row.cells[2].detail for row in view.table.rows]
    assert said == ["trả lại để sửa", "quá 9 ngày", "quá 3 ngày", "còn 3 ngày"]


def test_a_unit_with_nothing_to_do_is_told_so() -> None:
    view = own_work((standing("A", State.ON_TIME, code="a"),), (ENTRY,), "a", NAMES, DAY)
    assert (view.said, view.table) == (NOTHING_TO_DO, None)


def test_points_to_be_explained_come_first_with_their_last_day_and_where_to_answer() -> None:
    late = standing("A", State.OVERDUE, days_late=3, code="a")
    of_another = replace(ASKED, unit="b")
    view = own_work((late,), (), "a", NAMES, DAY, (ASKED, of_another, REQUEST))
    assert view.table is not None
    assert view.table.title == "2 việc của đơn vị cần làm"
    first = view.table.rows[0].cells
    assert [cell.text for cell in first] == ["Giải trình điểm tiêu chí 1.1", EXPLAIN, "10/01/2023"]
    assert dict(first[0].link.params)["unit"] == "a"
