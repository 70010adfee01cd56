"""The progress form (báo cáo tiến độ), made from the programme, and what it says of the tasks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scoring.forms import Choice, Column, CompletionDate, Field, Form, FormSheet, Kind, Mark, Row
from scoring.obligations import Fulfilment
from scoring.periods import Period
from scoring.programmes import Programme, Task
from scoring.self_score import period_words
from scoring.units import Unit

CODE = "tien-do"
TITLE = "Báo cáo tiến độ thực hiện nhiệm vụ"

DONE = "done"
NOT_ARISEN = "not_arisen"
STATES = (
    Choice("not_started", "Chưa triển khai"),
    Choice("doing", "Đang triển khai"),
    Choice(DONE, "Đã hoàn thành"),
    Choice(NOT_ARISEN, "Không phát sinh"),
)

_COLUMNS = (
    Column("code", "TT", 6),
    Column("text", "Nhiệm vụ", 48),
    Column("when", "Thời gian thực hiện", 16),
    Column("state", "Tình trạng", 17),
    Column("completed_on", "Ngày hoàn thành", 13),
    Column("percent", "Tỷ lệ hoàn thành (%)", 11, number=True),
    Column("result", "Kết quả cụ thể", 36),
    Column("obstacle", "Khó khăn, đề xuất", 26),
)

_GUIDE = (
    "Chỉ ghi vào các ô trắng. Chọn Tình trạng trong danh sách; ngày ghi dạng ngày/tháng/năm.",
    "Đã hoàn thành thì phải ghi ngày hoàn thành. Số liệu tính đến hết kỳ báo cáo.",
)


def progress_form(
    programme: Programme, unit: Unit, period: Period, among: Iterable[Unit] = ()
) -> Form:
    """One row for each task of the programme that the unit owes. `among`: the issuer and the unit
    with all above them, where units of several trees are kept together."""
    own = programme.own_tree((unit, *among))
    owed = [task for task in programme.tasks if task.debtors.bind(unit, own)]
    return Form(
        mark=Mark(CODE, programme.code, unit.code, period),
        title=TITLE,
        sheets=(FormSheet("Tiến độ", _COLUMNS, _rows(owed, programme.year)),),
        header=(unit.name,),
        scope=(f"Kỳ báo cáo: {period_words(period)}", _programme_words(programme)),
        guide=_GUIDE,
        checks=tuple(
            CompletionDate(_key(task.no, "state"), DONE, _key(task.no, "completed_on"))
            for task in owed
        ),
        illustrative=False,
    )


def _programme_words(programme: Programme) -> str:
    return f"{programme.title} (số {programme.number})" if programme.number else programme.title


def _rows(owed: list[Task], year: int) -> tuple[Row, ...]:
    return tuple(_row(task, year) for task in owed)


def _key(task: str, column: str) -> str:
    return f"task.{task}.{column}"


def _row(task: Task, year: int) -> Row:
    when = task.timing.printed or "Không ấn định"
    printed = (("code", task.no), ("text", task.title), ("when", when))
    return Row(task.no, printed, _fields(task.no, year))


def _fields(no: str, year: int) -> tuple[Field, ...]:
    zero, hundred = Decimal(0), Decimal(100)
    return (
        Field(_key(no, "state"), "state", Kind.CHOICE, choices=STATES),
        Field(
            _key(no, "completed_on"),
            "completed_on",
            Kind.DATE,
            required=False,
            earliest=date(year, 1, 1),
            latest=date(year + 1, 12, 31),
        ),
        Field(
            _key(no, "percent"),
            "percent",
            Kind.NUMBER,
            required=False,
            least=zero,
            most=hundred,
        ),
        Field(_key(no, "result"), "result", Kind.TEXT, required=False, longest=2000),
        Field(_key(no, "obstacle"), "obstacle", Kind.TEXT, required=False, longest=2000),
    )


@dataclass(frozen=True)
class TaskReport:
    """What one progress return said of one task, and the day the return was received."""

    task: str
    period: Period
    received: date
    state: str
    completed_on: date | None


def fulfilment_of(reports: Iterable[TaskReport]) -> Fulfilment | None:
    """When a task was met, from the reports known so far.

    The latest period's report decides whether it is done, also when an earlier period's comes in
    after it; then the day of completion is the one stated, or the day of the first report of the
    unbroken run that says so. A task once reported done and later reopened is open again.
    """
    known = sorted(reports, key=lambda report: (report.period.last_day, report.received))
    if not known:
        return None
    last = known[-1]
    if last.state == NOT_ARISEN:
        return Fulfilment(last.received, not_arisen=True)
    if last.state != DONE:
        return None
    return Fulfilment(last.completed_on or _first_done(known))


def _first_done(known: list[TaskReport]) -> date:
    """The first of the unbroken run of "done" reports at the end."""
    first = known[-1].received
    for report in reversed(known):
        if report.state != DONE:
            break
        first = report.received
    return first
