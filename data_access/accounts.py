"""Who acts, and what each role may see or do. Knows no passwords and no tables."""

from dataclasses import dataclass
from enum import StrEnum

from scoring.refusals import Refusal, Refused


class Role(StrEnum):
    MEMBER = "member"
    LEADER = "leader"
    UNIT = "unit"
    SECRETARIAT = "secretariat"
    # Of the body that appraises some criteria: sees those lines, no ranking before publication.
    ASSESSOR = "assessor"


@dataclass(frozen=True)
class Actor:
    """The person behind an action or a question; `unit` is whom a unit's person reports for."""

    user: str
    name: str
    role: Role
    unit: str | None = None


# Whoever sits at the terminal holds the database file anyway.
OPERATOR = Actor("terminal", "terminal", Role.SECRETARIAT)

SEES_ALL = frozenset({Role.SECRETARIAT, Role.LEADER})
SUBMITS = frozenset({Role.SECRETARIAT, Role.UNIT})
DECIDES = frozenset({Role.SECRETARIAT, Role.LEADER})
APPRAISES = frozenset({Role.SECRETARIAT, Role.LEADER, Role.ASSESSOR})
KEEPS_HOUSE = frozenset({Role.SECRETARIAT})


def may_see_unpublished(actor: Actor) -> bool:
    return actor.role in SEES_ALL


def acts_for(actor: Actor, unit: str | None) -> bool:
    return actor.role is Role.UNIT and actor.unit is not None and actor.unit == unit


def may_appraise(actor: Actor, assessor: str) -> bool:
    """Whether the actor appraises criteria of that assessor's unit (empty: the secretariat's)."""
    if actor.role is Role.ASSESSOR:
        return bool(assessor) and actor.unit == assessor
    return actor.role in DECIDES


def require_role(actor: Actor, roles: frozenset[Role]) -> None:
    if actor.role not in roles:
        raise Refused(Refusal.ROLE_NOT_ALLOWED, role=actor.role.value)
