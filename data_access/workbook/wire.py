"""What the reading worker sends of a sheet: plain cells, with the text of old fonts in Unicode."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite

from data_access.workbook.book import CellKind, Position
from data_access.workbook.legacy_fonts import Run, may_be_unicode, read_runs
from data_access.workbook.unshown import Unshown, WireRange

WireCell = tuple[int, int, str, str]


@dataclass(frozen=True)
class WireSheet:
    name: str
    hidden: bool
    cells: list[WireCell]
    merged: list[WireRange]


def plain_number(value: int | float, *, is_percent: bool) -> tuple[str, str]:
    if not isfinite(value):
        return CellKind.ERROR, str(value)
    # Fifteen digits are all that Excel keeps of a typed number and all it shows of a computed one:
    # 0.1 stays 0.1, and =0.1+0.2 is 0.3 as on the screen.
    text = str(value) if isinstance(value, int) else format(value, ".15g")
    return CellKind.PERCENT if is_percent else CellKind.NUMBER, text


def in_unicode(cells: list[WireCell], aside: Unshown) -> list[WireCell]:
    """The cells with the text of old fonts in Unicode; as it is stored where that is unclear."""
    lettered = {
        (cell[0], cell[1]): runs for cell in cells if (runs := _runs_of(cell, aside)) is not None
    }
    if not lettered:
        return cells
    read = {place: read_runs(runs) for place, runs in lettered.items()}
    if _is_todays(lettered, read):
        read |= {place: None for place, runs in lettered.items() if may_be_unicode(_stored(runs))}
    return [_reread(cell, read) for cell in cells]


def _runs_of(cell: WireCell, aside: Unshown) -> tuple[Run, ...] | None:
    row, column, kind, text = cell
    if kind != CellKind.TEXT:
        return None
    font = aside.fonts.get((row, column))
    return aside.runs.get((row, column)) if font is None else (Run(font, text),)


def _stored(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def _is_todays(
    lettered: Mapping[Position, tuple[Run, ...]], read: Mapping[Position, str | None]
) -> bool:
    """Whether somebody merely gave a sheet of today's text an old font: then "Mã" is no "Mó"."""
    impossible = sum(text is None for text in read.values())
    legacy = sum(
        read[place] is not None and not text.isascii() and not may_be_unicode(text)
        for place, runs in lettered.items()
        if (text := _stored(runs))
    )
    return impossible > legacy


def _reread(cell: WireCell, read: Mapping[Position, str | None]) -> WireCell:
    row, column, _, _ = cell
    if (row, column) not in read:
        return cell
    text = read[row, column]
    if text is None:
        return row, column, CellKind.UNCLEAR_TEXT, cell[3]
    return row, column, CellKind.TEXT, text
