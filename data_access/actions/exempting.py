"""Exempting a unit from a duty, a task or form, or a whole programme; and lifting that again."""

from datetime import date

from sqlalchemy import Connection, Engine

from data_access import catalogue, duties
from data_access.accounts import DECIDES, Actor, require_role
from data_access.closings import closed_on
from data_access.database import writing
from data_access.exemptions import (
    Exemption,
    ExemptionKind,
    counting,
    covers,
    exemptions,
    keep_exemption,
)
from data_access.moments import Moments, moments_for
from data_access.owed_duties import Asked
from data_access.reviews import require_short, require_words
from scoring.obligations import OPEN, DutyKey, State
from scoring.refusals import Refusal, Refused


def exempt(
    engine: Engine,
    actor: Actor,
    programme: str,
    unit: str,
    reason: str,
    document: str,
    task: str = "",
    form: str = "",
    period: str = "",
    moments: Moments | None = None,
) -> None:
    """Without task and form of the whole programme, without period of every one. What the unit has
    met already stays met. `document`: number and date of what says so, if anything does."""
    scope = DutyKey(programme, unit, task, form, period)
    _keep(engine, actor, ExemptionKind.EXEMPT, scope, reason, document, moments)


def lift_exemption(
    engine: Engine,
    actor: Actor,
    programme: str,
    unit: str,
    reason: str,
    document: str,
    task: str = "",
    form: str = "",
    period: str = "",
    moments: Moments | None = None,
) -> None:
    """Of exactly what was exempted; the unit owes it again, with the same due day."""
    scope = DutyKey(programme, unit, task, form, period)
    _keep(engine, actor, ExemptionKind.LIFTED, scope, reason, document, moments)


def _keep(
    engine: Engine,
    actor: Actor,
    kind: ExemptionKind,
    scope: DutyKey,
    reason: str,
    document: str,
    moments: Moments | None,
) -> None:
    require_role(actor, DECIDES)
    why, named = require_words(reason, Refusal.REASON_REQUIRED), require_short(document)
    action = "exempt" if kind is ExemptionKind.EXEMPT else "lift_exemption"
    with writing(engine, actor, action, str(scope), f"{named} {why}".strip()) as connection:
        at = moments_for(connection, moments)
        today = at.official.date()
        label = catalogue.unit(connection, scope.unit).label
        holding = _holding(connection, scope, today)
        if kind is ExemptionKind.EXEMPT:
            _require_exemptible(connection, scope, today, label, holding)
        elif holding is None:
            raise Refused(Refusal.NOT_EXEMPT, unit=label)
        keep_exemption(connection, actor, scope, kind, why, named, at)


def _holding(connection: Connection, scope: DutyKey, today: date) -> Exemption | None:
    said = exemptions(connection, today, [scope.programme], [scope.unit])
    in_force = counting(said).get((scope.programme, scope.unit), ())
    return next((one for one in in_force if one.scope == scope), None)


def _require_exemptible(
    connection: Connection, scope: DutyKey, today: date, label: str, holding: Exemption | None
) -> None:
    asked = Asked(programme=scope.programme, debtor=scope.unit)
    owed = [
        one for one in duties.lines(connection, today, asked) if covers(scope, one.obligation.key)
    ]
    if not owed:
        raise Refused(Refusal.UNKNOWN_DUTY, duty=scope)
    if scope.programme in closed_on(connection, today):
        raise Refused(Refusal.PROGRAMME_CLOSED, programme=owed[0].programme)
    title = owed[0].owed.title if len(owed) == 1 else owed[0].programme
    states = {one.state for one in owed}
    if holding is not None or states == {State.EXEMPT}:
        raise Refused(Refusal.DUTY_EXEMPT, unit=label, title=title)
    if states.isdisjoint(OPEN):
        raise Refused(Refusal.DUTY_MET, unit=label, title=title)
