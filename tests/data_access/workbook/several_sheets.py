"""A form of three sheets: printed rows, a listing, and last quarter's figures in grey."""

from decimal import Decimal

from scoring.facts import Absent
from scoring.forms import Column, Field, Form, FormSheet, Kind, Listing, Mark, Measure, Row
from scoring.periods import Period

NOTHING = frozenset({Absent.NOT_ARISEN})

_FIGURES = (
    Column("code", "TT", 6),
    Column("text", "Nội dung", 50),
    Column("unit", "Đơn vị tính", 10),
    Column("before", "Quý trước", 10, number=True, muted=True),
    Column("in_period", "Trong kỳ", 12, number=True),
    Column("from_january", "Lũy kế từ đầu năm", 12, number=True),
)
_MODELS = (
    Column("code", "TT", 6),
    Column("name", "Tên mô hình", 40),
    Column("people", "Số người tham gia", 12, number=True),
    Column("kind", "Lĩnh vực", 20),
)


def _row(code: str, text: str, before: str = "") -> Row:
    printed = (("text", text), ("unit", "cuộc"), ("before", before))
    flow = Field(
        f"I.{code}.in_period", "in_period", Kind.COUNT, absences=NOTHING, measure=Measure.FLOW
    )
    year = Field(f"I.{code}.from_january", "from_january", Kind.COUNT, measure=Measure.FROM_JANUARY)
    return Row(code, printed, (flow, year))


FIGURES = FormSheet(
    "Biểu I",
    _FIGURES,
    (
        Row("A", (("text", "Công tác kiểm tra"),), level=0),
        _row("1", "Số cuộc kiểm tra", "12"),
        _row("2", "Trong đó: đột xuất", "3"),
    ),
    title="Biểu I. Công tác kiểm tra",
)
OTHERS = FormSheet(
    "Biểu III",
    _FIGURES,
    (
        Row(
            "1",
            (("text", "Số cuộc đối thoại"), ("unit", "cuộc")),
            (Field("III.1.in_period", "in_period", Kind.COUNT, measure=Measure.STOCK),),
        ),
    ),
    title="Biểu III. Đối thoại",
)
MODELS = FormSheet(
    "Biểu II",
    _MODELS,
    listing=Listing(
        "II",
        (
            Field("name", "name", Kind.TEXT),
            Field("people", "people", Kind.COUNT, least=Decimal(1)),
            Field("kind", "kind", Kind.TEXT, required=False),
        ),
        printed=4,
        most=8,
    ),
    title="Biểu II. Mô hình Dân vận khéo",
)

FORM = Form(
    Mark("thong-ke", "2022.1", "07294", Period(2022, 3)),
    "Biểu thống kê công tác dân vận",
    (FIGURES, MODELS, OTHERS),
    header=("TỈNH ỦY QUẢNG NGÃI", "BAN CHỈ ĐẠO HUYỆN SƠN HÀ"),
    scope=("Kỳ báo cáo: quý III năm 2022",),
    guide=("Số liệu tính đến ngày cuối quý.",),
)
FIGURES_GIVEN = {
    "I.1.in_period": Decimal(5),
    "I.1.from_january": Decimal(20),
    "I.2.in_period": Absent.NOT_ARISEN,
    "I.2.from_january": Decimal(4),
    "III.1.in_period": Decimal(7),
}
