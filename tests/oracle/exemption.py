"""Section 8 of docs/criteria.md: who is neither ranked, classed nor compared."""

from tests.oracle.formulas import value_of


def exempted(table: dict, answers: dict) -> bool:
    return any(value_of(one["when"], answers) is True for one in table.get("exempt") or [])
