from decimal import Decimal

from dashboard.views.scorecard_standing import (
    Standing,
    lost_table,
    moved_table,
    standing_words,
)
from scoring.gains import LostPoints, NextClass, NextPlace, Way
from scoring.movement import LineMove, Moves
from scoring.periods import Period
from scoring.ranking import Place

Q2, Q3 = Period(2022, 2), Period(2022, 3)
RIVAL = Place(2, "b", "Trà Bồng", None, Decimal("89.50"), None)


def lost(code: str, points: str) -> LostPoints:
    most = Decimal("5.00")
    return LostPoints(
        code, f"Tiêu chí {code}", "standard", most, most - Decimal(points), Decimal(points)
    )


ONE, OTHER = lost("2.1", "2.00"), lost("1.2", "1.25")


def words(**known: object) -> list[str]:
    return list(standing_words(Standing(**known)))


def test_the_next_place_names_the_rival_and_where_the_points_are_left() -> None:
    alone = NextPlace(2, RIVAL, Way(Decimal("1.25"), (ONE, OTHER), ()))
    assert words(next_place=alone) == [
        "Thêm 1,25 điểm thì bằng điểm Trà Bồng, xếp thứ 2; chỉ cần ở một tiêu chí: "
        "2.1 (còn 2,00) hoặc 1.2 (còn 1,25)."
    ]
    together = NextPlace(2, RIVAL, Way(Decimal("3.00"), (), (ONE, OTHER)))
    assert "cần ở 2 tiêu chí: 2.1 (còn 2,00), 1.2 (còn 1,25)" in words(next_place=together)[0]


def test_the_class_above_says_points_and_what_else_it_asks() -> None:
    way = Way(Decimal("0.50"), (ONE,), ())
    short = NextClass("Hoàn thành tốt", way, ("không còn tiêu chí 0 điểm (1.3)",), "")
    assert words(next_class=short) == [
        "Còn thiếu 0,50 điểm để đạt Hoàn thành tốt; chỉ cần ở một tiêu chí: 2.1 (còn 2,00); "
        "phải có: không còn tiêu chí 0 điểm (1.3)."
    ]
    held = NextClass("Hoàn thành tốt", Way(Decimal(0), (), ()), (), "Bị khống chế mức cao nhất")
    assert words(next_class=held) == [
        "Đủ điểm Hoàn thành tốt nhưng chưa được xếp mức này (Bị khống chế mức cao nhất)."
    ]


def test_the_change_since_the_period_before_is_said_with_its_sign() -> None:
    def moved(before: str, after: str) -> list[str]:
        totals = (Decimal(before), Decimal(after), None, None)
        return words(moves=Moves("a", "Ba Tơ", *totals, ()), before=Q2)

    assert moved("80.00", "81.25") == ["So với quý II năm 2022: từ 80,00 thành 81,25 điểm (+1,25)."]
    assert moved("80.00", "79.00") == ["So với quý II năm 2022: từ 80,00 thành 79,00 điểm (-1,00)."]
    assert moved("80.00", "80.00")[0].endswith("(không đổi).")


def test_nothing_known_says_nothing() -> None:
    assert words() == []
    assert lost_table(()) is None
    assert moved_table(None, None, Q3) is None


def test_what_is_lost_is_added_up_and_the_rest_is_counted() -> None:
    many = tuple(lost(f"1.{number}", "0.50") for number in range(14))
    table = lost_table(many)
    assert table.title == "Điểm mất theo tiêu chí: 7,00 điểm ở 14 tiêu chí"
    assert len(table.rows) == 12
    assert table.notes == ("Còn 2 tiêu chí khác, mất 1,00 điểm.",)
    assert [cell.text for cell in table.rows[0].cells] == [
        "1.0. Tiêu chí 1.0",
        "5,00",
        "4,50",
        "0,50",
    ]


def test_what_moved_stands_line_by_line() -> None:
    def move(code: str, before: str | None, after: str | None) -> LineMove:
        points = [None if one is None else Decimal(one) for one in (before, after)]
        return LineMove(code, "Điều chỉnh" if code[0] == "@" else "Kế hoạch", *points, None, None)

    lines = (move("1.1", "1.00", "2.00"), move("@cap.1", None, "-0.50"))
    moves = Moves("a", "Ba Tơ", Decimal(1), Decimal("1.50"), None, None, lines)
    table = moved_table(moves, Q2, Q3)
    assert [column.heading for column in table.columns][1:3] == [
        "Quý II năm 2022",
        "Quý III năm 2022",
    ]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["1.1. Kế hoạch", "1,00", "2,00", "+1,00"],
        ["Điều chỉnh", "–", "-0,50", "-0,50"],
    ]
