"""A table as an old xls (BIFF8 in an OLE container), as small as Excel and xlrd accept it."""

from datetime import date
from struct import pack

from data_access.workbook.book import position
from tests.data_access.workbook.corpus.tables import Table, Typed

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_ERRORS = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#NUM!": 36}
_GENERAL, _DAY, _PERCENT = 0, 14, 10
_SHOWN = {"d": _DAY, "p": _PERCENT}


def as_xls(table: Table) -> bytes:
    return in_container("Workbook", biff(table))


def biff(table: Table, before: bytes = b"") -> bytes:
    """The stream itself; `before` are records to stand first, such as that of a password."""
    start = record(0x0809, pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6)) + before
    # A font has the number of its place, but no font is called 4.
    fonts = [table.fonts[0]] * 4 + list(table.fonts)
    styles = b"".join(
        _style(number if number < 4 else number + 1, shown)
        for number in range(len(fonts))
        for shown in (_GENERAL, _DAY, _PERCENT)
    )
    globals_ = (
        start
        + record(0x0042, pack("<H", 1200))
        + record(0x0022, pack("<H", table.since_1904))
        + b"".join(map(_font, fonts))
        + styles
    )
    name = _text(table.name, "<B")
    offset = len(globals_) + 4 + 6 + len(name) + 4
    bound = record(0x0085, pack("<IBB", offset, 0, 0) + name)
    return globals_ + bound + record(0x000A) + _sheet(table)


def record(kind: int, body: bytes = b"") -> bytes:
    return pack("<HH", kind, len(body)) + body


def _text(text: str, length: str = "<H") -> bytes:
    return pack(length, len(text)) + b"\1" + text.encode("utf-16-le")


def _font(name: str) -> bytes:
    return record(
        0x0031, pack("<HHHHHBBBB", 220, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + _text(name, "<B")
    )


def _style(font: int, shown: int) -> bytes:
    return record(0x00E0, pack("<HHHBBBBIIH", font, shown, 1, 0x20, 0, 0, 0, 0, 0, 0x20C0))


def _sheet(table: Table) -> bytes:
    rows = max((row for row, _ in table.cells), default=0)
    columns = max((column for _, column in table.cells), default=0)
    hidden_columns = (
        record(0x007D, pack("<HHHHHH", column - 1, column - 1, 2340, 0, 1, 0))
        for column in table.hidden_columns
    )
    hidden_rows = (
        record(0x0208, pack("<HHHHHHI", row - 1, 0, columns, 0, 0, 0, 0x20))
        for row in table.hidden_rows
    )
    cells = (_cell(table, place, typed) for place, typed in sorted(table.cells.items(), key=_place))
    areas = [(position(first), position(last)) for first, last in map(_corners, table.merged)]
    merged = b"".join(pack("<HHHH", a - 1, c - 1, b - 1, d - 1) for (a, b), (c, d) in areas)
    return (
        record(0x0809, pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6))
        + b"".join(hidden_columns)
        + record(0x0200, pack("<IIHHH", 0, rows, 0, columns, 0))
        + b"".join(hidden_rows)
        + b"".join(cells)
        + (record(0x00E5, pack("<H", len(areas)) + merged) if areas else b"")
        + record(0x000A)
    )


def _place(item: tuple[tuple[int, int], Typed]) -> tuple[int, int]:
    return item[0]


def _corners(area: str) -> tuple[str, str]:
    first, _, last = area.partition(":")
    return first, last


def _cell(table: Table, place: tuple[int, int], typed: Typed) -> bytes:
    font = 4 + table.fonts.index(typed.font or table.fonts[0])
    style = 3 * font + (_GENERAL, _DAY, _PERCENT).index(_SHOWN.get(typed.kind, _GENERAL))
    head = pack("<HHH", place[0] - 1, place[1] - 1, style)
    if typed.kind in ("n", "p"):
        return record(0x0203, head + pack("<d", float(typed.text)))
    if typed.kind == "d":
        return record(0x0203, head + pack("<d", _serial(table, typed.text)))
    if typed.kind in ("b", "e"):
        value = _ERRORS[typed.text] if typed.kind == "e" else int(typed.text)
        return record(0x0205, head + pack("<BB", value, typed.kind == "e"))
    if len(typed.runs) > 1:
        return record(0x00D6, head + _text(typed.text) + _changes(table, typed))
    return record(0x0204, head + _text(typed.text))


def _serial(table: Table, day: str) -> int:
    zero = date(1904, 1, 1) if table.since_1904 else date(1899, 12, 30)
    return (date.fromisoformat(day) - zero).days


def _changes(table: Table, typed: Typed) -> bytes:
    start, found = 0, []
    for font, text in typed.runs:
        number = 4 + table.fonts.index(font or table.fonts[0])
        found.append(pack("<HH", start, number + 1))
        start += len(text)
    return pack("<H", len(found)) + b"".join(found)


def in_container(name: str, stream: bytes) -> bytes:
    """An OLE file with this one stream, long enough not to be kept among the small ones."""
    stream += bytes(max(0, 4096 - len(stream)))
    stream += bytes(-len(stream) % _SECTOR)
    sectors = len(stream) // _SECTOR
    chain = [*range(3, sectors + 2), _END]
    fat = [_FAT, _END, *chain]
    fat += [_FREE] * (_SECTOR // 4 - len(fat))
    if len(fat) > _SECTOR // 4:
        raise ValueError("too long for one sector of the table of sectors")
    entries = _entry("Root Entry", 5, _END, 0, child=1) + _entry(name, 2, 2, len(stream))
    directory = entries + bytes(_SECTOR - len(entries))
    return _header() + pack(f"<{len(fat)}I", *fat) + directory + stream


def _header() -> bytes:
    signature = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    layout = pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    return signature + layout + pack("<109I", 0, *[_FREE] * 108)


def _entry(name: str, kind: int, start: int, size: int, child: int = _FREE) -> bytes:
    encoded = name.encode("utf-16-le") + b"\0\0"
    head = encoded.ljust(64, b"\0") + pack("<HBB", len(encoded), kind, 1)
    return head + pack("<III", _FREE, _FREE, child) + bytes(36) + pack("<IQ", start, size)
