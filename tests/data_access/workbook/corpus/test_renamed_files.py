"""Files that only bear a workbook's name: each is called what it is."""

from struct import pack

import pytest

from data_access.workbook.reading import read_book
from tests.data_access.workbook.corpus.as_ods import packed
from tests.data_access.workbook.corpus.as_xls import biff, in_container, record
from tests.data_access.workbook.corpus.forms import HEADINGS
from tests.data_access.workbook.corpus.tables import table

HTML = "<html><table><tr><td>Mã</td></tr></table></html>"
XML_2003 = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>'
)
FLAT_ODS = (
    '<?xml version="1.0"?>\n<office:document '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><table:table/>'
)
WEB_ARCHIVE = (
    "MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related\r\n"
)
SHEET = table(f"{HEADINGS}\n1 | a | n:5")


def outcome(content: bytes) -> tuple[str, str | None]:
    book, issues = read_book("bieu.xls", content)
    assert book is None
    (issue,) = issues
    return issue.code.value, issue.context.get("kind")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (HTML.encode(), "html"),  # what web systems call "Excel"
        (f"\ufeff{HTML}".encode(), "html"),
        (HTML.encode("utf-16"), "html"),
        (b'<table border="1"><tr><td>1</td></tr></table>', "html"),
        (WEB_ARCHIVE.encode(), "web_archive"),
        (XML_2003.encode(), "xml_2003"),
        (XML_2003.encode("utf-16"), "xml_2003"),
        (FLAT_ODS.encode(), "flat_ods"),
        (record(0x0009, pack("<HH", 2, 0x10)), "old_excel"),  # Excel 2
        (record(0x0209, pack("<HHH", 0, 0x10, 0)), "old_excel"),  # Excel 3
        (record(0x0409, pack("<HHH", 0, 0x10, 0)), "old_excel"),  # Excel 4
        (biff(SHEET), "old_excel"),  # without a container
    ],
)
def test_what_excel_can_save_anew(content: bytes, kind: str) -> None:
    assert outcome(content) == ("FILE_NOT_SAVED_AS_XLSX", kind)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n%%EOF\n", "pdf"),
        ("mã;số liệu\n1;2\n".encode(), "text"),
        ("mã\tsố liệu\n1\t2\n".encode("utf-16"), "text"),
        (b"{\\rtf1\\ansi a}", "word"),
        (in_container("WordDocument", b"doc"), "word"),
        (in_container("PowerPoint Document", b"ppt"), "unknown"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "image"),
        (b"\x89PNG\r\n\x1a\n\0\0", "image"),
    ],
)
def test_what_is_no_table_at_all(content: bytes, kind: str) -> None:
    assert outcome(content) == ("FILE_NOT_A_WORKBOOK", kind)


@pytest.mark.parametrize(
    "content",
    [
        in_container("EncryptedPackage", b"xlsx with a password"),
        in_container("Workbook", biff(SHEET, before=record(0x002F, bytes(54)))),
    ],
    ids=["xlsx", "xls"],
)
def test_a_password(content: bytes) -> None:
    assert outcome(content) == ("FILE_ENCRYPTED", None)


def test_a_text_of_libreoffice() -> None:
    assert outcome(packed("<office:body/>", "text")) == ("FILE_NOT_A_WORKBOOK", "word")
