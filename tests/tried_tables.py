"""Trying a table on a few figures, as `qcdc criteria try` does: from the table's file and rows of
FACTS.csv written in one string a unit."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from data_access.criteria_files import criteria_from_text
from data_access.facts_files import facts_from_csv
from scoring.criteria import CriteriaSet
from scoring.evaluation import evaluate
from scoring.facts import UnitFacts
from scoring.issues import Code, Issue, has_errors
from scoring.periods import Period
from scoring.ranking import Ranking, ranked
from scoring.scorecards import Scorecard

CRITERIA = Path(__file__).parents[1] / "sample_data" / "criteria"


def text_of(name: str) -> str:
    return (CRITERIA / f"{name}.yaml").read_text(encoding="utf-8")


def published(name: str) -> CriteriaSet:
    return table_from(text_of(name))


def table_from(text: str) -> CriteriaSet:
    table, issues = criteria_from_text(text)
    assert table is not None, issues
    return table


def warnings_of(text: str) -> list[Issue]:
    table, issues = criteria_from_text(text)
    assert table is not None
    assert not has_errors(issues)
    return list(issues)


def codes(issues: list[Issue]) -> list[Code]:
    return [one.code for one in issues]


def facts(table: CriteriaSet, figures: Mapping[str, str]) -> tuple[UnitFacts, ...]:
    """`figures` by unit, as "key=value key=value"; a value may be empty, KPS or KAD."""
    rows = [
        f"{unit},{key},{value}"
        for unit, written in figures.items()
        for key, _, value in (word.partition("=") for word in written.split())
    ]
    text = "\n".join(("unit,indicator,value", *rows))
    found, issues = facts_from_csv(text, table, "facts.csv")
    assert not has_errors(issues), issues
    return found


def cards(
    table: CriteriaSet, figures: Mapping[str, str], period: Period | None = None
) -> dict[str, Scorecard]:
    return {card.unit: card for card in evaluate(table, facts(table, figures), period)}


def card(table: CriteriaSet, written: str, period: Period | None = None) -> Scorecard:
    return cards(table, {"A": written}, period)["A"]


def line(table: CriteriaSet, written: str, code: str) -> Decimal | None:
    return card(table, written).line(code).final


def ranking(
    table: CriteriaSet, figures: Mapping[str, str], period: Period | None = None
) -> Ranking:
    return ranked(table, facts(table, figures), period).ranking


def places(table: CriteriaSet, figures: Mapping[str, str]) -> dict[str, int]:
    return {place.unit: place.rank for place in ranking(table, figures).places}
