"""Units: every body in the tree, one type for all levels. Knows nothing of how they are kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Unit:
    """A committee, department or other body. `code` is text: official codes keep their zeros."""

    code: str
    name: str
    kind: str
    short_name: str = ""
    parent: str | None = None
    group: str | None = None
    exists_from: date | None = None
    exists_to: date | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)

    @property
    def label(self) -> str:
        return self.short_name or self.name

    def exists_on(self, day: date) -> bool:
        begun = self.exists_from is None or self.exists_from <= day
        return begun and (self.exists_to is None or day <= self.exists_to)


def topmost(code: str, units: Mapping[str, Unit]) -> str | None:
    """The code of the unit above which there is none among these; None where two units were by
    mistake put beneath each other: nobody can say whose they are."""
    passed: set[str] = set()
    while code not in passed:
        passed.add(code)
        above = units[code].parent
        if above is None or above not in units:
            return code
        code = above
    return None


def of_issuer(code: str, units: Iterable[Unit]) -> tuple[Unit, ...]:
    """Those whom a rule of this issuer can bind: itself and all beneath it. Where nothing stands
    beneath it (an office that issues for its superior) all of its tree; all where it is not among
    them or nobody can say whose it is. Units of which nobody can say whose they are do not fall out
    of every plan for that mistake."""
    known = {unit.code: unit for unit in units}
    top = topmost(code, known) if code in known else None
    if top is None:
        return tuple(known.values())
    beneath = _beneath(code, known)
    if len(beneath) > 1:
        return tuple(
            unit
            for unit in known.values()
            if unit.code in beneath or topmost(unit.code, known) is None
        )
    return tuple(unit for unit in known.values() if topmost(unit.code, known) in (top, None))


def _beneath(code: str, units: Mapping[str, Unit]) -> set[str]:
    """The unit and all beneath it, at any depth."""
    children: dict[str | None, list[str]] = {}
    for unit in units.values():
        children.setdefault(unit.parent, []).append(unit.code)
    found, further = {code}, [code]
    while further:
        further = [one for above in further for one in children.get(above, ()) if one not in found]
        found.update(further)
    return found
