"""A table is checked whole: every mistake at its place, contradictions only warned of."""

from datetime import date
from decimal import Decimal

import pytest

from scoring.criteria_reading import parse_criteria
from scoring.criteria_terms import Fallthrough, WhenAbsent
from scoring.facts import Absent
from scoring.forms import Kind
from scoring.issues import Code
from scoring.periods import parse_period
from tests.scoring.builders import HEAD, found_in, raw, table_of

YES = "rule: {type: yes_no, figure: a}"
ASK = "inputs: [{key: a, label: A, kind: yes_no}]"
LEAF = f"{{code: '1', text: t, max: 3, {ASK}, {YES}}}"
CRITERIA = f"criteria: [{LEAF}]\n"
CLASSES = "classes: [{name: Tốt, from: 2}, {name: Kém}]\n"


def leaf(keys: str) -> str:
    return HEAD + f"criteria: [{{code: '1', text: t, max: 3, {ASK}, {YES}, {keys}}}]"


def rule(text: str, most: str = "3") -> str:
    return HEAD + f"criteria: [{{code: '1', text: t, max: {most}, {ASK}, rule: {text}}}]"


def asked(keys: str) -> str:
    return HEAD + f"criteria: [{{code: '1', text: t, max: 3, {YES}, inputs: [{{{keys}}}]}}]"


def with_classes(keys: str) -> str:
    return HEAD + CRITERIA + keys


def test_a_sound_table_has_no_issue() -> None:
    assert found_in(HEAD + CRITERIA) == []


ERRORS = [
    # table, place, code, why
    ("", "", Code.WRONG_TYPE, "an empty file"),
    ("[1]", "", Code.WRONG_TYPE, "a list"),
    (HEAD, "criteria", Code.KEY_MISSING, "no criteria"),
    (HEAD + "criteria: []", "criteria", Code.KEY_MISSING, "an empty list of criteria"),
    (HEAD + "criteria: [x]", "criteria[0]", Code.WRONG_TYPE, "a criterion that is a word"),
    (CRITERIA, "set", Code.KEY_MISSING, "no code"),
    (HEAD.replace("Bảng thử", '""') + CRITERIA, "title", Code.KEY_MISSING, "an empty title"),
    (HEAD + CRITERIA + "bonus: []", "bonus", Code.KEY_UNKNOWN, "an unknown key"),
    (HEAD + CRITERIA + "max: -1", "max", Code.VALUE_OUTSIDE, "a negative total"),
    (HEAD + CRITERIA + "bonus_cap: -1", "bonus_cap", Code.VALUE_OUTSIDE, "a negative cap"),
    (HEAD + CRITERIA + "illustrative: 1", "illustrative", Code.WRONG_TYPE, "1 for true"),
    (HEAD + CRITERIA + "rounding: {places: 7}", "rounding.places", Code.VALUE_OUTSIDE, "places"),
    (HEAD + CRITERIA + "rounding: {mode: near}", "rounding.mode", Code.NOT_ONE_OF, "mode"),
    (HEAD + CRITERIA + "rounding: {x: 1}", "rounding.x", Code.KEY_UNKNOWN, "rounding's keys"),
    (HEAD + CRITERIA + "decision: {day: 1}", "decision.day", Code.KEY_UNKNOWN, "decision's keys"),
    (HEAD + CRITERIA + "in_force: {from: 2022}", "in_force.from", Code.WRONG_TYPE, "not a day"),
    (HEAD + CRITERIA + "in_force: {till: 1}", "in_force.till", Code.KEY_UNKNOWN, "in_force's keys"),
    (HEAD + CRITERIA + "unit_kinds: huyen", "unit_kinds", Code.WRONG_TYPE, "not a list"),
    (HEAD + CRITERIA + "fallthrough: up", "fallthrough", Code.NOT_ONE_OF, "fallthrough"),
    (leaf("periods: [Q5]"), "criteria[0].periods[0]", Code.NOT_ONE_OF, "a fifth quarter"),
    (leaf("not_arisen: half"), "criteria[0].not_arisen", Code.NOT_ONE_OF, "an unknown word"),
    (leaf("missing: full"), "criteria[0].missing", Code.NOT_ONE_OF, "missing is pending or zero"),
    (leaf("evidence: {missing: no}"), "criteria[0].evidence.missing", Code.NOT_ONE_OF, "evidence"),
    (
        leaf("evidence: {missing: deduct}"),
        "criteria[0].evidence.points",
        Code.KEY_MISSING,
        "deducting needs points",
    ),
    (HEAD + f"criteria: [{{code: '1', text: t, {YES}}}]", "criteria[0].max", Code.KEY_MISSING, ""),
    (
        HEAD + f"criteria: [{{code: '1', text: t, max: -1, {YES}}}]",
        "criteria[0].max",
        Code.VALUE_OUTSIDE,
        "a negative maximum",
    ),
    (
        HEAD + f"criteria: [{{code: 1.10, text: t, max: 3, {YES}}}]",
        "criteria[0].code",
        Code.WRONG_TYPE,
        "a code without quotes has lost its zero",
    ),
    (
        HEAD + "criteria: [{code: '1', text: t, max: 3}]",
        "criteria[0].rule",
        Code.KEY_MISSING,
        "a leaf without rule",
    ),
    (rule("{type: formula}"), "criteria[0].rule.type", Code.UNKNOWN_RULE, "an unknown rule"),
    (rule("{type: veto, figure: a}"), "criteria[0].rule.type", Code.UNKNOWN_RULE, "veto no rule"),
    (rule("{figure: a}"), "criteria[0].rule.type", Code.KEY_MISSING, "no rule type"),
    (rule("yes_no"), "criteria[0].rule", Code.WRONG_TYPE, "a rule that is a word"),
    (
        rule("{type: yes_no, figure: a, poinst: 1}"),
        "criteria[0].rule.poinst",
        Code.KEY_UNKNOWN,
        "a slip of the pen in a rule",
    ),
    (asked("label: A"), "criteria[0].inputs[0].key", Code.KEY_MISSING, "an input without key"),
    (asked("key: A1, label: A"), "criteria[0].inputs[0].key", Code.WRONG_TYPE, "large letters"),
    (asked("key: a, label: A, kind: x"), "criteria[0].inputs[0].kind", Code.NOT_ONE_OF, "a kind"),
    (
        asked("key: a, label: A, absences: [no]"),
        "criteria[0].inputs[0].absences[0]",
        Code.NOT_ONE_OF,
        "an absence",
    ),
    (
        asked("key: a, label: A}, {key: a, label: B"),
        "criteria[0].inputs[1].key",
        Code.CODE_TWICE,
        "a figure declared twice",
    ),
    (
        HEAD + f"criteria: [{LEAF}, {{code: '1', text: t, max: 3, {YES}}}]",
        "criteria[1].code",
        Code.CODE_TWICE,
        "a code twice",
    ),
    (
        HEAD + CRITERIA + f"bonuses: [{{code: '1', text: t, max: 3, {YES}}}]",
        "bonuses[0].code",
        Code.CODE_TWICE,
        "a code twice in two sections",
    ),
    (
        HEAD + CRITERIA + f"penalties: [{{code: P, text: t, max: 3, {YES}, evidence: {{}}}}]",
        "penalties[0].evidence",
        Code.KEY_UNKNOWN,
        "a penalty asks for no evidence",
    ),
    (
        HEAD + "criteria: [{code: '1', text: t, children: []}]",
        "criteria[0].children",
        Code.KEY_MISSING,
        "a block without children",
    ),
    (
        HEAD + f"criteria: [{{code: '1', text: t, children: [{LEAF}]}}]",
        "criteria[0].children[0].code",
        Code.CODE_TWICE,
        "a leaf called like its block",
    ),
    (
        HEAD + f"criteria: [{{code: B, text: t, {YES}, children: [{LEAF}]}}]",
        "criteria[0].rule",
        Code.KEY_UNKNOWN,
        "a block has no rule",
    ),
    (
        with_classes("classes: [{name: A}, {name: B}]"),
        "classes[0].from",
        Code.KEY_MISSING,
        "nothing can come below a class that takes all",
    ),
    (
        with_classes("classes: [{name: A, from: 1}, {name: B, from: 2}]"),
        "classes[1].from",
        Code.VALUE_OUTSIDE,
        "a higher class below a lower one",
    ),
    (
        with_classes("classes: [{name: A, from: 1}, {name: A}]"),
        "classes[1].name",
        Code.CODE_TWICE,
        "a class twice",
    ),
    (
        with_classes("classes: [{name: A, requires: [all]}]"),
        "classes[0].requires[0]",
        Code.NOT_ONE_OF,
        "an unknown condition",
    ),
    (
        with_classes("vetoes: [{code: L, text: t, class: Kém, rule: {type: veto, figure: a}}]"),
        "vetoes[0].class",
        Code.NOT_ONE_OF,
        "vetoes need classes",
    ),
    (
        with_classes(CLASSES + "vetoes: [{code: L, text: t, class: Kém}]"),
        "vetoes[0].rule",
        Code.KEY_MISSING,
        "a veto without rule",
    ),
    (
        with_classes(CLASSES + f"vetoes: [{{code: L, text: t, class: Kém, {YES}}}]"),
        "vetoes[0].rule.type",
        Code.UNKNOWN_RULE,
        "a veto knows one rule",
    ),
    (
        with_classes(
            CLASSES + "class_caps: [{code: H, text: t, class: Kém, rule: {type: veto, figure: a}}]"
        ),
        "class_caps[0].class",
        Code.KEY_UNKNOWN,
        "a class cap says at_most",
    ),
]


@pytest.mark.parametrize(
    ("text", "path", "code"), [row[:3] for row in ERRORS], ids=[row[3] for row in ERRORS]
)
def test_a_mistake_is_found_at_its_place_and_no_table_comes_of_it(
    text: str, path: str, code: Code
) -> None:
    table, _ = parse_criteria(raw(text))
    assert (path, code) in found_in(text)
    assert table is None


WARNINGS = [
    (HEAD + CRITERIA + "max: 4", "max", Code.SUM_DIFFERS, "the total printed is not the sum"),
    (
        HEAD + f"criteria: [{{code: B, text: t, max: 2, children: [{LEAF}]}}]",
        "criteria[0].max",
        Code.SUM_DIFFERS,
        "a block that gives less than its children",
    ),
    (
        rule("{type: yes_no, figure: a, points: 2}"),
        "criteria[0].rule",
        Code.BEST_DIFFERS,
        "the best is under the maximum",
    ),
    (
        rule("{type: yes_no, figure: a, points: 4}"),
        "criteria[0].rule",
        Code.BEST_DIFFERS,
        "the best is above the maximum",
    ),
    (
        rule("{type: bands, figure: a, bands: [{points: 3}, {points: 1}]}"),
        "criteria[0].rule.bands",
        Code.BANDS_OVERLAP,
        "overlapping bands",
    ),
    (
        rule("{type: bands, figure: a, bands: [{from: 9, points: 3}, {to: 8, points: 1}]}"),
        "criteria[0].rule.bands",
        Code.BANDS_LEAVE_HOLE,
        "a hole between bands",
    ),
    (
        with_classes("classes: [{name: Tốt, from: 2}]"),
        "classes",
        Code.CLASSES_LEAVE_HOLE,
        "no class under 2",
    ),
    (
        with_classes("classes: [{name: Tốt, from: 0, from_open: true}]"),
        "classes",
        Code.CLASSES_LEAVE_HOLE,
        "no class for 0 itself",
    ),
    (
        HEAD + f"criteria: [{{code: '1', text: t, max: 3, {YES}}}]",
        "criteria 1",
        Code.INPUT_UNDECLARED,
        "a figure nobody is asked for",
    ),
    (
        rule("{type: assessed}"),
        "inputs a",
        Code.INPUT_UNUSED,
        "an input no rule uses",
    ),
]


@pytest.mark.parametrize(
    ("text", "path", "code"), [row[:3] for row in WARNINGS], ids=[row[3] for row in WARNINGS]
)
def test_a_contradiction_is_reported_and_kept_as_printed(text: str, path: str, code: Code) -> None:
    table, _ = parse_criteria(raw(text))
    assert found_in(text) == [(path, code)]
    assert table is not None


SOUND = [
    (HEAD + CRITERIA + "classes: [{name: Tốt, from: 0}]", "classes that reach 0"),
    (HEAD + CRITERIA + "classes: [{name: Tốt, from: -5}]", "classes that reach below 0"),
    (
        HEAD
        + CRITERIA
        + "classes: [{name: A, from: 2, requires: [no_zero]}, {name: B, from: 2}, {name: C}]",
        "the same points under conditions",
    ),
    (HEAD + CRITERIA + "classes: [{name: A, requires: [no_zero]}, {name: B}]", "conditions alone"),
    (
        rule("{type: days_late, form: f, per_day: 1}").replace(ASK + ", ", ""),
        "observed figures are declared by nobody",
    ),
    (HEAD + f"criteria: [{{code: '1', text: t, max: 0, {ASK}, {YES}}}]", "a maximum of 0"),
]


@pytest.mark.parametrize("text", [row[0] for row in SOUND], ids=[row[1] for row in SOUND])
def test_what_is_sound_is_let_in_without_a_word(text: str) -> None:
    assert found_in(text) == []


def test_blocks_nest_to_a_depth_and_no_deeper() -> None:
    def nested(depth: int) -> str:
        if not depth:
            return LEAF
        return f"{{code: B{depth}, text: t, children: [{nested(depth - 1)}]}}"

    assert found_in(HEAD + f"criteria: [{nested(6)}]") == []
    assert (
        "criteria[0]" + ".children[0]" * 6,
        Code.VALUE_OUTSIDE,
    ) in found_in(HEAD + f"criteria: [{nested(7)}]")


def test_mistakes_come_in_the_order_they_are_read_and_all_at_once() -> None:
    text = (
        HEAD
        + "criteria: [{code: '1', text: t, max: x}, {code: '1', text: t, max: 3, rule: {type: y}}]"
    )
    assert found_in(text) == [
        ("criteria[0].max", Code.WRONG_TYPE),
        ("criteria[0].rule", Code.KEY_MISSING),
        ("criteria[1].code", Code.CODE_TWICE),
        ("criteria[1].rule.type", Code.UNKNOWN_RULE),
    ]


WHOLE = f"""\
illustrative: true
decision: {{number: 01-HD/BCĐ, date: 2022-03-24, issuer: Ban Chỉ đạo tỉnh}}
in_force: {{from: 2022-01-01, to: 2022-12-31}}
unit_kinds: [huyen]
rounding: {{places: 1, mode: down}}
bonus_cap: 3
fallthrough: manual
criteria:
  - code: "1"
    text: Nhóm
    cap: true
    children:
      - code: "1.1"
        text: t
        max: 3
        periods: [Q4, Y]
        not_arisen: rescale_block
        missing: zero
        evidence: {{missing: deduct, points: 0.1, required: 5, most: 0.5}}
        inputs: [{{key: a, label: A, kind: number, least: -1, most: 9, places: 3, absences: [KPS]}}]
        {YES}
classes: [{{name: Tốt, from: 2, from_open: true, requires: [no_zero]}}, {{name: Kém}}]
class_caps:
  - code: H1
    text: t
    at_most: Kém
    missing: pending
    periods: [Y]
    rule: {{type: veto, figure: a}}
"""


def test_a_whole_table_is_read_as_written() -> None:
    table = table_of(WHOLE)
    [leaf] = table.leaves()
    assert (table.decision.day, table.rounding.mode) == (date(2022, 3, 24), "down")
    assert (table.max, table.bonus_cap, table.total_cap) == (3, 3, None)
    assert (table.fallthrough, table.illustrative) == (Fallthrough.MANUAL, True)
    assert (leaf.blocks, leaf.block, leaf.missing_is_zero) == (("1",), "1", True)
    assert leaf.when(Absent.NOT_ARISEN) is WhenAbsent.RESCALE_BLOCK
    assert leaf.when(Absent.NOT_APPLICABLE) is WhenAbsent.PENDING
    assert leaf.evidence.most == Decimal("0.5")
    [asked] = table.inputs()
    assert (asked.kind, asked.least, asked.absences) == (Kind.NUMBER, -1, {Absent.NOT_ARISEN})
    assert table.classes[0].from_open and table.classes[0].no_zero
    assert table.class_caps[0].missing_is_pending


def test_a_table_knows_when_and_for_whom_it_holds() -> None:
    table = table_of(WHOLE)
    assert table.in_force_on(date(2022, 1, 1)) and table.in_force_on(date(2022, 12, 31))
    assert not table.in_force_on(date(2021, 12, 31)) and not table.in_force_on(date(2023, 1, 1))
    assert table.ranks("huyen") and not table.ranks("so")
    anyone = table_of(CRITERIA)
    assert anyone.ranks("so") and anyone.in_force_on(date(1900, 1, 1))


def test_a_leaf_is_found_by_its_code_and_scored_in_its_periods() -> None:
    table = table_of(WHOLE)
    leaf = table.leaf("1.1")
    assert table.leaf("9") is None
    assert [leaf.scored_in(parse_period(text)) for text in ("2022-Q1", "2022-Q4", "2022")] == [
        False,
        True,
        True,
    ]
    assert leaf.scored_in(None)
