"""Reads the numbers people type: one reading is taken, two are given back. Knows no cells."""

import re
from dataclasses import dataclass
from decimal import Decimal

from data_access.workbook.text import clean, plain_signs

_DIGITS = r"[0-9]{1,3}(?: [0-9]{3})+(?:,[0-9]+)?|[0-9](?:[0-9.,]*[0-9])?"
_NUMBER = re.compile(rf"([+-]?) ?({_DIGITS}) ?(%?)")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+")
# Within a Decimal's exact arithmetic.
_LONGEST_NUMBER = 25
_LONGEST_TEXT = 100

_WITH_WORDS = re.compile(rf"([+-]?) ?({_DIGITS}) ?(\(?[^\W\d_²³¹⁰-⁹][^0-9%+]*)")
# The keyboard has no ².
_POWER = re.compile(r"(?<=[0-9 ])(k?m)2$")
_WORDS = re.compile(r"[^\W\d_]+")
_SEVERAL = re.compile(r"[0-9][^0-9]*[^0-9., ][^0-9]*[0-9]")
_PART_OF_WHOLE = re.compile(rf"({_DIGITS}) ?/ ?({_DIGITS})")
_SHARE_LAST = re.compile(rf"({_DIGITS}) ?/ ?({_DIGITS})[^0-9/]*[^0-9/.,]({_DIGITS}) ?%[ .)]*")
_SHARE_FIRST = re.compile(rf"({_DIGITS}) ?% ?[(,;]? ?({_DIGITS}) ?/ ?({_DIGITS})[^0-9/]*")

_MAGNITUDES = {
    "chục": 10,
    "trăm": 100,
    "k": 1000,
    "ngàn": 1000,
    "nghìn": 1000,
    "vạn": 10_000,
    "m": 10**6,
    "tr": 10**6,
    "triệu": 10**6,
    "t": 10**9,
    "tỉ": 10**9,
    "tỷ": 10**9,
}
# Words behind which the number is not what stands there: "5 rưỡi", "12 trở lên", "3 tá".
_HEDGES = frozenset(
    ("rưỡi", "hơn", "gần", "khoảng", "ước", "chừng", "trở", "lên", "xuống", "dưới", "trên")
    + ("tá", "phần", "nửa", "lẻ", "âm", "đến", "hoặc", "và", "không", "chưa", "thiếu", "phát")
    + ("x", "e")
)


@dataclass(frozen=True)
class Ambiguous:
    """A number with two readings: 2.117 is two thousand in Vietnam and little over two in Excel."""

    first: Decimal
    second: Decimal


def read_number(text: str) -> Decimal | Ambiguous | None:
    """The number typed, both readings where there are two, None where there is none."""
    plain = _POWER.sub(r"\1²", plain_signs(text))
    match = _NUMBER.fullmatch(plain) if len(plain) <= _LONGEST_NUMBER else None
    if match is None:
        return _read_with_words(plain)
    sign, digits, _ = match.groups()
    return _signed(_read_digits(digits.replace(" ", "")), negative=sign == "-")


def _read_with_words(plain: str) -> Decimal | Ambiguous | None:
    """ "12 hồ sơ" is 12; "1,5 triệu" may be taken as 1,5 of a column in millions."""
    match = _WITH_WORDS.fullmatch(plain) if len(plain) <= _LONGEST_TEXT else None
    if match is None or len(match[2]) > _LONGEST_NUMBER:
        return None
    words = _WORDS.findall(clean(match[3]))
    number = _read_digits(match[2].replace(" ", ""))
    if number is None or not _HEDGES.isdisjoint(words):
        return None
    if isinstance(number, Ambiguous):
        return _signed(number, negative=match[1] == "-")
    if words[0] in _MAGNITUDES:
        return Ambiguous(number, number * _MAGNITUDES[words[0]])
    # "- 5 hồ sơ" is five in a list, or five too few.
    return Ambiguous(number, -number) if match[1] == "-" else number


def _signed(number: Decimal | Ambiguous | None, *, negative: bool) -> Decimal | Ambiguous | None:
    if number is None or not negative:
        return number
    if isinstance(number, Ambiguous):
        return Ambiguous(-number.first, -number.second)
    return -number


def _read_digits(digits: str) -> Decimal | Ambiguous | None:
    marks = [character for character in digits if character in ".,"]
    if len(set(marks)) == 2:
        return _read_both_marks(digits, marks[-1])
    if not marks:
        return Decimal(digits)
    if len(marks) > 1:
        return _without_groups(digits) if _GROUPED.fullmatch(digits) else None
    return _read_one_mark(digits, marks[0])


def _read_both_marks(digits: str, decimal_mark: str) -> Decimal | Ambiguous | None:
    whole, _, part = digits.rpartition(decimal_mark)
    if decimal_mark in whole or not part or not _GROUPED.fullmatch(whole):
        return None
    number = Decimal(f"{_without_groups(whole)}.{part}")
    # Nobody writes three empty decimals: 1,500.000 may be a million and a half with both signs.
    return Ambiguous(_without_groups(whole + part), number) if part == "000" else number


def _read_one_mark(digits: str, mark: str) -> Decimal | Ambiguous | None:
    if digits.endswith(mark):
        return None
    number = Decimal(digits.replace(mark, "."))
    return Ambiguous(_without_groups(digits), number) if _GROUPED.fullmatch(digits) else number


def _without_groups(digits: str) -> Decimal:
    return Decimal(digits.replace(".", "").replace(",", ""))


def read_part_of(text: str, whole: Decimal) -> Decimal | None:
    """03/3 where three is the most there is: three of three. Any other fraction is no number."""
    match = _PART_OF_WHOLE.fullmatch(plain_signs(text[:_LONGEST_TEXT]))
    part, most = (read_number(side) for side in match.groups()) if match else (None, None)
    if not isinstance(part, Decimal) or most != whole or part > whole:
        return None
    return part


def read_share(text: str) -> Decimal | None:
    """213/244, đạt 87,29%: the percentage, if it is that of the two numbers beside it."""
    plain = plain_signs(text[:_LONGEST_TEXT])
    if match := _SHARE_LAST.fullmatch(plain):
        part, whole, share = (read_number(group) for group in match.groups())
    elif match := _SHARE_FIRST.fullmatch(plain):
        share, part, whole = (read_number(group) for group in match.groups())
    else:
        return None
    if not all(isinstance(number, Decimal) for number in (part, whole, share)) or not whole:
        return None
    # Some offices cut the last digit off, some round it.
    last_digit = Decimal(1).scaleb(share.as_tuple().exponent)
    return share if abs(part * 100 / whole - share) < last_digit else None


def holds_several_numbers(text: str) -> bool:
    return _SEVERAL.search(plain_signs(text[:_LONGEST_TEXT])) is not None
