"""What is said of how firm a place is (docs/ranking.md); scoring/robustness.py works it out."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from scoring.ranking import Place

METHOD = (
    "Xếp lại 1.000 lần, mỗi lần trọng số của từng phần và từng tiêu chí tăng hoặc giảm ngẫu nhiên "
    "trong khoảng 10%, rồi 20%, điểm tối đa của mỗi đơn vị giữ nguyên; sau đó lần lượt bỏ từng "
    "tiêu chí, và lần lượt bỏ từng đơn vị nếu bảng tiêu chí so sánh các đơn vị với nhau."
)


class Cause(StrEnum):
    """What makes two units change places."""

    WEIGHTS = "weights"
    CRITERION = "criterion"
    UNIT = "unit"


@dataclass(frozen=True)
class Interval:
    """The best and the worst rank over some runs, and the share of them that kept the place."""

    best: int
    worst: int
    kept: Fraction


@dataclass(frozen=True)
class Rival:
    """The unit of the group nearest in points, and how many printed points lie between."""

    unit: str
    name: str
    rank: int
    margin: Decimal


@dataclass(frozen=True)
class Stability:
    """One unit's place and how it moves: weights changed by up to 10 % (`mild`) and 20 %
    (`strong`), one criterion dropped, one other unit removed (None: no rule compares units)."""

    place: Place
    mild: Interval
    strong: Interval
    dropping: Interval
    removing: Interval | None
    rival: Rival | None

    @property
    def best(self) -> int:
        return min(self.place.rank, *(one.best for one in self._intervals()))

    @property
    def worst(self) -> int:
        """With `best` the interval of ranks: hạng 4, khoảng 3–6."""
        return max(self.place.rank, *(one.worst for one in self._intervals()))

    def _intervals(self) -> Sequence[Interval]:
        always = (self.mild, self.strong, self.dropping)
        return always if self.removing is None else (*always, self.removing)


@dataclass(frozen=True)
class Reversal:
    """Two units that change places: under other weights (in `share` of the runs of 20 %), without
    the criterion `code`, or without the unit `code`."""

    upper: Place
    lower: Place
    cause: Cause
    code: str = ""
    share: Fraction = Fraction(1)


@dataclass(frozen=True)
class Robustness:
    """Units in the order of the ranking; reversals by weights first, the most frequent first."""

    units: tuple[Stability, ...]
    reversals: tuple[Reversal, ...]
    method: str = METHOD
