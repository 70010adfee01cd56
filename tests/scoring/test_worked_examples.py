"""Every worked example of docs/criteria.md, section 5, is what the engine gives."""

import pytest

from scoring.evaluation import evaluate
from tests.scoring.builders import card, table_of, unit
from tests.worked_examples import (
    BESIDE_EXAMPLES,
    BESIDE_RULES,
    NAMED,
    PEER_EXAMPLES,
    RULE_EXAMPLES,
)


def final(scored: object) -> str | None:
    found = scored.line("1").final
    return None if found is None else f"{found:f}"


@pytest.mark.parametrize(
    ("most", "rule", "figures", "expected"),
    [row[1:] for row in RULE_EXAMPLES],
    ids=[row[0] for row in RULE_EXAMPLES],
)
def test_a_criterion(most: float, rule: str, figures: str, expected: str | None) -> None:
    table = table_of(
        f'criteria: [{{code: "1", text: x, max: {most}, rule: {NAMED.get(rule, rule)}}}]'
    )
    assert final(card(table, NAMED.get(figures, figures))) == expected


@pytest.mark.parametrize(
    ("section", "leaf", "figures", "expected"),
    [row[1:] for row in BESIDE_EXAMPLES],
    ids=[row[0] for row in BESIDE_EXAMPLES],
)
def test_a_bonus_or_penalty(section: str, leaf: str, figures: str, expected: str | None) -> None:
    for name, rule in BESIDE_RULES.items():
        leaf = leaf.replace(name, rule)
    beside = f'criteria: [{{code: "0", text: x, max: 1, rule: {{type: assessed}}}}]\n{section}: '
    table = table_of(beside + f'[{{code: "1", text: x, {leaf}}}]')
    assert final(card(table, figures)) == expected


@pytest.mark.parametrize(
    ("most", "rule", "figures", "expected"),
    [row[1:] for row in PEER_EXAMPLES],
    ids=[row[0] for row in PEER_EXAMPLES],
)
def test_beside_its_peers(
    most: float, rule: str, figures: dict[str, str], expected: dict[str, str]
) -> None:
    table = table_of(f'criteria: [{{code: "1", text: x, max: {most}, rule: {rule}}}]')
    facts = [unit(written, code) for code, written in figures.items()]
    assert {scored.unit: final(scored) for scored in evaluate(table, facts, None)} == expected
