"""What reckoning a register against the law comes to: rules kept or broken, and odd papers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from scoring.legal_deadlines import LegalDeadline

Said = date | int | str


class Verdict(StrEnum):
    KEPT = "kept"
    BROKEN = "broken"
    # The time is not over on the day it is looked at.
    OPEN = "open"
    # A day or the track is missing.
    UNKNOWN = "unknown"
    # The law sets no number for this.
    NOT_SET = "not_set"


@dataclass(frozen=True)
class Measured:
    """One rule of the law on one line: `counted` days from `since` to `until`. `limit` is the last
    day on time, or the first on which it has lasted long enough. `otherwise` is the limit where
    uncertain days off are taken for working days."""

    key: str
    verdict: Verdict
    rule: LegalDeadline | None = None
    counted: int | None = None
    since: date | None = None
    until: date | None = None
    limit: date | None = None
    otherwise: date | None = None


class Weight(StrEnum):
    """BREACH: the law is broken. CONFLICT: the papers contradict each other. LACKING: something is
    missing. NOTE: said, not held against anybody."""

    BREACH = "breach"
    CONFLICT = "conflict"
    LACKING = "lacking"
    NOTE = "note"


class Remark(StrEnum):
    """What is odd; its Vietnamese sentence is in dashboard/finding_sentences.py."""

    TRACK_UNKNOWN = "TRACK_UNKNOWN"
    TRACK_CONTRADICTS_ITEM = "TRACK_CONTRADICTS_ITEM"
    DECISION_DAY_MISSING = "DECISION_DAY_MISSING"
    FIRST_DAY_MISSING = "FIRST_DAY_MISSING"
    SPAN_REVERSED = "SPAN_REVERSED"
    SHOWN_BEFORE_DECISION = "SHOWN_BEFORE_DECISION"
    BREAK_IN_POSTING = "BREAK_IN_POSTING"
    PERMANENT_ENDED = "PERMANENT_ENDED"
    CLOSED_ON_DAY_OFF = "CLOSED_ON_DAY_OFF"
    NO_OPENING_MINUTES = "NO_OPENING_MINUTES"
    NO_CLOSING_MINUTES = "NO_CLOSING_MINUTES"
    OPENING_MINUTES_ANOTHER_DAY = "OPENING_MINUTES_ANOTHER_DAY"
    CLOSING_MINUTES_TOO_EARLY = "CLOSING_MINUTES_TOO_EARLY"
    CLOSING_MINUTES_WITHOUT_END = "CLOSING_MINUTES_WITHOUT_END"
    TIME_UNREAD = "TIME_UNREAD"
    UNCERTAIN_DAY = "UNCERTAIN_DAY"
    MINUTES_INSIDE_MEETING = "MINUTES_INSIDE_MEETING"
    PERIOD_REVERSED = "PERIOD_REVERSED"
    PLAN_AFTER_OPINIONS_BEGAN = "PLAN_AFTER_OPINIONS_BEGAN"
    MINUTES_ANOTHER_DAY = "MINUTES_ANOTHER_DAY"
    MINUTES_ON_DAY_OFF = "MINUTES_ON_DAY_OFF"
    MEETING_REVERSED = "MEETING_REVERSED"
    OPINIONS_END_BEFORE_POSTING = "OPINIONS_END_BEFORE_POSTING"
    ISSUED_BEFORE_OPINIONS_END = "ISSUED_BEFORE_OPINIONS_END"
    ISSUED_WHILE_POSTED = "ISSUED_WHILE_POSTED"
    ISSUED_BEFORE_REPORT = "ISSUED_BEFORE_REPORT"
    ISSUED_WITHOUT_REPORT = "ISSUED_WITHOUT_REPORT"
    REPORT_BEFORE_OPINIONS_END = "REPORT_BEFORE_OPINIONS_END"
    COUNTS_DIFFER = "COUNTS_DIFFER"
    SPOKEN_NOT_COUNTED = "SPOKEN_NOT_COUNTED"
    EXPLANATION_MISSING = "EXPLANATION_MISSING"
    ISSUED_NOT_DISCLOSED = "ISSUED_NOT_DISCLOSED"
    PAPER_MISSING = "PAPER_MISSING"
    PAPER_NOT_DUE = "PAPER_NOT_DUE"
    PAPER_UNDATED = "PAPER_UNDATED"
    PAPERS_OUT_OF_ORDER = "PAPERS_OUT_OF_ORDER"


_LACKING = frozenset(
    {
        Remark.TRACK_UNKNOWN,
        Remark.DECISION_DAY_MISSING,
        Remark.FIRST_DAY_MISSING,
        Remark.NO_OPENING_MINUTES,
        Remark.NO_CLOSING_MINUTES,
        Remark.TIME_UNREAD,
        Remark.ISSUED_WITHOUT_REPORT,
        Remark.EXPLANATION_MISSING,
        Remark.ISSUED_NOT_DISCLOSED,
        Remark.PAPER_MISSING,
        Remark.PAPER_UNDATED,
    }
)
# Whether a break does harm is said by the rule on the days of posting.
_NOTES = frozenset(
    {
        Remark.BREAK_IN_POSTING,
        Remark.CLOSED_ON_DAY_OFF,
        Remark.UNCERTAIN_DAY,
        Remark.PAPER_NOT_DUE,
    }
)


@dataclass(frozen=True)
class Finding:
    """`said` fills the sentence of the remark: days, numbers, words as written."""

    remark: Remark
    said: Mapping[str, Said] = field(default_factory=dict)

    @property
    def weight(self) -> Weight:
        if self.remark is Remark.PERMANENT_ENDED:
            return Weight.BREACH
        if self.remark in _NOTES:
            return Weight.NOTE
        return Weight.LACKING if self.remark in _LACKING else Weight.CONFLICT


def finding(remark: Remark, /, **said: Said) -> Finding:
    return Finding(remark, said)
