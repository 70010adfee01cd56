from decimal import Decimal
from fractions import Fraction

from dashboard.views.stability import stability_tables
from dashboard.views.table import Span
from scoring.ranking import Place
from scoring.stability import Cause, Interval, Reversal, Rival, Robustness, Stability

LABELS = {"a": "Ba Tơ", "b": "Bình Sơn", "c": "Trà Bồng"}


def place(unit: str, rank: int, total: str, group: str | None = None) -> Place:
    return Place(rank, unit, unit, group, Decimal(total), None)


A, B, C = place("a", 1, "90.00"), place("b", 2, "89.75"), place("c", 3, "80.00")


def firm(at: Place, rival: Rival | None = None) -> Stability:
    same = Interval(at.rank, at.rank, Fraction(1))
    return Stability(at, same, same, same, None, rival)


def moving(at: Place, best: int, worst: int, rival: Rival | None = None) -> Stability:
    kept = Interval(at.rank, at.rank, Fraction(9, 10))
    return Stability(at, kept, Interval(best, worst, Fraction(62, 100)), kept, None, rival)


UNITS = (
    moving(A, 1, 2, Rival("b", "b", 2, Decimal("0.25"))),
    moving(B, 1, 2, Rival("a", "a", 1, Decimal("0.25"))),
    firm(C, Rival("b", "b", 2, Decimal("9.75"))),
)


def test_each_place_is_drawn_with_its_interval_and_said_in_words() -> None:
    (table,) = stability_tables(Robustness(UNITS, ()), LABELS)
    first = table.rows[0].cells
    assert [cell.text for cell in first] == [
        "1",
        "Ba Tơ",
        "90,00",
        "1–2",
        "90%",
        "62%",
        "Bình Sơn",
    ]
    assert first[3].span == Span(1, 2, 1, 3, "Ba Tơ: thứ 1, khoảng 1–2")
    assert first[6].detail == "thứ 2, ở dưới 0,25 điểm"
    assert table.rows[1].cells[6].detail == "thứ 1, ở trên 0,25 điểm"
    assert table.rows[2].cells[3].text == "3"
    assert table.title.startswith("1 trong 3 đơn vị giữ nguyên thứ trong mọi lần thử")
    assert table.title.endswith("Ba Tơ, thứ 1–2")


def test_where_nothing_moves_the_title_says_so() -> None:
    (table,) = stability_tables(Robustness((firm(A), firm(B)), ()), LABELS)
    assert table.title == "Cả 2 đơn vị giữ nguyên thứ trong mọi lần thử"
    assert table.rows[0].cells[6].text == "–"


def test_equal_totals_are_said_to_be_equal() -> None:
    tie = firm(A, Rival("b", "b", 1, Decimal("0.00")))
    (table,) = stability_tables(Robustness((tie,), ()), LABELS)
    assert table.rows[0].cells[6].detail == "thứ 1, bằng điểm"


def test_groups_are_tried_by_themselves() -> None:
    units = (firm(place("b", 1, "80.00", "Khối 2")), firm(place("a", 1, "70.00", "Khối 1")))
    (table,) = stability_tables(Robustness(units, ()), LABELS)
    assert [row.cells[0].text for row in table.rows if row.heading] == ["Khối 1", "Khối 2"]


def test_a_pair_is_named_once_with_everything_that_parts_it() -> None:
    reversals = (
        Reversal(A, B, Cause.CRITERION, "2.1.3"),
        Reversal(A, B, Cause.CRITERION, "2.1.4"),
        Reversal(A, B, Cause.UNIT, "c"),
        Reversal(A, B, Cause.WEIGHTS, share=Fraction(37, 100)),
    )
    _, table = stability_tables(Robustness(UNITS, reversals), LABELS)
    assert [cell.text for cell in table.rows[0].cells] == [
        "1. Ba Tơ",
        "2. Bình Sơn",
        "0,25",
        "trọng số đổi ±20% (37% số lần thử); bỏ tiêu chí 2.1.3, 2.1.4; bỏ đơn vị Trà Bồng",
    ]
    assert table.title == "1 cặp đơn vị có thể đổi thứ"


def test_a_long_list_of_criteria_is_counted() -> None:
    reversals = tuple(Reversal(A, B, Cause.CRITERION, f"2.{number}") for number in range(1, 10))
    _, table = stability_tables(Robustness(UNITS, reversals), LABELS)
    said = "bỏ tiêu chí bất kỳ trong 9 mục: 2.1, 2.2, 2.3, 2.4, 2.5, …"
    assert table.rows[0].cells[3].text == said


def test_nobody_ranked_means_nothing_to_try() -> None:
    assert stability_tables(Robustness((), ()), LABELS) == ()


def test_what_happened_now_and_then_is_neither_never_nor_always() -> None:
    seldom = Interval(1, 1, Fraction(1, 2000))
    often = Interval(1, 1, Fraction(1999, 2000))
    unit = Stability(A, seldom, often, often, None, None)
    (table,) = stability_tables(Robustness((unit,), ()), LABELS)
    assert {cell.text for cell in table.rows[0].cells} >= {"dưới 1%", "trên 99%"}
