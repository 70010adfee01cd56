"""A programme's plain values as rows of the sheets, by the columns' keys. Knows no cells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from data_access.programme_workbook.shape import (
    DOCUMENTS,
    DOCUMENTS_SHEET,
    EXEMPT_SHEET,
    NAMED,
    NOTES,
    NOTES_SHEET,
    REPORTS_SHEET,
    SECTION,
    TASKS_SHEET,
)
from data_access.yaml_files import Plain

Values = Mapping[str, Plain]


@dataclass(frozen=True)
class FlatProgramme:
    """The head, and the rows of every sheet by its name."""

    head: Values
    rows: Mapping[str, Sequence[Values]]


def flattened(programme: Values) -> FlatProgramme:
    return FlatProgramme(
        programme,
        {
            TASKS_SHEET: tuple(programme.get("tasks") or ()),
            REPORTS_SHEET: tuple(map(_report, programme.get("reports") or ())),
            DOCUMENTS_SHEET: tuple(_sections(programme, DOCUMENTS)),
            NOTES_SHEET: tuple(_sections(programme, NOTES)),
            EXEMPT_SHEET: tuple(programme.get("exempt") or ()),
        },
    )


def _report(report: Values) -> Values:
    """Days named by the plan stand where its words would: words come before them."""
    days = {f"when.{mark}": day for mark, day in (report.get("due_on") or {}).items()}
    words = {f"when.{mark}": said for mark, said in (report.get("when") or {}).items()}
    return {key: one for key, one in report.items() if key not in ("when", "due_on")} | days | words


def _sections(programme: Values, sections: Mapping[str, str]) -> Iterator[Values]:
    for section in sections:
        called = {own: key for key, own in NAMED.get(section, {}).items()}
        for one in programme.get(section) or ():
            row = {called.get(key, key): value for key, value in one.items()}
            yield {SECTION: section} | row
