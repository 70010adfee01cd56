"""The books kept beside the returns: models Dân vận khéo, figures of other bodies, remedies."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.register_books import Book, Known
from dashboard.wording import period_name
from data_access.accounts import SEES_ALL, SUBMITS
from data_access.workbook.numerals import read_number
from scoring.facts import Absent, Value
from scoring.periods import Period

TITLE = "Sổ theo dõi"
MODELS, FIGURES, REMEDIES = "mo-hinh", "so-lieu", "khac-phuc"
BOOKS = {
    MODELS: "Mô hình Dân vận khéo",
    FIGURES: "Số liệu của cơ quan khác",
    REMEDIES: "Kế hoạch khắc phục",
}
ALL_UNITS = "Tất cả đơn vị"
READERS = SUBMITS | SEES_ALL
CHOOSE_A_UNIT = "Đề nghị chọn một đơn vị để lập kế hoạch khắc phục các tiêu chí bị mất điểm."
NOTHING_LOST = "Kế hoạch khắc phục lập sau khi công bố kết quả, cho tiêu chí đơn vị bị mất điểm."
UNREADABLE = "“{typed}” không phải là số liệu. Đề nghị ghi số (dấu phẩy thập phân), KPS hoặc KAD."


@dataclass(frozen=True)
class Registers:
    """One book, of `unit` or (None) of all; `units` can be chosen instead. The reader adds entries
    where `may_record` and closes those of the book that are open where `may_close`. `lost` are the
    criteria, by code, that the unit lost points at; `hint` says why nothing can be entered yet."""

    heading: Heading
    code: str
    book: Book
    units: Mapping[str, str]
    unit: str | None
    known: Known
    # Code of the table, None: the main one.
    criteria: str | None = None
    may_record: bool = False
    may_close: bool = False
    lost: Mapping[str, str] = field(default_factory=dict)
    hint: str = ""


def book_heading(code: str, period: Period, scene: Scene) -> Heading:
    name = period_name(period)
    said = name[:1].lower() + name[1:]
    if code == MODELS and not period.is_year:
        said = f"từ đầu năm đến hết {said}"
    return heading(TITLE, BOOKS[code], scene, said)


def figure_typed(typed: str) -> Value | None:
    """As numbers are read from spreadsheets; KPS or KAD; None for anything else, and for what can
    be read in two ways (2.117)."""
    words = typed.strip().upper()
    if words in (Absent.NOT_ARISEN.value, Absent.NOT_APPLICABLE.value):
        return Absent(words)
    number = read_number(typed)
    return number if isinstance(number, Decimal) else None
