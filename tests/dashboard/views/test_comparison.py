from decimal import Decimal
from fractions import Fraction

import pytest

from dashboard.views.comparison import (
    Compared,
    Pair,
    comparison_tables,
    pair_of,
    pair_tables,
    share_tables,
)
from dashboard.views.table import Table
from scoring.comparison import ComparedLine, CriterionShare, GroupFigures, UnitOverPeriods
from scoring.periods import parse_period
from scoring.ranking import Place

LABELS = {"535": "Ba Tơ", "524": "Bình Sơn"}
Q3, Q4 = parse_period("2022-Q3"), parse_period("2022-Q4")


def share(code: str, percent: str) -> CriterionShare:
    return CriterionShare(code, "Công khai", Fraction(percent), units=13, full=2, zero=1)


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def place(unit: str, rank: int, total: str) -> Place:
    return Place(rank, unit, unit, "Khối 1", Decimal(total), None)


def test_the_worst_stand_first_and_no_criterion_stands_twice() -> None:
    shares = [share(str(number), str(100 - number)) for number in range(7)]
    worst, best = share_tables(shares)
    assert [row[0] for row in texts(worst)] == ["6. Công khai", "5. Công khai", "4. Công khai"]
    assert [row[0] for row in texts(best)] == ["0. Công khai", "1. Công khai", "2. Công khai"]
    assert texts(worst)[0][1:] == ["94,0", "2 / 13", "1 / 13"]


def test_one_criterion_alone_is_neither_best_nor_worst() -> None:
    (only,) = share_tables([share("1", "200/3")])
    assert texts(only)[0][1] == "66,7"
    assert share_tables([]) == ()


def test_groups_say_how_many_have_a_total() -> None:
    groups = [
        GroupFigures("Khối 1", 2, 1, Fraction("85.125"), Decimal("90.00"), Decimal("80.25")),
        GroupFigures("Khối 2", 0, 3, None, None, None),
    ]
    (table,) = comparison_tables(Compared((), groups, (), (Q4,)), LABELS)
    assert texts(table) == [
        ["Khối 1", "2 / 3 đơn vị", "85,13", "90,00", "80,25"],
        ["Khối 2", "0 / 3 đơn vị", "–", "–", "–"],
    ]


def test_periods_are_compared_by_place_the_latest_leading() -> None:
    over = [
        UnitOverPeriods(
            "524", "Bình Sơn", "Khối 1", (place("524", 1, "60.00"), place("524", 2, "85.00"))
        ),
        UnitOverPeriods("535", "Ba Tơ", "Khối 1", (None, place("535", 1, "90.00"))),
    ]
    (table,) = comparison_tables(Compared((), (), over, (Q3, Q4)), LABELS)
    assert [column.heading for column in table.columns] == ["Đơn vị", "Quý III/2022", "Quý IV/2022"]
    assert texts(table) == [["Ba Tơ", "–", "1 (90,00)"], ["Bình Sơn", "1 (60,00)", "2 (85,00)"]]


def test_one_period_is_compared_with_nothing() -> None:
    over = [UnitOverPeriods("535", "Ba Tơ", None, (place("535", 1, "90.00"),))]
    assert comparison_tables(Compared((), (), over, (Q4,)), LABELS) == ()


def test_two_units_differ_the_widest_first_and_equal_lines_are_left_out() -> None:
    lines = [
        ComparedLine("1", "Kế hoạch", "standard", Decimal(2), (Decimal("2.00"), Decimal("2.00"))),
        ComparedLine("2", "Họp", "standard", Decimal(4), (Decimal("3.50"), Decimal("4.00"))),
        ComparedLine("@cap", "Trần", "standard", None, (Decimal("0.00"), Decimal("-1.00"))),
    ]
    (table,) = pair_tables(lines, ("Ba Tơ", "Bình Sơn"))
    assert texts(table) == [
        ["Trần", "–", "0,00", "-1,00", "+1,00"],
        ["2. Họp", "4", "3,50", "4,00", "-0,50"],
    ]
    assert pair_tables(lines[:1], ("Ba Tơ", "Bình Sơn")) == ()


@pytest.mark.parametrize(
    ("asked", "pair"),
    [
        (("", ""), ("a", "b")),
        (("c", ""), ("c", "a")),
        (("", "a"), ("b", "a")),
        (("c", "c"), ("c", "a")),  # A unit is not compared with itself.
        (("không có", "b"), ("a", "b")),
    ],
)
def test_two_different_units_are_compared(asked: Pair, pair: Pair) -> None:
    assert pair_of(asked, {"a": "A", "b": "B", "c": "C"}) == pair
    assert pair_of(asked, {"a": "A"}) == ("", "")
