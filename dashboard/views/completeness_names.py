"""The two lists of names behind a percentage: who is counted in it, and who is not."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.views.standing_words import DUTY, KEY
from dashboard.views.table import Link
from dashboard.wording import STATES, StateWords, vietnamese_order
from data_access.queries.completeness import Expected
from scoring.obligations import DutyKey
from scoring.self_score import period_words

NOBODY = "Không có đơn vị nào."


@dataclass(frozen=True)
class Name:
    """`words` name the unit, and the return too where the list is about several."""

    words: str
    state: StateWords
    link: Link


@dataclass(frozen=True)
class NameList:
    """`first`: the number of the first name shown, in the whole list."""

    title: str
    names: tuple[Name, ...]
    first: int = 1
    nobody: str = NOBODY


def names_of(members: Sequence[Expected], *, several: bool) -> tuple[Name, ...]:
    """In the order people look names up. `several`: the returns are of more than one form, period
    or programme, so that each is named."""
    return tuple(_name(one, several) for one in sorted(members, key=_order))


def is_of_several(members: Sequence[Expected]) -> bool:
    return len({(one.programme, one.form, one.period) for one in members}) > 1


def _order(one: Expected) -> tuple:
    return vietnamese_order(one.unit.label), one.form, one.period.last_day, one.programme


def _name(one: Expected, several: bool) -> Name:
    key = DutyKey(one.programme, one.debtor, "", one.form, str(one.period))
    label = one.unit.label
    words = f"{label}: {one.title}, {period_words(one.period)}" if several else label
    return Name(words, STATES[one.state], Link(DUTY, ((KEY, str(key)),)))
