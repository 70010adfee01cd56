"""A sheet written as text, read into cells that every format's writer understands.

One row per line, cells between bars. `n:` number, `p:` percentage, `d:` date, `b:` boolean, `e:`
error, `f:` formula never computed, anything else is text; `{.VnTime}` begins a font, `⏎` is a line
break inside a cell, `␣` a cell that holds a space.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

Run = tuple[str, str]
Place = tuple[int, int]

PREFIXES = ("n", "p", "d", "b", "e", "f")


@dataclass(frozen=True)
class Typed:
    """`kind` is a prefix, or "s" for text; `runs` are (font, text), the font "" being the usual."""

    kind: str
    text: str
    runs: tuple[Run, ...] = ()

    @property
    def font(self) -> str:
        """Of the cell itself: that of its first stretch."""
        return self.runs[0][0] if self.runs else ""


@dataclass(frozen=True)
class Table:
    cells: dict[Place, Typed]
    name: str = "Biểu"
    merged: tuple[str, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    since_1904: bool = False
    fonts: tuple[str, ...] = field(default=())


def table(
    text: str,
    name: str = "Biểu",
    merged: tuple[str, ...] = (),
    hidden_rows: frozenset[int] = frozenset(),
    hidden_columns: frozenset[int] = frozenset(),
    *,
    since_1904: bool = False,
) -> Table:
    cells = dict(_cells(text))
    fonts = sorted({font for cell in cells.values() for font, _ in cell.runs} - {""})
    return Table(
        cells, name, merged, hidden_rows, hidden_columns, since_1904, ("Times New Roman", *fonts)
    )


def _cells(text: str) -> Iterator[tuple[Place, Typed]]:
    for row, line in enumerate(text.split("\n"), start=1):
        for column, typed in enumerate(line.split("|"), start=1):
            if typed.strip(" "):
                yield (row, column), read(typed.strip(" "))


def read(typed: str) -> Typed:
    kind, colon, value = typed.partition(":")
    if colon and kind in PREFIXES:
        return Typed(kind, value)
    shown = typed.replace("⏎", "\n").replace("␣", " ")
    # Split at {font}: what stands before the first is in the usual font.
    usual, *rest = re.split(r"\{([^}]*)\}", shown)
    runs = tuple(zip(rest[::2], rest[1::2], strict=True))
    if usual and runs:
        runs = (("", usual), *runs)
    return Typed("s", usual if not runs else "".join(part for _, part in runs), runs)
