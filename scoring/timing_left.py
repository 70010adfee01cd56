"""What the words beside a phrase about time do to it: nothing, a doubt, or another meaning.

Every word must be understood. A wrong day makes somebody late, so a word that may turn the meaning
("không", "lùi", "trở đi"), also damaged by a scan or typed without its accents, leaves all unread;
any other word that is not known is asked about.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from scoring.timing_readings import Reading


@dataclass(frozen=True)
class Left:
    """`turned`: the meaning may be another. `unknown`: the words that were not understood."""

    turned: bool = False
    unknown: tuple[str, ...] = ()


# In the words that are left each phrase that was read stands as this sign.
SIGN = "·"
_BEFORE_SIGN = re.compile(rf"([^\W\d_]+) ?{SIGN}")
_WORD = re.compile(r"[^\W\d_]+|[^\w\s·,;:.()…/\-–]+")


def _phrases(lines: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in lines.split(",") if one.strip())


def _any_of(phrases: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, phrases), key=len, reverse=True))


_HARMLESS = _phrases(
    "hoàn thành, hoàn thiện, xong, nộp, gửi, gởi, báo cáo, thực hiện, trong, vào, vào lúc, lúc, là,"
    "thời gian, thời hạn, hạn, hạn cuối, hạn nộp, hạn gửi, chậm nhất, muộn nhất, đến, tới, hết,"
    "cho đến, cho tới, để, tổng hợp, theo dõi, kết quả, kế hoạch, bản, buổi, sáng, chiều, tối, về,"
    "dương lịch, thường xuyên, liên tục, báo cáo năm, báo cáo quý, báo cáo 6 tháng,"
    "báo cáo 06 tháng, thời gian hoàn thành, thời gian thực hiện, tiến độ"
)
# Before a period "đến" could be its beginning: only with "hết" is it the end.
_NOT_OF_A_PERIOD = frozenset({"đến", "tới", "cho đến", "cho tới"})
_OF_A_PERIOD = ("đến hết", "tới hết", "cho đến hết", "cho tới hết")
_RECEIVERS = _phrases(
    "ban chỉ đạo, ban dân vận, ban tuyên giáo, ban thường vụ, thường trực, cơ quan thường trực,"
    "cơ quan, đơn vị, ủy ban nhân dân, uỷ ban nhân dân, ubnd, hội đồng nhân dân, hđnd, sở, nội vụ,"
    "tư pháp, phòng, văn phòng, tổ giúp việc, tổ công tác, mặt trận tổ quốc, ubmttq, mttq,"
    "tỉnh, thành phố, huyện, thị xã, xã, phường, cấp, cấp trên, cấp tỉnh, cấp huyện, cấp xã,"
    "tỉnh ủy, huyện ủy, đảng ủy, trung ương, bộ, bộ phận, bcđ"
)
_TO_SOMEBODY = re.compile(rf"\b(?:về|gửi|cho|đến|tới|của)(?: (?:{_any_of(_RECEIVERS)})\b)+")
_AT_MOST = re.compile(rf"\bkhông (?:quá|muộn hơn|chậm hơn) ?{SIGN}")

_TURNING = frozenset(
    _phrases(
        "không, chưa, chẳng, đừng, miễn, trừ, ngoài, dừng, ngừng, hoãn, lùi, dời, hủy, huỷ, thay,"
        "trước, sau, từ, kể, quá, sớm, nếu, khi, rằm, âm, âl, mùng, mồng, giêng, chạp, năm"
    )
)
_TURNING_PHRASES = re.compile(
    r"\b(?:trở (?:đi|lên|về)|bắt đầu|khởi công|khởi động|hiệu lực|tạm dừng|thay cho|triển khai từ"
    r"|tiếp theo|qua ngày|kế tiếp|liền kề|các năm|đình chỉ|chấm dứt|bãi bỏ)\b"
)
# What happens on a day is not due by it; within a quarter it may well be the task itself.
_HAPPENS = re.compile(r"\b(?:họp|ban hành|triển khai|căn cứ|khai mạc|tổ chức|công bố|diễn ra|ký)\b")
_AFTER_SUCH = re.compile(
    rf"{SIGN} (?:ban hành|họp|có hiệu lực|khi có|có|bắt đầu|khởi công|triển khai|công bố)\b"
)
# "Báo cáo năm 2023" is a report about that year, whenever it is due.
_ABOUT = re.compile(
    r"\b(?:báo cáo|tổng kết|sơ kết|kế hoạch|chương trình|số liệu|kết quả|nhiệm vụ|dự toán|đề án"
    rf"|công tác) {SIGN}"
)
_CONTENT = re.compile(rf"^([^{SIGN}]*?)\btrong {SIGN}")
# These are no damaged or unaccented forms of the words that turn the meaning.
_INNOCENT = frozenset(
    _phrases(
        "thuộc, thuốc, trực, trúc, trục, trụ, trú, quả, tư, tự, tứ, tu, ngoại, chứa, chữa, sáu,"
        "sâu, nam, nắm, nằm, khí, kế, kê, nêu, dựng, dụng, dùng, dung, huy, đội, đổi, đối, đời,"
        "đợi, dõi, miền, đền, đèn, mong, đúng, đứng, tử, chấp"
    )
)


def judged(printed: str, left: str, reading: Reading, has_day: bool) -> Left:
    """`left` of the words `printed`. `has_day`: the reading names a day; else it is a period, or
    comes again and again."""
    text = _without_events(left) if reading is Reading.WITHIN else left
    text = _TO_SOMEBODY.sub(" ", _AT_MOST.sub(SIGN, text))
    if not has_day:
        text = _ending(text)
    if _turned(text, has_day):
        return Left(turned=True)
    if not has_day and reading is not Reading.WITHIN:
        text = _CONTENT.sub(_remaining_content, text)
    unknown = _unknown(text, has_day)
    if unknown and not any(map(_accented, printed)):
        return Left(turned=True)
    # Of a term of days the words tell from which event it counts, and its day is asked anyway.
    return Left(unknown=() if reading is Reading.WITHIN and not has_day else unknown)


def _without_events(left: str) -> str:
    return _AFTER_SUCH.sub(SIGN, left)


def _ending(text: str) -> str:
    return re.sub(rf"\b(?:{_any_of(_OF_A_PERIOD)})\b", " ", text)


def _remaining_content(found: re.Match[str]) -> str:
    """What a task is about, before "trong quý …", is free; only what happens stays asked about."""
    return " ".join((*_HAPPENS.findall(found[1]), SIGN))


def _turned(text: str, has_day: bool) -> bool:
    if _TURNING_PHRASES.search(text) or (has_day and _HAPPENS.search(text)):
        return True
    if not has_day and _ABOUT.search(text):
        return True
    known = re.sub(rf"\b(?:{_any_of(_HARMLESS)})\b", " ", text)
    words = _WORD.findall(known)
    joined = (first + second for first, second in zip(words, words[1:], strict=False))
    near = (_near(_plain(pair), "truoc", 1) for pair in joined)
    beside = (_near(_plain(word), "truoc", 2) for word in _BEFORE_SIGN.findall(known))
    return any(map(_turns, words)) or any(near) or any(beside)


def _turns(word: str) -> bool:
    if word in _TURNING:
        return True
    if word in _INNOCENT:
        return False
    plain = _plain(word)
    return plain in _TURNING_PLAIN or "truoc" in plain or _near(plain, "truoc", 1)


def _unknown(text: str, has_day: bool) -> tuple[str, ...]:
    harmless = set(_HARMLESS) if has_day else set(_HARMLESS) - _NOT_OF_A_PERIOD
    rest = re.sub(rf"\b(?:{_any_of(harmless)})\b", " ", text)
    return tuple(_WORD.findall(rest))


def _accented(letter: str) -> bool:
    return letter.isalpha() and _plain(letter) != letter


def _plain(word: str) -> str:
    """Without accents: "trước" and "truớc" are both "truoc"."""
    letters = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(one for one in letters if not unicodedata.combining(one))


_TURNING_PLAIN = frozenset(map(_plain, _TURNING | {"đến"}))


def _near(word: str, other: str, most: int) -> bool:
    """Whether so few letters at most were added, lost or changed."""
    if abs(len(word) - len(other)) > most:
        return False
    row = list(range(len(other) + 1))
    for at, letter in enumerate(word, 1):
        above, row = row, [at]
        for place, wanted in enumerate(other, 1):
            row.append(min(above[place] + 1, row[-1] + 1, above[place - 1] + (letter != wanted)))
    return row[-1] <= most
