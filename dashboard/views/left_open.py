"""What a table leaves to people: units that nothing parts, and classes it does not give."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from data_access.queries.scores import RankingResult
from scoring.classification import bands_of
from scoring.criteria import CriteriaSet
from scoring.ranking import Place


@dataclass(frozen=True)
class Tie:
    """Units that share a place until people part them, by code and name."""

    words: str
    units: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class LeftOpen:
    """`classes` are the units without a class, by code and name; one of `class_names` is theirs."""

    ties: tuple[Tie, ...] = ()
    classes: tuple[tuple[str, str], ...] = ()
    class_names: tuple[str, ...] = ()

    @property
    def class_words(self) -> str:
        return f"Quyết định mức xếp loại còn để mở ({len(self.classes)} đơn vị)"


NOTHING_OPEN = LeftOpen()


def left_open(result: RankingResult, table: CriteriaSet, labels: Mapping[str, str]) -> LeftOpen:
    """Of an unpublished ranking; what is published was decided before."""
    if result.published is not None:
        return NOTHING_OPEN
    names = tuple(band.name for band in bands_of(table))
    without = [one for one in result.ranking.places if one.class_name is None]
    open_classes = without if names and result.period.is_year else []
    return LeftOpen(_ties(result, table, labels), _named(open_classes, labels), names)


def _ties(result: RankingResult, table: CriteriaSet, labels: Mapping[str, str]) -> tuple[Tie, ...]:
    if not table.ranking.manual:
        return ()
    found = groupby(result.ranking.places, key=lambda one: (one.group, one.rank))
    shared = ((where, tuple(places)) for where, places in found)
    return tuple(
        Tie(_words(*where, len(places)), _named(places, labels))
        for where, places in shared
        if len(places) > 1
    )


def _words(group: str | None, rank: int, count: int) -> str:
    where = f" ({group})" if group else ""
    return f"Phân định {count} đơn vị cùng xếp thứ {rank}{where}"


def _named(
    places: tuple[Place, ...] | list[Place], labels: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    return tuple((one.unit, labels.get(one.unit, one.name)) for one in places)
