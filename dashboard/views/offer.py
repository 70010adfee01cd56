"""A file that was read and not handed in yet: what it says, what it changes, what is wrong."""

from dataclasses import dataclass

from dashboard.views.issues import counted, issue_table, marked_link, original_link
from dashboard.views.names import Names
from dashboard.views.table import ABSENT, Cell, Column, Link, Row, Shape, Table
from dashboard.wording import moment_text, period_name
from data_access.queries.returns import Change, Preview
from scoring.forms import Mark
from scoring.issues import has_errors

SHOWN = 50
HAND_IN = "Nộp"
_NEW = "Chưa có bản nào được nộp cho kỳ này."
_SAME = "Không số liệu nào khác bản đang dùng."
_COMPARED = "Thay đổi so với bản đang dùng"
_STALE = (
    "Từ lúc đọc tệp này, bản đang dùng đã được thay. Đề nghị xem bản mới nhất, rồi chọn lại tệp "
    "để nộp nếu vẫn cần."
)


@dataclass(frozen=True)
class Confirmation:
    """What one press hands in. `confirmed`: the identity the person vouches for by pressing;
    `arrival`: the day and way a paper came in may be written down; `estimate`: figures may be
    marked as ước. `shown` are all files the address names, `file_names` those of `numbers`."""

    numbers: tuple[int, ...]
    button: str = HAND_IN
    question: str = ""
    confirmed: Mark | None = None
    arrival: bool = False
    estimate: bool = True
    shown: tuple[int, ...] = ()
    file_names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Offer:
    """`lines` as label and words; `said`: what becomes of the version in force."""

    title: str
    lines: tuple[tuple[str, str], ...]
    said: str
    changes: Table | None
    issues: Table | None
    files: tuple[tuple[str, Link], ...]
    confirmation: Confirmation | None


def offer(preview: Preview, names: Names, *, arrival: bool) -> Offer:
    """`arrival`: whoever looks enters what came in on paper, by mail or by another system."""
    entry = preview.entry
    clean = not has_errors(entry.issues)
    return Offer(
        "Xem lại trước khi nộp" if clean else "Tệp chưa nộp được",
        _lines(preview, names),
        _said(preview),
        change_table(preview.changes, _COMPARED),
        issue_table(entry.issues),
        _files(preview),
        None if not clean or is_stale(preview) else _confirmation(preview, names, arrival),
    )


def is_stale(preview: Preview) -> bool:
    """Another version has come in since the file was read: what was shown no longer holds."""
    current = preview.replaces.id if preview.replaces else None
    return preview.entry.offered and preview.entry.replaces != current


def change_table(changes: tuple[Change, ...], title: str) -> Table | None:
    """Old and new of each cell: the first fifty, and how many there are."""
    if not changes:
        return None
    columns = (Column("Ô"), Column("Nội dung"), Column("Trước"), Column("Sau"))
    rows = tuple(_change_row(one) for one in changes[:SHOWN])
    left = len(changes) - len(rows)
    notes = (f"Còn {left} thay đổi nữa.",) if left else ()
    return Table(columns, rows, f"{title}: {len(changes)} ô", shape=Shape.STACKED, notes=notes)


def _change_row(one: Change) -> Row:
    return Row(
        (
            Cell(cell_words(one.cell)),
            Cell(one.label),
            Cell(one.old or ABSENT),
            Cell(one.new or ABSENT),
        )
    )


def cell_words(cell: str) -> str:
    """ "Biểu II!G8" as an office says it."""
    sheet, _, place = cell.rpartition("!")
    return f"{sheet}, ô {place}" if sheet else place or ABSENT


def _lines(preview: Preview, names: Names) -> tuple[tuple[str, str], ...]:
    mark, changed = preview.mark or preview.recognised, len(preview.changes)
    lines = (
        ("Tệp", preview.entry.file_name),
        ("Biểu mẫu", names.form(mark.form) if mark else ""),
        ("Đơn vị", names.unit(mark.unit) if mark else ""),
        ("Kỳ báo cáo", period_name(mark.period) if mark else ""),
        ("Đã đọc", f"{preview.read} nội dung trả lời" if preview.read else ""),
        ("Thay đổi", f"{changed} ô so với bản đang dùng" if changed else ""),
        ("Nhận xét", counted(preview.entry.issues)),
    )
    return tuple((label, words) for label, words in lines if words)


def _said(preview: Preview) -> str:
    before = preview.replaces
    if is_stale(preview):
        return _STALE
    if before is None:
        return _NEW if preview.entry.offered else ""
    kept = f"Thay cho phiếu tiếp nhận số {before.receipt}, nhận lúc {moment_text(before.received)}."
    return kept if preview.changes else f"{kept} {_SAME}"


def _files(preview: Preview) -> tuple[tuple[str, Link], ...]:
    entry = preview.entry
    links = (_newest_link(preview), marked_link(entry), original_link(entry))
    return tuple(link for link in links if link)


def _newest_link(preview: Preview) -> tuple[str, Link] | None:
    if not is_stale(preview) or preview.replaces is None:
        return None
    return ("Xem bản mới nhất", Link("nop-bao-cao", (("bai", str(preview.replaces.id)),)))


def _confirmation(preview: Preview, names: Names, arrival: bool) -> Confirmation:
    found = preview.recognised
    if found is None:
        return Confirmation((preview.entry.id,), arrival=arrival)
    return Confirmation(
        (preview.entry.id,),
        "Đúng, nộp",
        f"Bảng tính không còn dấu nhận dạng. Có phải là {names.of_mark(found)}?",
        found,
        arrival=arrival,
    )
