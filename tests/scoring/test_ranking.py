"""Places inside groups; who is not ranked says why."""

from decimal import Decimal

from scoring.ranking import rank
from scoring.scorecards import Scorecard


def card(unit: str, total: str | None, group: str | None = "A", **more: object) -> Scorecard:
    points = None if total is None else Decimal(total)
    why = "Chưa thẩm định" if total is None else None
    return Scorecard(
        unit, f"Huyện {unit}", group, "2022", (), (), Decimal(100), points, unranked=why, **more
    )


def places(*cards: Scorecard, group: str | None = None) -> list[tuple[int, str]]:
    return [(place.rank, place.unit) for place in rank(cards, group).places]


def test_equal_totals_share_a_place_and_the_next_is_counted_on() -> None:
    cards = [card("1", "90"), card("2", "85.0"), card("3", "85.00"), card("4", "80")]
    assert places(*cards) == [(1, "1"), (2, "2"), (2, "3"), (4, "4")]


def test_all_equal_are_all_first() -> None:
    assert places(card("2", "0"), card("1", "0.00")) == [(1, "1"), (1, "2")]


def test_below_0_is_a_place_too() -> None:
    assert places(card("1", "-1"), card("2", "0")) == [(1, "2"), (2, "1")]


def test_each_group_has_its_own_places() -> None:
    cards = [
        card("1", "90", "B"),
        card("2", "80", "A"),
        card("3", "70", "B"),
        card("4", "60", None),
    ]
    assert places(*cards) == [(1, "4"), (1, "2"), (1, "1"), (2, "3")]
    assert places(*cards, group="B") == [(1, "1"), (2, "3")]
    assert places(*cards, group="C") == []


def test_without_a_total_there_is_a_reason_instead_of_a_place() -> None:
    found = rank([card("3", None, "B"), card("2", None, note="Kỷ luật"), card("1", "5")])
    assert [place.unit for place in found.places] == ["1"]
    assert [(one.unit, one.reason) for one in found.unranked] == [
        ("2", "Chưa thẩm định. Kỷ luật"),
        ("3", "Chưa thẩm định"),
    ]


def test_a_place_carries_the_class_and_the_note() -> None:
    [place] = rank([card("1", "5", class_name="Tốt", note="Kỷ luật")]).places
    assert (place.name, place.class_name, place.note) == ("Huyện 1", "Tốt", "Kỷ luật")


def test_nobody_is_ranked_when_there_is_nobody() -> None:
    found = rank([])
    assert (found.places, found.unranked) == ((), ())
