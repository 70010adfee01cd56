"""One programme as it counts on a day: what it rests on, who owes what by when, its texts."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.programme_tables import changes_table, reports_table, tasks_table
from dashboard.views.programmes import CODE, DRAFT, PAGE, TITLE, number_words
from dashboard.views.table import Cell, Column, Link, Row, Shape, Table
from dashboard.wording import day_text, moment_text
from data_access.queries.programmes import ProgrammeStory, VersionEntry
from scoring.programme_papers import Above
from scoring.programmes import Lateness, Programme
from scoring.timing import Before, Roll

Lines = tuple[tuple[str, str], ...]
_FILE = "tep/chuong-trinh"
_BEFORE = {
    Before.EXCLUDED: "không gồm ngày ghi (hạn là hôm trước)",
    Before.INCLUDED: "gồm cả ngày ghi",
}
_ROLL = {
    Roll.KEEP: "giữ nguyên ngày ghi",
    Roll.NEXT: "chuyển sang ngày làm việc liền sau",
    Roll.PREVIOUS: "chuyển về ngày làm việc liền trước",
}
_LATENESS = {Lateness.SERVER: "ngày hệ thống nhận", Lateness.ARRIVAL: "ngày đến"}
_CLOSED = "đã tổng kết, đóng"


@dataclass(frozen=True)
class ProgrammePage:
    """`related`: the programmes above and below; `numbered`: number and day are known;
    `amendable`: no draft of it is open;
    else `draft` is where it is."""

    heading: Heading
    code: str
    back: Link
    draft: Link
    lines: Lines
    related: tuple[tuple[str, Link], ...]
    files: tuple[tuple[str, Link], ...]
    tables: tuple[Table, ...]
    numbered: bool
    amendable: bool
    closed: bool
    may_make: bool


def programme_page(story: ProgrammeStory, scene: Scene, *, may_make: bool) -> ProgrammePage:
    found = story.programme
    tables = (
        tasks_table(found, story.readings, story.debts),
        reports_table(found, story.readings, story.debts),
        _versions(story.versions),
        *(_changes(one) for one in story.versions),
    )
    return ProgrammePage(
        heading(TITLE, found.title, scene, *([_CLOSED] if story.closed else [])),
        found.code,
        Link(PAGE, ((CODE, None),)),
        Link(PAGE, ((CODE, None), (DRAFT, found.code))),
        _lines(story),
        _related(story),
        _files(story),
        tuple(table for table in tables if table is not None),
        bool(found.number) and found.adopted is not None,
        not story.has_draft,
        story.closed,
        may_make,
    )


def _lines(story: ProgrammeStory) -> Lines:
    found = story.programme
    said = (
        ("Số, ngày", number_words(found)),
        ("Đơn vị ban hành", story.issuer),
        ("Triển khai", "; ".join(map(_above, found.under))),
        ("Sửa đổi, bổ sung", "; ".join(_amendments(found))),
        ("Nơi nhận báo cáo", "; ".join((*found.receivers, *_receivers(story)))),
        ("“Trước ngày”", _BEFORE[found.before]),
        ("Hạn vào ngày nghỉ", _ROLL[found.roll]),
        ("Nộp trễ tính theo", _LATENESS[found.lateness]),
        ("Bản trả lại để sửa", _sent_back(found)),
        *(("Lưu ý", f"{one.where}: {one.printed}. {one.note}") for one in found.flags),
        *(("Số liệu kèm theo", f"{one.label} ({one.source})") for one in found.figures),
        ("Mã", found.code),
    )
    return tuple((label, words) for label, words in said if words)


def _above(one: Above) -> str:
    dated = f" ngày {day_text(one.dated)}" if one.dated else ""
    of = f" của {one.issuer}" if one.issuer else ""
    return f"{one.number}{dated}{of}" + (f": {one.title}" if one.title else "")


def _amendments(found: Programme) -> Sequence[str]:
    return [
        f"{one.number}{f' ngày {day_text(one.dated)}' if one.dated else ''}"
        + (f": {one.summary}" if one.summary else "")
        for one in found.amendments
    ]


def _receivers(story: ProgrammeStory) -> Sequence[str]:
    """A unit that ended is named with whoever receives in its place."""
    said = []
    for name, now in story.receivers:
        if now == name:
            said.append(name)
        else:
            said.append(f"{name} (nay: {now})" if now else f"{name} (đã kết thúc hoạt động)")
    return said


def _sent_back(found: Programme) -> str:
    rule = found.sent_back
    if rule is None:
        return "không tính lại hạn"
    return f"{rule.days} {'ngày làm việc' if rule.working else 'ngày'} kể từ khi trả lại"


def _related(story: ProgrammeStory) -> tuple[tuple[str, Link], ...]:
    return (
        *(
            (f"Cấp trên: {title}", Link(PAGE, ((CODE, code),)))
            for code, title in story.above.items()
        ),
        *((f"Triển khai: {title}", Link(PAGE, ((CODE, code),))) for code, title in story.below),
    )


def _files(story: ProgrammeStory) -> tuple[tuple[str, Link], ...]:
    code = story.programme.code
    named = (("ma", code),)
    overdue = Link("qua-han", (("chuong-trinh", code), (CODE, None), (DRAFT, None)))
    return (
        ("Nhiệm vụ quá hạn", overdue),
        ("Tải Excel", Link(_FILE, (*named, ("dang", "xlsx")), keeps=False)),
        ("Tải YAML", Link(_FILE, (*named, ("dang", "yaml")), keeps=False)),
    )


def _versions(versions: Sequence[VersionEntry]) -> Table | None:
    """Only where there is more than one, or a reason to name."""
    if len(versions) < 2:
        return None
    columns = (
        Column("Bản", number=True),
        Column("Có hiệu lực từ"),
        Column("Căn cứ"),
        Column("Lưu"),
    )
    rows = tuple(
        Row(
            (
                Cell(str(one.number)),
                Cell(day_text(one.version.in_force_from) or "từ đầu"),
                Cell(one.version.basis or "bản đầu"),
                Cell(moment_text(one.version.imported)),
            )
        )
        for one in versions
    )
    return Table(columns, rows, f"Các bản: {len(rows)}", Shape.STACKED)


def _changes(one: VersionEntry) -> Table | None:
    title = f"Bản {one.number} thay đổi so với bản trước"
    return changes_table(one.changes, title) if one.changes else None
