"""The class of a year: bands, their conditions, class caps, vetoes."""

import pytest

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
