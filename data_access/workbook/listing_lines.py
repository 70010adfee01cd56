"""The rows in which a unit lists, told from totals, repeated headings and the signature."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from data_access.workbook.answers import read_answer
from data_access.workbook.book import Cell
from data_access.workbook.signature import is_signature
from data_access.workbook.table import Headings, repeated_headings
from data_access.workbook.text import clean, read_absent
from scoring.facts import Absent
from scoring.forms import Field, Kind

TOTALS = frozenset({"cộng", "tổng cộng", "tổng", "tổng số", "cộng tổng"})

_FIGURES = (Kind.COUNT, Kind.NUMBER)


@dataclass(frozen=True)
class Line:
    """One row: what stands in it, and what of that is asked."""

    row: int
    cells: Mapping[int, Cell]
    asked: Mapping[int, Field]

    @property
    def is_total(self) -> bool:
        """Cộng, Tổng cộng: in the first cell that holds words, up to the first one asked."""
        if not self.asked:
            return False
        first = [cell for column, cell in self.cells.items() if column <= min(self.asked)]
        return any(_names_total(clean(cell.text)) for cell in first)

    @property
    def says_nothing(self) -> bool:
        return bool(self.asked) and all(
            _says_nothing(self.cells[column].text, field) for column, field in self.asked.items()
        )

    @property
    def figure(self) -> int | None:
        """The column of the first figure in it."""
        for column, field in self.asked.items():
            if field.kind in _FIGURES and read_answer(self.cells[column], field).answer is not None:
                return column
        return None


@dataclass(frozen=True)
class Lines:
    """`below`: what stands under the signature, where nothing is looked for."""

    listed: tuple[Line, ...]
    below: tuple[Line, ...]


def find_lines(headings: Headings, answers: Mapping[int, Field], *, above: int) -> Lines:
    lines = [*_lines(headings, answers, above)]
    end = next((at for at, line in enumerate(lines) if _is_signature(line)), len(lines))
    return Lines(tuple(lines[:end]), tuple(line for line in lines[end:] if not _is_signature(line)))


def _lines(headings: Headings, answers: Mapping[int, Field], above: int) -> Iterator[Line]:
    by_row: dict[int, dict[int, Cell]] = defaultdict(dict)
    for (row, column), cell in headings.sheet.cells.items():
        if row > above and not cell.is_blank:
            by_row[row][column] = cell
    for row in sorted(by_row.keys() - repeated_headings(headings)):
        cells = by_row[row]
        yield Line(row, cells, {at: answers[at] for at in sorted(cells) if at in answers})


def _is_signature(line: Line) -> bool:
    return is_signature(cell.text for cell in line.cells.values())


def _names_total(text: str) -> bool:
    """Communes are called Cộng Hòa; none is called Tổng cộng toàn huyện."""
    return text.startswith("tổng cộng ") or text.rstrip(" :.") in TOTALS


def _says_nothing(text: str, field: Field) -> bool:
    said = clean(text)
    if any(said == clean(choice.label) for choice in field.choices):
        return False
    # A plain No answers a question.
    no = said == "không" and field.kind is not Kind.YES_NO
    return no or read_absent(text) is Absent.NOT_ARISEN
