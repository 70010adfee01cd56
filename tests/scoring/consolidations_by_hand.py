"""A form of two sheets, small enough to add up by hand, and what units say in it."""

from decimal import Decimal

from scoring.consolidation import Consolidation, consolidate
from scoring.contributions import Consolidated, ReturnFigures
from scoring.facts import Absent
from scoring.forms import (
    Choice,
    Column,
    Field,
    Form,
    FormSheet,
    Kind,
    Listing,
    Mark,
    Measure,
    Row,
)
from scoring.periods import Period
from scoring.returns import Answer

Q1, Q2, Q3, Q4 = Period(2022).quarters_to_date()
KPS, NOTHING = Absent.NOT_ARISEN, Absent.NOT_REPORTED

MEETING, VOTE = Choice("hn", "Hội nghị"), Choice("bq", "Biểu quyết")


def _figure(key: str, column: str, measure: Measure | None) -> Field:
    return Field(key, column, Kind.NUMBER, measure=measure, absences=frozenset({KPS}))


_COMPLAINTS = FormSheet(
    "VII",
    (
        Column("code", "TT", 6),
        Column("text", "Nội dung", 40),
        Column("in_period", "Trong kỳ", 12, number=True),
        Column("from_january", "Từ đầu năm", 12, number=True),
        Column("open", "Chưa giải quyết", 12, number=True),
        Column("share", "Tỷ lệ (%)", 10, number=True),
        Column("note", "Ghi chú", 20),
    ),
    (
        Row(
            "1",
            (("text", "Đơn khiếu nại"),),
            (
                _figure("VII.1.in_period", "in_period", Measure.FLOW),
                _figure("VII.1.from_january", "from_january", Measure.FROM_JANUARY),
                _figure("VII.1.open", "open", Measure.STOCK),
                _figure("VII.1.share", "share", None),
                Field("VII.1.note", "note", Kind.TEXT, required=False),
            ),
        ),
    ),
    title="Đơn thư khiếu nại, tố cáo",
)

_DECIDED = FormSheet(
    "II",
    (
        Column("code", "TT", 6),
        Column("what", "Nội dung", 40),
        Column("held", "Hình thức", 16),
        Column("posted", "Niêm yết", 10),
        Column("options", "Số phương án", 12, number=True),
    ),
    listing=Listing(
        "II",
        (
            Field("what", "what", Kind.TEXT),
            Field("held", "held", Kind.CHOICE, choices=(MEETING, VOTE)),
            Field("posted", "posted", Kind.YES_NO, required=False),
            Field("options", "options", Kind.COUNT, measure=Measure.FLOW),
        ),
    ),
    title="Nhân dân bàn và quyết định trực tiếp",
)

FORM = Form(Mark("thu", "1", "tinh", Q4), "Biểu thử", (_COMPLAINTS, _DECIDED))


def said(unit: str, period: Period, *, estimate: bool = False, **answers: Answer) -> ReturnFigures:
    """Figures of sheet VII by column; whatever is left out was not reported."""
    given = {f"VII.1.{column}": answer for column, answer in answers.items()}
    return ReturnFigures(unit, period, given, estimate)


def decided(unit: str, period: Period, *rows: tuple[str, str, bool, int]) -> ReturnFigures:
    """Records of listing II: what, how it was held, whether it was posted, options."""
    answers: dict[str, Answer] = {} if rows else {"II": KPS}
    for number, (what, held, posted, options) in enumerate(rows, start=1):
        answers[f"II.{number}.what"] = what
        answers[f"II.{number}.held"] = held
        answers[f"II.{number}.posted"] = Decimal(posted)
        answers[f"II.{number}.options"] = Decimal(options)
    return ReturnFigures(unit, period, answers)


def added_up(
    returns: list[ReturnFigures], units: str = "ab", span: tuple[Period, ...] = (Q1,)
) -> Consolidation:
    return consolidate(FORM, returns, tuple(units), span)


def figure(found: Consolidation, column: str) -> Consolidated:
    return next(one for one in found.figures if one.key == f"VII.1.{column}")
