"""The sheet that says how to fill the form in: its instructions, then each column and row."""

from collections.abc import Iterator, Mapping, Sequence

from xlsxwriter.worksheet import Worksheet

from data_access.workbook.arrangement import CELL_PADDING, CHARACTER_WIDTH, Arrangement
from data_access.workbook.measuring import lines_needed
from data_access.workbook.paper import set_page
from data_access.workbook.styles import BODY_SIZE, TITLE_SIZE, Styles
from data_access.workbook.validation import how_to_fill
from scoring.facts import Absent
from scoring.forms import Field, Form, FormSheet

TITLE = "Hướng dẫn ghi biểu"
HEADINGS = ("Trang tính", "Cột cần ghi", "Dòng", "Cách ghi")

_WIDTHS = (22, 24, 30, 62)
_EVERY_FORM = (
    "Chỉ ghi vào các ô nền trắng; không sửa chữ in sẵn, không xóa dòng, cột, trang tính.",
    "Số thập phân dùng dấu phẩy (5,5); ngày ghi ngày/tháng/năm (05/04/2024).",
)
_ABSENCES = {
    Absent.NOT_ARISEN: "KPS (không phát sinh): trong kỳ không có việc để báo cáo. Khác với số 0 và "
    "khác với ô để trống.",
    Absent.NOT_APPLICABLE: "KAD (không áp dụng): chỉ tiêu này không đặt ra đối với đơn vị.",
}
_LISTING = (
    "Biểu kê từng dòng: mỗi việc một dòng, ghi liền nhau từ dòng đầu. Thiếu dòng thì chèn thêm "
    "phía trên phần ký. Không phát sinh thì ghi KPS ở ô đầu tiên của dòng 1."
)
_MUTED = "Cột chữ xám là số liệu kỳ trước, in để đối chiếu."

_EACH = "mỗi dòng kê"

Line = tuple[str, str, str, str]


def write_guide(
    sheet: Worksheet, form: Form, places: Sequence[Arrangement], styles: Styles
) -> None:
    for column, width in enumerate(_WIDTHS):
        sheet.set_column_pixels(column, column, round(_points(width) / 0.75))
    sheet.merge_range(0, 0, 0, len(_WIDTHS) - 1, TITLE, styles.line(size=TITLE_SIZE, bold=True))
    row = _write_notes(sheet, _notes(form), styles) + 1
    heading = row
    for column, title in enumerate(HEADINGS):
        sheet.write_string(row, column, title, styles.heading())
    for line in _lines(places):
        row += 1
        _write_line(sheet, row, line, styles)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    set_page(sheet, heading=heading, last_row=row, last_column=len(_WIDTHS) - 1)


def _points(width: int) -> float:
    return width * CHARACTER_WIDTH + CELL_PADDING


def _notes(form: Form) -> Iterator[str]:
    yield from form.guide
    yield from (line for line in _EVERY_FORM if line not in form.guide)
    asked = frozenset(absent for field in form.fields() for absent in field.absences)
    yield from (words for absent, words in _ABSENCES.items() if absent in asked)
    if any(page.listing for page in form.sheets):
        yield _LISTING
    if any(column.muted for page in form.sheets for column in page.columns):
        yield _MUTED


def _write_notes(sheet: Worksheet, notes: Iterator[str], styles: Styles) -> int:
    row, style = 0, styles.line(size=BODY_SIZE, align="left")
    width = sum(_points(width) for width in _WIDTHS) - CELL_PADDING
    for row, note in enumerate(notes, start=1):
        sheet.merge_range(row, 0, row, len(_WIDTHS) - 1, "", style)
        # merge_range would take a text that begins with "=" for a formula.
        sheet.write_string(row, 0, f"{row}. {note}", style)
        sheet.set_row(row, _height(lines_needed(f"{row}. {note}", width, BODY_SIZE)))
    return row + 1


def _height(lines: int) -> float:
    return lines * BODY_SIZE * 1.3 + 4


def _lines(places: Sequence[Arrangement]) -> Iterator[Line]:
    """Columns that are filled in alike, in the same rows, are told together."""
    for place in places:
        alike: dict[tuple[str, str], list[str]] = {}
        for column in place.page.columns:
            for how, rows in _asked_in(place.page, column.key).items():
                alike.setdefault((", ".join(rows), how), []).append(column.heading)
        for (rows, how), headings in alike.items():
            yield place.sheet, "; ".join(headings), rows, how


def _asked_in(page: FormSheet, column: str) -> Mapping[str, Sequence[str]]:
    """How a column is filled in, and in which rows so."""
    found: dict[str, list[str]] = {}
    listed = page.listing.fields if page.listing else ()
    fields = [(row.code, field) for row in page.rows for field in row.fields]
    for rows, field in (*fields, *((_EACH, field) for field in listed)):
        if field.column == column:
            found.setdefault(_how(field), []).append(rows)
    return found


def _how(field: Field) -> str:
    choices = "; ".join(choice.label for choice in field.choices)
    return how_to_fill(field) + (f" Các mục: {choices}." if choices else "")


def _write_line(sheet: Worksheet, row: int, line: Line, styles: Styles) -> None:
    style, needed = styles.guide(), 1
    for column, (text, width) in enumerate(zip(line, _WIDTHS, strict=True)):
        sheet.write_string(row, column, text, style)
        needed = max(needed, lines_needed(text, _points(width) - 2 * CELL_PADDING, BODY_SIZE))
    sheet.set_row(row, _height(needed))
