"""A workbook that is no xlsx comes back as one, with what was read of it and the remarks."""

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from data_access.workbook.filling import fill_template
from data_access.workbook.marking import Remark, mark_workbook
from data_access.workbook.parsing import parse_return, read_mark
from data_access.workbook.reading import read_book
from data_access.workbook.template import layout, write_template
from scoring.issues import Severity
from tests.data_access.workbook.corpus.as_ods import as_ods
from tests.data_access.workbook.corpus.as_xls import as_xls
from tests.data_access.workbook.corpus.tables import Table, table
from tests.data_access.workbook.several_sheets import FIGURES_GIVEN, FORM
from tests.data_access.workbook.sheets import saved, workbook
from tests.data_access.workbook.test_marking import WORDS, marked, remark
from tests.hostile.binary_workbook import as_xlsb
from tests.hostile.office import converted

CELLS = "chữ | n:0.5 | p:0.8729 | d:2024-04-05 | b:1\n=1+1 | | e:#DIV/0!"


@pytest.mark.parametrize("written", [as_xls, as_ods])
def test_every_kind_of_cell_is_shown_as_it_was_read(written: Callable[[Table], bytes]) -> None:
    content = written(table(CELLS, merged=("A2:B2",)))
    page = marked(content, remark("B2", "sai"), remark("B1", "lạ", Severity.WARNING))["Biểu"]
    day = datetime(2024, 4, 5)
    assert [cell.value for cell in page[1]] == ["chữ", 0.5, 0.8729, day, True]
    assert page["C1"].number_format == "0.00%" and page["D1"].number_format == "dd/mm/yyyy"
    # What begins with "=" was text and stays text; the first of merged cells is the one marked.
    assert (page["A2"].value, page["A2"].data_type) == ("=1+1", "s")
    assert page["A2"].comment.text == "sai" and page["A2"].fill.start_color.rgb.endswith("F9E3E1")
    assert page["B1"].comment.text == "lạ" and page["C2"].data_type == "e"
    assert [str(area) for area in page.merged_cells.ranges] == ["A2:B2"]


def test_the_list_of_remarks_leads_to_the_cells() -> None:
    book = marked(as_xls(table(CELLS)), remark(None, "cả tệp"), remark("B1", "ô"))
    page = book.worksheets[0]
    assert [sheet.title for sheet in book.worksheets] == [WORDS.sheet, "Biểu"]
    assert page["B5"].hyperlink.location == "'Biểu'!B1"


def test_an_xlsb_comes_back_too() -> None:
    book, _ = read_book("bieu", workbook("chữ | n:5"))
    page = marked(as_xlsb(book), remark("B1", "sai"))["Biểu"]
    assert (page["A1"].value, page["B1"].value, page["B1"].comment.text) == ("chữ", 5, "sai")


def test_a_tab_that_excel_does_not_allow_is_renamed() -> None:
    content = as_ods(table("a", name="Biểu 1/2: quý [III]"))
    book = marked(content, Remark("Biểu 1/2: quý [III]", "A1", Severity.ERROR, "sai"))
    assert book.sheetnames[1] == "Biểu 1 2  quý  III"
    assert book.worksheets[1]["A1"].comment.text == "sai"


def test_days_since_1904_stay_the_same_days() -> None:
    page = marked(as_xls(table("d:2024-04-05", since_1904=True)), remark("A1", "sai"))["Biểu"]
    assert page["A1"].value == datetime(2024, 4, 5)


@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_a_return_saved_as_something_else_can_be_corrected_and_sent_again(suffix: str) -> None:
    answers = FIGURES_GIVEN | {"II.1.name": "Mô hình A", "II.1.people": "chưa rõ"}
    content = converted(fill_template(write_template(FORM), FORM, answers), suffix)
    if content is None:
        pytest.skip("no LibreOffice here")
    place = layout(FORM)["II.1.people"]
    back = mark_workbook(content, [Remark(*place, Severity.ERROR, "không phải là số")], WORDS)
    book = openpyxl.load_workbook(BytesIO(back))
    assert book["_qcdc"].sheet_state == "hidden"
    book[place[0]][place[1]] = 12
    corrected, _ = read_book("sua.xlsx", saved(book))
    assert read_mark(corrected) == (FORM.mark, ())
    returned, issues = parse_return(corrected, FORM)
    assert issues == () and returned is not None
    assert returned.answer("II.1.people") == 12


def test_macros_are_left_behind() -> None:
    stream = BytesIO()
    with ZipFile(BytesIO(workbook("a"))) as plain, ZipFile(stream, "w") as archive:
        for name in plain.namelist():
            part = plain.read(name)
            if name == "[Content_Types].xml":
                part = part.replace(
                    b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                    b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                )
            archive.writestr(name, part)
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    result = mark_workbook(stream.getvalue(), [remark("A1", "sai")], WORDS)
    with ZipFile(BytesIO(result)) as archive:
        assert not [name for name in archive.namelist() if "vba" in name.lower()]
        assert b"macroEnabled" not in archive.read("[Content_Types].xml")
    assert openpyxl.load_workbook(BytesIO(result))["Biểu"]["A1"].comment.text == "sai"
