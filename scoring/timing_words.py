"""What printed words say of time. Knows words and periods, no rules about days off.

Every phrase that speaks of time is taken out of the words, one after another; what is left must not
speak of time any more, and what was found must be one thing.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from scoring.periods import Period
from scoring.timing_left import SIGN, judged
from scoring.timing_readings import Question, Reading
from scoring.timing_tokens import DAY, HOUR, MIDNIGHT, Named, Words, words_of
from scoring.timing_weekdays import contradicts, without_weekdays

_LONGEST_DAYS = 366


@dataclass(frozen=True)
class Mention:
    """One thing said of time. `day`: the day named; of "trước ngày D" (`half_open`) D itself, of
    "kể từ ngày D" the anchor. `ends`: the last day of a month. `count` and `working`: of "trong n
    ngày (làm việc)". `unknown`: words beside it that were not understood."""

    reading: Reading
    day: date | None = None
    half_open: bool = False
    hour: time | None = None
    period: Period | None = None
    ends: date | None = None
    count: int = 0
    working: bool = False
    questions: tuple[Question, ...] = ()
    unknown: tuple[str, ...] = ()


UNREAD = Mention(Reading.UNREAD)
_ON_A_DAY = frozenset({Reading.BEFORE_DAY, Reading.BY_DAY, Reading.RANGE})
# Beside a day these may be said too, where the day lies in them: "Quý III/2022, ngày 15/9/2022".
_AROUND_A_DAY = frozenset({Reading.YEAR, Reading.QUARTER, Reading.HALF_YEAR, Reading.MONTH})

_YEAR = r"([12][0-9]{3})(?![0-9])"
_OF_YEAR = rf"(?: ?(?:[/,.\-–]|của năm|,? ?năm)? ?{_YEAR})?"
_QUARTER = r"(?:quý|quí|qúy|qúi)"
_SIX = r"(?<![0-9])(?:0?6|sáu) tháng"
_ONCE = r"(?:một|0?1) lần"
_EVERY = r"(?:hằng|hàng|mỗi|từng)"
_PERIODIC = r"định k[ỳì] "
_OTHER_YEAR = r"(?! (?:học|tài chính|ngân sách|sau|trước|tới|tiếp|nữa))"

_RANGE = re.compile(
    rf"\b(?:kể |bắt đầu )?từ (?:ngày )?({DAY}|[0-9]{{1,2}}) ?,? ?(?:cho )?(?:đến|tới|-|–) ?"
    rf"(?:hết |(trước ))?(?:ngày )?({DAY})"
)
_WITHIN = re.compile(
    r"(?:\b(?:chậm nhất|muộn nhất|trong|không quá|tối đa) (?:là |trong |vòng |thời hạn |thời gian "
    r"|không quá |tối đa )*)?(?<![0-9/.,\-–])([0-9]{1,3})(?: ?\([^)0-9]*\))? ngày( làm việc)?"
    rf"(?: liên tục)? ?,? ?(?:kể |tính |bắt đầu )?từ\b(?: (?:khi|ngày))?(?: ({DAY}))?"
)
_ON_DAY = re.compile(
    r"(?:\b((?:chậm|muộn) nhất)(?: là| vào)? ?,? )?(?:(?<!không )\b(trước) )?"
    rf"(?:({HOUR}) ?[,;]? ?)?(?:ngày )?({DAY})(?: ?[,;] ?({HOUR}))?"
)
_HALF_YEARLY = re.compile(
    rf"\b{_PERIODIC}{_SIX}(?! (?:đầu|cuối))(?: {_ONCE})?|\bmỗi {_SIX}"
    rf"|{_SIX}(?: ?/ ?lần| ?/ ?{_ONCE}| {_ONCE})"
)
_NINE_MONTHS = re.compile(
    rf"(?<![0-9])(?:0?9|chín) tháng đầu(?: của)? năm\b{_OTHER_YEAR}{_OF_YEAR}"
)
_HALF_YEAR = re.compile(rf"{_SIX} (đầu|cuối)(?: của)?(?: năm\b{_OTHER_YEAR}{_OF_YEAR}| {_YEAR})")
_QUARTERLY = re.compile(
    rf"\b(?:{_PERIODIC})?{_EVERY} {_QUARTER}\b(?: {_ONCE})?|\b{_PERIODIC}{_QUARTER}\b(?! [iv0-9])"
)
_YEARLY = re.compile(
    rf"\b(?:{_PERIODIC})?{_EVERY} năm\b{_OTHER_YEAR}(?: {_ONCE})?"
    rf"|\b(?:một|0?1) năm {_ONCE}|\b{_ONCE} ?/ ?năm\b"
)
_MONTHLY = re.compile(rf"\b(?:{_PERIODIC})?{_EVERY} tháng\b(?: {_ONCE})?")
_NUMBER = r"(iv|i{1,3}|[1-4]|một|hai|ba|bốn|tư)"
_YEARS_QUARTER = re.compile(
    rf"\bnăm {_YEAR} ?[,;:.–-]? ?{_QUARTER} ?{_NUMBER}\b(?! ?[/,.\-–]? ?(?:năm )?[0-9])"
)
_IN_QUARTER = re.compile(rf"\b{_QUARTER} ?{_NUMBER}\b{_OF_YEAR}")
_IN_MONTH = re.compile(rf"\btháng (0?[1-9]|1[0-2])(?![0-9]){_OF_YEAR}")
_IN_YEAR = re.compile(
    rf"(?:\b(?:(?:đến |tới )?hết|cả|suốt|trọn|toàn) năm|(?<=\btrong )năm)\b{_OTHER_YEAR}"
    rf"(?: {_YEAR})?|\bnăm {_YEAR}"
)
_ALWAYS = re.compile(r"(?<!không )\b(?:thường xuyên|liên tục)\b")
_ON_REQUEST = re.compile(
    r"(?<!không )\b(?:đột xuất|(?:khi|nếu) (?:có|được) yêu cầu|theo yêu cầu)\b"
)

# Beside what was read, these could mean another time: then nothing is read at all.
_ALWAYS_DOUBTFUL = (
    rf"{DAY}|{HOUR}|\b(?:trước|sau|từ|ngày|giờ|tuần|âm lịch|tính đến|số liệu|ít nhất|tối thiểu)\b"
)
_BESIDE_PERIOD = re.compile(
    rf"{_ALWAYS_DOUBTFUL}|\d|\b(?:đầu|giữa|cuối|{_QUARTER}|tháng|năm|k[ỳì]|i{{1,3}}|iv)\b"
)
# A number beside a day may count something ("02 bản"), but not stand alone or in a list of days;
# and the day of a document is no deadline.
_BESIDE_DAY = re.compile(
    rf"{_ALWAYS_DOUBTFUL}|\d(?!\d* (?!(?:và|hoặc|hay|đến|tới|giờ|ngày)\b)[^\W\d_])"
    r"|\b(?:kế hoạch|chương trình|công văn|văn bản|thông báo|quyết định|kết luận|chỉ thị"
    r"|nghị quyết)(?: số)? ·"
)

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_QUARTERS |= {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4}


def mention_in(printed: str, year: int) -> Mention:
    """What the words of a plan for `year` say; UNREAD where they could mean two things."""
    words = words_of(printed, year)
    if not words.text:
        return Mention(Reading.NONE)
    found: list[Mention] = []
    left = words.text
    for pattern, read in _PHRASES:
        matches = tuple(pattern.finditer(left))
        found += [read(match, words, year) for match in matches]
        left = " ".join(pattern.sub(f" {SIGN} ", left).split())
    left, weekdays = without_weekdays(left)
    one = _only_one(tuple(dict.fromkeys(found)), left)
    return _understood(one, words.text, left, weekdays)


def _understood(found: Mention, printed: str, left: str, weekdays: tuple[int, ...]) -> Mention:
    """Every word beside it is known or asked about; what turns the meaning leaves it unread."""
    if found is UNREAD:
        return UNREAD
    beside = judged(printed, left, found.reading, found.day is not None)
    if beside.turned:
        return UNREAD
    asked = (Question.WEEKDAY,) if found.day and contradicts(weekdays, found.day) else ()
    asked += (Question.LEFT_OVER,) if beside.unknown else ()
    return replace(found, questions=(*found.questions, *asked), unknown=beside.unknown)


def _only_one(found: tuple[Mention, ...], left: str) -> Mention:
    if not found or UNREAD in found:
        return UNREAD
    days = [one for one in found if one.reading in _ON_A_DAY]
    if days:
        around = [one for one in found if one not in days]
        clear = all(_lies_in(days[0], one) for one in around) and not _BESIDE_DAY.search(left)
        return days[0] if clear and len(days) == 1 else UNREAD
    return found[0] if len(found) == 1 and not _BESIDE_PERIOD.search(left) else UNREAD


def _lies_in(named: Mention, around: Mention) -> bool:
    if around.reading not in _AROUND_A_DAY or around.period is None or named.day is None:
        return False
    first, last = _span(around.reading, around.period, around.ends)
    # "Trước ngày 01/10" lies in the third quarter.
    return first <= named.day - timedelta(days=1 if named.half_open else 0) <= last


def _span(reading: Reading, period: Period, ends: date | None) -> tuple[date, date]:
    last = ends or period.last_day
    if ends is not None:
        return last.replace(day=1), last
    if reading is Reading.HALF_YEAR:
        return date(last.year, last.month - 5, 1), last
    return period.first_day, last


def _range(found: re.Match[str], words: Words, year: int) -> Mention:
    end = words.day_of(found[3])
    first = None if end.day is None else _first_of_range(found[1], words, end, end.day)
    if first is None or end.day is None or first > end.day:
        return UNREAD
    return Mention(Reading.RANGE, end.day, half_open=bool(found[2]), questions=_year_asked(end))


def _first_of_range(printed: str, words: Words, end: Named, last: date) -> date | None:
    """What the first day leaves out it shares with the last: từ ngày 05 đến ngày 25/02/2024."""
    try:
        if printed.isdigit():
            return last.replace(day=int(printed))
        first = words.day_of(printed)
        if first.day is None or first.has_year or not end.has_year:
            return first.day
        return first.day.replace(year=last.year)
    except ValueError:
        return None


def _within(found: re.Match[str], words: Words, year: int) -> Mention:
    count = int(found[1])
    anchor = words.day_of(found[3]) if found[3] else None
    if not 1 <= count <= _LONGEST_DAYS or (anchor is not None and anchor.day is None):
        return UNREAD
    asked = _year_asked(anchor) if anchor else ()
    day = anchor.day if anchor else None
    return Mention(Reading.WITHIN, day, count=count, working=bool(found[2]), questions=asked)


def _on_day(found: re.Match[str], words: Words, year: int) -> Mention:
    latest, before, first_hour, sign, last_hour = found.groups()
    named, hour = words.day_of(sign), first_hour or last_hour
    if named.day is None or (first_hour and last_hour):
        return UNREAD
    asked = _year_asked(named)
    if hour is not None:
        clock = words.hour_of(hour)
        until = None if clock == MIDNIGHT else clock
        return Mention(Reading.BY_DAY, named.day, hour=until, questions=asked)
    if before is None:
        return Mention(Reading.BY_DAY, named.day, questions=asked)
    asked = (*asked, Question.BOTH_WORDS) if latest else asked
    return Mention(Reading.BEFORE_DAY, named.day, half_open=True, questions=asked)


def _year_asked(named: Named) -> tuple[Question, ...]:
    return () if named.has_year else (Question.NO_YEAR,)


def _half_year(found: re.Match[str], words: Words, year: int) -> Mention:
    of = int(found[2] or found[3] or year)
    return Mention(Reading.HALF_YEAR, period=Period(of, 2 if found[1] == "đầu" else 4))


def _nine_months(found: re.Match[str], words: Words, year: int) -> Mention:
    of = int(found[1] or year)
    return Mention(Reading.MONTH, period=Period(of, 3), ends=date(of, 9, 30))


def _years_quarter(found: re.Match[str], words: Words, year: int) -> Mention:
    return Mention(Reading.QUARTER, period=Period(int(found[1]), _QUARTERS[found[2]]))


def _quarter(found: re.Match[str], words: Words, year: int) -> Mention:
    return Mention(Reading.QUARTER, period=Period(int(found[2] or year), _QUARTERS[found[1]]))


def _month(found: re.Match[str], words: Words, year: int) -> Mention:
    month, of = int(found[1]), int(found[2] or year)
    last = date(of, month, monthrange(of, month)[1])
    asked = () if found[2] else (Question.NO_YEAR,)
    quarter = Period(of, (month + 2) // 3)
    return Mention(Reading.MONTH, period=quarter, ends=last, questions=asked)


def _year(found: re.Match[str], words: Words, year: int) -> Mention:
    return Mention(Reading.YEAR, period=Period(int(found[1] or found[2] or year)))


def _plainly(reading: Reading) -> "Read":
    return lambda found, words, year: Mention(reading)


Read = Callable[[re.Match[str], Words, int], Mention]

# In this order: what begins like another phrase comes before it.
_PHRASES: tuple[tuple[re.Pattern[str], Read], ...] = (
    (_RANGE, _range),
    (_WITHIN, _within),
    (_ON_DAY, _on_day),
    (_HALF_YEARLY, _plainly(Reading.HALF_YEARLY)),
    (_HALF_YEAR, _half_year),
    (_NINE_MONTHS, _nine_months),
    (_QUARTERLY, _plainly(Reading.QUARTERLY)),
    (_YEARLY, _plainly(Reading.YEARLY)),
    (_MONTHLY, _plainly(Reading.MONTHLY)),
    (_YEARS_QUARTER, _years_quarter),
    (_IN_QUARTER, _quarter),
    (_IN_MONTH, _month),
    (_IN_YEAR, _year),
    (_ALWAYS, _plainly(Reading.ALWAYS)),
    (_ON_REQUEST, _plainly(Reading.ON_REQUEST)),
)
