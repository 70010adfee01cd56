"""What each file format holds, calamine shows it or not."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from data_access.workbook.book import Book, Cell, CellKind, MergedRange
from data_access.workbook.reading import read_book
from tests.data_access.workbook.sheets import saved, workbook

ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">
<office:body><office:spreadsheet><table:table table:name="Biểu">
<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
<table:table-row><table:table-cell table:number-columns-repeated="2"/>
<table:table-cell office:value-type="percentage" office:value="0.87"><text:p>87%</text:p>
</table:table-cell><table:table-cell office:value-type="string" calcext:value-type="error">
<text:p>#DIV/0!</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="float" office:value="0.1"
 table:number-columns-spanned="2"><text:p>0.1</text:p></table:table-cell></table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>"""


def read(content: bytes) -> Book:
    book, issues = read_book("bieu", content)
    assert book is not None, issues
    return book


def test_every_kind_of_cell() -> None:
    (sheet,) = read(
        workbook("chữ | n:0.1 | p:0.8729 | d:2024-04-05 | b:1 | e:#REF! | f:=A1+1")
    ).sheets
    assert [sheet.cells[1, column] for column in range(1, 8)] == [
        Cell("chữ", CellKind.TEXT),
        Cell(Decimal("0.1"), CellKind.NUMBER),
        Cell(Decimal("87.29"), CellKind.PERCENT),
        Cell(date(2024, 4, 5), CellKind.DATE),
        Cell(True, CellKind.BOOLEAN),
        Cell("#REF!", CellKind.ERROR),
        Cell("=A1+1", CellKind.FORMULA_WITHOUT_VALUE),
    ]


def test_a_computed_number_is_what_excel_shows() -> None:
    (sheet,) = read(workbook("n:0.30000000000000004")).sheets
    assert sheet.cells[1, 1].value == Decimal("0.3")


def test_a_percent_sign_that_is_only_printed_does_not_scale() -> None:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["A1"].number_format = 87, '0" %"'
    (sheet,) = read(saved(book)).sheets
    assert sheet.cells[1, 1] == Cell(Decimal(87), CellKind.NUMBER)


def test_hidden_sheets_are_read_and_known() -> None:
    book = openpyxl.Workbook()
    book.create_sheet("ẩn").sheet_state = "veryHidden"
    assert [(sheet.name, sheet.hidden) for sheet in read(saved(book)).sheets] == [
        ("Sheet", False),
        ("ẩn", True),
    ]


@pytest.mark.parametrize("beyond", ["GT1", "B20001"])
def test_cells_beyond_the_bounds_are_not_looked_at(beyond: str) -> None:
    book = openpyxl.Workbook()
    book.active["B1"], book.active[beyond] = 1, 2
    (sheet,) = read(saved(book)).sheets
    assert set(sheet.cells) == {(1, 2)}


def test_a_cell_at_the_far_corner_does_not_cost_gigabytes() -> None:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["XFD1048576"] = 1, 2
    _, (issue,) = read_book("bieu.xlsx", saved(book))
    assert issue.code == "FILE_TOO_LARGE"


def test_ods_percentages_errors_and_merged_cells() -> None:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        # Programs write it without line breaks, and calamine counts on that.
        archive.writestr("content.xml", ODS.replace("\n<", "<"))
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    (sheet,) = read(stream.getvalue()).sheets
    assert sheet.cells[3, 3] == Cell(Decimal(87), CellKind.PERCENT)
    assert sheet.cells[3, 4] == Cell("#DIV/0!", CellKind.ERROR)
    assert sheet.merged == (MergedRange(4, 1, 4, 2),)
    assert sheet.at(4, 2) == Cell(Decimal("0.1"), CellKind.NUMBER)


def test_old_xls_percentages_errors_and_merged_cells() -> None:
    (sheet,) = read((Path(__file__).parent / "old.xls").read_bytes()).sheets
    assert sheet.cells[1, 2] == Cell(Decimal("87.29"), CellKind.PERCENT)
    assert sheet.cells[1, 3] == Cell("#DIV/0!", CellKind.ERROR)
    assert sheet.cells[1, 4] == Cell(date(2024, 4, 5), CellKind.DATE)
    assert sheet.at(2, 2) == sheet.cells[2, 1] == Cell("gộp", CellKind.TEXT)
