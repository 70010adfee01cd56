"""The class of a year: bands, their conditions, class caps, vetoes, and what people decide."""

import pytest

from scoring.facts import DecidedClass
from scoring.scorecards import Scorecard
from tests.scoring.builders import card, table_of

BANDS = "{name: A, from: 9, requires: [no_zero]}, {name: B, from: 5}, {name: C}"


def classified(
    written: str, more: str = "", bands: str = BANDS, period: str | None = None, **facts: object
) -> Scorecard:
    leaves = ", ".join(
        f"{{code: '{n}', text: t, max: {most}, rule: {{type: count, figure: k{n}, points: 1}}}}"
        for n, most in ((1, 10), (2, 3), (3, 0))
    )
    body = f"criteria: [{leaves}]\nclasses: [{bands}]\n{more}"
    return card(table_of(body), f"k3=0 {written}", period, **facts)


POINTS = [
    ("k1=8 k2=1", BANDS, "A", "from belongs to the class"),
    ("k1=7.99 k2=1", BANDS, "B", "a hair under"),
    ("k1=1 k2=1", BANDS, "C", "a class without from takes all"),
    ("k1=9 k2=0", BANDS, "B", "a zero: the next lower"),
    ("k1=10 k2=0.004", BANDS, "B", "rounded to 0 is a zero"),
    ("k1=5 k2=1", "{name: A, from: 6, from_open: true}, {name: B}", "B", "strictly above"),
    ("k1=5 k2=1.01", "{name: A, from: 6, from_open: true}, {name: B}", "A", "above"),
    ("k1=1 k2=1", "{name: A, from: 5}", None, "no class so low"),
    ("k1=9 k2=0", "{name: A, requires: [no_zero]}, {name: B}", "B", "a condition alone"),
]


@pytest.mark.parametrize(
    ("written", "bands", "name"), [row[:3] for row in POINTS], ids=[row[3] for row in POINTS]
)
def test_class_by_points(written: str, bands: str, name: str | None) -> None:
    assert classified(written, bands=bands).class_name == name


def test_the_card_says_which_condition_failed() -> None:
    found = classified("k1=9 k2=0")
    assert found.note == "Đủ điểm A nhưng có tiêu chí 0 điểm (2), xếp xuống B"
    assert found.class_reason == f"9,00 điểm. {found.note}"
    assert classified("k1=8 k2=1").class_reason == "9,00 điểm → A"
    assert classified("k1=1 k2=1", bands="{name: A, from: 5}").class_reason == (
        "2,00 điểm, chưa có mức xếp loại tương ứng"
    )


def test_the_card_says_so_also_where_no_lower_class_is_left() -> None:
    found = classified("k1=9 k2=0", bands="{name: A, from: 9, requires: [no_zero]}")
    assert found.class_name is None
    assert found.note == ("Đủ điểm A nhưng có tiêu chí 0 điểm (2), chưa có mức xếp loại tương ứng")


def test_fallthrough_manual_leaves_the_class_to_people() -> None:
    found = classified("k1=9 k2=0", "fallthrough: manual")
    assert found.class_name is None
    assert found.note.endswith("tập thể Ban Chỉ đạo quyết định")
    assert classified("k1=6 k2=0", "fallthrough: manual").class_name == "B"


PERIODS = [(None, "A"), ("2022", "A"), ("2022-Q4", None)]


@pytest.mark.parametrize(("period", "name"), PERIODS)
def test_only_a_year_classifies(period: str | None, name: str | None) -> None:
    assert classified("k1=8 k2=1", period=period).class_name == name


def struck(
    section: str,
    result: str,
    figure: str = "v",
    more: str = "",
    code: str = "L1",
    rule: str = "",
) -> str:
    key = "class" if section == "vetoes" else "at_most"
    rule = rule or f"{{type: veto, figure: {figure}}}"
    return f"{section}: [{{code: {code}, text: Kỷ luật, {key}: {result}, {more}rule: {rule}}}]\n"


VETO_C, VETO_A = struck("vetoes", "C"), struck("vetoes", "A")
CAP_B = struck("class_caps", "B", "w", code="H1")
PENDING = struck("vetoes", "C", more="missing: pending, ")
LAST_YEAR = struck("vetoes", "C", more="periods: [Q1], ")
MANUAL = "fallthrough: manual\n"
TWO = VETO_C[:-2] + ", " + struck("vetoes", "B", "u", code="L2").removeprefix("vetoes: [")

CONDITIONS = [
    # points, conditions, figures, class, why
    ("k1=8 k2=1", VETO_C, "v=1", "C", "a veto sets the class"),
    ("k1=8 k2=1", VETO_C, "v=0", "A", "it does not strike"),
    ("k1=8 k2=1", VETO_C, "v=KPS", "A", "nothing arose"),
    ("k1=8 k2=1", VETO_C, "", "A", "not reported does not strike"),
    ("k1=1 k2=1", VETO_A, "v=1", "C", "a veto never lifts"),
    ("k1=9 k2=0", MANUAL + VETO_C, "v=1", "C", "a veto closes what was left open"),
    ("k1=8 k2=1", CAP_B, "w=1", "B", "a class cap holds down"),
    ("k1=1 k2=1", CAP_B, "w=1", "C", "never up"),
    ("k1=9 k2=0", MANUAL + CAP_B, "w=1", None, "a cap does not close what was left open"),
    ("k1=8 k2=1", CAP_B + VETO_C, "w=1 v=1", "C", "the cap, then the veto"),
    ("k1=8 k2=1", TWO, "v=1 u=1", "C", "of several vetoes the lowest"),
    ("k1=8 k2=1", TWO, "u=1", "B", "only the second strikes"),
    ("k1=8 k2=1", PENDING, "", None, "an answer that could lower the class is awaited"),
    ("k1=1 k2=1", PENDING, "", "C", "nothing lower to wait for"),
    ("k1=8 k2=1", PENDING, "v=0", "A", "answered"),
    ("k1=8 k2=1", LAST_YEAR, "v=1", "A", "not in this period"),
]


@pytest.mark.parametrize(
    ("written", "more", "figures", "name"),
    [row[:4] for row in CONDITIONS],
    ids=[row[4] for row in CONDITIONS],
)
def test_caps_and_vetoes(written: str, more: str, figures: str, name: str | None) -> None:
    assert classified(f"{written} {figures}", more, period="2022").class_name == name


def test_the_note_names_the_condition_and_the_place_does_not_change() -> None:
    found = classified("k1=8 k2=1 w=1 v=1", CAP_B + VETO_C)
    assert found.note == "Kỷ luật (H1): xếp cao nhất B; Kỷ luật (L1): xếp loại C"
    assert found.class_reason.startswith("9,00 điểm → A. Kỷ luật (H1)")
    assert f"{found.total:f}" == "9.00"
    assert (
        classified("k1=8 k2=1", PENDING).note == "Kỷ luật (L1): v: chưa có số liệu, chưa xếp loại"
    )


NEVER_CAME = struck("vetoes", "C", rule="{type: veto, not_submitted: true}")


def test_a_unit_without_total_has_no_class_but_for_a_veto_on_not_submitting() -> None:
    assert classified("", submitted=False).class_name is None
    assert classified("v=1", VETO_C, submitted=False).class_name is None
    found = classified("", NEVER_CAME, submitted=False)
    assert (found.class_name, found.total) == ("C", None)
    assert found.class_reason == "Kỷ luật (L1): xếp loại C"
    assert classified("", NEVER_CAME).class_name is None
    assert classified("", NEVER_CAME, period="2022-Q1", submitted=False).class_name is None


BLOCKS = """
criteria:
  - {code: I, text: t, children: [
      {code: "1", text: t, max: 4, rule: {type: count, figure: k1, points: 1}},
      {code: "2", text: t, max: 4, rule: {type: count, figure: k2, points: 1}}]}
  - {code: II, text: t, children: [
      {code: "3", text: t, max: 8, rule: {type: count, figure: k3, points: 1}}]}
"""
HALF = "{name: A, from: 5, requires: [{each_block: 50}]}"
WHEN = "{name: A, requires: [{when: 'share(\"I\") >= 75 and ke > 0', text: Phần I khá}]}"

REQUIRED = [
    # points, highest class, class, note, why
    ("k1=4 k2=0 k3=4", HALF, "A", "", "exactly the share"),
    ("k1=3 k2=0 k3=8", HALF, "B", "phần chưa được 50% số điểm (I)", "a block below its share"),
    ("k1=4 k2=4 k3=8 ke=1", WHEN, "A", "", "the condition holds"),
    ("k1=4 k2=1 k3=8 ke=1", WHEN, "B", "không đạt điều kiện: Phần I khá", "it does not"),
    ("k1=4 k2=4 k3=8", WHEN, None, "chưa xét được: ke: chưa có số liệu", "it cannot be told"),
    ("k1=4 k2=1 k3=8", WHEN, "B", "không đạt điều kiện", "false, whatever is not reported"),
]


@pytest.mark.parametrize(
    ("written", "highest", "name", "note"),
    [row[:4] for row in REQUIRED],
    ids=[row[4] for row in REQUIRED],
)
def test_what_a_class_asks_of_the_whole_card(
    written: str, highest: str, name: str | None, note: str
) -> None:
    found = card(table_of(f"{BLOCKS}classes: [{highest}, {{name: B}}]"), written)
    assert found.class_name == name
    assert note in found.note


def test_every_requirement_must_hold() -> None:
    both = "{name: A, requires: [no_zero, {each_block: 50}, {when: 'ke = 1', text: t}]}"
    table = table_of(f"{BLOCKS}classes: [{both}, {{name: B}}]")
    assert card(table, "k1=4 k2=1 k3=8 ke=1").class_name == "A"
    for written in ("k1=4 k2=0 k3=8 ke=1", "k1=1 k2=1 k3=8 ke=1", "k1=4 k2=1 k3=8 ke=0"):
        assert card(table, written).class_name == "B"
    assert card(table, "k1=4 k2=0 k3=8").class_name == "B", "one that fails is enough"


DECIDED = DecidedClass("B", "đã khắc phục", "12-QĐ/BCĐ")


def test_people_close_only_what_the_table_left_open() -> None:
    assert classified("k1=9 k2=0", MANUAL, decided_class=DECIDED).class_name == "B"
    assert classified("k1=8 k2=1", MANUAL, decided_class=DECIDED).class_name == "A"
    assert classified("k1=8 k2=1", PENDING, decided_class=DECIDED).class_name == "B"
    assert classified("", submitted=False, decided_class=DECIDED).class_name is None
    found = classified("k1=9 k2=0", MANUAL, decided_class=DECIDED)
    assert found.note.endswith("Tập thể Ban Chỉ đạo xếp B theo 12-QĐ/BCĐ: đã khắc phục")


def test_what_strikes_still_strikes_what_people_decided() -> None:
    lifted = DecidedClass("A", "")
    assert classified("k1=9 k2=0 w=1", MANUAL + CAP_B, decided_class=lifted).class_name == "B"
    assert classified("k1=9 k2=0 v=1", MANUAL + VETO_C, decided_class=lifted).class_name == "C"


NO_CLASS = (
    "vetoes: [{code: L9, text: Vi phạm, unclassified: true, rule: {type: veto, figure: x}}, "
    "{code: L1, text: Kỷ luật, class: C, rule: {type: veto, figure: v}}]\n"
)


def test_a_veto_may_leave_a_unit_without_class_for_good() -> None:
    found = classified("k1=8 k2=1 x=1 v=1", NO_CLASS, decided_class=DECIDED)
    assert found.class_name is None
    assert found.note == "Vi phạm (L9): không xếp loại"
    assert classified("k1=8 k2=1 x=0 v=1", NO_CLASS).class_name == "C"
    assert classified("k1=9 k2=0 x=1", MANUAL + NO_CLASS).note.endswith("không xếp loại")


PASS_FAIL = """
kind: pass_fail
criteria:
  - {code: "1", text: một, rule: {type: yes_no, figure: a}}
  - {code: "2", text: hai, rule: {type: yes_no, figure: b}}
"""
TWO_CLASSES = "classes: [{name: Chuẩn, requires: [{when: 'c = 1', text: có c}]}, {name: Chưa}]\n"


def judged(written: str, more: str = "", **facts: object) -> Scorecard:
    return card(table_of(PASS_FAIL + more), written, **facts)


def test_without_points_the_result_classifies() -> None:
    assert judged("a=1 b=1").class_name == "Đạt"
    assert judged("a=1 b=1").class_reason == "Đạt → Đạt"
    assert judged("a=1 b=0").class_name == "Chưa đạt"
    assert judged("a=1").class_name is None
    assert judged("a=1 b=1", submitted=False).class_name is None


def test_without_points_conditions_and_vetoes_hold_too() -> None:
    assert judged("a=1 b=1 c=1", TWO_CLASSES).class_name == "Chuẩn"
    assert judged("a=1 b=0 c=1", TWO_CLASSES).class_name == "Chưa"
    found = judged("a=1 b=1 c=0", TWO_CLASSES)
    assert (found.class_name, found.note) == (
        "Chưa",
        "Đạt nhưng không đạt điều kiện: có c, xếp xuống Chưa",
    )
    veto = TWO_CLASSES + struck("vetoes", "Chưa")
    assert judged("a=1 b=1 c=1 v=1", veto).class_name == "Chưa"
