"""A criteria table as a workbook for people who live in Excel."""

from data_access.criteria_files import criteria_from_text
from data_access.criteria_workbook.writing import write_workbook
from data_access.yaml_files import load_yaml
from scoring.criteria_words import criteria_in_words
from scoring.rule_types import RULES_BY_WORD


def criteria_workbook(text: str) -> bytes:
    """The table as a workbook to be edited: each criterion a row, its rule in words beside the
    parameters. Raises ValueError for a text that is no table."""
    table, _ = criteria_from_text(text)
    raw, _ = load_yaml(text)
    if table is None:
        raise ValueError("not a table of criteria")
    said = {line.code: line.rule for line in criteria_in_words(table)}
    return write_workbook(raw, said, tuple(RULES_BY_WORD))
