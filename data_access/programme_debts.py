"""Whom each task and report of a programme binds on a day, and who is exempted and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from data_access.exemptions import Exemption, counting, exemptions
from data_access.programme_workbook.names import Names
from scoring.programme_items import ReportDuty, Task
from scoring.programmes import Programme
from scoring.units import Unit


@dataclass(frozen=True)
class Debt:
    """`named`: who owes it as it is written; `units`: those bound on the day; `exempt`: those who
    would be, with the reason why they are not."""

    named: str
    units: tuple[Unit, ...]
    exempt: tuple[tuple[Unit, str], ...] = ()


def debts(
    connection: Connection, programme: Programme, units: Sequence[Unit], day: date
) -> Mapping[str, Debt]:
    """By tasks:NUMBER and reports:FORM. A unit that does not exist on the day owes nothing."""
    names = Names(units, programme.issuer)
    waived = counting(exemptions(connection, day, (programme.code,)))
    present = [unit for unit in units if unit.exists_on(day)]
    tasks = {f"tasks:{task.no}": task for task in programme.tasks}
    reports = {f"reports:{duty.form}": duty for duty in programme.reports}
    return {
        key: _debt(programme, owed, present, names, waived)
        for key, owed in (tasks | reports).items()
    }


def _debt(
    programme: Programme,
    owed: Task | ReportDuty,
    units: Sequence[Unit],
    names: Names,
    waived: Mapping[tuple[str, str], tuple[Exemption, ...]],
) -> Debt:
    bound = programme.debtors(owed, units)
    task = owed.no if isinstance(owed, Task) else ""
    form = owed.form if isinstance(owed, ReportDuty) else ""
    reasons = {unit.code: _reason(programme, unit.code, task, form, waived) for unit in bound}
    return Debt(
        names.write_debtors(owed.debtors.kinds, owed.debtors.units),
        tuple(unit for unit in bound if not reasons[unit.code]),
        tuple((unit, reasons[unit.code]) for unit in bound if reasons[unit.code]),
    )


def _reason(
    programme: Programme,
    unit: str,
    task: str,
    form: str,
    waived: Mapping[tuple[str, str], tuple[Exemption, ...]],
) -> str:
    """Of the programme's own words, else of an exemption from the whole of this duty."""
    for one in programme.exempt:
        if one.frees(unit, task, form):
            return one.reason
    for said in waived.get((programme.code, unit), ()):
        scope = said.scope
        if not scope.period and (scope.task, scope.form) in (("", ""), (task, form)):
            return said.reason
    return ""
