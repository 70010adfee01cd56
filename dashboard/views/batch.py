"""Several files at once: what came of each, and how many can be handed in."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.views.issues import counted, marked_link
from dashboard.views.names import Names
from dashboard.views.offer import Confirmation, is_stale
from dashboard.views.table import ABSENT, Cell, Column, Link, Row, Shape, Table
from dashboard.wording import period_name
from data_access.queries.returns import Preview, SubmissionEntry

_PAGE = "nop-bao-cao"


@dataclass(frozen=True)
class Batch:
    table: Table
    confirmation: Confirmation | None


def batch(previews: Sequence[Preview], names: Names, *, arrival: bool) -> Batch:
    """What is to be confirmed by a person, file by file, is not handed in with the others."""
    clean = [one.entry for one in previews if _is_clean(one)]
    columns = (Column("Tệp"), Column("Biểu mẫu, kỳ"), Column("Đơn vị"), Column("Kết quả"))
    rows = tuple(_row(one, names) for one in previews)
    return Batch(
        Table(columns, rows, _counted(previews), shape=Shape.STACKED),
        _confirmation(previews, clean, arrival) if clean else None,
    )


def _is_clean(one: Preview) -> bool:
    return one.entry.offered and one.recognised is None and not is_stale(one)


def _confirmation(
    previews: Sequence[Preview], clean: Sequence[SubmissionEntry], arrival: bool
) -> Confirmation:
    return Confirmation(
        tuple(entry.id for entry in clean),
        f"Nộp {len(clean)} tệp hợp lệ",
        arrival=arrival,
        shown=tuple(one.entry.id for one in previews),
        file_names=tuple(entry.file_name for entry in clean),
    )


def _counted(previews: Sequence[Preview]) -> str:
    handed_in = sum(one.entry.accepted for one in previews)
    offered = sum(one.entry.offered and not is_stale(one) for one in previews)
    wrong = len(previews) - handed_in - offered
    said = (
        f"{len(previews)} tệp",
        f"{handed_in} đã tiếp nhận" if handed_in else "",
        f"{offered} chờ nộp" if offered else "",
        f"{wrong} chưa nhận được" if wrong else "",
    )
    return ", ".join(words for words in said if words)


def _row(one: Preview, names: Names) -> Row:
    entry, mark = one.entry, one.mark or one.recognised
    when = period_name(mark.period) if mark else ABSENT
    form = names.form(mark.form) if mark else "Không nhận ra biểu mẫu"
    return Row(
        (
            Cell(entry.file_name, link=Link(_PAGE, (("bai", str(entry.id)),))),
            Cell(form, detail=when),
            Cell(names.unit(mark.unit) if mark else ABSENT),
            _result(one, entry),
        )
    )


def _result(one: Preview, entry: SubmissionEntry) -> Cell:
    found = counted(entry.issues)
    if entry.accepted:
        return Cell(f"Phiếu tiếp nhận số {entry.receipt}", detail=found)
    if is_stale(one):
        return Cell("Bản đang dùng đã được thay", detail="Mở tệp để xem bản mới nhất", alarm=True)
    if one.recognised:
        return Cell("Cần xác nhận biểu, đơn vị, kỳ", detail="Mở tệp để xác nhận và nộp")
    if entry.offered:
        return Cell("Hợp lệ, chưa nộp", detail=found)
    marked = marked_link(entry)
    return Cell(found, detail="Chưa được tiếp nhận", link=marked[1] if marked else None, alarm=True)
