from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest

from dashboard.printing import print_ranking
from dashboard.views.ranking import ranking_table
from tests.dashboard.printing.papers import (
    ISSUER,
    corrected_year,
    draft_quarter,
    published_year,
    sheet_of,
    words_of,
)
from tests.dashboard.views.rankings_by_hand import card, many, result

BOTH = pytest.mark.parametrize("profile", ["dang", "nha-nuoc"])


def printed(table, profile="dang", **more):
    return print_ranking(table, profile, "xlsx", issuer=ISSUER, **more)


def rows_of(sheet, table):
    """What stands under the headings, as the table writes it: numbers with their own places."""
    heading = next(cell.row for cell in sheet["A"] if cell.value == "TT")
    width = len(table.columns)
    found = sheet.iter_rows(heading + 1, heading + len(table.rows), max_col=width)
    return [[said(cell) for cell in row] for row in found]


def said(cell):
    if isinstance(cell.value, int | float):
        places = len(cell.number_format.partition(".")[2])
        return f"{Decimal(str(cell.value)):.{places}f}".replace(".", ",")
    return cell.value or ""


@BOTH
def test_the_rows_are_those_of_the_table(profile):
    table = published_year()
    sheet = sheet_of(printed(table, profile))

    assert rows_of(sheet, table) == [[cell.text for cell in row.cells] for row in table.rows]


@BOTH
def test_the_same_content_is_the_same_bytes(profile):
    assert printed(draft_quarter(), profile) == printed(draft_quarter(), profile)


def test_what_people_wrote_is_never_a_formula_or_a_link():
    names = ("=1+1", "+1", "@SUM(A1)", "{=1}", "http://example.org/a", "-2")
    table = ranking_table(result([card(name, "9.00", "80.00") for name in names]))
    content = printed(table)
    with ZipFile(BytesIO(content)) as package:
        markup = package.read("xl/worksheets/sheet1.xml").decode()

    assert set(names) <= set(words_of(sheet_of(content)))
    assert "<f>" not in markup
    assert "hyperlink" not in markup


@BOTH
def test_the_paper_says_what_the_pdf_says(profile):
    words = " ".join(words_of(sheet_of(printed(draft_quarter(), profile))))

    for said_too in (
        "DỰ THẢO",
        "(lũy kế, tạm tính)",
        "(Số liệu minh họa)",
        "ngày …… tháng …… năm ………",
        "Nơi nhận:",
        "TRƯỞNG BAN",
    ):
        assert said_too in words


@BOTH
def test_a_correction_shows_whom_it_moved(profile):
    sheet = sheet_of(printed(corrected_year(), profile))
    rows = [[cell.value for cell in row if cell.value is not None] for row in sheet.iter_rows()]

    assert ["Đơn vị", "Xếp thứ", "Tổng điểm", "Xếp loại"] in rows
    assert ["Ba Tơ", "3 → 2", "88,50 → 89,50", "Hoàn thành → Hoàn thành tốt"] in rows


@BOTH
@pytest.mark.parametrize("table", [published_year(), draft_quarter()], ids=["year", "quarter"])
def test_the_whole_width_is_printed_on_one_page_whatever_the_program(profile, table):
    sheet = sheet_of(printed(table, profile))

    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    # Height 0: as many pages as it takes, so that the page breaks stay where they are.
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)


def test_it_prints_on_a4_with_repeated_headings_and_page_numbers():
    table = ranking_table(result(many(200)))
    sheet = sheet_of(printed(table))
    heading = next(cell.row for cell in sheet["A"] if cell.value == "TT")

    assert sheet.page_setup.paperSize == 9
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == f"${heading}:${heading}"
    assert "&P" in sheet.oddHeader.center.text
    assert len(sheet.row_breaks.brk) > 8


@pytest.mark.parametrize("units", range(5, 24))
def test_the_page_break_leaves_the_last_unit_with_the_signatures(units):
    table = ranking_table(result(many(units)))
    sheet = sheet_of(printed(table))
    last_unit = next(cell.row for cell in sheet["A"] if cell.value == units)

    # A break is named by the row above it.
    assert all(row_break.id < last_unit for row_break in sheet.row_breaks.brk)
