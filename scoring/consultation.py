"""One draft on which opinions were asked: how long, what came of them, and what its papers and
those of the posting of the same plan say against each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from scoring.disclosure import DISCLOSE
from scoring.findings import Finding, Measured, Remark, Verdict, finding
from scoring.legal_deadlines import last_day, legal_deadline
from scoring.posting import posted_days
from scoring.register_lines import Consultation, Disclosure, Meeting, Minutes, Opinions
from scoring.workdays import WorkCalendar

CONSULTATION = "consultation"


@dataclass(frozen=True)
class AssessedConsultation:
    """`postings` are the lines of the register of disclosure that name the same plan."""

    line: Consultation
    postings: tuple[Disclosure, ...]
    measured: tuple[Measured, ...]
    findings: tuple[Finding, ...]


def assess_consultation(
    line: Consultation, register: Sequence[Disclosure], calendar: WorkCalendar, day: date
) -> AssessedConsultation:
    """As it stands on `day`; `register` is all that the unit has disclosed."""
    postings = tuple(one for one in register if one.decision.is_numbered_like(line.plan))
    findings = (
        *_about_the_period(line),
        *_about_the_meeting(line.meeting, calendar),
        *(found for one in postings for found in _beside_posting(line, one)),
        *_about_what_was_issued(line),
        *_about_opinions(line),
        *_about_disclosure(line, register, calendar, day),
    )
    return AssessedConsultation(line, postings, (_asked_long_enough(line, day),), findings)


def _asked_long_enough(line: Consultation, day: date) -> Measured:
    first, last = line.asked_from, line.asked_until
    if line.track is None or first is None:
        return Measured(CONSULTATION, Verdict.UNKNOWN)
    rule = legal_deadline(CONSULTATION, line.track, first)
    counted = posted_days(first, min(last or day, day)) if first <= (last or day) else 0
    if rule is None or rule.n is None:
        return Measured(CONSULTATION, Verdict.NOT_SET, None, counted, first, last)
    open_still = last is None or last > day
    missed = Verdict.OPEN if open_still else Verdict.BROKEN
    verdict = Verdict.KEPT if counted >= rule.n else missed
    return Measured(CONSULTATION, verdict, rule, counted, first, last)


def _about_the_period(line: Consultation) -> Iterator[Finding]:
    first, last, plan = line.asked_from, line.asked_until, line.plan.dated
    if line.track is None:
        yield finding(Remark.TRACK_UNKNOWN)
    if first and last and last < first:
        yield finding(Remark.PERIOD_REVERSED, first=first, last=last)
    if plan and first and first < plan:
        yield finding(Remark.PLAN_AFTER_OPINIONS_BEGAN, plan=plan, first=first)


def _about_the_meeting(meeting: Meeting, calendar: WorkCalendar) -> Iterator[Finding]:
    for clock in (meeting.begun, meeting.ended):
        if clock.is_unread:
            yield finding(Remark.TIME_UNREAD, typed=clock.typed)
    begun, ended, minuted = meeting.begun.at, meeting.ended.at, meeting.minuted
    if begun and ended and ended <= begun:
        yield finding(Remark.MEETING_REVERSED, begun=meeting.begun.typed, ended=meeting.ended.typed)
    if minuted and meeting.day and minuted != meeting.day:
        yield finding(Remark.MINUTES_ANOTHER_DAY, minuted=minuted, met=meeting.day)
        if not calendar.is_working(minuted):
            yield finding(Remark.MINUTES_ON_DAY_OFF, minuted=minuted)


def _beside_posting(line: Consultation, posting: Disclosure) -> Iterator[Finding]:
    for minutes in (posting.opened, posting.closed):
        if _inside(minutes, line.meeting):
            yield finding(
                Remark.MINUTES_INSIDE_MEETING,
                done=minutes.done.typed,
                day=minutes.paper.dated or "",
                begun=line.meeting.begun.typed,
                ended=line.meeting.ended.typed,
            )
    last, until, issued = posting.last_day, line.asked_until, line.issued.dated
    if until and last and until < last:
        yield finding(Remark.OPINIONS_END_BEFORE_POSTING, until=until, last=last)
    if issued and last and issued <= last:
        yield finding(Remark.ISSUED_WHILE_POSTED, issued=issued, last=last)


def _inside(minutes: Minutes, meeting: Meeting) -> bool:
    begun, done, ended = meeting.begun.at, minutes.done.at, meeting.ended.at
    same_day = meeting.day is not None and minutes.paper.dated == meeting.day
    return bool(same_day and begun and done and ended and begun < done < ended)


def _about_what_was_issued(line: Consultation) -> Iterator[Finding]:
    issued, report, until = line.issued.dated, line.report.dated, line.asked_until
    if issued and report and issued < report:
        yield finding(Remark.ISSUED_BEFORE_REPORT, issued=issued, report=report)
    if issued and not line.report.is_known:
        yield finding(Remark.ISSUED_WITHOUT_REPORT, issued=issued)
    if issued and until and issued <= until:
        yield finding(Remark.ISSUED_BEFORE_OPINIONS_END, issued=issued, until=until)
    if report and until and report < until:
        yield finding(Remark.REPORT_BEFORE_OPINIONS_END, report=report, until=until)


def _about_opinions(line: Consultation) -> Iterator[Finding]:
    said: Opinions = line.opinions
    received, accepted, rejected = said.received, said.accepted, said.rejected
    if None not in (received, accepted, rejected) and received != accepted + rejected:
        yield finding(Remark.COUNTS_DIFFER, received=received, accepted=accepted, rejected=rejected)
    if said.spoken is not None and received is not None and said.spoken > received:
        yield finding(Remark.SPOKEN_NOT_COUNTED, spoken=said.spoken, received=received)
    if (received or rejected) and line.issued.is_known and not line.explanation.is_known:
        yield finding(Remark.EXPLANATION_MISSING, received=received or rejected or 0)


def _about_disclosure(
    line: Consultation, register: Sequence[Disclosure], calendar: WorkCalendar, day: date
) -> Iterator[Finding]:
    """What was issued is itself to be disclosed."""
    issued = line.issued.dated
    if issued is None or line.track is None or not line.issued.number:
        return
    rule = legal_deadline(DISCLOSE, line.track, issued)
    if rule is None or any(one.decision.is_numbered_like(line.issued) for one in register):
        return
    limit = last_day(rule, issued, calendar)
    if limit < day:
        yield finding(Remark.ISSUED_NOT_DISCLOSED, number=line.issued.number, limit=limit)
