"""Reads what people type: names to compare, numbers, dates, words for "nothing". Knows no cells."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from viet_text_tools import normalize_diacritics

from scoring.facts import Absent

_INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_HYPHENS = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212), "-")
# The Icelandic letter looks the same and comes out of old converters.
_LOOKALIKES = {0x00D0: "Đ", 0x00F0: "đ"}

_NUMBER = re.compile(r"([+-]?) ?([0-9][0-9.,]*|[0-9]{1,3}(?: [0-9]{3})+(?:,[0-9]+)?) ?(%?)")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+")
# Within a Decimal's exact arithmetic.
_LONGEST_NUMBER = 25

_DAY_FIRST = re.compile(r"([0-9]{1,2}) ?([/.-]) ?([0-9]{1,2}) ?\2 ?([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[t ]00:00(?::00)?)?")
_IN_WORDS = re.compile(r"(?:ngày )?([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([0-9]{4})")

_ABSENCES = {
    "kps": Absent.NOT_ARISEN,
    "không phát sinh": Absent.NOT_ARISEN,
    "không có": Absent.NOT_ARISEN,
    "-": Absent.NOT_ARISEN,
    "kad": Absent.NOT_APPLICABLE,
    "không áp dụng": Absent.NOT_APPLICABLE,
}


@dataclass(frozen=True)
class Ambiguous:
    """A number with two readings: 2.117 is two thousand in Vietnam and little over two in Excel."""

    first: Decimal
    second: Decimal


@lru_cache(maxsize=4096)
def clean(text: str) -> str:
    """For comparing headings, names and codes; accents stay, for Sơn Hà is not Sơn Hạ."""
    plain = unicodedata.normalize("NFC", text).translate(_INVISIBLE | _HYPHENS | _LOOKALIKES)
    return normalize_diacritics(" ".join(plain.split())).casefold()


def folded(text: str) -> str:
    """Without accents: only to suggest what may have been meant, never to decide."""
    letters = unicodedata.normalize("NFD", clean(text).replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def read_number(text: str) -> Decimal | Ambiguous | None:
    """The number typed, both readings where there are two, None where there is none."""
    plain = " ".join(text.translate(_INVISIBLE | _HYPHENS | _FULL_WIDTH).split())
    match = _NUMBER.fullmatch(plain) if len(plain) <= _LONGEST_NUMBER else None
    if match is None:
        return None
    sign, digits, _ = match.groups()
    return _signed(_read_digits(digits.replace(" ", "")), negative=sign == "-")


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


def _read_both_marks(digits: str, decimal_mark: str) -> Decimal | None:
    whole, _, part = digits.rpartition(decimal_mark)
    if decimal_mark in whole or not part or not _GROUPED.fullmatch(whole):
        return None
    return Decimal(f"{_without_groups(whole)}.{part}")


def _read_one_mark(digits: str, mark: str) -> Decimal | Ambiguous | None:
    if digits.endswith(mark):
        return None
    number = Decimal(digits.replace(mark, "."))
    return Ambiguous(_without_groups(digits), number) if _GROUPED.fullmatch(digits) else number


def _without_groups(digits: str) -> Decimal:
    return Decimal(digits.replace(".", "").replace(",", ""))


def read_date(text: str) -> date | None:
    plain = clean(text.translate(_FULL_WIDTH))
    if match := _DAY_FIRST.fullmatch(plain):
        return _date(match[4], match[3], match[1])
    if match := _IN_WORDS.fullmatch(plain):
        return _date(match[3], match[2], match[1])
    match = _YEAR_FIRST.fullmatch(plain)
    return _date(*match.groups()) if match else None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def read_absent(text: str) -> Absent | None:
    """Which way of saying "nothing" this is. A plain "Không" is none: it may answer a question."""
    return _ABSENCES.get(clean(text).rstrip(". "))
