"""The engine and the oracle, written apart, must agree to the last digit on random tables."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from data_access.criteria_files import criteria_from_text
from data_access.facts_files import facts_from_csv
from scoring.evaluation import evaluate
from scoring.issues import has_errors
from scoring.periods import parse_period
from scoring.ranking import rank
from tests import oracle
from tests.random_tables import criteria_tables, facts_for

PERIODS = [None, "2022", "2022-Q1", "2022-Q3"]


def printed(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"


def engine_cards(table_text: str, facts_text: str, period: str | None):
    table, issues = criteria_from_text(table_text)
    assert table is not None, [(i.where.path, i.code, i.context) for i in issues]
    facts, fact_issues = facts_from_csv(facts_text, table, "facts.csv")
    assert not has_errors(fact_issues), fact_issues
    return evaluate(table, facts, period and parse_period(period))


@pytest.mark.parametrize("period", PERIODS)
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_engine_equals_oracle(period: str | None, data: st.DataObject) -> None:
    table_text = data.draw(criteria_tables())
    facts_text = data.draw(facts_for(table_text))
    note(table_text + facts_text)
    table, facts = oracle.load_set(table_text), oracle.load_facts(facts_text)
    cards = engine_cards(table_text, facts_text, period)
    expected = oracle.scorecards(table, facts, period)
    assert [card.unit for card in cards] == [card["unit"] for card in expected]
    for card, truth in zip(cards, expected, strict=True):
        finals = {line.code: printed(line.final) for line in card.lines}
        assert printed(card.total) == truth["total"], (card.unit, finals, truth)
        assert card.class_name == truth["class"], (card.unit, card.class_reason, truth)
        assert list(card.pending) == truth["pending"], card.unit
        if card.total is not None:
            assert finals == {line["code"]: line["final"] for line in truth["lines"]}, card.unit
    ranking, places = rank(cards), oracle.ranking(table, facts, period)
    assert [
        (place.rank, place.unit, printed(place.total), place.class_name) for place in ranking.places
    ] == [(p["rank"], p["unit"], p["total"], p["class"]) for p in places["places"]]
    assert sorted(one.unit for one in ranking.unranked) == places["unranked"]
