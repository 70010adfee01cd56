"""The answers of a register's form as its lines. Knows the keys of the three shipped forms."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import TypeVar

from scoring.facts import YES, Absent
from scoring.register_lines import (
    Clock,
    Consultation,
    Disclosure,
    DossierPaper,
    Kept,
    Meeting,
    Minutes,
    Opinions,
    Paper,
    Showing,
    Track,
    track_of,
)
from scoring.returns import Answer

DISCLOSURES, CONSULTATIONS, DOSSIERS = "so-cong-khai", "so-lay-y-kien", "ho-so"
_SHEET = "A"
_ITEM_TRACKS = {"11": Track.COMMUNE, "46": Track.AGENCY, "64": Track.ENTERPRISE}

# 15:00, 15:00:00, 15h, 15h30, 15 giờ 00 phút, 15g30.
_CLOCK = re.compile(r"(\d{1,2})\s*(?::|h|g|giờ)\s*(?:(\d{1,2})(?::\d{1,2})?\s*(?:phút|p|')?)?")

Line = TypeVar("Line")


@dataclass(frozen=True)
class Columns:
    """The answers of one line by column; what was not answered, or did not arise, is nothing."""

    answers: Mapping[str, Answer]

    def text(self, key: str) -> str:
        found = self.answers.get(key)
        return found.strip() if isinstance(found, str) else ""

    def day(self, key: str) -> date | None:
        found = self.answers.get(key)
        return found if isinstance(found, date) else None

    def count(self, key: str) -> int | None:
        found = self.answers.get(key)
        return int(found) if isinstance(found, Decimal) else None

    def ticked(self, key: str) -> bool:
        return self.answers.get(key) == YES

    def paper(self, number: str, dated: str) -> Paper:
        return Paper(self.text(number), self.day(dated))

    def clock(self, key: str) -> Clock:
        typed = self.text(key)
        return Clock(typed, read_clock(typed))


def read_clock(typed: str) -> time | None:
    match = _CLOCK.fullmatch(typed.strip().casefold())
    hour, minute = (int(match[1]), int(match[2] or 0)) if match else (24, 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def disclosures(answers: Mapping[str, Answer], unit_track: Track | None) -> tuple[Disclosure, ...]:
    """`unit_track` counts where neither the line nor its item in the law says which kind it is."""
    return _lines(answers, lambda number, said: _disclosure(number, said, unit_track))


def consultations(
    answers: Mapping[str, Answer], unit_track: Track | None
) -> tuple[Consultation, ...]:
    return _lines(answers, lambda number, said: _consultation(number, said, unit_track))


def item_track(item: str) -> Track | None:
    """By the article of the law whose list the item stands in."""
    return _ITEM_TRACKS.get(item.partition(".")[0])


def says_nothing_arose(answers: Mapping[str, Answer]) -> bool:
    return answers.get(_SHEET) is Absent.NOT_ARISEN


def _lines(answers: Mapping[str, Answer], line: Callable[[int, Columns], Line]) -> tuple[Line, ...]:
    found: dict[int, dict[str, Answer]] = {}
    for key, answer in answers.items():
        sheet, number, column = (*key.split("."), "", "")[:3]
        if sheet == _SHEET and number.isdigit():
            found.setdefault(int(number), {})[column] = answer
    return tuple(line(number, Columns(found[number])) for number in sorted(found))


def _disclosure(number: int, said: Columns, unit_track: Track | None) -> Disclosure:
    stated, item = track_of(said.text("track")), said.text("item")
    ends = [(said.day(f"from_{n}"), said.day(f"to_{n}")) for n in (1, 2)]
    return Disclosure(
        number,
        item,
        said.text("content"),
        stated,
        stated or item_track(item) or unit_track,
        said.paper("number", "decided"),
        said.ticked("posted"),
        said.ticked("online"),
        said.count("broadcast"),
        said.ticked("written"),
        said.text("other"),
        said.text("place"),
        tuple(Showing(first, last) for first, last in ends if first is not None),
        tuple(last for first, last in ends if first is None and last is not None),
        _minutes(said, "opened"),
        _minutes(said, "closed"),
        said.count("feedback"),
        said.text("note"),
    )


def _minutes(said: Columns, key: str) -> Minutes:
    return Minutes(said.paper(f"{key}_number", key), said.clock(f"{key}_at"))


def _consultation(number: int, said: Columns, unit_track: Track | None) -> Consultation:
    stated = track_of(said.text("track"))
    return Consultation(
        number,
        said.text("draft"),
        stated,
        stated or unit_track,
        said.paper("plan_number", "plan_day"),
        said.day("from_day"),
        said.day("to_day"),
        Meeting(
            said.day("meeting_day"),
            said.clock("meeting_from"),
            said.clock("meeting_to"),
            said.day("minutes_day"),
        ),
        Opinions(*(said.count(key) for key in ("spoken", "received", "accepted", "rejected"))),
        said.paper("explanation_number", "explanation_day"),
        said.paper("issued_number", "issued_day"),
        said.paper("report_number", "report_day"),
        said.text("note"),
    )


def dossier_papers(
    answers: Mapping[str, Answer], codes: tuple[str, ...]
) -> tuple[DossierPaper, ...]:
    """`codes` are the form's own rows, in its order."""
    return tuple(_dossier_paper(code, answers) for code in codes)


def _dossier_paper(code: str, answers: Mapping[str, Answer]) -> DossierPaper:
    start = f"{_SHEET}.{code}."
    own = {key[len(start) :]: value for key, value in answers.items() if key.startswith(start)}
    said = Columns(own)
    return DossierPaper(
        code, _kept(own.get("state")), said.paper("number", "dated"), said.text("note")
    )


def _kept(answer: Answer | None) -> Kept | None:
    if answer is Absent.NOT_ARISEN:
        return Kept.NOT_ARISEN
    return Kept(answer) if answer in (Kept.PRESENT, Kept.ABSENT) else None
