"""Random criteria tables and facts in the format of docs/criteria.md, small and nasty."""

from tests.random_tables.drawing import loaded, written
from tests.random_tables.facts import facts_for
from tests.random_tables.tables import (
    any_tables,
    criteria_tables,
    pass_fail_tables,
    rank_only_tables,
)

__all__ = [
    "any_tables",
    "criteria_tables",
    "facts_for",
    "loaded",
    "pass_fail_tables",
    "rank_only_tables",
    "written",
]
