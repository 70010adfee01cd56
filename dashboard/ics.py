"""The dates of a unit as an iCalendar file (RFC 5545), for the calendar of a telephone, an office.

The same dates are the same bytes: the stamp of an event is its own day, so that an event that was
moved to a later day counts as the newer one.
"""

from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from dashboard.views.unit_dates import Dated, UnitDates, unit_dates
from data_access.accounts import Actor
from data_access.database import Engine
from data_access.queries import catalogue
from data_access.queries import unit_dates as asked

_PRODUCT = "-//qcdc//Quy chế dân chủ ở cơ sở//VI"
# An all-day event begins at midnight: eight in the morning of the third day before.
_REMINDED_BEFORE = timedelta(days=2, hours=16)


def unit_calendar(
    engine: Engine, actor: Actor, unit: str, day: date, first: date, last: date
) -> bytes:
    """What the unit has to do from `first` to `last`, as it stands on `day`."""
    standings = asked.unit_dates(engine, actor, unit, day, last)
    named = catalogue.unit(engine, unit).label
    shown = catalogue.demonstration(engine) is not None
    return calendar_file(unit_dates(standings, named, first, last, illustrative=shown))


def a_year_on(day: date) -> date:
    """How far a calendar looks ahead where nobody says."""
    return day + timedelta(days=365)


def calendar_file(view: UnitDates) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", f"Hạn báo cáo, nhiệm vụ: {view.name}")
    calendar.add("x-wr-timezone", "Asia/Ho_Chi_Minh")
    for one in view.dates:
        calendar.add_component(_event(one))
    return calendar.to_ical()


def _event(one: Dated) -> Event:
    event = Event()
    event.add("uid", f"{one.key}@qcdc")
    event.add("dtstamp", datetime.combine(one.day, time(), UTC))
    event.add("dtstart", one.day)
    event.add("dtend", one.day + timedelta(days=1))
    event.add("summary", one.title)
    event.add("description", one.said)
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(one))
    return event


def _alarm(one: Dated) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", one.title)
    alarm.add("trigger", -_REMINDED_BEFORE)
    return alarm
