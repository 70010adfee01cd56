"""Returns written by hand, as the queries give them."""

from datetime import datetime

from dashboard.views.names import Names
from data_access.feeds import FeedItem, FeedKind
from data_access.moments import HANOI
from data_access.queries.returns import Change, Preview, SubmissionEntry
from scoring.forms import Mark
from scoring.issues import Code, Issue, Where, issue
from tests.dashboard.views.standings_by_hand import QUARTER

AT = datetime(2022, 10, 11, 9, 5, tzinfo=HANOI)
NAMES = Names({"tu-cham": "Bảng tự chấm điểm"}, {"a": "Huyện A"})
MARK = Mark("tu-cham", "1", "a", QUARTER)
ENTRY = SubmissionEntry(
    7,
    "bieu.xlsx",
    "ab" * 32,
    True,
    True,
    "0007/2022/PTN",
    AT,
    AT,
    "tu-cham",
    "a",
    QUARTER,
    "Ban Chỉ đạo A",
    (),
)
MISSING = issue(Where("Biểu 01", "D17", "Số hồ sơ"), Code.MISSING_VALUE, heading="Số liệu")
CHANGE = Change("1.in_period", "Số vụ", "Biểu 01!D17", "3", "5")


def offered(
    number: int = 9,
    *,
    replaces: SubmissionEntry | None = None,
    compared_with: int | None = None,
    recognised: Mark | None = None,
    changes: tuple[Change, ...] = (),
    issues: tuple[Issue, ...] = (),
    clean: bool = True,
) -> Preview:
    """`replaces` is in force now, `compared_with` was when the file was read."""
    entry = SubmissionEntry(
        number,
        f"bieu-{number}.xlsx",
        "cd" * 32,
        False,
        False,
        None,
        AT,
        AT,
        "tu-cham",
        "a",
        QUARTER,
        "Ban Chỉ đạo A",
        issues,
        offered=clean,
        replaces=compared_with,
    )
    return Preview(entry, MARK, 12, changes, replaces, recognised)


def item(kind: FeedKind, text: str = "", key: str = "", submission: int = 7) -> FeedItem:
    return FeedItem(AT, AT, "Tổ Giúp việc", kind, submission, key, key and "Số vụ", text)
