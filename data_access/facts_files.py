"""Reading FACTS.csv (docs/criteria.md, section 10): figures to try a criteria table on."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from scoring.criteria import CriteriaSet
from scoring.facts import YES, Absent, Appraisal, Figure, Source, UnitFacts, Value
from scoring.issues import Code, Issue, Where, issue

_HEADER = ["unit", "indicator", "value"]
_NUMBER = re.compile(r"[+-]?(\d{1,15}(\.\d{0,10})?|\.\d{1,10})")
_BY_CODE = ("@claim.", "@appraised.", "@evidence.")
_TIE = "@tie"
_SUBMITTED = "@submitted"


@dataclass(frozen=True)
class Row:
    line: int
    unit: str
    indicator: str
    value: str

    @property
    def is_text(self) -> bool:
        return self.indicator == "@group" or self.indicator.startswith("@attr.")


def facts_from_csv(
    text: str, table: CriteriaSet, file_name: str
) -> tuple[tuple[UnitFacts, ...], tuple[Issue, ...]]:
    """Every unit of the file, sorted by code; issues name the line. Unknown indicators are warned
    of and kept out of the scoring."""
    issues: list[Issue] = []
    rows: list[Row] = []
    try:
        rows.extend(_rows(text, file_name, issues))
    except csv.Error as broken:
        issues.append(issue(_at(file_name, len(rows) + 2), Code.FACTS_VALUE, value=broken))
    _check(rows, table, file_name, issues)
    by_unit: dict[str, dict[str, Row]] = {}
    for row in rows:
        by_unit.setdefault(row.unit, {})[row.indicator] = row
    facts = tuple(_unit_facts(unit, by_unit[unit], file_name) for unit in sorted(by_unit))
    return facts, tuple(issues)


def _rows(text: str, file_name: str, issues: list[Issue]) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    header = [cell.strip() for cell in next(reader, [])]
    if header != _HEADER:
        shown = ",".join(header)[:60]
        issues.append(issue(_at(file_name, 1), Code.FACTS_HEADER, value=shown))
        return
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        if not _is_row(cells):
            at = _at(file_name, reader.line_num)
            issues.append(issue(at, Code.FACTS_VALUE, value=",".join(cells)[:60]))
            continue
        yield Row(reader.line_num, *(cell.strip() for cell in cells))


def _is_row(cells: list[str]) -> bool:
    """A line break inside a value is an unclosed quotation mark that swallows the rows after it."""
    whole = len(cells) == 3 and "\n" not in "".join(cells)
    return whole and bool(cells[0].strip()) and bool(cells[1].strip())


def _at(file_name: str, line: int) -> Where:
    return Where(path=f"{file_name}:{line}")


def _check(rows: list[Row], table: CriteriaSet, file_name: str, issues: list[Issue]) -> None:
    known = _known(table)
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        at, key = _at(file_name, row.line), (row.unit, row.indicator)
        if key in seen:
            issues.append(issue(at, Code.FACTS_TWICE, value=row.indicator, first=seen[key]))
        seen.setdefault(key, row.line)
        if not row.is_text and not _is_readable(row):
            issues.append(issue(at, Code.FACTS_VALUE, value=row.value))
        if not row.is_text and row.indicator not in known:
            issues.append(issue(at, Code.FACTS_UNKNOWN, value=row.indicator))


def _is_readable(row: Row) -> bool:
    if row.indicator == _SUBMITTED:
        return row.value in ("", "0", "1")
    return _value(row.value) is not None


def _known(table: CriteriaSet) -> set[str]:
    figures = table.figures() | {asked.key for asked in table.inputs()} | {_TIE, _SUBMITTED}
    return figures | {f"{word}{leaf.code}" for leaf in table.leaves() for word in _BY_CODE}


def _value(text: str) -> Value | None:
    if text.upper() in ("", "KPS", "KAD"):
        return Absent(text.upper())
    return Decimal(text) if _NUMBER.fullmatch(text) else None


def _unit_facts(unit: str, rows: Mapping[str, Row], file_name: str) -> UnitFacts:
    figures = {
        indicator: Figure(value, Source(file_name, "", str(row.line)))
        for indicator, row in rows.items()
        if not row.is_text and (value := _value(row.value)) is not None
    }
    return UnitFacts(
        unit=unit,
        name=unit,
        group=rows["@group"].value if "@group" in rows else None,
        attributes=_under("@attr.", {key: row.value for key, row in rows.items()}),
        figures={key: figure for key, figure in figures.items() if _is_figure(key)},
        claims=_under("@claim.", figures),
        appraisals=_appraisals(figures),
        evidence=_under("@evidence.", figures),
        submitted=_submitted(figures),
        tie_order=_number(figures.get(_TIE)),
    )


def _is_figure(key: str) -> bool:
    """Observed figures begin with @ as well, as docs/criteria.md names them."""
    return key not in (_TIE, _SUBMITTED) and not key.startswith((*_BY_CODE, "@group", "@attr."))


def _submitted(figures: Mapping[str, Figure]) -> bool:
    """Whether a self-score came: as its row says, or else when anything at all was given."""
    told = _number(figures.get(_SUBMITTED))
    if told is not None:
        return told == YES
    return any(figure.value is not Absent.NOT_REPORTED for figure in figures.values())


def _number(figure: Figure | None) -> Decimal | None:
    value = figure.value if figure else None
    return value if isinstance(value, Decimal) else None


def _under(prefix: str, values: Mapping[str, object]) -> dict:
    return {key.removeprefix(prefix): one for key, one in values.items() if key.startswith(prefix)}


def _appraisals(figures: Mapping[str, Figure]) -> dict[str, Appraisal]:
    return {
        code: Appraisal(figure.value, "")
        for code, figure in _under("@appraised.", figures).items()
        if isinstance(figure.value, Decimal)
    }
