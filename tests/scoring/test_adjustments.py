"""What happens above the leaves, each adjustment a line of its own, reckoned by hand."""

from decimal import Decimal

import pytest

from scoring.scorecards import Scorecard
from tests.scoring.builders import card, finals, table_of, total


def leaf(code: str, most: str, word: str = "") -> str:
    """A leaf whose figure, called like the leaf, is its points."""
    key = "k" + code.replace(".", "_")
    absent = f"not_arisen: {word}, " if word else ""
    rule = f"rule: {{type: steps, figure: {key}, points: 1, whole_steps: false}}"
    return f"{{code: '{code}', text: t, max: {most}, {absent}{rule}}}"


def block(code: str, *children: str, more: str = "") -> str:
    return f"{{code: '{code}', text: Nhóm {code}, {more}children: [{', '.join(children)}]}}"


def scored(criteria: list[str], written: str, more: str = "") -> Scorecard:
    return card(table_of(f"criteria: [{', '.join(criteria)}]\n{more}"), written)


def adjustments(found: Scorecard) -> dict[str, str | None]:
    return {code: final for code, final in finals(found).items() if code.startswith("@")}


BLOCK = [block("1", leaf("1.1", "4"), leaf("1.2", "6", "rescale_block"))]
TWO = [block("1", leaf("1.1", "4"), leaf("1.2", "6", "rescale_total")), leaf("2", "5")]
NESTED = [
    block(
        "1",
        leaf("1.1", "4"),
        leaf("1.2", "2", "rescale_block"),
        block("1.3", leaf("1.3.1", "3"), leaf("1.3.2", "3", "rescale_block")),
    )
]
CAPPED = [block("1", leaf("1.1", "4"), leaf("1.2", "6"), more="max: 7, cap: true, ")]
CAPPED_RESCALED = [
    block("1", leaf("1.1", "4"), leaf("1.2", "6", "rescale_block"), more="max: 7, cap: true, ")
]
NESTED_CAPS = [
    block(
        "1",
        block("1.1", leaf("1.1.1", "5"), more="max: 3, cap: true, "),
        leaf("1.2", "5"),
        more="max: 6, cap: true, ",
    )
]
TOP = [leaf("1", "4"), leaf("2", "6", "rescale_block")]
BOTH = [
    block("1", leaf("1.1", "4"), leaf("1.2", "6", "rescale_block")),
    leaf("2", "5", "rescale_total"),
    leaf("3", "5"),
]

ROWS = [
    # 3 × 10/4 − 3
    (BLOCK, "k1_1=3 k1_2=KPS", {"@rescale.1": "4.50"}, "7.50", "the block is brought up"),
    (BLOCK, "k1_1=4 k1_2=KPS", {"@rescale.1": "6.00"}, "10.00", "full stays full"),
    (BLOCK, "k1_1=0 k1_2=KPS", {}, "0.00", "nothing of nothing is no line"),
    (BLOCK, "k1_1=3 k1_2=2", {}, "5.00", "nothing to make up"),
    # (3 + 2) × 15/9 − 5 = 3.3333…
    (TWO, "k1_1=3 k1_2=KPS k2=2", {"@rescale": "3.33"}, "8.33", "made up from everything"),
    # inner: 2 × 6/3 − 2 = 2; outer: (3 + 4) × (4 + 2 + 6)/(4 + 6) − 7 = 1.4
    (
        NESTED,
        "k1_1=3 k1_2=KPS k1_3_1=2 k1_3_2=KPS",
        {"@rescale.1.3": "2.00", "@rescale.1": "1.40"},
        "8.40",
        "inner blocks first, and what they made up counts as available",
    ),
    # 4 + 6 = 10 held to 7
    (CAPPED, "k1_1=4 k1_2=6", {"@cap.1": "-3.00"}, "7.00", "a capped block"),
    (CAPPED, "k1_1=4 k1_2=3", {}, "7.00", "exactly its cap: no line"),
    # 4 × 10/4 − 4 = 6; 10 is cut to 7
    (
        CAPPED_RESCALED,
        "k1_1=4 k1_2=KPS",
        {"@rescale.1": "6.00", "@cap.1": "-3.00"},
        "7.00",
        "rescaled first, then capped",
    ),
    # 5 → 3; 3 + 5 = 8 → 6
    (
        NESTED_CAPS,
        "k1_1_1=5 k1_2=5",
        {"@cap.1.1": "-2.00", "@cap.1": "-2.00"},
        "6.00",
        "a cap within a cap",
    ),
    # 2 × 10/4 − 2 = 3
    (TOP, "k1=2 k2=KPS", {"@rescale": "3.00"}, "5.00", "outside every block: the whole table"),
    # block: 3 × 10/4 − 3 = 4.5; then (7.5 + 2) × 20/15 − 9.5 = 3.1666…
    (
        BOTH,
        "k1_1=3 k1_2=KPS k2=KPS k3=2",
        {"@rescale.1": "4.50", "@rescale": "3.17"},
        "12.67",
        "blocks before the whole",
    ),
]


@pytest.mark.parametrize(
    ("criteria", "written", "lines", "sum_of_lines"),
    [r[:4] for r in ROWS],
    ids=[r[4] for r in ROWS],
)
def test_blocks_and_rescaling(
    criteria: list[str], written: str, lines: dict[str, str], sum_of_lines: str
) -> None:
    found = scored(criteria, written)
    assert (adjustments(found), total(found)) == (lines, sum_of_lines)


UNANSWERED = [
    (BLOCK, "k1_1=KPS k1_2=KPS", "not said what becomes of the other"),
    ([block("1", leaf("1.1", "4", "rescale_block"))], "k1_1=KPS", "a block with nothing left"),
    (
        [block("1", leaf("1.1", "0"), leaf("1.2", "6", "rescale_block")), leaf("2", "5")],
        "k1_1=0 k1_2=KPS k2=5",
        "a maximum of 0 is nothing to rescale from",
    ),
    ([leaf("1", "4", "rescale_total")], "k1=KPS", "nothing left at all"),
    (
        [block("1", leaf("1.1", "4", "rescale_block")), leaf("2", "5")],
        "k1_1=KPS k2=5",
        "one block without answer leaves the unit unranked",
    ),
]


@pytest.mark.parametrize(
    ("criteria", "written"), [row[:2] for row in UNANSWERED], ids=[row[2] for row in UNANSWERED]
)
def test_nothing_left_to_rescale_from_is_no_answer(criteria: list[str], written: str) -> None:
    found = scored(criteria, written)
    assert (found.total, adjustments(found)) == (None, {})
    assert found.unranked


def test_while_a_leaf_is_pending_nothing_is_adjusted() -> None:
    found = scored(BLOCK, "k1_2=KPS")
    assert (found.pending, adjustments(found)) == (("1.1",), {})
    assert found.unranked == "Chưa đủ số liệu tiêu chí 1.1"


def extra(section: str, code: str, most: str) -> str:
    return f"{section}: [{leaf(code, most)}, {leaf(code + '0', most)}]\n"


SECTIONS = [
    # bonuses 3 + 3, penalties 3 + 3 beside 4 standard points
    ("", "10.00", {}, "no caps: 4 + 6"),
    ("bonus_cap: 5", "9.00", {"@bonus_cap": "-1.00"}, "the bonuses held to 5"),
    ("bonus_cap: 6", "10.00", {}, "exactly the cap: no line"),
    ("bonus_cap: 0", "4.00", {"@bonus_cap": "-6.00"}, "a cap of 0 allows none"),
    ("total_cap: 8", "8.00", {"@total_cap": "-2.00"}, "the total held to 8"),
    (
        "bonus_cap: 5\ntotal_cap: 8",
        "8.00",
        {"@bonus_cap": "-1.00", "@total_cap": "-1.00"},
        "one cap after the other",
    ),
]


@pytest.mark.parametrize(
    ("caps", "sum_of_lines", "lines"), [row[:3] for row in SECTIONS], ids=[r[3] for r in SECTIONS]
)
def test_bonus_and_total_caps(caps: str, sum_of_lines: str, lines: dict[str, str]) -> None:
    found = scored([leaf("1", "4")], "k1=4 k5=3 k50=3", extra("bonuses", "5", "3") + caps)
    assert (total(found), adjustments(found)) == (sum_of_lines, lines)


PENALTY_CAPS = [
    ("", "-2.00", {}, "4 − 6: there is no floor at 0"),
    ("penalty_cap: 5", "-1.00", {"@penalty_cap": "1.00"}, "no more than 5 is taken away"),
    ("penalty_cap: 0", "4.00", {"@penalty_cap": "6.00"}, "none is taken away"),
]


@pytest.mark.parametrize(
    ("caps", "sum_of_lines", "lines"),
    [row[:3] for row in PENALTY_CAPS],
    ids=[row[3] for row in PENALTY_CAPS],
)
def test_penalty_caps(caps: str, sum_of_lines: str, lines: dict[str, str]) -> None:
    found = scored([leaf("1", "4")], "k1=4 k5=3 k50=3", extra("penalties", "5", "3") + caps)
    assert (total(found), adjustments(found)) == (sum_of_lines, lines)
    assert found.minus == (sum(line.final for line in found.lines if line.section == "penalty"))


def test_an_adjustment_is_rounded_by_itself() -> None:
    # places 0: 1 × 10/3 − 1 = 2.333… → 2, so that 1 + 2 = 3 on paper too.
    criteria = [block("1", leaf("1.1", "3"), leaf("1.2", "7", "rescale_block"))]
    found = scored(criteria, "k1_1=1 k1_2=KPS", "rounding: {places: 0}")
    assert (adjustments(found), total(found)) == ({"@rescale.1": "2"}, "3")


MAXIMA = [
    (BLOCK, "k1_1=3 k1_2=KPS", "10", "what is made up counts"),
    (BLOCK, "k1_1=3 k1_2=2", "10", "all scored"),
    ([leaf("1", "4", "exclude"), leaf("2", "6")], "k1=KPS k2=1", "6", "what is left out does not"),
    (CAPPED, "k1_1=4 k1_2=6", "7", "a capped block counts its cap"),
    (BLOCK, "", "10", "what is pending is still to come"),
]


@pytest.mark.parametrize(
    ("criteria", "written", "most"), [row[:3] for row in MAXIMA], ids=[row[3] for row in MAXIMA]
)
def test_the_maximum_of_the_card(criteria: list[str], written: str, most: str) -> None:
    assert f"{scored(criteria, written).max:f}" == most


def test_the_reason_shows_the_reckoning() -> None:
    found = scored(BLOCK, "k1_1=3 k1_2=KPS")
    assert found.line("@rescale.1").reason == "Quy đổi Nhóm 1: 3 điểm trên 4 → trên 10"
    found = scored(CAPPED, "k1_1=4 k1_2=6")
    assert found.line("@cap.1").reason == "Nhóm 1: tối đa 7 điểm"


def of(code: str, section: str, most: str, key: str) -> str:
    rule = f"rule: {{type: count, figure: {key}, points: 1}}"
    return f"{{code: '{code}', text: t, kind: {section}, max: {most}, {rule}}}"


PICKED = [block("1", leaf("1.1", "2"), leaf("1.2", "3"), leaf("1.3", "1"), more="pick: 1, ")]
TWO_OF = [block("1", leaf("1.1", "2"), leaf("1.2", "3"), leaf("1.3", "1"), more="pick: 2, ")]
PICKED_ABSENT = [
    block("1", leaf("1.1", "2"), leaf("1.2", "3", "exclude"), more="pick: 1, "),
    leaf("2", "5"),
]
HELD = [
    block(
        "1",
        leaf("1.1", "4"),
        of("1.2", "bonus", "9", "b"),
        of("1.3", "penalty", "9", "p"),
        more="most: 7, least: -3, ",
    )
]
WEIGHED = [block("1", leaf("1.1", "4"), leaf("1.2", "4", "exclude"), more="weight: 30, ")]
TOTAL_WEIGHED = [
    block("1", leaf("1.1", "5"), leaf("1.2", "5", "rescale_total"), more="weight: 30, "),
    leaf("2", "70"),
]
ALL_AT_ONCE = [
    block(
        "1",
        block("1.1", leaf("1.1.1", "4"), leaf("1.1.2", "6", "rescale_block")),
        leaf("1.2", "5"),
        more="pick: 1, max: 8, cap: true, most: 6, weight: 30, ",
    )
]

EXTENDED = [
    (PICKED, "k1_1=2 k1_2=1 k1_3=1", {"@pick.1": "-2.00"}, "2.00", "3", "the best of three"),
    (PICKED, "k1_1=1 k1_2=1 k1_3=1", {"@pick.1": "-2.00"}, "1.00", "3", "of equals one stands"),
    (TWO_OF, "k1_1=2 k1_2=1 k1_3=0.5", {"@pick.1": "-0.50"}, "3.00", "5", "the best two"),
    (PICKED, "k1_1=2 k1_2=0 k1_3=0", {}, "2.00", "3", "nothing to take off: no line"),
    (PICKED_ABSENT, "k1_1=2 k1_2=KPS k2=1", {}, "3.00", "7", "what was left out is not picked"),
    (HELD, "k1_1=4 b=5 p=0", {"@hold.1": "-2.00"}, "7.00", "4", "4 + 5 held to 7"),
    (HELD, "k1_1=0 b=0 p=9", {"@hold.1": "6.00"}, "-3.00", "4", "−9 held to −3"),
    (HELD, "k1_1=4 b=5 p=2", {}, "7.00", "4", "4 + 5 − 2, exactly 7"),
    # 3 × 30/4 = 22.5
    (WEIGHED, "k1_1=3 k1_2=KPS", {"@weight.1": "19.50"}, "22.50", "30", "of what stands"),
    # 5 × 30/8
    (WEIGHED, "k1_1=3 k1_2=2", {"@weight.1": "13.75"}, "18.75", "30", "of both"),
    # 5 × 30/10 = 15 of 15 that stand; (15 + 0) × 100/85 − 15
    (
        TOTAL_WEIGHED,
        "k1_1=5 k1_2=KPS k2=0",
        {"@weight.1": "10.00", "@rescale": "2.65"},
        "17.65",
        "100",
        "what is made up over the total is not made up by the weight",
    ),
    # 1.1: 4 × 10/4 = 10; pick takes 5 off; 10 → 8 → 6; 6 × 30/8
    (
        ALL_AT_ONCE,
        "k1_1_1=4 k1_1_2=KPS k1_2=5",
        {
            "@rescale.1.1": "6.00",
            "@pick.1": "-5.00",
            "@cap.1": "-2.00",
            "@hold.1": "-2.00",
            "@weight.1": "16.50",
        },
        "22.50",
        "30",
        "one after the other, from the inside out",
    ),
]


@pytest.mark.parametrize(
    ("criteria", "written", "lines", "sum_of_lines", "most"),
    [row[:5] for row in EXTENDED],
    ids=[row[5] for row in EXTENDED],
)
def test_pick_hold_and_weight(
    criteria: list[str], written: str, lines: dict[str, str], sum_of_lines: str, most: str
) -> None:
    found = scored(criteria, written)
    assert (adjustments(found), total(found)) == (lines, sum_of_lines)
    assert list(adjustments(found)) == list(lines)
    assert found.max == Decimal(most)


def test_a_weighted_block_of_which_nothing_stands_is_left_out() -> None:
    criteria = [block("1", leaf("1.1", "4", "exclude"), more="weight: 30, "), leaf("2", "5")]
    found = scored(criteria, "k1_1=KPS k2=5")
    assert (total(found), found.max, adjustments(found)) == ("5.00", 5, {})


OUTSIDE = [
    # bonuses 2 and 3, of which one is picked
    ("bonuses", "pick: 1", "", {"@pick.5": "-2.00"}, "7.00", "the best bonus"),
    ("bonuses", "pick: 1", "bonus_cap: 3", {"@pick.5": "-2.00"}, "7.00", "the cap sees the pick"),
    ("bonuses", "max: 4, cap: true", "", {"@cap.5": "-1.00"}, "8.00", "a block of bonuses capped"),
    # penalties 2 and 3
    ("penalties", "pick: 1", "", {"@pick.5": "2.00"}, "1.00", "the heaviest penalty"),
    ("penalties", "max: 4, cap: true", "", {"@cap.5": "1.00"}, "0.00", "at most 4 is taken"),
    ("penalties", "pick: 2", "total_floor: 0", {"@total_floor": "1.00"}, "0.00", "no less than 0"),
]


@pytest.mark.parametrize(
    ("section", "more", "caps", "lines", "sum_of_lines"),
    [row[:5] for row in OUTSIDE],
    ids=[row[5] for row in OUTSIDE],
)
def test_blocks_of_bonuses_and_penalties(
    section: str, more: str, caps: str, lines: dict[str, str], sum_of_lines: str
) -> None:
    inside = block("5", leaf("5.1", "3"), leaf("5.2", "3"), more=f"{more}, ")
    found = scored([leaf("1", "4")], "k1=4 k5_1=2 k5_2=3", f"{section}: [{inside}]\n{caps}")
    assert (total(found), adjustments(found)) == (sum_of_lines, lines)
    beside = found.plus if section == "bonuses" else found.minus
    own = [line.final for line in found.lines if line.section in ("bonus", "penalty")]
    assert beside == sum(own)


def test_a_bonus_among_the_standard_points_counts_in_its_block_not_in_its_maximum() -> None:
    criteria = [block("1", leaf("1.1", "4"), of("1.2", "bonus", "2", "b"))]
    found = scored(criteria, "k1_1=4 b=2", "bonus_cap: 1")
    assert [(one.points, one.max) for one in found.blocks] == [(6, 4)]
    assert (found.max, found.plus, total(found)) == (4, 1, "5.00")


ROUNDED = [
    ("places: 2, total_places: 1", "k1=1.25", {"@rounding": "0.05"}, "1.3", "fewer decimals"),
    ("places: 2, total_places: 0, mode: down", "k1=1.99", {"@rounding": "-0.99"}, "1", "down"),
    ("places: 2, total_places: 1", "k1=1.2", {}, "1.2", "nothing to round: no line"),
]


@pytest.mark.parametrize(
    ("rounding", "written", "lines", "printed"),
    [row[:4] for row in ROUNDED],
    ids=[row[4] for row in ROUNDED],
)
def test_a_total_with_fewer_decimals_than_its_lines(
    rounding: str, written: str, lines: dict[str, str], printed: str
) -> None:
    found = scored([leaf("1", "4")], written, f"rounding: {{{rounding}}}")
    assert (adjustments(found), total(found)) == (lines, printed)
    assert found.total == sum(line.final for line in found.lines)


def test_a_line_finer_than_the_total_is_rounded_in_the_total() -> None:
    fine = leaf("1", "4")[:-1] + ", rounding: {places: 4}}"
    found = scored([fine], "k1=1.23456")
    assert (finals(found), total(found)) == ({"1": "1.2346", "@rounding": "-0.0046"}, "1.23")


def test_adjustments_say_what_they_did() -> None:
    found = scored(ALL_AT_ONCE, "k1_1_1=4 k1_1_2=KPS k1_2=5", "total_floor: 30")
    reasons = {line.code: line.reason for line in found.lines if line.code.startswith("@")}
    assert reasons["@pick.1"] == "Nhóm 1: chỉ tính 1 mục cao điểm nhất"
    assert reasons["@hold.1"] == "Nhóm 1: 8 điểm, giữ ở mức 6 điểm"
    assert reasons["@weight.1"] == "Nhóm 1: 6 điểm trên 8, trọng số 30"
    assert reasons["@total_floor"] == "Tổng điểm 22,5, tối thiểu 30"
    assert [found.line(code).top for code in ("@rescale.1.1", "@pick.1", "@total_floor")] == [
        "1",
        "1",
        None,
    ]
