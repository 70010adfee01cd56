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


def topmost(code: str, parents: Mapping[str, str | None]) -> str | None:
    """The code of the unit above which there is none among these; None where two units were by
    mistake put beneath each other: nobody can say whose they are."""
    passed: set[str] = set()
    while code not in passed:
        passed.add(code)
        above = parents[code]
        if above is None or above not in parents:
            return code
        code = above
    return None


def beneath(code: str, parents: Mapping[str, str | None]) -> frozenset[str]:
    """The unit and all beneath it, at any depth."""
    children: dict[str | None, list[str]] = {}
    for child, parent in parents.items():
        children.setdefault(parent, []).append(child)
    found, further = {code}, [code]
    while further:
        further = [one for above in further for one in children.get(above, ()) if one not in found]
        found.update(further)
    return frozenset(found)


def of_issuer(code: str, units: Iterable[Unit]) -> tuple[Unit, ...]:
    """Those whom a rule of this issuer can bind: itself and all beneath it. Where nothing stands
    beneath it (an office that issues for its superior) all of its tree; all where it is not among
    them or nobody can say whose it is. Units of which nobody can say whose they are do not fall out
    of every plan for that mistake."""
    known = tuple(units)
    parents = {unit.code: unit.parent for unit in known}
    top = topmost(code, parents) if code in parents else None
    if top is None:
        return known
    own = beneath(code, parents)
    if len(own) == 1:
        own = beneath(top, parents)
    return tuple(unit for unit in known if unit.code in own or topmost(unit.code, parents) is None)
