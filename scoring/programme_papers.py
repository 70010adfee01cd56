"""Papers a programme names: those above it, those that changed it; its oddities and exemptions."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Above:
    """A document that the programme carries out; `programme`: its code where it is kept here."""

    number: str
    dated: date | None
    issuer: str
    title: str
    programme: str = ""


@dataclass(frozen=True)
class Amendment:
    """A document that changed the programme."""

    number: str
    dated: date | None
    summary: str


@dataclass(frozen=True)
class Flag:
    """What is odd in the original and kept as printed."""

    where: str
    printed: str
    note: str


@dataclass(frozen=True)
class ShownFigure:
    """A figure shown beside the results, supplied by another body."""

    key: str
    label: str
    source: str


@dataclass(frozen=True)
class Exempted:
    """A unit that a rule would bind and that is not bound, by one task, one form or all."""

    unit: str
    reason: str
    task: str = ""
    form: str = ""

    def frees(self, unit: str, task: str, form: str) -> bool:
        if self.unit != unit:
            return False
        return (self.task, self.form) in (("", ""), (task, form))
