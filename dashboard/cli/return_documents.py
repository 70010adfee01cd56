"""Returns as JSON documents and as lines for people; every command of their life prints these."""

from collections.abc import Iterable, Sequence

import click

from dashboard import wording
from dashboard.cli.doors import say_rows
from dashboard.receipts import receipt_document
from data_access.feeds import FeedItem
from data_access.returns import Submission
from data_access.submission_entries import SubmissionEntry
from data_access.versions import Change
from scoring.forms import Mark
from scoring.issues import Issue


def submission_document(kept: Submission) -> dict[str, object]:
    """What came of one file; only an accepted one says whose it is and when it was received."""
    said: dict[str, object] = {"id": kept.id, "accepted": kept.accepted, "sha256": kept.sha256}
    if kept.accepted:
        said |= {
            "receipt": kept.receipt,
            "received": kept.received,
            "recorded": kept.recorded,
            "form": kept.form,
            "unit": kept.unit,
            "period": kept.period,
        }
    return said | {"issues": issue_documents(kept.issues)}


def entry_document(entry: SubmissionEntry) -> dict[str, object]:
    """The receipt's keys, and what became of the file."""
    return {
        "id": entry.id,
        "accepted": entry.accepted,
        "in_force": entry.in_force,
        **receipt_document(entry),
        "offered": entry.offered,
        "withdrawn": entry.withdrawn,
        "replaces": entry.replaces,
        "review": entry.review.value,
        "issues": issue_documents(entry.issues),
    }


def issue_documents(issues: Iterable[Issue]) -> list[dict[str, object]]:
    return [
        {
            "code": found.code.value,
            "severity": found.severity.value,
            "sheet": found.where.sheet,
            "cell": found.where.cell,
            "label": found.where.label,
            "message": wording.sentence(found),
        }
        for found in issues
    ]


def mark_document(mark: Mark | None) -> dict[str, object] | None:
    if mark is None:
        return None
    return {"form": mark.form, "unit": mark.unit, "period": mark.period}


def change_documents(changes: Iterable[Change]) -> list[dict[str, object]]:
    return [
        {"key": one.key, "label": one.label, "cell": one.cell, "old": one.old, "new": one.new}
        for one in changes
    ]


def feed_document(item: FeedItem) -> dict[str, object]:
    return {
        "at": item.at,
        "who": item.who,
        "kind": str(item.kind),
        "submission": item.submission,
        "key": item.key or None,
        "label": item.label or None,
        "text": item.text or None,
        "changes": change_documents(item.changes),
    }


def say_submission(name: str, kept: Submission) -> None:
    say_issues(kept.issues)
    if kept.accepted:
        moment = wording.moment_text(kept.received)
        click.echo(f"{name}: đã tiếp nhận, phiếu số {kept.receipt}, {moment}.")
    else:
        click.echo(f"{name}: chưa tiếp nhận, có {len(kept.issues)} nội dung cần sửa.")


def say_issues(issues: Iterable[Issue]) -> None:
    for found in issues:
        click.echo(f"{wording.place_of(found.where)}: {wording.sentence(found)}")


def say_changes(changes: Sequence[Change]) -> None:
    if not changes:
        click.echo("Không có số liệu nào thay đổi.")
        return
    rows = [(one.cell or "", one.label, one.old or "–", one.new or "–") for one in changes]
    say_rows(("Ô", "Chỉ tiêu", "Trước", "Sau"), rows)


def say_entries(entries: Iterable[SubmissionEntry]) -> None:
    rows = [
        (str(e.id), wording.moment_text(e.received), e.receipt or "–", _standing(e), e.file_name)
        for e in entries
    ]
    say_rows(("ID", "Nhận lúc", "Phiếu tiếp nhận", "Tình trạng", "Tệp"), rows)


def _standing(entry: SubmissionEntry) -> str:
    if entry.withdrawn is not None:
        return "đã rút"
    if not entry.accepted:
        return "chưa nộp" if entry.offered else "chưa tiếp nhận"
    return "đang dùng" if entry.in_force else "đã có bản mới hơn"
