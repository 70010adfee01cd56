"""Two rankings beside each other: who moved, who came, who left."""

from decimal import Decimal

from scoring.ranking import Place, Ranking, Unranked
from scoring.side_by_side import GivenPlace, side_by_side


def place(rank: int, unit: str, total: int) -> Place:
    return Place(rank, unit, f"Huyện {unit}", None, Decimal(total), None)


def test_units_stand_in_the_order_of_the_second_and_those_gone_last() -> None:
    before = Ranking((place(1, "A", 9), place(2, "B", 8)), (Unranked("C", "Huyện C", None, "chờ"),))
    after = Ranking((place(1, "B", 8), place(2, "C", 7)), (Unranked("D", "Huyện D", None, "x"),))
    found = side_by_side(before, after)
    assert [(one.unit, one.moved) for one in found] == [
        *(("B", True), ("C", True), ("D", True), ("A", True)),
    ]
    assert found[1].before == GivenPlace(None, None, None, "chờ")
    assert (found[2].before, found[3].after) == (None, None)
    assert found[3].name == "Huyện A"


def test_who_has_the_same_place_total_class_and_note_did_not_move() -> None:
    same = Ranking((place(1, "A", 9),), (Unranked("B", "Huyện B", None, "chưa nộp"),))
    assert not any(one.moved for one in side_by_side(same, same))
