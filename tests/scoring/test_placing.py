"""From facts to places in one call: chain, decisions, quotas, groups, tables without points."""

from decimal import Decimal

import pytest

from scoring.criteria import CriteriaSet
from scoring.facts import DecidedClass, UnitFacts
from scoring.periods import parse_period
from scoring.ranking import Ranked, ranked, ranked_cards
from tests.scoring.builders import table_of, unit

LEAVES = """
criteria:
  - {code: "1", text: một, max: 10, rule: {type: count, figure: a, points: 1}}
  - {code: "2", text: hai, max: 10, rule: {type: count, figure: b, points: 1}}
"""
CLASSES = "classes: [{name: A, from: 10}, {name: B, from: 5}, {name: C}]\n"
CHAIN = """
ranking:
  ties: chain
  chain: [{text: Điểm mục 2, formula: 'points("2")'}, {text: Ít đơn hơn, figure: don, better: low}]
"""


def facts(*written: str, group: str = "Cụm 1", first: int = 1) -> list[UnitFacts]:
    return [unit(one, f"{code:03}", group=group) for code, one in enumerate(written, first)]


def ranks(found: Ranked) -> list[tuple[str, int]]:
    return [(place.unit, place.rank) for place in found.ranking.places]


def placed(more: str, *written: str, period: str | None = None) -> list[tuple[str, int]]:
    return ranks(ranked(table_of(LEAVES + more), facts(*written), period and parse_period(period)))


def test_the_chain_may_look_at_points_of_the_card() -> None:
    assert placed("", "a=6 b=4", "a=4 b=6") == [("001", 1), ("002", 1)]
    assert placed(CHAIN, "a=6 b=4", "a=4 b=6") == [("002", 1), ("001", 2)]


def test_the_chain_goes_on_to_the_next_indicator() -> None:
    same = ("a=5 b=5 don=3", "a=5 b=5 don=1", "a=5 b=5", "a=9 b=1 don=0")
    assert placed(CHAIN, *same) == [("002", 1), ("001", 2), ("003", 3), ("004", 4)]


def test_what_people_decided_parts_the_rest() -> None:
    table = table_of(LEAVES + CHAIN + "  then: manual")
    same = [unit("a=5 b=5 don=1", code, tie_order=order) for code, order in TIES]
    found = ranked(table, same, None)
    assert ranks(found) == [("003", 1), ("001", 2), ("002", 3), ("004", 3)]
    notes = {place.unit: place.note for place in found.ranking.places}
    assert "quyết định của tập thể" in notes["003"]
    assert "chờ" in notes["002"]


TIES = [("001", Decimal(2)), ("002", None), ("003", Decimal(1)), ("004", None)]

QUOTA = CLASSES + "quotas: [{class: A, count: 1}]\n"


def test_a_quota_changes_place_standing_and_card_alike() -> None:
    table = table_of(LEAVES + QUOTA)
    given = facts("a=9 b=9", "a=8 b=8", "a=1 b=1")
    found, cards = ranked(table, given, None), ranked_cards(table, given, None)
    assert cards.ranking == found.ranking
    note = "A: tối đa 1 đơn vị, xếp xuống B"
    for held in (found.ranking.places[1], found.standings[1], cards.cards[1]):
        assert (held.class_name, held.note) == ("B", note)
    assert cards.cards[1].class_reason == f"16,00 điểm → A. {note}"
    assert [place.class_name for place in found.ranking.places] == ["A", "B", "C"]


def test_a_quarter_has_no_class_to_hold() -> None:
    found = ranked(table_of(LEAVES + QUOTA), facts("a=9 b=9", "a=8 b=8"), parse_period("2022-Q1"))
    assert [(place.class_name, place.note) for place in found.ranking.places] == [(None, "")] * 2


def test_a_quota_over_all_groups_is_the_same_when_one_group_is_asked_for() -> None:
    table = table_of(LEAVES + CLASSES + "quotas: [{class: A, count: 1, among: all}]\n")
    both = facts("a=9 b=9") + facts("a=8 b=8", group="Cụm 2", first=2)
    whole, second = ranked(table, both, None), ranked(table, both, None, "Cụm 2")
    assert second.ranking.places == whole.ranking.places[1:]
    assert second.standings == whole.standings[1:]
    assert second.ranking.places[0].class_name == "B"


def test_people_close_the_edge_of_a_quota() -> None:
    table = table_of(LEAVES + CLASSES + "quotas: [{class: A, count: 1, at_tie: manual}]\n")
    decided = DecidedClass("A", "ít sai sót hơn", "12-QĐ/BCĐ")
    given = [unit("a=9 b=9", "001"), unit("a=9 b=9", "002", decided_class=decided)]
    found = ranked(table, given, None)
    assert [place.class_name for place in found.ranking.places] == [None, "A"]


def test_cards_of_some_units_are_as_if_all_had_been_asked_for() -> None:
    table = table_of(LEAVES + QUOTA)
    given = facts("a=9 b=9", "a=8 b=8", "a=1 b=1")
    some, every = ranked_cards(table, given, None, units=["002"]), ranked_cards(table, given, None)
    assert some.ranking == every.ranking
    assert some.cards == every.cards[1:2]


RANK_ONLY = """
kind: rank_only
inputs: [{key: a, label: Số a, kind: count}, {key: b, label: Số b, kind: count}]
ranking: {chain: [{text: Số a, figure: a}, {text: Số b, figure: b, better: low}]}
"""


def test_a_table_that_only_ranks_goes_by_its_indicators() -> None:
    found = ranked(table_of(RANK_ONLY), facts("a=5 b=1", "a=7 b=1", "a=5 b=0", "b=9", "a=5"), None)
    assert ranks(found) == [("002", 1), ("003", 2), ("001", 3), ("005", 4)]
    assert [one.unit for one in found.ranking.unranked] == ["004"]
    assert {place.total for place in found.ranking.places} == {None}


PASS_FAIL = """
kind: pass_fail
criteria:
  - {code: "1", text: một, rule: {type: yes_no, figure: a}}
  - {code: "2", text: hai, rule: {type: yes_no, figure: b}}
"""


def test_a_table_without_points_lists_everybody_with_the_result() -> None:
    found = ranked(table_of(PASS_FAIL), facts("a=1 b=1", "a=1 b=0", "a=1"), None)
    assert found.ranking.places == ()
    assert [(one.result.value, one.class_name) for one in found.ranking.unranked] == [
        ("passed", "Đạt"),
        ("failed", "Chưa đạt"),
        ("pending", None),
    ]


@pytest.mark.parametrize("more", ["", CHAIN, "ranking: {ties: dense}\n", QUOTA])
def test_the_order_facts_come_in_changes_nothing(more: str) -> None:
    table: CriteriaSet = table_of(LEAVES + more)
    given = facts("a=5 b=5 don=1", "a=6 b=4 don=2", "a=1 b=2", "a=3") + facts("a=9", first=5)
    assert ranked(table, given[::-1], None) == ranked(table, given, None)
