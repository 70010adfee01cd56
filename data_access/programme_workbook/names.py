"""Who is meant by what stands under "Giao cho": kinds of units, groups, units by their names.

Names are compared with their accents (Sơn Hà is not Sơn Hạ); without them only to suggest.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher, get_close_matches

from data_access.unit_kinds import UNIT_KINDS, unit_kind
from data_access.workbook.text import clean, folded
from scoring.programme_items import Debtors
from scoring.units import Unit, of_issuer

# "Các Ban Chỉ đạo cấp huyện", "tất cả các xã": the rule is meant, not a name.
_EVERY = re.compile(r"^(?:tất cả |toàn bộ |toàn thể )?(?:các )?")
_WITH_CODE = re.compile(r"^(.*\S)\s*\[([^\[\]]+)\]$")
_LONGEST, _SIMILAR, _APART = 100, 0.75, 0.03
_PARTED = re.compile(r"[;\n]")


@dataclass(frozen=True)
class Unknown:
    """Words that name nobody; `several`: they name more than one unit."""

    words: str
    near: str = ""
    several: bool = False


@dataclass(frozen=True)
class Meant:
    """Kinds and codes of units, each once, and what was not understood."""

    kinds: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    unknown: tuple[Unknown, ...] = ()


class Names:
    """The kinds, groups and units that a programme may name: those of its issuer's tree first."""

    def __init__(self, units: Sequence[Unit], issuer: str | None = None) -> None:
        self._all = tuple(units)
        self._units = of_issuer(issuer, self._all) if issuer else self._all
        present = {unit.kind for unit in self._all}
        self.kinds = {kind: unit_kind(kind) for kind in sorted(present | set(UNIT_KINDS))}
        self._kind_of = {clean(said): kind for kind, said in self.kinds.items()}
        self._kind_of |= {clean(kind): kind for kind in self.kinds}
        self.groups = tuple(sorted({unit.group for unit in self._units if unit.group}))
        self._by_code = {unit.code: unit for unit in self._all}
        self._own, self._every = _called(self._units), _called(self._all)

    def debtors(self, text: str) -> Meant:
        kinds: list[str] = []
        units: list[str] = []
        unknown: list[Unknown] = []
        for piece in self._pieces(text):
            self._add(piece, kinds, units, unknown)
        return Meant(tuple(dict.fromkeys(kinds)), tuple(dict.fromkeys(units)), tuple(unknown))

    def unit(self, text: str) -> str | Unknown:
        """The code of the unit that is named so, by code, by name or by both; of units called the
        same, the one of the issuer's tree."""
        words = " ".join(text.split())
        written = _WITH_CODE.match(words)
        code = written[2].strip() if written else words
        if code in self._by_code:
            return code
        found = self._own.get(clean(words)) or self._every.get(clean(words)) or []
        if len(found) == 1:
            return found[0]
        return Unknown(words, several=bool(found))

    def write_unit(self, code: str) -> str:
        """The name; with the code where another unit of the tree is called the same."""
        unit = self._by_code.get(code)
        if unit is None:
            return code
        return unit.name if self.unit(unit.name) == code else f"{unit.name} [{code}]"

    def write_debtors(self, kinds: Iterable[str], units: Iterable[str]) -> str:
        named = [unit_kind(kind) for kind in kinds] + [self.write_unit(code) for code in units]
        return ";\n".join(named)

    def named(self, debtors: Debtors) -> str:
        return self.write_debtors(debtors.kinds, debtors.units).replace(";\n", "; ")

    def listed(self) -> tuple[tuple[str, str], ...]:
        """Everything that may be written under "Giao cho", with what sort of name it is."""
        kinds = sorted({unit.kind for unit in self._units})
        return (
            *(("Loại đơn vị", unit_kind(kind)) for kind in kinds),
            *(("Cụm, khối thi đua", group) for group in self.groups),
            *(("Đơn vị", self.write_unit(unit.code)) for unit in self._units),
        )

    def _pieces(self, text: str) -> list[str]:
        """Commas part names only where every part is one: some names have a comma of their own."""
        pieces: list[str] = []
        for piece in (one.strip() for one in _PARTED.split(text)):
            parts = [one.strip() for one in piece.split(",")]
            split = not self._is_known(piece) and all(map(self._is_known, parts))
            pieces.extend(parts if split else [piece])
        return [piece.strip(" .") for piece in pieces if piece.strip(" .-")]

    def _is_known(self, piece: str) -> bool:
        return bool(piece) and (
            self._kind(piece) is not None
            or bool(self._in_group(piece))
            or isinstance(self.unit(piece), str)
        )

    def _add(self, piece: str, kinds: list[str], units: list[str], unknown: list[Unknown]) -> None:
        found = self.unit(piece)
        if isinstance(found, str):
            units.append(found)
        elif (kind := self._kind(piece)) is not None:
            kinds.append(kind)
        elif members := self._in_group(piece):
            units.extend(members)
        else:
            unknown.append(replace(found, near=self.near(piece)))

    def _kind(self, piece: str) -> str | None:
        words = clean(piece)
        return self._kind_of.get(words) or self._kind_of.get(_EVERY.sub("", words))

    def _in_group(self, piece: str) -> list[str]:
        words = clean(piece)
        bare = {words, _EVERY.sub("", words)}
        return [unit.code for unit in self._units if unit.group and clean(unit.group) in bare]

    def near(self, piece: str) -> str:
        """The one name that is likest, to be suggested; none where two are about as like."""
        kinds = [unit_kind(kind) for kind in {unit.kind for unit in self._units}]
        named = [name for unit in self._units for name in {unit.name, unit.label}]
        by_letters: dict[str, set[str]] = {}
        for name in (*kinds, *self.groups, *named):
            by_letters.setdefault(folded(name), set()).add(name)
        likest = get_close_matches(folded(piece[:_LONGEST]), by_letters, n=2, cutoff=_SIMILAR)
        if not likest or len(by_letters[likest[0]]) > 1:
            return ""
        if len(likest) > 1 and _likeness(piece, likest[0]) - _likeness(piece, likest[1]) < _APART:
            return ""
        return next(iter(by_letters[likest[0]]))


def _likeness(piece: str, name: str) -> float:
    return SequenceMatcher(None, name, folded(piece[:_LONGEST])).ratio()


def _called(units: Sequence[Unit]) -> dict[str, list[str]]:
    """Codes by name and by short name."""
    found: dict[str, list[str]] = {}
    for unit in units:
        for name in {clean(unit.name), clean(unit.label)}:
            found.setdefault(name, []).append(unit.code)
    return found
