"""Programmes to be drawn, and workbooks of them as people fill them in with Excel."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO

from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from data_access.programme_workbook.exporting import empty_workbook
from data_access.yaml_files import Plain
from data_access.yaml_writing import to_yaml
from tests.builders import UNITS

FORMS = {"tu-cham": "Bảng tự chấm điểm", "tien-do": "Báo cáo tiến độ"}

WHENS = (
    "Cả năm 2023",
    "Quý III/2023",
    "trước ngày 12/6/2023",
    "chậm nhất trước ngày 05/4/2023",
    "trong 20 ngày kể từ ngày ban hành",
    "định kỳ 6 tháng",
    "hằng tháng",
    "thường xuyên",
    "Quý III, IV",
    "trước 17 giờ 00 ngày 05/4/2023",
)
_MARKS = ("Q1", "Q2", "Q3", "Q4", "Y")
_DAYS = st.dates(date(2023, 1, 1), date(2024, 12, 31))
# Letters as people type them; a name that begins with a figure or an equals sign stays a name.
_WORDS = st.text("abc đÊỹ 01.=/;“”-&<", min_size=1, max_size=20).map(str.strip).filter(bool)
_LINE = _WORDS.map(lambda words: " ".join(words.replace(";", ",").split()))
_KINDS = st.lists(st.sampled_from(("ban-chi-dao-huyen", "ban-chi-dao-xa")), unique=True)
_UNITS = st.lists(st.sampled_from([unit.code for unit in UNITS]), unique=True)
_BEFORE, _ROLL = st.sampled_from(("excluded", "included")), st.sampled_from(("keep", "next"))


@st.composite
def programme_texts(draw: st.DrawFn) -> str:
    """Every key of docs/programmes.md, each there or not."""
    numbers = draw(st.lists(_LINE, unique_by=str.casefold, max_size=4))
    tasks = [_task(draw, no) for no in numbers]
    forms = draw(st.lists(st.sampled_from(sorted(FORMS)), unique=True))
    reports = [_report(draw, form) for form in forms]
    head = {"programme": "kh-2023", "title": draw(_LINE), "issuer": "tinh", "year": 2023}
    optional = {
        "number": _LINE,
        "adopted": _DAYS,
        "receivers": st.lists(_LINE, min_size=1, max_size=2),
        "receiver_units": st.just(["tinh"]),
        "lateness": st.just("arrival"),
        "before": _BEFORE,
        "roll": st.sampled_from(("keep", "next", "previous")),
        "sent_back": st.just({"days": 5, "count": "working"}),
        "under": st.just([{"number": "1-CT/TU", "dated": date(2022, 1, 2), "issuer": "Tỉnh ủy"}]),
        "amendments": st.just([{"number": "2", "dated": date(2023, 5, 2), "summary": "Sửa mục 1"}]),
        "flags": st.just([{"where": "Mục 1", "printed": "thông kê", "note": "như bản gốc"}]),
        "figures": st.just([{"key": "sipas", "label": "Chỉ số hài lòng", "source": "Sở Nội vụ"}]),
        "exempt": st.just([{"unit": "003", "reason": "mới thành lập"}]),
    }
    return to_yaml(head | _some(draw, optional) | {"tasks": tasks, "reports": reports})


def _task(draw: st.DrawFn, no: str) -> dict[str, Plain]:
    optional = {
        "directs": _LINE,
        "carries_out": _LINE,
        "when": st.sampled_from(WHENS),
        "debtors": _debtors(),
        "source": _LINE,
        "before": _BEFORE,
        "roll": _ROLL,
        "anchor": _DAYS,
        "due": _DAYS,
        "due_note": _LINE,
        "offices": st.just(["truong-ban", "pho-ban"]),
        "track": st.sampled_from(("xa", "co-quan", "doanh-nghiep")),
    }
    found = {"no": no, "title": draw(_LINE)} | _some(draw, optional)
    added = draw(st.booleans())
    return found | ({"added": date(2023, 5, 2), "source": "TB 1"} if added else {})


def _report(draw: st.DrawFn, form: str) -> dict[str, Plain]:
    marks = st.lists(st.sampled_from(_MARKS), unique=True, min_size=1)
    worded, dated = draw(marks), draw(marks)
    optional = {
        "debtors": _debtors(),
        "periods": marks,
        "due_days_after": st.integers(-30, 30),
        "lock_days_after": st.integers(0, 90),
        "when": st.just({mark: draw(st.sampled_from(WHENS)) for mark in worded}),
        # Where there are words a day of the same period would stand in the same cell.
        "due_on": st.just({mark: draw(_DAYS) for mark in dated if mark not in worded}),
        "cut_off": st.just({mark: draw(_DAYS) for mark in dated}),
        "on_request": st.booleans(),
        "directs": _LINE,
        "source": _LINE,
        "before": _BEFORE,
        "roll": _ROLL,
        "offices": st.just(["truong-ban"]),
        "track": st.just("xa"),
    }
    return {"form": form, "title": draw(_LINE)} | _some(draw, optional)


def _debtors() -> st.SearchStrategy[dict[str, Plain]]:
    return st.fixed_dictionaries({}, optional={"kinds": _KINDS, "units": _UNITS})


def _some(draw: st.DrawFn, optional: Mapping[str, st.SearchStrategy[Plain]]) -> dict[str, Plain]:
    return {key: draw(values) for key, values in optional.items() if draw(st.booleans())}


Rows = list[Mapping[str, object]]


def filled_in(general: Mapping[str, object], sheets: Mapping[str, Rows]) -> bytes:
    """The empty workbook of the small province as a person fills it in."""
    return filled_in_template(empty_workbook(UNITS, FORMS, "tinh"), general, sheets)


def filled_in_template(
    template: bytes, general: Mapping[str, object], sheets: Mapping[str, Rows]
) -> bytes:
    """By labels of the first sheet, by headings of the others, from their second row on."""
    book = load_workbook(BytesIO(template))
    for label, value in general.items():
        _beside(book["Chung"], label).value = value
    for name, rows in sheets.items():
        for position, row in enumerate(rows, start=2):
            for heading, value in row.items():
                book[name].cell(position, column_of(book[name], heading), value)
    return saved(book)


def column_of(sheet: Worksheet, heading: str) -> int:
    return next(cell.column for cell in sheet[1] if str(cell.value).rstrip(" *") == heading)


def _beside(sheet: Worksheet, label: str):
    row = next(row for row in range(1, 40) if str(sheet.cell(row, 1).value).rstrip(" *") == label)
    return sheet.cell(row, 2)


def saved(book: Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
