"""From facts to scorecards: examples by hand. The laws are in test_laws.py."""

from decimal import Decimal, localcontext

import pytest

from scoring.evaluation import NOT_SUBMITTED, evaluate, standings
from scoring.facts import Appraisal, Figure, Source, UnitFacts
from scoring.periods import parse_period
from scoring.scorecards import LineStatus, Scorecard, UsedFigure
from tests.scoring.builders import card, finals, table_of, total, unit

BODY = """\
criteria:
  - code: "1"
    text: Nhóm
    children:
      - {code: "1.1", text: t, max: 4, rule: {type: yes_no, figure: a}}
      - {code: "1.2", text: t, max: 3, rule: {type: proportional, part: b, whole: c}}
      - {code: "1.3", text: t, max: 5, periods: [Y], rule: {type: assessed}}
bonuses: [{code: T1, text: t, max: 3, rule: {type: count, figure: d, points: 0.5}}]
penalties: [{code: P1, text: t, max: 3, rule: {type: deduction, figure: e, points: 0.5}}]
"""
FIGURES = "a=1 b=5 c=24 d=2 e=3"


def test_a_quarter_by_hand() -> None:
    found = card(table_of(BODY), FIGURES, "2022-Q3", name="Huyện A", group="Đồng bằng")
    # 4 + 3 × 5/24 = 0.625 → 0.63; + 2 × 0.5; − 3 × 0.5
    assert finals(found) == {"1.1": "4.00", "1.2": "0.63", "1.3": None, "T1": "1.00", "P1": "-1.50"}
    assert (total(found), f"{found.max:f}") == ("4.13", "7")
    assert (f"{found.plus:f}", f"{found.minus:f}") == ("1.00", "-1.50")
    assert [(block.code, f"{block.points:f}", f"{block.max:f}") for block in found.blocks] == [
        ("1", "4.63", "7")
    ]
    assert (found.name, found.group, found.period) == ("Huyện A", "Đồng bằng", "2022-Q3")


def test_the_year_waits_for_the_appraisal() -> None:
    found = card(table_of(BODY), FIGURES, "2022")
    assert (found.total, found.plus, found.minus, found.pending) == (None, None, None, ("1.3",))
    assert found.unranked == "Chưa thẩm định tiêu chí 1.3"
    assert found.blocks[0].points is None
    assert total(card(table_of(BODY), f"{FIGURES} @appraised.1.3=2.5", "2022")) == "6.63"


ONLY_YEAR = (
    "criteria: [{code: '1', text: t, max: 4, periods: [Y], rule: {type: yes_no, figure: a}}]"
)

UNRANKED = [
    (BODY, "", False, NOT_SUBMITTED, "no self-score"),
    (BODY, FIGURES + " @appraised.1.3=1", False, NOT_SUBMITTED, "whatever else is known"),
    (
        BODY,
        "c=1",
        True,
        "Chưa thẩm định tiêu chí 1.3; Chưa đủ số liệu tiêu chí 1.1, 1.2, T1, P1",
        "",
    ),
    (
        ONLY_YEAR.replace("periods: [Y]", "not_arisen: exclude"),
        "a=KPS",
        True,
        "Không có tiêu chí nào được tính điểm trong kỳ",
        "every leaf left out",
    ),
    (
        ONLY_YEAR.replace("periods: [Y]", "not_arisen: rescale_total"),
        "a=KPS",
        True,
        "Không còn tiêu chí nào để quy đổi điểm",
        "nothing to rescale from",
    ),
]


@pytest.mark.parametrize(
    ("body", "written", "submitted", "reason"),
    [r[:4] for r in UNRANKED],
    ids=[r[4] for r in UNRANKED],
)
def test_who_is_unranked_and_why(body: str, written: str, submitted: bool, reason: str) -> None:
    found = card(table_of(body), written, submitted=submitted)
    assert (found.total, found.unranked) == (None, reason)


def test_a_period_in_which_nothing_is_scored_ranks_nobody() -> None:
    found = card(table_of(ONLY_YEAR), "a=1", "2022-Q1")
    assert found.unranked == "Không có tiêu chí nào được tính điểm trong kỳ"


def test_only_bonuses_do_not_make_a_total() -> None:
    body = ONLY_YEAR + "\nbonuses: [{code: T, text: t, max: 1, rule: {type: yes_no, figure: a}}]"
    assert card(table_of(body), "a=1", "2022-Q1").total is None


def test_huge_figures_are_reckoned_exactly() -> None:
    found = card(table_of(BODY), f"a=1 b={10**30} c={3 * 10**30} d={10**30} e={10**30}", "2022-Q1")
    # 4 + 3 × 1/3 + 3 − 3
    assert total(found) == "5.00"


def test_labels_are_said_instead_of_keys_and_a_unit_without_name_by_its_code() -> None:
    asked = "inputs: [{key: a, label: Đã họp, kind: yes_no}]"
    rule = "rule: {type: yes_no, figure: a}"
    body = f"criteria: [{{code: '1', text: t, max: 1, {asked}, {rule}}}]"
    found = card(table_of(body), "a=1")
    assert (found.line("1").reason, found.name) == ("Đã họp: Có → 1 điểm", "001")


def test_the_facts_of_a_unit_are_found_in_any_order_of_codes() -> None:
    table = table_of(BODY)
    found = evaluate(table, [unit(FIGURES, "10"), unit(FIGURES, "02")], None)
    assert [one.unit for one in found] == ["02", "10"]


def test_huge_points_are_added_exactly_whatever_the_threads_context_is() -> None:
    bonus = "{code: T, text: t, rule: {type: count, figure: d, points: 1}}"
    one = "{code: '1', text: t, max: 1, rule: {type: proportional, part: b, whole: c}}"
    table = table_of(f"criteria: [{one}]\nbonuses: [{bonus}]")
    with localcontext() as context:
        context.prec = 3
        found = card(table, f"b=1 c=3 d={10**40}")
    assert total(found) == f"{10**40}.33"


MANY = """\
assessor: so-noi-vu
criteria:
  - code: "1"
    text: Nhóm
    assessor: so-tu-phap
    article: Điều 3
    children:
      - code: "1.1"
        text: t
        children:
          - code: "1.1.1"
            text: t
            max: 4
            inputs: [{key: a, label: Số cuộc họp, kind: count}]
            max_when: [{when: "vung = 1", max: 3}]
            rule: {type: count, figure: a, points: 1}
  - {code: "2", text: t, max: 5, article: Điều 9, rule: {type: assessed}}
"""


def test_a_line_says_what_it_rests_on() -> None:
    source = Source("a.xlsx", "Bảng", "E7", 3)
    facts = UnitFacts("001", figures={"a": Figure(Decimal(2), source)})
    [found] = evaluate(table_of(MANY), [facts], None)
    line = found.line("1.1.1")
    assert line.figures == (
        UsedFigure("a", "Số cuộc họp", Decimal(2), source=source),
        UsedFigure("vung", "vung", absent="chưa có số liệu"),
    )
    assert (line.top, line.block) == ("1", "1.1")
    assert (line.article, line.assessor) == ("Điều 3", "so-tu-phap")
    assert "Số cuộc họp" in line.rule
    assert (found.line("2").top, found.line("2").block) == (None, None)
    assert (found.line("2").article, found.line("2").assessor) == ("Điều 9", "so-noi-vu")


def test_the_rounds_of_an_appraisal_stand_side_by_side() -> None:
    first, second = Appraisal(Decimal(3), "lần 1"), Appraisal(Decimal(4), "lần 2", round=2)
    known = unit("a=1 vung=0")
    facts = UnitFacts(
        "001", figures=known.figures, appraisals={"2": second}, rounds={"2": (first, second)}
    )
    [found] = evaluate(table_of(MANY), [facts], None)
    assert (found.line("2").rounds, found.line("2").final) == ((first, second), 4)
    assert found.line("1.1.1").rounds == ()


def test_out_of_its_period_a_line_shows_no_figures() -> None:
    line = card(table_of(BODY), FIGURES, "2022-Q1").line("1.3")
    assert (line.status, line.figures, line.rounds) == (LineStatus.NOT_YET, (), ())


def test_the_cards_of_some_are_those_among_all() -> None:
    leaf = "{code: '1', text: t, max: 2, rule: {type: versus_mean, figure: a}}"
    table = table_of(f"criteria: [{leaf}]")
    facts = [unit("a=80", "01"), unit("a=90", "02"), unit("a=85", "03")]
    whole = {found.unit: found for found in evaluate(table, facts, None)}
    assert [total(whole[code]) for code in ("01", "02", "03")] == ["0.00", "2.00", "2.00"]
    assert evaluate(table, facts, None, {"01"}) == (whole["01"],)
    [standing] = standings(table, facts, None, {"03"})
    assert (standing.unit, standing.total) == ("03", Decimal("2.00"))
    # Alone it is its own mean.
    assert total(card(table, "a=80")) == "2.00"


GROUPED = """\
criteria:
  - {code: "1", text: t, max: 2, rule: {type: versus_mean, figure: a}}
  - code: "2"
    text: t
    max: 3
    max_when: [{when: 'attr.vung = "núi"', max: 1}]
    rule: {type: yes_no, figure: b}
"""


def test_units_with_the_same_figures_differ_by_group_and_attributes() -> None:
    facts = [
        unit("a=5 b=1", "1", group="A"),
        unit("a=9 b=1", "2", group="A"),
        unit("a=5 b=1", "3", group="B"),
        unit("a=5 b=1", "4", group="B", attributes={"vung": "núi"}),
    ]
    found = evaluate(table_of(GROUPED), facts, None)
    assert [[f"{line.final:f}" for line in one.lines] for one in found] == [
        ["0.00", "3.00"],
        ["2.00", "3.00"],
        ["2.00", "3.00"],
        ["2.00", "1.00"],
    ]
    assert [f"{one.max:f}" for one in found] == ["5", "5", "5", "3"]


def test_more_different_figures_than_are_kept_are_scored_all_the_same() -> None:
    facts = [unit(f"a={number} b=1000", f"{number:04}") for number in range(1, 1000)]
    leaf = "{code: '1', text: t, max: 10, rule: {type: proportional, part: a, whole: b}}"
    found = standings(table_of(f"criteria: [{leaf}]"), facts * 2, None)
    assert {one.unit: one.total for one in found} == {
        f"{number:04}": Decimal(number) / 100 for number in range(1, 1000)
    }


CHECKED = """\
criteria:
  - {code: "1", text: t, max: 4, rule: {type: yes_no, figure: a}}
  - {code: "2", text: t, max: 4, rule: {type: yes_no, figure: b}}
checks:
  - {code: K1, text: a bằng b, when: "a = b", result: RESULT}
"""


def checked(result: str, written: str, period: str | None = None) -> Scorecard:
    return card(table_of(CHECKED.replace("RESULT", result)), written, period)


CHECKS = [
    ("warn", "a=1 b=1", "8.00", (), "what agrees says nothing"),
    ("warn", "a=1 b=0", "4.00", ("a bằng b",), "a warning leaves the total"),
    ("pending", "a=1 b=1", "8.00", (), "what agrees waits for nobody"),
    ("pending", "a=1 b=0", None, ("a bằng b",), "until the figures agree"),
    ("pending", "a=1 b=0 @appraised.1=4", None, ("a bằng b",), "one of the two was appraised"),
    ("pending", "a=1 b=0 @appraised.1=4 @appraised.2=3", "7.00", ("a bằng b",), "both were"),
    ("pending", "a=1 b= @appraised.2=3", "7.00", (), "what cannot be told says nothing"),
]


@pytest.mark.parametrize(
    ("result", "written", "points", "warnings"), [r[:4] for r in CHECKS], ids=[r[4] for r in CHECKS]
)
def test_checks_between_figures(
    result: str, written: str, points: str | None, warnings: tuple[str, ...]
) -> None:
    found = checked(result, written)
    assert (total(found), found.warnings) == (points, warnings)


def test_a_unit_whose_figures_disagree_says_so() -> None:
    found = checked("pending", "a=1 b=0")
    assert (found.unranked, found.pending) == ("Số liệu chưa khớp: a bằng b", ())


RANK_ONLY = """\
kind: rank_only
inputs: [{key: a, label: Tỷ lệ, kind: number}]
ranking: {chain: [{text: Tỷ lệ, figure: a}]}
"""


def test_a_table_that_only_ranks_has_no_total_and_asks_for_its_first_indicator() -> None:
    table = table_of(RANK_ONLY)
    [found, lacking, absent] = standings(
        table, [unit("a=5", "1"), unit("a=", "2"), unit("", "3", submitted=False)], None
    )
    assert (found.total, found.unranked) == (None, None)
    assert lacking.unranked == "Chưa đủ số liệu xếp thứ (Tỷ lệ: chưa có số liệu)"
    assert absent.unranked == NOT_SUBMITTED


def test_a_standing_knows_the_points_of_every_leaf_and_block() -> None:
    [found] = standings(table_of(BODY), [unit(FIGURES)], parse_period("2022-Q3"))
    assert [found.points(code) for code in ("1.1", "1.3", "1", "P1", "9")] == [
        4,
        None,
        Decimal("4.63"),
        Decimal("-1.50"),
        None,
    ]
    assert (found.share("1.1"), found.share("P1"), found.share("1.3")) == (100, -50, None)


def test_a_block_that_waits_has_no_points_yet_and_the_others_have() -> None:
    other = "  - {code: '2', text: t, children: [{code: '2.1', text: t, max: 1, RULE}]}\n"
    body = BODY.replace(
        "bonuses:", other.replace("RULE", "rule: {type: yes_no, figure: a}") + "bonuses:"
    )
    [found] = standings(table_of(body), [unit(FIGURES)], parse_period("2022"))
    assert [block.points for block in found.blocks] == [None, 1]
    assert (found.points("1"), found.points("1.1"), found.points("2")) == (None, 4, 1)
