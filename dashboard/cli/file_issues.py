"""What is wrong with a data file (criteria, forms), said at its place in the file."""

from collections.abc import Sequence

import click

from dashboard import wording
from scoring.issues import Issue, Severity


def issue_documents(issues: Sequence[Issue]) -> list[dict[str, object]]:
    return [_document(found) for found in issues]


def _document(found: Issue) -> dict[str, object]:
    return {
        "path": found.where.path,
        "sheet": found.where.sheet,
        "cell": found.where.cell,
        "code": found.code.value,
        "severity": found.severity.value,
        "message": wording.sentence(found),
    }


def say_issues(issues: Sequence[Issue], *, err: bool = False) -> None:
    for found in issues:
        word = "Cảnh báo" if found.severity is Severity.WARNING else "Lỗi"
        click.echo(f"{word} – {wording.place_of(found.where)}: {wording.sentence(found)}", err=err)
