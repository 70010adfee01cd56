"""Which term of the law holds on a day, and when it ends (docs/deadlines.md, section 4)."""

from calendar import monthrange
from datetime import date, timedelta

from scoring.legal_terms import LEGAL_DEADLINES, Count, LegalDeadline, Relation
from scoring.timing import Roll
from scoring.workdays import WorkCalendar


def legal_deadline(key: str, track: str, day: date) -> LegalDeadline | None:
    """The one in force on `day` for this kind of grassroots; None where there is none."""
    found = [
        one
        for one in LEGAL_DEADLINES
        if (one.key, one.track) == (key, track) and one.in_force_from <= day
    ]
    return max(found, key=lambda one: one.in_force_from, default=None)


def last_day(deadline: LegalDeadline, anchor: date, calendar: WorkCalendar) -> date:
    """AT_MOST: the last day on time, of calendar days and months rolled off a day off (Civil Code
    2015, Article 148.5). AT_LEAST: the first day on which it has lasted long enough.
    AT_LEAST_BEFORE: the last day on which it may be announced."""
    if deadline.relation is Relation.AT_LEAST_BEFORE:
        return anchor - timedelta(days=deadline.n)
    counted = deadline.n - 1 if deadline.inclusive else deadline.n
    if deadline.count is Count.WORKING:
        return calendar.add(anchor, counted)
    if deadline.count is Count.MONTHS:
        return Roll.NEXT.moved(_months_after(anchor, deadline.n), calendar)
    ends = anchor + timedelta(days=counted)
    return Roll.NEXT.moved(ends, calendar) if deadline.relation is Relation.AT_MOST else ends


def _months_after(anchor: date, months: int) -> date:
    """The same day of the month; the month's last where it has none or the anchor is one (three
    months after 31/12 end on 31/3, after 30/11 on 28/2)."""
    years, month = divmod(anchor.month - 1 + months, 12)
    year, longest = anchor.year + years, monthrange(anchor.year + years, month + 1)[1]
    is_last = anchor.day == monthrange(anchor.year, anchor.month)[1]
    return date(year, month + 1, longest if is_last else min(anchor.day, longest))
