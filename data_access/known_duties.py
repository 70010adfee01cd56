"""Duties and programmes that are named, refused where there are none."""

from datetime import date

from sqlalchemy import Connection

from data_access import duties
from data_access.accounts import Actor
from data_access.programme_versions import programmes_on
from data_access.standings import Standing
from scoring.obligations import DutyKey
from scoring.programmes import Programme
from scoring.refusals import Refusal, Refused


def require_duty(
    connection: Connection, day: date, key: DutyKey, actor: Actor | None = None
) -> Standing:
    found = duties.find(connection, day, key, actor)
    if found is None:
        raise Refused(Refusal.UNKNOWN_DUTY, duty=key)
    return found


def require_programme(connection: Connection, code: str, day: date | None = None) -> Programme:
    found = programmes_on(connection, None, day, code)
    if not found:
        raise Refused(Refusal.UNKNOWN_PROGRAMME, programme=code)
    return found[0]
