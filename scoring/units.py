"""Units: every body in the tree, one type for all levels. Knows nothing of how they are kept."""

from collections.abc import Mapping
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
