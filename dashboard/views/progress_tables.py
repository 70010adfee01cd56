"""The tables of a programme's progress: by item, the units of one item, unit by unit."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.views.progress_items import Item, dues
from dashboard.views.progress_proof import proof
from dashboard.views.stages import STAGES, parts
from dashboard.views.standing_words import due_text, duty_link, first_due
from dashboard.views.table import ABSENT, Cell, Column, Link, Row, Shape, Table
from dashboard.views.tracks import track_order, track_words
from dashboard.wording import STATES, StateWords, day_text, number_text, vietnamese_order
from data_access.outside_figures import OutsideFigure
from data_access.queries.programme_progress import DutyProgress, ProgrammeProgress
from scoring.facts import Absent
from scoring.obligations import State
from scoring.stages import MET, Stage

# Rows on one page of units.
SHEET = 100
PAGE, PROGRAMME, ITEM, OF_UNIT = "tien-do", "chuong-trinh", "viec", "cua-don-vi"
_ABSENT = {
    Absent.NOT_ARISEN: "không phát sinh",
    Absent.NOT_APPLICABLE: "không áp dụng",
    Absent.NOT_REPORTED: "chưa có",
}
# Whoever is to be reminded stands first.
_ORDER = (
    Stage.OVERDUE,
    Stage.UNSAID,
    Stage.NOT_STARTED,
    Stage.DOING,
    Stage.DONE_LATE,
    Stage.DONE,
    Stage.NOT_EXPECTED,
)


def items_table(
    every: Sequence[Item], page: str, here: Sequence[tuple[str, str]]
) -> Iterator[Table]:
    """Tasks, then reports; each item leads to its units."""
    for title, kind in (("Nhiệm vụ", True), ("Báo cáo, biểu mẫu", False)):
        own = [one for one in every if one.is_task is kind]
        if own:
            yield _items(title, own, page, here)


def _items(title: str, every: Sequence[Item], page: str, here: Sequence[tuple[str, str]]) -> Table:
    columns = (
        Column(title, wide=True),
        Column("Chỉ đạo", minor=True),
        Column("Đã xong", number=True),
        Column("Các đơn vị đang ở đâu"),
    )
    tracks = {one.track for one in every}
    rows: list[Row] = []
    for position, one in enumerate(every):
        # The kinds of grassroots are worth a heading only where there are several.
        if len(tracks) > 1 and (not position or every[position - 1].track != one.track):
            rows.append(Row((Cell(track_words(one.track)),), heading=True))
        rows.append(_item_row(one, page, here))
    return Table(columns, tuple(rows), f"{len(every)} {title.lower()}", shape=Shape.STACKED)


def _item_row(one: Item, page: str, here: Sequence[tuple[str, str]]) -> Row:
    printed = f"“{one.when}”: " if one.when else ""
    return Row(
        (
            Cell(
                one.title,
                detail=printed + dues(one),
                link=Link(page, (*here, (ITEM, one.code))) if one.duties else None,
            ),
            Cell(one.directs or ABSENT),
            Cell(f"{one.met}/{one.expected}" if one.expected else ABSENT),
            Cell(
                "" if one.expected else "không đơn vị nào phải thực hiện",
                parts=parts(duty.stage for duty in one.duties),
            ),
        )
    )


def unit_rows(item: Item) -> tuple[DutyProgress, ...]:
    return tuple(sorted(item.duties, key=first_to_remind))


def units_of_item(shown: Sequence[DutyProgress], labels: Mapping[str, str]) -> Table:
    """`labels` name the units that ended, by code."""
    columns = (
        Column("Đơn vị"),
        Column("Tiến độ", unbroken=True),
        Column("Hạn", number=True),
        Column("Hoàn thành, nhận báo cáo", number=True),
        Column("Kết quả, tài liệu chứng minh", wide=True),
    )
    return Table(columns, tuple(_unit_row(one, labels) for one in shown), shape=Shape.STACKED)


def first_to_remind(one: DutyProgress) -> tuple[int, int, tuple]:
    standing = one.standing
    return _ORDER.index(one.stage), -standing.days_late, vietnamese_order(standing.unit.label)


def _unit_row(one: DutyProgress, labels: Mapping[str, str]) -> Row:
    standing = one.standing
    met = standing.completed_on or (standing.received.date() if standing.received else None)
    done = one.stage in MET and met is not None
    return Row(
        (
            Cell(standing.unit.label, link=duty_link(standing)),
            Cell(state=stage_words(one), detail=beside(one, labels)),
            Cell(due_text(standing), detail=first_due(standing)),
            Cell(day_text(met) if done else ABSENT),
            proof(one),
        )
    )


def stage_words(one: DutyProgress) -> StateWords:
    """Why nobody is expected: it did not arise, or the unit need not."""
    if one.stage is Stage.NOT_EXPECTED and one.standing.state is State.NOT_ARISEN:
        return STATES[State.NOT_ARISEN]
    return STAGES[one.stage]


def beside(one: DutyProgress, labels: Mapping[str, str]) -> str:
    """How late it is, how far the unit says it is, that it took the duty over, why it need not."""
    standing, said = one.standing, one.said
    late = {Stage.OVERDUE: "quá", Stage.DONE_LATE: "trễ"}.get(one.stage)
    unfinished = one.stage not in MET and said is not None and said.percent is not None
    before = standing.inherited_from or ""
    words = (
        f"{late} {standing.days_late} ngày" if late else "",
        f"làm được {number_text(said.percent)} %" if unfinished else "",
        f"nhận lại từ {labels.get(before, before)}" if before else "",
        standing.reason,
    )
    return ", ".join(part for part in words if part)


@dataclass(frozen=True)
class OfUnit:
    """All that one unit owes; `track` is the kind of grassroots the unit itself is."""

    code: str
    label: str
    track: str
    duties: tuple[DutyProgress, ...]


def by_unit(duties: Sequence[DutyProgress]) -> tuple[OfUnit, ...]:
    """The kinds of grassroots apart, in each the units in the order people look names up."""
    found: defaultdict[str, list[DutyProgress]] = defaultdict(list)
    for one in duties:
        found[one.standing.unit.code].append(one)
    every = (_of_unit(tuple(own)) for own in found.values())
    ordered = sorted(every, key=lambda one: (track_order(one.track), vietnamese_order(one.label)))
    return tuple(ordered)


def _of_unit(own: tuple[DutyProgress, ...]) -> OfUnit:
    unit = own[0].standing.unit
    return OfUnit(unit.code, unit.label, unit.attributes.get("track", ""), own)


def units_table(found: ProgrammeProgress, shown: Sequence[OfUnit]) -> Table:
    """Figures of other bodies stand beside, where the reader may see any."""
    keys = {key for _, key in found.figures}
    figures = [one for one in found.programme.figures if one.key in keys]
    columns = (
        Column("Đơn vị"),
        Column("Đã xong", number=True),
        Column("Quá hạn", number=True),
        Column("Các việc đang ở đâu"),
        *(Column(one.label, number=True) for one in figures),
    )
    rows: list[Row] = []
    several = len({one.track for one in shown}) > 1
    for position, one in enumerate(shown):
        if several and (not position or shown[position - 1].track != one.track):
            rows.append(Row((Cell(track_words(one.track)),), heading=True))
        rows.append(_row(one, found, [found.figures.get((one.code, each.key)) for each in figures]))
    sources = "; ".join(f"{one.label}: {one.source}" for one in figures if one.source)
    notes = (f"Số liệu do cơ quan khác cung cấp ({sources}).",) if sources else ()
    return Table(columns, tuple(rows), shape=Shape.STACKED, notes=notes)


def _row(one: OfUnit, found: ProgrammeProgress, figures: Sequence[OutsideFigure | None]) -> Row:
    stages = [duty.stage for duty in one.duties]
    expected = len(stages) - stages.count(Stage.NOT_EXPECTED)
    met = sum(stage in MET for stage in stages)
    late = stages.count(Stage.OVERDUE)
    own = ((PROGRAMME, found.programme.code), (OF_UNIT, one.code))
    link = Link("qua-han", (("unit", one.code), own[0]))
    return Row(
        (
            Cell(one.label, link=Link(PAGE, own)),
            Cell(f"{met}/{expected}" if expected else ABSENT),
            Cell(str(late), alarm=True, link=link) if late else Cell(ABSENT),
            Cell("" if expected else "không có việc phải làm", parts=parts(stages)),
            *map(_figure, figures),
        )
    )


def _figure(one: OutsideFigure | None) -> Cell:
    if one is None:
        return Cell(ABSENT)
    told = one.supplied
    value = told.value
    words = _ABSENT[value] if isinstance(value, Absent) else number_text(value)
    return Cell(words, detail=f"đến {day_text(told.as_of)}, {told.document}")
