"""A criteria table's text becomes a CriteriaSet. Knows the file, not where it is kept."""

from functools import lru_cache

from data_access.yaml_files import load_yaml
from scoring.criteria import CriteriaSet
from scoring.criteria_reading import parse_criteria
from scoring.issues import Issue, has_errors


# Keyed by the text itself: the same bytes are the same table, in every database.
@lru_cache(maxsize=32)
def criteria_from_text(text: str) -> tuple[CriteriaSet | None, tuple[Issue, ...]]:
    raw, issues = load_yaml(text)
    if raw is None and has_errors(issues):
        return None, issues
    table, found = parse_criteria(raw)
    every = (*issues, *found)
    return (None if has_errors(every) else table), every
