"""Printed documents: a ranking on official paper, as PDF or XLSX, the same bytes each time."""

from datetime import date

from dashboard.printing.document import document_for
from dashboard.printing.issuer import Issuer
from dashboard.printing.pdf import to_pdf
from dashboard.printing.profiles import PROFILES
from dashboard.printing.xlsx import to_xlsx
from dashboard.views.ranking import RankingTable

KINDS = {"pdf": to_pdf, "xlsx": to_xlsx}


def print_ranking(
    table: RankingTable,
    profile: str,
    kind: str,
    *,
    issuer: Issuer,
    day: date | None = None,
    number: str | None = None,
) -> bytes:
    """`profile` is one of PROFILES, `kind` one of KINDS; without day or number, blanks to fill."""
    return KINDS[kind](document_for(table, PROFILES[profile], issuer, day, number))
