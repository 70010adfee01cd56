"""How codes, states, periods and moments are said in Vietnamese."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from viet_text_tools import vietnamese_sort_key

from dashboard.sentences import REFUSALS, SENTENCES
from data_access.feeds import FeedKind
from data_access.handing import Channel
from data_access.reviews import ReviewState
from data_access.score_decisions import DecisionKind
from scoring.issues import Issue, Where
from scoring.numbers import decimal_comma
from scoring.obligations import State
from scoring.periods import Period, parse_period
from scoring.refusals import Refused
from scoring.timing import Due, Timing
from scoring.timing_readings import Reading

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")

_FILE_KINDS = {
    "pdf": "tệp PDF",
    "text": "tệp văn bản thuần (csv, txt)",
    "html": "trang web (HTML)",
    "web_archive": "trang web lưu thành một tệp (MHT)",
    "xml_2003": "bảng tính XML 2003",
    "flat_ods": "tệp OpenDocument phẳng (.fods)",
    "old_excel": "bảng tính Excel đời cũ (trước Excel 97)",
    "word": "văn bản Word hoặc trình chiếu",
    "workbook": "bảng tính",
    "old_word": "văn bản Word đời cũ (.doc) hoặc tệp RTF",
    "image": "hình ảnh",
    "zip": "tệp nén",
    "unknown": "tệp không rõ loại",
}

_EXPECTED = {
    "mapping": "một nhóm khóa: giá trị",
    "list": "một danh sách",
    "text": "chữ (để trong dấu ngoặc kép)",
    "number": "số (dấu chấm thập phân)",
    "whole number": "số nguyên",
    "true/false": "true hoặc false",
    "date": "ngày dạng 2022-03-24",
    "key": "chữ thường không dấu, chữ số và dấu gạch dưới",
    "month-day": "ngày dạng tháng-ngày, ví dụ 12-15",
    "self-score form": (
        "mã biểu tự chấm: tu-cham, hoặc tu-cham-… (chữ thường không dấu, chữ số, dấu gạch nối)"
    ),
    "sign": "một phép tính, phép so sánh hoặc hết công thức",
    "word": "số (dấu chấm thập phân), tên số liệu, phép tính hoặc dấu ngoặc",
    "value": "một số, một tên số liệu hoặc dấu mở ngoặc",
    "condition": "một điều kiện (có so sánh), không phải một con số",
    "figure": "tên một số liệu; điểm của tiêu chí chỉ dùng được ở requires và chain",
    "function": "một hàm: min, max, abs, floor, ceil, round, if, reported, number, kps, kad",
    "points code": "mã tiêu chí đặt trong dấu ngoặc kép",
    "formula number": "một con số, không phải điều kiện hoặc chữ",
    "formula text": "chữ trong dấu ngoặc kép hoặc một đặc điểm attr.…",
    "places": "số chữ số thập phân ghi bằng số, từ 0 đến 10",
    "shallower": "ít lớp ngoặc, hàm lồng nhau hơn (tối đa 20 lớp)",
    "code": "mã gồm chữ không dấu, chữ số, dấu gạch nối, không có dấu cách",
    "sheet name": "tên trang tính Excel nhận được (tối đa 31 ký tự, không có [ ] : * ? / \\ ')",
}


_ASKED = {
    "number": "ghi số liệu; không có thì ghi 0",
    "count": "ghi số liệu; không có thì ghi 0",
    "points": "ghi điểm tự chấm; không đạt thì ghi 0",
    "yes_no": "chọn Có hoặc Không",
    "choice": "chọn một mục trong danh sách",
    "date": "ghi ngày/tháng/năm, ví dụ 05/4/2022",
    "text": "ghi nội dung",
}


class _Blanks(dict):
    """A sentence is never lost for want of one word."""

    def __missing__(self, key: str) -> str:
        return "…"


def sentence(issue: Issue) -> str:
    """What is wrong, with the value as typed, and what to do."""
    context = dict(issue.context)
    if "kind" in context:
        context["kind"] = _FILE_KINDS.get(context["kind"], context["kind"])
    if "period" in context:
        context["period"] = _period_or_text(context["period"])
    if "expected" in context:
        context["expected"] = _EXPECTED.get(context["expected"], context["expected"])
    if "asked" in context:
        context["asked"] = _ASKED[context["asked"]]
    for key in ("near", "suggestion"):
        if key in context:
            context[key] = f" Có phải là “{context[key]}”?" if context[key] else ""
    return SENTENCES[issue.code].format_map(_Blanks(context))


def capital(words: str) -> str:
    """As a sentence or an entry of a list begins."""
    return words[:1].upper() + words[1:]


def refusal(refused: Refused) -> str:
    context = dict(refused.context)
    if "kind" in context:
        context["kind"] = _FILE_KINDS.get(context["kind"], context["kind"])
    for key in ("period", "other_period"):
        if key in context:
            context[key] = _period_or_text(context[key])
    text = REFUSALS[refused.code].format_map(_Blanks(context))
    said = capital(text)
    if "line_of" in context:
        return f"{context['line_of']}, tiêu chí {context['line']}: {said}"
    return said


def place_of(where: Where) -> str:
    """Where it is, as an office would say it: trang tính, ô, tiêu chí; of a text file, its line."""
    if where.path:
        return re.sub(r"^line (?=\d+$)", "dòng ", where.path)
    parts = []
    if where.sheet:
        parts.append(f"Trang tính “{where.sheet}”")
    if where.cell:
        parts.append(f"ô {where.cell}")
    if where.label:
        parts.append(where.label)
    return ", ".join(parts) or "Cả tệp"


@dataclass(frozen=True)
class StateWords:
    """A state is never shown by colour alone: mark and word go with ink and ground."""

    word: str
    mark: str
    ink: str
    ground: str
    bordered: bool = False


STATES: Mapping[State, StateWords] = {
    State.ON_TIME: StateWords("đúng hạn", "●", "#2F6B4F", "#E4EFE8"),
    State.LATE: StateWords("nộp trễ", "◐", "#8A5A00", "#FBF0D9"),
    State.OVERDUE: StateWords("quá hạn", "▲", "#9B1C1F", "#F9E3E1"),
    State.DUE_SOON: StateWords("sắp đến hạn", "◔", "#8A5A00", "#FFFFFF", bordered=True),
    State.NOT_DUE: StateWords("chưa đến hạn", "○", "#4A5568", "#EDEFF2"),
    State.EXTENDED: StateWords("được gia hạn", "↷", "#1B4F8A", "#E6EEF6"),
    State.NOT_ARISEN: StateWords("không phát sinh", "–", "#6B6459", "#FFFFFF", bordered=True),
    State.EXEMPT: StateWords("không phải nộp", "–", "#6B6459", "#FFFFFF", bordered=True),
    State.NO_DEADLINE: StateWords("không có hạn", "–", "#6B6459", "#FFFFFF", bordered=True),
}

ROLES: Mapping[str, str] = {
    "member": "Ủy viên Ban Chỉ đạo",
    "leader": "Lãnh đạo Ban Chỉ đạo",
    "unit": "Đơn vị",
    "secretariat": "Tổ Giúp việc",
    "assessor": "Cơ quan thẩm định",
}

CHANNELS: Mapping[Channel, str] = {
    Channel.PAPER: "bản giấy",
    Channel.MAIL: "thư (bưu chính, thư điện tử)",
    Channel.SYSTEM: "hệ thống quản lý văn bản",
    Channel.ZALO: "Zalo",
    Channel.USB: "USB",
    Channel.OTHER: "cách khác",
}

REVIEWS: Mapping[ReviewState, str] = {
    ReviewState.NONE: "chưa thẩm tra",
    ReviewState.ACCEPTED: "đã chấp nhận",
    ReviewState.SENT_BACK: "trả lại để sửa",
}

FEED: Mapping[FeedKind, str] = {
    FeedKind.HANDED_IN: "nộp",
    FeedKind.ACCEPTED: "chấp nhận",
    FeedKind.SENT_BACK: "trả lại để sửa",
    FeedKind.WITHDRAWN: "rút bản đã nộp",
    FeedKind.COMMENT: "ý kiến",
    FeedKind.REOPENED: "mở lại kỳ đã chốt",
    FeedKind.EVIDENCE: "đính kèm",
}

DECISIONS: Mapping[DecisionKind, str] = {
    DecisionKind.CLASS: "mức xếp loại",
    DecisionKind.TIE: "trình tự các đơn vị bằng nhau",
    DecisionKind.RERATING: "chấm lại",
}

SOMETHING_BROKE = (
    "Có lỗi của hệ thống, việc vừa làm chưa được ghi. Đề nghị thử lại; nếu vẫn lỗi, "
    "báo Tổ Giúp việc mã {reference}."
)

QUARTERS = ("I", "II", "III", "IV")


def period_name(period: Period | str) -> str:
    """ "Quý III năm 2022" or "Năm 2022"."""
    known = parse_period(period) if isinstance(period, str) else period
    if known.quarter is None:
        return f"Năm {known.year}"
    return f"Quý {QUARTERS[known.quarter - 1]} năm {known.year}"


def _period_or_text(text: str) -> str:
    try:
        name = period_name(text)
    except ValueError:
        return text
    return name[:1].lower() + name[1:]


def day_text(day: date | None) -> str:
    return "" if day is None else f"{day:%d/%m/%Y}"


def moment_text(moment: datetime | None) -> str:
    return "" if moment is None else f"{moment.astimezone(HANOI):%H:%M ngày %d/%m/%Y}"


_READINGS: Mapping[Reading, str] = {
    Reading.YEAR: "hết ngày cuối năm",
    Reading.QUARTER: "hết ngày cuối quý",
    Reading.HALF_YEAR: "hết ngày cuối của sáu tháng",
    Reading.MONTH: "hết ngày cuối tháng",
    Reading.BEFORE_DAY: "trước ngày ghi, nên ngày cuối cùng đúng hạn là hôm trước",
    Reading.BY_DAY: "đến hết ngày ghi",
    Reading.RANGE: "đến hết ngày cuối của khoảng thời gian ghi",
    Reading.WITHIN: "kể từ ngày làm mốc, ngày ấy không tính",
    Reading.HALF_YEARLY: "sáu tháng một lần",
    Reading.QUARTERLY: "mỗi quý một lần",
    Reading.YEARLY: "mỗi năm một lần",
    Reading.MONTHLY: "hằng tháng, hệ thống không theo dõi từng tháng",
    Reading.ALWAYS: "việc thường xuyên",
    Reading.ON_REQUEST: "khi có yêu cầu",
    Reading.UNREAD: "chưa đọc được",
}


def with_period(title: str, period: str) -> str:
    """A form of a period; its title may name the period already ("Báo cáo năm 2023")."""
    return title if period.casefold() in title.casefold() else f"{title}, {period}"


def reading_text(timing: Timing) -> str:
    """How the printed words of a deadline were read, so that their author can object."""
    if timing.reading is Reading.NONE and not timing.by_hand:
        return "không ấn định thời gian, không có hạn"
    way = "hạn do người đọc ấn định" if timing.by_hand else _READINGS[timing.reading]
    if timing.reading is Reading.UNREAD and not timing.by_hand:
        return f"“{timing.printed}”: {way}, chưa tính hạn"
    printed = f"“{timing.printed}”: " if timing.printed else ""
    return f"{printed}{way}, {', '.join(map(read_day_text, timing.dues)) or 'không có hạn'}"


def read_day_text(due: Due) -> str:
    """The day that the words say, and the one chosen instead of it where it is a day off."""
    if due.printed is None or due.day is None or due.printed == due.day:
        return due_day_text(due)
    return f"{day_text(due.printed)} (ngày nghỉ), hạn được chọn là {day_text(due.day)}"


def due_day_text(due: Due) -> str:
    """The last day on time, until its hour where one is named."""
    return f"{due.hour:%H:%M} ngày {day_text(due.day)}" if due.hour else day_text(due.day)


def number_text(number: Decimal | None, places: int | None = None) -> str:
    return "" if number is None else decimal_comma(number, places)


def vietnamese_order(text: str) -> tuple:
    """Sort word by word ("Ba Tơ" before "Ban Dân vận") a ă â … d đ …, and numbers inside names by
    their value ("Khối 2" before "Khối 10")."""
    parts = re.findall(r"\d+|[^\d\s]+", text)
    return tuple(
        (0, int(part), ()) if part.isdecimal() else (1, 0, vietnamese_sort_key(part))
        for part in parts
    )
