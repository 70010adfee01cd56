"""Reads what people type: names to compare, words for "nothing". Knows no cells."""

import re
import unicodedata
from functools import lru_cache

from viet_text_tools import normalize_diacritics

from scoring.facts import Absent

_INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_HYPHENS = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212), "-")
# The Icelandic letter looks the same and comes out of old converters.
_LOOKALIKES = {0x00D0: "Đ", 0x00F0: "đ"}

# What footnotes and forms leave at the end of a heading: "Tổng số (*):".
_FOOTNOTE = re.compile(r"\(\*+\)$")
_SPACED = re.compile(r" ?([()/]) ?")
_TRAILING = " :*.†¹²³"

_ABSENCES = {
    "kps": Absent.NOT_ARISEN,
    "k.p.s": Absent.NOT_ARISEN,
    "không phát sinh": Absent.NOT_ARISEN,
    "không có phát sinh": Absent.NOT_ARISEN,
    "chưa phát sinh": Absent.NOT_ARISEN,
    "không có": Absent.NOT_ARISEN,
    "-": Absent.NOT_ARISEN,
    "--": Absent.NOT_ARISEN,
    "---": Absent.NOT_ARISEN,
    "kad": Absent.NOT_APPLICABLE,
    "k.a.d": Absent.NOT_APPLICABLE,
    "không áp dụng": Absent.NOT_APPLICABLE,
}


@lru_cache(maxsize=4096)
def clean(text: str) -> str:
    """For comparing headings, names and codes; accents stay, for Sơn Hà is not Sơn Hạ."""
    plain = unicodedata.normalize("NFC", text).translate(_INVISIBLE | _HYPHENS | _LOOKALIKES)
    return normalize_diacritics(" ".join(plain.split())).casefold()


def folded(text: str) -> str:
    """Without accents: only to suggest what may have been meant, never to decide."""
    letters = unicodedata.normalize("NFD", clean(text).replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def plain_signs(text: str) -> str:
    """Full-width digits, odd minus signs and odd spaces as the keyboard has them."""
    return " ".join(text.translate(_INVISIBLE | _HYPHENS | _FULL_WIDTH).split())


def clean_heading(text: str) -> str:
    plain = _SPACED.sub(r"\1", clean(text))
    return _FOOTNOTE.sub("", plain.rstrip(_TRAILING)).rstrip(_TRAILING)


def is_blank(text: str) -> bool:
    return not text.translate(_INVISIBLE).strip()


def read_absent(text: str) -> Absent | None:
    """Which way of saying "nothing" this is. A plain "Không" is none: it may answer a question."""
    return _ABSENCES.get(clean(text).rstrip(". "))
