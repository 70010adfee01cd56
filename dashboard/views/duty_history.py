"""What was done about one duty, in order: adopted, reminded, extended, handed in, sent back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from dashboard.views.table import Cell, Column, Link, Row, Shape, Table
from dashboard.wording import HANOI, day_text, number_text
from data_access.closings import ClosingKind
from data_access.exemptions import ExemptionKind
from data_access.progress_reports import TaskWords
from data_access.queries.duty_story import DutyStory, Handed
from data_access.reminders import Way
from scoring import progress
from scoring.periods import parse_period
from scoring.self_score import period_words

TITLE = "Quá trình"
_WAYS = {
    Way.MAIL: "Nhắc bằng thư điện tử",
    Way.ZALO: "Nhắc qua Zalo",
    Way.PHONE: "Nhắc qua điện thoại",
}
_EXEMPTED = {
    ExemptionKind.EXEMPT: "Ghi không phải thực hiện",
    ExemptionKind.LIFTED: "Bỏ miễn, lại phải thực hiện",
}
_TASK_STATES = {one.code: one.label for one in progress.STATES}
_FINISHED = (progress.DONE, progress.NOT_ARISEN)
_CLOSED = {ClosingKind.CLOSED: "Tổng kết chương trình", ClosingKind.REOPENED: "Mở lại chương trình"}


@dataclass(frozen=True)
class _Event:
    day: date
    what: str
    said: str = ""
    by: str = ""
    link: Link | None = None


def history(story: DutyStory, *, sees_files: bool) -> Table | None:
    """Oldest first. Files are linked for those who may open them."""
    events = sorted(_events(story, sees_files), key=lambda one: one.day)
    if not events:
        return None
    columns = (
        Column("Ngày", unbroken=True),
        Column("Việc"),
        Column("Nội dung"),
        Column("Ai"),
    )
    rows = tuple(
        Row((Cell(day_text(one.day)), Cell(one.what, link=one.link), Cell(one.said), Cell(one.by)))
        for one in events
    )
    return Table(columns, rows, TITLE, Shape.STACKED)


def _events(story: DutyStory, sees_files: bool) -> Iterator[_Event]:
    yield from _papers(story)
    for more in story.extensions:
        allowed = f"{more.grantor} cho phép" if more.grantor else ""
        said = "; ".join(words for words in (more.reason, allowed, more.decision) if words)
        yield _Event(more.granted_on, f"Gia hạn đến {day_text(more.until)}", said, more.by)
    for one in story.exemptions:
        said = "; ".join(words for words in (one.reason, one.document) if words)
        yield _Event(_day(one.at), _EXEMPTED[one.kind], said, one.by)
    for closing in story.closings:
        said = "; ".join(words for words in (closing.document, closing.reason) if words)
        yield _Event(closing.from_day, _CLOSED[closing.kind], said, closing.by)
    for told in story.reminders:
        yield _Event(told.day, _WAYS[told.way], by=told.by)
    for handed in story.returns:
        yield from _handed(handed, sees_files, of_task=bool(story.key.task))


def _papers(story: DutyStory) -> Iterator[_Event]:
    """The programme itself and each later text of it, where the day is known."""
    for number, version in enumerate(story.versions):
        adopted = version.programme.adopted
        if number == 0 and adopted:
            yield _Event(adopted, "Ban hành chương trình", version.programme.number)
        if number > 0 and version.in_force_from:
            yield _Event(version.in_force_from, "Sửa đổi, bổ sung chương trình", version.basis)


def _handed(one: Handed, sees_files: bool, *, of_task: bool) -> Iterator[_Event]:
    """A task is reported in the progress report of one period or another."""
    period = parse_period(one.period)
    what = f"Báo cáo tiến độ {period_words(period)}" if of_task else "Nộp báo cáo"
    link = Link("/tep/bai-nop", (("id", str(one.id)),), keeps=False) if sees_files else None
    receipt = f"phiếu tiếp nhận số {one.receipt}" if one.receipt else ""
    arrived = f"ngày đến {day_text(one.arrived)}" if one.arrived else ""
    told = _told(one.said) if one.said else ""
    said = "; ".join(words for words in (told, receipt, arrived) if words)
    yield _Event(_day(one.received), what, said, one.by, link)
    if one.sent_back:
        yield _Event(_day(one.sent_back), "Trả lại để sửa", receipt)
    if one.withdrawn:
        yield _Event(_day(one.withdrawn), "Rút bản đã nộp", receipt)


def _told(said: TaskWords) -> str:
    """ "Đang triển khai, làm được 80 %; khó khăn, đề xuất: thiếu kinh phí"."""
    state = _TASK_STATES.get(said.state, said.state)
    day = f" ngày {day_text(said.completed_on)}" if said.completed_on else ""
    unfinished = said.percent is not None and said.state not in _FINISHED
    percent = f", làm được {number_text(said.percent)} %" if unfinished else ""
    obstacle = f"khó khăn, đề xuất: {said.obstacle}" if said.obstacle else ""
    parts = (f"{state}{day}{percent}", said.result, obstacle)
    return "; ".join(words for words in parts if words)


def _day(moment: datetime) -> date:
    return moment.astimezone(HANOI).date()
