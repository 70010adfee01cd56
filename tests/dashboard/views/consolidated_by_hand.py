"""What the query says of a hand-made form, without a database."""

from collections.abc import Sequence
from datetime import datetime

from data_access.clock import HANOI
from data_access.queries.consolidation import ConsolidationResult, Origin
from scoring.consolidation import consolidate
from scoring.contributions import ReturnFigures
from scoring.periods import Period
from scoring.units import Unit
from tests.scoring.consolidations_by_hand import FORM, Q1

PARENT = Unit("tinh", "Ban Chỉ đạo tỉnh", "tinh", "BCĐ tỉnh", attributes={"place": "Quảng Ngãi"})
NAMES = {"a": "Ba Tơ", "b": "Đức Phổ", "c": "An Lão"}


def result_of(
    returns: Sequence[ReturnFigures],
    units: str = "ab",
    span: tuple[Period, ...] = (Q1,),
    period: Period = Q1,
    *,
    to_date: bool = False,
    owed: bool = False,
    illustrative: bool = False,
) -> ConsolidationResult:
    known = tuple(
        Unit(code, NAMES.get(code, f"Huyện {code}"), "huyen", parent="tinh") for code in units
    )
    origins = tuple(
        Origin(
            one.unit,
            one.period,
            number,
            f"{number:04}/2022/PTN",
            datetime(2022, 4, 5, 9, tzinfo=HANOI),
            one.estimate,
        )
        for number, one in enumerate(returns, start=1)
    )
    found = consolidate(FORM, returns, tuple(units), span)
    return ConsolidationResult(
        period, to_date, PARENT, None, known, found, origins, illustrative, owed
    )
