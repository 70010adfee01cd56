from dataclasses import replace
from decimal import Decimal

from dashboard.views.scorecard import points_text, scorecard_view
from scoring.scorecards import BlockTotal, Line, LineStatus, Scorecard
from tests.dashboard.views.standings_by_hand import QUARTER, SCENE

APPRAISED = "thẩm định: Tổ Giúp việc 2022-10-20T08:21+07:00"


def line(code: str, block: str | None, final: str | None, **said: object) -> Line:
    given = {"section": "standard", "status": LineStatus.SCORED, "reason": "Có → 2 điểm"} | said
    points = None if final is None else Decimal(final)
    return Line(code=code, text=f"Tiêu chí {code}", block=block, final=points, **given)


CARD = Scorecard(
    "a",
    "Ba Tơ",
    None,
    "2022-Q3",
    (
        line("1.1", "1", "2.00", max=Decimal(2), claimed=Decimal("1.5")),
        line("2.1.1", "2.1", "3.50", source=APPRAISED, appraised=Decimal("3.5")),
        line("Đ", None, "-0.50", status=LineStatus.ADJUSTMENT, reason="Quá mức tối đa"),
        line("T1", None, "1.00", section="bonus"),
    ),
    (
        BlockTotal("1", "Văn bản", Decimal(10), Decimal("2.00")),
        BlockTotal("2", "Thực hiện", Decimal(90), Decimal("3.50")),
    ),
    Decimal(100),
    total=Decimal("6.00"),
    plus=Decimal("1.00"),
    minus=Decimal("0.00"),
    class_name="Hoàn thành",
    class_reason="6,00 điểm → Hoàn thành",
)


def test_lines_stand_under_their_block_and_the_rest_after_them() -> None:
    rows = scorecard_view(CARD, "Ba Tơ", None, QUARTER, SCENE).table.rows
    assert [row.cells[0].text for row in rows] == [
        "1. Văn bản",
        "1.1. Tiêu chí 1.1",
        "2. Thực hiện",
        "2.1.1. Tiêu chí 2.1.1",
        "Tiêu chí Đ",
        "Điểm thưởng",
        "T1. Tiêu chí T1",
        "Tổng điểm",
    ]
    assert [row.heading for row in rows] == [True, False, True, False, False, True, False, True]


def test_official_points_keep_their_places_and_the_comma() -> None:
    rows = scorecard_view(CARD, "Ba Tơ", None, QUARTER, SCENE).table.rows
    assert [row.cells[4].text for row in rows][:3] == ["2,00", "2,00", "3,50"]
    assert points_text(None) == "–"


def test_a_moment_inside_a_source_is_written_for_people() -> None:
    rows = scorecard_view(CARD, "Ba Tơ", None, QUARTER, SCENE).table.rows
    assert rows[3].cells[5].detail == "thẩm định: Tổ Giúp việc lúc 08:21 ngày 20/10/2022"


def test_the_unranked_say_why_and_the_class_gives_its_reason() -> None:
    unranked = replace(CARD, total=None, unranked="Chưa thẩm định tiêu chí 2.1.9")
    view = scorecard_view(unranked, "Ba Tơ", None, QUARTER, SCENE)
    assert view.heading.title == "Ba Tơ: chưa xếp thứ"
    assert view.summary[0] == "Chưa xếp thứ: Chưa thẩm định tiêu chí 2.1.9."
    ranked = scorecard_view(CARD, "Ba Tơ", None, QUARTER, SCENE)
    assert "6,00 điểm → Hoàn thành" in ranked.summary


def test_a_draft_says_so_and_leads_to_no_ranking() -> None:
    view = scorecard_view(CARD, "Ba Tơ", None, QUARTER, SCENE)
    assert "lũy kế, tạm tính, dự thảo, chưa công bố" in view.heading.scope
    assert view.back is None
