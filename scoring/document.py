"""Reading a data file's mappings key by key; knows paths and types, no subject matter.

Every wrong key, type or value becomes an Issue with its path, so that a table of criteria or a
programme is checked whole and its author mends it in one go.
"""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar

from scoring.issues import Code, Issue, Where, issue

Raw = object
T = TypeVar("T")


class Reader:
    """One mapping of the file. Ask for each key; `finish` reports the keys nobody asked for."""

    def __init__(self, raw: Raw, path: str, issues: list[Issue]) -> None:
        self.path = path
        self.issues = issues
        self._asked: list[str] = []
        self._mapping: Mapping[str, Raw] = raw if isinstance(raw, Mapping) else {}
        if not isinstance(raw, Mapping):
            self.report(Code.WRONG_TYPE, path, value=_shown(raw), expected="mapping")

    def report(self, code: Code, at: str, /, **context: object) -> None:
        self.issues.append(issue(Where(path=at), code, **context))

    def at(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def has(self, key: str) -> bool:
        self._asked.append(key)
        return self._mapping.get(key) is not None

    def text(self, key: str, default: str | None = None) -> str:
        """A text; whole numbers are taken as written (a code 1.10 read as number has lost its zero,
        so decimals are refused)."""
        value = self._value(key, required=default is None)
        if value is None:
            return default or ""
        if isinstance(value, bool) or not isinstance(value, str | int):
            return self._wrong(key, value, "text", default or "")
        written = str(value).strip()
        if not written and default is None:
            self.report(Code.KEY_MISSING, self.at(key), key=key)
        return written

    def number(self, key: str, default: Decimal | None = None) -> Decimal:
        found = self.optional_number(key)
        if found is not None:
            return found
        if default is None and self._mapping.get(key) is None:
            self._value(key, required=True)
        return Decimal(0) if default is None else default

    def optional_number(self, key: str) -> Decimal | None:
        value = self._value(key, required=False)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            return self._wrong(key, value, "number", None)
        return Decimal(value)

    def least_zero(self, key: str) -> Decimal:
        """A required number that takes away: below 0 it would give."""
        value = self.number(key)
        if value < 0:
            self.report(Code.VALUE_OUTSIDE, self.at(key), value=value, least=0, most="∞")
        return value

    def whole(self, key: str, default: int, least: int, most: int) -> int:
        value = self._value(key, required=False)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int):
            return self._wrong(key, value, "whole number", default)
        if not least <= value <= most:
            self.report(Code.VALUE_OUTSIDE, self.at(key), value=value, least=least, most=most)
            return default
        return value

    def flag(self, key: str, *, default: bool) -> bool:
        value = self._value(key, required=False)
        if value is None:
            return default
        return value if isinstance(value, bool) else self._wrong(key, value, "true/false", default)

    def day(self, key: str) -> date | None:
        value = self._value(key, required=False)
        if value is None or isinstance(value, date):
            return value
        return self._wrong(key, value, "date", None)

    def one_of(self, key: str, known: tuple[str, ...], default: str) -> str:
        value = self.text(key, default)
        if value in known:
            return value
        self._not_one_of(self.at(key), value, known)
        return default

    def texts(self, key: str, known: tuple[str, ...] | None = None) -> tuple[str, ...]:
        found = []
        for position, value in enumerate(self._list(key)):
            at = f"{self.at(key)}[{position}]"
            if isinstance(value, bool) or not isinstance(value, str | int):
                self.report(Code.WRONG_TYPE, at, value=_shown(value), expected="text")
            elif known is not None and str(value) not in known:
                self._not_one_of(at, str(value), known)
            else:
                found.append(str(value))
        return tuple(found)

    def numbers(self, key: str) -> tuple[Decimal, ...]:
        """A list of numbers; required."""
        if not self._mapping.get(key):
            self.report(Code.KEY_MISSING, self.at(key), key=key)
        return self._numbers(self._list(key), self.at(key))

    def rows_of_numbers(self, key: str) -> tuple[tuple[Decimal, ...], ...]:
        """A list of lists of numbers; required."""
        if not self._mapping.get(key):
            self.report(Code.KEY_MISSING, self.at(key), key=key)
        rows = []
        for position, row in enumerate(self._list(key)):
            at = f"{self.at(key)}[{position}]"
            if not isinstance(row, list):
                self.report(Code.WRONG_TYPE, at, value=_shown(row), expected="list")
            rows.append(self._numbers(row if isinstance(row, list) else [], at))
        return tuple(rows)

    def is_word(self, key: str, word: str) -> bool:
        """Whether this word stands under `key`, where something else may stand too."""
        self._asked.append(key)
        return self._mapping.get(key) == word

    def holds_number(self, key: str) -> bool:
        """Whether a number stands under `key`, where a name may stand too."""
        value = self._mapping.get(key)
        return isinstance(value, int | Decimal) and not isinstance(value, bool)

    def holds_mapping(self, key: str) -> bool:
        """Whether a mapping stands under `key`, where a plain value may stand too."""
        return isinstance(self._mapping.get(key), Mapping)

    def mapping(self, key: str) -> "Reader | None":
        value = self._value(key, required=False)
        return None if value is None else Reader(value, self.at(key), self.issues)

    def children(self, key: str, *, required: bool = False) -> Iterator["Reader"]:
        if required and not self._mapping.get(key):
            self.report(Code.KEY_MISSING, self.at(key), key=key)
        for position, value in enumerate(self._list(key)):
            yield Reader(value, f"{self.at(key)}[{position}]", self.issues)

    def lists_mappings(self, key: str) -> bool:
        """Whether the list under `key` begins with a mapping: some lists may be written shortly."""
        value = self._mapping.get(key)
        return isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)

    def entries(self, key: str) -> Iterator["str | Reader"]:
        """A list in which words and mappings may stand side by side."""
        for position, value in enumerate(self._list(key)):
            at = f"{self.at(key)}[{position}]"
            yield value if isinstance(value, str) else Reader(value, at, self.issues)

    def finish(self) -> None:
        for key in self._mapping:
            if key not in self._asked:
                near = difflib.get_close_matches(str(key), self._asked, 1)
                self.report(
                    Code.KEY_UNKNOWN, self.at(str(key)), key=key, near=near[0] if near else ""
                )

    def _value(self, key: str, *, required: bool) -> Raw:
        self._asked.append(key)
        value = self._mapping.get(key)
        if required and value is None:
            self.report(Code.KEY_MISSING, self.at(key), key=key)
        return value

    def _list(self, key: str) -> list[Raw]:
        value = self._value(key, required=False)
        if value is None:
            return []
        return value if isinstance(value, list) else self._wrong(key, value, "list", [])

    def _numbers(self, values: Sequence[Raw], at: str) -> tuple[Decimal, ...]:
        found = []
        for position, value in enumerate(values):
            if isinstance(value, bool) or not isinstance(value, int | Decimal):
                place = f"{at}[{position}]"
                self.report(Code.WRONG_TYPE, place, value=_shown(value), expected="number")
            else:
                found.append(Decimal(value))
        return tuple(found)

    def _wrong(self, key: str, value: Raw, expected: str, instead: T) -> T:
        self.report(Code.WRONG_TYPE, self.at(key), value=_shown(value), expected=expected)
        return instead

    def _not_one_of(self, at: str, value: str, known: tuple[str, ...]) -> None:
        near = _nearest(value, known)
        self.report(Code.NOT_ONE_OF, at, value=value, known=", ".join(known), near=near)


def _nearest(value: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(value, known, 1)
    return near[0] if near else ""


def _shown(value: Raw) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"
