from dataclasses import replace
from decimal import Decimal

from dashboard.views.appraisals import points_text
from dashboard.views.scorecard import Case, ScorecardView, scorecard_view
from dashboard.views.scorecard_lines import Known
from dashboard.views.table import Basis
from scoring.facts import Appraisal, Source
from scoring.ranking import rank
from scoring.scorecards import BlockTotal, Line, LineStatus, Result, Scorecard, UsedFigure
from tests.dashboard.views.rankings_by_hand import result
from tests.dashboard.views.standings_by_hand import QUARTER, SCENE

APPRAISED = "thẩm định: Tổ Giúp việc 2022-10-20T08:21+07:00"
FIRST = Appraisal(Decimal("3.25"), "thiếu biên bản", "Sở Nội vụ", "2022-10-20T08:21+07:00", 1)
COUNCIL = Appraisal(Decimal("3.5"), "đã bổ sung", "Thường trực", "2022-11-01T09:00+07:00", 3)
CELL = Source("ba-to.xlsx", "Biểu I", "C9", 41)
FIGURES = (
    UsedFigure("da_hop", "Số thôn đã họp", Decimal(12), source=CELL),
    UsedFigure("tong", "Tổng số thôn", None, "KPS"),
)


def line(code: str, top: str | None, final: str | None, **said: object) -> Line:
    given = {"section": "standard", "status": LineStatus.SCORED, "reason": "Có → 2 điểm"} | said
    points = None if final is None else Decimal(final)
    # Its block has a code that begins with no other's: only `top` tells where it stands.
    return Line(code, f"Tiêu chí {code}", block="khác", final=points, top=top, **given)


CARD = Scorecard(
    "a",
    "Ba Tơ",
    None,
    "2022-Q3",
    (
        line("1.1", "1", "2.00", max=Decimal(2), claimed=Decimal("1.5")),
        line("2.1.1", "2", "3.50", source=APPRAISED, appraised=Decimal("3.5")),
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


def view_of(card: Scorecard = CARD, **known: object) -> ScorecardView:
    return scorecard_view(Case(card, "Ba Tơ", QUARTER, None, **known), SCENE)


def with_line(**said: object) -> Scorecard:
    return replace(CARD, lines=(line("1.1", "1", "2.00", **said), *CARD.lines[1:]))


def headings(view: ScorecardView) -> list[str]:
    return [column.heading for column in view.table.columns]


def basis_of(view: ScorecardView) -> dict[str, Basis]:
    return {one.label: one for one in view.table.rows[1].cells[-1].basis}


def test_lines_stand_under_their_block_and_the_rest_after_them() -> None:
    rows = view_of().table.rows
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
    rows = view_of().table.rows
    assert [row.cells[4].text for row in rows][:3] == ["2,00", "2,00", "3,50"]
    assert points_text(None) == "–"


def test_a_moment_inside_a_source_is_written_for_people() -> None:
    rows = view_of().table.rows
    assert rows[3].cells[5].detail == "thẩm định: Tổ Giúp việc lúc 08:21 ngày 20/10/2022"


def test_the_rounds_stand_side_by_side_with_the_claim() -> None:
    view = view_of(with_line(claimed=Decimal(4), rounds=(FIRST, COUNCIL)))
    assert headings(view)[2:6] == [
        "Tự chấm",
        "Thẩm định lần 1",
        "Tập thể Ban Chỉ đạo",
        "Điểm tạm tính",
    ]
    assert [cell.text for cell in view.table.rows[1].cells[2:6]] == ["4", "3,25", "3,5", "2,00"]
    assert [cell.text for cell in view.table.rows[3].cells[3:5]] == ["–", "–"]


def test_each_round_says_who_when_and_why() -> None:
    basis = basis_of(view_of(with_line(rounds=(FIRST,))))
    assert basis["Thẩm định lần 1"].words == (
        "3,25 điểm, Sở Nội vụ, 08:21 ngày 20/10/2022: thiếu biên bản"
    )


def test_a_line_rests_on_its_rule_its_figures_and_their_cells() -> None:
    said = {"rule": "Tỷ lệ × 2 điểm", "article": "Điều 3", "assessor": "sonv", "figures": FIGURES}
    basis = basis_of(view_of(with_line(**said), known=Known({"sonv": "Sở Nội vụ"})))
    assert basis["Cách chấm"].words == "Tỷ lệ × 2 điểm"
    assert basis["Căn cứ"].words == "Điều 3"
    assert basis["Cơ quan thẩm định"].words == "Sở Nội vụ"
    assert basis["Số thôn đã họp"].words == "12 (ba-to.xlsx › Biểu I!C9)"
    assert dict(basis["Số thôn đã họp"].link.params) == {"id": "41"}
    assert (basis["Tổng số thôn"].words, basis["Tổng số thôn"].link) == ("không phát sinh", None)


def test_without_the_cell_there_is_no_file_to_open() -> None:
    bare = replace(FIGURES[0], source=None)
    basis = basis_of(view_of(with_line(figures=(bare,))))
    assert (basis["Số thôn đã họp"].words, basis["Số thôn đã họp"].link) == ("12", None)


def test_what_was_said_of_a_line_stands_in_it() -> None:
    known = Known({}, {"1.1": (Basis("Giải trình", "đã gửi biên bản"),)})
    assert basis_of(view_of(known=known))["Giải trình"].words == "đã gửi biên bản"


def test_the_unranked_say_why_and_the_class_gives_its_reason() -> None:
    view = view_of(replace(CARD, total=None, unranked="Chưa thẩm định tiêu chí 2.1.9"))
    assert view.heading.title == "Ba Tơ: chưa xếp thứ"
    assert view.summary[0] == "Chưa xếp thứ: Chưa thẩm định tiêu chí 2.1.9."
    noted = replace(CARD, class_reason="6,00 điểm. Có tiêu chí 0 điểm, xếp xuống Hoàn thành")
    assert "6,00 điểm. Có tiêu chí 0 điểm, xếp xuống Hoàn thành." in view_of(noted).summary
    assert not any("→" in words for words in view_of().summary), "the class says as much"


def test_a_draft_says_so_and_leads_to_no_ranking() -> None:
    view = view_of(estimate=True)
    assert "lũy kế, tạm tính, dự thảo, chưa công bố" in view.heading.scope
    assert "số liệu ước" in view.heading.scope
    assert view.back is None


def test_figures_that_disagree_are_said() -> None:
    view = view_of(replace(CARD, warnings=("Hòa giải thành ở hai mục phải bằng nhau",)))
    assert "Số liệu chưa khớp: Hòa giải thành ở hai mục phải bằng nhau." in view.summary


def test_a_table_without_points_says_passed_or_failed() -> None:
    passed = replace(CARD.lines[0], result=Result.PASSED)
    failed = replace(CARD.blocks[0], result=Result.FAILED)
    card = replace(
        CARD,
        lines=(passed, *CARD.lines[1:]),
        blocks=(failed, *CARD.blocks[1:]),
        total=None,
        result=Result.FAILED,
    )
    view = view_of(card)
    assert view.heading.title == "Ba Tơ: Không đạt"
    assert headings(view)[4] == "Kết quả"
    assert [row.cells[4].text for row in view.table.rows[:2]] == ["Không đạt", "Đạt"]


def test_only_whoever_answers_for_the_unit_is_led_to_its_evidence_and_remedies() -> None:
    published = result(period="2022")
    case = Case(CARD, "Ba Tơ", published.period, published)
    assert scorecard_view(case, SCENE).links == ()
    links = dict(scorecard_view(case, SCENE, may_act=True).links)
    assert {link.address for link in links.values()} == {"qua-trinh", "so-theo-doi"}
    draft = Case(CARD, "Ba Tơ", published.period, None)
    assert list(dict(scorecard_view(draft, SCENE, may_act=True).links)) == ["Đính kèm minh chứng"]


def test_the_place_is_told_among_those_it_is_compared_with() -> None:
    rival = replace(CARD, unit="b", name="Trà Bồng", total=Decimal("7.00"))
    found = replace(result(), ranking=rank((CARD, rival)))
    view = scorecard_view(Case(CARD, "Ba Tơ", QUARTER, found), SCENE)
    assert view.summary[0] == "Xếp thứ 2 trong 2 đơn vị được xếp thứ."
