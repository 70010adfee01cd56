"""A workbook as it comes when its sheets were copied into another file: the mark is gone."""

from io import BytesIO

import openpyxl


def unmarked(content: bytes) -> bytes:
    """Without the hidden sheet and names that say which form, whose and for when."""
    book = openpyxl.load_workbook(BytesIO(content))
    for sheet in [one for one in book if one.sheet_state != "visible"]:
        book.remove(sheet)
    for name in list(book.defined_names):
        del book.defined_names[name]
    written = BytesIO()
    book.save(written)
    return written.getvalue()
