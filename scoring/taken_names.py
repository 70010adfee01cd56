"""The codes, keys and names a criteria table has used so far: each may be used once."""

import re

from scoring.document import Reader
from scoring.issues import Code

_KEY = re.compile(r"[a-z][a-z0-9_]*")


def is_key(name: str) -> bool:
    """Whether an input could have this key."""
    return bool(_KEY.fullmatch(name))


class TakenNames:
    def __init__(self) -> None:
        self._places: dict[tuple[str, str], str] = {}

    def take(self, reader: Reader, key: str, name: str) -> None:
        """Report the name if it was taken before, with the place that took it."""
        if not name:
            return
        mark = (key, name)
        if mark in self._places:
            reader.report(Code.CODE_TWICE, reader.at(key), value=name, first=self._places[mark])
        self._places.setdefault(mark, reader.at(key))

    def code(self, reader: Reader) -> str:
        """The code of a block, leaf, veto or check."""
        code = reader.text("code")
        if code.startswith("@"):
            # Such codes are those of the adjustments and of what the system observes.
            reader.report(Code.WRONG_TYPE, reader.at("code"), value=code, expected="text")
        self.take(reader, "code", code)
        return code

    def key(self, reader: Reader) -> str:
        """The key of a figure."""
        key = reader.text("key")
        self.take(reader, "key", key)
        if key and not is_key(key):
            reader.report(Code.WRONG_TYPE, reader.at("key"), value=key, expected="key")
        return key
