"""Reporting periods: a quarter or a year. Knows the calendar, not today's date."""

import re
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, order=True)
class Period:
    """A quarter ("2022-Q3") or, with quarter None, a whole year ("2022")."""

    year: int
    quarter: int | None = None

    def __str__(self) -> str:
        return str(self.year) if self.quarter is None else f"{self.year}-Q{self.quarter}"

    @property
    def first_day(self) -> date:
        return date(self.year, 1 if self.quarter is None else 3 * self.quarter - 2, 1)

    @property
    def last_day(self) -> date:
        if self.quarter in (None, 4):
            return date(self.year, 12, 31)
        return date(self.year, 3 * self.quarter + 1, 1) - timedelta(days=1)

    @property
    def is_year(self) -> bool:
        return self.quarter is None

    @property
    def mark(self) -> str:
        """The word a criterion's `periods` uses: Q1 to Q4, or Y."""
        return "Y" if self.quarter is None else f"Q{self.quarter}"

    @property
    def quarter_of_record(self) -> "Period":
        """Returns are quarterly and cumulative: the year is read from the fourth quarter's."""
        return Period(self.year, 4) if self.quarter is None else self

    def quarters_to_date(self) -> tuple["Period", ...]:
        return tuple(Period(self.year, q) for q in range(1, (self.quarter or 4) + 1))

    def contains(self, other: "Period") -> bool:
        return self.year == other.year and self.quarter in (None, other.quarter)


def parse_period(text: str) -> Period:
    """Read "2022" or "2022-Q3"; raises ValueError for anything else."""
    match = re.fullmatch(r"([12][0-9]{3})(?:-Q([1-4]))?", text)
    if not match:
        raise ValueError(f"not a period: {text!r} (2022 or 2022-Q3)")
    return Period(int(match[1]), int(match[2]) if match[2] else None)


def periods_of_year(year: int) -> tuple[Period, ...]:
    return (*Period(year).quarters_to_date(), Period(year))
