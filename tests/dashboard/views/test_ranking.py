from dataclasses import replace
from datetime import date
from decimal import Decimal

from dashboard.views.moved_units import moved_units
from dashboard.views.ranking import ranking_table
from dashboard.views.ranking_columns import Parts
from scoring.criteria_terms import Rounding, TableKind, Ties
from scoring.ranking import Place, Ranking, Unranked
from scoring.scorecards import Line, LineStatus, Result, Standing
from scoring.side_by_side import GivenPlace, PlacePair
from tests.dashboard.views.rankings_by_hand import (
    CRITERIA,
    FOUR,
    MOVED,
    WAITING,
    card,
    corrected,
    result,
)


def texts(table):
    return [[cell.text for cell in row.cells] for row in table.rows]


def headings(table):
    return [column.heading for column in table.columns]


def test_the_years_table_as_an_office_prints_it():
    table = ranking_table(result())

    assert headings(table) == [
        "TT",
        "Đơn vị",
        "Mục 1",
        "Mục 2",
        "Điểm thưởng",
        "Điểm trừ",
        "Tổng điểm",
        "Xếp thứ",
        "Xếp loại",
        "Ghi chú",
    ]
    excellent, good, done = "Hoàn thành xuất sắc", "Hoàn thành tốt", "Hoàn thành"
    reason = "Chưa xếp thứ: chưa nộp bảng tự chấm điểm"
    none = ["–"] * 7
    assert texts(table) == [
        ["1", "Đức Phổ", "10,00", "84,00", "1,50", "-0,25", "95,25", "1", excellent, ""],
        ["2", "Ba Tơ", "9,00", "80,50", "0,00", "0,00", "89,50", "2", good, ""],
        ["3", "Trà Bồng", "9,50", "80,00", "0,00", "0,00", "89,50", "2", good, ""],
        ["4", "Lý Sơn", "8,00", "70,00", "0,00", "0,00", "78,00", "4", done, "Bị hạ loại"],
        ["5", "Sơn Hà", *none, reason],
    ]
    assert [row.ranked for row in table.rows] == [True, True, True, True, False]


def test_the_title_names_the_period_and_the_scope_counts_the_units():
    table = ranking_table(result())

    assert table.title == "Bảng tổng hợp"
    assert table.subject == (
        "Kết quả đánh giá, xếp loại thực hiện Quy chế dân chủ ở cơ sở năm 2022"
    )
    assert table.scope == "Huyện, thị, thành ủy: 5 đơn vị (4 xếp thứ, 1 chưa xếp thứ)"
    assert (table.qualifier, table.marks, table.draft) == ("", (), False)


def test_a_quarter_is_cumulative_even_when_published_and_has_no_classes():
    table = ranking_table(result(period="2022-Q3"))

    assert table.qualifier == "lũy kế, tạm tính"
    assert table.subject.endswith("quý III năm 2022")
    assert "Xếp loại" not in headings(table)
    assert any("lũy kế từ đầu năm" in note for note in table.notes)


def test_an_unpublished_year_is_a_draft_and_provisional():
    table = ranking_table(result(published=False))

    assert table.draft
    assert table.marks == ("Dự thảo", "Tạm tính")
    assert table.file_name == "xep-loai-2022-du-thao"


def test_illustrative_figures_are_marked():
    table = ranking_table(result(criteria=replace(CRITERIA, illustrative=True)))

    assert table.illustrative
    assert "Số liệu minh họa" in table.marks


def test_the_notes_say_the_rules_the_table_was_made_by():
    notes = ranking_table(result()).notes

    assert notes[0].startswith("Mục 1: Văn bản; Mục 2: Tham mưu")
    assert "Đơn vị bằng tổng điểm xếp cùng thứ; thứ kế tiếp bỏ qua (1-2-2-4)." in notes
    assert (
        "Điểm từng tiêu chí làm tròn đến 2 chữ số thập phân (từ 5 trở lên làm tròn lên); "
        "tổng điểm là tổng các điểm đã làm tròn."
    ) in notes
    assert "Căn cứ chấm điểm: Bảng tiêu chí năm 2022, phiên bản 2." in notes
    assert "Số liệu đã công bố lúc 09:30 ngày 12/01/2023 (số công bố 7)." in notes


def test_the_decision_behind_the_criteria_is_named():
    decided = replace(
        CRITERIA, decision="29-HD/BCĐ", decided_on=date(2018, 3, 24), issuer="Ban Chỉ đạo tỉnh"
    )
    notes = ranking_table(result(criteria=decided)).notes

    assert any("số 29-HD/BCĐ ngày 24/03/2018 của Ban Chỉ đạo tỉnh" in note for note in notes)


def test_a_draft_says_the_day_of_its_data_only_when_told():
    draft = result(published=False)

    assert not any(note.startswith("Số liệu đ") for note in ranking_table(draft).notes)
    told = ranking_table(draft, as_of=date(2022, 12, 5)).notes
    assert "Số liệu đến ngày 05/12/2022." in told


def test_groups_are_ranked_apart_under_their_own_headings():
    cards = (card("B", "9.00", "80.00", group="Cụm 10"), card("A", "8.00", "80.00", group="Cụm 2"))
    table = ranking_table(result(cards))

    assert [group.heading for group in table.groups] == ["Cụm 2", "Cụm 10"]
    assert [row.cells[0].text for row in table.rows] == ["1", "1"]
    assert list(table.frame()["Khối"]) == ["Cụm 2", "Cụm 10"]
    assert table.scope == "2 khối, 2 đơn vị"


def test_the_frame_says_the_same_as_the_table():
    table = ranking_table(result())
    frame = table.frame()

    assert list(frame.columns) == headings(table)
    assert frame.to_numpy().tolist() == texts(table)


def test_each_row_adds_up_whatever_the_total_is_made_of():
    outside = Line("3", "Tiêu chí lẻ", None, "standard", LineStatus.SCORED, "", final=Decimal("2"))
    odd = replace(FOUR[0], lines=(outside,), total=Decimal("90.00"))
    table = ranking_table(result((odd, *FOUR[1:])), Parts(outside=("3",)))

    assert headings(table)[2:8] == [
        "Mục 1",
        "Mục 2",
        "Ngoài các mục",
        "Điều chỉnh",
        "Điểm thưởng",
        "Điểm trừ",
    ]
    for row in table.rows:
        values = [cell.value or Decimal(0) for cell in row.cells[2:9]]
        assert sum(values[:6]) == values[6], row.unit
    assert any(note.startswith("Cột “Điều chỉnh”") for note in table.notes)


def test_bonuses_inside_a_block_are_counted_there_and_not_twice():
    inner = Line("1.9", "Thưởng", "1", "bonus", LineStatus.SCORED, "", final=Decimal("1.00"))
    one = replace(FOUR[2], lines=(inner,), plus=Decimal("2.50"))
    table = ranking_table(result((one,)), Parts(bonuses=("1.9",)))

    assert headings(table)[2:7] == ["Mục 1", "Mục 2", "Điểm thưởng", "Điểm trừ", "Tổng điểm"]
    assert [cell.text for cell in table.rows[0].cells[2:7]] == [
        "10,00",
        "84,00",
        "1,50",
        "-0,25",
        "95,25",
    ]


def test_standings_without_words_make_the_same_table():
    def standing(card):
        names = ("unit", "name", "group", "period", "blocks", "max", "total", "plus", "minus")
        return Standing(**{name: getattr(card, name) for name in names})

    whole = result(FOUR, published=False)
    without = replace(whole, cards=tuple(map(standing, FOUR)))
    assert texts(ranking_table(without)) == texts(ranking_table(whole))


def test_a_total_keeps_its_own_places():
    head = replace(CRITERIA, rounding=Rounding(2, "half_up", 1))
    ranked = result((replace(FOUR[0], total=Decimal("89.5")),), criteria=head)
    table = ranking_table(ranked)

    assert table.rows[0].cells[6].text == "89,5"
    assert any(note.endswith("làm tròn đến 1 chữ số thập phân.") for note in table.notes)


def test_the_note_on_ties_follows_the_table():
    def said(ties):
        return " ".join(ranking_table(result(criteria=replace(CRITERIA, ties=ties))).notes)

    assert "1-2-2-3" in said(Ties.DENSE)
    assert "chỉ tiêu phụ" in said(Ties.CHAIN)
    assert "1-2-2-4" not in said(Ties.DENSE) + said(Ties.CHAIN)


def test_a_table_of_passed_and_failed_has_results_and_no_places():
    head = replace(CRITERIA, kind=TableKind.PASS_FAIL)
    blocks = tuple(replace(block, result=Result.PASSED) for block in FOUR[0].blocks)
    one = replace(FOUR[0], blocks=blocks, total=None, result=Result.PASSED)
    listed = Unranked(one.unit, one.name, one.group, "Đạt", "Đạt", Result.PASSED)
    ranked = replace(result((one,), criteria=head), ranking=Ranking((), (listed,)))
    table = ranking_table(ranked)

    assert headings(table) == ["TT", "Đơn vị", "Mục 1", "Mục 2", "Xếp loại", "Ghi chú"]
    assert texts(table) == [["1", "Trà Bồng", "Đạt", "Đạt", "Đạt", "Đạt"]]
    assert not any("làm tròn" in note or "0 điểm" in note for note in table.notes)


def test_a_table_that_only_ranks_has_places_and_no_points():
    head = replace(CRITERIA, kind=TableKind.RANK_ONLY)
    one = replace(FOUR[0], blocks=(), total=None, max=Decimal(0))
    place = Place(1, one.unit, one.name, one.group, None, None, "Theo tỷ lệ: 98")
    ranked = replace(result((one,), criteria=head), ranking=Ranking((place,), ()))
    table = ranking_table(ranked)

    assert headings(table) == ["TT", "Đơn vị", "Xếp thứ", "Xếp loại", "Ghi chú"]
    assert table.rows[0].cells[2].text == "1"
    assert "Xếp thứ theo các chỉ tiêu của bảng tiêu chí, không tính điểm." in table.notes


def test_a_correction_says_which_document_it_puts_right_why_and_whom_it_moved():
    correction = corrected(*MOVED)
    table = ranking_table(replace(result(), published=correction.after), correction=correction)

    assert table.qualifier == "đính chính"
    assert (
        "Đính chính lần công bố số 7 (văn bản số 12-QĐ/BCĐ ngày 12/01/2023): Cộng nhầm mục 2."
        in table.notes
    )
    assert any("theo văn bản số 15-QĐ/BCĐ ngày 01/02/2023" in note for note in table.notes)
    assert table.moved.headings == ("Đơn vị", "Xếp thứ", "Tổng điểm", "Xếp loại")
    assert table.moved.rows == (
        ("Ba Tơ", "3 → 2", "88,50 → 89,50", "Hoàn thành → Hoàn thành tốt"),
        ("Lý Sơn", "4", "77,50 → 78,00", "Hoàn thành"),
    )


def test_what_a_ranking_has_none_of_is_no_column_of_its_correction():
    moved = PlacePair("SNV", "Sở Nội vụ", None, None, GivenPlace(None, None, "Đạt", ""))

    assert moved_units(corrected(moved)).headings == ("Đơn vị", "Xếp loại")
    assert moved_units(corrected(moved)).rows == (("Sở Nội vụ", "– → Đạt"),)


def test_a_correction_that_moved_nobody_says_so():
    table = ranking_table(result(), correction=corrected())

    assert table.moved is None
    assert any("không làm thay đổi" in note for note in table.notes)


def test_different_maxima_get_a_column_of_their_own():
    cards = (FOUR[0], replace(FOUR[1], max=Decimal(95)))
    table = ranking_table(result(cards))

    assert "Điểm tối đa" in headings(table)
    assert not any(note.startswith("Tổng điểm tối đa") for note in table.notes)


def test_a_table_without_units_still_stands():
    table = ranking_table(result(()))

    assert table.rows == ()
    assert table.scope == "0 đơn vị"


def test_nobody_ranked_is_a_table_of_reasons():
    table = ranking_table(result((WAITING,), published=False))

    assert [row.cells[-1].text for row in table.rows] == [
        "Chưa xếp thứ: chưa nộp bảng tự chấm điểm"
    ]
