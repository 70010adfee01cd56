"""Examples of docs/criteria.md, sections 6, 8 and 9, that the oracle must reproduce."""

from fractions import Fraction

import pytest

from tests import oracle
from tests.oracle.examples import answers, card_of

PICK = """
criteria:
  - code: A
    pick: 1
    children:
      - {code: A1, max: 4, rule: {type: yes_no, figure: a}}
      - {code: A2, max: 3, rule: {type: yes_no, figure: b}}
  - {code: B, max: 1, rule: {type: yes_no, figure: a}}
"""
BLOCKS = [
    (PICK, "a=1 b=1", {"@pick.A": "-3.00"}, "5.00"),
    (PICK, "a=0 b=1", {}, "3.00"),
    (PICK.replace("pick: 1", "weight: 14"), "a=1 b=0", {"@weight.A": "4.00"}, "9.00"),
    (PICK.replace("pick: 1", "pick: 1, weight: 10"), "a=0 b=1", {"@weight.A": "4.50"}, "7.50"),
    (PICK.replace("pick: 1", "most: 5, least: 2"), "a=1 b=1", {"@hold.A": "-2.00"}, "6.00"),
    (PICK.replace("pick: 1", "most: 5, least: 2"), "a=0 b=0", {"@hold.A": "2.00"}, "2.00"),
    (
        "rounding: {total_places: 0}\n" + PICK.replace("max: 4", "max: 4.5"),
        "a=1 b=0",
        {"@rounding": "0.50"},
        "6",
    ),
    ("total_floor: 1\n" + PICK, "a=0 b=0", {"@total_floor": "1.00"}, "1.00"),
]


@pytest.mark.parametrize(("table", "figures", "adjustments", "total"), BLOCKS)
def test_a_block(table: str, figures: str, adjustments: dict, total: str) -> None:
    card = card_of(as_lines(table), figures)
    made = {line["code"]: line["final"] for line in card["lines"] if line["code"][0] == "@"}
    assert (made, card["total"]) == (adjustments, total)


def as_lines(table: str) -> str:
    """Two keys written in one line stand on two."""
    return table.replace(", weight", "\n    weight").replace("5, least", "5\n    least")


MIXED = """
bonus_cap: 1
criteria:
  - code: A
    most: 4
    children:
      - {code: A1, max: 3, not_arisen: rescale_block, rule: {type: yes_no, figure: a}}
      - {code: A2, max: 2, kind: bonus, rule: {type: yes_no, figure: b}}
      - {code: A3, max: 5, kind: penalty, rule: {type: yes_no, figure: c, points: 0.5}}
  - {code: B, max: 6, rule: {type: yes_no, figure: d}}
"""


def test_bonuses_and_penalties_inside_a_block_count_in_it() -> None:
    card = card_of(MIXED, "a=1 b=1 c=1 d=1")
    lines = {line["code"]: line["final"] for line in card["lines"]}
    # 3 + 2 − 0.5 = 4.5, held to 4; then 2 of bonuses, capped at 1.
    assert (lines["A3"], lines["@hold.A"], lines["@bonus_cap"]) == ("-0.50", "-0.50", "-1.00")
    assert card["total"] == "9.00"


def test_a_bonus_has_no_part_in_the_maximum() -> None:
    table = MIXED.replace("most: 4", "weight: 9").replace("bonus_cap: 1", "")
    # 3 + 2 of 3, as 9
    assert card_of(table, "a=1 b=1 c=0 d=0")["total"] == "15.00"
    assert card_of(table, "a=KPS b=1 c=0 d=1")["total"] is None


CHECK = """
criteria:
  - {code: A, max: 3, rule: {type: count, figure: a, points: 1}}
  - {code: B, max: 3, rule: {type: count, figure: b, points: 1}}
checks: [{code: K, text: a bằng b, when: "a = b", RESULT}]
"""
CHECKS = [
    ("result: warn", "a=1 b=2", "3.00", ["a bằng b"]),
    ("result: warn", "a=1 b=1", "2.00", []),
    ("result: pending", "a=1 b=2", None, ["a bằng b"]),
    ("result: pending", "a=1 b=2 @appraised.A=2", None, ["a bằng b"]),
    ("result: pending", "a=1 b=2 @appraised.A=2 @appraised.B=2", "4.00", ["a bằng b"]),
    ("result: pending", "a=1 b=1", "2.00", []),
]


@pytest.mark.parametrize(("result", "figures", "total", "warnings"), CHECKS)
def test_a_check(result: str, figures: str, total: str | None, warnings: list[str]) -> None:
    card = card_of(CHECK.replace("RESULT", result), figures)
    assert (card["total"], card["warnings"]) == (total, warnings)


CLASSES = """
criteria:
  - {code: A, children: [{code: A1, max: 10, rule: {type: count, figure: a, points: 1}}]}
  - {code: B, children: [{code: B1, max: 10, rule: {type: count, figure: b, points: 1}}]}
classes:
  - {name: Best, from: 10, requires: [REQUIRED]}
  - {name: Good, from: 5}
  - {name: Poor}
vetoes: [VETO]
"""
REQUIREMENTS = [
    ("no_zero", "a=10 b=0", "Good"),
    ("{each_block: 50}", "a=9 b=5", "Best"),
    ("{each_block: 50}", "a=10 b=4", "Good"),
    ("{when: 'c >= 30', text: t}", "a=9 b=5 c=30", "Best"),
    ("{when: 'c >= 30', text: t}", "a=9 b=5 c=29", "Good"),
    ("{when: 'c >= 30', text: t}", "a=9 b=5", None),
    ('{when: \'points("A") > 8 and share("B1") = 50\', text: t}', "a=9 b=5", "Best"),
    ("{when: 'total > 14', text: t}", "a=9 b=5", "Good"),
]


@pytest.mark.parametrize(("required", "figures", "name"), REQUIREMENTS)
def test_a_requirement(required: str, figures: str, name: str | None) -> None:
    table = CLASSES.replace("REQUIRED", required).replace("VETO", "")
    assert card_of(table, figures)["class"] == name


def test_a_veto_on_a_condition_or_without_any_class() -> None:
    veto = "{code: L, text: t, class: Poor, rule: {type: veto, when: 'c > 2'}}"
    table = CLASSES.replace("REQUIRED", "").replace("VETO", veto)
    assert card_of(table, "a=9 b=9 c=3")["class"] == "Poor"
    assert card_of(table, "a=9 b=9")["class"] == "Best"
    table = table.replace("class: Poor", "unclassified: true")
    assert card_of(table, "a=9 b=9 c=3")["class"] is None


LEAF = "criteria: [{code: A, max: 99, rule: {type: count, figure: a, points: 1}}]\n"
TIES = [
    ("shared", "a=9", "a=8", "a=8", "a=7", [1, 2, 2, 4]),
    ("dense", "a=9", "a=8", "a=8", "a=7", [1, 2, 2, 3]),
    ("shared, numbering: dense", "a=9", "a=8", "a=8", "a=7", [1, 2, 2, 3]),
    (
        "chain, chain: [{text: t, figure: b}], numbering: dense",
        "a=8 b=1",
        "a=8 b=2",
        "a=8 b=1",
        "a=7",
        [2, 1, 2, 3],
    ),
    ("chain, chain: [{text: t, figure: b}]", "a=8 b=1", "a=8 b=2", "a=8", "a=9", [3, 2, 4, 1]),
    (
        "chain, chain: [{text: t, figure: b, better: low}]",
        "a=8 b=1",
        "a=8 b=2",
        "a=8 b=1",
        "a=9",
        [2, 4, 2, 1],
    ),
    (
        "chain, chain: [{text: t, formula: 'points(\"A\") - b'}]",
        "a=8 b=1",
        "a=8 b=0",
        "a=8 b=9",
        "a=0 b=0",
        [2, 1, 3, 4],
    ),
    (
        "chain, chain: [{text: t, figure: b}], then: manual",
        "a=8 b=1 @tie=2",
        "a=8 b=1 @tie=1",
        "a=8 b=1",
        "a=8 b=1",
        [2, 1, 3, 3],
    ),
]


@pytest.mark.parametrize(("rule", "one", "two", "three", "four", "ranks"), TIES)
def test_equal_totals(
    rule: str, one: str, two: str, three: str, four: str, ranks: list[int]
) -> None:
    table = oracle.load_set(f"{LEAF}ranking: {{ties: {rule}}}")
    facts = {
        unit: answers(given) for unit, given in zip("abcd", (one, two, three, four), strict=True)
    }
    found = {place["unit"]: place["rank"] for place in oracle.ranking(table, facts)["places"]}
    assert [found[unit] for unit in "abcd"] == ranks


QUOTA = (
    LEAF
    + """
classes: [{name: Best, from: 50}, {name: Good, from: 20}, {name: Poor}]
quotas: [{class: Best, KEYS}]
"""
)
QUOTAS = [
    # seven units of 90, 80, 80, 60, 30, 30, 10: how many are Best, and whether one is left open
    ("percent: 20", 1, False),
    ("percent: 20, of: [Best, Good]", 1, False),
    ("percent: 50, of: [Best, Good]", 3, False),
    ("percent: 34, of: [Best, Good], rounding: half_up", 1, False),
    ("percent: 34, of: [Best, Good], rounding: half_up, at_tie: all", 3, False),
    ("percent: 34, of: [Best, Good], rounding: half_up, at_tie: manual", 1, True),
    ("percent: 20, rounding: up, at_tie: all", 3, False),
    ("count: 9", 4, False),
    ("count: 0", 0, False),
]


@pytest.mark.parametrize(("keys", "best", "is_open"), QUOTAS)
def test_a_quota(keys: str, best: int, is_open: bool) -> None:
    table = oracle.load_set(QUOTA.replace("KEYS", keys))
    facts = {f"u{n}": {"a": str(a)} for n, a in enumerate((90, 80, 80, 60, 30, 30, 10))}
    classes = [place["class"] for place in oracle.ranking(table, facts)["places"]]
    assert classes[:best] == ["Best"] * best
    assert "Best" not in classes[best:]
    assert (None in classes) == is_open


PASS_FAIL = """
kind: pass_fail
criteria:
  - code: A
    required: 2
    children:
      - {code: A1, not_arisen: full, rule: {type: yes_no, figure: a}}
      - {code: A2, not_arisen: exclude, rule: {type: yes_no, figure: b}}
      - {code: A3, not_arisen: zero, rule: {type: yes_no, figure: c}}
  - {code: B, rule: {type: bands, figure: d, bands: [{from: 80, points: 1}]}}
"""
RESULTS = [
    ("a=1 b=1 c=0 d=80", "đạt", "Đạt"),
    ("a=KPS b=KPS c=1 d=80", "đạt", "Đạt"),
    ("a=1 b=KPS c=KPS d=80", "không đạt", "Chưa đạt"),
    ("a=1 b=1 d=80", "đạt", "Đạt"),
    ("a=1 b=0 d=80", "chờ", None),
    ("a=0 b=0 d=80", "không đạt", "Chưa đạt"),
    ("a=1 b=1 d=79", "không đạt", "Chưa đạt"),
    ("a=1 b=1", "chờ", None),
    ("a=1 b=1 @appraised.B=1", "đạt", "Đạt"),
    ("a=1 b=1 d=80 @appraised.B=0", "không đạt", "Chưa đạt"),
]


@pytest.mark.parametrize(("figures", "result", "name"), RESULTS)
def test_without_points(figures: str, result: str, name: str | None) -> None:
    card = card_of(PASS_FAIL, figures)
    assert (card["result"], card["class"], card["total"]) == (result, name, None)
    assert oracle.ranking(oracle.load_set(PASS_FAIL), {"u": answers(figures)}) == {
        "places": [],
        "unranked": ["u"],
    }


def test_places_without_points() -> None:
    table = oracle.load_set(
        "kind: rank_only\nranking:"
        " {chain: [{text: t, figure: a}, {text: t, figure: b, better: low}]}"
    )
    given = {"u": "a=3 b=2", "v": "a=3 b=1", "w": "a=4", "x": "b=1", "y": "a=3", "z": ""}
    found = oracle.ranking(table, {unit: answers(figures) for unit, figures in given.items()})
    assert [(place["unit"], place["rank"]) for place in found["places"]] == [
        ("w", 1),
        ("v", 2),
        ("u", 3),
        ("y", 4),
    ]
    assert found["unranked"] == ["x", "z"]


def test_a_line_may_be_finer_than_the_total() -> None:
    leaf = "{code: A, max: 3, rounding: {places: 3}, rule: {type: proportional, part: a, whole: b}}"
    card = card_of(f"criteria: [{leaf}]", "a=1 b=24")
    # 3 × 1/24 = 0.125, printed 0.13 with the total's two decimals
    assert [(line["code"], Fraction(line["final"])) for line in card["lines"]] == [
        ("A", Fraction("0.125")),
        ("@rounding", Fraction("0.005")),
    ]
    assert card["total"] == "0.13"
