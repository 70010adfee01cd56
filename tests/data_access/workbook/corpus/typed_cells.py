"""What clerks type into one cell, and what is to come of it: an answer, or the code it is asked
with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from scoring.facts import Absent
from scoring.forms import Choice, Kind

Answer = Decimal | date | str | Absent

_BOTH = {"absences": frozenset({Absent.NOT_ARISEN, Absent.NOT_APPLICABLE})}
_SHARE = {"least": Decimal(0), "most": Decimal(100)}
_OF_3 = {"expected_most": Decimal(3)}
_STATES = {"choices": (Choice("done", "Đã hoàn thành"), Choice("ha", "Sơn Hà"))}
_NUMBER, _COUNT, _POINTS, _DATE = Kind.NUMBER, Kind.COUNT, Kind.POINTS, Kind.DATE


@dataclass(frozen=True)
class Case:
    typed: str
    kind: Kind
    answer: Answer | None = None
    code: str = ""
    asked: Mapping[str, object] = field(default_factory=dict)


def _taken(kind: Kind, typed: str, answer: Answer | str | int, **asked: object) -> Case:
    # Figures are written as text here: a float would not be exact.
    is_figure = kind in (_NUMBER, _COUNT, _POINTS, Kind.YES_NO) and isinstance(answer, str | int)
    return Case(typed, kind, Decimal(answer) if is_figure else answer, asked=asked)


def _asked(kind: Kind, typed: str, code: str, **asked: object) -> Case:
    return Case(typed, kind, code=code, asked=asked)


NUMBERS = (
    _taken(_NUMBER, "5,5", "5.5"),
    _taken(_NUMBER, "5.5", "5.5"),
    _taken(_NUMBER, "n:5.5", "5.5"),
    _taken(_NUMBER, "1.234,5", "1234.5"),
    _asked(_NUMBER, "2.117", "AMBIGUOUS_NUMBER"),
    _taken(_COUNT, "2.117", 2117),  # a count has no decimals
    _taken(_COUNT, "1.000", 1000),
    _asked(_COUNT, "1,234", "AMBIGUOUS_NUMBER"),  # the comma is for decimals
    _taken(_POINTS, "03/3", 3, **_OF_3),
    _taken(_POINTS, "2,5/3", "2.5", **_OF_3),
    _asked(_POINTS, "03/3", "SEVERAL_NUMBERS", expected_most=Decimal(5)),
    _asked(_COUNT, "03/3", "SEVERAL_NUMBERS"),
    _asked(_POINTS, "5,5/3,5", "SEVERAL_NUMBERS", most=Decimal("3.5")),
    _asked(_NUMBER, "5,5/3,5", "SEVERAL_NUMBERS"),
    _taken(_NUMBER, "+ 0,1", "0.1"),
    _taken(_NUMBER, "- 0,25", "-0.25"),
    _taken(_NUMBER, "−0,5", "-0.5"),
    _taken(_NUMBER, "87,29%", "87.29", **_SHARE),
    _taken(_NUMBER, "p:0.8729", "87.29", **_SHARE),  # read as shown
    _asked(_COUNT, "p:0.5", "NOT_A_NUMBER"),  # half of what?
    _taken(_NUMBER, "213/244, đạt 87,29%", "87.29", **_SHARE),
    _asked(_NUMBER, "213/244, đạt 78,29%", "SEVERAL_NUMBERS", **_SHARE),
    _asked(_COUNT, "213/244, đạt 87,29%", "SEVERAL_NUMBERS"),
    _taken(_COUNT, "12 hồ sơ", 12),
    _asked(_COUNT, "12 nghìn", "AMBIGUOUS_NUMBER"),
    _asked(_NUMBER, "1,5 tr", "AMBIGUOUS_NUMBER"),
    _asked(_COUNT, "12 hồ sơ, 3 tổ", "SEVERAL_NUMBERS"),
    _asked(_COUNT, "khoảng 12", "NOT_A_NUMBER"),
    _taken(_COUNT, "１２", 12),
    _taken(_NUMBER, "５，５", "5.5"),
    _taken(_NUMBER, "1\u00a0234\u00a0567,5", "1234567.5"),
    _taken(_COUNT, "\u00a012\u200b", 12),
    _asked(_NUMBER, "d:2024-04-03", "NOT_A_NUMBER"),  # Excel made a date of 3/4
)

DATES = (
    _taken(_DATE, "05/04/2024", date(2024, 4, 5)),
    _taken(_DATE, "05.04.24", date(2024, 4, 5)),
    _taken(_DATE, "5-4-2024", date(2024, 4, 5)),
    _taken(_DATE, "04/05/24", date(2024, 5, 4)),  # day first
    _taken(_DATE, "2024-04-05", date(2024, 4, 5)),
    _taken(_DATE, "d:2024-04-05", date(2024, 4, 5)),
    _taken(_DATE, "n:45387", date(2024, 4, 5)),
    _taken(_DATE, "ngày 5 tháng 4 năm 2024", date(2024, 4, 5)),
    _taken(_DATE, "05 tháng 4, 2024", date(2024, 4, 5)),
    _asked(_DATE, "Quý III/2022", "DAY_NEEDED"),
    _asked(_DATE, "6 tháng đầu năm", "DAY_NEEDED"),
    _asked(_DATE, "n:2024", "DAY_NEEDED"),
    _asked(_DATE, "31/02/2024", "NOT_A_DATE"),
    _asked(_DATE, "04/25/2024", "NOT_A_DATE"),  # a month first is never guessed
    _asked(_DATE, "n:5.4", "NOT_A_DATE"),
    _asked(_DATE, "5/4/2023", "DATE_OUTSIDE", earliest=date(2024, 1, 1)),
)

MEANINGS = (
    _taken(_COUNT, "n:0", 0),
    _taken(_COUNT, "0", 0),
    _asked(_COUNT, "␣", "MISSING_VALUE"),
    _asked(_COUNT, "\u200b", "MISSING_VALUE"),
    _taken(_COUNT, "KPS", Absent.NOT_ARISEN, **_BOTH),
    _taken(_COUNT, "K.P.S", Absent.NOT_ARISEN, **_BOTH),
    _taken(_COUNT, "Không", Absent.NOT_ARISEN, **_BOTH),
    _taken(_COUNT, "-", Absent.NOT_ARISEN, **_BOTH),
    _taken(_COUNT, "–", Absent.NOT_ARISEN, **_BOTH),
    _taken(_COUNT, "không có", Absent.NOT_ARISEN, **_BOTH),
    _taken(_COUNT, "KAD", Absent.NOT_APPLICABLE, **_BOTH),
    _taken(_COUNT, "Không áp dụng", Absent.NOT_APPLICABLE, **_BOTH),
    _asked(_COUNT, "0 phát sinh", "NOT_A_NUMBER", **_BOTH),
    _asked(_COUNT, "N/A", "NOT_A_NUMBER", **_BOTH),
    _asked(_COUNT, "KPS", "ABSENT_NOT_ALLOWED"),
    _taken(Kind.YES_NO, "Không", 0, **_BOTH),
    _taken(Kind.YES_NO, "b:1", 1),
    _taken(Kind.YES_NO, "b:0", 0),
    _asked(Kind.YES_NO, "không có", "NOT_A_CHOICE", **_BOTH),
    _asked(_COUNT, "e:#REF!", "ERROR_CELL"),
    _asked(Kind.TEXT, "e:#DIV/0!", "ERROR_CELL"),
)

FONTS = (
    _taken(Kind.TEXT, "{.VnTime}X· S¬n Hµ, huyÖn S¬n Hµ", "Xã Sơn Hà, huyện Sơn Hà"),
    _taken(Kind.TEXT, "{.VnTimeH}ñy ban nh©n d©n", "ỦY BAN NHÂN DÂN"),
    _taken(Kind.TEXT, "{VNI-Times}Xaõ Sôn Haø, ñöôøng Quang Trung", "Xã Sơn Hà, đường Quang Trung"),
    _taken(Kind.TEXT, "{.VnTime}x· {Arial}Phước An", "xã Phước An"),
    _taken(Kind.TEXT, "Phước An, {.VnTime}x· S¬n Hµ", "Phước An, xã Sơn Hà"),
    _taken(Kind.CHOICE, "{.VnTime}§· hoµn thµnh", "done", **_STATES),
    _taken(Kind.CHOICE, "{VNI-Times}Sôn Haø", "ha", **_STATES),
    _taken(_COUNT, "{.VnTime}12 hå s¬", 12),
    _taken(_COUNT, "{.VnTime}kh«ng ph¸t sinh", Absent.NOT_ARISEN, **_BOTH),
    _taken(_DATE, "{.VnTime}ngµy 5 th¸ng 4 n¨m 2024", date(2024, 4, 5)),
    _asked(Kind.TEXT, "{.VnTime}Phường Nghĩa Lộ", "LEGACY_FONT_UNCLEAR"),
    _asked(Kind.TEXT, "{.VnTime}X· {Arial}Néi", "LEGACY_FONT_UNCLEAR"),
    _asked(Kind.TEXT, "X· S¬n Hµ", "LEGACY_FONT_UNCLEAR"),  # its font was taken away
    _asked(Kind.CHOICE, "{VNI-Times}Sơn Hà", "LEGACY_FONT_UNCLEAR", **_STATES),
)
