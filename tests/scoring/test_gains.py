"""Points lost, the next place and the next class, each with its arithmetic."""

from decimal import Decimal

from scoring.criteria import CriteriaSet
from scoring.gains import LostPoints, NextPlace, lost_points, next_class, next_place
from scoring.ranking import RankedCards, ranked_cards
from tests.scoring.builders import table_of, unit

BODY = """
criteria:
  - {code: "1", text: một, max: 10, rule: {type: count, figure: a, points: 1}}
  - code: "2"
    text: hai
    max: 5
    not_arisen: exclude
    rule: {type: proportional, part: b, whole: c}
bonuses: [{code: T, text: thưởng, max: 3, rule: {type: count, figure: t, points: 1}}]
penalties: [{code: P, text: trừ, max: 3, rule: {type: deduction, figure: p, points: 1}}]
"""
FULL = "c=5 t=0 p=0"


def ranking_of(body: str, *written: str) -> tuple[CriteriaSet, RankedCards]:
    table = table_of(body)
    given = [unit(one, f"{code:03}", group="A") for code, one in enumerate(written, 1)]
    return table, ranked_cards(table, given, None)


def lost(*found: LostPoints) -> list[tuple[str, str]]:
    return [(one.code, f"{one.lost:f}") for one in found]


def way_up(body: str, *written: str, of: int = -1) -> NextPlace | None:
    table, found = ranking_of(body, *written)
    return next_place(table, found.cards[of], found.ranking.places)


def test_points_lost_by_criterion_most_first() -> None:
    _, found = ranking_of(BODY, "a=6 b=1 c=5 t=1 p=2")
    # 10 − 6 = 4; 5 − 5 × 1/5 = 4; the penalty took 2; a bonus not earned is not lost.
    assert lost(*lost_points(found.cards[0])) == [("1", "4.00"), ("2", "4.00"), ("P", "2.00")]


def test_what_is_pending_or_left_out_is_not_lost() -> None:
    _, found = ranking_of(BODY, "a=10 b=KPS c=KPS t=0 p=0", "b=5 c=5 t=0 p=0")
    assert lost_points(found.cards[0]) == ()
    assert found.cards[1].line("1").status == "pending"
    assert lost_points(found.cards[1]) == ()


def test_the_smallest_gain_that_lifts_one_place() -> None:
    # 15 and 12.5 and 12: half a point shares the second place.
    up = way_up(BODY, f"a=10 b=5 {FULL}", f"a=7.5 b=5 {FULL}", f"a=7 b=5 {FULL}")
    assert (up.rank, up.rival.unit, up.way.gain) == (2, "002", Decimal("0.50"))
    assert lost(*up.way.alone) == [("1", "3.00"), ("T", "3.00")]
    assert up.way.together == ()


def test_where_no_criterion_alone_has_so_much_left_several_have() -> None:
    # 18 against 11: 7 points; 3 left in 1, 1 in 2, 3 in the bonus.
    up = way_up(BODY, "a=10 b=5 c=5 t=3 p=0", f"a=7 b=4 {FULL}")
    assert up.way.gain == Decimal("7.00")
    assert up.way.alone == ()
    assert lost(*up.way.together) == [("1", "3.00"), ("T", "3.00"), ("2", "1.00")]


def test_units_with_the_same_place_look_up_to_the_same_rival() -> None:
    written = (f"a=9 b=5 {FULL}", f"a=8 b=5 {FULL}", f"a=8 b=5 {FULL}")
    assert way_up(BODY, *written, of=1).rival == way_up(BODY, *written, of=2).rival


def test_the_first_and_the_unranked_have_nobody_above() -> None:
    assert way_up(BODY, f"a=9 b=5 {FULL}", f"a=8 b=5 {FULL}", of=0) is None
    assert way_up(BODY, f"a=9 b=5 {FULL}", "a=8") is None


CHAIN = "ranking: {ties: chain, chain: [{text: Số đơn, figure: don, better: low}]}\n"


def test_with_a_chain_the_total_must_be_beaten() -> None:
    up = way_up(BODY + CHAIN, f"a=9 b=5 don=1 {FULL}", f"a=8 b=5 don=0 {FULL}")
    assert up.way.gain == Decimal("1.01")
    parted = way_up(BODY + CHAIN, f"a=9 b=5 don=1 {FULL}", f"a=9 b=5 don=2 {FULL}")
    assert parted.way.gain == Decimal("0.01")


WEIGHTED = """
criteria:
  - code: I
    text: Phần I
    weight: 20
    children:
      - {code: "1", text: một, max: 5, rule: {type: count, figure: a, points: 1}}
  - {code: "2", text: hai, max: 80, rule: {type: count, figure: b, points: 1}}
"""


def test_a_point_of_a_weighted_block_counts_as_its_weight() -> None:
    # 84 against 82: one point of criterion 1 is 20/5 = 4 points of the total.
    up = way_up(WEIGHTED, "a=1 b=80", "a=4 b=66")
    assert (up.way.gain, lost(*up.way.alone)) == (Decimal("2.00"), [("2", "14.00"), ("1", "1.00")])


CLASSES = """
classes: [{name: A, from: 14, requires: [no_zero]}, {name: B, from_open: true, from: 10}, {name: C}]
"""


def test_the_distance_to_the_class_above() -> None:
    table, found = ranking_of(BODY + CLASSES, f"a=10 b=2 {FULL}", f"a=3 b=5 {FULL}")
    up = next_class(table, found.cards[0])
    assert (up.name, up.way.gain, up.conditions, up.held) == ("A", Decimal("2.00"), (), "")
    strictly = next_class(table, found.cards[1])
    assert (strictly.name, strictly.way.gain) == ("B", Decimal("2.01"))


def test_the_class_above_says_what_it_asks_beside_the_points() -> None:
    table, found = ranking_of(BODY + CLASSES, "a=10 b=0 c=5 t=3 p=0", f"a=10 b=5 {FULL}")
    up = next_class(table, found.cards[0])
    assert (up.way.gain, up.conditions) == (Decimal("1.00"), ("không còn tiêu chí 0 điểm (2)",))
    assert next_class(table, found.cards[1]) is None


VETO = "vetoes: [{code: L, text: Kỷ luật, class: B, rule: {type: veto, figure: v}}]\n"


def test_points_that_would_do_need_no_gain_and_say_what_holds_the_class() -> None:
    table, found = ranking_of(BODY + CLASSES + VETO, f"a=10 b=5 v=1 {FULL}")
    up = next_class(table, found.cards[0])
    assert (up.name, up.way.gain, up.held) == ("A", Decimal(0), "Kỷ luật (L): xếp loại B")
    assert (up.way.alone, up.way.together) == ((), ())
