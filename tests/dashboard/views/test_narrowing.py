from dataclasses import replace
from datetime import date

from dashboard.views.narrowing import choices, narrow
from scoring.obligations import State
from tests.dashboard.views.standings_by_hand import standing

TITLES = {"truong-ban": "Trưởng Ban", "pho-ban": "Phó Trưởng Ban"}
DUTIES = (
    standing("A", State.OVERDUE, days_late=3, task="1", offices=("truong-ban", "pho-ban")),
    standing("A", State.OVERDUE, days_late=2, reminded=(date(2022, 10, 20),)),
    standing("B", State.OVERDUE, days_late=1),
)


def counts(facet: str, *chosen: tuple[str, str]) -> dict[str, int]:
    return {one.code: one.count for one in narrow(DUTIES, chosen, TITLES).options[facet]}


def test_only_what_every_choice_fits_is_kept() -> None:
    kept = narrow(DUTIES, (("unit", "A"), ("viec", "tu-cham")), TITLES).kept
    assert kept == (DUTIES[1],)
    assert narrow(DUTIES, (("nhac", "chua"),), TITLES).kept == (DUTIES[0], DUTIES[2])
    assert narrow(DUTIES, (("chuc-danh", "pho-ban"),), TITLES).kept == (DUTIES[0],)


def test_a_facet_says_how_many_each_of_its_choices_would_leave() -> None:
    assert counts("unit") == {"A": 2, "B": 1}
    # Its own choice does not narrow it: another unit can still be chosen.
    assert counts("unit", ("unit", "A")) == {"A": 2, "B": 1}
    assert counts("viec", ("unit", "A")) == {"KH.1": 1, "tu-cham": 1}
    assert counts("viec", ("unit", "A"), ("nhac", "roi")) == {"tu-cham": 1}


def test_an_office_is_called_by_its_title_and_kinds_by_their_words() -> None:
    options = narrow(DUTIES, (), TITLES).options
    assert [one.words for one in options["chuc-danh"]] == [
        "Không ghi người chỉ đạo",
        "Phó Trưởng Ban",
        "Trưởng Ban",
    ]
    assert [one.words for one in options["loai"]] == ["Ban Chỉ đạo cấp huyện"]


def test_a_unit_without_a_group_is_in_none() -> None:
    grouped = replace(DUTIES[0], unit=replace(DUTIES[0].unit, group="Khối 1"))
    options = narrow((grouped, DUTIES[2]), (), TITLES).options
    assert [(one.code, one.count) for one in options["khoi"]] == [("Khối 1", 1)]


def test_only_what_narrows_is_read_from_an_address() -> None:
    typed = {"unit": "A", "date": "2022-10-01", "nhac": "", "trang": "2"}
    assert choices(typed) == (("unit", "A"),)
