"""Entities, outside parts, odd encodings and too much of anything inside a sound archive."""

from pathlib import Path

import pytest

from data_access.workbook import limits
from data_access.workbook.marking import mark_workbook
from data_access.workbook.reading import read_book
from tests.hostile.archives import packed, plain, with_part
from tests.hostile.test_archives import outcome
from tests.hostile.test_mutations import REMARKS, WORDS

STRINGS, STYLES, WORKBOOK = "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"
SHEET, RELATIONS = "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"
LAUGHS = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
PARTS = [STRINGS, STYLES, WORKBOOK, SHEET, RELATIONS, "[Content_Types].xml"]


def spoiled(part: str, before: bytes, after: bytes) -> bytes:
    parts = plain()
    assert before in parts[part]
    return packed(parts | {part: parts[part].replace(before, after, 1)})


def headed(part: str, declaration: str) -> bytes:
    return with_part(part, declaration.encode() + plain()[part])


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize(
    "declaration",
    [
        f'<!DOCTYPE a [<!ENTITY e0 "ha">{LAUGHS}]>',
        '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a [<!ENTITY % e SYSTEM "http://x.invalid/a.dtd"> %e;]>',
        '<!DOCTYPE a SYSTEM "http://x.invalid/a.dtd">',
    ],
)
def test_no_part_may_declare_entities(part: str, declaration: str) -> None:
    content = headed(part, declaration)
    assert outcome(content) == ("FILE_UNREADABLE", None)
    assert mark_workbook(content, REMARKS, WORDS) is None


def test_a_declaration_between_two_pieces_is_seen() -> None:
    for spaces in range((1 << 18) - 20, (1 << 18) + 2):
        content = headed(SHEET, " " * spaces + "<!DOCTYPE a>")
        assert outcome(content)[0] == "FILE_UNREADABLE"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_part_in_another_encoding_hides_nothing(encoding: str) -> None:
    part = '<!DOCTYPE a [<!ENTITY e "x">]>' + plain()[SHEET].decode()
    assert outcome(with_part(SHEET, part.encode(encoding))) == ("FILE_UNREADABLE", None)


def test_a_link_to_another_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.xml").write_bytes(plain()[SHEET])
    for target in ((tmp_path / "secret.xml").as_uri(), "http://x.invalid/sheet.xml"):
        content = spoiled(RELATIONS, b"worksheets/sheet1.xml", target.encode())
        book, issues = read_book("bieu.xlsx", content)
        assert issues or not any(sheet.cells for sheet in book.sheets)


@pytest.mark.parametrize(
    ("part", "kind", "one", "most"),
    [
        (STRINGS, "strings", b"<si/>", limits.SHARED_STRINGS),
        (STRINGS, "strings", b"<x:si></x:si>", limits.SHARED_STRINGS),
        (STYLES, "styles", b'<xf a="1"/>', limits.CELL_STYLES),
        (WORKBOOK, "names", b'<definedName n="a"/>', limits.DEFINED_NAMES),
        (WORKBOOK, "sheets", b'<sheet name="a"/>', limits.SHEETS),
        (SHEET, "merged", b'<mergeCell ref="A1:B2"/>', limits.MERGED_RANGES),
    ],
)
def test_too_many_of_one_thing(part: str, kind: str, one: bytes, most: int) -> None:
    # Something that does not pack well, or the ratio alone would stop it.
    noise = b"".join(b"<!--%d-->" % (number * 7919) for number in range(60_000))
    content = with_part(part, b"<a>" + one * (most + 1) + noise + b"</a>")
    assert outcome(content) == ("FILE_TOO_LARGE", kind)
