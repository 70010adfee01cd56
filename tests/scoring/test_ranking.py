"""Places inside groups; who is not ranked says why."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from scoring.criteria_classes import RankingRule, TieBreak
from scoring.criteria_terms import Numbering, Ties
from scoring.ranking import rank
from scoring.rules.quantity import Quantity
from scoring.scorecards import Result, Scorecard
from scoring.ties import TieKeys


def card(unit: str, total: str | None, group: str | None = "A", **more: object) -> Scorecard:
    points = None if total is None else Decimal(total)
    why = "Chưa thẩm định" if total is None else None
    return Scorecard(
        unit, f"Huyện {unit}", group, "2022", (), (), Decimal(100), points, unranked=why, **more
    )


def places(*cards: Scorecard, group: str | None = None) -> list[tuple[int, str]]:
    return [(place.rank, place.unit) for place in rank(cards, group=group).places]


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


def chain(*highs: bool, manual: bool = False) -> RankingRule:
    indicators = tuple(
        TieBreak(f"Chỉ tiêu {number}", Quantity(figure=f"k{number}"), high)
        for number, high in enumerate(highs, 1)
    )
    return RankingRule(Ties.CHAIN, indicators, manual)


def keys(**by_unit: str) -> dict[str, TieKeys]:
    """u1="5 -" as the values of the chain, u1="5 3 @ 1" with the order people gave after them."""
    return {unit[1:]: _keys(*written.split("@")) for unit, written in by_unit.items()}


def _keys(values: str, order: str = "") -> TieKeys:
    measured = tuple(None if word == "-" else Fraction(word) for word in values.split())
    return TieKeys(measured, Decimal(order) if order.strip() else None)


def found(
    *cards: Scorecard, rule: RankingRule, keys: dict[str, TieKeys] | None = None
) -> dict[str, tuple[int, str]]:
    return {place.unit: (place.rank, place.note) for place in rank(cards, rule, keys or {}).places}


def ranks(*cards: Scorecard, rule: RankingRule, keys: dict[str, TieKeys] | None = None) -> str:
    return " ".join(
        f"{unit}:{given}" for unit, (given, _) in found(*cards, rule=rule, keys=keys).items()
    )


NINETY = [card(unit, "90") for unit in "1234"]


def test_dense_places_leave_no_gap() -> None:
    cards = [card("1", "90"), card("2", "85"), card("3", "85"), card("4", "80")]
    assert ranks(*cards, rule=RankingRule(Ties.DENSE)) == "1:1 2:2 3:2 4:3"


def test_dense_places_leave_no_gap_after_a_chain_either() -> None:
    rule = replace(chain(False), numbering=Numbering.DENSE)
    cards = [card("1", "90"), card("2", "85"), card("3", "85"), card("4", "80")]
    assert ranks(*cards, rule=rule) == "1:1 2:2 3:2 4:3"


CHAINS = [
    ("1:1 2:2 3:3 4:4", chain(True), keys(u1="9", u2="8", u3="7", u4="6"), "the first parts all"),
    ("4:1 3:2 2:3 1:4", chain(False), keys(u1="9", u2="8", u3="7", u4="6"), "less is better"),
    ("2:1 1:2 3:3 4:4", chain(True, True), keys(u1="9 1", u2="9 2", u3="8 9", u4="7 9"), "second"),
    ("1:1 2:1 3:3 4:3", chain(True), keys(u1="9", u2="9", u3="8", u4="8"), "then shared"),
    ("2:1 3:2 1:3 4:3", chain(True), keys(u1="-", u2="9", u3="0", u4="-"), "no answer comes last"),
    ("3:1 2:2 1:3 4:3", chain(False), keys(u1="-", u2="9", u3="0", u4="-"), "also of the lowest"),
    ("1:1 2:2 3:3 4:4", chain(True), keys(u1="1/3", u2="1/4", u3="0", u4="-1"), "exact"),
]


@pytest.mark.parametrize(
    ("expected", "rule", "parted"), [row[:3] for row in CHAINS], ids=[row[3] for row in CHAINS]
)
def test_a_chain_parts_equal_totals(
    expected: str, rule: RankingRule, parted: dict[str, TieKeys]
) -> None:
    assert ranks(*NINETY, rule=rule, keys=parted) == expected


def test_the_chain_never_lifts_over_a_higher_total() -> None:
    cards = [card("1", "90"), card("2", "89.99"), card("3", "89.99")]
    assert ranks(*cards, rule=chain(True), keys=keys(u2="5", u3="6")) == "1:1 3:2 2:3"


def test_a_place_given_by_the_chain_says_by_what() -> None:
    parted = keys(u1="9 1", u2="9 2.5", u3="8 9", u4="- 9")
    notes = found(*NINETY, card("5", "80"), rule=chain(True, True), keys=parted)
    assert notes["2"] == (1, "Xếp thứ theo Chỉ tiêu 2: 2,5")
    assert notes["1"] == (2, "Xếp thứ theo Chỉ tiêu 1: 9; Chỉ tiêu 2: 1")
    assert notes["3"] == (3, "Xếp thứ theo Chỉ tiêu 1: 8")
    assert notes["4"] == (4, "Xếp thứ theo Chỉ tiêu 1: chưa có số liệu")
    assert notes["5"] == (5, "")


def test_people_part_what_the_chain_left_and_the_rest_waits() -> None:
    rule = chain(True, manual=True)
    decided = keys(u1="9 @ 2", u2="9 @ 1", u3="9", u4="9")
    notes = found(*NINETY, rule=rule, keys=decided)
    assert {unit: given for unit, (given, _) in notes.items()} == {"2": 1, "1": 2, "3": 3, "4": 3}
    assert notes["2"][1] == "Xếp thứ theo quyết định của tập thể Ban Chỉ đạo"
    assert notes["3"][1].endswith("chờ tập thể Ban Chỉ đạo quyết định")
    assert ranks(*NINETY, rule=chain(True), keys=decided) == "1:1 2:1 3:1 4:1"


def test_people_may_part_what_no_indicator_is_asked_for() -> None:
    rule = RankingRule(Ties.CHAIN, (), manual=True)
    assert ranks(*NINETY[:2], rule=rule, keys=keys(u1=" @ 2", u2=" @ 1")) == "2:1 1:2"


def test_a_table_that_only_ranks_goes_by_its_first_indicator_and_says_it() -> None:
    cards = [replace(card(unit, None), unranked=None) for unit in "123"]
    notes = found(*cards, rule=chain(True, True), keys=keys(u1="5 1", u2="9 1", u3="5 2"))
    assert notes == {
        "2": (1, "Xếp thứ theo Chỉ tiêu 1: 9"),
        "3": (2, "Xếp thứ theo Chỉ tiêu 1: 5; Chỉ tiêu 2: 2"),
        "1": (3, "Xếp thứ theo Chỉ tiêu 1: 5; Chỉ tiêu 2: 1"),
    }


def test_without_points_everybody_is_listed_with_the_result() -> None:
    cards = [
        replace(card(unit, None), unranked=None, result=result, class_name=name)
        for unit, result, name in (
            ("1", Result.PASSED, "Đạt"),
            ("2", Result.FAILED, "Chưa đạt"),
            ("3", Result.PENDING, None),
        )
    ]
    listed = rank(cards)
    assert listed.places == ()
    assert [(one.unit, one.reason, one.result, one.class_name) for one in listed.unranked] == [
        ("1", "Đạt", Result.PASSED, "Đạt"),
        ("2", "Không đạt", Result.FAILED, "Chưa đạt"),
        ("3", "Chờ", Result.PENDING, None),
    ]
