"""Signed papers and evidence: what a file really is, told from its content. Trusts no file name.

Nothing is opened for its text; a file is only looked at closely enough to know its kind, that it
is whole, and that whoever downloads it needs no password and runs no macro.
"""

import re
import zlib
from dataclasses import dataclass
from zipfile import BadZipFile, ZipFile

from data_access.workbook import sniffing
from data_access.workbook.archive import check_inflated, open_archive
from data_access.workbook.unfit import Unfit
from scoring.issues import Code

PDF, DOCX, XLSX, JPG, PNG = "pdf", "docx", "xlsx", "jpg", "png"

_MEDIA_TYPES = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX}
_ENCRYPT = re.compile(rb"/Encrypt\s*(?:[0-9]+\s+[0-9]+\s+R|<<)")
_PDF_TAIL = 4096


@dataclass(frozen=True)
class Seen:
    """`kind` is one of ours, or what it is instead in the words of sniffing."""

    kind: str
    encrypted: bool = False
    damaged: bool = False
    macros: bool = False

    @property
    def is_sound(self) -> bool:
        return not (self.encrypted or self.damaged or self.macros)


def look_at(content: bytes) -> Seen:
    first = sniffing.first_look(content)
    if first == PDF:
        return _pdf(content)
    if first == "image":
        return _image(content)
    if first == sniffing.ZIP:
        return _archive(content)
    if first == sniffing.OLE:
        return _compound(content)
    return Seen("old_word" if content.startswith(b"{\\rtf") else first)


def _pdf(content: bytes) -> Seen:
    tail = content[-_PDF_TAIL:]
    whole = b"startxref" in tail and b"%%EOF" in tail
    return Seen(PDF, encrypted=_ENCRYPT.search(content) is not None, damaged=not whole)


def _image(content: bytes) -> Seen:
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return Seen(PNG, damaged=content[12:16] != b"IHDR" or b"IEND" not in content)
    if content.startswith(b"\xff\xd8\xff"):
        return Seen(JPG, damaged=b"\xff\xd9" not in content[3:])
    return Seen("image")


def _archive(content: bytes) -> Seen:
    try:
        with open_archive(content) as archive:
            check_inflated(archive, len(content))
            return _office(archive)
    except Unfit as unfit:
        locked = unfit.code is Code.FILE_ENCRYPTED
        return Seen("zip", encrypted=locked, damaged=not locked)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
        return Seen("zip", damaged=True)


def _office(archive: ZipFile) -> Seen:
    names = {name.lower().replace("\\", "/") for name in archive.namelist()}
    kind = next((kind for part, kind in _MEDIA_TYPES.items() if part in names), None)
    if kind is None:
        return Seen(_instead(sniffing.kind_in_zip(archive)))
    macros = any(name.endswith("vbaproject.bin") for name in names)
    whole = "[content_types].xml" in names
    return Seen(kind, macros=macros, damaged=not whole)


def _compound(content: bytes) -> Seen:
    kind = sniffing.kind_in_ole(content)
    if kind == sniffing.ENCRYPTED:
        return Seen("unknown", encrypted=True)
    return Seen("old_word" if kind == "word" else _instead(kind))


def _instead(kind: str) -> str:
    return "workbook" if kind in (sniffing.XLS, sniffing.XLSB, sniffing.ODS) else kind
