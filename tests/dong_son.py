"""The commune office of a seed, its papers of 2024 as lines of the three registers: plan 127 of
30/01, posted 05/02 to 25/02, meeting 05/02, regulation 156 of 26/02, report 164 of 27/02."""

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy import Engine

from data_access.accounts import OPERATOR, Actor, Role
from data_access.actions import setup
from data_access.actions.forms import import_form
from data_access.actions.returns import submit_return
from data_access.queries.templates import template
from data_access.returns import Submission
from scoring.periods import Period
from scoring.units import Unit
from tests.builders import at
from tests.ready_made import ready_made

OFFICE, OTHER = "dong-son", "xa-khac"
CLERK = Actor("can-bo-ds", "Cán bộ xã Đông Sơn", Role.UNIT, OFFICE)
OTHER_CLERK = Actor("can-bo-khac", "Cán bộ xã khác", Role.UNIT, OTHER)
Q1, Q2, YEAR = Period(2024, 1), Period(2024, 2), Period(2024)
HANDED_IN = date(2024, 3, 29)
AFTERWARDS = date(2024, 4, 1)

UNITS = (
    Unit("yen-the", "Ban Chỉ đạo huyện Yên Thế", "ban-chi-dao-huyen", "Yên Thế"),
    Unit(
        OFFICE,
        "UBND xã Đông Sơn",
        "ubnd-xa",
        "Đông Sơn",
        "yen-the",
        attributes={"track": "co-quan"},
    ),
    Unit(OTHER, "UBND xã khác", "ubnd-xa", "Xã khác", "yen-the"),
)

PROGRAMME = """\
programme: so-sach-2024
title: Sổ sách thực hiện dân chủ ở cơ sở năm 2024
issuer: yen-the
year: 2024
tasks: []
reports:
  - form: so-cong-khai
    title: Sổ công khai thông tin
    debtors: {kinds: [ubnd-xa]}
    due_days_after: 10
  - form: so-lay-y-kien
    title: Sổ lấy ý kiến dự thảo
    debtors: {kinds: [ubnd-xa]}
    due_days_after: 10
  - form: ho-so
    title: Hồ sơ thực hiện dân chủ
    debtors: {kinds: [ubnd-xa]}
    periods: [Y]
    due_days_after: 10
"""

DRAFT = "Dự thảo Quy chế thực hiện dân chủ trong hoạt động của cơ quan hành chính xã Đông Sơn"

DISCLOSED: Mapping[str, object] = {
    "Mục nội dung theo Luật": "46.09 Nội quy, quy chế, quy tắc ứng xử",
    "Nội dung cụ thể": DRAFT,
    "Số, ký hiệu văn bản": "127 /KH-UBND",
    "Ngày văn bản": date(2024, 1, 30),
    "Niêm yết": "Có",
    "Mạng nội bộ, cổng TTĐT": "Có",
    "Địa điểm": "Bản tin công khai của UBND xã",
    "Từ ngày": date(2024, 2, 5),
    "Đến hết ngày": date(2024, 2, 25),
    "Ngày biên bản niêm yết": date(2024, 2, 5),
    "Giờ lập xong biên bản niêm yết": "15 giờ 00",
    "Ngày biên bản kết thúc": date(2024, 2, 25),
    "Giờ lập xong biên bản kết thúc": "16 giờ 50",
    "Số ý kiến phản hồi": 0,
}

CONSULTED: Mapping[str, object] = {
    "Dự thảo lấy ý kiến": DRAFT,
    "Kế hoạch số": "127 /KH – UBND",
    "Ngày kế hoạch": date(2024, 1, 30),
    "Nhận ý kiến từ ngày": date(2024, 1, 30),
    "Nhận ý kiến đến ngày": date(2024, 2, 10),
    "Ngày họp": date(2024, 2, 5),
    "Họp từ giờ": "14 giờ 00",
    "Họp đến giờ": "17 giờ 30",
    "Ngày ghi trên biên bản họp": date(2024, 2, 10),
    "Số ý kiến ghi trong biên bản họp": 1,
    "Số ý kiến nhận được (cả họp)": 0,
    "Số ý kiến tiếp thu": 0,
    "Số ý kiến không tiếp thu": 0,
    "Văn bản ban hành số": "156 /QC-UBND",
    "Ngày ban hành": date(2024, 2, 26),
    "Báo cáo kết quả lấy ý kiến số": "164 /BC-UBND",
    "Ngày báo cáo": date(2024, 2, 27),
}

# By row code: number and day; what the seed does not hold is missing.
FILED: Mapping[str, tuple[str, date]] = {
    "9.3": ("", date(2024, 2, 5)),
    "9.4": ("", date(2024, 2, 25)),
    "13.4b": ("156 /QC-UBND", date(2024, 2, 26)),
    "17.1": ("127 /KH-UBND", date(2024, 1, 30)),
    "17.2": ("164 /BC-UBND", date(2024, 2, 27)),
}
NOT_ARISEN = ("9.2", "13.3")


def dong_son(url: str) -> Engine:
    return ready_made(url, "Đông Sơn", _make)


def _make(engine: Engine) -> None:
    setup.initialise(engine)
    setup.mark_demonstration(engine, OPERATOR, AFTERWARDS, "Huyện Yên Thế")
    setup.import_units(engine, OPERATOR, UNITS)
    for code in ("so-cong-khai", "so-lay-y-kien", "ho-so"):
        assert import_form(engine, OPERATOR, _form_text(code)) == ()
    assert setup.import_programme(engine, OPERATOR, PROGRAMME) == ()


def _form_text(code: str) -> str:
    forms = Path(__file__).parents[1] / "sample_data" / "forms"
    return (forms / f"{code}.yaml").read_text(encoding="utf-8")


def hand_in_all(engine: Engine) -> None:
    """The three registers of the seed's papers, through the generated templates."""
    hand_in(engine, "so-cong-khai", Q1, [DISCLOSED])
    hand_in(engine, "so-lay-y-kien", Q1, [CONSULTED])
    made = template(engine, CLERK, "ho-so", OFFICE, YEAR)
    kept = _submit(engine, CLERK, "ho-so.xlsx", _with_papers(made.content))
    assert kept.accepted, kept.issues


def hand_in(
    engine: Engine,
    form: str,
    period: Period,
    lines: Sequence[Mapping[str, object]],
    clerk: Actor = CLERK,
) -> Submission:
    """`lines` by the headings of the template's columns."""
    made = template(engine, clerk, form, clerk.unit or "", period)
    kept = _submit(engine, clerk, made.name, _with_lines(made.content, lines))
    assert kept.accepted, kept.issues
    return kept


def _submit(engine: Engine, clerk: Actor, name: str, content: bytes) -> Submission:
    return submit_return(engine, clerk, name, content, at(HANDED_IN))


def _with_lines(content: bytes, lines: Sequence[Mapping[str, object]]) -> bytes:
    workbook = load_workbook(BytesIO(content))
    sheet = workbook.worksheets[0]
    heading, columns = _headings(sheet)
    for row, line in enumerate(lines, start=heading + 1):
        for words, value in line.items():
            sheet.cell(row, columns[words]).value = value
    if not lines:
        sheet.cell(heading + 1, 2).value = "KPS"
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _with_papers(content: bytes) -> bytes:
    workbook = load_workbook(BytesIO(content))
    sheet = workbook.worksheets[0]
    heading, columns = _headings(sheet)
    for row in range(heading + 1, sheet.max_row + 1):
        code = str(sheet.cell(row, 1).value or "")
        if "." in code:
            number, dated = FILED.get(code, ("", None))
            kept = "Không phát sinh" if code in NOT_ARISEN else "Có" if dated else "Chưa có"
            sheet.cell(row, columns["Có hay chưa"]).value = kept
            sheet.cell(row, columns["Số, ký hiệu"]).value = number or None
            sheet.cell(row, columns["Ngày"]).value = dated
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _headings(sheet: Worksheet) -> tuple[int, dict[str, int]]:
    """The row of the headings and the column of each."""
    for row in sheet.iter_rows():
        if row[0].value == "TT":
            found = {str(cell.value).strip(): cell.column for cell in row if cell.value}
            return row[0].row, found
    raise AssertionError("no headings")
