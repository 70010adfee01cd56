"""Archives made to be read in two ways, to climb out, or to swell."""

from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_LZMA, ZIP_STORED, ZipFile

import pytest

from data_access.workbook import limits
from data_access.workbook.reading import read_book
from tests.hostile.archives import (
    claiming,
    flagged_encrypted,
    of_many_parts,
    overlapping,
    packed,
    plain,
    twice,
    with_part,
)

SHEET = "xl/worksheets/sheet1.xml"


def outcome(content: bytes) -> tuple[str, str | None]:
    book, issues = read_book("bieu.xlsx", content)
    assert book is None
    (issue,) = issues
    return issue.code.value, issue.context.get("kind")


def test_the_parts_are_right_before_they_are_spoiled() -> None:
    assert read_book("bieu.xlsx", packed(plain()))[1] == ()
    assert read_book("bieu.xlsx", packed(plain(), ZIP_STORED))[1] == ()


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "xl/../../x.xml",
        "..\\..\\x.xml",
        "/etc/passwd",
        "C:/Windows/x.xml",
        "C:\\Windows\\x.xml",
        "xl/x.xml\0.png",
        "xl/" + "a" * 600 + ".xml",
    ],
)
def test_a_part_whose_name_leads_out_of_the_archive(name: str) -> None:
    assert outcome(with_part(name, b"x")) == ("FILE_UNREADABLE", None)


@pytest.mark.parametrize("name", [SHEET, SHEET.upper(), SHEET.replace("/", "\\")])
def test_a_part_that_is_there_twice(name: str) -> None:
    spoiled = with_part(name, b"x") if name != SHEET else twice(SHEET, b"<worksheet/>")
    assert outcome(spoiled) == ("FILE_UNREADABLE", None)


def test_parts_that_lie_over_each_other() -> None:
    assert outcome(overlapping()) == ("FILE_UNREADABLE", None)


@pytest.mark.parametrize("method", [ZIP_BZIP2, ZIP_LZMA])
def test_a_packing_that_no_spreadsheet_program_uses(method: int) -> None:
    assert outcome(packed(plain(), method)) == ("FILE_UNREADABLE", None)


def test_an_archive_with_a_password() -> None:
    assert outcome(flagged_encrypted()) == ("FILE_ENCRYPTED", None)


def test_more_parts_than_a_workbook_has() -> None:
    assert outcome(of_many_parts(200_000)) == ("FILE_TOO_LARGE", "entries")


@pytest.mark.parametrize("claimed", [0, 100, 0x7FFFFFFF, 0xFFFFFFFE])
def test_a_size_that_is_a_lie(claimed: int) -> None:
    parts = plain() | {SHEET: plain()[SHEET] + b" " * (12 << 20)}
    found = outcome(claiming(claimed, parts, SHEET))
    assert found in [("FILE_TOO_LARGE", "inflated"), ("FILE_UNREADABLE", None)]


def test_a_bomb_within_a_bomb_stays_packed() -> None:
    inner = packed({"xl/workbook.xml": b"0" * (50 << 20)})
    assert outcome(packed({"bieu.xlsx": inner})) == ("FILE_NOT_A_WORKBOOK", "zip")
    assert read_book("bieu.xlsx", with_part("xl/embeddings/a.xlsx", inner))[1] == ()


def test_sizes_of_64_bits_are_read_as_any_other() -> None:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, part in plain().items():
            with archive.open(name, "w", force_zip64=True) as writing:
                writing.write(part)
    assert read_book("bieu.xlsx", stream.getvalue())[1] == ()


def test_an_archive_that_ends_in_nothing() -> None:
    assert outcome(b"PK\x05\x06" + bytes(18)) == ("FILE_NOT_A_WORKBOOK", "zip")
    assert outcome(b"PK\x03\x04") == ("FILE_UNREADABLE", None)
    assert outcome(b"PK\x05\x06" + b"\xff" * 18)[0] == "FILE_UNREADABLE"


def test_a_picture_counts_though_it_is_not_read() -> None:
    photo = with_part("xl/media/a.png", bytes(limits.INFLATED_BYTES + 1))
    assert outcome(photo) == ("FILE_TOO_LARGE", "inflated")
