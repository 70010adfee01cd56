"""One line of the register of disclosure against the law: days until it was shown, days it stayed,
and what its papers say against each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scoring.findings import Finding, Measured, Remark, Verdict, finding
from scoring.legal_deadlines import Count, LegalDeadline, last_day, legal_deadline
from scoring.posting import Span, gaps, joined, posted_days
from scoring.register_lines import Disclosure, Showing, Track
from scoring.register_reading import item_track
from scoring.workdays import WorkCalendar

DISCLOSE, POSTED, LOUDSPEAKER, PERMANENT = "disclose", "posted", "loudspeaker", "permanent"

# Law 10/2022/QH15, Article 13.2: these stay posted for good; 13.3: these may be read out.
_PERMANENT = frozenset({"11.04", "11.13"})
_READ_OUT = frozenset({"11.07", "11.08", "11.09", "11.10", "11.11", "11.12"})


@dataclass(frozen=True)
class AssessedDisclosure:
    line: Disclosure
    measured: tuple[Measured, ...]
    findings: tuple[Finding, ...]

    def rule(self, key: str) -> Measured | None:
        return next((one for one in self.measured if one.key == key), None)


def assess_disclosure(line: Disclosure, calendar: WorkCalendar, day: date) -> AssessedDisclosure:
    """As it stands on `day`."""
    rules = (_disclosed(line, calendar, day), _posted(line, day), _read_out(line))
    measured = tuple(one for one in rules if one is not None)
    found = (
        *_about_the_line(line),
        *_about_the_days(line, calendar, day),
        *_about_minutes(line, day),
    )
    doubtful = (
        finding(Remark.UNCERTAIN_DAY, day=one.limit, other=one.otherwise)
        for one in measured
        if one.limit and one.otherwise
    )
    return AssessedDisclosure(line, measured, (*found, *doubtful))


def _rule(key: str, track: Track | None, day: date | None) -> LegalDeadline | None:
    return legal_deadline(key, track, day) if track is not None and day is not None else None


def _disclosed(line: Disclosure, calendar: WorkCalendar, day: date) -> Measured:
    anchor, first = line.decision.dated, line.first_day
    rule = _rule(DISCLOSE, line.track, anchor)
    if rule is None or anchor is None:
        unknown = line.track is None or anchor is None
        return Measured(DISCLOSE, Verdict.UNKNOWN if unknown else Verdict.NOT_SET)
    limit, plain = (last_day(rule, anchor, one) for one in (calendar, calendar.without_uncertain()))
    until = first or day
    counted = days_after(rule, anchor, until, calendar)
    verdict = _in_time(first, limit, day) if until >= anchor else Verdict.UNKNOWN
    otherwise = plain if plain != limit else None
    return Measured(DISCLOSE, verdict, rule, counted, anchor, first, limit, otherwise)


def _in_time(first: date | None, limit: date, day: date) -> Verdict:
    if first is None and day <= limit:
        return Verdict.OPEN
    return Verdict.KEPT if first is not None and first <= limit else Verdict.BROKEN


def days_after(rule: LegalDeadline, anchor: date, until: date, calendar: WorkCalendar) -> int:
    """Working or calendar days after the anchor, as the rule counts them; none before it."""
    if rule.count is Count.WORKING:
        return calendar.between(anchor, until)
    return max(0, (until - anchor).days)


def _posted(line: Disclosure, day: date) -> Measured | None:
    if not line.is_shown_in_place:
        return None
    if line.track is Track.COMMUNE and line.item in _PERMANENT:
        return _permanent(line)
    rule, runs = _rule(POSTED, line.track, line.first_day), _runs(line.spans, day)
    if line.track is None or not runs:
        return Measured(POSTED, Verdict.UNKNOWN)
    longest = max(runs, key=lambda run: posted_days(run.first, run.last))
    counted = posted_days(longest.first, longest.last)
    verdict = _long_enough(counted, rule, line, day)
    return Measured(POSTED, verdict, rule, counted, longest.first, longest.last)


def _permanent(line: Disclosure) -> Measured:
    rule = _rule(POSTED, line.track, line.first_day)
    verdict = Verdict.BROKEN if line.last_day else Verdict.KEPT
    if line.first_day is None:
        verdict = Verdict.UNKNOWN
    return Measured(PERMANENT, verdict, rule, None, line.first_day, line.last_day)


def _runs(showings: tuple[Showing, ...], day: date) -> tuple[Span, ...]:
    """Without a break, in order; what still goes on counts up to `day`."""
    return joined(Span(one.first, min(one.last or day, day)) for one in showings)


def _long_enough(counted: int, rule: LegalDeadline | None, line: Disclosure, day: date) -> Verdict:
    if rule is None or rule.n is None:
        return Verdict.NOT_SET
    if counted >= rule.n:
        return Verdict.KEPT
    return Verdict.OPEN if line.last_day is None or line.last_day > day else Verdict.BROKEN


def _read_out(line: Disclosure) -> Measured | None:
    if line.broadcast_days is None or line.item not in _READ_OUT:
        return None
    rule = _rule(LOUDSPEAKER, line.track, line.first_day)
    if rule is None or rule.n is None:
        return None
    verdict = Verdict.KEPT if line.broadcast_days >= rule.n else Verdict.BROKEN
    return Measured(LOUDSPEAKER, verdict, rule, line.broadcast_days, line.first_day)


def _about_the_line(line: Disclosure) -> Iterator[Finding]:
    by_item = item_track(line.item)
    if line.track is None:
        yield finding(Remark.TRACK_UNKNOWN)
    if line.stated and by_item and line.stated is not by_item:
        yield finding(Remark.TRACK_CONTRADICTS_ITEM, item=line.item)
    if line.decision.dated is None:
        yield finding(Remark.DECISION_DAY_MISSING)
    for last in line.loose_ends:
        yield finding(Remark.FIRST_DAY_MISSING, last=last)
    for span in line.spans:
        if span.last is not None and span.last < span.first:
            yield finding(Remark.SPAN_REVERSED, first=span.first, last=span.last)


def _about_the_days(line: Disclosure, calendar: WorkCalendar, day: date) -> Iterator[Finding]:
    decided, first, last = line.decision.dated, line.first_day, line.last_day
    if decided and first and first < decided:
        yield finding(Remark.SHOWN_BEFORE_DECISION, first=first, decided=decided)
    if line.is_shown_in_place:
        yield from _breaks(line.spans, day)
    if last is None:
        return
    if line.track is Track.COMMUNE and line.item in _PERMANENT:
        yield finding(Remark.PERMANENT_ENDED, item=line.item, last=last)
    elif not calendar.is_working(last):
        yield finding(Remark.CLOSED_ON_DAY_OFF, last=last)


def _breaks(showings: tuple[Showing, ...], day: date) -> Iterator[Finding]:
    for hole in gaps(_runs(showings, day)):
        yield finding(Remark.BREAK_IN_POSTING, first=hole.first, last=hole.last, days=hole.days)


def _about_minutes(line: Disclosure, day: date) -> Iterator[Finding]:
    opened, closed = line.opened.paper, line.closed.paper
    first, last = line.first_day, line.last_day
    for minutes in (line.opened, line.closed):
        if minutes.done.is_unread:
            yield finding(Remark.TIME_UNREAD, typed=minutes.done.typed)
    if not line.is_shown_in_place:
        return
    if first and not opened.is_known:
        yield finding(Remark.NO_OPENING_MINUTES, first=first)
    if first and opened.dated and opened.dated != first:
        yield finding(Remark.OPENING_MINUTES_ANOTHER_DAY, dated=opened.dated, first=first)
    if last and last < day and not closed.is_known:
        yield finding(Remark.NO_CLOSING_MINUTES, last=last)
    if last and closed.dated and closed.dated < last:
        yield finding(Remark.CLOSING_MINUTES_TOO_EARLY, dated=closed.dated, last=last)
    if last is None and closed.dated:
        yield finding(Remark.CLOSING_MINUTES_WITHOUT_END, dated=closed.dated)
