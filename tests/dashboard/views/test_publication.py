from dataclasses import replace
from datetime import date
from decimal import Decimal

from dashboard.views.correcting import preview
from dashboard.views.left_open import left_open
from dashboard.views.moved_units import NOBODY
from dashboard.views.publication import moved_table, official
from data_access.queries.publications import Correction
from data_access.rankings import PublicationKind
from scoring.criteria import CriteriaSet
from scoring.criteria_classes import ClassBand, RankingRule
from scoring.criteria_terms import Ties
from scoring.side_by_side import PlacePair
from tests.dashboard.views.rankings_by_hand import FOUR, card, given, result

OLD = result().published
NEW = replace(OLD, id=2, number=9, kind=PublicationKind.ERRATUM, reason="Cộng nhầm", replaces=1)


MOVED = PlacePair("Ba Tơ", "Ba Tơ", None, given(3, "80.00", "Hoàn thành"), given(2, "81.50", "Tốt"))
STAYED = PlacePair("Lý Sơn", "Lý Sơn", None, given(1, "90.00"), given(1, "90.00"))
LEFT = PlacePair("Sơn Hà", "Sơn Hà", None, given(4, "70.00"), given(None, None))


def correction(*places: PlacePair) -> Correction:
    return Correction(OLD, NEW, PublicationKind.ERRATUM, "Cộng nhầm", places)


def test_both_ranks_stand_side_by_side_for_whom_they_changed() -> None:
    table = moved_table(correction(MOVED, STAYED, LEFT), {"Ba Tơ": "H. Ba Tơ"})
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["H. Ba Tơ", "3", "2", "80,00", "81,50", "Hoàn thành", "Tốt"],
        ["Sơn Hà", "4", "–", "70,00", "–", "–", "–"],
    ]
    assert table.notes == ("1 đơn vị khác không thay đổi.",)


def test_a_correction_names_what_it_corrects_and_leads_there() -> None:
    view = official(NEW, correction(MOVED), None, {})
    said = "Đính chính lần công bố số 7 (công bố ngày 12/01/2023): Cộng nhầm"
    assert ("Đính chính", said) in view.lines
    assert dict(view.older.params)["cong-bo"] == "1"
    assert (view.correction.before.number, view.stands) == (7, True)


def test_a_correction_that_moved_nobody_says_so() -> None:
    view = official(NEW, correction(STAYED), None, {})
    assert view.moved is None
    assert "không làm thay đổi" in view.moved_said


def test_a_missing_number_is_said_not_guessed() -> None:
    assert ("Quyết định, thông báo", "Chưa ghi số, ngày quyết định") in official(
        OLD, None, None, {}
    ).lines
    numbered = replace(OLD, decision="12-QĐ/BCĐ", decided_on=date(2023, 1, 12))
    said = dict(official(numbered, None, None, {}).lines)
    assert said["Quyết định, thông báo"] == "số 12-QĐ/BCĐ ngày 12/01/2023"


def table_of(**said: object) -> CriteriaSet:
    return CriteriaSet("bang", "1", "Bảng", Decimal(100), (), **said)


MANUAL = RankingRule(Ties.CHAIN, (), manual=True)
CLASSES = (ClassBand("Tốt", Decimal(80)), ClassBand("Hoàn thành", None))


def test_units_that_nothing_parts_are_left_to_people_where_the_table_says_so() -> None:
    draft = result(published=False)
    (tie,) = left_open(draft, table_of(ranking=MANUAL), {"Ba Tơ": "H. Ba Tơ"}).ties
    assert tie.units == (("Ba Tơ", "H. Ba Tơ"), ("Trà Bồng", "Trà Bồng"))
    assert tie.words.startswith("Phân định 2 đơn vị cùng xếp thứ 2")
    assert left_open(draft, table_of(), {}).ties == ()


def test_a_class_that_was_not_given_is_left_to_people() -> None:
    cards = (FOUR[0], card("Tư Nghĩa", "9.00", "82.00"))
    found = left_open(result(cards, published=False), table_of(classes=CLASSES), {})
    assert found.classes == (("Tư Nghĩa", "Tư Nghĩa"),)
    assert found.class_names == ("Tốt", "Hoàn thành")
    quarter = result(cards, "2022-Q3", published=False)
    assert left_open(quarter, table_of(classes=CLASSES), {}).classes == ()


def test_what_is_published_leaves_nothing_open() -> None:
    assert left_open(result(), table_of(ranking=MANUAL, classes=CLASSES), {}).ties == ()


def test_before_a_correction_it_is_said_whose_figures_are_read_anew_and_what_moves() -> None:
    labels = {"Ba Tơ": "H. Ba Tơ"}
    reopened = replace(correction(MOVED, STAYED), after=None, anew=("Ba Tơ",))
    shown = preview(reopened, labels)
    assert shown.said == (
        "Tính lại 1 đơn vị được mở lại điểm: H. Ba Tơ. Đơn vị khác giữ điểm đã công bố.",
    )
    assert len(shown.table.rows) == 1
    nothing = preview(replace(correction(STAYED), after=None), labels)
    assert "tính lại tất cả đơn vị" in nothing.said[0]
    assert (nothing.said[1], nothing.table) == (NOBODY, None)
