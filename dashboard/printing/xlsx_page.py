"""How a printed ranking's sheet meets the paper: size, margins, repeated rows, page breaks."""

from dashboard.printing.document import Document
from dashboard.printing.profiles import Margins
from dashboard.printing.xlsx_sheet import FONT, Sheet

_A4 = 9
_INCH = 25.4
_POINTS_PER_MM = 72 / _INCH
# Printers and programs set rows a little taller than asked.
_CAUTION = 0.97


def set_page(sheet: Sheet, document: Document, heading: int, last_row: int) -> None:
    """`heading` repeats on every page; `last_row` is the last unit's."""
    worksheet, margins = sheet.worksheet, document.profile.margins
    fit_to_paper(sheet, margins, heading, landscape=document.paper.landscape)
    size = round(document.profile.page_number_size)
    running = f'&R&"{FONT},Bold"&11{document.running}' if document.running else ""
    worksheet.set_header(f'&C&"{FONT},Regular"&{size}&P{running}', {"margin": 10 / _INCH})
    height = document.paper.height - margins.top - margins.bottom
    worksheet.set_h_pagebreaks(page_breaks(sheet, height, heading, last_row))
    worksheet.set_selection("A1")


def fit_to_paper(sheet: Sheet, margins: Margins, heading: int, *, landscape: bool) -> None:
    """A4 with these margins, the heading on every page, nothing printed beside the table."""
    worksheet = sheet.worksheet
    worksheet.set_paper(_A4)
    if landscape:
        worksheet.set_landscape()
    worksheet.set_margins(
        left=margins.left / _INCH,
        right=margins.right / _INCH,
        top=margins.top / _INCH,
        bottom=margins.bottom / _INCH,
    )
    # Programs draw columns wider than asked, each in its own measure; none may fall off the page.
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(heading)
    worksheet.print_area(0, 0, sheet.row - 1, sheet.last_column)
    worksheet.hide_gridlines(2)


def page_breaks(sheet: Sheet, height: float, heading: int, last_row: int) -> list[int]:
    """Where pages of `height` millimetres end. The closing is never torn or left alone: the last
    row of the table goes with it."""
    room = height * _POINTS_PER_MM * _CAUTION
    repeated = sheet.heights[heading]
    kept = sum(sheet.heights[last_row:])
    breaks, used = [], sum(sheet.heights[: heading + 1])
    for row in range(heading + 1, last_row + 1):
        needed = kept if row == last_row else sheet.heights[row]
        if used + needed > room:
            breaks.append(row)
            used = repeated
        used += needed
    return breaks
