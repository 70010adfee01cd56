"""What makes a ranking official, and what a correction of it moved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.views.moved_units import NOBODY, class_text, rank_text, side, total_text
from dashboard.views.table import Cell, Column, Link, Row, Shape, Table
from dashboard.wording import day_text, moment_text
from data_access.queries.publications import Correction
from data_access.rankings import Publication, PublicationKind
from scoring.side_by_side import PlacePair

PAGE = "xep-loai"
KINDS: Mapping[PublicationKind, str] = {
    PublicationKind.FIRST: "",
    PublicationKind.ERRATUM: "Đính chính",
    PublicationKind.RERATING: "Đánh giá lại theo quyết định",
}
NOT_NUMBERED = "Chưa ghi số, ngày quyết định"


@dataclass(frozen=True)
class Official:
    """`lines` as label and words; `older` leads to what was published before; `moved` shows both
    ranks where it is a correction; `stands` until a later one corrects it."""

    lines: tuple[tuple[str, str], ...]
    stands: bool = True
    older: Link | None = None
    moved_said: str = ""
    moved: Table | None = None
    correction: Correction | None = None


def official(
    published: Publication,
    correction: Correction | None,
    later: Publication | None,
    labels: Mapping[str, str],
) -> Official:
    """`correction`: where this publication corrects one; `later`: the one that corrects it."""
    lines = tuple(_lines(published, correction, later))
    if correction is None:
        return Official(lines, later is None)
    older = Link(PAGE, (("cong-bo", str(correction.before.id)), ("unit", None)))
    table = moved_table(correction, labels)
    said = "" if table else NOBODY
    return Official(lines, later is None, older, said, table, correction)


def decision_words(published: Publication) -> str:
    """ "số 12-QĐ/BCĐ ngày 12/01/2023"; empty while it has none."""
    number = f"số {published.decision}" if published.decision else ""
    dated = f"ngày {day_text(published.decided_on)}" if published.decided_on else ""
    return " ".join(filter(None, (number, dated)))


def correction_words(correction: Correction) -> str:
    """Of which publication it is the correction, under which document, and why."""
    before = correction.before
    decision = decision_words(before)
    under = f"văn bản {decision}" if decision else f"công bố ngày {day_text(before.at.date())}"
    of = f"lần công bố số {before.number} ({under})"
    return f"{KINDS[correction.kind]} {of}: {correction.reason}"


def moved_table(correction: Correction, labels: Mapping[str, str]) -> Table | None:
    """Only the units that it changed anything for, both ranks side by side."""
    moved = correction.moved
    if not moved:
        return None
    columns = (
        Column("Đơn vị", unbroken=True),
        Column("Trước: xếp thứ", number=True),
        Column("Sau: xếp thứ", number=True),
        Column("Trước: tổng điểm", number=True),
        Column("Sau: tổng điểm", number=True),
        Column("Trước: xếp loại"),
        Column("Sau: xếp loại"),
    )
    rows = tuple(_row(one, labels) for one in moved)
    title = "Kết quả trước và sau đính chính"
    notes = (f"{len(correction.places) - len(moved)} đơn vị khác không thay đổi.",)
    return Table(columns, rows, title, shape=Shape.STACKED, notes=notes)


def _lines(
    published: Publication, correction: Correction | None, later: Publication | None
) -> Iterator[tuple[str, str]]:
    at = moment_text(published.at)
    yield "Công bố", f"lần số {published.number} của năm {published.at.year}, lúc {at}"
    yield "Quyết định, thông báo", decision_words(published) or NOT_NUMBERED
    if published.by:
        yield "Người công bố", published.by
    if correction is not None:
        yield "Đính chính", correction_words(correction)
    if later is not None:
        yield "Không còn hiệu lực", f"đã được thay bằng lần công bố số {later.number}"


def _row(one: PlacePair, labels: Mapping[str, str]) -> Row:
    before, after = one.before, one.after
    return Row(
        (
            Cell(labels.get(one.unit, one.name), link=Link(PAGE, (("unit", one.unit),))),
            Cell(side(before, rank_text)),
            Cell(side(after, rank_text), alarm=side(before, rank_text) != side(after, rank_text)),
            Cell(side(before, total_text)),
            Cell(side(after, total_text)),
            Cell(side(before, class_text)),
            Cell(side(after, class_text)),
        )
    )
