"""Facts: one answer per unit, indicator and period. Blank, nothing-arose and zero stay apart."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum


class Absent(Enum):
    """Why there is no number: the three answers that are not figures."""

    NOT_REPORTED = ""
    NOT_ARISEN = "KPS"
    NOT_APPLICABLE = "KAD"


Value = Decimal | Absent

YES = Decimal(1)
NO = Decimal(0)


@dataclass(frozen=True)
class Source:
    """Where a figure was typed, so that every printed number can be followed back to its cell."""

    file: str
    sheet: str
    cell: str
    submission: int | None = None

    def __str__(self) -> str:
        if not self.sheet:
            return f"{self.file}, dòng {self.cell}"
        return f"{self.file} › {self.sheet}!{self.cell}"


@dataclass(frozen=True)
class Figure:
    """A value and the cell it came from; no source when the system observed it."""

    value: Value
    source: Source | None = None


@dataclass(frozen=True)
class Appraisal:
    """Points a person gave to one criterion, with the reason; latest wins, none is erased."""

    points: Decimal
    reason: str
    by: str = ""
    at: str = ""


@dataclass(frozen=True)
class UnitFacts:
    """Everything known of one unit in one period, ready to be scored.

    `figures` is keyed by indicator (observed ones begin with @: "@days_late.tien-do"), `claims`,
    `appraisals` and `evidence` by criterion code. `submitted` is False when no self-score came.
    """

    unit: str
    name: str = ""
    group: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)
    claims: Mapping[str, Figure] = field(default_factory=dict)
    appraisals: Mapping[str, Appraisal] = field(default_factory=dict)
    evidence: Mapping[str, Figure] = field(default_factory=dict)
    submitted: bool = True

    def value(self, indicator: str) -> Value:
        figure = self.figures.get(indicator)
        return figure.value if figure else Absent.NOT_REPORTED
