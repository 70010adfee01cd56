"""What the page of reminders asks."""

from dataclasses import dataclass
from datetime import date

from dashboard.questions import catalogue as known
from dashboard.questions.once import once
from dashboard.reminding import planned
from dashboard.views import mail_recipients as recipient_views
from dashboard.views import reminders as views
from dashboard.views.heading import Scene
from data_access.accounts import KEEPS_HOUSE, SEES_ALL, Actor, Role
from data_access.database import Engine
from data_access.queries import catalogue, reminders
from data_access.queries.catalogue import Account
from data_access.reminders import Notice, Reminder, Way


@dataclass(frozen=True)
class _Asked:
    version: str
    engine: Engine
    actor: Actor
    day: date


@dataclass(frozen=True)
class ReminderQuestions:
    engine: Engine
    version: str
    actor: Actor

    def view(self, section: str, day: date, letter: str) -> views.Reminders:
        """`letter`: number of a reminder, or address of one foreseen, to be read in full."""
        asked = _Asked(self.version, self.engine, self.actor, day)
        sections = views.sections_for(self.actor.role)
        code = section if section in sections else next(iter(sections))
        return _SECTION[code](asked, letter)


def _mails(asked: _Asked, letter: str) -> views.Reminders:
    kept = tuple(one for one in _between(asked, asked.day) if one.way is Way.MAIL)
    new = views.foreseen(_planned(asked), kept)
    table = views.mails_table(new, kept)
    may_send = asked.actor.role in KEEPS_HOUSE
    waiting = reminders.unsent_of(asked.engine, asked.actor, asked.day) if may_send else ()
    return views.Reminders(
        views.mails_heading(len(new), kept, _scene(asked)),
        views.MAILS,
        views.sections_for(asked.actor.role),
        "" if table else views.NOTHING_TODAY,
        table,
        views.letter_of(letter, kept, new),
        len(waiting),
    )


def _book(asked: _Asked, letter: str) -> views.Reminders:
    kept = _between(asked, asked.day - views.SHOWN_DAYS)
    table = views.book_table(kept)
    return views.Reminders(
        views.book_heading(kept, _scene(asked)),
        views.BOOK,
        views.sections_for(asked.actor.role),
        "" if table else views.NOTHING_SAID,
        table,
        views.letter_of(letter, kept, ()),
    )


def _recipients(asked: _Asked, letter: str) -> views.Reminders:
    kept = reminders.recipients_of(asked.engine, asked.actor)
    units, people = known.labels(asked.version, asked.engine), _people(asked)
    theirs, persons = _their_units(asked, units), _persons(asked)
    table = recipient_views.recipients_table(kept, units, people)
    return views.Reminders(
        recipient_views.recipients_heading(kept, _scene(asked)),
        views.RECIPIENTS,
        views.sections_for(asked.actor.role),
        "" if table else recipient_views.NO_RECIPIENTS,
        table,
        units=theirs,
        users=persons,
        removable={
            str(one.id): f"{one.address}: {recipient_views.reads_about(one, units, people)}"
            for one in kept
            if one.unit in theirs or one.user in persons
        },
    )


_SECTION = {views.MAILS: _mails, views.BOOK: _book, views.RECIPIENTS: _recipients}


@once
def _planned(asked: _Asked) -> tuple[Notice, ...]:
    return planned(asked.engine, asked.actor, asked.day)


@once
def _between(asked: _Asked, first: date) -> tuple[Reminder, ...]:
    return reminders.reminders_between(asked.engine, asked.actor, first, asked.day)


@once
def _people(asked: _Asked) -> dict[str, Account]:
    return {one.user: one for one in catalogue.accounts(asked.engine)}


def _persons(asked: _Asked) -> dict[str, str]:
    """Whom the reader may add as a person: himself, the secretariat everybody of the committee."""
    committee, actor = SEES_ALL | {Role.MEMBER}, asked.actor
    return {
        one.user: one.name
        for one in _people(asked).values()
        if one.role in committee and (actor.role in KEEPS_HOUSE or one.user == actor.user)
    }


def _their_units(asked: _Asked, units: dict[str, str]) -> dict[str, str]:
    """Whose people the reader may add: his own unit's and those beneath it, the secretariat all."""
    actor = asked.actor
    if actor.role in KEEPS_HOUSE:
        tree = known.tree(asked.version, asked.engine, actor)
        return {code: words for code, words in units.items() if tree is None or code in tree}
    if actor.role is not Role.UNIT or actor.unit is None:
        return {}
    beneath = known.subordinates(asked.version, asked.engine, actor.unit)
    return {code: words for code, words in units.items() if code in beneath | {actor.unit}}


def _scene(asked: _Asked) -> Scene:
    return known.scene(asked.version, asked.engine, asked.day)
