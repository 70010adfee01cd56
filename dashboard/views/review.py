"""Looking at what units handed in: what waits, and one return with all that is needed to judge."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from dashboard.views.evidence import evidence_table
from dashboard.views.feed import FeedEntry, feed
from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.issues import counted, issue_table
from dashboard.views.long_lists import PAGE_NUMBER, Paging, paging
from dashboard.views.names import Names
from dashboard.views.offer import cell_words, change_table
from dashboard.views.process import Story
from dashboard.views.receipts import ESTIMATE, head_lines, receipt_lines
from dashboard.views.table import ABSENT, Cell, Column, Link, Row, Shape, Table
from dashboard.wording import REVIEWS, moment_text, period_name
from data_access.document_heads import DocumentHead
from data_access.queries.returns import Preview, ReadValue, SubmissionEntry
from data_access.reviews import ReviewState
from scoring.forms import Mark
from scoring.periods import Period
from scoring.self_score import period_words

PAGE = "tham-tra"
TITLE = "Thẩm tra báo cáo"
NOTHING_WAITS = "Chưa có báo cáo nào được tiếp nhận trong kỳ này."
REPLACED = "Bản này đã được thay, không còn là bản đang dùng. Đề nghị mở bản mới nhất."
_LISTED, _WAITING_LISTED = 400, 100


@dataclass(frozen=True)
class Waiting:
    heading: Heading
    said: str
    table: Table | None
    pages: Paging = Paging()


@dataclass(frozen=True)
class Opened:
    """One return as its judge sees it. `cells` may be remarked on; `number` None: nothing
    can be decided, because it was replaced or by whoever looks."""

    heading: Heading
    said: str
    lines: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, Link], ...]
    issues: Table | None
    changes: Table | None
    values: Table | None
    evidence: Table | None
    feed: tuple[FeedEntry, ...]
    cells: tuple[tuple[str, str], ...]
    number: int | None
    mark: Mark
    # To the list and, while others wait, to the next of them.
    ways: tuple[tuple[str, Link], ...]


@dataclass(frozen=True)
class Case:
    """What the queries know of the return to be looked at."""

    preview: Preview
    values: Sequence[ReadValue]
    head: DocumentHead | None
    story: Story
    received: Sequence[SubmissionEntry] = ()


def waiting(
    entries: Sequence[SubmissionEntry],
    period: Period,
    names: Names,
    scene: Scene,
    form: str = "",
    page: int = 1,
) -> Waiting:
    """Not yet looked at first, as the query answers them; of a country they are tens of thousands,
    so they stand on pages. `form`: the only one that is asked for."""
    waits = sum(entry.review is ReviewState.NONE for entry in entries)
    title = f"{waits} báo cáo chưa thẩm tra" if entries else "Chưa có báo cáo"
    columns = (
        Column("Đơn vị"),
        Column("Biểu mẫu, kỳ"),
        Column("Nhận lúc"),
        Column("Cần xem lại"),
        Column("Thẩm tra"),
    )
    pages = paging(len(entries), _WAITING_LISTED, page, partial(_page, form))
    rows = tuple(_waiting_row(entry, names) for entry in entries[pages.first : pages.last])
    table = Table(columns, rows, shape=Shape.STACKED) if rows else None
    view = heading(TITLE, title, scene, period_words(period), f"{len(entries)} đã tiếp nhận")
    return Waiting(view, "" if rows else NOTHING_WAITS, table, pages)


def _page(form: str, number: int) -> Link:
    chosen = (("form", form),) if form else ()
    return Link(PAGE, (*chosen, (PAGE_NUMBER, str(number))))


def opened(case: Case, names: Names, scene: Scene, *, decides: bool) -> Opened:
    entry, story = case.preview.entry, case.story
    mark = story.mark
    stands = entry.in_force
    title = f"{names.unit(mark.unit)}: {names.form(mark.form)}"
    return Opened(
        heading(TITLE, title, scene, period_words(mark.period), REVIEWS[entry.review]),
        "" if stands else REPLACED,
        (
            ("Phiếu tiếp nhận", f"Số {entry.receipt}"),
            *receipt_lines(entry, names),
            *head_lines(case.head),
        ),
        _files(entry, case.preview),
        issue_table(entry.issues),
        _changes(case),
        value_table(case.values),
        evidence_table(story.attached, story.rows),
        feed(story.items, story.rows),
        tuple((value.key, f"{value.label} ({cell_words(value.cell)})") for value in case.values),
        entry.id if stands and decides else None,
        mark,
        tuple(_ways(case, names)),
    )


def _ways(case: Case, names: Names) -> Iterator[tuple[str, Link]]:
    yield "Về danh sách thẩm tra", Link(PAGE, (("bai", None),))
    number, form = case.preview.entry.id, case.story.mark.form
    waits = [one for one in case.received if one.review is ReviewState.NONE and one.id != number]
    # Those of the same form first: whoever has read one knows what to look for.
    following = min(waits, key=lambda one: one.form != form, default=None)
    if following is not None:
        words = f"Báo cáo chờ tiếp theo: {names.unit(following.unit)}, {names.form(following.form)}"
        yield words, Link(PAGE, (("bai", str(following.id)),))


def value_table(values: Sequence[ReadValue]) -> Table | None:
    """What was read, and beside it what was typed where the two differ."""
    if not values:
        return None
    columns = (Column("Ô"), Column("Nội dung"), Column("Đã đọc"), Column("Ghi trong tệp"))
    rows = tuple(
        Row(
            (
                Cell(cell_words(value.cell)),
                Cell(value.label),
                Cell(value.shown),
                Cell(value.typed if value.typed != value.shown else ""),
            )
        )
        for value in values[:_LISTED]
    )
    left = len(values) - len(rows)
    notes = (f"Còn {left} ô nữa trong tệp đã nộp.",) if left else ()
    return Table(columns, rows, f"{len(values)} nội dung đã đọc", shape=Shape.STACKED, notes=notes)


def _waiting_row(entry: SubmissionEntry, names: Names) -> Row:
    found = Link(PAGE, (("bai", str(entry.id)),))
    when = period_name(entry.period) if entry.period else ABSENT
    return Row(
        (
            Cell(names.unit(entry.unit), link=found),
            Cell(names.form(entry.form), detail=when),
            Cell(moment_text(entry.received), detail=ESTIMATE if entry.estimate else ""),
            Cell(counted(entry.issues) or ABSENT),
            Cell(REVIEWS[entry.review], alarm=entry.review is ReviewState.SENT_BACK),
        )
    )


def _changes(case: Case) -> Table | None:
    """Against the version it replaced, as its entry in the feed tells it."""
    number = case.preview.entry.id
    mine = [item for item in case.story.items if item.submission == number and item.changes]
    return change_table(mine[0].changes, "Thay đổi so với lần nộp trước") if mine else None


def _files(entry: SubmissionEntry, preview: Preview) -> tuple[tuple[str, Link], ...]:
    number = (("id", str(entry.id)),)
    links = [("Tải tệp đã nộp", Link("tep/bai-nop", number, keeps=False))]
    newest = preview.replaces
    if newest is not None and newest.id != entry.id:
        links.insert(0, ("Mở bản mới nhất", Link(PAGE, (("bai", str(newest.id)),))))
    return tuple(links)
