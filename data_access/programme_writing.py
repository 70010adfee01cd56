"""A Programme as the YAML text that reads back as the same Programme (docs/programmes.md)."""

from collections.abc import Iterable, Mapping

from data_access.yaml_files import Plain
from data_access.yaml_writing import to_yaml
from scoring.obligations import SentBack
from scoring.programme_items import QUARTERS, Debtors, ReportDuty, Task
from scoring.programmes import Lateness, Programme
from scoring.timing import Before, Roll

Values = dict[str, Plain]


def programme_yaml(programme: Programme) -> str:
    """What is as it would be without a word is left out."""
    return to_yaml(_head(programme) | _lists(programme))


def _head(programme: Programme) -> Values:
    required = {
        "programme": programme.code,
        "title": programme.title,
        "issuer": programme.issuer,
        "year": programme.year,
    }
    return required | _said(
        {
            "number": programme.number,
            "adopted": programme.adopted,
            "receivers": list(programme.receivers),
            "receiver_units": list(programme.receiver_units),
            "lateness": _other(programme.lateness, Lateness.SERVER),
            "before": _other(programme.before, Before.EXCLUDED),
            "roll": _other(programme.roll, Roll.KEEP),
            "sent_back": _sent_back(programme.sent_back),
        }
    )


def _lists(programme: Programme) -> Values:
    return _said(
        {
            "under": _papers(programme.under),
            "tasks": [_task(task) for task in programme.tasks],
            "reports": [_report(duty, programme) for duty in programme.reports],
            "amendments": _papers(programme.amendments),
            "flags": _papers(programme.flags),
            "figures": _papers(programme.figures),
            "exempt": _papers(programme.exempt),
        }
    )


def _task(task: Task) -> Values:
    return {"no": task.no, "title": task.title} | _said(
        {
            "directs": task.directs,
            "carries_out": task.carries_out,
            "when": task.timing.printed,
            "debtors": _debtors(task.debtors),
            "source": task.source,
            "before": task.before and task.before.value,
            "roll": task.roll and task.roll.value,
            "anchor": task.anchor,
            "due": task.due,
            "due_note": task.due_note,
            "offices": list(task.offices),
            "track": task.track,
            "added": task.added,
            "follows": task.follows,
        }
    )


def _report(duty: ReportDuty, programme: Programme) -> Values:
    found = {"form": duty.form, "title": duty.title, "debtors": _debtors(duty.debtors)}
    found |= {"due_days_after": duty.due_days_after, "lock_days_after": duty.lock_days_after}
    own = {
        "periods": list(duty.periods) if duty.periods != QUARTERS else None,
        "due_on": dict(duty.dues),
        "when": dict(duty.when),
        "cut_off": dict(duty.cut_offs),
        "before": _other(duty.before, programme.before),
        "roll": _other(duty.roll, programme.roll),
        "offices": list(duty.offices),
        "track": duty.track,
        "directs": duty.directs,
        "source": duty.source,
        "on_request": duty.on_request or None,
    }
    return {key: one for key, one in found.items() if one is not None} | _said(own)


def _debtors(debtors: Debtors) -> Values:
    return _said({"kinds": list(debtors.kinds), "units": list(debtors.units)})


def _sent_back(rule: SentBack | None) -> Values | None:
    if rule is None:
        return None
    return {"days": rule.days, "count": "working" if rule.working else "calendar"}


def _papers(papers: Iterable[object]) -> list[Plain]:
    return [_said(vars(one)) for one in papers]


def _other(value: Before | Roll | Lateness, usual: Before | Roll | Lateness) -> str | None:
    return None if value is usual else value.value


def _said(values: Mapping[str, Plain]) -> Values:
    return {key: one for key, one in values.items() if one not in (None, "", [], {})}
