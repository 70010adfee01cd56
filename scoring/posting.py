"""How long something hung, counted by days: niêm yết, đăng mạng nội bộ, truyền thanh."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)


@dataclass(frozen=True, order=True)
class Span:
    """From the first day to the last, both included."""

    first: date
    last: date


@dataclass(frozen=True, order=True)
class Gap:
    """A hole between two spans: its first and last day."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def posted_days(first: date, last: date, *, first_counts: bool = False) -> int:
    """How many days it hung; the first day is not counted (Civil Code 2015, Article 147) unless
    said otherwise. 05/02 to the end of 25/02/2024 is 20 days. 0 where it came down earlier."""
    return max(0, (last - first).days + (1 if first_counts else 0))


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans without a break, in order: those that touch or overlap are one. A span that ends
    before it begins is left out: nothing hung then."""
    found: list[Span] = []
    for span in sorted(one for one in spans if one.first <= one.last):
        if found and span.first <= found[-1].last + _DAY:
            found[-1] = Span(found[-1].first, max(found[-1].last, span.last))
        else:
            found.append(span)
    return tuple(found)


def gaps(spans: Iterable[Span]) -> tuple[Gap, ...]:
    """The holes between the joined spans."""
    whole = joined(spans)
    return tuple(
        Gap(before.last + _DAY, after.first - _DAY)
        for before, after in zip(whole, whole[1:], strict=False)
    )


def longest(spans: Iterable[Span], *, first_counts: bool = False) -> int:
    """The days of the longest span without a break."""
    counted = (posted_days(one.first, one.last, first_counts=first_counts) for one in joined(spans))
    return max(counted, default=0)
