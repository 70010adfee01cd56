"""A register as a workbook, as the page shows it: an annex without letterhead and signature."""

from dashboard.printing.consolidation import consolidated_workbook
from dashboard.printing.issuer import Issuer
from dashboard.printing.profiles import PROFILES
from dashboard.views.heading import Heading
from dashboard.views.paper_sheets import PaperBook, PaperSheet
from dashboard.views.ranking_notes import ILLUSTRATIVE

_NOBODY = Issuer("", "", "")


def register_workbook(heading: Heading, sheet: PaperSheet) -> bytes:
    marks = (ILLUSTRATIVE,) if heading.illustrative else ()
    scope = (heading.title, " · ".join(heading.scope), *marks)
    book = PaperBook(heading.title, scope, marks, (sheet,), sheet.name)
    return consolidated_workbook(book, _NOBODY, PROFILES["nha-nuoc"])
