"""What is past its day and still open: who, what, since when, how long, who directs it, and when
the unit was reminded."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.long_lists import PAGE_NUMBER, Paging, paging
from dashboard.views.narrowing import (
    FACETS,
    NEVER_REMINDED,
    REMINDED,
    Chip,
    Choices,
    Narrowed,
    chosen_words,
)
from dashboard.views.overdue_table import BY_UNIT, flat_table, grouped, overdue_table
from dashboard.views.table import Link, Table
from data_access.standings import Standing

# What the list is about, said in the address where it is not what is overdue.
ABOUT, SOON = "noi-dung", "sap-den-han"
PAGE, MESSAGE, FILE = "qua-han", "soan-tin", "/tep/qua-han"
TITLE = "Nhiệm vụ quá hạn"
GROUPING = "nhom"
BACK = "Về danh sách quá hạn"

_NONE = "Không có việc quá hạn"
_NOTHING = "Không có nhiệm vụ, báo cáo nào quá hạn tại ngày xem."
_NOTHING_CHOSEN = "Không có việc quá hạn nào khớp bộ lọc. Đề nghị bỏ bớt điều kiện lọc."
LISTED = 100


@dataclass(frozen=True)
class Asked:
    """What the address chooses; `soon`: what is nearly due, instead of what is overdue."""

    grouping: str = BY_UNIT
    chosen: Choices = ()
    page: int = 1
    soon: bool = False


@dataclass(frozen=True)
class Overdue:
    """`options` are what each facet offers, by code; `nothing` is the sentence that stands in the
    table's place when nothing is overdue."""

    heading: Heading
    options: Mapping[str, Mapping[str, str]]
    table: Table | None = None
    chips: tuple[Chip, ...] = ()
    ways: tuple[tuple[str, Link], ...] = ()
    pages: Paging = Paging()
    nothing: str = ""


def overdue(
    narrowed: Narrowed, asked: Asked, scene: Scene, offices: Mapping[str, str], *, reminds: bool
) -> Overdue:
    """The duties come oldest first and stay so inside a group; the longest group stands first.
    `offices` are the titles of those who direct, by code, with the holders where known; `reminds`:
    the reader may write to the units."""
    options = offered(narrowed)
    choices = tuple(chips(narrowed, asked))
    if not narrowed.kept:
        said = _NOTHING_CHOSEN if asked.chosen else _NOTHING
        head = heading(TITLE, _NONE, scene)
        return Overdue(head, options, chips=choices, nothing=said)
    pages = paging(len(narrowed.kept), LISTED, asked.page, lambda page: here(asked, page=page))
    groups = grouped(narrowed.kept, asked.grouping, offices)
    return Overdue(
        _heading(narrowed.kept, scene),
        options,
        overdue_table(groups, asked.grouping, offices, pages),
        choices,
        tuple(_ways(narrowed.kept, asked, reminds)),
        pages,
    )


def overdue_list(
    narrowed: Narrowed, asked: Asked, scene: Scene, offices: Mapping[str, str]
) -> tuple[Heading, Table]:
    """The same duties in the same order, all of them, for a workbook."""
    head = _heading(narrowed.kept, scene) if narrowed.kept else heading(TITLE, _NONE, scene)
    return head, flat_table(grouped(narrowed.kept, asked.grouping, offices), offices)


def back_to(chosen: Choices) -> Link:
    """The list that something else was opened from."""
    return Link(PAGE, chosen)


def _heading(kept: Sequence[Standing], scene: Scene) -> Heading:
    tasks = sum(one.obligation.task is not None for one in kept)
    units = {one.unit.code: one.unit.label for one in kept}
    at = next(iter(units.values())) if len(units) == 1 else f"{len(units)} đơn vị"
    longest = max(kept, key=lambda one: one.days_late)
    never = sum(not one.reminded for one in kept)
    return heading(
        TITLE,
        f"{len(kept)} việc quá hạn ở {at}",
        scene,
        f"{tasks} nhiệm vụ, {len(kept) - tasks} báo cáo",
        f"lâu nhất {longest.days_late} ngày: {longest.unit.label}",
        f"{never} việc chưa nhắc lần nào" if never else "việc nào cũng đã nhắc",
    )


def offered(narrowed: Narrowed) -> Mapping[str, Mapping[str, str]]:
    return {
        facet.name: {"": facet.everything}
        | {one.code: f"{one.words} ({one.count})" for one in narrowed.options[facet.name]}
        for facet in FACETS
    }


def chips(narrowed: Narrowed, asked: Asked) -> Iterator[Chip]:
    for name, label, words in chosen_words(narrowed, asked.chosen):
        yield Chip(f"{label}: {words}", here(asked, without=name))


def _ways(kept: Sequence[Standing], asked: Asked, reminds: bool) -> Iterator[tuple[str, Link]]:
    """What the reader can do with this very list."""
    never = sum(not one.reminded for one in kept)
    if 0 < never < len(kept):
        unreminded = (*asked.chosen, (REMINDED, NEVER_REMINDED))
        link = here(replace(asked, chosen=unreminded))
        yield f"Chỉ xem {never} việc chưa nhắc", link
    if reminds:
        yield "Soạn tin nhắc", Link(MESSAGE, asked.chosen)
    yield "Tải bảng tính", Link(FILE, (*asked.chosen, (GROUPING, asked.grouping)))


def here(asked: Asked, *, page: int = 1, without: str = "") -> Link:
    """This list with another page, or without one of its choices."""
    chosen = tuple((name, code) for name, code in asked.chosen if name != without)
    dropped = ((without, None),) if without else ()
    grouping = ((GROUPING, asked.grouping),) if asked.grouping != BY_UNIT else ()
    number = ((PAGE_NUMBER, str(page)),) if page > 1 else ()
    about = ((ABOUT, SOON),) if asked.soon else ()
    return Link(PAGE, (*chosen, *dropped, *about, *grouping, *number))
