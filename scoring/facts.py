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


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure was typed, so that every printed number can be followed back to its cell; of a
    figure from elsewhere `file` names the document, and there is no cell."""

    file: str
    sheet: str
    cell: str
    submission: int | None = None

    def __str__(self) -> str:
        if not self.cell:
            return self.file
        if not self.sheet:
            return f"{self.file}, dòng {self.cell}"
        return f"{self.file} › {self.sheet}!{self.cell}"


@dataclass(frozen=True, slots=True)
class Figure:
    """A value and the cell it came from; no source when the system observed it."""

    value: Value
    source: Source | None = None


@dataclass(frozen=True)
class Appraisal:
    """Points a person gave to one criterion, with the reason; the latest of the highest round
    wins, none is erased."""

    points: Decimal
    reason: str
    by: str = ""
    at: str = ""
    # 1 and 2: the first and second appraisal; 3: the committee as a whole.
    round: int = 1


@dataclass(frozen=True)
class DecidedClass:
    """The class people gave where the table left it to them."""

    name: str
    reason: str
    decision: str = ""
    by: str = ""
    at: str = ""


@dataclass(frozen=True)
class UnitFacts:
    """Everything known of one unit in one period, ready to be scored.

    `figures` is keyed by indicator (observed ones begin with @: "@days_late.tien-do"), `claims`,
    `appraisals`, `rounds` and `evidence` by criterion code: `appraisals` holds the one that counts,
    `rounds` the latest of every round, in order. `submitted` is False when no self-score came.
    `tie_order` is the place people gave among units that nothing else could part.
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
    rounds: Mapping[str, tuple[Appraisal, ...]] = field(default_factory=dict)
    tie_order: Decimal | None = None
    decided_class: DecidedClass | None = None

    def value(self, indicator: str) -> Value:
        figure = self.figures.get(indicator)
        return figure.value if figure else Absent.NOT_REPORTED
