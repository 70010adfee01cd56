from datetime import date

from dashboard.views.directed import Mine, directed
from scoring.obligations import State
from tests.dashboard.views.standings_by_hand import SCENE, standing

HEAD = ("truong-ban", "Trưởng Ban")
DUTIES = (
    standing("A", State.OVERDUE, days_late=9, task="1", offices=("truong-ban",)),
    standing("B", State.ON_TIME, task="1", offices=("truong-ban",)),
    standing("C", State.EXEMPT, task="1", offices=("truong-ban",)),
    standing("A", State.DUE_SOON, reminded=(date(2022, 10, 20),)),
    standing("B", State.OVERDUE, days_late=4, task="2"),
)


def test_a_member_sees_the_work_he_directs_and_how_far_it_is() -> None:
    view = directed(DUTIES, Mine((HEAD,), frozenset()), SCENE)
    assert view.heading.title == "1 việc quá hạn, 0 việc sắp đến hạn"
    assert "Trưởng Ban" in view.heading.scope
    assert view.units is None
    (row,) = view.works.rows
    assert [cell.text for cell in row.cells] == [
        "1. Kiểm tra tại cơ sở",
        "1",
        "–",
        "1/2 đơn vị",
        "9",
    ]
    params = dict(row.cells[0].link.params)
    assert params == {"unit": None, "viec": "KH.1", "chuc-danh": "truong-ban"}


def test_and_the_units_he_follows_the_most_overdue_first() -> None:
    view = directed(DUTIES, Mine((), frozenset({"A", "B", "C"})), SCENE)
    assert view.works is None
    assert [[cell.text for cell in row.cells] for row in view.units.rows] == [
        ["A", "1", "1", "9", "chưa nhắc"],
        ["B", "1", "–", "4", "chưa nhắc"],
    ]


def test_a_duty_that_is_both_is_counted_once() -> None:
    view = directed(DUTIES, Mine((HEAD,), frozenset({"A", "B"})), SCENE)
    assert view.heading.title == "2 việc quá hạn, 1 việc sắp đến hạn"


def test_whoever_directs_and_follows_nothing_is_told_what_to_do() -> None:
    view = directed(DUTIES, Mine((), frozenset()), SCENE)
    assert (view.works, view.units) == (None, None)
    assert "Chọn một đơn vị" in view.said
