"""What the registers of disclosure, of consultations and the dossiers hold, line by line."""

import re
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

_SPACE = re.compile(r"\s+")
_DASHES = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212), "-")
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")


class Track(StrEnum):
    """Which kind of grassroots a line is about: its part of the law decides the deadlines."""

    COMMUNE = "xa"
    AGENCY = "co-quan"
    ENTERPRISE = "doanh-nghiep"


def track_of(code: str) -> Track | None:
    return Track(code) if code in tuple(Track) else None


@dataclass(frozen=True)
class Paper:
    """Number and symbol as written, and the day printed on it."""

    number: str = ""
    dated: date | None = None

    @property
    def is_known(self) -> bool:
        return bool(self.number) or self.dated is not None

    def is_numbered_like(self, other: "Paper") -> bool:
        """The same number, however spaced: "127 /KH – UBND" is 127/KH-UBND. One without a number
        is like no other."""
        return bool(self.number) and _plain(self.number) == _plain(other.number)


def _plain(number: str) -> str:
    return _LEADING_ZEROS.sub("", _SPACE.sub("", number).translate(_DASHES).casefold())


@dataclass(frozen=True)
class Clock:
    """A time of day as typed; `at` is None where nothing, or nothing readable, was typed."""

    typed: str = ""
    at: time | None = None

    @property
    def is_unread(self) -> bool:
        return bool(self.typed) and self.at is None


NO_TIME = Clock()


@dataclass(frozen=True)
class Minutes:
    """Of the beginning or the end of a posting; `done` is when they were finished."""

    paper: Paper = Paper()
    done: Clock = NO_TIME


@dataclass(frozen=True)
class Showing:
    """Days from the first to the last; without a last one it still goes on."""

    first: date
    last: date | None = None


@dataclass(frozen=True)
class Disclosure:
    """One thing disclosed. `item` is its code in the law's list (11.04, 46.09). `stated` is the
    track that the line itself names, `track` the one it is judged by; None: not known."""

    number: int
    item: str
    content: str
    stated: Track | None = None
    track: Track | None = None
    decision: Paper = Paper()
    posted: bool = False
    online: bool = False
    broadcast_days: int | None = None
    written: bool = False
    other: str = ""
    place: str = ""
    spans: tuple[Showing, ...] = ()
    # Days typed into a span that has no first day.
    loose_ends: tuple[date, ...] = ()
    opened: Minutes = Minutes()
    closed: Minutes = Minutes()
    feedback: int | None = None
    note: str = ""

    @property
    def first_day(self) -> date | None:
        return min((span.first for span in self.spans), default=None)

    @property
    def last_day(self) -> date | None:
        """None while it goes on, or where nothing began."""
        ends = [span.last for span in self.spans]
        return None if None in ends or not ends else max(ends)

    @property
    def is_shown_in_place(self) -> bool:
        """Posted or on the intranet; also where days are given and no way at all is named."""
        ways = (self.written, self.broadcast_days is not None, bool(self.other))
        return self.posted or self.online or (bool(self.spans) and not any(ways))


@dataclass(frozen=True)
class Meeting:
    """On which day, from when to when; `minuted` is the day printed on its minutes."""

    day: date | None = None
    begun: Clock = NO_TIME
    ended: Clock = NO_TIME
    minuted: date | None = None


@dataclass(frozen=True)
class Opinions:
    """`spoken`: written down in the minutes of the meeting; `received` counts those too."""

    spoken: int | None = None
    received: int | None = None
    accepted: int | None = None
    rejected: int | None = None


@dataclass(frozen=True)
class Consultation:
    """One draft on which opinions were asked, with what came of it."""

    number: int
    draft: str
    stated: Track | None = None
    track: Track | None = None
    plan: Paper = Paper()
    asked_from: date | None = None
    asked_until: date | None = None
    meeting: Meeting = Meeting()
    opinions: Opinions = Opinions()
    explanation: Paper = Paper()
    issued: Paper = Paper()
    report: Paper = Paper()
    note: str = ""


class Kept(StrEnum):
    """Whether a paper of a dossier is there."""

    PRESENT = "co"
    ABSENT = "chua"
    NOT_ARISEN = "kps"


@dataclass(frozen=True)
class DossierPaper:
    """`code` is the article and item of the list (9.3); `kept` None: nobody said."""

    code: str
    kept: Kept | None
    paper: Paper = Paper()
    note: str = ""
