"""How a sheet is printed: A4 landscape, as wide as one page, its headings on every page."""

from xlsxwriter.worksheet import Worksheet

_A4 = 9
_INCH = 25.4


def set_page(sheet: Worksheet, *, heading: int, last_row: int, last_column: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=20 / _INCH, right=15 / _INCH, top=20 / _INCH, bottom=20 / _INCH)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(heading)
    sheet.print_area(0, 0, last_row, last_column)
    sheet.set_footer('&C&"Times New Roman,Regular"&11Trang &P/&N')
