from dataclasses import replace
from datetime import date

from dashboard.views.criteria import (
    NO_DIFFERENCE,
    SOUND,
    WRONG,
    checked,
    criteria,
    criteria_page,
    difference,
)
from dashboard.views.criteria_words import issued_words, word_tables
from dashboard.views.table import Table
from data_access.criteria_files import criteria_from_text
from data_access.queries.criteria import ReadTable, SetEntry
from scoring.criteria import CriteriaSet, Decision
from scoring.criteria_diff import Change
from scoring.issues import Code, Where, issue
from scoring.periods import parse_period
from tests.builders import CRITERIA
from tests.dashboard.views.standings_by_hand import SCENE

ENDINGS = """\
bonuses:
  - code: T1
    text: Mô hình
    max: 1
    inputs: [{key: mo_hinh, label: Số mô hình, kind: count}]
    rule: {type: count, figure: mo_hinh, points: 1}
vetoes:
  - code: L1
    text: Bị kỷ luật
    class: Hoàn thành
    inputs: [{key: ky_luat, label: Có người bị kỷ luật, kind: yes_no}]
    rule: {type: veto, figure: ky_luat}
"""


def parsed(text: str = CRITERIA) -> CriteriaSet:
    table, issues = criteria_from_text(text)
    assert table is not None, issues
    return table


TABLE = parsed()
SECOND = replace(TABLE, version="2")
ENTRIES = (SetEntry(TABLE, (parse_period("2022"),)), SetEntry(SECOND, ()))


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_tables_are_listed_with_decision_force_and_what_was_published_on_them() -> None:
    view = criteria(ENTRIES, SCENE, may_import=False)
    assert view.table is not None
    first = view.table.rows[0].cells
    assert first[0].detail == "Mã nho, phiên bản 1"
    assert first[1].text == "01-HD/BCĐ ngày 24/03/2022 của Ban Chỉ đạo tỉnh (số liệu minh họa)"
    assert first[2].text == "từ 01/01/2022"
    assert first[2].detail == "đang có hiệu lực"
    assert first[3].text == "Ban Chỉ đạo cấp huyện"
    assert [row.cells[4].text for row in view.table.rows] == ["năm 2022", ""]
    assert criteria((), SCENE, may_import=False).said


def test_a_table_not_yet_in_force_does_not_say_that_it_is() -> None:
    later = SetEntry(replace(TABLE, in_force_from=date(2024, 1, 1)), ())
    view = criteria((later,), SCENE, may_import=False)
    assert view.table is not None
    assert view.table.rows[0].cells[2].detail == ""


def test_what_issued_a_table_is_told_as_far_as_it_is_known() -> None:
    assert issued_words(replace(TABLE, decision=None)).startswith("Bảng minh họa")
    assert issued_words(replace(TABLE, decision=None, illustrative=False)) == ""
    alone = replace(TABLE, decision=Decision("", None, "Sở Tư pháp"), illustrative=False)
    assert issued_words(alone) == "Sở Tư pháp"


def test_the_criteria_stand_under_their_blocks_and_parts() -> None:
    rows = word_tables(parsed(CRITERIA + ENDINGS), {})[0].rows
    headings = [row.cells[0].text for row in rows if row.heading]
    assert headings == ["1. Tổ chức thực hiện", "Điểm thưởng", "Trường hợp bị hạ loại"]
    leaf = next(row for row in rows if row.cells[0].text == "1.1. Ban hành kế hoạch")
    assert leaf.cells[1].text == "4"
    assert "Đã ban hành kế hoạch" in leaf.cells[2].text
    yearly = next(row for row in rows if row.cells[0].text.startswith("1.4."))
    assert yearly.cells[3].text == "năm"


def test_an_assessor_is_called_by_name() -> None:
    table = parsed(
        CRITERIA.replace(
            "    max: 10\n    children", "    assessor: SNV\n    max: 10\n    children"
        )
    )
    row = next(row for row in word_tables(table, {"SNV": "Sở Nội vụ"})[0].rows if not row.heading)
    assert row.cells[3].detail == "thẩm định: Sở Nội vụ"


def test_what_holds_for_the_whole_table_stands_beneath() -> None:
    provisions = dict(texts(word_tables(TABLE, {})[1]))
    assert provisions["Tổng điểm chuẩn"] == "10"
    assert provisions["Xếp loại “Hoàn thành tốt”"] == "từ 8 điểm"


def test_a_version_is_compared_first_with_another_of_the_same_table() -> None:
    other = SetEntry(replace(TABLE, code="khac", version="9"), ())
    page = criteria_page(ENTRIES[1], (*ENTRIES, other), {}, SCENE)
    assert [name for name, _ in page.versions] == ["nho/2", "nho/1", "khac/9"]
    assert [dict(link.params)["dang"] for _, link in page.files] == ["xlsx", "yaml"]
    assert ("Đã dùng để công bố", "năm 2022") in criteria_page(ENTRIES[0], ENTRIES, {}, SCENE).lines


def test_changes_are_told_one_by_one() -> None:
    change = Change("1.1", "Đổi điểm tối đa", "5", "4")
    view = difference((change,))
    assert view.table is not None
    assert texts(view.table) == [["1.1", "Đổi điểm tối đa", "5", "4"]]
    assert difference(()).said == NO_DIFFERENCE


def test_a_sound_file_says_what_it_would_change_before_it_is_brought_in() -> None:
    read = ReadTable(CRITERIA, TABLE, ())
    view = checked(read, {}, SECOND, (Change("1.1", "Đổi điểm tối đa", "5", "4"),))
    assert view.said == SOUND
    assert view.difference is not None
    assert view.difference.said == "So với phiên bản 2 đang lưu, tệp này có 1 thay đổi."
    assert "phiên bản 1" in view.done
    assert checked(read, {}, None, ()).difference is None
    same = checked(read, {}, SECOND, ()).difference
    assert same is not None and "không có thay đổi" in same.said


def test_a_wrong_file_shows_where_and_cannot_be_brought_in() -> None:
    _, issues = criteria_from_text(CRITERIA.replace("kind: count", "kind: cuont"))
    view = checked(ReadTable(None, None, issues), {}, None, ())
    assert view.said == WRONG
    assert view.text is None
    assert view.issues is not None
    assert "inputs" in view.issues.rows[0].cells[0].text


DOUBT = issue(Where("blocks"), Code.INPUT_UNUSED, value="x")


def test_a_table_that_is_in_order_needs_no_agreement_and_a_doubtful_one_names_why() -> None:
    sound = ReadTable(CRITERIA, TABLE, ())
    assert checked(sound, {}, None, ()).agreeing == ""
    unsigned = ReadTable(CRITERIA, replace(TABLE, decision=None), (DOUBT, DOUBT))
    view = checked(unsigned, {}, None, ())
    assert len(view.issues.rows) == 1, "told once"
    assert "1 nội dung cần xem lại nêu ở trên" in view.agreeing
    assert "chưa đủ số, ngày văn bản" in view.agreeing
