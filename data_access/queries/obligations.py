"""What is owed and how it stands on a day. Who has reported is no secret."""

from collections.abc import Iterable, Set
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Engine

from data_access import catalogue, duties
from data_access.accounts import Actor
from data_access.database import reading
from data_access.owed_duties import Asked
from data_access.owed_forms import require_form
from data_access.queries.duty_story import DutyStory, duty
from data_access.standings import Standing
from scoring.obligations import NOT_EXPECTED, OPEN, State
from scoring.periods import Period

__all__ = [
    "DutyStory",
    "Standing",
    "Status",
    "duty",
    "followed",
    "handed_in_for",
    "of_unit",
    "overdue",
    "periods_with_duties",
    "standing",
    "status",
    "still_open",
]


@dataclass(frozen=True)
class Status:
    """How many of those expected have reported; expected = received + missing."""

    expected: int
    received: int
    on_time: int
    late: int
    missing: int
    standings: tuple[Standing, ...]


def standing(
    engine: Engine,
    actor: Actor,
    day: date,
    period: Period | None = None,
    form: str | None = None,
    *,
    unit: str | None = None,
    programme: str | None = None,
) -> tuple[Standing, ...]:
    """Every obligation of the period (a year: of all its periods), or those of one form."""
    with reading(engine) as connection:
        return duties.on(
            connection,
            day,
            period=period,
            form=form,
            unit=unit,
            programme=programme,
            actor=actor,
        )


def handed_in_for(
    engine: Engine, actor: Actor, day: date, period: Period, unit: str
) -> tuple[Standing, ...]:
    """The forms of the period that are made out for the unit: what was laid on it, also where it
    ended and a successor has to do it, then what it took over and owes not itself."""
    with reading(engine) as connection:
        laid = duties.on(connection, day, period=period, debtor=unit, actor=actor)
        held = duties.on(connection, day, period=period, unit=unit, actor=actor)
    own = tuple(_under_its_name(one) for one in laid if one.obligation.form)
    named = {_form_and_period(one) for one in own}
    more = (one for one in held if one.obligation.form and one.former is not None)
    return (*own, *(one for one in more if _form_and_period(one) not in named))


def _form_and_period(one: Standing) -> tuple[str | None, Period]:
    return one.obligation.form, one.obligation.period


def _under_its_name(one: Standing) -> Standing:
    if one.former is None:
        return one
    owed = replace(one.obligation, unit=one.former.code, inherited_from="")
    return replace(one, obligation=owed, unit=one.former, former=None)


def status(engine: Engine, actor: Actor, period: Period, form: str | None, day: date) -> Status:
    """Of one form, or of every form that is owed; a year counts its quarters and itself."""
    asked = Asked(period=period, form=form, returns=True)
    with reading(engine) as connection:
        if form is not None:
            require_form(connection, form)
        lines = duties.lines(connection, day, asked, actor)
        standings = duties.written_out(connection, day, lines)
    expected = [one for one in standings if one.state not in NOT_EXPECTED]
    on_time = sum(one.state is State.ON_TIME for one in expected)
    late = sum(one.state is State.LATE for one in expected)
    received = on_time + late
    missing = len(expected) - received
    return Status(len(expected), received, on_time, late, missing, standings)


def overdue(
    engine: Engine,
    actor: Actor,
    day: date,
    unit: str | None = None,
    *,
    year: int | None = None,
    programme: str | None = None,
    office: str | None = None,
) -> tuple[Standing, ...]:
    """Tasks and forms past their last day and still open, oldest first; `office`: only what that
    office directs. Nobody is chased for a programme that was summed up and closed."""
    asked = Asked(year, unit=unit, programme=programme, due_by=day, chased=True, open=True)
    with reading(engine) as connection:
        if unit is not None:
            catalogue.unit(connection, unit)
        late = (
            line
            for line in duties.lines(connection, day, asked, actor)
            if line.state is State.OVERDUE and (office is None or office in line.owed.offices)
        )
        return _oldest_first(duties.written_out(connection, day, late))


def followed(
    engine: Engine,
    actor: Actor,
    day: date,
    *,
    offices: Set[str] | None = None,
    units: Set[str] = frozenset(),
) -> tuple[Standing, ...]:
    """Every duty, met or not, of the programmes that were not summed up and closed; with `offices`
    only what one of them directs or one of the `units` owes."""
    with reading(engine) as connection:
        lines = duties.lines(connection, day, Asked(chased=True), actor)
        chosen = (
            line
            for line in lines
            if offices is None or line.unit.code in units or offices.intersection(line.owed.offices)
        )
        return duties.written_out(connection, day, chosen)


def still_open(engine: Engine, actor: Actor, day: date) -> tuple[Standing, ...]:
    """Of those what is not met, whenever it is due."""
    asked = Asked(chased=True, open=True)
    with reading(engine) as connection:
        lines = duties.lines(connection, day, asked, actor)
        return duties.written_out(connection, day, (one for one in lines if one.state in OPEN))


def periods_with_duties(engine: Engine, actor: Actor, day: date) -> tuple[Period, ...]:
    """The periods for which something is owed, met or not, the newest first."""
    with reading(engine) as connection:
        lines = duties.lines(connection, day, Asked(), actor)
        found = {one.owed.period for one in lines if one.state not in NOT_EXPECTED}
    return tuple(sorted(found, key=lambda one: (one.last_day, one.is_year), reverse=True))


def of_unit(
    engine: Engine, actor: Actor, unit: str, day: date, until: date
) -> tuple[Standing, ...]:
    """What one unit is chased for: open on `day` and due by `until`, by last day on time."""
    asked = Asked(unit=unit, chased=True, open=True)
    with reading(engine) as connection:
        catalogue.unit(connection, unit)
        lines = duties.lines(connection, day, asked, actor)
        found = duties.written_out(connection, day, (one for one in lines if one.state in OPEN))
    return tuple(sorted((one for one in found if _last(one) <= until), key=_last))


def _last(one: Standing) -> date:
    return one.last_day or date.max


def _oldest_first(found: Iterable[Standing]) -> tuple[Standing, ...]:
    return tuple(sorted(found, key=lambda one: (-one.days_late, one.unit.code)))
