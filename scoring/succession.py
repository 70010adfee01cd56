"""Units that end, and who owes and receives in their place. Knows no database, no clock."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from scoring.obligations import Fulfilment, Obligation

ENDED_REASON = "Đơn vị đã kết thúc hoạt động, không có đơn vị tiếp nhận nhiệm vụ"


class Ending(StrEnum):
    """How a unit ended."""

    ENDED = "ended"
    MERGED = "merged"
    SPLIT = "split"


@dataclass(frozen=True)
class Succession:
    """A unit's last day, and a successor (None: nobody) by the document that says so. Of several
    successors of a unit at most one takes its duties."""

    unit: str
    kind: Ending
    last_day: date
    successor: str | None
    takes_duties: bool
    document: str
    dated: date


def debtor_on(
    obligation: Obligation,
    successions: Iterable[Succession],
    fulfilment: Fulfilment | None,
    day: date,
) -> Obligation:
    """The duty as whoever owes it on `day`: the unit until its last day; what was open then passes
    to the successor who takes the duties over, with the same due day, or ends. What was met stays
    with whom it was met by. `fulfilment`: by whichever of them it was met.

    Raises ValueError where the successions go round in a circle.
    """
    ended = _by_unit(successions)
    owed, passed = obligation, {obligation.unit}
    while (last_day := _last_day(ended, owed.unit)) is not None and last_day < day:
        if owed.exempt or (fulfilment is not None and fulfilment.day <= last_day):
            break
        heir = _heir(ended[owed.unit])
        if heir is None:
            return replace(owed, exempt=True, exempt_reason=_reason(ended[owed.unit]))
        _require_new(heir.successor, passed)
        owed = _passed_on(owed, obligation.unit, heir)
    return owed


def receiver_on(code: str, successions: Iterable[Succession], day: date) -> str:
    """Who receives on `day` what was to be sent to this unit; itself where nobody took over."""
    ended = _by_unit(successions)
    passed = {code}
    while (last_day := _last_day(ended, code)) is not None and last_day < day:
        heir = _heir(ended[code])
        if heir is None or heir.successor is None:
            break
        _require_new(heir.successor, passed)
        code = heir.successor
    return code


def goes_round(successions: Iterable[Succession]) -> bool:
    """Whether some unit would in the end succeed itself."""
    after: dict[str, set[str]] = {}
    for one in successions:
        if one.successor is not None:
            after.setdefault(one.unit, set()).add(one.successor)
    return any(_reaches(unit, unit, after) for unit in after)


def _reaches(start: str, unit: str, after: Mapping[str, set[str]]) -> bool:
    waiting, seen = list(after.get(start, ())), set()
    while waiting:
        code = waiting.pop()
        if code == unit:
            return True
        if code not in seen:
            seen.add(code)
            waiting += after.get(code, ())
    return False


def _by_unit(successions: Iterable[Succession]) -> Mapping[str, tuple[Succession, ...]]:
    found: dict[str, tuple[Succession, ...]] = {}
    for one in successions:
        found[one.unit] = (*found.get(one.unit, ()), one)
    return found


def _last_day(ended: Mapping[str, tuple[Succession, ...]], unit: str) -> date | None:
    rows = ended.get(unit)
    return rows[-1].last_day if rows else None


def _heir(rows: tuple[Succession, ...]) -> Succession | None:
    return next((one for one in rows if one.takes_duties and one.successor is not None), None)


def _require_new(code: str | None, passed: set[str]) -> None:
    if code in passed:
        raise ValueError(f"the successions go round in a circle at {code}")
    passed.add(code or "")


def _passed_on(owed: Obligation, first: str, heir: Succession) -> Obligation:
    return replace(owed, unit=heir.successor or owed.unit, inherited_from=first)


def _reason(rows: tuple[Succession, ...]) -> str:
    document = rows[-1].document
    return f"{ENDED_REASON} ({document})" if document else ENDED_REASON
