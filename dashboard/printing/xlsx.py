"""Sets a document as an XLSX sheet ready to print. Knows no ranking rules and no official words."""

from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook

from dashboard.printing.document import Document
from dashboard.printing.xlsx_moved import write_moved
from dashboard.printing.xlsx_page import set_page
from dashboard.printing.xlsx_parts import write_closing, write_head, write_table
from dashboard.printing.xlsx_sheet import FONT, Sheet

_SHEET_NAME = "Xếp loại"
# A fixed moment in the file's properties: the same content is the same bytes.
_CREATED = datetime(2000, 1, 1)


def to_xlsx(document: Document) -> bytes:
    content = BytesIO()
    # Column widths are counted in the default face's digits: it must be one that every machine has.
    plain = {"font_name": FONT, "font_size": 11}
    options = {"in_memory": True, "default_format_properties": plain}
    with Workbook(content, options) as workbook:
        workbook.set_properties({"title": document.subject, "created": _CREATED})
        sheet = Sheet(workbook, workbook.add_worksheet(_SHEET_NAME), document.paper.widths)
        write_head(sheet, document)
        heading = sheet.row
        write_table(sheet, document)
        write_moved(sheet, document)
        last_row = sheet.row - 1
        write_closing(sheet, document)
        set_page(sheet, document, heading, last_row)
    return content.getvalue()
