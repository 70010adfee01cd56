from dataclasses import replace

from dashboard.views.table import Table
from dashboard.views.unfinished import Unfinished, before_publishing, waiting_table
from data_access.queries.appraisals import LineState
from scoring.ranking import Unranked
from tests.dashboard.views.appraisals_by_hand import BA_TO, TRA_BONG, appraisal_line
from tests.dashboard.views.test_score_talk import ASKED, REQUEST

LABELS = {"a": "Tư Nghĩa", "525": "Trà Bồng", "535": "Ba Tơ", "530": "Sơn Tây"}
LINES = (
    appraisal_line(TRA_BONG, "1.1"),
    appraisal_line(BA_TO, "1.1"),
    appraisal_line(BA_TO, "1.2"),
    appraisal_line(BA_TO, "1.3", state=LineState.EXPLAINED),
    appraisal_line(BA_TO, "1.4", state=LineState.APPRAISED),
)


def texts(table: Table | None) -> list[list[str]]:
    assert table is not None
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_what_waits_is_counted_and_named_by_unit() -> None:
    shown = waiting_table(Unfinished(LINES, (ASKED, REQUEST), LABELS))
    assert texts(shown) == [
        ["Dòng điểm chờ thẩm định", "3", "Ba Tơ 2; Trà Bồng 1"],
        ["Giải trình đã đến, chờ thẩm định", "1", "Ba Tơ 1"],
        [
            "Yêu cầu giải trình chưa trả lời",
            "1",
            "Tư Nghĩa: tiêu chí 1.1, năm 2022, hạn 10/01/2023",
        ],
        ["Đề nghị xem xét lại chưa trả lời", "1", "Tư Nghĩa: tiêu chí 2.1.1, năm 2022"],
    ]


def test_each_leads_to_where_it_is_done() -> None:
    links = [one.cells[0].link for one in waiting_table(Unfinished(LINES, (ASKED,), LABELS)).rows]
    assert [one.address for one in links] == ["tham-dinh", "tham-dinh", "xep-loai"]
    assert dict(links[2].params) == {"unit": "a", "period": "2022", "theo": "bang"}


def test_nothing_that_waits_is_no_table() -> None:
    assert waiting_table(Unfinished((), (), LABELS)) is None
    assert before_publishing(Unfinished((), (), LABELS), ()) is None


def test_before_publication_units_without_a_place_are_named_and_that_nothing_is_done_for_them():
    unranked = Unranked("530", "Ban Chỉ đạo huyện Sơn Tây", None, "Chưa nộp", None)
    shown = before_publishing(Unfinished((), (), LABELS), (unranked,))
    assert texts(shown) == [["Đơn vị chưa xếp thứ", "1", "Sơn Tây"]]
    assert "không làm thay" in shown.notes[0]


def test_many_units_are_not_all_named() -> None:
    asked = [appraisal_line(replace(BA_TO, code=f"{at:02}"), "1.1") for at in range(10)]
    ((_, count, names),) = texts(waiting_table(Unfinished(asked, (), {})))
    assert count == "10"
    assert names.endswith("07 1 và 2 đơn vị khác")


def test_an_explanation_without_a_last_day_says_none() -> None:
    open_ended = replace(ASKED, due=None)
    ((_, _, words),) = texts(waiting_table(Unfinished((), (open_ended,), LABELS)))
    assert words == "Tư Nghĩa: tiêu chí 1.1, năm 2022"
