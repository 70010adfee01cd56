"""What of a unit stands on one sheet: the figures that moved most, counts of what is left out."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from dashboard.views import area_sheet as views
from dashboard.views.area_sheet import area_sheet
from data_access.inspections import Visit, VisitEvent, VisitKind
from data_access.queries.area_sheet import AreaSheet, Rated
from data_access.queries.inspections import VisitStanding
from data_access.queries.unit_figures import ComparedFigure, UnitFigures
from data_access.rankings import Publication
from data_access.recommendations import Recommendation
from scoring.criteria_leaves import Input
from scoring.facts import Absent
from scoring.forms import Kind
from scoring.periods import parse_period
from scoring.units import Unit
from tests.builders import DEMONSTRATION_DAY, Q2, Q3, at

DAY = date(2022, 10, 20)
UNIT = Unit("001", "Ban Chỉ đạo huyện A", "ban-chi-dao-huyen", "Huyện A", "tinh")
BARE = AreaSheet(UNIT, None, DAY, (), (), (), None, None, (), ())


def figure(label: str, value: object, before: object) -> ComparedFigure:
    return ComparedFigure(Input(label, label, Kind.COUNT, "việc"), value, before)


def part(sheet: AreaSheet, index: int) -> views.Part:
    return area_sheet(sheet).parts[index]


def test_what_is_not_known_is_said() -> None:
    said = [one.said for one in area_sheet(BARE).parts]
    assert said == [
        views.NOT_RATED,
        views.NO_FIGURES,
        views.NO_DUTIES,
        views.NO_VISITS,
        views.NO_RECOMMENDATIONS,
    ]
    assert ("Theo dõi địa bàn", "chưa phân công") in area_sheet(BARE).known


def test_the_figures_that_moved_most_come_first() -> None:
    figures = (
        figure("đứng yên", Decimal(5), Decimal(5)),
        figure("tăng ít", Decimal(11), Decimal(10)),
        figure("tăng từ không", Decimal(1), Decimal(0)),
        figure("không phát sinh", Absent.NOT_ARISEN, Decimal(3)),
        figure("mới", Decimal(7), None),
    )
    shown = part(replace(BARE, figures=UnitFigures(Q3, Q2, figures)), 1)
    assert [row[0] for row in shown.rows[:2]] == ["tăng từ không", "tăng ít"]
    by_label = {row[0]: row[2:] for row in shown.rows}
    assert by_label["không phát sinh"] == ("3", "KPS")
    assert by_label["mới"] == ("–", "7")
    assert shown.headings[2:] == ("Quý II năm 2022", "Quý III năm 2022")


def test_what_does_not_fit_is_counted_and_long_words_are_cut_between_words() -> None:
    figures = tuple(figure(f"số liệu {n} " + "rất dài " * 40, Decimal(n), None) for n in range(11))
    shown = part(replace(BARE, figures=UnitFigures(Q3, Q2, figures)), 1)
    assert len(shown.rows) == 8
    assert shown.left == "và 3 số liệu khác trên hệ thống"
    assert shown.rows[0][0].endswith("dài …")
    assert max(len(row[0]) for row in shown.rows) <= 142


def test_a_published_place_is_one_sentence() -> None:
    year = parse_period("2022")
    published = Publication(1, year, None, 1, at(DEMONSTRATION_DAY).official)
    rated = Rated(year, 3, 13, Decimal("91.50"), "Hoàn thành tốt", "", published)
    said = part(replace(BARE, rated=rated), 0).said
    expected = "Năm 2022: xếp thứ 3/13, Hoàn thành tốt, 91,50 điểm (công bố ngày 31/01/2023)."
    assert said == expected
    unranked = replace(rated, place=None, total=None, class_name=None, reason="Chưa nộp")
    assert "chưa xếp thứ, chưa nộp" in part(replace(BARE, rated=unranked), 0).said


def test_the_newest_visit_first_with_its_papers_and_what_is_still_to_be_done() -> None:
    visits = tuple(visit(number, date(2022, number, 5)) for number in range(1, 6))
    shown = part(replace(BARE, visits=visits), 3)
    assert [row[0] for row in shown.rows] == ["05/05/2022", "05/04/2022", "05/03/2022"]
    assert shown.rows[0][2] == "Kết luận 5-KL ngày 05/05/2022: Tốt"
    assert shown.left == "và 2 lần khác trên hệ thống"
    told = part(replace(BARE, visits=visits), 4)
    assert [row[0] for row in told.rows] == [f"Việc {number}" for number in range(1, 5)]
    assert told.left == "và 1 kiến nghị khác trên hệ thống"


def visit(number: int, day: date) -> VisitStanding:
    moment = at(day).official
    kinds = (VisitKind.HELD, VisitKind.CONCLUSION)
    events = tuple(
        VisitEvent(n, number, kind, day, f"{number}-KL", "Tốt", None, "", "Thư ký", moment)
        for n, kind in enumerate(kinds)
    )
    told = Recommendation(number, number, "001", f"Việc {number}", day, "", "", "Thư ký", moment)
    return VisitStanding(Visit(number, 1, "001", day, True, moment, events), UNIT, (told,))
