"""The criteria tables there are, one of them as people read it, and what a new file would bring."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.views.criteria_words import (
    Lines,
    about,
    in_force_words,
    issued_words,
    unit_kind_words,
    word_tables,
)
from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.issues import issue_table
from dashboard.views.table import Cell, Column, Link, Row, Shape, Table
from dashboard.wording import period_name, place_of, sentence
from data_access.queries.criteria import ReadTable, SetEntry
from scoring.criteria import CriteriaSet
from scoring.criteria_diff import Change
from scoring.issues import Issue

PAGE = "bang-tieu-chi"
TITLE = "Bảng tiêu chí"
ALL_TABLES = "Các bảng tiêu chí và thời gian có hiệu lực"
NO_TABLES = "Chưa nạp bảng tiêu chí nào."
SOUND = "Tệp đúng quy định. Đề nghị xem lại các điểm dưới đây và chấm thử trước khi nạp."
WRONG = "Tệp có nội dung phải sửa nên chưa nạp được."
IMPORTED = "Đã nạp “{title}”, phiên bản {version}."
AGREEING = "Tôi đã xem và vẫn nạp bảng này: {doubts}."
NO_DIFFERENCE = "Hai bản không khác nhau."
_IN_FORCE = "đang có hiệu lực"
_FILE = "tep/bang-tieu-chi"


@dataclass(frozen=True)
class Criteria:
    heading: Heading
    said: str
    table: Table | None
    may_import: bool


@dataclass(frozen=True)
class CriteriaPage:
    """One version: `lines` as label and words; `versions` are what it can be compared with, by
    name, itself first."""

    heading: Heading
    lines: Lines
    tables: tuple[Table, ...]
    files: tuple[tuple[str, Link], ...]
    back: Link
    versions: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Difference:
    said: str
    table: Table | None = None


@dataclass(frozen=True)
class Checked:
    """What a file would bring in. `text` None: it cannot be brought in; `agreeing`: what must be
    agreed to before it is, empty where nothing is doubtful; `done` is said once it is."""

    said: str
    issues: Table | None
    text: str | None = None
    lines: Lines = ()
    difference: Difference | None = None
    tables: tuple[Table, ...] = ()
    done: str = ""
    agreeing: str = ""


def criteria(entries: Sequence[SetEntry], scene: Scene, *, may_import: bool) -> Criteria:
    columns = (
        Column("Bảng tiêu chí", wide=True),
        Column("Căn cứ"),
        Column("Hiệu lực"),
        Column("Áp dụng cho"),
        Column("Đã dùng để công bố"),
    )
    rows = tuple(_entry_row(entry, scene.day) for entry in entries)
    table = Table(columns, rows, shape=Shape.STACKED) if rows else None
    said = "" if rows else NO_TABLES
    return Criteria(heading(TITLE, ALL_TABLES, scene), said, table, may_import)


def criteria_page(
    entry: SetEntry, entries: Sequence[SetEntry], units: Mapping[str, str], scene: Scene
) -> CriteriaPage:
    """`entries` are all versions of all tables; `units` are names by code."""
    table = entry.table
    used = _used(entry)
    named = (("bang", entry.name),)
    return CriteriaPage(
        heading(TITLE, table.title, scene, f"phiên bản {table.version}"),
        (*about(table, units), *((("Đã dùng để công bố", used),) if used else ())),
        word_tables(table, units),
        (
            ("Tải Excel", Link(_FILE, (*named, ("dang", "xlsx")), keeps=False)),
            ("Tải YAML", Link(_FILE, (*named, ("dang", "yaml")), keeps=False)),
        ),
        Link(PAGE, (("bang", None),)),
        _versions(entry, entries),
    )


def difference(changes: Sequence[Change]) -> Difference:
    if not changes:
        return Difference(NO_DIFFERENCE)
    columns = (
        Column("Mã", unbroken=True),
        Column("Thay đổi", unbroken=True),
        Column("Trước"),
        Column("Sau"),
    )
    rows = tuple(
        Row((Cell(one.code), Cell(one.what), Cell(one.before), Cell(one.after))) for one in changes
    )
    title = f"Khác nhau giữa hai bản: {len(changes)} điểm"
    return Difference("", Table(columns, rows, title, Shape.STACKED))


def checked(
    read: ReadTable,
    units: Mapping[str, str],
    before: CriteriaSet | None,
    changes: Sequence[Change],
) -> Checked:
    """`before` is the version it would follow, `changes` what it alters of that."""
    # One mistake that several readings of a cell find is told once.
    found = issue_table(_told_once(read.issues), " nữa.")
    table = read.table
    if table is None:
        return Checked(WRONG, found)
    return Checked(
        SOUND,
        found,
        read.text,
        (("Bảng tiêu chí", table.title), *about(table, units)),
        None if before is None else _against(before, changes),
        word_tables(table, units),
        IMPORTED.format(title=table.title, version=table.version),
        _agreeing(table, read.issues),
    )


def _told_once(issues: Sequence[Issue]) -> tuple[Issue, ...]:
    said = {(place_of(one.where), sentence(one)): one for one in issues}
    return tuple(said.values())


def _agreeing(table: CriteriaSet, issues: Sequence[Issue]) -> str:
    """The doubts are named above; what the table lacks on its face is said here."""
    count = len(_told_once(issues))
    doubts = [f"{count} nội dung cần xem lại nêu ở trên"] if issues else []
    if table.decision is None or not table.decision.number or not table.decision.day:
        doubts.append("bảng chưa đủ số, ngày văn bản ban hành")
    return AGREEING.format(doubts="; ".join(doubts)) if doubts else ""


def _against(before: CriteriaSet, changes: Sequence[Change]) -> Difference:
    found = difference(changes)
    named = f"So với phiên bản {before.version} đang lưu"
    if found.table is None:
        return Difference(f"{named}: không có thay đổi.")
    return Difference(f"{named}, tệp này có {len(changes)} thay đổi.", found.table)


def _entry_row(entry: SetEntry, day: date) -> Row:
    table = entry.table
    opened = Link(PAGE, (("bang", entry.name),))
    return Row(
        (
            Cell(table.title, link=opened, detail=f"Mã {table.code}, phiên bản {table.version}"),
            Cell(issued_words(table)),
            Cell(in_force_words(table), detail=_IN_FORCE if table.in_force_on(day) else ""),
            Cell(unit_kind_words(table)),
            Cell(_used(entry)),
        )
    )


def _used(entry: SetEntry) -> str:
    names = (period_name(period) for period in entry.published)
    return "; ".join(name[:1].lower() + name[1:] for name in names)


def _versions(entry: SetEntry, entries: Sequence[SetEntry]) -> tuple[tuple[str, str], ...]:
    """This one, then the other versions of the same table, newest first, then other tables."""
    others = [one for one in reversed(entries) if one.name != entry.name]
    own = [one for one in others if one.table.code == entry.table.code]
    rest = [one for one in others if one.table.code != entry.table.code]
    return tuple(
        (one.name, f"{one.table.code}, phiên bản {one.table.version}")
        for one in (entry, *own, *rest)
    )
