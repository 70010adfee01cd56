"""Terms of the law on democracy at the grassroots, as data (docs/deadlines.md, section 4).

The wording of Law 97/2025/QH15 was not obtained: whoever shows these says that the text in force
has to be compared.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

XA, CO_QUAN, DOANH_NGHIEP = "xa", "co-quan", "doanh-nghiep"


class Count(StrEnum):
    WORKING = "working"
    CALENDAR = "calendar"
    MONTHS = "months"


class Relation(StrEnum):
    """AT_MOST: done within the days. AT_LEAST: lasts as long. AT_LEAST_BEFORE: announced as long
    before the anchor."""

    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    AT_LEAST_BEFORE = "at_least_before"


@dataclass(frozen=True)
class LegalDeadline:
    """`n` days or months from the anchor; one without an anchor comes again every `n` months.
    `inclusive`: the anchor's own day counts (Civil Code 2015, Article 147: it does not)."""

    key: str
    track: str
    what: str
    n: int
    count: Count
    relation: Relation
    anchor: str
    article: str
    in_force_from: date
    inclusive: bool = False


_WORKING, _CALENDAR, _MONTHS = Count.WORKING, Count.CALENDAR, Count.MONTHS
_MOST, _LEAST, _AHEAD = Relation.AT_MOST, Relation.AT_LEAST, Relation.AT_LEAST_BEFORE
_DECISION = "ngày có quyết định, văn bản về nội dung cần công khai"
_FIRST_POSTED, _FIRST_HEARD = "ngày đầu niêm yết, đăng tải", "ngày đầu phát thanh"
_FIRST_ASKED, _MEETING, _VOTE = "ngày đầu lấy ý kiến", "ngày họp", "ngày biểu quyết"
_RECEIPT, _REQUEST = "ngày nhận được quyết định", "ngày nhận được yêu cầu, kiến nghị"
_END_OF_YEAR, _END_OF_FINANCIAL_YEAR = "ngày kết thúc năm", "ngày kết thúc năm tài chính"


class _Source(NamedTuple):
    article: str
    in_force_from: date


def _law(article: str) -> _Source:
    return _Source(f"Điều {article} Luật số 10/2022/QH15", date(2023, 7, 1))


def _decree_59(article: str) -> _Source:
    return _Source(f"Điều {article} Nghị định số 59/2023/NĐ-CP", date(2023, 8, 15))


def _law_72(article: str) -> _Source:
    return _Source(f"Điều {article} Luật số 72/2025/QH15", date(2025, 7, 1))


# The law says that there is one, the decree how it is announced.
_CONFERENCE = _Source(f"{_law('33').article}; {_decree_59('11').article}", date(2023, 8, 15))


def _row(
    key: str,
    track: str,
    what: str,
    relation: Relation,
    n: int,
    count: Count,
    anchor: str,
    source: _Source,
) -> LegalDeadline:
    return LegalDeadline(key, track, what, n, count, relation, anchor, *source)


LEGAL_DEADLINES = (
    _row("disclose", XA, "công khai", _MOST, 5, _WORKING, _DECISION, _law("12.3")),
    _row("posted", XA, "niêm yết liên tục", _LEAST, 30, _CALENDAR, _FIRST_POSTED, _law("13.2")),
    _row(
        "loudspeaker", XA, "truyền thanh liên tục", _LEAST, 3, _CALENDAR, _FIRST_HEARD, _law("13.3")
    ),
    _row(
        "disclosed_list",
        XA,
        "cập nhật danh sách nội dung đã công khai theo quý",
        _MOST,
        3,
        _MONTHS,
        "",
        _law("13.2"),
    ),
    _row(
        "meeting_notice",
        XA,
        "báo họp cho hộ gia đình",
        _AHEAD,
        2,
        _CALENDAR,
        _MEETING,
        _decree_59("3"),
    ),
    _row(
        "village_decision_sent",
        XA,
        "gửi quyết định của cộng đồng dân cư",
        _MOST,
        5,
        _WORKING,
        _VOTE,
        _law("20.3"),
    ),
    _row(
        "village_decision_recognised",
        XA,
        "công nhận quyết định của cộng đồng dân cư",
        _MOST,
        5,
        _WORKING,
        _RECEIPT,
        _law("21.2"),
    ),
    _row(
        "consultation", XA, "lấy ý kiến dự thảo", _LEAST, 20, _CALENDAR, _FIRST_ASKED, _law("28.2")
    ),
    _row(
        "dialogue_notice",
        XA,
        "báo hội nghị trao đổi, đối thoại",
        _AHEAD,
        7,
        _CALENDAR,
        _MEETING,
        _law_72("43"),
    ),
    _row(
        "dialogue_result",
        XA,
        "thông báo kết quả trao đổi, đối thoại",
        _MOST,
        10,
        _CALENDAR,
        _MEETING,
        _law_72("43"),
    ),
    _row(
        "conference_notice",
        XA,
        "báo hội nghị cộng đồng dân cư",
        _AHEAD,
        5,
        _CALENDAR,
        _MEETING,
        _CONFERENCE,
    ),
    _row(
        "inspectorate_answer",
        XA,
        "trả lời Ban Thanh tra nhân dân",
        _MOST,
        15,
        _CALENDAR,
        _REQUEST,
        _law("40.1c"),
    ),
    _row(
        "investment_answer",
        XA,
        "trả lời Ban Giám sát đầu tư của cộng đồng",
        _MOST,
        15,
        _CALENDAR,
        _REQUEST,
        _law("45"),
    ),
    _row("disclose", CO_QUAN, "công khai", _MOST, 5, _WORKING, _DECISION, _law("47.2")),
    _row(
        "posted",
        CO_QUAN,
        "niêm yết, đăng mạng nội bộ liên tục",
        _LEAST,
        20,
        _CALENDAR,
        _FIRST_POSTED,
        _law("48"),
    ),
    _row(
        "conference",
        CO_QUAN,
        "hội nghị cán bộ, công chức, viên chức, người lao động",
        _MOST,
        3,
        _MONTHS,
        _END_OF_YEAR,
        _law("51"),
    ),
    _row(
        "check",
        CO_QUAN,
        "kiểm tra việc thực hiện, 6 tháng một lần",
        _MOST,
        6,
        _MONTHS,
        "",
        _law("52.3"),
    ),
    _row("disclose", DOANH_NGHIEP, "công khai", _MOST, 15, _CALENDAR, _DECISION, _law("65.2")),
    _row(
        "posted",
        DOANH_NGHIEP,
        "niêm yết, đăng mạng nội bộ liên tục",
        _LEAST,
        20,
        _CALENDAR,
        _FIRST_POSTED,
        _law("66"),
    ),
    _row(
        "conference",
        DOANH_NGHIEP,
        "hội nghị người lao động",
        _MOST,
        3,
        _MONTHS,
        _END_OF_FINANCIAL_YEAR,
        _law("69"),
    ),
    _row(
        "check",
        DOANH_NGHIEP,
        "kiểm tra việc thực hiện, 6 tháng một lần",
        _MOST,
        6,
        _MONTHS,
        "",
        _law("70"),
    ),
)
