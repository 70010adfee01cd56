"""Which criteria rest on evidence that came after the last day of the self-score."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, Engine

from data_access import documents
from data_access.accounts import SEES_ALL, Actor, require_role
from data_access.clock import HANOI
from data_access.criterion_keys import CriterionKeys
from data_access.database import reading
from data_access.evidence import Attachment, attachments_of_period
from data_access.queries.obligations import standing
from scoring.criteria import CriteriaSet
from scoring.periods import Period


def late_evidence(
    engine: Engine, actor: Actor, period: Period, day: date, criteria: str | None = None
) -> Mapping[str, frozenset[str]]:
    """By unit, the codes of the criteria for which not one file came in time."""
    require_role(actor, SEES_ALL)
    with reading(engine) as connection:
        table = documents.criteria_for(connection, period, criteria).table
        files = _by_criterion(connection, table, period)
    owed = standing(engine, actor, day, period.quarter_of_record, table.form)
    last_days = {one.obligation.unit: one.obligation.last_day_on_time for one in owed}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for (unit, criterion), attached in files.items():
        if _is_late(attached, last_days.get(unit)):
            found[unit].add(criterion)
    return {unit: frozenset(codes) for unit, codes in found.items()}


def _by_criterion(
    connection: Connection, table: CriteriaSet, period: Period
) -> Mapping[tuple[str, str], list[Attachment]]:
    keys = CriterionKeys(table)
    found: defaultdict[tuple[str, str], list[Attachment]] = defaultdict(list)
    for one in attachments_of_period(connection, table.form, period.quarter_of_record):
        criterion = keys.criterion_of(one.key)
        if criterion is not None:
            found[one.unit, criterion].append(one)
    return found


def _is_late(attached: list[Attachment], last_day: date | None) -> bool:
    if last_day is None:
        return False
    return all(one.at.astimezone(HANOI).date() > last_day for one in attached)
