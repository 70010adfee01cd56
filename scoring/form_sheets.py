"""Reading one sheet of a form's data file: its columns, its rows or its listing."""

import re
from dataclasses import dataclass

from scoring.document import Reader
from scoring.form_answers import Answering, field_of, read_answering, read_kind
from scoring.form_definitions import FIGURES, PREVIOUS_COLUMN, PREVIOUS_HEADING, SheetDefinition
from scoring.forms import Column, Field, FormSheet, Kind, Listing, Row
from scoring.issues import Code

_CODE_COLUMN = "code"
_PRINTED = ("text", "unit")
_SHEET_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")
_ROW_CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]*")
_KEY = re.compile(r"[a-z][a-z0-9_]*")
_SHEET_NAME = re.compile(r"[^\[\]:*?/\\']{1,31}")


@dataclass(frozen=True)
class AskedColumn:
    """A column with what is asked in it; None where its texts are printed."""

    column: Column
    asked: Answering | None


def read_sheet(reader: Reader, periods: frozenset[str], seen: dict[str, str]) -> SheetDefinition:
    """`periods` are the form's own, `seen` the codes and names of the sheets before."""
    code = _pattern(reader, "code", _SHEET_CODE, "code")
    once(reader, "code", code, seen)
    name = _pattern(reader, "name", _SHEET_NAME, "sheet name")
    once(reader, "name", name.casefold(), seen, shown=name)
    columns = _columns(reader)
    listing = _listing(reader, code, columns)
    sheet = FormSheet(
        name,
        tuple(one.column for one in columns),
        () if listing else _rows(reader, code, columns),
        listing,
        reader.text("title", ""),
    )
    found = SheetDefinition(
        code,
        sheet,
        _periods(reader, periods),
        None if listing else _previous(reader, columns),
    )
    reader.finish()
    return found


def once(reader: Reader, key: str, name: str, seen: dict[str, str], shown: str = "") -> None:
    mark = f"{key}:{name}"
    if name and mark in seen:
        reader.report(Code.CODE_TWICE, reader.at(key), value=shown or name, first=seen[mark])
    seen.setdefault(mark, reader.at(key))


def _pattern(reader: Reader, key: str, pattern: re.Pattern[str], expected: str) -> str:
    written = reader.text(key)
    if written and not pattern.fullmatch(written):
        reader.report(Code.WRONG_TYPE, reader.at(key), value=written, expected=expected)
    return written


def _columns(reader: Reader) -> tuple[AskedColumn, ...]:
    seen: dict[str, str] = {}
    width = reader.whole("code_width", 6, 3, 30)
    first = AskedColumn(Column(_CODE_COLUMN, reader.text("code_heading", "TT"), width), None)
    once(reader, "heading", _folded(first.column.heading), seen)
    columns = reader.children("columns", required=True)
    return (first, *(_column(child, seen) for child in columns))


def _column(reader: Reader, seen: dict[str, str]) -> AskedColumn:
    key = _pattern(reader, "key", _KEY, "key")
    once(reader, "key", key, seen)
    if key in (_CODE_COLUMN, PREVIOUS_COLUMN):
        reader.report(Code.CODE_TWICE, reader.at("key"), value=key)
    heading = reader.text("heading")
    once(reader, "heading", _folded(heading), seen, shown=heading)
    if _folded(heading) == _folded(PREVIOUS_HEADING):
        reader.report(Code.CODE_TWICE, reader.at("heading"), value=heading)
    width = reader.whole("width", 12, 3, 90)
    asked = None if key in _PRINTED else _asked(reader)
    reader.finish()
    is_figure = asked is not None and asked.kind in FIGURES
    return AskedColumn(Column(key, heading, width, number=is_figure), asked)


def _folded(heading: str) -> str:
    """As the parser compares headings: neither case nor spacing tells two columns apart."""
    return " ".join(heading.split()).casefold()


def _asked(reader: Reader) -> Answering:
    kind = read_kind(reader)
    if kind is None:
        reader.report(Code.KEY_MISSING, reader.at("kind"), key="kind")
    return read_answering(reader, kind or Kind.TEXT)


def _listing(reader: Reader, code: str, columns: tuple[AskedColumn, ...]) -> Listing | None:
    inner = reader.mapping("listing")
    if inner is None:
        return None
    asked = [(one.asked, one.column.key) for one in columns if one.asked]
    listing = Listing(
        code,
        tuple(field_of(reader, said, key, key) for said, key in asked),
        inner.whole("printed", 15, 1, 200),
        inner.whole("most", 500, 1, 2000),
    )
    if listing.most < listing.printed:
        at, least = inner.at("most"), listing.printed
        inner.report(Code.VALUE_OUTSIDE, at, value=listing.most, least=least, most=2000)
    inner.finish()
    return listing


def _rows(reader: Reader, sheet: str, columns: tuple[AskedColumn, ...]) -> tuple[Row, ...]:
    seen: dict[str, str] = {}
    return tuple(
        _row(child, sheet, columns, seen) for child in reader.children("rows", required=True)
    )


def _row(reader: Reader, sheet: str, columns: tuple[AskedColumn, ...], seen: dict[str, str]) -> Row:
    code = _pattern(reader, "code", _ROW_CODE, "code")
    once(reader, "code", code, seen)
    level = reader.whole("level", 1, 0, 2)
    said = read_answering(reader, read_kind(reader))
    fields = tuple(
        _row_field(reader, one, said, f"{sheet}.{code}.{one.column.key}")
        for one in _asked_columns(reader, columns, level)
        if one.asked is not None
    )
    texts = (("text", reader.text("text")), ("unit", reader.text("unit", "")))
    reader.finish()
    printed = (("code", code), *((key, text) for key, text in texts if text))
    return Row(code, printed, fields, level)


def _row_field(reader: Reader, one: AskedColumn, said: Answering, key: str) -> Field:
    """What a row says concerns its figures; its note stays a note."""
    asked = said.over(one.asked) if one.asked.kind in FIGURES else one.asked
    return field_of(reader, asked, key, one.column.key)


def _asked_columns(
    reader: Reader, columns: tuple[AskedColumn, ...], level: int
) -> tuple[AskedColumn, ...]:
    asked = tuple(one for one in columns if one.asked is not None)
    if not reader.has("asks"):
        return asked if level else ()
    names = reader.texts("asks", tuple(one.column.key for one in asked))
    return tuple(one for one in asked if one.column.key in names)


def _periods(reader: Reader, periods: frozenset[str]) -> frozenset[str]:
    if not reader.has("periods"):
        return periods
    found = frozenset(reader.texts("periods", tuple(sorted(periods))))
    if not found:
        reader.report(Code.KEY_MISSING, reader.at("periods"), key="periods")
    return found


def _previous(reader: Reader, columns: tuple[AskedColumn, ...]) -> str | None:
    if not reader.has("previous"):
        return None
    figures = tuple(one.column.key for one in columns if one.column.number)
    return reader.one_of("previous", figures, figures[0] if figures else "") or None
