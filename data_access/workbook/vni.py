"""The letters of VNI fonts (VNI-Times): a base letter, then a second one that is its mark."""

from collections.abc import Mapping
from itertools import product
from unicodedata import normalize

_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"

_TONES = {"ø": _GRAVE, "ù": _ACUTE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_CIRCUMFLEXED = {
    "â": "",
    "à": _GRAVE,
    "á": _ACUTE,
    "å": _HOOK,
    "ã": _TILDE,
    "ä": _DOT,
}
_BREVED = {"ê": "", "è": _GRAVE, "é": _ACUTE, "ú": _HOOK, "ü": _TILDE, "ë": _DOT}
# Narrow letters leave no room for a mark beside them and have a sign of their own.
_ALONE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _marked() -> Mapping[str, str]:
    toned = {
        letter + mark: _ALONE.get(letter, letter) + tone
        for letter, (mark, tone) in product("aeouyôö", _TONES.items())
        if letter + mark != "yï"
    }
    circumflexed = {
        letter + mark: letter + _CIRCUMFLEX + tone
        for letter, (mark, tone) in product("aeo", _CIRCUMFLEXED.items())
    }
    breved = {"a" + mark: "a" + _BREVE + tone for mark, tone in _BREVED.items()}
    return toned | circumflexed | breved | _ALONE


def _in_both_cases(letters: Mapping[str, str]) -> Mapping[str, str]:
    """A capital may carry a small letter's mark; the other way round it is no letter."""
    small = {typed: normalize("NFC", meant) for typed, meant in letters.items()}
    capitals = {typed.upper(): meant.upper() for typed, meant in small.items()}
    titled = {typed[0].upper() + typed[1:]: meant.upper() for typed, meant in small.items()}
    return small | titled | capitals


UNICODE_BY_VNI: Mapping[str, str] = _in_both_cases(_marked())
