"""One return from first file to last word: its versions, what differs, its feed, its evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.views.evidence import evidence_table
from dashboard.views.feed import FeedEntry, feed
from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.names import Names
from dashboard.views.offer import change_table
from dashboard.views.receipts import ESTIMATE
from dashboard.views.submission import standing_words
from dashboard.views.table import Cell, Column, Link, Row, Shape, Table
from dashboard.wording import REVIEWS, moment_text
from data_access.evidence import Attachment
from data_access.feeds import FeedItem
from data_access.queries.returns import Change, SubmissionEntry
from data_access.reviews import ReviewState
from scoring.forms import Mark
from scoring.self_score import period_words

PAGE = "qua-trinh"
TITLE = "Quá trình báo cáo"
CHOOSE_A_UNIT = "Chọn đơn vị ở ô Đơn vị để xem các lần nộp, ý kiến và minh chứng."
NOTHING_YET = "Chưa có lần nộp nào được tiếp nhận cho biểu và kỳ này."
_NO_DIFFERENCE = "Hai lần nộp này có số liệu giống nhau."


@dataclass(frozen=True)
class Story:
    """What the queries know of one return."""

    mark: Mark
    versions: Sequence[SubmissionEntry]
    items: Sequence[FeedItem]
    attached: Sequence[Attachment]
    rows: Mapping[str, str]


@dataclass(frozen=True)
class Process:
    """`versions_by_number` can be compared; the version in force
    can be withdrawn and spoken about."""

    heading: Heading
    instead: str = ""
    forms: tuple[tuple[str, str], ...] = ()
    mark: Mark | None = None
    submit: Link | None = None
    said: str = ""
    versions: Table | None = None
    versions_by_number: tuple[tuple[str, str], ...] = ()
    feed: tuple[FeedEntry, ...] = ()
    evidence: Table | None = None
    rows: tuple[tuple[str, str], ...] = ()
    may_speak_on: int | None = None
    may_act: bool = False

    @property
    def form(self) -> str:
        return self.mark.form if self.mark else ""


@dataclass(frozen=True)
class Difference:
    said: str
    table: Table | None


def process(
    story: Story, forms: Mapping[str, str], names: Names, scene: Scene, *, may_act: bool
) -> Process:
    """`forms` are those the unit owes in the period."""
    mark = story.mark
    handed_in = [entry for entry in story.versions if entry.accepted]
    in_force = next((entry.id for entry in handed_in if entry.in_force), None)
    named = (("form", mark.form), ("unit", mark.unit), ("period", str(mark.period)), ("bai", None))
    return Process(
        heading(TITLE, names.unit(mark.unit), scene, period_words(mark.period)),
        forms=tuple(forms.items()),
        mark=mark,
        submit=Link("nop-bao-cao", named) if may_act else None,
        said="" if handed_in else NOTHING_YET,
        versions=version_table(handed_in, names),
        versions_by_number=tuple((str(one.id), _called(one)) for one in handed_in),
        feed=feed(story.items, story.rows),
        evidence=evidence_table(story.attached, story.rows),
        rows=tuple(story.rows.items()),
        may_speak_on=in_force if may_act else None,
        may_act=may_act,
    )


def instead(words: str, title: str, scene: Scene) -> Process:
    return Process(heading(TITLE, title, scene), words)


def difference(changes: Sequence[Change]) -> Difference:
    table = change_table(tuple(changes), "Khác nhau giữa hai lần nộp")
    return Difference("" if table else _NO_DIFFERENCE, table)


def version_table(entries: Sequence[SubmissionEntry], names: Names) -> Table | None:
    if not entries:
        return None
    columns = (
        Column("Phiếu tiếp nhận"),
        Column("Nhận lúc"),
        Column("Tình trạng"),
        Column("Tệp đã nộp"),
    )
    rows = tuple(_version_row(entry, names) for entry in entries)
    return Table(columns, rows, "Các lần nộp", shape=Shape.STACKED)


def _version_row(entry: SubmissionEntry, names: Names) -> Row:
    opened = Link("nop-bao-cao", (("bai", str(entry.id)),))
    stored = Link("tep/bai-nop", (("id", str(entry.id)),), keeps=False)
    reviewed = "" if entry.review is ReviewState.NONE else REVIEWS[entry.review]
    return Row(
        (
            Cell(f"Số {entry.receipt}", link=opened, detail=ESTIMATE if entry.estimate else ""),
            Cell(moment_text(entry.received), detail=names.sender(entry)),
            Cell(standing_words(entry), detail=reviewed),
            Cell(entry.file_name, link=stored),
        ),
        chosen=entry.in_force,
    )


def _called(entry: SubmissionEntry) -> str:
    return f"Số {entry.receipt}, {moment_text(entry.received)}"
