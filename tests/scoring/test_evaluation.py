"""From facts to scorecards: examples by hand, then the laws that hold for every table."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from data_access.criteria_files import criteria_from_text
from data_access.facts_files import facts_from_csv
from scoring.criteria import CriteriaSet
from scoring.evaluation import NOT_SUBMITTED, evaluate
from scoring.facts import NO, YES, Appraisal, Figure, UnitFacts
from scoring.periods import parse_period
from scoring.ranking import rank
from scoring.rules.checklist import Checklist
from tests.random_tables import criteria_tables, facts_for
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


# Laws

LAW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
PERIODS = st.sampled_from([None, "2022", "2022-Q1", "2022-Q3"])


@st.composite
def cases(draw: st.DrawFn) -> tuple[CriteriaSet, tuple[UnitFacts, ...], object]:
    text = draw(criteria_tables())
    table, issues = criteria_from_text(text)
    assert table is not None, issues
    facts, _ = facts_from_csv(draw(facts_for(text)), table, "facts.csv")
    period = draw(PERIODS)
    return table, facts, period and parse_period(period)


@LAW
@given(cases(), st.randoms(use_true_random=False))
def test_shuffling_facts_changes_nothing(case, random) -> None:
    table, facts, period = case
    shuffled = [replace(one, figures=_shuffled(one.figures, random)) for one in facts]
    random.shuffle(shuffled)
    before, after = evaluate(table, facts, period), evaluate(table, shuffled, period)
    assert before == after
    assert rank(before) == rank(list(reversed(after)))


def _shuffled(figures, random):
    keys = list(figures)
    random.shuffle(keys)
    return {key: figures[key] for key in keys}


@LAW
@given(cases())
def test_a_total_is_the_sum_of_its_lines(case) -> None:
    table, facts, period = case
    for found in evaluate(table, facts, period):
        added = sum((line.final for line in found.lines if line.final is not None), Decimal(0))
        assert found.total is None or found.total == added, found.unit
        blocks = [block.points for block in found.blocks]
        assert found.total is None or None not in blocks, found.unit


@LAW
@given(cases())
def test_every_line_stays_within_its_limits(case) -> None:
    table, facts, period = case
    unit_of_place = Decimal(1).scaleb(-table.rounding.places)
    for found in evaluate(table, facts, period):
        for leaf in table.leaves():
            final, (least, most) = found.line(leaf.code).final, leaf.limits
            # A maximum with more places than are printed is itself rounded.
            assert final is None or least - unit_of_place < final < most + unit_of_place


@LAW
@given(cases())
def test_equal_printed_totals_share_a_rank_and_no_others_do(case) -> None:
    table, facts, period = case
    places = rank(evaluate(table, facts, period)).places
    for one in places:
        for other in places:
            if one.group == other.group:
                same = f"{one.total:f}" == f"{other.total:f}"
                assert same == (one.rank == other.rank)
                assert (one.total > other.total) == (one.rank < other.rank)


@LAW
@given(cases())
def test_a_unit_more_never_changes_anothers_total(case) -> None:
    table, facts, period = case
    whole = {found.unit: found for found in evaluate(table, facts, period)}
    for left_out in facts:
        rest = evaluate(table, [one for one in facts if one is not left_out], period)
        assert all(whole[found.unit] == found for found in rest)


@LAW
@given(cases())
def test_not_submitted_is_never_ranked(case) -> None:
    table, facts, period = case
    absent = [replace(one, submitted=False) for one in facts]
    ranking = rank(evaluate(table, absent, period))
    assert not ranking.places
    assert all(one.reason.startswith(NOT_SUBMITTED) for one in ranking.unranked)


@LAW
@given(cases(), st.data())
def test_one_more_appraised_point_never_worsens_a_rank(case, data: st.DataObject) -> None:
    table, facts, period = case
    chosen = data.draw(st.sampled_from(facts))
    leaf = data.draw(st.sampled_from(table.standard_leaves() + table.bonuses))
    before = data.draw(st.decimals(0, 10, places=3))
    worse, better = (
        [_appraised(one, leaf.code, points) if one is chosen else one for one in facts]
        for points in (before, before + 1)
    )
    assert_no_worse(table, worse, better, chosen.unit, period)


@LAW
@given(cases(), st.data())
def test_one_more_done_item_never_worsens_a_rank(case, data: st.DataObject) -> None:
    table, facts, period = case
    lists = [leaf for leaf in table.standard_leaves() if isinstance(leaf.rule, Checklist)]
    keys = [
        (one, key)
        for one in facts
        for leaf in lists
        for key in leaf.rule.items
        if one.value(key) == NO and not _used_elsewhere(table, key)
    ]
    assume(keys)
    chosen, key = data.draw(st.sampled_from(keys))
    done = replace(chosen, figures={**chosen.figures, key: Figure(YES)})
    better = [done if one is chosen else one for one in facts]
    assert_no_worse(table, facts, better, chosen.unit, period)


def _used_elsewhere(table: CriteriaSet, key: str) -> bool:
    holders = (*table.leaves(), *table.vetoes, *table.class_caps)
    return sum(holder.rule.figures().count(key) for holder in holders) > 1


def _appraised(one: UnitFacts, code: str, points: Decimal) -> UnitFacts:
    return replace(one, appraisals={**one.appraisals, code: Appraisal(points, "")})


def assert_no_worse(table: CriteriaSet, worse, better, chosen: str, period) -> None:
    before, after = (
        {place.unit: place for place in rank(evaluate(table, facts, period)).places}
        for facts in (worse, better)
    )
    assert before.keys() == after.keys()
    if chosen in before:
        assert after[chosen].total >= before[chosen].total
        assert after[chosen].rank <= before[chosen].rank


def test_the_facts_of_a_unit_are_found_in_any_order_of_codes() -> None:
    table = table_of(BODY)
    found = evaluate(table, [unit(FIGURES, "10"), unit(FIGURES, "02")], None)
    assert [one.unit for one in found] == ["02", "10"]
