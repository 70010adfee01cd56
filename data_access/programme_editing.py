"""Changes to a programme's text: a task added or taken out, an answer given, a year moved on.

Texts go in and come out; what they cannot hold is complained of when the new text is read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data_access.programme_moving import moved
from data_access.yaml_files import Plain, load_yaml
from data_access.yaml_writing import to_yaml

Values = dict[str, Plain]

_OF_ONE_YEAR = ("number", "adopted", "amendments", "flags")


@dataclass(frozen=True)
class TaskEntry:
    """A task as a person gives it: `debtors` names those who owe it, `when` stands as printed.
    `before` and `roll` empty: as the programme has them."""

    no: str
    title: str
    directs: str = ""
    carries_out: str = ""
    when: str = ""
    debtors: str = ""
    source: str = ""
    track: str = ""
    offices: tuple[str, ...] = ()
    before: str = ""
    roll: str = ""
    anchor: date | None = None
    due: date | None = None
    due_note: str = ""
    added: date | None = None
    follows: str = ""


@dataclass(frozen=True)
class Answer:
    """What a person says to the questions about one reading; empty: nothing was asked."""

    before: str = ""
    roll: str = ""
    anchor: date | None = None
    due: date | None = None
    due_note: str = ""


@dataclass(frozen=True)
class AmendingDocument:
    """What changes a programme that is in force: số/ký hiệu, day, and what it is about."""

    number: str
    dated: date
    summary: str = ""


def blank(code: str, title: str, issuer: str, year: int) -> str:
    return to_yaml({"programme": code, "title": title, "issuer": issuer, "year": year})


def with_task(
    text: str,
    entry: TaskEntry,
    debtors: Mapping[str, Sequence[str]],
    instead_of: str | None = None,
) -> str:
    """The task in the place of the one with the number `instead_of`, else at the end. `debtors`:
    the kinds and the codes of the units that the entry names."""
    programme = _values(text)
    tasks = programme.setdefault("tasks", [])
    row = _task_row(entry, debtors)
    for at, task in enumerate(tasks):
        if instead_of is not None and str(task.get("no")) == instead_of:
            tasks[at] = row
            return to_yaml(programme)
    tasks.append(row)
    return to_yaml(programme)


def without_task(text: str, no: str) -> str:
    programme = _values(text)
    programme["tasks"] = [one for one in programme.get("tasks") or [] if str(one.get("no")) != no]
    return to_yaml(programme)


def with_task_answer(text: str, no: str, answer: Answer) -> str:
    programme = _values(text)
    for task in programme.get("tasks") or []:
        if str(task.get("no")) == no:
            task.update(_filled(vars(answer)))
    return to_yaml(programme)


def with_report_answer(text: str, form: str, mark: str, printed: str, answer: Answer) -> str:
    """`before` and `roll` hold for the whole report. The day of one period stands beside its words,
    and the reason among what is noted of the programme."""
    programme = _values(text)
    for report in programme.get("reports") or []:
        if str(report.get("form")) == form:
            report.update(_filled({"before": answer.before, "roll": answer.roll}))
            if answer.due is not None:
                report.setdefault("due_on", {})[mark] = answer.due
    if answer.due_note:
        flag = {"where": f"{form} {mark}", "printed": printed, "note": answer.due_note}
        programme.setdefault("flags", []).append(flag)
    return to_yaml(programme)


def with_code(text: str, code: str) -> str:
    return to_yaml(_values(text) | {"programme": code})


def with_number(text: str, number: str, adopted: date | None) -> str:
    given = {"number": number, "adopted": adopted}
    return to_yaml(_values(text) | dict(_filled(given)))


def with_amendment(text: str, document: AmendingDocument) -> str:
    programme = _values(text)
    row = {"number": document.number, "dated": document.dated, "summary": document.summary}
    programme.setdefault("amendments", []).append(dict(_filled(row)))
    return to_yaml(programme)


def copied(text: str, year: int, code: str) -> str:
    """The programme for another year: words and days moved by as many years. Number, date and
    oddities belong to the old document; what was added to it becomes ordinary."""
    old = _values(text)
    new = {key: one for key, one in old.items() if key not in _OF_ONE_YEAR}
    for key in ("title", "tasks", "reports"):
        if key in new:
            new[key] = moved({key: new[key]}, int(old["year"]), year)[key]
    for task in new.get("tasks") or []:
        task.pop("added", None)
    return to_yaml(new | {"programme": code, "year": year})


def _task_row(entry: TaskEntry, debtors: Mapping[str, Sequence[str]]) -> Values:
    lists = {key: list(codes) for key, codes in debtors.items()}
    words = vars(entry) | {"offices": list(entry.offices), "debtors": dict(_filled(lists))}
    return dict(_filled(words))


def _filled(values: Mapping[str, Plain]) -> list[tuple[str, Plain]]:
    return [(key, one) for key, one in values.items() if one not in (None, "", [], {}, ())]


def _values(text: str) -> Values:
    values, _ = load_yaml(text)
    if not isinstance(values, dict):
        raise TypeError("a programme's text is a mapping: it was checked when it was kept")
    return values
