"""Points by two quantities, read off a table of rows and columns (A12)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.issues import Code
from scoring.rules.ladder import Band, band_of, lint_ladder, parse_ladder
from scoring.rules.outcome import (
    Figures,
    Outcome,
    Points,
    Setting,
    points_text,
    weightiest,
)
from scoring.rules.quantity import Measured, Quantity, parse_quantity


@dataclass(frozen=True)
class Axis:
    quantity: Quantity
    bands: tuple[Band, ...]

    def words(self, labels: Mapping[str, str]) -> str:
        return f"{self.quantity.words(labels)} ({'; '.join(self.steps())})"

    def steps(self) -> list[str]:
        return [band.words(unit=self.quantity.unit) for band in self.bands]


@dataclass(frozen=True)
class Table:
    """`points` by row, then column."""

    word: ClassVar[str] = "table"
    rows: Axis
    columns: Axis
    points: tuple[tuple[Fraction, ...], ...]
    otherwise: Fraction

    @classmethod
    def parse(cls, reader: Reader) -> "Table":
        rows, columns = _axis(reader, "rows"), _axis(reader, "columns")
        written = reader.rows_of_numbers("points")
        _check_size(reader, written, rows, columns)
        points = tuple(tuple(Fraction(number) for number in row) for row in written)
        return cls(rows, columns, points, Fraction(reader.optional_number("otherwise") or 0))

    def figures(self) -> tuple[str, ...]:
        return tuple(
            dict.fromkeys((*self.rows.quantity.figures(), *self.columns.quantity.figures()))
        )

    def needs_max(self, *, penalty: bool) -> bool:
        return False

    def best(self, most: Fraction | None) -> Fraction | None:
        return max([points for row in self.points for points in row] + [self.otherwise])

    def words(self, most: Fraction | None, labels: Mapping[str, str]) -> str:
        rows = (
            f"{step}: {', '.join(points_text(points) for points in row)}"
            for step, row in zip(self.rows.steps(), self.points, strict=True)
        )
        return (
            f"Bảng hai chiều; cột là {self.columns.words(labels)}; dòng là "
            f"{self.rows.quantity.words(labels)}: {'; '.join(rows)}; "
            f"ngoài bảng: {points_text(self.otherwise)}"
        )

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        row = self.rows.quantity.measure(figures)
        column = self.columns.quantity.measure(figures)
        lacking = weightiest((row, column))
        if lacking is not None:
            return lacking
        at_row = band_of(self.rows.bands, row.exact, setting.times)
        at_column = band_of(self.columns.bands, column.exact, setting.times)
        inside = at_row is not None and at_column is not None
        points = self.points[at_row][at_column] if inside else self.otherwise
        return Points(points, lambda: _reason(row, column, at_row, at_column, points))


def _reason(
    row: Measured, column: Measured, at_row: int | None, at_column: int | None, points: Fraction
) -> str:
    said = f"{row.say()}; {column.say()}"
    if at_row is None or at_column is None:
        return f"{said}; ngoài bảng → {points_text(points)}"
    return f"{said}; dòng {at_row + 1}, cột {at_column + 1} → {points_text(points)}"


def _axis(reader: Reader, key: str) -> Axis:
    axis = reader.mapping(key)
    if axis is None:
        reader.report(Code.KEY_MISSING, reader.at(key), key=key)
        return Axis(Quantity(), ())
    children = tuple(axis.children("bands", required=True))
    bands = parse_ladder(children)
    for child in children:
        child.finish()
    lint_ladder(axis, axis.at("bands"), bands)
    found = Axis(parse_quantity(axis), bands)
    axis.finish()
    return found


def _check_size(
    reader: Reader, points: tuple[tuple[object, ...], ...], rows: Axis, columns: Axis
) -> None:
    """As many rows and columns of points as there are bands."""
    at, height, width = reader.at("points"), len(rows.bands), len(columns.bands)
    if len(points) != height:
        reader.report(Code.VALUE_OUTSIDE, at, value=len(points), least=height, most=height)
    for position, row in enumerate(points):
        if len(row) != width:
            there = f"{at}[{position}]"
            reader.report(Code.VALUE_OUTSIDE, there, value=len(row), least=width, most=width)
