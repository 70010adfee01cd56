"""Added-up statistics as the official workbook for the level above, the units as its annexes."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook

from dashboard.printing.consolidated_parts import (
    LANDSCAPE_HEIGHT,
    MARGINS,
    Paper,
    write_closing,
    write_head,
    write_rows,
)
from dashboard.printing.issuer import Issuer, issuer_of
from dashboard.printing.profiles import PROFILES, Profile
from dashboard.printing.xlsx_page import fit_to_paper, page_breaks
from dashboard.printing.xlsx_sheet import FONT, Sheet
from dashboard.views.consolidation import paper_book
from dashboard.views.paper_sheets import PaperBook, PaperSheet
from data_access.accounts import Actor
from data_access.database import Engine
from data_access.queries.consolidation import ConsolidationResult, consolidation
from scoring.periods import Period
from scoring.units import Unit

# A fixed moment in the file's properties: the same content is the same bytes.
_CREATED = datetime(2000, 1, 1)
# Of a tab in Excel; a form's own names are checked when it is read.
_LONGEST_NAME = 31
_INCH = 25.4
_WITH_CLOSING = 3


def printed_consolidation(
    engine: Engine,
    actor: Actor,
    form: str,
    period: Period,
    parent: str | None = None,
    *,
    to_date: bool = False,
    profile: str = "dang",
) -> tuple[str, bytes]:
    """The workbook's name and bytes; what the actor may see of it is the query's to say."""
    result = consolidation(engine, actor, form, period, parent, to_date=to_date)
    book = paper_book(result)
    content = consolidated_workbook(book, _issuer(result), PROFILES[profile])
    return f"{book.file_name}.xlsx", content


def consolidated_workbook(book: PaperBook, issuer: Issuer, profile: Profile) -> bytes:
    content = BytesIO()
    plain = {"font_name": FONT, "font_size": 11}
    options = {"in_memory": True, "default_format_properties": plain}
    with Workbook(content, options) as workbook:
        workbook.set_properties({"title": book.title, "created": _CREATED})
        for sheet in book.sheets:
            _write(workbook, Paper(book, sheet, issuer, profile))
    return content.getvalue()


def _issuer(result: ConsolidationResult) -> Issuer:
    """Beneath the top the superior body is the committee above, unless the unit names another."""
    parent, above = result.parent, result.above
    given = dict(parent.attributes)
    if above is not None:
        given.setdefault("parent_body", above.name)
        given.setdefault("parent_body_state", above.name)
        given.setdefault("place", _place(above))
    return issuer_of(replace(parent, attributes=given))


def _place(above: Unit) -> str:
    return above.attributes.get("place", "…")


def _write(workbook: Workbook, paper: Paper) -> None:
    worksheet = workbook.add_worksheet(paper.sheet.name[:_LONGEST_NAME])
    sheet = Sheet(workbook, worksheet, paper.widths)
    write_head(sheet, paper)
    heading = sheet.row
    write_rows(sheet, paper)
    # The closing takes the table's last rows with it: one alone would look forgotten.
    last_row = max(heading + 1, sheet.row - _WITH_CLOSING)
    write_closing(sheet, paper)
    _set_page(sheet, paper, heading, last_row)


def _set_page(sheet: Sheet, paper: Paper, heading: int, last_row: int) -> None:
    worksheet = sheet.worksheet
    fit_to_paper(sheet, MARGINS, heading, landscape=True)
    worksheet.set_header(_running(paper.book, paper.sheet), {"margin": 7 / _INCH})
    # More than one page: the headings stay in sight on the screen, too.
    if paper.sheet.annex:
        worksheet.freeze_panes(heading + 1, 0)
    worksheet.set_h_pagebreaks(page_breaks(sheet, LANDSCAPE_HEIGHT, heading, last_row))


def _running(book: PaperBook, sheet: PaperSheet) -> str:
    """A "&" would begin a command of the header's own."""
    name = sheet.name.replace("&", "&&")
    right = " · ".join((*book.marks, name))
    return f'&C&"{FONT},Regular"&11&P&R&"{FONT},Italic"&10{right}'
