"""*Của tôi* of a member or leader: the work he directs, and the units he follows."""

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass

from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.narrowing import OFFICE, UNIT, WORK, work_code
from dashboard.views.overdue import PAGE as OVERDUE
from dashboard.views.own_list import PAGE, TITLE
from dashboard.views.standing_words import NEVER, title_of
from dashboard.views.table import ABSENT, Cell, Column, Link, Row, Shape, Table
from dashboard.wording import day_text
from data_access.standings import Standing
from scoring.obligations import NOT_EXPECTED, State

NOBODY = (
    "Tài khoản này chưa gắn với chức danh hay địa bàn nào. Chọn một đơn vị để xem việc của đơn vị "
    "đó; Tổ Giúp việc gắn chức danh, địa bàn ở trang Đơn vị, chức danh, địa bàn."
)
_MET = (State.ON_TIME, State.LATE)


@dataclass(frozen=True)
class Mine:
    """Offices held on the day, by code with their titles, and the codes of the units followed."""

    offices: tuple[tuple[str, str], ...]
    followed: frozenset[str]


@dataclass(frozen=True)
class Directed:
    heading: Heading
    said: str
    works: Table | None
    units: Table | None


def directed(standings: Sequence[Standing], mine: Mine, scene: Scene) -> Directed:
    """`standings` are all duties as they stand on the day of view."""
    titles, held = dict(mine.offices), {code for code, _ in mine.offices}
    expected = [one for one in standings if one.state not in NOT_EXPECTED and not one.closed]
    own = [one for one in expected if held.intersection(one.offices)]
    theirs = [one for one in expected if one.unit.code in mine.followed]
    every = {id(one): one for one in (*own, *theirs)}.values()
    late = sum(one.state is State.OVERDUE for one in every)
    soon = sum(one.state is State.DUE_SOON for one in every)
    title = f"{late} việc quá hạn, {soon} việc sắp đến hạn"
    if not titles and not mine.followed:
        return Directed(heading(TITLE, "Chọn một đơn vị", scene), NOBODY, None, None)
    return Directed(
        heading(TITLE, title, scene, "; ".join(titles.values())),
        "",
        _works(own, held),
        _units(theirs),
    )


def _works(own: Sequence[Standing], held: Set[str]) -> Table | None:
    """A row for each task or report of a period, the ones with most overdue first."""
    columns = (
        Column("Việc"),
        Column("Quá hạn", number=True),
        Column("Sắp đến hạn", number=True),
        Column("Xong", number=True),
        Column("Lâu nhất (ngày)", number=True),
    )
    rows = tuple(_work(group, held) for group in _grouped(own, _work_key))
    return Table(columns, rows, "Việc tôi chỉ đạo", Shape.STACKED) if rows else None


def _work(group: Sequence[Standing], held: Set[str]) -> Row:
    first = group[0]
    office = next(code for code in first.offices if code in held)
    chosen = ((UNIT, None), (WORK, work_code(first)), (OFFICE, office))
    met = sum(one.state in _MET for one in group)
    late = _count(group, State.OVERDUE)
    return Row(
        (
            Cell(title_of(first), first.programme, link=Link(OVERDUE, chosen) if late else None),
            Cell(str(late or ABSENT), alarm=bool(late)),
            Cell(str(_count(group, State.DUE_SOON) or ABSENT)),
            Cell(f"{met}/{len(group)} đơn vị"),
            Cell(str(max(one.days_late for one in group if one.state is State.OVERDUE)))
            if late
            else Cell(ABSENT),
        )
    )


def _units(theirs: Sequence[Standing]) -> Table | None:
    columns = (
        Column("Đơn vị"),
        Column("Quá hạn", number=True),
        Column("Sắp đến hạn", number=True),
        Column("Lâu nhất (ngày)", number=True),
        Column("Nhắc gần nhất", number=True),
    )
    rows = tuple(_unit(group) for group in _grouped(theirs, lambda one: one.unit.code))
    return Table(columns, rows, "Đơn vị tôi theo dõi", Shape.STACKED) if rows else None


def _unit(group: Sequence[Standing]) -> Row:
    unit, late = group[0].unit, [one for one in group if one.state is State.OVERDUE]
    days = [day for one in late for day in one.reminded]
    reminded = day_text(max(days)) if days else NEVER if late else ABSENT
    return Row(
        (
            Cell(unit.label, link=Link(PAGE, ((UNIT, unit.code),))),
            Cell(str(len(late) or ABSENT), alarm=bool(late)),
            Cell(str(_count(group, State.DUE_SOON) or ABSENT)),
            Cell(str(max((one.days_late for one in late), default=ABSENT))),
            Cell(reminded),
        )
    )


def _grouped(
    standings: Sequence[Standing], key: Callable[[Standing], object]
) -> Iterator[Sequence[Standing]]:
    found: dict[object, list[Standing]] = {}
    for one in standings:
        found.setdefault(key(one), []).append(one)

    def most_overdue_first(group: Sequence[Standing]) -> tuple:
        words = group[0].unit.label
        return -_count(group, State.OVERDUE), -_count(group, State.DUE_SOON), words

    yield from sorted(found.values(), key=most_overdue_first)


def _work_key(one: Standing) -> tuple[str, str]:
    return f"{one.obligation.programme} {work_code(one)}", str(one.obligation.period)


def _count(group: Sequence[Standing], state: State) -> int:
    return sum(one.state is state for one in group)
