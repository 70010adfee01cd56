"""Kiểm tra: a team, the places it goes to, and what happens to each visit until its conclusion."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, Engine

from data_access import catalogue
from data_access.accounts import KEEPS_HOUSE, Actor, require_role
from data_access.admitting import require_day, written_day
from data_access.database import writing
from data_access.evidence import require_kind
from data_access.inspections import (
    Paper,
    Team,
    Visit,
    VisitKind,
    find_inspection,
    find_visit,
    keep_decision,
    keep_event,
    keep_inspection,
    keep_visit,
)
from data_access.keeping import keep_file, plain_file_name
from data_access.moments import Moments, moments_for
from data_access.reviews import require_short, require_words
from scoring.refusals import Refusal, Refused

_OLDEST = date(1945, 9, 2)


def plan_inspection(
    engine: Engine,
    actor: Actor,
    year: int,
    title: str,
    members: Sequence[str],
    decision: str,
    decided_on: date | None = None,
    programme: str = "",
    task: str = "",
    moments: Moments | None = None,
) -> int:
    """The number of the inspection. `members`: the team, its head first; the number of the decision
    may still be blank."""
    require_role(actor, KEEPS_HOUSE)
    team = Team(
        year,
        require_words(title, Refusal.WORDS_REQUIRED),
        tuple(words for one in members if (words := require_short(one))),
        require_short(decision),
        decided_on,
        programme.strip(),
        task.strip(),
    )
    with writing(engine, actor, "plan_inspection", str(year), team.title) as connection:
        at = moments_for(connection, moments)
        require_day(date(year, 1, 1), _OLDEST, date(at.official.year + 1, 1, 1))
        if decided_on is not None:
            require_day(decided_on, _OLDEST, at.official.date())
        return keep_inspection(connection, actor, team, at)


def number_inspection(
    engine: Engine,
    actor: Actor,
    inspection: int,
    decision: str,
    decided_on: date,
    moments: Moments | None = None,
) -> None:
    """Number and day of the decision, where the clerical office gave them later."""
    require_role(actor, KEEPS_HOUSE)
    words = require_words(decision, Refusal.DOCUMENT_REQUIRED)
    detail = f"{words} {decided_on}"
    with writing(engine, actor, "number_inspection", str(inspection), detail) as connection:
        at = moments_for(connection, moments)
        team = find_inspection(connection, inspection).team
        if team.decision:
            raise Refused(Refusal.DECISION_NUMBERED, decision=team.decision)
        require_day(decided_on, _OLDEST, at.official.date())
        keep_decision(connection, inspection, words, decided_on)


def plan_visit(
    engine: Engine,
    actor: Actor,
    inspection: int,
    unit: str,
    planned_on: date,
    announced: bool = True,
    moments: Moments | None = None,
) -> int:
    """The number of the visit. One that is not announced is hidden from the unit until held."""
    require_role(actor, KEEPS_HOUSE)
    with writing(
        engine, actor, "plan_visit", f"{inspection} {unit}", f"{planned_on}"
    ) as connection:
        at = moments_for(connection, moments)
        team = find_inspection(connection, inspection).team
        _require_within(team.year, planned_on)
        seen = catalogue.unit(connection, unit)
        if not seen.exists_on(planned_on):
            raise Refused(Refusal.UNIT_NOT_THEN, unit=seen.label, day=written_day(planned_on))
        return keep_visit(connection, actor, inspection, unit, planned_on, announced, at)


def move_visit(
    engine: Engine,
    actor: Actor,
    visit: int,
    day: date,
    reason: str,
    moments: Moments | None = None,
) -> None:
    """To another day, before it was held; the day first planned stays known."""
    require_role(actor, KEEPS_HOUSE)
    words = require_words(reason, Refusal.REASON_REQUIRED)
    with writing(engine, actor, "move_visit", str(visit), f"{day} {words}") as connection:
        at = moments_for(connection, moments)
        found = _require_open(connection, visit)
        _require_within(find_inspection(connection, found.inspection).team.year, day)
        keep_event(connection, actor, visit, VisitKind.MOVED, Paper("", day, words), at)


def cancel_visit(
    engine: Engine, actor: Actor, visit: int, reason: str, moments: Moments | None = None
) -> None:
    """Before it was held; it stays in the schedule, with the reason."""
    require_role(actor, KEEPS_HOUSE)
    words = require_words(reason, Refusal.REASON_REQUIRED)
    with writing(engine, actor, "cancel_visit", str(visit), words) as connection:
        at = moments_for(connection, moments)
        _require_open(connection, visit)
        paper = Paper("", at.official.date(), words)
        keep_event(connection, actor, visit, VisitKind.CANCELLED, paper, at)


def hold_visit(
    engine: Engine,
    actor: Actor,
    visit: int,
    day: date,
    text: str = "",
    moments: Moments | None = None,
) -> None:
    """It took place on that day. From now on the unit sees it, announced or not."""
    require_role(actor, KEEPS_HOUSE)
    words = require_short(text)
    with writing(engine, actor, "hold_visit", str(visit), f"{day}") as connection:
        at = moments_for(connection, moments)
        found = _require_open(connection, visit)
        year = find_inspection(connection, found.inspection).team.year
        require_day(day, date(year, 1, 1), at.official.date())
        keep_event(connection, actor, visit, VisitKind.HELD, Paper("", day, words), at)


def record_minutes(
    engine: Engine,
    actor: Actor,
    visit: int,
    number: str,
    day: date,
    text: str = "",
    file_name: str = "",
    content: bytes = b"",
    moments: Moments | None = None,
) -> int:
    """Minutes signed by both sides, with their scan where there is one."""
    paper = Paper(require_short(number), day, require_short(text), None, file_name)
    return _keep_paper(engine, actor, visit, VisitKind.MINUTES, paper, content, moments)


def conclude(
    engine: Engine,
    actor: Actor,
    visit: int,
    number: str,
    day: date,
    text: str,
    file_name: str = "",
    content: bytes = b"",
    moments: Moments | None = None,
) -> int:
    """The conclusion, with its number and day; a later one stands beside the earlier."""
    words = require_words(text, Refusal.WORDS_REQUIRED)
    paper = Paper(require_words(number, Refusal.DOCUMENT_REQUIRED), day, words, None, file_name)
    return _keep_paper(engine, actor, visit, VisitKind.CONCLUSION, paper, content, moments)


def require_held(connection: Connection, number: int) -> tuple[Visit, date]:
    """The visit and the day on which it was held."""
    found = find_visit(connection, number)
    if found.held is None:
        label = catalogue.unit(connection, found.unit).label
        raise Refused(Refusal.VISIT_NOT_HELD, unit=label)
    return found, found.held.day


def _keep_paper(
    engine: Engine,
    actor: Actor,
    visit: int,
    kind: VisitKind,
    paper: Paper,
    content: bytes,
    moments: Moments | None,
) -> int:
    require_role(actor, KEEPS_HOUSE)
    if content:
        require_kind(content)
    detail = f"{paper.number} {paper.day}"
    with writing(engine, actor, f"visit_{kind.value}", str(visit), detail) as connection:
        at = moments_for(connection, moments)
        _, held_on = require_held(connection, visit)
        require_day(paper.day, held_on, at.official.date())
        return keep_event(connection, actor, visit, kind, _filed(connection, paper, content), at)


def _filed(connection: Connection, paper: Paper, content: bytes) -> Paper:
    if not content:
        return Paper(paper.number, paper.day, paper.text)
    sha256, name = keep_file(connection, content), plain_file_name(paper.file_name)
    return Paper(paper.number, paper.day, paper.text, sha256, name)


def _require_open(connection: Connection, number: int) -> Visit:
    """Neither held nor cancelled yet."""
    found = find_visit(connection, number)
    label = catalogue.unit(connection, found.unit).label
    if found.held is not None:
        raise Refused(Refusal.VISIT_HELD, unit=label, day=written_day(found.held.day))
    if found.cancelled is not None:
        raise Refused(Refusal.VISIT_CANCELLED, unit=label)
    return found


def _require_within(year: int, day: date) -> None:
    """A year's inspections may end in the year after."""
    require_day(day, date(year, 1, 1), date(year + 1, 12, 31))
