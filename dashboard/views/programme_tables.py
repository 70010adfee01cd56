"""The tables of one programme, in force or in the making: tasks, reports, texts, remarks."""

from collections.abc import Collection, Mapping, Sequence

from dashboard.views.readings import due_words, reading_words, remarks, short_name
from dashboard.views.table import ABSENT, Basis, Cell, Column, Row, Shape, Table
from dashboard.wording import day_text
from data_access.programme_debts import Debt
from data_access.proposed_readings import REPORTS, TASKS, ProposedReading
from scoring.programme_diff import ProgrammeChange
from scoring.programme_items import ReportDuty, Task
from scoring.programmes import Programme

CONFIRMED, WAITING, ASKED = "đã xác nhận", "chờ xác nhận", "có câu hỏi"
_PERIODS = {"Q1": "quý I", "Q2": "quý II", "Q3": "quý III", "Q4": "quý IV", "Y": "cả năm"}
_NAMES_SHOWN = 30


def tasks_table(
    programme: Programme,
    readings: Sequence[ProposedReading],
    debts: Mapping[str, Debt],
    confirmed: Collection[str] | None = None,
) -> Table | None:
    """`confirmed`: of a draft, whose readings are confirmed; None for a programme in force."""
    by_key = {one.key: one for one in readings}
    columns = [
        Column("TT", unbroken=True),
        Column("Nhiệm vụ", wide=True),
        Column("Như văn bản"),
        Column("Cách đọc"),
        Column("Hạn"),
        Column("Giao cho"),
    ]
    rows = []
    for task in programme.tasks:
        one = by_key[f"{TASKS}:{task.no}"]
        cells = _task_cells(task, one, debts[one.key])
        rows.append(Row((*cells, *_standing(one, confirmed))))
    columns += [] if confirmed is None else [Column("Xác nhận", unbroken=True)]
    title = f"Nhiệm vụ: {len(rows)}"
    return Table(tuple(columns), tuple(rows), title, Shape.STACKED) if rows else None


def reports_table(
    programme: Programme,
    readings: Sequence[ProposedReading],
    debts: Mapping[str, Debt],
    confirmed: Collection[str] | None = None,
) -> Table | None:
    columns = [
        Column("Biểu", unbroken=True),
        Column("Báo cáo", wide=True),
        Column("Kỳ và hạn"),
        Column("Giao cho"),
    ]
    rows = []
    for duty in programme.reports:
        own = [one for one in readings if (one.section, one.name) == (REPORTS, duty.form)]
        debt = debts[f"{REPORTS}:{duty.form}"]
        cells = (Cell(duty.form), Cell(duty.title, basis=_report_basis(duty)))
        rows.append(Row((*cells, _due_cell(duty, own), _debt_cell(debt))))
    title = f"Báo cáo: {len(rows)}"
    return Table(tuple(columns), tuple(rows), title, Shape.STACKED) if rows else None


def report_readings_table(
    readings: Sequence[ProposedReading], confirmed: Collection[str]
) -> Table | None:
    """Of a draft: the words of the reports, which are confirmed like those of tasks."""
    columns = (
        Column("Báo cáo, kỳ"),
        Column("Như văn bản"),
        Column("Cách đọc"),
        Column("Hạn"),
        Column("Xác nhận", unbroken=True),
    )
    rows = tuple(
        Row(
            (
                Cell(short_name(one)),
                Cell(one.timing.printed),
                Cell(reading_words(one), detail=remarks(one)),
                Cell(due_words(one)),
                *_standing(one, confirmed),
            )
        )
        for one in readings
        if one.section == REPORTS
    )
    return Table(columns, rows, "Thời hạn của báo cáo", Shape.STACKED) if rows else None


def changes_table(changes: Sequence[ProgrammeChange], title: str) -> Table | None:
    columns = (Column("Ở đâu"), Column("Thay đổi"), Column("Trước"), Column("Sau"))
    rows = tuple(
        Row((Cell(one.where or "Chung"), Cell(one.what), Cell(one.before), Cell(one.after)))
        for one in changes
    )
    return Table(columns, rows, title, Shape.STACKED) if rows else None


def _task_cells(task: Task, one: ProposedReading, debt: Debt) -> tuple[Cell, ...]:
    return (
        Cell(task.no),
        Cell(task.title, detail=task.directs, basis=_task_basis(task)),
        Cell(task.timing.printed or ABSENT),
        Cell(reading_words(one), detail=remarks(one)),
        Cell(due_words(one)),
        _debt_cell(debt),
    )


def _task_basis(task: Task) -> tuple[Basis, ...]:
    said = (
        ("Tham mưu, thực hiện", task.carries_out),
        ("Căn cứ", task.source),
        ("Bổ sung từ ngày", day_text(task.added)),
        ("Lý do ấn định hạn", task.due_note),
        ("Thời hạn tính từ ngày", day_text(task.anchor)),
        ("Thực hiện nhiệm vụ số", task.follows),
    )
    return tuple(Basis(label, words) for label, words in said if words)


def _report_basis(duty: ReportDuty) -> tuple[Basis, ...]:
    cut_offs = "; ".join(f"{_PERIODS[mark]}: {day_text(day)}" for mark, day in duty.cut_offs)
    said = (
        ("Người chỉ đạo", duty.directs),
        ("Căn cứ", duty.source),
        ("Số liệu tính đến", cut_offs),
        ("Nộp khi có yêu cầu", "chỉ nộp khi có yêu cầu" if duty.on_request else ""),
    )
    return tuple(Basis(label, words) for label, words in said if words)


def _due_cell(duty: ReportDuty, readings: Sequence[ProposedReading]) -> Cell:
    read = {one.period: one for one in readings}
    worded = dict(duty.when)
    said = []
    for mark in duty.periods:
        if mark in read:
            one = read[mark]
            printed = f" (“{one.timing.printed}”)" if mark in worded else ""
            said.append(f"{_PERIODS[mark]}: {due_words(one)}{printed}")
        else:
            said.append(f"{_PERIODS[mark]}: {_after_period(duty.due_days_after)}")
    return Cell("; ".join(said))


def _after_period(days: int) -> str:
    if days == 0:
        return "ngày cuối kỳ"
    return f"{abs(days)} ngày {'sau' if days > 0 else 'trước'} khi hết kỳ"


def _debt_cell(debt: Debt) -> Cell:
    """How many, and on a click who; whoever is exempted, with the reason."""
    if not debt.named:
        return Cell("chưa giao cho đơn vị nào")
    names = [unit.label for unit in debt.units]
    shown = ", ".join(names[:_NAMES_SHOWN])
    left = len(names) - _NAMES_SHOWN
    basis = [Basis("Các đơn vị", f"{shown} và {left} đơn vị khác" if left > 0 else shown)]
    basis += [Basis(f"Không phải thực hiện: {unit.label}", why) for unit, why in debt.exempt]
    named = debt.named.replace(";\n", "; ")
    said = tuple(one for one in basis if one.words)
    return Cell(f"{len(names)} đơn vị", detail=named, basis=said)


def _standing(one: ProposedReading, confirmed: Collection[str] | None) -> tuple[Cell, ...]:
    if confirmed is None:
        return ()
    if one.said in confirmed:
        return (Cell(f"✓ {CONFIRMED}"),)
    return (Cell(f"? {ASKED}" if one.asked else f"○ {WAITING}", alarm=bool(one.asked)),)
