"""Files that are no workbooks, whatever they are called, and workbooks that are too much."""

import random
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from data_access.workbook import limits
from data_access.workbook.reading import read_book
from scoring.issues import WHOLE_FILE

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def packed(**parts: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/"), part)
    return stream.getvalue()


def outcome(content: bytes) -> tuple[str, str | None]:
    book, issues = read_book("bieu.xlsx", content)
    assert book is None
    (issue,) = issues
    assert issue.where == WHOLE_FILE and issue.context["file"] == "bieu.xlsx"
    return issue.code.value, issue.context.get("kind")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n%%EOF\n", "pdf"),
        (b"ma,so lieu\n1,2\n", "text"),  # csv renamed
        ("\ufeffmã\tsố liệu\n1\t2\n".encode("utf-16"), "text"),  # Excel's "Unicode text"
        (packed(word__document=b"<w/>"), "word"),
        (b"{\\rtf1 a}", "word"),
        (OLE + "WordDocument".encode("utf-16-le"), "word"),
        (b"\x89PNG\r\n\x1a\n\0\0", "image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "image"),  # a photographed form
        (packed(bieu__xlsx=b"x"), "zip"),
        (packed(ppt__slides=b"x"), "unknown"),
        (random.Random(1).randbytes(4096), "unknown"),
    ],
)
def test_another_kind_of_file_is_called_by_its_name(content: bytes, kind: str) -> None:
    assert outcome(content) == ("FILE_NOT_A_WORKBOOK", kind)


def test_a_web_page_called_a_workbook_is_to_be_saved_as_one() -> None:
    page = b"<html><table><tr><td>1</td></tr></table></html>"  # web systems' "Excel"
    assert outcome(page)[1] == "html"


def test_an_empty_file() -> None:
    assert outcome(b"") == ("FILE_EMPTY", None)


def test_an_encrypted_workbook() -> None:
    locked = OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    assert outcome(locked) == ("FILE_ENCRYPTED", None)


def test_a_file_too_large_is_not_even_sent_to_a_worker() -> None:
    assert outcome(b"PK\x03\x04" + bytes(limits.COMPRESSED_BYTES)) == ("FILE_TOO_LARGE", "bytes")


def test_a_zip_bomb_is_not_unpacked() -> None:
    bomb = packed(xl__workbook=b"")
    stream = BytesIO(bomb)
    with ZipFile(stream, "a", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(210):
                part.write(bytes(1 << 20))
    assert outcome(stream.getvalue()) == ("FILE_TOO_LARGE", "inflated")


def test_a_bomb_that_lies_about_its_size_is_not_unpacked() -> None:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        archive.writestr("xl/sharedStrings.xml", bytes(50 << 20))
    honest = (50 << 20).to_bytes(4, "little")
    lying = stream.getvalue().replace(honest, (100).to_bytes(4, "little"))
    assert lying != stream.getvalue()
    assert outcome(lying)[0] in ("FILE_TOO_LARGE", "FILE_UNREADABLE")


def test_too_many_sheets() -> None:
    book = openpyxl.Workbook()
    for number in range(limits.SHEETS):
        book.create_sheet(f"s{number}")
    stream = BytesIO()
    book.save(stream)
    assert outcome(stream.getvalue()) == ("FILE_TOO_LARGE", "sheets")


def test_entities_are_not_expanded() -> None:
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    laughs = f'<!DOCTYPE w [<!ENTITY e0 "ha">{lines}]><workbook>&e8;</workbook>'.encode()
    stream = BytesIO()
    openpyxl.Workbook().save(stream)
    with ZipFile(stream) as good:
        parts = {name: good.read(name) for name in good.namelist()}
    parts["xl/workbook.xml"] = laughs
    bad = BytesIO()
    with ZipFile(bad, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    book, issues = read_book("bieu.xlsx", bad.getvalue())
    assert issues or book.sheets == ()
