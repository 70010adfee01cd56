from dataclasses import replace
from datetime import date

from dashboard.views.narrowing import narrow
from dashboard.views.nearly_due import nearly_due
from dashboard.views.overdue import Asked, Overdue
from data_access.standings import Standing
from scoring.obligations import State
from tests.dashboard.views.standings_by_hand import SCENE, standing

# SCENE is of 27/10/2022.
MORE = replace(standing("Sơn Hà", State.EXTENDED), last_day=date(2022, 11, 8))
SOON = (MORE, standing("Ba Tơ", State.DUE_SOON, due=date(2022, 10, 31), task="4"))


def shown(standings: tuple[Standing, ...], *, reminds: bool = True, chosen: tuple = ()) -> Overdue:
    asked = Asked(soon=True, chosen=chosen)
    return nearly_due(narrow(standings, chosen, {}), asked, SCENE, {}, reminds=reminds)


def test_the_nearest_day_stands_first_and_more_time_shows_the_first_day_too() -> None:
    view = shown(SOON)
    assert view.heading.title == "2 việc của 2 đơn vị đến hạn trong 14 ngày"
    assert [[cell.text for cell in row.cells[:4]] for row in view.table.rows] == [
        ["Ba Tơ", "4. Kiểm tra tại cơ sở", "31/10/2022", "còn 4 ngày"],
        ["Sơn Hà", "Bảng tự chấm điểm, quý III năm 2022", "08/11/2022", "còn 12 ngày"],
    ]
    assert view.table.rows[1].cells[2].detail == "hạn đầu 12/10/2022"


def test_it_goes_on_to_what_is_overdue_and_to_messages_of_both() -> None:
    ways = dict(shown(SOON, chosen=(("unit", "Ba Tơ"),)).ways)
    assert dict(ways["Xem việc quá hạn"].params) == {"unit": "Ba Tơ"}
    assert dict(ways["Soạn tin nhắc"].params) == {"unit": "Ba Tơ", "noi-dung": "sap-den-han"}
    assert list(dict(shown(SOON, reminds=False).ways)) == ["Xem việc quá hạn"]


def test_a_choice_taken_back_leaves_the_list_what_it_is_about() -> None:
    (chip,) = shown(SOON, chosen=(("unit", "Ba Tơ"),)).chips
    assert dict(chip.without.params) == {"unit": None, "noi-dung": "sap-den-han"}


def test_nothing_nearly_due_is_said() -> None:
    view = shown(())
    assert (view.table, view.heading.title) == (None, "Không có việc đến hạn trong 14 ngày")
