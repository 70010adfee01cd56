"""The two moments of everything handed in: the one that counts and the server's own."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Engine

from data_access.catalogue import Demonstration, demonstration
from data_access.clock import HANOI, server_moment
from data_access.database import reading
from scoring.refusals import Refusal, Refused


@dataclass(frozen=True)
class Moments:
    """`official` decides lateness; `recorded` is always the server's clock. Both are aware."""

    official: datetime
    recorded: datetime


def now(engine: Engine) -> Moments:
    """The server's moment; on a demonstration the hour is the server's, the day its own."""
    with reading(engine) as connection:
        return now_in(connection)


def now_in(connection: Connection) -> Moments:
    return _present(demonstration(connection))


def _present(shown: Demonstration | None) -> Moments:
    recorded = server_moment()
    if shown is None:
        return Moments(recorded, recorded)
    return Moments(datetime.combine(shown.day, recorded.time(), HANOI), recorded)


def today(engine: Engine) -> date:
    return now(engine).official.date()


def moments_for(connection: Connection, given: Moments | None) -> Moments:
    """The moments an action takes place at. Choosing one's own is for demonstrations alone: it
    would otherwise turn a late return into a punctual one."""
    shown = demonstration(connection)
    present = _present(shown)
    if given is None:
        return present
    if shown is not None:
        return Moments(given.official, present.recorded)
    if given.official != given.recorded:
        raise Refused(Refusal.MOMENT_ONLY_IN_DEMONSTRATION)
    return present
