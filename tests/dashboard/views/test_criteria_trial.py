from decimal import Decimal

from dashboard.views.criteria_trial import NO_OLD, NOBODY, tried
from data_access.queries.criteria import Trial
from data_access.rankings import CriteriaHead
from scoring.periods import parse_period
from scoring.side_by_side import GivenPlace, PlacePair

OLD = CriteriaHead("nho", "1", "Bảng nhỏ", illustrative=False)
NEW = CriteriaHead("nho", "2", "Bảng nhỏ", illustrative=False)
YEAR = parse_period("2022")
LABELS = {"a": "Ba Tơ", "b": "Bình Sơn"}


def given(rank: int | None, total: str | None, class_name: str, note: str = "") -> GivenPlace:
    return GivenPlace(rank, Decimal(total) if total else None, class_name, note)


PAIRS = (
    PlacePair("a", "a", None, given(2, "8.50", "Tốt"), given(1, "8.75", "Tốt")),
    PlacePair("b", "b", None, given(1, "9.00", "Tốt"), given(None, None, "", "Chưa thẩm định")),
)


def test_old_and_new_stand_side_by_side() -> None:
    view = tried(Trial(YEAR, OLD, NEW, PAIRS), LABELS)
    assert view.table is not None
    rows = [[cell.text for cell in row.cells] for row in view.table.rows]
    assert rows == [
        ["Ba Tơ", "2", "1", "8,50", "8,75", "Tốt", ""],
        ["Bình Sơn", "1", "–", "9,00", "–", "Tốt", "Chưa thẩm định"],
    ]
    assert view.table.rows[0].cells[2].detail == "lên 1"
    assert "2 trong 2 đơn vị đổi thứ, 1 đơn vị đổi loại" in view.said[0]


def test_without_a_table_of_old_only_the_new_is_told() -> None:
    view = tried(Trial(YEAR, None, NEW, PAIRS[:1]), LABELS)
    assert view.said == (NO_OLD,)


def test_a_table_that_ranks_nobody_says_so() -> None:
    assert tried(Trial(YEAR, OLD, NEW, ()), LABELS).said == (NOBODY,)
