"""Nhắc việc: the mails of a day, the book of all that was said, and who receives mail."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.table import Cell, Column, Link, Row, Shape, Table
from dashboard.wording import StateWords, day_text, moment_text
from data_access.accounts import SEES_ALL, Role
from data_access.reminders import Delivery, Notice, Reminder, Way
from scoring.digests import Audience

TITLE = "Nhắc việc"
MAILS, BOOK, RECIPIENTS = "thu-trong-ngay", "nhat-ky", "nguoi-nhan"
SECTIONS = {MAILS: "Thư trong ngày", BOOK: "Nhật ký nhắc việc", RECIPIENTS: "Người nhận thư"}
# How far back the book is opened.
SHOWN_DAYS = timedelta(days=92)
_MOST_ROWS = 300

NOTHING_TODAY = "Ngày này không có thư nào phải gửi: không việc nào đến nấc nhắc việc."
NOTHING_SAID = "Chưa có lần nhắc việc nào trong ba tháng tính đến ngày xem."
LADDER = (
    "Nhắc trước hạn 7, 3, 1 ngày và đúng ngày cuối; quá hạn thì nhắc sau 1, 3, 7 ngày, rồi cứ 7 "
    "ngày một lần. Mỗi địa chỉ mỗi ngày nhiều nhất một thư; không có việc thì không gửi."
)

AUDIENCES: Mapping[Audience, str] = {
    Audience.UNIT: "đơn vị",
    Audience.MEMBER: "thành viên Ban Chỉ đạo",
    Audience.LEADER: "lãnh đạo, Tổ Giúp việc",
}
WAYS: Mapping[Way, str] = {
    Way.MAIL: "thư điện tử",
    Way.ZALO: "Zalo",
    Way.PHONE: "điện thoại",
}
DELIVERIES: Mapping[Delivery, StateWords] = {
    Delivery.SENT: StateWords("đã gửi", "●", "#2F6B4F", "#E4EFE8"),
    Delivery.PENDING: StateWords("chưa gửi", "○", "#4A5568", "#EDEFF2"),
    Delivery.FAILED: StateWords("chưa gửi được", "◐", "#8A5A00", "#FBF0D9"),
}
_FORESEEN = StateWords("dự kiến", "–", "#6B6459", "#FFFFFF", bordered=True)


@dataclass(frozen=True)
class Letter:
    """One that is read in full beneath the table."""

    title: str
    text: str


@dataclass(frozen=True)
class Reminders:
    """One section of the page. `units` and `users` are whom the reader may add an address for,
    `removable` the addresses he may take off, by number. `unsent`: how many mails of the day he may
    send again."""

    heading: Heading
    code: str
    sections: Mapping[str, str]
    said: str
    table: Table | None
    letter: Letter | None = None
    unsent: int = 0
    units: Mapping[str, str] = field(default_factory=dict)
    users: Mapping[str, str] = field(default_factory=dict)
    removable: Mapping[str, str] = field(default_factory=dict)


def sections_for(role: Role) -> Mapping[str, str]:
    """What is foreseen is the secretariat's and the leaders' to know."""
    return {code: words for code, words in SECTIONS.items() if role in SEES_ALL or code != MAILS}


def mails_heading(planned: int, kept: Sequence[Reminder], scene: Scene) -> Heading:
    sent = sum(one.delivery is Delivery.SENT for one in kept)
    failed = sum(one.delivery is Delivery.FAILED for one in kept)
    counted = [(planned, "dự kiến"), (sent, "đã gửi"), (failed, "chưa gửi được")]
    said = ", ".join(f"{count} thư {words}" for count, words in counted if count)
    return heading(TITLE, said or "Không có thư phải gửi", scene)


def mails_table(planned: Sequence[Notice], kept: Sequence[Reminder]) -> Table | None:
    """The day's mails as kept, then those that the ladder says and nobody has sent yet."""
    rows = [_kept_row(one) for one in kept] + [_foreseen_row(one) for one in planned]
    columns = (Column("Người nhận"), Column("Thư"), Column("Số việc", number=True), _STATE)
    return Table(columns, tuple(rows), shape=Shape.STACKED, notes=(LADDER,)) if rows else None


def foreseen(planned: Sequence[Notice], kept: Sequence[Reminder]) -> tuple[Notice, ...]:
    """Of the plan, what no mail of the day was written for."""
    written = {one.notice.address for one in kept}
    return tuple(one for one in planned if one.address not in written)


def book_heading(kept: Sequence[Reminder], scene: Scene) -> Heading:
    by_hand = sum(one.way is not Way.MAIL for one in kept)
    title = f"{len(kept)} lần nhắc việc" if kept else "Chưa nhắc việc"
    said = f"{by_hand} lần ghi bằng tay" if by_hand else ""
    return heading(TITLE, title, scene, "ba tháng gần nhất", said)


def book_table(kept: Sequence[Reminder]) -> Table | None:
    """The latest first."""
    if not kept:
        return None
    columns = (
        Column("Ngày", unbroken=True),
        Column("Người nhận"),
        Column("Nội dung"),
        Column("Số việc", number=True),
        _STATE,
    )
    shown = kept[::-1][:_MOST_ROWS]
    left = len(kept) - len(shown)
    notes = (f"Còn {left} lần nhắc trước đó, không hiện ở đây.",) if left else ()
    rows = tuple(_book_row(one) for one in shown)
    return Table(columns, rows, shape=Shape.STACKED, notes=notes)


def letter_of(asked: str, kept: Sequence[Reminder], planned: Sequence[Notice]) -> Letter | None:
    """By number of a reminder, or by address of one that is foreseen."""
    for one in kept:
        if str(one.id) == asked:
            return Letter(_title(one.notice), one.notice.body)
    for notice in planned:
        if notice.address == asked:
            return Letter(_title(notice), notice.body)
    return None


def _title(notice: Notice) -> str:
    return notice.subject or notice.name


_STATE = Column("Tình trạng")


def _kept_row(one: Reminder) -> Row:
    return Row((_reader(one.notice), _subject(one), _count(one.notice), _delivery(one)))


def _foreseen_row(notice: Notice) -> Row:
    words = Cell(notice.subject, link=_reading(MAILS, notice.address))
    return Row((_reader(notice), words, _count(notice), Cell(state=_FORESEEN)))


def _book_row(one: Reminder) -> Row:
    when = Cell(day_text(one.day), detail=WAYS[one.way])
    return Row((when, _reader(one.notice), _said(one), _count(one.notice), _delivery(one)))


def _reader(notice: Notice) -> Cell:
    return Cell(notice.name, detail=notice.address or AUDIENCES[notice.audience])


def _subject(one: Reminder) -> Cell:
    return Cell(one.notice.subject, link=_reading(MAILS, str(one.id)))


def _said(one: Reminder) -> Cell:
    words = one.notice.subject or "Tin đã gửi"
    noted = f"{one.by} ghi" if one.way is not Way.MAIL else ""
    return Cell(words, link=_reading(BOOK, str(one.id)), detail=noted)


def _count(notice: Notice) -> Cell:
    return Cell(str(len(notice.duties)))


def _delivery(one: Reminder) -> Cell:
    said = one.error if one.delivery is Delivery.FAILED else moment_text(one.sent)
    return Cell(state=DELIVERIES[one.delivery], detail=said)


def _reading(section: str, asked: str) -> Link:
    return Link("nhac-viec", (("muc", section), ("thu", asked)))
