"""Public holidays of Vietnam that fall on weekdays, days in lieu and swapped days among them.

Labour Code 2019, Article 112; years and swaps as published for public offices.
"""

from datetime import date

from scoring.workdays import WorkCalendar

_OFF = {
    2022: "01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02",
    2023: "01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04",
    2024: "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03",
    2025: "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02",
    2026: "01-01 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24",
}
_WORKED = {2024: "05-04", 2025: "04-26", 2026: "08-22"}


def _days(by_year: dict[int, str]) -> frozenset[date]:
    found = (f"{year}-{day}" for year, days in by_year.items() for day in days.split())
    return frozenset(date.fromisoformat(day) for day in found)


OFFICES = WorkCalendar(_days(_OFF), _days(_WORKED))
