"""The calendar of offices of 2024, typed from the decrees and not from the program."""

from datetime import date

from scoring.workdays import WorkCalendar

_OFF = (
    *((1, 1), (2, 8), (2, 9), (2, 12), (2, 13), (2, 14)),
    *((4, 18), (4, 29), (4, 30), (5, 1), (9, 2), (9, 3)),
)
OFFICES_2024 = WorkCalendar(
    frozenset(date(2024, month, day) for month, day in _OFF), frozenset({date(2024, 5, 4)})
)
