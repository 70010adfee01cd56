"""A return: one filled-in form by one unit for one period. Knows no file format and no database."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scoring.facts import Absent
from scoring.forms import Mark

Answer = Decimal | date | str | Absent


@dataclass(frozen=True)
class Entry:
    """One answer with the cell it was typed in and the text as typed."""

    key: str
    answer: Answer
    typed: str
    sheet: str
    cell: str


@dataclass(frozen=True)
class Return:
    mark: Mark
    entries: tuple[Entry, ...]

    def answer(self, key: str) -> Answer:
        found = next((entry for entry in self.entries if entry.key == key), None)
        return found.answer if found else Absent.NOT_REPORTED
