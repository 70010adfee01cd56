"""A draft: how its words are read, what is asked about them, what is left before it is adopted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.programme_tables import (
    changes_table,
    report_readings_table,
    reports_table,
    tasks_table,
)
from dashboard.views.programmes import DRAFT, PAGE, TITLE
from dashboard.views.readings import Asked, asked, labelled
from dashboard.views.table import Link, Table
from dashboard.wording import moment_text
from data_access.programme_debts import Debt
from data_access.programme_drafts import Draft
from data_access.programme_editing import TaskEntry
from data_access.proposed_readings import TASKS, ProposedReading, unconfirmed
from data_access.queries.programmes import DraftStory
from scoring.programme_items import Task
from scoring.programmes import Programme

READY = "Mọi thời hạn đã xác nhận. Dự thảo ban hành được."
EMPTY = "Dự thảo chưa có nhiệm vụ, báo cáo nào. Đề nghị thêm nhiệm vụ."
LEFT = "Còn {left}/{all} thời hạn chưa xác nhận{asked}."
_ASKED = ", trong đó {asked} có câu hỏi"
_DOUBTED = (
    "{count} hạn còn nghi vấn (ghi ở cột cách đọc) nên không được chọn sẵn: đề nghị xem rồi chọn "
    "từng hạn để xác nhận."
)
_SAVED = "Lưu lần cuối: {by}, {at}."
_AMENDS = (
    "Dự thảo sửa đổi, bổ sung một chương trình đang thực hiện: khi ban hành, đề nghị ghi số, ngày "
    "của văn bản sửa đổi."
)


@dataclass(frozen=True)
class DraftPage:
    """`number`: of the saving that is shown; `waiting`: what can be confirmed at once, by key,
    of which `doubted` looks like a slip;
    `entries`: its tasks as they can be edited, by number; `left`: readings not confirmed yet."""

    heading: Heading
    code: str
    number: int
    back: Link
    said: tuple[str, ...]
    tables: tuple[Table, ...]
    asked: tuple[Asked, ...]
    waiting: tuple[tuple[str, str], ...]
    doubted: tuple[str, ...]
    entries: Mapping[str, TaskEntry]
    left: int
    amends: bool
    files: tuple[tuple[str, Link], ...]

    @property
    def ready(self) -> bool:
        return not self.left and bool(self.tables)


def draft_page(story: DraftStory, scene: Scene) -> DraftPage:
    draft, found = story.draft, story.draft.programme
    left = unconfirmed(story.readings, draft.confirmed)
    open_ones = [one for one in left if one.asked]
    return DraftPage(
        heading(TITLE, found.title, scene, "dự thảo", f"năm {found.year}"),
        draft.code,
        draft.id,
        Link(PAGE, ((DRAFT, None),)),
        _said(story, left, open_ones),
        _tables(story, draft),
        tuple(asked(one) for one in open_ones),
        tuple(labelled(one for one in left if not one.asked)),
        tuple(one.key for one in left if one.doubted),
        {task.no: _entry(task, story.debts) for task in found.tasks},
        len(left),
        story.against is not None,
        (("Tải Excel", Link("tep/du-thao-chuong-trinh", ((DRAFT, draft.code),), keeps=False)),),
    )


def _said(
    story: DraftStory, left: Sequence[ProposedReading], open_ones: Sequence[ProposedReading]
) -> tuple[str, ...]:
    draft = story.draft
    if not draft.programme.tasks and not draft.programme.reports:
        state = EMPTY
    elif left:
        also = _ASKED.format(asked=len(open_ones)) if open_ones else ""
        counted = {"left": len(left), "all": len(story.readings)}
        state = LEFT.format(**counted, asked=also)
    else:
        state = READY
    doubted = sum(one.doubted and not one.asked for one in left)
    said = [state]
    said += [_DOUBTED.format(count=doubted)] if doubted else []
    said += [_AMENDS] if story.against else []
    return (*said, _SAVED.format(by=draft.by, at=moment_text(draft.at)))


def _tables(story: DraftStory, draft: Draft) -> tuple[Table, ...]:
    found: Programme = draft.programme
    tables = (
        tasks_table(found, story.readings, story.debts, draft.confirmed),
        reports_table(found, story.readings, story.debts),
        report_readings_table(story.readings, draft.confirmed),
        changes_table(story.changes, "Thay đổi so với bản đang thực hiện"),
    )
    return tuple(table for table in tables if table is not None)


def _entry(task: Task, debts: Mapping[str, Debt]) -> TaskEntry:
    return TaskEntry(
        no=task.no,
        title=task.title,
        directs=task.directs,
        carries_out=task.carries_out,
        when=task.timing.printed,
        debtors=debts[f"{TASKS}:{task.no}"].named,
        source=task.source,
        track=task.track,
        offices=task.offices,
        before=task.before.value if task.before else "",
        roll=task.roll.value if task.roll else "",
        anchor=task.anchor,
        due=task.due,
        due_note=task.due_note,
        added=task.added,
        follows=task.follows,
    )
