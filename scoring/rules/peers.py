"""The figures of the units a unit is compared with: their mean, and the best of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.facts import Absent
from scoring.rules.outcome import Figures, NoFigure
from scoring.rules.quantity import Quantity, parse_quantity

# Other units' returns move these points; what is published does not move any more.
PROVISIONAL = "; tạm tính đến khi công bố"


@dataclass(frozen=True)
class Compared:
    """A quantity looked at beside that of the peers: whether more of it is better, and who the
    peers are."""

    beside: ClassVar[bool] = True
    quantity: Quantity
    high: bool
    everybody: bool

    def mean(self, figures: Figures) -> Fraction | NoFigure:
        """Exact mean of all peers that have a number, the unit itself included (unless it is taken
        out of every comparison)."""
        return self._kept(figures, "mean", _mean)

    def best(self, figures: Figures) -> Fraction | NoFigure:
        return self._kept(figures, "best", max if self.high else min)

    def _kept(
        self, figures: Figures, what: str, work_out: Callable[[list[Fraction]], Fraction]
    ) -> Fraction | NoFigure:
        peers = figures.peers
        if peers is None:
            return _of(self._numbers((figures,)), work_out)
        compared = peers.of(figures.group, everybody=self.everybody)
        key = (what, self, None if self.everybody else figures.group)
        return peers.once(key, lambda: _of(self._numbers(compared), work_out))

    def _numbers(self, peers: Sequence[Figures]) -> list[Fraction]:
        measured = (self.quantity.measure(peer) for peer in peers)
        return [found.exact for found in measured if not isinstance(found, NoFigure)]

    def words(self, labels: Mapping[str, str]) -> str:
        side = "cao hơn là tốt hơn" if self.high else "thấp hơn là tốt hơn"
        return f"{self.quantity.words(labels)} ({side})"

    def peers_words(self) -> str:
        return "tất cả các đơn vị" if self.everybody else "các đơn vị cùng cụm, khối"


def _of(
    numbers: list[Fraction], work_out: Callable[[list[Fraction]], Fraction]
) -> Fraction | NoFigure:
    """Only where every peer is taken out of the comparison is there none to look at."""
    if not numbers:
        return NoFigure(Absent.NOT_ARISEN, lambda: "Không có đơn vị nào để so sánh")
    return work_out(numbers)


def _mean(numbers: list[Fraction]) -> Fraction:
    return sum(numbers, Fraction(0)) / len(numbers)


def parse_compared(reader: Reader) -> Compared:
    quantity = parse_quantity(reader)
    high = reader.one_of("better", ("high", "low"), "high") == "high"
    return Compared(quantity, high, reader.one_of("among", ("group", "all"), "group") == "all")
