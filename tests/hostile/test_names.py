"""Names and comments that try to be something else."""

from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment
from sqlalchemy import Engine

from data_access.actions.returns import submit_return
from data_access.queries import returns
from data_access.workbook.marking import Remark, mark_workbook
from data_access.workbook.reading import read_book
from scoring.issues import Severity
from tests.builders import Q1, SECRETARY, at, self_score, small_province
from tests.hostile.archives import packed, plain
from tests.hostile.test_mutations import WORDS

SCRIPT = "<script>alert(1)</script>"
HOSTILE = [
    "b\u202ecod.xslx",  # shown as bxlsx.doc
    "a\nb\r\nSet-Cookie: x=1.xlsx",
    "x" * 10_000 + ".xlsx",
    "\ud800.xlsx",
    "a\0b.xlsx",
    "../../../etc/passwd",
    "C:\\Windows\\win.ini",
    f"{SCRIPT}.xlsx",
    "'; DROP TABLE submission; --.xlsx",
    "",
    ".",
    " ",
]


@pytest.fixture
def small(tmp_path: Path) -> Engine:
    return small_province(f"sqlite:///{tmp_path / 'small.db'}")


def test_any_file_name_is_taken_as_a_name_and_no_more(small: Engine) -> None:
    content = self_score(small, "001", Q1)
    for name in HOSTILE:
        done = submit_return(small, SECRETARY, name, content, at(date(2022, 4, 10)))
        assert done.accepted, name
        assert len(done.file_name) <= 200 and done.file_name.isprintable()
        assert not set(done.file_name) & set("/\\\u202e\n\0")
    assert len(returns.submissions(small, SECRETARY)) == len(HOSTILE)


@pytest.mark.parametrize("name", [SCRIPT[:31], "&amp;", "a" * 31, "=1+1", "Biểu\u200b", "'x'"])
def test_any_sheet_name_is_read_as_it_is(name: str) -> None:
    part = plain()["xl/workbook.xml"]
    escaped = name.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    renamed = part.replace('name="Biểu"'.encode(), f'name="{escaped}"'.encode())
    assert renamed != part
    content = packed(plain() | {"xl/workbook.xml": renamed})
    book, issues = read_book("bieu.xlsx", content)
    assert issues == () and [sheet.name for sheet in book.sheets] == [name]
    remark = Remark(name, "A1", Severity.ERROR, "Sai")
    mark_workbook(content, [remark], WORDS)
    assert read_book("bieu.xlsx", packed(plain()))[1] == ()


def test_html_in_cells_and_comments_is_text() -> None:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        page = book.add_worksheet("Biểu")
        page.write_string("A1", SCRIPT)
        page.write_comment("A1", SCRIPT)
    content = stream.getvalue()
    read, _ = read_book("bieu.xlsx", content)
    assert read.sheets[0].cells[1, 1].value == SCRIPT
    marked = mark_workbook(content, [Remark("Biểu", "A1", Severity.ERROR, SCRIPT)], WORDS)
    cell = openpyxl.load_workbook(BytesIO(marked))["Biểu"]["A1"]
    assert cell.value == SCRIPT
    assert isinstance(cell.comment, Comment) and cell.comment.text.count(SCRIPT) == 2
