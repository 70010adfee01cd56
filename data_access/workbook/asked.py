"""One field of a form, found on a sheet and read, with the words for its place."""

from collections.abc import Mapping
from dataclasses import dataclass

from data_access.workbook.answers import Reading, read_answer
from data_access.workbook.book import Cell, Position, address
from data_access.workbook.table import Headings
from scoring.forms import Column, Field, Row
from scoring.issues import Issue, Where
from scoring.returns import Entry

Placed = tuple[Position, Issue]

_LONGEST_SHOWN = 80
_LONGEST_LABEL = 60


@dataclass(frozen=True)
class Asked:
    field: Field
    place: Position
    where: Where
    heading: str
    typed: str
    reading: Reading

    @property
    def entry(self) -> Entry:
        where = self.where
        return Entry(self.field.key, self.reading.answer, self.typed, where.sheet, where.cell)

    @property
    def issue(self) -> Issue:
        context = {"value": shown(self.typed), "heading": self.heading}
        mistake = self.reading.mistake
        return Issue(self.where, mistake.code, {**context, **mistake.context})


@dataclass(frozen=True)
class Given:
    """All that was asked, by key, and the keys of the listings that report nothing."""

    asked: Mapping[str, Asked]
    nothing: frozenset[str] = frozenset()


@dataclass(frozen=True)
class RowWords:
    """What names a row to people: its code and its text, beside each heading."""

    label: str
    headings: Mapping[str, str]


def row_words(columns: tuple[Column, ...], row: Row) -> RowWords:
    return RowWords(row_label(columns, row), {column.key: column.heading for column in columns})


def ask(
    headings: Headings, cell: Cell | None, place: Position, field: Field, words: RowWords
) -> Asked:
    heading = words.headings[field.column]
    where = Where(headings.sheet.name, address(*place), f"{words.label} – {heading}")
    return Asked(field, place, where, heading, cell.text if cell else "", read_answer(cell, field))


def row_label(columns: tuple[Column, ...], row: Row) -> str:
    text = next((row.text(item.key) for item in columns[1:] if row.text(item.key)), "")
    return " – ".join(part for part in (row.code, shown(text, _LONGEST_LABEL)) if part)


def shown(text: str, longest: int = _LONGEST_SHOWN) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= longest else plain[: longest - 1].rstrip() + "…"
