"""Blocks that pick, hold and weigh, chains, quotas, checks, kinds of table: read and checked."""

from decimal import Decimal

import pytest

from scoring.criteria import Step
from scoring.criteria_leaves import Block
from scoring.criteria_terms import Among, AtTie, Rounding, Section, TableKind, Ties
from scoring.issues import Code
from tests.scoring.builders import HEAD, found_in, table_of

LEAF = "{code: '1', text: t, max: 3, rule: {type: assessed}}"
CRITERIA = f"criteria: [{LEAF}]\n"
JUDGED = "kind: pass_fail\n" + CRITERIA.replace("max: 3, ", "")
CLASSES = "classes: [{name: Tốt, from: 2}, {name: Khá, from: 1}, {name: Kém}]\n"
WHOLE = """\
form: tu-cham-khac
assessor: so-noi-vu
reconsideration_days: 5
total_floor: -3
rounding: {places: 2, total_places: 1}
max: 20
criteria:
  - code: "1"
    text: Mục
    weight: 20
    most: 18
    least: -1
    article: Điều 5
    assessor: so-tu-phap
    children:
      - code: "1.1"
        text: Chọn
        pick: 1
        children:
          - {code: 1.1.1, text: t, max: 3, rule: {type: assessed}}
          - {code: 1.1.2, text: t, max: 5, article: Điều 6, rule: {type: assessed}}
      - {code: "1.2", text: t, max: 2, kind: bonus, assessor: khac, rule: {type: assessed}}
      - code: "1.3"
        text: t
        max: 4
        rounding: {places: 0}
        inputs: [{key: v, label: V, kind: choice, choices: [Núi, Biển]}]
        max_when: [{when: v = 1, max: 3.5}]
        most_when: [{when: v = 2, most: 3}]
        thresholds: [{when: v = 1, times: 0.75}]
        rule: {type: bands, figure: v, bands: [{from: 2, points: 4}]}
bonuses:
  - code: T
    text: Thưởng
    children: [{code: T1, text: t, rule: {type: count, figure: n, points: 1}}]
inputs: [{key: n, label: N, kind: count, source: Thanh tra tỉnh}]
checks: [{code: K1, text: phải bằng, when: n = v, result: pending}]
calendar: [{step: Tự chấm, who: Đơn vị, opens: 12-10, due: 12-15}]
classes:
  - name: Tốt
    from: 15
    requires: [no_zero, {each_block: 50}, {when: 'points("1.3") > 2', text: Trên 2 điểm}]
  - {name: Kém}
vetoes:
  - {code: L1, text: t, unclassified: true, rule: {type: veto, when: n > 3}}
quotas: [{class: Tốt, percent: 20, of: [Tốt], among: all, rounding: up, at_tie: manual}]
ranking:
  ties: chain
  chain: [{text: V, figure: v, better: low}, {text: S, formula: 'share("1")'}]
  then: manual
"""


def test_a_table_of_every_key_is_read_as_written() -> None:
    table = table_of(WHOLE)
    [block] = table.criteria
    assert isinstance(block, Block)
    assert (table.form, table.assessor, table.reconsideration_days) == (
        "tu-cham-khac",
        "so-noi-vu",
        5,
    )
    assert table.rounding == Rounding(2, "half_up", 1)
    assert (table.total_floor, table.max, block.max) == (-3, 20, 9)
    assert (block.weight, block.most, block.least) == (20, 18, -1)
    assert table.calendar == (Step("Tự chấm", "Đơn vị", "12-10", "12-15"),)
    assert (table.checks[0].code, table.checks[0].pending) == ("K1", True)
    assert table.inputs()[0].source == "Thanh tra tỉnh"


def test_a_pick_is_worth_its_largest_children() -> None:
    [block] = table_of(WHOLE).criteria
    assert (block.children[0].pick, block.children[0].max) == (1, 5)


def test_what_holds_for_a_block_holds_in_it_unless_said_otherwise() -> None:
    table = table_of(WHOLE)
    articles = [table.leaf(code).article for code in ("1.1.1", "1.1.2")]
    assessors = [table.assessor_of(table.leaf(code)) for code in ("1.1.1", "1.2", "T1")]
    assert articles == ["Điều 5", "Điều 6"]
    assert assessors == ["so-tu-phap", "khac", "so-noi-vu"]


def test_a_leaf_is_read_with_its_conditions() -> None:
    leaf = table_of(WHOLE).leaf("1.3")
    numbers = [leaf.max_when[0].value, leaf.most_when[0].value, leaf.thresholds[0].value]
    assert numbers == [Decimal("3.5"), 3, Decimal("0.75")]
    assert leaf.rounding == Rounding(0, "half_up")
    assert leaf.inputs[0].choices == ("Núi", "Biển")


def test_a_bonus_may_stand_in_a_block_and_be_without_limit() -> None:
    table = table_of(WHOLE)
    assert table.leaf("1.2").section is Section.BONUS
    assert (table.leaf("T1").max, table.leaf("T1").block) == (None, "T")


def test_classes_quotas_and_chains_are_read() -> None:
    table = table_of(WHOLE)
    best, [quota] = table.classes[0], table.quotas
    assert (best.no_zero, best.each_block) == (True, 50)
    assert best.requires[0].condition.of_card
    assert (quota.percent, quota.of, quota.among) == (20, ("Tốt",), Among.ALL)
    assert (quota.rounding, quota.at_tie) == ("up", AtTie.MANUAL)
    assert table.vetoes[0].class_name is None
    assert (table.ranking.ties, table.ranking.manual) == (Ties.CHAIN, True)
    assert [tie.high for tie in table.ranking.chain] == [False, True]


RANK_ONLY = (
    "kind: rank_only\ninputs: [{key: a, label: A, kind: count}]\n"
    "ranking: {chain: [{text: A, figure: a}]}\n"
)
PASS_FAIL = """\
kind: pass_fail
criteria:
  - code: "1"
    text: t
    required: 1
    children:
      - code: "1.1"
        text: t
        inputs: [{key: a, label: A, kind: yes_no}]
        rule: {type: yes_no, figure: a}
      - {code: "1.2", text: t, rule: {type: assessed}}
classes: [{name: Đạt chuẩn}, {name: Chưa đạt chuẩn}]
"""


def test_a_table_without_points_is_read() -> None:
    table = table_of(PASS_FAIL)
    assert (table.kind, table.criteria[0].required) == (TableKind.PASS_FAIL, 1)
    assert table.leaf("1.1").max == 1
    assert found_in(HEAD + PASS_FAIL) == []
    assert table_of(PASS_FAIL.replace("required: 1", "required: all")).criteria[0].required is None


def test_a_table_that_only_ranks_is_read() -> None:
    table = table_of(RANK_ONLY)
    assert (table.kind, table.criteria, table.max) == (TableKind.RANK_ONLY, (), 0)
    assert table.ranking.ties is Ties.CHAIN
    assert found_in(HEAD + RANK_ONLY) == []


def leaf(keys: str, most: str = "max: 3, ") -> str:
    return f"criteria: [{{code: '1', text: t, {most}rule: {{type: assessed}}, {keys}}}]"


def block(keys: str) -> str:
    return f"criteria: [{{code: B, text: t, {keys}, children: [{LEAF}]}}]"


ERRORS = [
    (
        CRITERIA + "in_force: {from: 2022-02-01, to: 2022-01-01}",
        "in_force.to",
        Code.VALUE_OUTSIDE,
        "over before it begins",
    ),
    (
        CRITERIA.replace("code: '1'", "code: '@1'"),
        "criteria[0].code",
        Code.WRONG_TYPE,
        "the codes of the system",
    ),
    (CRITERIA + "kind: x", "kind", Code.NOT_ONE_OF, "an unknown kind"),
    (CRITERIA + "form: bieu", "form", Code.WRONG_TYPE, "another form's code"),
    (CRITERIA + "form: tu-cham-", "form", Code.WRONG_TYPE, "half a code"),
    (CRITERIA + "reconsideration_days: -1", "reconsideration_days", Code.VALUE_OUTSIDE, "days"),
    (
        CRITERIA + "rounding: {places: 1, total_places: 2}",
        "rounding.total_places",
        Code.VALUE_OUTSIDE,
        "a total finer than its lines",
    ),
    (leaf("kind: extra"), "criteria[0].kind", Code.NOT_ONE_OF, "an unknown kind of leaf"),
    (leaf("", ""), "criteria[0].max", Code.KEY_MISSING, "a standard leaf needs its maximum"),
    (leaf("rounding: {x: 1}"), "criteria[0].rounding.x", Code.KEY_UNKNOWN, "rounding's keys"),
    (
        leaf("max_when: [{when: a > 1}]"),
        "criteria[0].max_when[0].max",
        Code.KEY_MISSING,
        "a condition without its maximum",
    ),
    (
        leaf("max_when: [{when: a, max: 1}]"),
        "criteria[0].max_when[0].when",
        Code.FORMULA_UNREADABLE,
        "a number is no condition",
    ),
    (
        leaf("thresholds: [{when: a > 1, times: 0}]"),
        "criteria[0].thresholds[0].times",
        Code.VALUE_OUTSIDE,
        "thresholds of nothing",
    ),
    (
        leaf("most_when: [{when: a > 1, most: -1}]"),
        "criteria[0].most_when[0].most",
        Code.VALUE_OUTSIDE,
        "less than nothing",
    ),
    (block("pick: 2"), "criteria[0].pick", Code.VALUE_OUTSIDE, "more than there are"),
    (block("pick: 0"), "criteria[0].pick", Code.VALUE_OUTSIDE, "none at all"),
    (block("weight: 0"), "criteria[0].weight", Code.VALUE_OUTSIDE, "no weight"),
    (block("most: 1, least: 2"), "criteria[0].least", Code.VALUE_OUTSIDE, "upside down"),
    (block("required: 1"), "criteria[0].required", Code.KEY_UNKNOWN, "points need no đạt"),
    (
        leaf("inputs: [{key: a, label: A, kind: choice}]"),
        "criteria[0].inputs[0].choices",
        Code.KEY_MISSING,
        "a choice of nothing",
    ),
    (
        leaf("inputs: [{key: a, label: A, kind: choice, choices: [x, x]}]"),
        "criteria[0].inputs[0].choices",
        Code.CODE_TWICE,
        "the same choice twice",
    ),
    (
        leaf("inputs: [{key: a, label: A, kind: count, choices: [x]}]"),
        "criteria[0].inputs[0].choices",
        Code.KEY_UNKNOWN,
        "choices of a number",
    ),
    (
        CRITERIA + "bonuses: [{code: T, text: t, rule: {type: yes_no, figure: a}}]",
        "bonuses[0].max",
        Code.KEY_MISSING,
        "a rule that gives the maximum needs one",
    ),
    (
        CRITERIA + "penalties: [{code: P, text: t, rule: {type: days_late, form: f, per_day: 1}}]",
        "penalties[0].max",
        Code.KEY_MISSING,
        "a missed form costs the maximum",
    ),
    (
        CRITERIA
        + "bonuses: [{code: T, text: t, cap: true, children: ["
        + "{code: T1, text: t, rule: {type: count, figure: a, points: 1}}]}]",
        "bonuses[0].max",
        Code.KEY_MISSING,
        "a cap without limit",
    ),
    (CRITERIA + "bonuses: [" + LEAF + "]", "bonuses[0].code", Code.CODE_TWICE, "a code twice"),
    (
        CRITERIA + "checks: [{code: '1', text: t, when: a = 1}]",
        "checks[0].code",
        Code.CODE_TWICE,
        "a check called like a criterion",
    ),
    (
        CRITERIA + "checks: [{code: K, text: t, when: a = 1, result: stop}]",
        "checks[0].result",
        Code.NOT_ONE_OF,
        "an unknown result",
    ),
    (
        CRITERIA + "calendar: [{step: s, due: 02-30}]",
        "calendar[0].due",
        Code.WRONG_TYPE,
        "a day that is none",
    ),
    (
        CRITERIA + "calendar: [{step: s, opens: 2022-02-01}]",
        "calendar[0].opens",
        Code.WRONG_TYPE,
        "a day with its year",
    ),
    (
        CRITERIA + "calendar: [{step: s, opens: tháng 2}]",
        "calendar[0].opens",
        Code.WRONG_TYPE,
        "a month in words",
    ),
    (
        CRITERIA + "classes: [{name: A, requires: [{each_block: 101}]}]",
        "classes[0].requires[0].each_block",
        Code.VALUE_OUTSIDE,
        "more than all",
    ),
    (
        CRITERIA + "classes: [{name: A, requires: [all_passed]}]",
        "classes[0].requires[0]",
        Code.KEY_NOT_FOR_KIND,
        "đạt where there are points",
    ),
    (
        JUDGED + "classes: [{name: A, requires: [{each_block: 50}]}, {name: B}]",
        "classes[0].requires[0].each_block",
        Code.KEY_NOT_FOR_KIND,
        "a share of no points",
    ),
    (
        JUDGED
        + "classes: [{name: A, requires: [{when: 'points(\"1\") > 0', text: t}]}, {name: B}]",
        "classes[0].requires[0].when",
        Code.FORMULA_UNREADABLE,
        "points of a leaf that has none",
    ),
    (
        JUDGED + "classes: [{name: A, result: perhaps}, {name: B}]",
        "classes[0].result",
        Code.NOT_ONE_OF,
        "a result there is not",
    ),
    (
        CRITERIA + "classes: [{name: A, result: passed}]",
        "classes[0].result",
        Code.KEY_UNKNOWN,
        "a result where there are points",
    ),
    (
        CRITERIA
        + CLASSES
        + "class_caps: [{code: H, text: t, at_most: Kém, always: true, "
        + "rule: {type: veto, figure: a}}]",
        "class_caps[0].always",
        Code.KEY_UNKNOWN,
        "a cap on no class",
    ),
    (
        CRITERIA + CLASSES + "quotas: [{class: Tốt, count: 3, least: 1}]",
        "quotas[0].least",
        Code.KEY_UNKNOWN,
        "least places of a number",
    ),
    (
        CRITERIA + "ranking: {ties: dense, numbering: dense}",
        "ranking.numbering",
        Code.KEY_UNKNOWN,
        "said twice",
    ),
    (
        CRITERIA + "exempt: [{text: t}]",
        "exempt[0].when",
        Code.KEY_MISSING,
        "everybody or nobody",
    ),
    (
        CRITERIA.replace("assessed", "yes_no, figure: Đã có"),
        "criteria 1",
        Code.WRONG_TYPE,
        "a figure that no input could be",
    ),
    (
        CRITERIA + "classes: [{name: A, requires: [{when: total > 1}]}]",
        "classes[0].requires[0].text",
        Code.KEY_MISSING,
        "a condition nobody can read",
    ),
    (
        CRITERIA + "classes: [{name: A, requires: [{when: 'points(\"9\") > 1', text: t}]}]",
        "classes[0].requires",
        Code.NOT_ONE_OF,
        "points of what is not there",
    ),
    (
        CRITERIA
        + CLASSES
        + "vetoes: [{code: L, text: t, class: Kém, unclassified: true, "
        + "rule: {type: veto, figure: a}}]",
        "vetoes[0].class",
        Code.KEY_UNKNOWN,
        "a class and none",
    ),
    (
        CRITERIA
        + CLASSES
        + "class_caps: [{code: L, text: t, unclassified: true, rule: {type: veto, figure: a}}]",
        "class_caps[0].at_most",
        Code.KEY_MISSING,
        "a class cap needs its class",
    ),
    (
        CRITERIA
        + CLASSES
        + "vetoes: [{code: L, text: t, class: Kém, rule: {type: veto, when: a > 1, figure: a}}]",
        "vetoes[0].rule.figure",
        Code.KEY_UNKNOWN,
        "a condition and a figure",
    ),
    (
        CRITERIA + CLASSES + "quotas: [{class: Kém, count: 1}]",
        "quotas[0].class",
        Code.NOT_ONE_OF,
        "the lowest class has none below it",
    ),
    (CRITERIA + CLASSES + "quotas: [{class: Tốt}]", "quotas[0].percent", Code.KEY_MISSING, "none"),
    (
        CRITERIA + CLASSES + "quotas: [{class: Tốt, percent: 120}]",
        "quotas[0].percent",
        Code.VALUE_OUTSIDE,
        "more than all",
    ),
    (
        CRITERIA + CLASSES + "quotas: [{class: Tốt, percent: 20, count: 2}]",
        "quotas[0].percent",
        Code.KEY_UNKNOWN,
        "both",
    ),
    (
        CRITERIA + CLASSES + "quotas: [{class: Tốt, count: 2, of: [Tốt]}]",
        "quotas[0].of",
        Code.KEY_UNKNOWN,
        "a count is of nobody",
    ),
    (CRITERIA + "ranking: {ties: lot}", "ranking.ties", Code.NOT_ONE_OF, "by lot"),
    (CRITERIA + "ranking: {ties: chain}", "ranking.chain", Code.KEY_MISSING, "nothing decides"),
    (
        CRITERIA + "ranking: {ties: chain, chain: [{text: t}]}",
        "ranking.chain[0].figure",
        Code.KEY_MISSING,
        "an indicator of nothing",
    ),
    (
        CRITERIA + "ranking: {ties: chain, chain: [{text: t, formula: 'share(\"9\")'}]}",
        "ranking.chain[0]",
        Code.NOT_ONE_OF,
        "a share of what is not there",
    ),
    ("kind: rank_only", "ranking", Code.KEY_MISSING, "nothing to rank by"),
    (
        "kind: rank_only\nranking: {chain: [], then: manual}",
        "ranking.chain",
        Code.KEY_MISSING,
        "people decide only what is left",
    ),
    (RANK_ONLY + CRITERIA, "criteria", Code.KEY_NOT_FOR_KIND, "points where there are none"),
    (RANK_ONLY + CLASSES, "classes", Code.KEY_NOT_FOR_KIND, "classes of nothing"),
    (PASS_FAIL + "bonuses: [" + LEAF + "]", "bonuses", Code.KEY_NOT_FOR_KIND, "no bonuses"),
    (PASS_FAIL + "ranking: {ties: dense}", "ranking", Code.KEY_NOT_FOR_KIND, "no places"),
    (
        PASS_FAIL.replace("required: 1", "pick: 1"),
        "criteria[0].pick",
        Code.KEY_NOT_FOR_KIND,
        "no picking",
    ),
    (
        PASS_FAIL.replace("required: 1", "required: 3"),
        "criteria[0].required",
        Code.VALUE_OUTSIDE,
        "more than there are",
    ),
    (
        "kind: pass_fail\n" + leaf("kind: bonus"),
        "criteria[0].kind",
        Code.KEY_NOT_FOR_KIND,
        "no bonus inside either",
    ),
    (
        PASS_FAIL.replace("{name: Đạt chuẩn}, ", ""),
        "classes",
        Code.VALUE_OUTSIDE,
        "one class is no answer",
    ),
    (
        PASS_FAIL.replace("{name: Đạt chuẩn}", "{name: Đạt chuẩn, from: 1}"),
        "classes[0].from",
        Code.KEY_UNKNOWN,
        "classes without points",
    ),
]


@pytest.mark.parametrize(
    ("body", "place", "code"), [row[:3] for row in ERRORS], ids=[row[3] for row in ERRORS]
)
def test_a_mistake_is_found_at_its_place(body: str, place: str, code: Code) -> None:
    assert (place, code) in found_in(HEAD + body)


WARNINGS = [
    (
        block("weight: 5, max: 4"),
        [("criteria[0].max", Code.SUM_DIFFERS)],
        "a weighted block adds up inside itself",
    ),
    (
        "max: 6\n" + block("weight: 5"),
        [("max", Code.SUM_DIFFERS)],
        "outside itself a weighted block is its weight",
    ),
    (
        CRITERIA + "classes: [{name: A, from: 4}, {name: B}]\nquotas: [{class: A, count: 1}]",
        [("classes[0].from", Code.CLASS_UNREACHED), ("quotas[0]", Code.QUOTA_UNREACHED)],
        "a class above all the points, and its quota",
    ),
    (
        CRITERIA
        + "classes: [{name: A, from: 4}, {name: B}]\nbonuses: "
        + "[{code: T, text: t, max: 2, rule: {type: assessed}}]\nbonus_cap: 0.5",
        [("classes[0].from", Code.CLASS_UNREACHED)],
        "bonuses reach no further than their cap",
    ),
    (
        CRITERIA
        + "ranking: {ties: chain, chain: [{text: S, formula: total}, {text: T, formula: total}]}",
        [("ranking.chain[1]", Code.CHAIN_UNREACHED)],
        "the same indicator twice",
    ),
    (
        CRITERIA + "ranking: {chain: [{text: S, formula: total}]}",
        [("ranking.ties", Code.CHAIN_UNUSED)],
        "a chain that is not used",
    ),
    (
        "criteria: [{code: B, text: t, weight: 2, children: [{code: '1', text: t, max: 3, "
        "not_arisen: exclude, rule: {type: assessed}}]}]",
        [("criteria 1", Code.LEFT_OUT_UNCLEAR)],
        "what is left of the block is not said",
    ),
    (
        CRITERIA + "checks: [{code: K, text: t, when: x = 1}]",
        [("checks K", Code.INPUT_UNDECLARED)],
        "a figure from nowhere",
    ),
    (
        leaf("max_when: [{when: x = 1, max: 2}]"),
        [("criteria 1", Code.INPUT_UNDECLARED)],
        "a figure of a condition",
    ),
    (CRITERIA + "inputs: [{key: x, label: X}]", [("inputs x", Code.INPUT_UNUSED)], "in vain"),
    (
        CRITERIA + "checks: [{code: K, text: t, when: '@late.f = 0 and @recognised.any >= 0'}]",
        [],
        "what the system observes needs no input",
    ),
    (
        CRITERIA + "checks: [{code: K, text: t, when: '@latte.f = 0'}]",
        [("checks K", Code.INPUT_UNDECLARED)],
        "the system observes no such thing",
    ),
    (CRITERIA + "ranking: {ties: chain, chain: [], then: manual}", [], "people decide at once"),
    (
        CRITERIA
        + "classes: [{name: A, from: 9}, {name: B}]\nbonuses: "
        + "[{code: T, text: t, rule: {type: count, figure: '@recognised.any', points: 1}}]",
        [],
        "a bonus without limit reaches any class",
    ),
]


@pytest.mark.parametrize(
    ("body", "expected"), [row[:2] for row in WARNINGS], ids=[row[2] for row in WARNINGS]
)
def test_a_contradiction_is_a_warning(body: str, expected: list[tuple[str, Code]]) -> None:
    assert found_in(HEAD + body) == expected
    table_of(body)
