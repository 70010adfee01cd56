"""A form's text becomes a FormDefinition. Knows the file, not where it is kept."""

from functools import lru_cache

from data_access.yaml_files import load_yaml
from scoring.form_definitions import FormDefinition
from scoring.form_reading import parse_form
from scoring.issues import Issue, has_errors


# Keyed by the text itself: every return handed in reads its form again.
@lru_cache(maxsize=64)
def form_from_text(text: str) -> tuple[FormDefinition | None, tuple[Issue, ...]]:
    raw, issues = load_yaml(text)
    if raw is None and has_errors(issues):
        return None, issues
    definition, found = parse_form(raw)
    every = (*issues, *found)
    return (None if has_errors(every) else definition), every
