"""What the pages ask about deadlines: what is overdue, what is one's own, one duty's story."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dashboard.questions import catalogue as known
from dashboard.questions.once import once, once_lately
from dashboard.questions.returns import ReturnQuestions
from dashboard.questions.unfinished import open_questions
from dashboard.views import overdue as overdue_views
from dashboard.views.directed import Directed, Mine, directed
from dashboard.views.duty import DutyPage, Reader, duty_page
from dashboard.views.heading import Heading
from dashboard.views.narrowing import Choices, Narrowed, narrow
from dashboard.views.nearly_due import nearly_due
from dashboard.views.overdue import Asked, Overdue
from dashboard.views.own_list import OwnList, own_list
from dashboard.views.own_work import own_work
from dashboard.views.reminder_message import (
    SOON_TOO,
    Messages,
    Remindable,
    messages,
    remindable,
)
from dashboard.views.standing_words import is_nearly_due
from dashboard.views.table import Table
from data_access.accounts import (
    DECIDES,
    KEEPS_HOUSE,
    SEES_ALL,
    SUBMITS,
    Actor,
    Role,
    require_role,
)
from data_access.actions.reminders import REMINDS
from data_access.database import Engine
from data_access.queries import areas, catalogue, duty_story, obligations, offices, returns
from data_access.standings import Standing
from scoring.obligations import DutyKey, parse_duty_key
from scoring.refusals import Refusal, Refused


@dataclass(frozen=True)
class DeadlineQuestions:
    """One rerun's questions: all are answered from the same version of the data."""

    engine: Engine
    version: str
    actor: Actor

    def overdue(self, asked: Asked, day: date) -> Overdue:
        return _overdue(self.version, self.engine, self.actor, asked, day)

    def overdue_list(self, asked: Asked, day: date) -> tuple[Heading, Table]:
        """Everything that `overdue` would show, on as many pages as it takes."""
        titles = office_titles(self.version, self.engine, self.actor, day)
        scene = known.scene(self.version, self.engine, day)
        return overdue_views.overdue_list(self.narrowed(asked.chosen, day), asked, scene, titles)

    def duty(self, typed: str, day: date, *, present: bool) -> DutyPage:
        """`typed` is the key of the duty; `present`: the day looked at is today."""
        try:
            key = parse_duty_key(typed)
        except ValueError as wrong:
            raise Refused(Refusal.UNKNOWN_DUTY, duty=typed) from wrong
        return _duty(self.version, self.engine, self.actor, key, day, present)

    def to_remind(self, chosen: Choices, about: str, day: date) -> Remindable:
        require_role(self.actor, REMINDS)
        return _to_remind(self.version, self.engine, self.actor, chosen, about, day)

    def messages(
        self, chosen: Choices, about: str, units: tuple[str, ...], way: str, day: date
    ) -> Messages:
        duties = _duties_to_remind(self.version, self.engine, self.actor, chosen, about, day)
        return messages(duties, units, way, known.scene(self.version, self.engine, day))

    def own(self, unit: str, day: date) -> OwnList:
        return _own(self.version, self.engine, self.actor, unit, day)

    def directed(self, day: date) -> Directed:
        return _directed(self.version, self.engine, self.actor, day)

    def narrowed(self, chosen: Choices, day: date) -> Narrowed:
        return _narrowed(self.version, self.engine, self.actor, chosen, day)


@once_lately
def late(version: str, engine: Engine, actor: Actor, day: date) -> tuple[Standing, ...]:
    """All that is overdue, oldest first: read once, however it is then looked at."""
    return obligations.overdue(engine, actor, day)


@once_lately
def soon(version: str, engine: Engine, actor: Actor, day: date) -> tuple[Standing, ...]:
    """All that ends within a fortnight and is not met."""
    open_ = obligations.still_open(engine, actor, day)
    return tuple(one for one in open_ if is_nearly_due(one, day))


@once
def office_titles(version: str, engine: Engine, actor: Actor, day: date) -> Mapping[str, str]:
    """By code: the title and, where somebody holds it, his name."""
    found = offices.holders(engine, actor, day)
    return {
        one.office.code: f"{one.office.title} ({one.name})" if one.name else one.office.title
        for one in found
    }


@once_lately
def _narrowed(version: str, engine: Engine, actor: Actor, chosen: Choices, day: date) -> Narrowed:
    titles = office_titles(version, engine, actor, day)
    return narrow(late(version, engine, actor, day), chosen, titles)


@once
def _overdue(version: str, engine: Engine, actor: Actor, asked: Asked, day: date) -> Overdue:
    titles, scene = office_titles(version, engine, actor, day), known.scene(version, engine, day)
    reminds = actor.role in REMINDS
    if asked.soon:
        narrowed = narrow(soon(version, engine, actor, day), asked.chosen, titles)
        return nearly_due(narrowed, asked, scene, titles, reminds=reminds)
    narrowed = _narrowed(version, engine, actor, asked.chosen, day)
    return overdue_views.overdue(narrowed, asked, scene, titles, reminds=reminds)


@once
def _own(version: str, engine: Engine, actor: Actor, unit: str, day: date) -> OwnList:
    # What has no day has no last one either.
    standings = obligations.of_unit(engine, actor, unit, day, date.max)
    sees = actor.role in SUBMITS | SEES_ALL
    entries = returns.submissions(engine, actor, unit) if sees else ()
    asked = open_questions(version, engine, actor)
    names = ReturnQuestions(engine, version, actor).names()
    work = own_work(standings, entries, unit, names, day, asked)
    label = catalogue.unit(engine, unit).label
    return own_list(standings, work, unit, label, known.scene(version, engine, day))


@once
def _directed(version: str, engine: Engine, actor: Actor, day: date) -> Directed:
    mine = _mine(engine, actor, day)
    return directed(_followed(engine, actor, mine, day), mine, known.scene(version, engine, day))


def _followed(engine: Engine, actor: Actor, mine: Mine, day: date) -> tuple[Standing, ...]:
    """A country's duties are not read through for somebody who directs and follows nothing."""
    held = {code for code, _ in mine.offices}
    if not held and not mine.followed:
        return ()
    return obligations.followed(engine, actor, day, offices=held, units=mine.followed)


def _mine(engine: Engine, actor: Actor, day: date) -> Mine:
    held = [one for one in offices.holders(engine, actor, day) if one.user == actor.user]
    followed = [
        unit.unit.code
        for area in areas.areas(engine, actor, day).areas
        if area.holder.user == actor.user
        for unit in area.units
    ]
    titles = tuple((one.office.code, one.office.title) for one in held)
    return Mine(titles, frozenset(followed))


@once
def _to_remind(
    version: str, engine: Engine, actor: Actor, chosen: Choices, about: str, day: date
) -> Remindable:
    duties = _duties_to_remind(version, engine, actor, chosen, about, day)
    return remindable(duties, known.scene(version, engine, day))


@once_lately
def _duties_to_remind(
    version: str, engine: Engine, actor: Actor, chosen: Choices, about: str, day: date
) -> tuple[Standing, ...]:
    """What is overdue and, where asked, what is nearly due; of programmes still followed."""
    if about != SOON_TOO:
        return _narrowed(version, engine, actor, chosen, day).kept
    found = (*late(version, engine, actor, day), *soon(version, engine, actor, day))
    return narrow(found, chosen, office_titles(version, engine, actor, day)).kept


@once
def _duty(
    version: str, engine: Engine, actor: Actor, key: DutyKey, day: date, present: bool
) -> DutyPage:
    story = duty_story.duty(engine, actor, key, day)
    former = story.standing.inherited_from
    return duty_page(
        story,
        _reader(version, engine, actor, story.standing.unit.code, present),
        known.scene(version, engine, day),
        office_titles(version, engine, actor, day),
        catalogue.unit(engine, former).name if former else "",
    )


def _reader(version: str, engine: Engine, actor: Actor, unit: str, present: bool) -> Reader:
    beneath = known.subordinates(version, engine, actor.unit or "")
    own = actor.role is Role.UNIT and unit in (actor.unit, *beneath)
    return Reader(
        actor.role in DECIDES and present,
        actor.role in SEES_ALL or own,
        actor.role in KEEPS_HOUSE or own,
        actor.role in REMINDS,
    )
