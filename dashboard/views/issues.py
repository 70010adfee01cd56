"""What is wrong with a file, as a table; and the links to the file itself."""

from collections.abc import Sequence

from dashboard.views.table import Cell, Column, Link, Row, Shape, Table
from dashboard.wording import place_of, sentence
from data_access.queries.returns import SubmissionEntry
from scoring.issues import Issue, Severity, has_errors

SHOWN = 50
_IN_THE_MARKED_COPY = " nữa trong bản đánh dấu."


def issue_table(issues: Sequence[Issue], left_words: str = _IN_THE_MARKED_COPY) -> Table | None:
    """The first fifty and the count; the marked copy has them all."""
    if not issues:
        return None
    heading = "Nội dung cần sửa" if has_errors(issues) else "Nội dung cần xem lại"
    columns = (Column("Vị trí"), Column(heading))
    rows = tuple(_issue_row(found) for found in issues[:SHOWN])
    left = len(issues) - len(rows)
    notes = (f"Còn {left} nội dung{left_words}",) if left else ()
    return Table(columns, rows, counted(issues), shape=Shape.STACKED, notes=notes)


def counted(issues: Sequence[Issue]) -> str:
    errors = sum(found.severity is Severity.ERROR for found in issues)
    warnings = len(issues) - errors
    said = [f"{errors} nội dung cần sửa"] if errors else []
    if warnings:
        said.append(f"{warnings} nội dung cần xem lại")
    return ", ".join(said)


def marked_link(entry: SubmissionEntry) -> tuple[str, Link] | None:
    """None where there is nothing to mark: what could not be opened as a workbook cannot be given
    back as one."""
    unread = any(found.code.value.startswith("FILE_") for found in entry.issues)
    if unread or not entry.issues or _is_document(entry):
        return None
    return ("Tải bản đánh dấu", Link("tep/ban-danh-dau", (("id", str(entry.id)),), keeps=False))


def original_link(entry: SubmissionEntry) -> tuple[str, Link]:
    stored = Link("tep/bai-nop", (("id", str(entry.id)),), keeps=False)
    return ("Tải tệp đã nộp" if entry.accepted else "Tải tệp đã gửi", stored)


def _is_document(entry: SubmissionEntry) -> bool:
    return entry.file_name.lower().endswith((".pdf", ".docx"))


def _issue_row(found: Issue) -> Row:
    warning = found.severity is Severity.WARNING
    place = Cell(place_of(found.where), detail="Cần xem lại" if warning else "")
    return Row((place, Cell(sentence(found))))
