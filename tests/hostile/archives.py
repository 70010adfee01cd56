"""Zip archives that no office program writes."""

import struct
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import xlsxwriter

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"


def plain() -> dict[str, bytes]:
    """The parts of a small right workbook."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.add_worksheet("Biểu").write_string("A1", "Mã")
    with ZipFile(stream) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", method) as archive:
        for name, part in parts.items():
            # zipfile itself cuts a name at its first NUL.
            entry = ZipInfo("x")
            entry.filename, entry.compress_type = name, method
            archive.writestr(entry, part)
    return stream.getvalue()


def with_part(name: str, part: bytes) -> bytes:
    return packed(plain() | {name: part})


def twice(name: str, part: bytes) -> bytes:
    """A part and, under the same name, another one."""
    stand_in = name[:-1] + "~"
    return with_part(stand_in, part).replace(stand_in.encode(), name.encode())


def overlapping() -> bytes:
    """Two names for one stretch of bytes: what is counted once inflates a thousand times."""
    content = bytearray(with_part("xl/media/a.xml", b"a" * 100))
    last = content.rindex(_CENTRAL)
    one_before = content.rindex(_CENTRAL, 0, last)
    # Offset of the local header: where the part before it begins.
    content[last + 42 : last + 46] = content[one_before + 42 : one_before + 46]
    return bytes(content)


def flagged_encrypted() -> bytes:
    content = bytearray(packed(plain()))
    content[content.rindex(_CENTRAL) + 8] |= 1
    return bytes(content)


def claiming(size: int, parts: dict[str, bytes], name: str) -> bytes:
    """Both headers of this part lie about its inflated size."""
    content = packed(parts)
    honest = struct.pack("<I", len(parts[name]))
    assert content.count(honest) >= 2
    return content.replace(honest, struct.pack("<I", size))


def of_many_parts(count: int) -> bytes:
    """Written by hand: zipfile would take longer than reading may."""
    name = b"xl/media/a.xml"
    local = _LOCAL + struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 0, 0, 0, 0, len(name), 0) + name
    central = _CENTRAL + struct.pack(
        "<HHHHHHIIIHHHHHII", 20, 20, 0, 0, 0, 0, 0, 0, 0, len(name), 0, 0, 0, 0, 0, 0
    )
    directory = (central + name) * count
    end = _END + struct.pack(
        "<HHHHIIH", 0, 0, count & 0xFFFF, count & 0xFFFF, len(directory), len(local), 0
    )
    return local + directory + end
