"""Lines of registers, whole and in order, to be changed in one thing at a time."""

from collections.abc import Iterable
from datetime import date, time

from scoring.findings import Finding, Remark
from scoring.register_lines import (
    Clock,
    Consultation,
    Disclosure,
    Meeting,
    Minutes,
    Opinions,
    Paper,
    Showing,
    Track,
)
from scoring.workdays import WorkCalendar

# Tết of 2024, as decreed.
TET = tuple(date(2024, 2, day) for day in (8, 9, 10, 11, 12, 13, 14))
CALENDAR = WorkCalendar(frozenset(TET))
LATER = date(2024, 12, 31)

PLAN = Paper("12/KH-UBND", date(2024, 3, 1))
POSTING = Disclosure(
    1,
    "46.09",
    "Dự thảo quy chế",
    None,
    Track.AGENCY,
    PLAN,
    posted=True,
    spans=(Showing(date(2024, 3, 4), date(2024, 4, 3)),),
    opened=Minutes(Paper("", date(2024, 3, 4)), Clock("8:00", time(8))),
    closed=Minutes(Paper("", date(2024, 4, 3)), Clock("17:00", time(17))),
)
ASKING = Consultation(
    1,
    "Dự thảo quy chế",
    None,
    Track.AGENCY,
    PLAN,
    date(2024, 3, 4),
    date(2024, 4, 4),
    Meeting(date(2024, 4, 2), Clock("9:00", time(9)), Clock("11:00", time(11)), date(2024, 4, 2)),
    Opinions(2, 5, 3, 2),
    explanation=Paper("20/BC-UBND", date(2024, 4, 8)),
    issued=Paper("22/QC-UBND", date(2024, 4, 12)),
    report=Paper("21/BC-UBND", date(2024, 4, 10)),
)
# The regulation that came of it, disclosed in its turn.
ISSUED = Disclosure(
    2, "46.09", "Quy chế", None, Track.AGENCY, Paper("22/QC-UBND", date(2024, 4, 12))
)


def remarks(findings: Iterable[Finding]) -> list[Remark]:
    return [found.remark for found in findings]
