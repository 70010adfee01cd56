"""Which of many duties are looked at: by unit, work, who directs, programme, group, reminders.

A choice is said in the address by the name of its facet. One more facet is one more line here.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.views.standing_words import title_of
from dashboard.views.table import Link
from dashboard.wording import capital, vietnamese_order
from data_access.standings import Standing
from data_access.unit_kinds import unit_kind

UNIT, WORK, OFFICE, PROGRAMME, GROUP, KIND, REMINDED = (
    "unit",
    "viec",
    "chuc-danh",
    "chuong-trinh",
    "khoi",
    "loai",
    "nhac",
)
NEVER_REMINDED = "chua"
NOBODY = "khong"
_NOBODY = "Không ghi người chỉ đạo"

Choices = tuple[tuple[str, str], ...]
Values = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Facet:
    """`values` are the codes a duty is found under, each with its words."""

    name: str
    label: str
    everything: str
    values: Callable[[Standing, Mapping[str, str]], Values]


def work_code(one: Standing) -> str:
    """A form is the same work in every programme; a task is its programme's own."""
    owed = one.obligation
    return owed.form or f"{owed.programme}.{owed.task}"


def work_title(one: Standing) -> str:
    """Of a form without its period: the same form of every period is one choice."""
    return one.obligation.title if one.obligation.task is None else title_of(one)


def directing(one: Standing, offices: Mapping[str, str]) -> Values:
    """The offices that direct a duty with their titles, else the words as printed."""
    if one.offices:
        return tuple((code, offices.get(code, code)) for code in one.offices)
    return ((one.directs, one.directs),) if one.directs else ((NOBODY, _NOBODY),)


def _group(one: Standing, _: Mapping[str, str]) -> Values:
    return ((one.unit.group, one.unit.group),) if one.unit.group else ()


def _reminded(one: Standing, _: Mapping[str, str]) -> Values:
    never = (NEVER_REMINDED, "Chưa nhắc lần nào")
    return (("roi", "Đã nhắc"),) if one.reminded else (never,)


FACETS = (
    Facet(UNIT, "Đơn vị", "Tất cả đơn vị", lambda one, _: ((one.unit.code, one.unit.label),)),
    Facet(WORK, "Việc", "Mọi việc", lambda one, _: ((work_code(one), work_title(one)),)),
    Facet(OFFICE, "Chỉ đạo", "Mọi người chỉ đạo", directing),
    Facet(REMINDED, "Nhắc việc", "Đã nhắc và chưa nhắc", _reminded),
    Facet(
        PROGRAMME,
        "Chương trình, kế hoạch",
        "Mọi chương trình",
        lambda one, _: ((one.obligation.programme, one.programme),),
    ),
    Facet(GROUP, "Cụm, khối", "Mọi cụm, khối", _group),
    Facet(
        KIND,
        "Loại đơn vị",
        "Mọi loại",
        lambda one, _: ((one.unit.kind, capital(unit_kind(one.unit.kind))),),
    ),
)


@dataclass(frozen=True)
class Option:
    code: str
    words: str
    count: int


@dataclass(frozen=True)
class Narrowed:
    """What is left of the duties, and what each facet would still leave with the others kept."""

    kept: tuple[Standing, ...]
    options: Mapping[str, tuple[Option, ...]]


@dataclass(frozen=True)
class Chip:
    """A choice in force, and the address without it."""

    words: str
    without: Link


def choices(typed: Mapping[str, str]) -> Choices:
    """Of an address' parameters, those that narrow."""
    return tuple((one.name, typed[one.name]) for one in FACETS if typed.get(one.name))


def narrow(standings: Sequence[Standing], chosen: Choices, offices: Mapping[str, str]) -> Narrowed:
    wanted = dict(chosen)
    found: dict[str, Counter[tuple[str, str]]] = {one.name: Counter() for one in FACETS}
    kept = []
    for standing in standings:
        values = {one.name: one.values(standing, offices) for one in FACETS}
        failed = [name for name, code in wanted.items() if not _has(values[name], code)]
        if not failed:
            kept.append(standing)
        for name in found if not failed else failed if len(failed) == 1 else ():
            found[name].update(values[name])
    return Narrowed(tuple(kept), {name: _options(counted) for name, counted in found.items()})


def _has(values: Values, code: str) -> bool:
    return any(found == code for found, _ in values)


def _options(counted: Counter[tuple[str, str]]) -> tuple[Option, ...]:
    every = (Option(code, words, count) for (code, words), count in counted.items())
    return tuple(sorted(every, key=lambda one: vietnamese_order(one.words)))


def chosen_words(narrowed: Narrowed, chosen: Choices) -> Iterable[tuple[str, str, str]]:
    """Name of the facet, its label and the words of what was chosen."""
    for facet in FACETS:
        for code in (code for name, code in chosen if name == facet.name):
            known = {one.code: one.words for one in narrowed.options[facet.name]}
            yield facet.name, facet.label, known.get(code, code)
