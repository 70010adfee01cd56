"""The rows of the sheets as one programme's plain values, with the cell of every part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from data_access.criteria_workbook.places import Places
from data_access.programme_workbook.cells import value_of
from data_access.programme_workbook.names import Names
from data_access.programme_workbook.reading import TypedRow
from data_access.programme_workbook.shape import GENERAL, NAMED, SECTION, SheetColumn
from data_access.yaml_files import Plain
from scoring.issues import Code, Issue, Where, issue

Values = dict[str, Plain]


@dataclass
class Assembly:
    """A programme being put together: its values, where they were typed, what is wrong."""

    programme: Values = field(default_factory=dict)
    places: Places = field(default_factory=Places)
    issues: list[Issue] = field(default_factory=list)

    def add_general(self, row: TypedRow, names: Names) -> None:
        values = self._values(row, GENERAL, names)
        for key, value in values.items():
            self.programme[key] = value
        for column in GENERAL:
            self.places.put(column.key, row.sheet, row.where(column.key).cell or "")

    def add_rows(
        self, key: str, rows: Sequence[TypedRow], columns: Sequence[SheetColumn], names: Names
    ) -> None:
        """`key` empty: the row's first column says to which list it belongs."""
        for row in rows:
            # That a whole column is missing is said once, of the sheet.
            present = [column for column in columns if column.key in row.places]
            values = self._values(row, present, names)
            section = key or str(values.pop(SECTION, "") or "")
            if section:
                self._add(section, row, values)

    def _add(self, section: str, row: TypedRow, values: Mapping[str, Plain]) -> None:
        called = NAMED.get(section, {})
        listed = self.programme.setdefault(section, [])
        path = f"{section}[{len(listed)}]"
        listed.append(_nested({called.get(key, key): one for key, one in values.items()}))
        self.places.put(path, row.sheet, row.first)
        for key in row.places:
            cell = row.where(key).cell or row.first
            self.places.put(f"{path}.{called.get(key, key)}", row.sheet, cell)

    def _values(
        self, row: TypedRow, columns: Sequence[SheetColumn], names: Names
    ) -> dict[str, Plain]:
        found: dict[str, Plain] = {}
        for column in columns:
            cell = row.cells.get(column.key)
            if cell is None:
                self._require(row, column)
                continue
            value, wrong = value_of(column, cell, names)
            self.issues.extend(replace(one, where=row.where(column.key)) for one in wrong)
            if value is not None:
                found[column.key] = value
        return found

    def _require(self, row: TypedRow, column: SheetColumn) -> None:
        if not column.required:
            return
        where = row.where(column.key)
        if column.key not in row.places:
            where = Where(row.sheet)
        missing = {"heading": column.heading, "asked": "text"}
        self.issues.append(issue(where, Code.MISSING_VALUE, **missing))


def _nested(values: Mapping[str, Plain]) -> Values:
    """`when.Q2` within `when`; a real day of the sheet among them is one of `due_on`."""
    found: Values = {}
    for key, value in values.items():
        outer, dot, inner = key.partition(".")
        if not dot:
            found[key] = value
            continue
        holder = found.setdefault(outer if isinstance(value, str) else "due_on", {})
        holder[inner] = value
    return found
