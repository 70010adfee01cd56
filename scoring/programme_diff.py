"""What changed between two texts of a programme, in Vietnamese words."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from scoring.programme_items import Debtors, ReportDuty, Task
from scoring.programmes import Programme
from scoring.timing import Before, Roll

Say = Callable[[Debtors], str]

_PERIODS = {"Q1": "quý I", "Q2": "quý II", "Q3": "quý III", "Q4": "quý IV", "Y": "cả năm"}
_BEFORE = {Before.EXCLUDED: "không gồm ngày ghi", Before.INCLUDED: "gồm cả ngày ghi"}
_ROLL = {
    Roll.KEEP: "giữ nguyên",
    Roll.NEXT: "ngày làm việc liền sau",
    Roll.PREVIOUS: "ngày làm việc liền trước",
}


@dataclass(frozen=True)
class ProgrammeChange:
    """One difference. `where` names the task or report, empty for the programme as a whole; one of
    `before` and `after` is empty where something was added or left out."""

    where: str
    what: str
    before: str
    after: str


def difference(
    old: Programme, new: Programme, named: Say | None = None
) -> tuple[ProgrammeChange, ...]:
    """Tasks in the order of the new text, those it left out after them, then reports, then what
    holds for all; `named` writes debtors by their names. Empty: the two say the same, but for the
    documents that changed them."""
    say = named or _codes
    return (*_tasks(old, new, say), *_reports(old, new, say), *_whole(old, new))


def _tasks(old: Programme, new: Programme, say: Say) -> Iterator[ProgrammeChange]:
    before = {task.no: task for task in old.tasks}
    after = {task.no: task for task in new.tasks}
    for no, task in after.items():
        if no not in before:
            yield ProgrammeChange(_task(no), "Thêm nhiệm vụ", "", task.title)
        else:
            words = (_task_words(one, say) for one in (before[no], task))
            yield from _compared(_task(no), *words)
    for no, task in before.items():
        if no not in after:
            yield ProgrammeChange(_task(no), "Bỏ nhiệm vụ", task.title, "")


def _reports(old: Programme, new: Programme, say: Say) -> Iterator[ProgrammeChange]:
    before = {duty.form: duty for duty in old.reports}
    after = {duty.form: duty for duty in new.reports}
    for form, duty in after.items():
        if form not in before:
            yield ProgrammeChange(_report(form), "Thêm báo cáo", "", duty.title)
        else:
            words = (_report_words(one, say) for one in (before[form], duty))
            yield from _compared(_report(form), *words)
    for form, duty in before.items():
        if form not in after:
            yield ProgrammeChange(_report(form), "Bỏ báo cáo", duty.title, "")


def _whole(old: Programme, new: Programme) -> Iterator[ProgrammeChange]:
    yield from _compared("", _head_words(old), _head_words(new))


def _compared(
    where: str, before: Mapping[str, str], after: Mapping[str, str]
) -> Iterator[ProgrammeChange]:
    for what, said in after.items():
        if before[what] != said:
            yield ProgrammeChange(where, what, before[what], said)


def _task(no: str) -> str:
    return f"Nhiệm vụ {no}"


def _report(form: str) -> str:
    return f"Báo cáo {form}"


def _task_words(task: Task, say: Say) -> dict[str, str]:
    return {
        "nội dung": task.title,
        "người chỉ đạo": task.directs,
        "tham mưu, thực hiện": task.carries_out,
        "thời gian": task.timing.printed,
        "hạn": ", ".join(_day(due.day) for due in task.timing.dues),
        "giao cho": say(task.debtors),
        "căn cứ": task.source,
        "chức danh chỉ đạo": "; ".join(task.offices),
        "loại hình cơ sở": task.track,
        "“trước ngày”": _before(task.before),
        "hạn vào ngày nghỉ": _roll(task.roll),
        "thời hạn tính từ ngày": _day(task.anchor),
        "hạn do người đọc ấn định": _day(task.due),
        "lý do ấn định": task.due_note,
        "bổ sung từ ngày": _day(task.added),
        "thực hiện nhiệm vụ số": task.follows,
    }


def _report_words(duty: ReportDuty, say: Say) -> dict[str, str]:
    return {
        "tên": duty.title,
        "giao cho": say(duty.debtors),
        "kỳ": ", ".join(_PERIODS[mark] for mark in duty.periods),
        "thời gian": _by_period(duty.when),
        "hạn theo ngày": _by_period((mark, _day(day)) for mark, day in duty.dues),
        "số ngày sau khi hết kỳ": str(duty.due_days_after),
        "chốt số liệu sau (ngày)": ""
        if duty.lock_days_after is None
        else str(duty.lock_days_after),
        "số liệu tính đến ngày": _by_period((mark, _day(day)) for mark, day in duty.cut_offs),
        "người chỉ đạo": duty.directs,
        "căn cứ": duty.source,
        "chức danh chỉ đạo": "; ".join(duty.offices),
        "loại hình cơ sở": duty.track,
        "“trước ngày”": _before(duty.before),
        "hạn vào ngày nghỉ": _roll(duty.roll),
        "chỉ nộp khi có yêu cầu": "có" if duty.on_request else "không",
    }


def _head_words(programme: Programme) -> dict[str, str]:
    rule = programme.sent_back
    return {
        "tên": programme.title,
        "số, ký hiệu": programme.number,
        "ngày ban hành": _day(programme.adopted),
        "văn bản cấp trên": "; ".join(one.number or one.title for one in programme.under),
        "nơi nhận": "; ".join((*programme.receivers, *programme.receiver_units)),
        "nộp trễ tính theo": programme.lateness.value,
        "“trước ngày”": _before(programme.before),
        "hạn vào ngày nghỉ": _roll(programme.roll),
        "thời hạn sửa bản trả lại": f"{rule.days} ngày" if rule else "",
        "số liệu kèm theo": "; ".join(one.label for one in programme.figures),
        "không áp dụng": "; ".join(
            " ".join(one for one in (freed.unit, freed.task, freed.form, freed.reason) if one)
            for freed in programme.exempt
        ),
        "điểm cần lưu ý": "; ".join(one.note for one in programme.flags),
    }


def _codes(debtors: Debtors) -> str:
    return "; ".join((*debtors.kinds, *debtors.units))


def _by_period(said: Iterable[tuple[str, str]]) -> str:
    return "; ".join(f"{_PERIODS[mark]}: {words}" for mark, words in said)


def _before(before: Before | None) -> str:
    return _BEFORE[before] if before is not None else ""


def _roll(roll: Roll | None) -> str:
    return _ROLL[roll] if roll is not None else ""


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _day(day: date | None) -> str:
    return "" if day is None else f"{day:%d/%m/%Y}"
