"""Reading a criteria table that somebody uploads: a YAML file, or a workbook of ours as edited."""

from collections.abc import Sequence
from pathlib import PurePath

from data_access.criteria_files import criteria_from_text
from data_access.criteria_workbook.assembling import assembled
from data_access.criteria_workbook.reading import typed_rows
from data_access.text_files import decoded
from data_access.workbook.reading import read_book
from data_access.yaml_writing import to_yaml
from scoring.issues import Issue, has_errors

_YAML = (".yaml", ".yml")


def criteria_from_file(name: str, content: bytes) -> tuple[str | None, tuple[Issue, ...]]:
    """The table's text, of a YAML file or of a workbook, and what is wrong with it, by line or by
    cell; None where there are errors."""
    if PurePath(name).suffix.lower() not in _YAML:
        return criteria_from_workbook(name, content)
    text = decoded(content)
    table, issues = criteria_from_text(text)
    return (None if table is None else text), issues


def criteria_from_workbook(name: str, content: bytes) -> tuple[str | None, tuple[Issue, ...]]:
    """A workbook as `criteria_workbook` writes it, edited by people."""
    book, issues = read_book(name, content)
    if book is None:
        return None, issues
    rows, missing = typed_rows(book)
    if has_errors(missing):
        return None, missing
    made = assembled(rows)
    text = to_yaml(made.table)
    table, wrong = criteria_from_text(text)
    every = (*made.issues, *_elsewhere(made.places.located(wrong), made.issues))
    return (None if table is None or has_errors(made.issues) else text), every


def _elsewhere(found: Sequence[Issue], said: Sequence[Issue]) -> tuple[Issue, ...]:
    """What is wrong in cells of which nothing was said yet: the rest follows from that."""
    cells = {(one.where.sheet, one.where.cell) for one in said}
    return tuple(one for one in found if (one.where.sheet, one.where.cell) not in cells)
