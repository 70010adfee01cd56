from datetime import date

from dashboard.views.own_list import months_on, own_list
from dashboard.views.own_work import OwnWork
from scoring.obligations import State
from tests.dashboard.views.standings_by_hand import SCENE, standing

# SCENE is of 27/10/2022.
WORK = OwnWork("", None)
DUTIES = (
    standing("A", State.OVERDUE, days_late=15),
    standing("A", State.DUE_SOON, due=date(2022, 10, 31), task="1"),
    standing("A", State.NOT_DUE, due=date(2022, 12, 31), task="2"),
    standing("A", State.NOT_DUE, due=date(2022, 12, 15), task="3"),
    standing("A", State.NOT_DUE, due=date(2023, 1, 28), task="4"),
    standing("A", State.NO_DEADLINE, due=None, task="5"),
    standing("A", State.ON_TIME, due=date(2022, 11, 30), task="6"),
)


def test_the_title_counts_what_is_late_and_what_is_nearly_due() -> None:
    view = own_list(DUTIES, WORK, "A", "Huyện A", SCENE)
    assert view.heading.title == "Huyện A: 1 việc quá hạn, 1 việc sắp đến hạn"
    nothing = own_list(DUTIES[2:], WORK, "A", "Huyện A", SCENE)
    assert nothing.heading.title == "Huyện A: không có việc quá hạn, sắp đến hạn"


def test_after_the_work_at_hand_the_next_three_months_by_month_with_a_countdown() -> None:
    table = own_list(DUTIES, WORK, "A", "Huyện A", SCENE).months
    said = [(row.cells[0].text, row.cells[2].text if row.cells[1:] else "") for row in table.rows]
    assert said == [
        ("Tháng 12/2022", ""),
        ("3. Kiểm tra tại cơ sở", "còn 49 ngày"),
        ("2. Kiểm tra tại cơ sở", "còn 65 ngày"),
    ]


def test_what_has_no_day_stands_apart() -> None:
    view = own_list(DUTIES, WORK, "A", "Huyện A", SCENE)
    assert view.undated.title == "1 việc không ấn định thời hạn"
    assert own_list(DUTIES[:2], WORK, "A", "Huyện A", SCENE).undated is None


def test_months_end_where_the_shorter_month_does() -> None:
    assert months_on(date(2022, 11, 30), 3) == date(2023, 2, 28)
    assert months_on(date(2022, 9, 15), 3) == date(2022, 12, 15)
