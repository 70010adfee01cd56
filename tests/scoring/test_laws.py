"""Laws that hold for every table with points, whatever its rules are."""

import os
import random as chance
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from data_access.criteria_files import criteria_from_text
from data_access.facts_files import facts_from_csv
from scoring.criteria import CriteriaSet
from scoring.criteria_leaves import Leaf
from scoring.criteria_terms import Section, Ties
from scoring.evaluation import NOT_SUBMITTED, evaluate, standings
from scoring.facts import Absent, Appraisal, Figure, UnitFacts
from scoring.periods import Period, parse_period
from scoring.ranking import Ranked, Ranking, rank, ranked
from tests.random_tables import criteria_tables, facts_for, loaded, written

ATTACK = bool(os.environ.get("QCDC_ATTACK"))
LAW = settings(
    max_examples=200 if ATTACK else 30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    # To shrink a whole table takes minutes.
    phases=[Phase.reuse, Phase.generate],
)
PERIODS = st.sampled_from([None, "2022", "2022-Q1", "2022-Q3"])
Case = tuple[str, CriteriaSet, tuple[UnitFacts, ...], Period | None]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    text = draw(criteria_tables())
    table = read(text)
    facts, _ = facts_from_csv(draw(facts_for(text)), table, "facts.csv")
    period = draw(PERIODS)
    return text, table, facts, period and parse_period(period)


def read(text: str) -> CriteriaSet:
    table, issues = criteria_from_text(text)
    assert table is not None, issues
    return table


def shuffled(values: Sequence, seed: int) -> list:
    return chance.Random(seed).sample(list(values), len(values))


@LAW
@given(cases(), st.integers(0, 99))
def test_the_order_of_units_and_figures_changes_nothing(case: Case, seed: int) -> None:
    _, table, facts, period = case
    mixed = [
        replace(one, figures={key: one.figures[key] for key in shuffled(list(one.figures), seed)})
        for one in shuffled(facts, seed)
    ]
    assert evaluate(table, facts, period) == evaluate(table, mixed, period)
    assert ranked(table, facts, period) == ranked(table, mixed, period)


@LAW
@given(cases(), st.integers(0, 99))
def test_the_order_of_criteria_changes_no_total_and_no_place(case: Case, seed: int) -> None:
    text, table, facts, period = case
    raw = loaded(text)
    for section in ("criteria", "bonuses", "penalties"):
        raw[section] = mixed_up(raw.get(section, []), seed)
    other = read(written(raw))
    assert standing_of(ranked(table, facts, period)) == standing_of(ranked(other, facts, period))


def standing_of(found: Ranked) -> list[tuple]:
    """Without the notes, which name criteria in the order they are printed."""
    return [(one.unit, one.rank, one.total, one.class_name) for one in found.ranking.places]


def mixed_up(nodes: list[dict], seed: int) -> list[dict]:
    return [
        node | {"children": mixed_up(node["children"], seed)} if "children" in node else node
        for node in shuffled(nodes, seed)
    ]


@LAW
@given(cases())
def test_a_total_is_the_sum_of_its_lines(case: Case) -> None:
    _, table, facts, period = case
    for found in evaluate(table, facts, period):
        added = sum((line.final for line in found.lines if line.final is not None), Decimal(0))
        assert found.total is None or found.total == added, found.unit


@LAW
@given(cases())
def test_every_line_stays_within_its_limits(case: Case) -> None:
    _, table, facts, period = case
    for found in evaluate(table, facts, period):
        for leaf in table.leaves():
            final = found.line(leaf.code).final
            if final is None:
                continue
            taken = -final if leaf.section is Section.PENALTY else final
            # A maximum with more places than are printed is itself rounded.
            finest = Decimal(1).scaleb(-(leaf.rounding or table.rounding).places)
            assert taken >= 0, leaf.code
            assert leaf.max is None or taken < largest_maximum(leaf) + finest, leaf.code


def largest_maximum(leaf: Leaf) -> Decimal:
    return max([leaf.max, *(when.value for when in leaf.max_when)])


@LAW
@given(cases())
def test_the_same_printed_total_is_the_same_rank_and_no_other_is(case: Case) -> None:
    _, table, facts, period = case
    ranking = ranked(table, facts, period).ranking
    for one, other in pairs(ranking):
        if one.total != other.total:
            assert (one.total > other.total) == (one.rank < other.rank)
        elif table.ranking.ties is not Ties.CHAIN:
            assert one.rank == other.rank


def pairs(ranking: Ranking) -> Iterator[tuple]:
    for one in ranking.places:
        yield from ((one, other) for other in ranking.places if one.group == other.group)


@LAW
@given(cases())
def test_places_are_counted_without_holes(case: Case) -> None:
    _, table, facts, period = case
    places = ranked(table, facts, period).ranking.places
    for group in {place.group for place in places}:
        ranks = [place.rank for place in places if place.group == group]
        better = [sum(other < one for other in ranks) for one in ranks]
        dense = [len({other for other in ranks if other < one}) for one in ranks]
        counted = dense if table.ranking.dense else better
        assert ranks == [1 + above for above in counted]


@LAW
@given(cases())
def test_a_unit_more_changes_another_only_where_units_are_compared(case: Case) -> None:
    text, table, facts, period = case
    assume("versus_" not in text)
    whole = {found.unit: found for found in evaluate(table, facts, period)}
    for left_out in facts:
        rest = evaluate(table, [one for one in facts if one is not left_out], period)
        assert all(whole[found.unit] == found for found in rest)


@LAW
@given(cases())
def test_not_submitted_is_never_ranked(case: Case) -> None:
    _, table, facts, period = case
    absent = [replace(one, submitted=False) for one in facts]
    ranking = ranked(table, absent, period).ranking
    assert not ranking.places
    exempt = [one.text for one in table.exempt]
    assert all(one.reason.startswith((NOT_SUBMITTED, *exempt)) for one in ranking.unranked)


@LAW
@given(cases(), st.data())
def test_one_more_appraised_point_never_worsens_a_place(case: Case, data: st.DataObject) -> None:
    _, table, facts, period = case
    # A line finer than the adjustments above it may lose a hair of what it gained.
    assume(not any(leaf.rounding for leaf in table.leaves()))
    chosen = data.draw(st.sampled_from(facts))
    giving = [leaf for leaf in table.leaves() if leaf.section is not Section.PENALTY]
    assume(giving)
    leaf = data.draw(st.sampled_from(giving))
    points = data.draw(st.decimals(0, 10, places=3))
    worse, better = (
        [appraised(one, leaf.code, given) if one is chosen else one for one in facts]
        for given in (points, points + 1)
    )
    assert_no_worse(table, worse, better, chosen.unit, period)


def appraised(one: UnitFacts, code: str, points: Decimal) -> UnitFacts:
    return replace(one, appraisals={**one.appraisals, code: Appraisal(points, "")})


def assert_no_worse(
    table: CriteriaSet,
    worse: Sequence[UnitFacts],
    better: Sequence[UnitFacts],
    unit: str,
    period: Period | None,
) -> None:
    """By totals alone: a chain may look at anything."""
    before, after = (
        {place.unit: place for place in rank(standings(table, facts, period)).places}
        for facts in (worse, better)
    )
    if unit in before:
        assert after[unit].total >= before[unit].total
        assert after[unit].rank <= before[unit].rank


WORDS = ["full", "exclude", "rescale_block", "rescale_total", "zero"]


@LAW
@given(cases(), st.sampled_from(WORDS), st.data())
def test_what_did_not_arise_is_never_worse_than_nothing(
    case: Case, word: str, data: st.DataObject
) -> None:
    text, _, facts, period = case
    raw = loaded(text)
    # Points taken away may weigh more once the rest is brought up; given ones cannot.
    inside = list(leaves_of(raw["criteria"]))
    assume(not any(leaf.get("kind") == "penalty" for leaf in inside))
    standard = [leaf for leaf in inside if "kind" not in leaf]
    assume(standard)
    leaf = data.draw(st.sampled_from(standard))
    leaf["rule"] = {"type": "yes_no", "figure": "co_phat_sinh"}
    leaf["not_arisen"] = word
    for condition in ("max_when", "most_when", "thresholds"):
        leaf.pop(condition, None)
    table = read(written(raw))
    chosen = data.draw(st.sampled_from(facts))
    nothing, not_arisen = (
        [answered(one, leaf["code"], value) if one is chosen else one for one in facts]
        for value in (Decimal(0), Absent.NOT_ARISEN)
    )
    left_out = standings(table, not_arisen, period)
    if next(one for one in left_out if one.unit == chosen.unit).total is not None:
        assert_no_worse(table, nothing, not_arisen, chosen.unit, period)


def leaves_of(nodes: list[dict]) -> Iterator[dict]:
    for node in nodes:
        yield from leaves_of(node["children"]) if "children" in node else [node]


def answered(one: UnitFacts, code: str, value: Decimal | Absent) -> UnitFacts:
    given = {key: points for key, points in one.appraisals.items() if key != code}
    return replace(one, figures={**one.figures, "co_phat_sinh": Figure(value)}, appraisals=given)
