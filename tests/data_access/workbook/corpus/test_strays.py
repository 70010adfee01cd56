"""A used range that reaches to the end of the sheet costs nothing and refuses nothing."""

from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from openpyxl.styles import PatternFill

from scoring.forms import Field, Kind, Row
from tests.data_access.workbook.corpus.as_ods import packed
from tests.data_access.workbook.corpus.as_xls import as_xls
from tests.data_access.workbook.corpus.forms import HEADINGS, answers, form, found, row
from tests.data_access.workbook.corpus.tables import table

TWO = form(row("1"), row("2"))
BODY = f"{HEADINGS}\n1 | Chỉ tiêu 1 | n:5\n2 | Chỉ tiêu 2 | n:6"


def filled_sheet() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.active.title = "Biểu"
    for line in (HEADINGS.split(" | "), ["1", "Chỉ tiêu 1", 5], ["2", "Chỉ tiêu 2", 6]):
        book.active.append(line)
    return book


def saved(book: openpyxl.Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def assert_read_at_once(content: bytes) -> None:
    """The reading worker has seconds and little memory: a book of many rows would be refused."""
    assert answers(content, TWO) == {"1": Decimal(5), "2": Decimal(6)}


@pytest.mark.parametrize("place", ["A1048576", "XFD1", "XFD1048576", "C20000", "GR20000"])
@pytest.mark.parametrize("stray", [" ", "\u00a0", "\n"])
def test_a_stray_space(stray: str, place: str) -> None:
    book = filled_sheet()
    book.active[place] = stray
    assert_read_at_once(saved(book))


@pytest.mark.parametrize("place", ["A1048576", "XFD1048576"])
def test_a_stray_format(place: str) -> None:
    book = filled_sheet()
    book.active[place].fill = PatternFill("solid", fgColor="FFFF00")
    assert_read_at_once(saved(book))


@pytest.mark.parametrize("cells", ["", "A"])
def test_formats_down_to_the_last_row(cells: str) -> None:
    rows = (
        f'<row r="{row}">' + "".join(f'<c r="{letter}{row}" s="0"/>' for letter in cells) + "</row>"
        for row in range(5, 1048577)
    )
    stream = BytesIO()
    with ZipFile(BytesIO(saved(filled_sheet()))) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            end = f"{''.join(rows)}</sheetData>".encode() if "sheet1" in name else b""
            part = old.read(name)
            new.writestr(name, part.replace(b"</sheetData>", end) if end else part)
    assert_read_at_once(stream.getvalue())


def test_a_figure_at_the_far_corner_is_named() -> None:
    book = filled_sheet()
    book.active["XFD1048576"] = 1
    assert found(saved(book), TWO) == [(None, "FILE_TOO_LARGE")]


@pytest.mark.parametrize("place", [(65536, 1), (65536, 256), (20000, 200)])
def test_a_stray_space_in_an_old_xls(place: tuple[int, int]) -> None:
    sheet = table(BODY)
    sheet.cells[place] = table("␣").cells[1, 1]
    assert_read_at_once(as_xls(sheet))


def text(typed: str) -> str:
    return (
        f'<table:table-cell office:value-type="string"><text:p>{typed}</text:p></table:table-cell>'
    )


def figure(value: str, repeated: str = "") -> str:
    return f'<table:table-cell office:value-type="float" office:value="{value}"{repeated}/>'


def line(*cells: str, repeated: int = 1) -> str:
    several = f' table:number-rows-repeated="{repeated}"' if repeated > 1 else ""
    return f"<table:table-row{several}>{''.join(cells)}</table:table-row>"


def gap(columns: int) -> str:
    return f'<table:table-cell table:number-columns-repeated="{columns}"/>'


def ods(*lines: str) -> bytes:
    headings = line(*map(text, HEADINGS.split(" | ")))
    return packed(
        '<office:body><office:spreadsheet><table:table table:name="Biểu">'
        f"{headings}{''.join(lines)}</table:table></office:spreadsheet></office:body>"
    )


ROWS = (
    line(text("1"), text("Chỉ tiêu 1"), figure("5")),
    line(text("2"), text("Chỉ tiêu 2"), figure("6")),
)
SPACE = text("<text:s/>")


@pytest.mark.parametrize(
    "rest",
    [
        (line(gap(16384), repeated=1048573),),
        (line(gap(16384), repeated=1048572), line(SPACE)),
        (line(gap(16384), repeated=1048572), line(gap(16383), SPACE)),
        (line(gap(1), SPACE, repeated=1048573),),
        (
            line(
                SPACE.replace(
                    "<table:table-cell", '<table:table-cell table:number-columns-repeated="16384"'
                )
            ),
        ),
    ],
    ids=["nothing", "a space below", "a space at the corner", "spaces all down", "spaces across"],
)
def test_the_rest_of_an_ods(rest: tuple[str, ...]) -> None:
    assert_read_at_once(ods(*ROWS, *rest))


def test_repeated_rows_of_an_ods_push_the_others_down() -> None:
    wrong = line(text("2"), text("Chỉ tiêu 2"), text("?"))
    content = ods(line(gap(4), repeated=7), ROWS[0], line(gap(4), repeated=2), wrong)
    assert found(content, TWO) == [("C12", "NOT_A_NUMBER")]


def test_a_repeated_cell_of_an_ods_stands_in_each_place() -> None:
    twice = figure("5", ' table:number-columns-repeated="2"')
    content = ods(line(text("1"), text("Chỉ tiêu 1"), twice))
    both = Row("1", (), (Field("a", "figure", Kind.NUMBER), Field("b", "note", Kind.NUMBER)))
    assert answers(content, form(both)) == {"a": Decimal(5), "b": Decimal(5)}


def test_a_repeated_row_of_an_ods_is_there_twice() -> None:
    content = ods(
        ROWS[0].replace("table-row", 'table-row table:number-rows-repeated="2"', 1), ROWS[1]
    )
    assert found(content, TWO) == [("A3", "ROW_TWICE")]
