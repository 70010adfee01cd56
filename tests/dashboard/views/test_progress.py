"""A programme's progress as a page: items, units of one item, units with figures of others."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from dashboard.views.progress import BY_UNIT, NONE_SO_FAR, Choice, progress
from dashboard.views.progress_items import items
from data_access.outside_figures import OutsideFigure, Supplied
from data_access.programmes import programme_from_text
from data_access.progress_reports import TaskSaid
from data_access.queries.programme_progress import DutyProgress, ProgrammeProgress
from scoring.obligations import State
from scoring.periods import Period
from scoring.programmes import Programme
from scoring.stages import stage_of
from tests.dashboard.views.standings_by_hand import QUARTER, SCENE, standing

TEXT = """\
programme: KH
title: Kế hoạch năm 2022
issuer: tinh
year: 2022
number: 01-KH/BCĐ
tasks:
  - {no: "1", title: Ban hành kế hoạch, when: Quý I/2022, directs: Trưởng ban}
  - {no: "4", title: Kiểm tra tại cơ sở, when: Quý III/2022}
  - {no: "5", title: Sơ kết, when: Cả năm 2022, track: xa, source: Thông báo 810-TB/TU}
figures:
  - {key: hai_long, label: Chỉ số hài lòng, source: Sở Nội vụ}
"""


def programme() -> Programme:
    found, issues = programme_from_text(TEXT)
    assert issues == ()
    return found


def duty(name: str, state: State, task: str | None = "4", reported: str = "") -> DutyProgress:
    one = standing(name, state, task=task, days_late=3 if state is State.OVERDUE else 0)
    return DutyProgress(one, stage_of(state, reported))


def found(*duties: DutyProgress, figures: dict | None = None) -> ProgrammeProgress:
    return ProgrammeProgress(programme(), duties, figures or {})


def words(view, column: int = 0) -> list[str]:
    return [row.cells[column].text for table in view.tables for row in table.rows if row.cells]


def test_every_task_is_listed_also_one_that_binds_nobody() -> None:
    listed = items(found(duty("Ba Tơ", State.ON_TIME)))
    assert [(one.code, one.met, one.expected) for one in listed] == [
        ("1", 0, 0),
        ("4", 1, 1),
        ("5", 0, 0),
    ]
    view = progress(found(duty("Ba Tơ", State.ON_TIME)), Choice(), SCENE)
    unbound = view.tables[0].rows[1].cells[0]
    assert unbound.detail == "“Quý I/2022”: chưa giao đơn vị nào"
    assert unbound.link is None


def test_a_kind_of_grassroots_stands_under_its_own_heading() -> None:
    view = progress(found(duty("Ba Tơ", State.ON_TIME)), Choice(), SCENE)
    heads = [row.cells[0].text for row in view.tables[0].rows if row.heading]
    assert heads == ["Không phân loại hình cơ sở", "Xã, phường, đặc khu"]


def test_parts_add_up_to_what_is_expected_and_leave_out_who_need_not() -> None:
    given = found(
        duty("A", State.ON_TIME),
        duty("B", State.LATE),
        duty("C", State.OVERDUE, reported="doing"),
        duty("D", State.NOT_DUE, reported="doing"),
        duty("E", State.EXEMPT),
    )
    row = next(
        row
        for row in progress(given, Choice(), SCENE).tables[0].rows
        if row.cells[0].text.startswith("4.")
    )
    assert row.cells[2].text == "2/4"
    assert [(part.state.mark, part.count) for part in row.cells[3].parts] == [
        ("●", 1),
        ("◐", 1),
        ("▸", 1),
        ("▲", 1),
    ]


def test_all_exempt_is_a_dash_and_no_zero() -> None:
    given = found(duty("A", State.EXEMPT), duty("B", State.NOT_ARISEN))
    view = progress(given, Choice(), SCENE)
    cells = [row.cells for row in view.tables[0].rows if row.cells[0].text.startswith("4.")][0]
    assert cells[2].text == "–"
    assert cells[3].text == "không đơn vị nào phải thực hiện"
    assert view.strip == ()


def test_nobody_owes_anything() -> None:
    view = progress(found(), Choice(BY_UNIT), SCENE)
    assert view.tables == ()
    assert view.said == (
        "Chương trình này không giao việc hoặc báo cáo nào cho đơn vị tại ngày xem.",
    )


def test_a_report_is_an_item_for_each_period() -> None:
    later = duty("Ba Tơ", State.NOT_DUE, task=None)
    later = replace(
        later,
        standing=replace(
            later.standing,
            obligation=replace(later.standing.obligation, period=Period(2022, 4)),
        ),
    )
    codes = [one.code for one in items(found(later, duty("Ba Tơ", State.ON_TIME, task=None)))]
    assert codes[-2:] == ["tu-cham@2022-Q3", "tu-cham@2022-Q4"]


def test_one_task_names_its_units_the_one_to_be_reminded_first() -> None:
    given = found(
        duty("A", State.ON_TIME),
        duty("B", State.OVERDUE),
        duty("C", State.NOT_DUE, reported="doing"),
    )
    view = progress(given, Choice(item="4"), SCENE)
    assert words(view) == ["B", "C", "A"]
    assert view.heading.title == "4. Kiểm tra tại cơ sở"
    assert "đã xong 1/3" in view.heading.scope
    assert "Thời gian ghi trong chương trình: “Quý III/2022”." in view.said


def test_what_is_done_names_return_sheet_and_cell() -> None:
    said = TaskSaid(
        "A", "4", "done", 17, QUARTER, datetime(2022, 10, 12, tzinfo=UTC), "0007/2022/PTN", "A",
        "Tiến độ", "D12", Decimal(100), "Đã kiểm tra 3 xã",
    )  # fmt: skip
    seen = replace(duty("A", State.ON_TIME), said=said, opens=True)
    cell = progress(found(seen), Choice(item="4"), SCENE).tables[0].rows[0].cells[4]
    assert cell.text == "Đã kiểm tra 3 xã"
    assert [one.words for one in cell.basis] == [
        "Báo cáo tiến độ quý III năm 2022, phiếu tiếp nhận 0007/2022/PTN",
        "trang tính “Tiến độ”, ô D12",
    ]
    hidden = progress(found(duty("A", State.ON_TIME)), Choice(item="4"), SCENE)
    assert hidden.tables[0].rows[0].cells[4].basis == ()


def test_who_took_over_the_duty_of_a_unit_that_ended_is_named_with_it() -> None:
    one = duty("Xã A", State.OVERDUE)
    owed = replace(one.standing.obligation, inherited_from="huyen-cu")
    taken = replace(one, standing=replace(one.standing, obligation=owed))
    view = progress(found(taken), Choice(item="4"), SCENE, {"huyen-cu": "Huyện cũ"})
    name, state = view.tables[0].rows[0].cells[:2]
    assert state.detail == "quá 3 ngày, nhận lại từ Huyện cũ"
    assert "huyen-cu" in dict(name.link.params)["ma"]


def test_a_unit_leads_to_its_duties_and_a_figure_to_those_it_counts() -> None:
    given = found(
        duty("A", State.ON_TIME),
        duty("A", State.OVERDUE, task="5"),
        duty("B", State.NOT_DUE, reported="doing"),
        duty("C", State.NOT_DUE),
    )
    view = progress(given, Choice(BY_UNIT), SCENE)
    link = view.tables[0].rows[0].cells[0].link
    assert dict(link.params) == {"chuong-trinh": "KH", "cua-don-vi": "A"}
    own = progress(given, Choice(unit="A"), SCENE, {"A": "Huyện A"})
    assert own.heading.title == "Việc, báo cáo của Huyện A: 2"
    assert words(own, 1) == ["5. Kiểm tra tại cơ sở", "4. Kiểm tra tại cơ sở"]
    for figure, units in zip(view.strip[:3], (["A"], ["B"], ["C"]), strict=True):
        stage = dict(figure.link.params)["tinh-trang"]
        assert words(progress(given, Choice(stage=stage), SCENE)) == units
        assert figure.value.split(" ")[0] == str(len(units))
    none = progress(found(duty("A", State.ON_TIME)), Choice(stage="dang-trien-khai"), SCENE)
    assert (none.tables, none.said) == ((), (NONE_SO_FAR,))


def test_an_item_that_there_is_not_is_said() -> None:
    view = progress(found(duty("A", State.ON_TIME)), Choice(item="99"), SCENE)
    assert "“99”" in view.said[0]
    assert view.tables


def test_figures_stand_beside_the_units_where_any_may_be_seen() -> None:
    supplied = Supplied(Decimal("87.5"), "Sở Nội vụ", date(2022, 12, 31), "01/BC-SNV")
    told = OutsideFigure(
        1, "A", Period(2022), "hai_long", supplied, "Thư ký", datetime(2023, 1, 5, tzinfo=UTC)
    )
    duties = (duty("A", State.ON_TIME), duty("B", State.NOT_DUE))
    view = progress(found(*duties, figures={("A", "hai_long"): told}), Choice(BY_UNIT), SCENE)
    (table,) = view.tables
    assert table.columns[-1].heading == "Chỉ số hài lòng"
    assert [row.cells[-1].text for row in table.rows] == ["87,5", "–"]
    assert table.rows[0].cells[-1].detail == "đến 31/12/2022, 01/BC-SNV"
    (without,) = progress(found(*duties), Choice(BY_UNIT), SCENE).tables
    assert len(without.columns) == len(table.columns) - 1


def test_hundreds_of_units_come_a_page_at_a_time() -> None:
    many = [duty(f"Xã {number}", State.NOT_DUE) for number in range(1, 251)]
    first = progress(found(*many), Choice(BY_UNIT), SCENE)
    last = progress(found(*many), Choice(BY_UNIT, page=9), SCENE)
    assert (len(first.tables[0].rows), len(last.tables[0].rows)) == (100, 50)
    assert first.tables[0].rows[0].cells[0].text == "Xã 1"
    assert last.pages.said == "Dòng 201–250 trong 250, trang 3/3."
