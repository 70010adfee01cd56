"""How far a programme has come: each task and report, one of them unit by unit, or each unit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.long_lists import PAGE_NUMBER, Paging, paging
from dashboard.views.overview import KeyFigure
from dashboard.views.progress_items import BETWEEN, Item, items
from dashboard.views.progress_lists import (
    DOING_LIST,
    LISTS,
    MET_LIST,
    NOT_BEGUN_LIST,
    duties_table,
    listed,
)
from dashboard.views.progress_tables import (
    ITEM,
    OF_UNIT,
    PAGE,
    PROGRAMME,
    SHEET,
    by_unit,
    items_table,
    unit_rows,
    units_of_item,
    units_table,
)
from dashboard.views.stages import legend
from dashboard.views.table import Link, Part, Table
from data_access.queries.programme_progress import DutyProgress, ProgrammeProgress
from scoring.programmes import Programme
from scoring.stages import MET, Stage

TITLE = "Tiến độ chương trình"
SECTION, STAGE = "muc", "tinh-trang"
BY_TASK, BY_UNIT = "", "don-vi"
SECTIONS: Mapping[str, str] = {BY_TASK: "Theo nhiệm vụ", BY_UNIT: "Theo đơn vị"}
NO_PROGRAMME = (
    "Chưa có chương trình, kế hoạch nào. Đề nghị Tổ Giúp việc lập ở trang Chương trình, kế hoạch."
)
NOTHING_OWED = "Chương trình này không giao việc hoặc báo cáo nào cho đơn vị tại ngày xem."
NONE_SO_FAR = "Không có việc, báo cáo nào như vậy tại ngày xem."
UNKNOWN_ITEM = "Chương trình không có nhiệm vụ, báo cáo “{code}”. Đề nghị chọn trong bảng dưới đây."
_BACK = "Về toàn bộ chương trình"


@dataclass(frozen=True)
class Choice:
    """What the address chooses: a section, an item by its code, a page of a long list, the duties
    of one unit or those that have come so far (a name of LISTS)."""

    section: str = BY_TASK
    item: str = ""
    page: int = 1
    unit: str = ""
    stage: str = ""

    @property
    def task(self) -> str | None:
        """Number of the task whose details are wanted; that of a report is no task's."""
        return self.item.partition(BETWEEN)[0] or None


@dataclass(frozen=True)
class Progress:
    """`legend` says what the marks in the bars mean. `figures` of other bodies may be recorded, by
    key and words, for `units`."""

    heading: Heading
    strip: tuple[KeyFigure, ...] = ()
    said: tuple[str, ...] = ()
    back: tuple[str, Link] | None = None
    tables: tuple[Table, ...] = ()
    legend: tuple[Part, ...] = ()
    pages: Paging = Paging()
    figures: tuple[tuple[str, str], ...] = ()
    units: tuple[tuple[str, str], ...] = ()


def progress(
    found: ProgrammeProgress, choice: Choice, scene: Scene, labels: Mapping[str, str] | None = None
) -> Progress:
    """`labels`: names of units by code, for those whose duties others took over."""
    every = items(found)
    chosen = next((one for one in every if one.code == choice.item), None)
    if chosen is not None:
        return _one_item(found.programme, chosen, choice, scene, labels or {})
    if choice.unit or choice.stage in LISTS:
        return _duties(found, choice, scene, labels or {})
    unknown = (UNKNOWN_ITEM.format(code=choice.item),) if choice.item else ()
    if choice.section == BY_UNIT:
        return _by_unit(found, choice, scene, unknown)
    here = ((PROGRAMME, found.programme.code),)
    stages = [one.stage for one in found.duties]
    return Progress(
        _heading(found, scene),
        _strip(found, here),
        unknown or (() if every else (NOTHING_OWED,)),
        tables=tuple(items_table(every, PAGE, here)),
        legend=legend(stages),
    )


def nothing(scene: Scene) -> Progress:
    return Progress(heading(TITLE, "Chưa có chương trình", scene), said=(NO_PROGRAMME,))


def programme_name(programme: Programme) -> str:
    """ "03-KH/BCĐ: Kế hoạch thực hiện Quy chế dân chủ ở cơ sở năm 2022"."""
    return f"{programme.number}: {programme.title}" if programme.number else programme.title


def _heading(found: ProgrammeProgress, scene: Scene) -> Heading:
    programme = found.programme
    number = f"số {programme.number}" if programme.number else "chưa ghi số"
    return heading(TITLE, programme.title, scene, number)


def _one_item(
    programme: Programme, item: Item, choice: Choice, scene: Scene, labels: Mapping[str, str]
) -> Progress:
    here = ((PROGRAMME, programme.code), (ITEM, item.code))
    pages = paging(len(item.duties), SHEET, choice.page, partial(_page, here))
    shown = unit_rows(item)[pages.first : pages.last]
    said = f"đã xong {item.met}/{item.expected}" if item.expected else "không đơn vị nào phải làm"
    return Progress(
        heading(TITLE, item.title, scene, programme_name(programme), said),
        said=_about(item),
        back=(_BACK, Link(PAGE, ((PROGRAMME, programme.code),))),
        tables=(units_of_item(shown, labels),) if shown else (),
        pages=pages,
    )


def _duties(
    found: ProgrammeProgress, choice: Choice, scene: Scene, labels: Mapping[str, str]
) -> Progress:
    """One unit's, or those behind a figure."""
    code = found.programme.code
    asked = ((OF_UNIT, choice.unit), (STAGE, choice.stage))
    here = ((PROGRAMME, code), *(one for one in asked if one[1]))
    every = listed(found.duties, choice.unit, choice.stage)
    pages = paging(len(every), SHEET, choice.page, partial(_page, here))
    words = LISTS[choice.stage][0] if choice.stage in LISTS else "Việc, báo cáo"
    of = f" của {labels.get(choice.unit, choice.unit)}" if choice.unit else ""
    return Progress(
        heading(TITLE, f"{words}{of}: {len(every)}", scene, programme_name(found.programme)),
        said=() if every else (NONE_SO_FAR,),
        back=(_BACK, Link(PAGE, ((PROGRAMME, code),))),
        tables=(duties_table(every[pages.first : pages.last], labels),) if every else (),
        pages=pages,
    )


def _page(here: Sequence[tuple[str, str]], number: int) -> Link:
    return Link(PAGE, (*here, (PAGE_NUMBER, str(number))))


def _about(item: Item) -> tuple[str, ...]:
    """The words of the programme and who directs, each where there are any."""
    when = f"Thời gian ghi trong chương trình: “{item.when}”." if item.when else ""
    directs = f"Chỉ đạo: {item.directs}." if item.directs else ""
    source = f"Căn cứ: {item.source}." if item.source else ""
    nobody = "" if item.duties else NOTHING_OWED
    return tuple(words for words in (when, directs, source, nobody) if words)


def _by_unit(
    found: ProgrammeProgress, choice: Choice, scene: Scene, said: tuple[str, ...]
) -> Progress:
    here = ((PROGRAMME, found.programme.code), (SECTION, BY_UNIT))
    units = by_unit(found.duties)
    pages = paging(len(units), SHEET, choice.page, partial(_page, here))
    table = units_table(found, units[pages.first : pages.last])
    return Progress(
        _heading(found, scene),
        _strip(found, here),
        said or (() if units else (NOTHING_OWED,)),
        tables=(table,) if units else (),
        legend=legend(one.stage for one in found.duties),
        pages=pages,
        figures=tuple((one.key, f"{one.label} ({one.source})") for one in found.programme.figures),
        units=tuple((one.code, one.label) for one in units),
    )


def _strip(found: ProgrammeProgress, here: tuple[tuple[str, str], ...]) -> tuple[KeyFigure, ...]:
    owed = [one for one in found.duties if one.stage is not Stage.NOT_EXPECTED]
    if not owed:
        return ()
    to = {name: Link(PAGE, (*here[:1], (STAGE, name))) for name in LISTS}
    late = _of(owed, Stage.OVERDUE)
    overdue = Link("qua-han", ((PROGRAMME, found.programme.code),))
    return (
        _met(owed, to[MET_LIST]),
        KeyFigure(
            "Đang triển khai",
            str(len(_of(owed, Stage.DOING))),
            "theo báo cáo tiến độ mới nhất của đơn vị",
            to[DOING_LIST],
        ),
        _not_begun(owed, to[NOT_BEGUN_LIST]),
        KeyFigure("Quá hạn chưa xong", str(len(late)), _longest(late), overdue, alarm=bool(late)),
    )


def _of(duties: list[DutyProgress], *stages: Stage) -> list[DutyProgress]:
    return [one for one in duties if one.stage in stages]


def _met(owed: list[DutyProgress], link: Link) -> KeyFigure:
    late = len(_of(owed, Stage.DONE_LATE))
    words = f"trong đó {late} việc xong trễ" if late else "không việc nào xong trễ"
    return KeyFigure("Việc, báo cáo đã xong", f"{len(_of(owed, *MET))} / {len(owed)}", words, link)


def _not_begun(owed: list[DutyProgress], link: Link) -> KeyFigure:
    unsaid = len(_of(owed, Stage.UNSAID))
    words = f"trong đó {unsaid} việc chưa có báo cáo nào nói tới" if unsaid else "đều đã có báo cáo"
    count = len(_of(owed, Stage.NOT_STARTED, Stage.UNSAID))
    return KeyFigure("Chưa triển khai", str(count), words if count else "không còn việc nào", link)


def _longest(late: list[DutyProgress]) -> str:
    if not late:
        return "không có việc quá hạn"
    worst = max(late, key=lambda one: one.standing.days_late).standing
    return f"lâu nhất {worst.days_late} ngày: {worst.unit.label}"
