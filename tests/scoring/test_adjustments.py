"""What happens above the leaves, each adjustment a line of its own, reckoned by hand."""

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
