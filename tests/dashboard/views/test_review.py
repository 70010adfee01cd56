from dataclasses import replace

from dashboard.views.process import Story, difference, process
from dashboard.views.review import Case, opened, value_table, waiting
from data_access.feeds import FeedKind
from data_access.queries.returns import Preview, ReadValue
from data_access.reviews import ReviewState
from tests.dashboard.views.returns_by_hand import AT, CHANGE, ENTRY, MARK, NAMES, item
from tests.dashboard.views.standings_by_hand import QUARTER, SCENE

STORY = Story(MARK, (ENTRY,), (item(FeedKind.HANDED_IN, "0007/2022/PTN"),), (), {})
VALUES = (
    ReadValue("a", "Số vụ", "Biểu 01!D17", "3 vụ", "3"),
    ReadValue("b", "Số hộ", "Biểu 01!D18", "4", "4"),
)


def case(**changed: object) -> Case:
    entry = replace(ENTRY, **changed)
    return Case(Preview(entry, MARK, 2, (), ENTRY, None), VALUES, None, STORY)


def test_the_list_counts_what_waits() -> None:
    accepted = replace(ENTRY, id=8, review=ReviewState.ACCEPTED)
    view = waiting((ENTRY, accepted), QUARTER, NAMES, SCENE)
    assert view.heading.title == "1 báo cáo chưa thẩm tra"
    assert view.table is not None
    assert [row.cells[4].text for row in view.table.rows] == ["chưa thẩm tra", "đã chấp nhận"]
    assert waiting((), QUARTER, NAMES, SCENE).said


def test_a_long_list_stands_on_pages_that_keep_the_form() -> None:
    entries = tuple(replace(ENTRY, id=number) for number in range(1, 251))
    view = waiting(entries, QUARTER, NAMES, SCENE, "tu-cham", 2)
    assert view.heading.title == "250 báo cáo chưa thẩm tra", "counted whole"
    assert view.table is not None
    opened_from = [dict(row.cells[0].link.params)["bai"] for row in view.table.rows]
    assert opened_from == [str(number) for number in range(101, 201)]
    ways = [dict(link.params) for _, link in view.pages.ways]
    assert ways == [{"form": "tu-cham", "trang": "1"}, {"form": "tu-cham", "trang": "3"}]


def test_what_was_typed_is_shown_where_it_reads_otherwise() -> None:
    table = value_table(VALUES)
    assert table is not None
    assert [row.cells[3].text for row in table.rows] == ["3 vụ", ""]
    assert value_table(()) is None


def test_only_the_version_in_force_is_decided_on_and_only_by_who_decides() -> None:
    assert opened(case(), NAMES, SCENE, decides=True).number == 7
    assert opened(case(), NAMES, SCENE, decides=False).number is None
    older = opened(case(id=5, in_force=False), NAMES, SCENE, decides=True)
    assert older.number is None
    assert "đã được thay" in older.said
    assert older.files[0][0] == "Mở bản mới nhất"


def test_the_process_lets_the_unit_act_on_what_is_in_force() -> None:
    view = process(STORY, NAMES.forms, NAMES, SCENE, may_act=True)
    assert view.may_speak_on == 7
    assert view.submit is not None
    assert process(STORY, NAMES.forms, NAMES, SCENE, may_act=False).may_speak_on is None
    withdrawn = replace(STORY, versions=(replace(ENTRY, in_force=False, withdrawn=AT),))
    assert process(withdrawn, NAMES.forms, NAMES, SCENE, may_act=True).may_speak_on is None


def test_two_versions_without_a_difference_say_so() -> None:
    assert difference(()).said
    assert difference((CHANGE,)).table is not None
