"""Tables to be printed, and what is read back from the printed file."""

from dataclasses import replace
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from pypdf import PdfReader

from dashboard.printing.issuer import issuer_of
from dashboard.views.ranking import RankingTable, ranking_table
from scoring.side_by_side import PlacePair
from scoring.units import Unit
from tests.dashboard.views.rankings_by_hand import CRITERIA, MOVED, corrected, result

COMMITTEE = Unit(
    "BCD-TINH",
    "Ban Chỉ đạo tỉnh về thực hiện Quy chế dân chủ ở cơ sở",
    "ban-chi-dao-tinh",
    attributes={"place": "Quảng Ngãi", "archive": "Tỉnh ủy"},
)
ISSUER = issuer_of(COMMITTEE)


def draft_quarter() -> RankingTable:
    illustrative = replace(CRITERIA, illustrative=True)
    return ranking_table(result(period="2022-Q3", published=False, criteria=illustrative))


def published_year() -> RankingTable:
    return ranking_table(result())


def corrected_year(moved: tuple[PlacePair, ...] = MOVED) -> RankingTable:
    correction = corrected(*moved)
    return ranking_table(replace(result(), published=correction.after), correction=correction)


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, with every run of spaces and line breaks as one space."""
    texts = (page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return [" ".join(text.replace("\u200b", "").split()) for text in texts]


def sheet_of(xlsx: bytes) -> Worksheet:
    return load_workbook(BytesIO(xlsx)).active


def words_of(sheet: Worksheet) -> list[str]:
    cells = (cell for row in sheet.iter_rows() for cell in row)
    return [str(cell.value) for cell in cells if cell.value is not None]
