"""How an appraisal is said: of which round, how many points, by whom, when and why."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal

from dashboard.views.table import ABSENT
from dashboard.wording import moment_text, number_text
from scoring.facts import Appraisal

ROUNDS: Mapping[int, str] = {
    1: "Thẩm định lần 1",
    2: "Thẩm định lần 2",
    3: "Tập thể Ban Chỉ đạo",
}


def points_text(points: Decimal | None) -> str:
    """With all the places it was rounded to: figures beneath each other line up."""
    if points is None:
        return ABSENT
    return number_text(points, max(0, -points.as_tuple().exponent))


def round_words(given: Appraisal) -> str:
    """ "3,25 điểm, Tổ Giúp việc, 08:21 ngày 20/10/2022: thiếu biên bản"."""
    said = ", ".join(filter(None, (f"{points_text(given.points)} điểm", given.by, _when(given))))
    return f"{said}: {given.reason}" if given.reason else said


def of_round(rounds: Iterable[Appraisal], number: int) -> Appraisal | None:
    return next((one for one in rounds if one.round == number), None)


def _when(given: Appraisal) -> str:
    return moment_text(datetime.fromisoformat(given.at)) if given.at else ""
