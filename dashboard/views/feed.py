"""What happened to one return, in order: versions, decisions, words, files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dashboard.views.offer import change_table
from dashboard.views.table import Table
from dashboard.wording import moment_text
from data_access.feeds import FeedItem, FeedKind

TITLE = "Quá trình"
_SAID = {
    FeedKind.HANDED_IN: "Nộp, phiếu tiếp nhận số {receipt}",
    FeedKind.ACCEPTED: "Chấp nhận phiếu số {receipt}",
    FeedKind.SENT_BACK: "Trả lại để sửa phiếu số {receipt}",
    FeedKind.WITHDRAWN: "Rút bản đã nộp, phiếu số {receipt}",
    FeedKind.COMMENT: "Ý kiến về phiếu số {receipt}",
    FeedKind.REOPENED: "Mở lại kỳ đã chốt số liệu",
    FeedKind.EVIDENCE: "Đính kèm tệp",
}


@dataclass(frozen=True)
class FeedEntry:
    """`remarks` as the answer's label and what is said of it."""

    title: str
    when: str
    who: str
    said: str
    remarks: tuple[tuple[str, str], ...]
    changes: Table | None
    alarm: bool


@dataclass(frozen=True)
class SentBack:
    """Why the version in force was returned to its unit."""

    title: str
    reason: str
    remarks: tuple[tuple[str, str], ...]


def feed(items: Sequence[FeedItem], rows: Mapping[str, str]) -> tuple[FeedEntry, ...]:
    """`rows` are the words of the rows that files are attached to."""
    receipts = {item.submission: item.text for item in items if item.kind is FeedKind.HANDED_IN}
    told = (replace(item, label=item.label and rows.get(item.label, item.label)) for item in items)
    return tuple(_entry(tuple(same), receipts) for _, same in groupby(told, _act))


def sent_back(items: Sequence[FeedItem], number: int | None) -> SentBack | None:
    """The last decision on the version in force, where it was to send it back."""
    acts = [tuple(same) for _, same in groupby(_decisions(items, number), _act)]
    if not acts or acts[-1][0].kind is not FeedKind.SENT_BACK:
        return None
    last = acts[-1]
    title = f"Trả lại để sửa lúc {moment_text(last[0].at)}, {last[0].who}"
    return SentBack(title, _whole(last), _remarks(last))


def _decisions(items: Sequence[FeedItem], number: int | None) -> Iterator[FeedItem]:
    for item in items:
        if item.submission == number and item.kind in (FeedKind.ACCEPTED, FeedKind.SENT_BACK):
            yield item


def _act(item: FeedItem) -> FeedItem:
    """What one act said of several cells belongs together."""
    if item.kind not in (FeedKind.SENT_BACK, FeedKind.ACCEPTED):
        return item
    return replace(item, key="", label="", text="", changes=())


def _entry(same: Sequence[FeedItem], receipts: dict[int | None, str]) -> FeedEntry:
    first = same[0]
    title = _SAID[first.kind].format(receipt=receipts.get(first.submission, ""))
    return FeedEntry(
        title,
        moment_text(first.at),
        first.who,
        "" if first.kind is FeedKind.HANDED_IN else _whole(same),
        _remarks(same),
        change_table(first.changes, "Thay đổi"),
        first.kind is FeedKind.SENT_BACK,
    )


def _whole(same: Sequence[FeedItem]) -> str:
    return " ".join(item.text for item in same if item.text and not _stands_at_a_row(item))


def _remarks(same: Sequence[FeedItem]) -> tuple[tuple[str, str], ...]:
    return tuple((item.label or item.key, item.text) for item in same if _stands_at_a_row(item))


def _stands_at_a_row(item: FeedItem) -> bool:
    return bool(item.key)
