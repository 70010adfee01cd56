"""A programme's text becomes a Programme. Knows the file, not where it is kept."""

from functools import lru_cache

from data_access.yaml_files import load_yaml
from scoring.issues import Issue, has_errors
from scoring.programme_reading import parse_programme
from scoring.programmes import Programme


@lru_cache(maxsize=128)
def programme_from_text(text: str) -> tuple[Programme | None, tuple[Issue, ...]]:
    raw, issues = load_yaml(text)
    if raw is None and has_errors(issues):
        return None, issues
    programme, found = parse_programme(raw)
    every = (*issues, *found)
    return (None if has_errors(every) else programme), every
