"""Answers kept until room is needed. Keys begin with the data version, so none of them grows old.

Streamlit's own caches are not used: they take a millisecond or more to hash the few small values
these keys are made of.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from threading import RLock
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Kept = TypeVar("Kept")

_MOST_KEPT, _FEW = 256, 4
# One for all: whoever waits would otherwise work out the same answer at the same time.
_asking = RLock()


_kept_answers: list[Callable[[], int]] = []


def answered() -> int:
    """How many answers have been worked out since the process began."""
    return sum(count() for count in _kept_answers)


def once(question: Callable[Given, Kept]) -> Callable[Given, Kept]:
    return _kept(question, _MOST_KEPT)


def once_lately(question: Callable[Given, Kept]) -> Callable[Given, Kept]:
    """For answers as large as the database: only the last few are kept."""
    return _kept(question, _FEW)


def _kept(question: Callable[Given, Kept], most: int) -> Callable[Given, Kept]:
    kept = lru_cache(maxsize=most)(question)
    _kept_answers.append(lambda: kept.cache_info().misses)

    @wraps(question)
    def answer(*given: Given.args, **named: Given.kwargs) -> Kept:
        with _asking:
            return kept(*given, **named)

    return answer
