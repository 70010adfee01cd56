"""Text typed in fonts from before Unicode, TCVN3 and VNI, into Unicode. Knows no file format."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from data_access.workbook.tcvn3 import UNICODE_BY_TCVN3
from data_access.workbook.vni import UNICODE_BY_VNI

_TCVN3, _TCVN3_CAPITALS, _VNI = "tcvn3", "tcvn3 capitals", "vni"

# As an attribute's value, whatever the part: most files hold none and pay nothing.
_NAMED = (b'".vn', b"'.vn", b'"vni-', b"'vni-")
# Signs the old fonts share with today's, besides plain English letters.
_COMMON = frozenset("\u00a0‘’“”–—…•")
_TODAYS = frozenset("".join(UNICODE_BY_TCVN3.values()) + "".join(UNICODE_BY_TCVN3.values()).upper())
_VNI_LETTER = re.compile(
    "|".join(sorted(map(re.escape, UNICODE_BY_VNI), key=len, reverse=True)) + "|.",
    re.DOTALL,
)
_LATIN = re.compile("[\u00a1-\u00ff]")
_BEYOND_LATIN = re.compile("[\u0100-\u024f\u1e00-\u1eff]")
# No word in Unicode holds these: a sign of TCVN3 at a letter, or a mark of VNI behind its vowel.
_TELLTALE = re.compile(
    "[A-Za-zÀ-ÿ][µ¶·¸¨¬¼½¾\u00ad](?![0-9])|[¶¸¨¬®§][A-Za-zÀ-ÿ]"
    "|[A-Za-zÀ-ÿ][¹©ª«](?=[A-Za-zÀ-ÿ])|[A-Za-z][Þþ]"
    "|[aA][øûïåë]|[eE][øûåä]|[oO][øûïåä]|[uöUÖ][øûï]|[ñÑ][aeiouöôAEIOUÖÔ]"
)


@dataclass(frozen=True)
class Run:
    """A stretch of a cell's text in one font."""

    font: str
    text: str


def names_legacy_font(part: bytes) -> bool:
    """Whether any font of a file's part may be one: to be looked at only then."""
    lowered = part.lower()
    return any(name in lowered for name in _NAMED)


def is_legacy(font: str) -> bool:
    return bool(_encoding(font))


def _encoding(font: str) -> str:
    name = font.strip().casefold()
    if name.startswith("vni-"):
        return _VNI
    if not name.startswith(".vn"):
        return ""
    # .VnTimeH prints capitals for small letters: the only way to write toned ones.
    return _TCVN3_CAPITALS if font.strip().endswith("H") else _TCVN3


def read_runs(runs: Iterable[Run]) -> str | None:
    """The text as it is seen; None when it cannot be told what was meant."""
    # A VNI letter may be torn in two by a run that changes the size only.
    joined = [
        Run(font, "".join(run.text for run in same))
        for font, same in groupby(runs, lambda run: run.font)
    ]
    read = [_read(run) for run in joined if run.text]
    return None if None in read else "".join(read)


def _read(run: Run) -> str | None:
    encoding = _encoding(run.font)
    if not encoding:
        return None if _may_be_either(run.text) else run.text
    if encoding == _VNI:
        return _translated(_VNI_LETTER.findall(run.text), UNICODE_BY_VNI)
    text = _translated(run.text, UNICODE_BY_TCVN3)
    # Plain letters are the same in any font: codes stay as they are stored.
    if text is None or encoding != _TCVN3_CAPITALS or run.text.isascii():
        return text
    return text.upper()


def _may_be_either(text: str) -> bool:
    """Beside a run in an old font, é may be itself or a ộ whose font was changed."""
    return _LATIN.search(text) is not None and _BEYOND_LATIN.search(text) is None


def _translated(signs: Iterable[str], letters: Mapping[str, str]) -> str | None:
    """None for Unicode letters: someone typed with today's keyboard in the old font."""
    read = [letters.get(sign, sign if _is_common(sign) else None) for sign in signs]
    return None if None in read else "".join(read)


def _is_common(sign: str) -> bool:
    return sign.isascii() or sign in _COMMON


def may_be_unicode(text: str) -> bool:
    """Letters that are Vietnamese as they stand: "Mã" of today, or "Mó" of TCVN3."""
    return not text.isascii() and all(sign in _TODAYS or _is_common(sign) for sign in text)


def looks_legacy(text: str) -> bool:
    """Text of an old font that has lost its font."""
    return not text.isascii() and _TELLTALE.search(text) is not None
