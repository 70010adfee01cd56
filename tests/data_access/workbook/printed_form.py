"""A form with everything a template can hold."""

from datetime import date
from decimal import Decimal

from scoring.facts import Absent
from scoring.forms import Choice, Column, Field, Form, FormSheet, Kind, Mark, Row
from scoring.periods import Period

NOTHING = frozenset({Absent.NOT_ARISEN})
STATES = (Choice("done", "Đã hoàn thành"), Choice("doing", "Chậm, đang đôn đốc"))

COLUMNS = (
    Column("code", "Mã", 7),
    Column("text", "Nội dung tiêu chí, chỉ tiêu", 56),
    Column("max", "Điểm tối đa", 9, number=True),
    Column("claim", "Điểm tự chấm", 10, number=True),
    Column("figure", "Số liệu", 14, number=True),
    Column("note", "Căn cứ, tài liệu minh chứng", 30),
)

CLAIM = Field("claim.1", "claim", Kind.POINTS, least=Decimal(0), expected_most=Decimal(5))
NOTE = Field("note.1", "note", Kind.TEXT, required=False, longest=500)


def figure(code: str, text: str, kind: Kind, **field: object) -> Row:
    return Row(code, (("text", text),), (Field(code, "figure", kind, **field),), level=2)


ROWS = (
    Row("I", (("text", "Chỉ đạo, triển khai"), ("max", "30")), level=0),
    Row("1", (("text", "+ Ban hành kế hoạch năm " * 12), ("max", "5")), (CLAIM, NOTE)),
    figure("1.a", "Số thôn, tổ dân phố", Kind.COUNT),
    figure("1.b", "Số thôn niêm yết đủ 30 ngày", Kind.COUNT, absences=NOTHING),
    figure("1.c", "Tỷ lệ hộ dự họp (%)", Kind.NUMBER, least=Decimal(0), most=Decimal(100)),
    figure("1.d", "Có quyết định công nhận không", Kind.YES_NO, absences=NOTHING),
    figure("1.e", "Mức độ hoàn thành", Kind.CHOICE, choices=STATES),
    figure("1.f", "Ngày gửi", Kind.DATE, earliest=date(2022, 1, 1), latest=date(2022, 12, 31)),
)

FORM = Form(
    Mark("tu-cham", "2022.1", "07294", Period(2022, 3)),
    "=Bảng tự chấm điểm",
    (FormSheet("Tự chấm điểm", COLUMNS, ROWS),),
    header=("TỈNH ỦY QUẢNG NGÃI", "BAN CHỈ ĐẠO HUYỆN SƠN HÀ"),
    scope=("Đơn vị: huyện Sơn Hà", "Kỳ: quý III năm 2022"),
    guide=("Chỉ ghi vào các ô nền trắng.",),
    illustrative=True,
)
