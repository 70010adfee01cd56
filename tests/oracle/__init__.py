"""The scoring again, slow and obvious, sharing no code: written from docs/criteria.md alone."""

from tests.oracle.cards import ranking, scorecards
from tests.oracle.reading import load_facts, load_set

__all__ = ["load_facts", "load_set", "ranking", "scorecards"]
