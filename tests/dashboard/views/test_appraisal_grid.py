from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from dashboard.views.appraisal_grid import GridLine, Typed, edits, grid_lines, points_of, seen_on
from data_access.evidence import Attachment
from data_access.moments import HANOI
from data_access.queries.appraisals import AppraisalLine, LineState
from scoring.facts import Appraisal
from scoring.periods import Period
from tests.dashboard.views.appraisals_by_hand import BA_TO, appraisal_line, leaf

FIRST = Appraisal(Decimal("3.25"), "thiếu biên bản", "Sở Nội vụ", "2022-10-20T08:21+07:00", 1)
AT = datetime(2022, 12, 1, 9, tzinfo=HANOI)
FILE = Attachment(
    7, "tu-cham", "535", Period(2022, 4), "1.1", "bien-ban.pdf", "", "pdf", 1, "", None, "", AT, AT
)


def one_line(line: AppraisalLine, *, of_one_unit: bool = True) -> GridLine:
    return grid_lines([line], {"sonv": "Sở Nội vụ"}, of_one_unit=of_one_unit)[0]


def test_the_figures_stand_side_by_side() -> None:
    line = one_line(appraisal_line(ruled=Decimal("3.50"), rounds=(FIRST,)))
    assert line.figures == (
        ("Tự chấm", "4"),
        ("Theo số liệu", "3,50"),
        ("Thẩm định lần 1", "3,25"),
    )
    assert (line.label, line.state) == ("Điểm (tối đa 5)", "chờ thẩm định")
    assert line.example == "tự chấm 4", "nobody takes it for points already given"


def test_what_the_figures_leave_out_says_what_points_would_change() -> None:
    left_out = {"excluded": True, "needed": False, "claim": Decimal(0)}
    line = one_line(appraisal_line(**left_out))
    assert line.figures == (("Tự chấm", "0"), ("Theo số liệu", "không tính điểm"))
    assert (line.example, line.state) == ("", "không tính điểm")
    assert line.notice == "Theo số liệu: không tính điểm. Ghi điểm thì tiêu chí này được tính."
    given = one_line(appraisal_line(**left_out, rounds=(FIRST,), state=LineState.APPRAISED))
    assert given.notice.endswith("Đã ghi điểm thẩm định nên tiêu chí này được tính.")
    assert given.basis[0].label == "Theo số liệu, khi không có điểm thẩm định"
    assert one_line(appraisal_line()).notice == ""


def test_only_what_waits_for_the_assessor_is_called_waiting() -> None:
    settled = appraisal_line(needed=False, ruled=Decimal(4))
    assert one_line(settled).state == "khớp số liệu, không phải thẩm định"
    assert one_line(appraisal_line(claim=None)).state == "chưa tự chấm"
    assert one_line(appraisal_line()).state == "chờ thẩm định"


def test_points_given_again_in_their_round_stay_to_be_read() -> None:
    earlier = replace(FIRST, points=Decimal(1), reason="ghi nhầm")
    line = one_line(appraisal_line(rounds=(FIRST,), superseded=(earlier,)))
    basis = {one.label: one.words for one in line.basis}
    assert basis["Thẩm định lần 1, điểm đã ghi lại sau đó"].endswith("ghi nhầm")


def test_evidence_is_one_link_away() -> None:
    (evidence,) = one_line(appraisal_line(evidence=(FILE,))).evidence
    assert (evidence.words, evidence.link.address) == ("bien-ban.pdf", "tep/minh-chung")


def test_what_a_line_rests_on_is_folded_beneath_it() -> None:
    said = {"assessor": "sonv", "rounds": (FIRST,), "ruled_reason": "Có → 4 điểm"}
    basis = {one.label: one.words for one in one_line(appraisal_line(**said)).basis}
    assert basis["Kết quả theo số liệu"] == "Có → 4 điểm"
    assert basis["Cơ quan thẩm định"] == "Sở Nội vụ"
    assert basis["Thẩm định lần 1"].endswith("thiếu biên bản")


def test_a_bonus_without_limit_names_none() -> None:
    assert one_line(appraisal_line(leaf=leaf("T1", None))).label == "Điểm"


@pytest.mark.parametrize(
    ("typed", "points"),
    [("3,25", "3.25"), (" 4 ", "4"), ("−0,5", "-0.5"), ("3.25", "3.25"), ("0", "0")],
)
def test_points_are_read_as_offices_write_them(typed: str, points: str) -> None:
    assert points_of(typed) == Decimal(points)


@pytest.mark.parametrize("typed", ["", "ba", "2.117", "1,2,3", "NaN", "5/6"])
def test_what_is_no_number_or_two_numbers_is_not_read(typed: str) -> None:
    assert points_of(typed) is None


def test_only_typed_lines_become_edits_judged_by_what_was_seen() -> None:
    lines = grid_lines(
        [appraisal_line(code=code, seen=9) for code in ("1.1", "1.2")], {}, of_one_unit=True
    )
    before = {("535", "1.1"): 5}
    (edit,) = edits([Typed(lines[0], "3,25", " Thiếu. "), Typed(lines[1], " ", "")], before)
    assert (edit.unit, edit.criterion, edit.points) == (BA_TO.code, "1.1", Decimal("3.25"))
    assert (edit.reason, edit.seen) == ("Thiếu.", 5)
    assert seen_on(lines) == {("535", "1.1"): 9, ("535", "1.2"): 9}


def test_what_cannot_be_read_is_said_at_its_line() -> None:
    line = one_line(appraisal_line())
    assert "“ba điểm”" in Typed(line, "ba điểm", "").wrong
    assert "chưa ghi điểm" in Typed(line, "", "Thiếu biên bản").wrong
    assert Typed(line, "", "").wrong == ""
    assert Typed(line, "3", "").wrong == ""
