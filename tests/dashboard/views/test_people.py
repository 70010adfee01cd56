"""Units, offices, areas and inspections as tables."""

from dataclasses import replace
from datetime import date

from dashboard.views.areas import also_followed, areas_table
from dashboard.views.heading import Scene
from dashboard.views.inspections import inspections, visits_table
from dashboard.views.offices import history_table, offices_table
from dashboard.views.recommended import recommended
from dashboard.views.units import state_of, unit_detail
from data_access.areas import Assignment, AssignmentKind, Decided
from data_access.inspections import Inspection, Team, Visit, VisitEvent, VisitKind
from data_access.offices import Holding, Office
from data_access.queries.areas import Area, Areas, FollowedUnit
from data_access.queries.inspections import InspectionStanding, VisitStanding
from data_access.queries.offices import Holder, OfficeHistory
from data_access.queries.units import UnitHistory
from data_access.recommendations import (
    Recommendation,
    RecommendationEvent,
    RecommendationKind,
)
from data_access.unit_changes import Heir, KeptEnding, UnitEnding, Withdrawal
from scoring.succession import Ending
from scoring.units import Unit
from tests.builders import at

DAY = date(2022, 9, 10)
MOMENT = at(date(2022, 3, 1)).official
UNIT = Unit("001", "Ban Chỉ đạo huyện A", "ban-chi-dao-huyen", "Huyện A", "tinh")
OTHER = Unit("002", "Ban Chỉ đạo huyện B", "ban-chi-dao-huyen", "Huyện B", "tinh")
OFFICE = Office("pho-ban", "Phó Trưởng Ban", "tinh", 1)
HELD = Holding(1, "pho-ban", "Trần Văn B", "b", date(2022, 3, 1), "1-QĐ", "Thư ký", MOMENT)
NAMES = {"001": "Huyện A", "002": "Huyện B", "tinh": "Tỉnh"}


def texts(table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_an_office_is_held_vacant_or_never_filled() -> None:
    vacant = replace(HELD, name="", user=None)
    never = Office("moi", "Ủy viên", "tinh", 2)
    holders = (Holder(OFFICE, HELD), Holder(OFFICE, vacant), Holder(never, None))
    table = offices_table(holders, NAMES, "don-vi", "b")
    assert [row[1] for row in texts(table)[1:]] == ["Trần Văn B", "(khuyết)", "–"]
    assert [row.chosen for row in table.rows] == [False, True, False, False]
    assert offices_table((), NAMES, "don-vi", "b") is None


def test_who_held_an_office_last_comes_first() -> None:
    later = replace(HELD, id=2, name="Lê Thị C", from_day=date(2022, 6, 1))
    table = history_table(OfficeHistory(OFFICE, (HELD, later)))
    assert [row[:4] for row in texts(table)] == [
        ["Lê Thị C", "01/06/2022", "nay", "1-QĐ"],
        ["Trần Văn B", "01/03/2022", "31/05/2022", "1-QĐ"],
    ]


def test_what_was_typed_in_again_for_the_same_day_never_counted() -> None:
    table = history_table(OfficeHistory(OFFICE, (HELD, replace(HELD, id=2, name="Lê Thị C"))))
    assert [row[2] for row in texts(table)] == ["nay", "đã ghi lại"]


def area(*units: Unit) -> Area:
    decided = Decided(date(2022, 3, 1), "2-QĐ/BCĐ", date(2022, 2, 28))
    assigned = AssignmentKind.ASSIGNED
    followed = (
        FollowedUnit(one, Assignment(1, "pho-ban", one.code, assigned, decided, "", MOMENT))
        for one in units
    )
    return Area(Holder(OFFICE, HELD), tuple(followed))


def test_a_reader_finds_his_own_area_and_only_the_sheets_he_may_have() -> None:
    found = Areas((area(UNIT, OTHER),), ())
    table = areas_table(found, "don-vi", "b", {"001"})
    assert texts(table)[0] == ["Phó Trưởng Ban: Trần Văn B"]
    assert [row.cells[3].text for row in table.rows[1:]] == ["Tải phiếu (PDF)", "–"]
    assert all(row.chosen for row in table.rows[1:])
    assert not any(row.chosen for row in areas_table(found, "don-vi", "khac", set()).rows)


def test_who_else_follows_a_unit_is_named() -> None:
    found = Areas((area(UNIT, OTHER),), ())
    said = "Huyện A cũng đang do Phó Trưởng Ban: Trần Văn B theo dõi."
    assert also_followed(found, "truong-ban", {"001", "003"}) == said
    assert also_followed(found, "pho-ban", {"001"}) == ""
    assert also_followed(found, "truong-ban", {"003"}) == ""


def test_units_that_nobody_follows_are_named_as_many_as_a_line_holds() -> None:
    many = tuple(replace(OTHER, code=str(n), short_name=f"Huyện {n}") for n in range(25))
    (note,) = areas_table(Areas((area(UNIT),), many), "don-vi", "", set()).notes
    assert note.startswith("Chưa phân công theo dõi 25 đơn vị cùng loại: Huyện 0, Huyện 1")
    assert note.endswith("Huyện 19 và 5 đơn vị khác.")


def test_a_unit_is_active_to_come_or_ended() -> None:
    words = [
        state_of(replace(UNIT, exists_from=begun, exists_to=ended), DAY).word
        for begun, ended in ((None, None), (date(2023, 1, 1), None), (None, date(2022, 9, 9)))
    ]
    assert words == ["đang hoạt động", "chưa thành lập", "đã kết thúc"]


def test_what_became_of_a_unit() -> None:
    heirs = (Heir("002", takes_duties=True), Heir("004", takes_duties=False))
    ending = UnitEnding("001", Ending.SPLIT, date(2022, 6, 30), heirs, "20/NQ", date(2022, 6, 20))
    ended = replace(UNIT, exists_to=date(2022, 6, 30))
    commune = Unit("0011", "Xã X", "xa")
    kept = KeptEnding(ending, "Thư ký", MOMENT)
    history = UnitHistory(ended, "", kept, (), (commune,))
    view = unit_detail(history, NAMES, (), DAY, may_open=False)
    assert view.ways == ()
    assert ("Còn trực thuộc", "1 đơn vị vẫn hoạt động: Xã X") in view.said
    (row,) = view.changes.rows
    assert [cell.text for cell in row.cells] == [
        "Huyện A",
        "30/06/2022",
        "20/NQ",
        "Huyện B (nhận việc còn dở); 004",
    ]
    back = Withdrawal("Ghi nhầm", "Thư ký", MOMENT)
    wrong = UnitHistory(UNIT, "", None, (), (), (replace(kept, withdrawn=back),))
    (row,) = unit_detail(wrong, NAMES, (), DAY, may_open=False).changes.rows
    assert row.cells[0].detail == "chia tách; đã rút lại ngày 01/03/2022: Ghi nhầm"
    going_on = UnitHistory(UNIT, "", None, (), ())
    view = unit_detail(going_on, NAMES, (), DAY, may_open=True)
    assert ("Theo dõi địa bàn", "chưa phân công") in view.said
    assert view.changes is None
    assert len(view.ways) == 3


def visit(*kinds: VisitKind, told: tuple[Recommendation, ...] = ()) -> VisitStanding:
    events = tuple(
        VisitEvent(n, 1, kind, date(2022, 9, 5 + n), "", "", None, "", "Thư ký", MOMENT)
        for n, kind in enumerate(kinds)
    )
    planned = Visit(1, 1, "001", date(2022, 9, 1), announced=False, at=MOMENT, events=events)
    return VisitStanding(planned, UNIT, told)


def test_a_visit_says_how_far_it_is() -> None:
    held, moved = VisitKind.HELD, VisitKind.MOVED
    stages = ((), (moved,), (held,), (held, VisitKind.CONCLUSION), (VisitKind.CANCELLED,))
    table = visits_table([visit(*kinds) for kinds in stages], DAY)
    words = [row.cells[2].state.word for row in table.rows]
    assert words == ["đã xếp lịch", "đã xếp lịch", "đã tiến hành", "đã kết luận", "đã hủy"]
    assert [row.cells[1].alarm for row in table.rows] == [True, True, False, False, False]
    assert [row.cells[1].text for row in table.rows[:2]] == ["01/09/2022", "05/09/2022"]


def recommendation(due: date, *done: date, number: int = 1) -> Recommendation:
    kind = RecommendationKind.DONE
    events = tuple(RecommendationEvent(kind, day, "Xong", "Cán bộ", MOMENT) for day in done)
    return Recommendation(number, 1, "001", f"Việc {number}", due, "", "", "", MOMENT, events)


def test_a_recommendation_is_open_overdue_or_done_in_time_or_late() -> None:
    told = (
        recommendation(DAY, DAY, number=1),
        recommendation(DAY, date(2022, 9, 11), number=2),
        recommendation(date(2022, 9, 9), number=3),
        recommendation(date(2022, 9, 24), number=4),
        recommendation(date(2022, 9, 25), number=5),
    )
    table = recommended([visit(VisitKind.HELD, told=told)], DAY)
    words = {row.cells[0].text: row.cells[3].state.word for row in table.rows}
    assert words == {
        "Việc 1": "đã thực hiện",
        "Việc 2": "thực hiện trễ",
        "Việc 3": "quá hạn",
        "Việc 4": "sắp đến hạn",
        "Việc 5": "chưa đến hạn",
    }
    assert texts(table)[0][0] == "Việc 3", "open ones first"
    assert table.rows[0].cells[3].detail == "quá hạn 1 ngày"
    assert table.title == "5 kiến nghị: 2 đã thực hiện, 1 quá hạn"


def test_an_inspection_names_its_team_once_and_its_blank_number() -> None:
    scene = Scene("Ban Chỉ đạo", "BCĐ", illustrative=False, day=DAY)
    for head in ("Nguyễn Văn A", "Nguyễn Văn A (Trưởng đoàn)"):
        team = Team(2022, "Kiểm tra", (head, "Lê Thị C"), "", programme="KH", task="13")
        found = InspectionStanding(Inspection(7, team, "", MOMENT), (visit(),))
        view = inspections([found], scene, [2022], None, {"KH": "Kế hoạch năm 2022"})
        (book,) = view.books
        assert ("Đoàn kiểm tra", "Nguyễn Văn A (Trưởng đoàn); Lê Thị C") in book.said
        assert ("Quyết định", "(chưa có số)") in book.said
        assert ("Thực hiện", "Kế hoạch năm 2022, mục 13") in book.said
        assert view.choices.unnumbered == {"7": "7. Kiểm tra"}, "named as on the page"
        assert list(view.choices.planned) == ["1"]
        assert view.heading.title == "0/1 nơi đã kiểm tra, 0 kiến nghị chưa thực hiện xong"
