"""The page that shows every unit by form and period: which of its lines, and the ways around."""

from dataclasses import dataclass
from functools import partial

from dashboard.views.completeness import FILE, FORM, PAGE, SECTION, SHEET, TITLE
from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.long_lists import PAGE_NUMBER, Paging, paging
from dashboard.views.matrix import Line, Sheet
from dashboard.views.table import Link

LACKING = "thieu"
EVERY_LINE = ""
SCOPES = {EVERY_LINE: "Tất cả đơn vị", LACKING: "Chỉ đơn vị còn quá hạn"}
SCOPE = "loc"
EMPTY = "Ô trống: đơn vị không được giao. Chỉ vào ô để đọc cả câu, bấm để xem chi tiết."
NOTHING = "Không có báo cáo nào phải nộp trong năm này."
NOTHING_LACKING = "Không có đơn vị nào quá hạn trong phạm vi đang xem."
_LISTED = 60


@dataclass(frozen=True)
class Choice:
    """What the address chooses; `unit` with those beneath it."""

    form: str = ""
    unit: str = ""
    scope: str = EVERY_LINE
    page: int = 1

    def here(self) -> tuple[tuple[str, str], ...]:
        named = ((SECTION, SHEET), (FORM, self.form), (SCOPE, self.scope))
        return tuple((name, value) for name, value in named if value)


@dataclass(frozen=True)
class SheetPage:
    """`lines` are those of the page that is shown."""

    heading: Heading
    sheet: Sheet
    lines: tuple[Line, ...]
    pages: Paging
    nothing: str = ""
    ways: tuple[tuple[str, Link], ...] = ()


def sheet_page(sheet: Sheet, choice: Choice, year: int, scene: Scene, *said: str) -> SheetPage:
    """`said`: the form and the unit it is narrowed to, in words."""
    pages = paging(len(sheet.lines), _LISTED, choice.page, partial(_page, choice))
    head = heading(TITLE, f"Năm {year}, từng đơn vị", scene, *said)
    if not sheet.lines:
        return SheetPage(
            head, sheet, (), pages, NOTHING_LACKING if choice.scope == LACKING else NOTHING
        )
    file = Link(FILE, (*choice.here(), ("period", str(year))))
    lines = sheet.lines[pages.first : pages.last]
    return SheetPage(head, sheet, lines, pages, ways=(("Tải bảng tính", file),))


def _page(choice: Choice, number: int) -> Link:
    return Link(PAGE, (*choice.here(), (PAGE_NUMBER, str(number))))
