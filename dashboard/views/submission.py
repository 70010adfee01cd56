"""Handing in a return: what is asked, what came of the last file, what was handed in before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.table import ABSENT, Cell, Column, Link, Row, Shape, Table
from dashboard.wording import (
    STATES,
    StateWords,
    day_text,
    moment_text,
    period_name,
    place_of,
    sentence,
)
from data_access.queries.obligations import Standing
from data_access.queries.returns import SubmissionEntry
from scoring.issues import Issue, Severity, has_errors
from scoring.periods import Period
from scoring.self_score import period_words

PAGE = "nop-bao-cao"
TITLE = "Nộp báo cáo"
SHOWN = 50

NOT_YOURS = (
    "Trang này dành cho đơn vị nộp báo cáo. Tình hình nộp của các đơn vị xem ở trang "
    "Bản đồ hoàn thành."
)
CHOOSE_A_UNIT = "Chọn đơn vị cần nộp thay ở ô Đơn vị."
NOTHING_OWED = "Đơn vị không có báo cáo phải nộp trong kỳ này."
NO_SECRETS = "Không tải lên tài liệu thuộc danh mục bí mật nhà nước."


@dataclass(frozen=True)
class Asked:
    """The form a unit is about to hand in. `instead` is said where there is none to hand in."""

    heading: Heading
    instead: str = ""
    forms: tuple[tuple[str, str], ...] = ()
    form: str = ""
    template: Link = Link("")
    template_words: str = ""
    state: StateWords | None = None
    due: str = ""
    warning: str = NO_SECRETS


@dataclass(frozen=True)
class Outcome:
    """What came of one file: `receipt` as label and words, or what must be corrected."""

    title: str
    accepted: bool
    receipt: tuple[tuple[str, str], ...]
    issues: Table | None
    files: tuple[tuple[str, Link], ...]


def asked(
    owed: Sequence[Standing], label: str, form: str | None, period: Period, scene: Scene
) -> Asked:
    """`owed` are the unit's forms of the period; the one not named is the first not handed in."""
    view = heading(TITLE, label, scene, period_words(period))
    if not owed:
        return Asked(view, NOTHING_OWED)
    by_form = {one.obligation.form or "": one for one in owed}
    chosen = by_form.get(form or "") or min(owed, key=lambda one: one.received is not None)
    return Asked(
        view,
        forms=tuple((code, one.obligation.title) for code, one in by_form.items()),
        form=chosen.obligation.form or "",
        template=_template(chosen),
        template_words=f"Tải biểu mẫu “{chosen.obligation.title}”",
        state=STATES[chosen.state],
        due=_due(chosen),
    )


def instead(words: str, title: str, scene: Scene) -> Asked:
    return Asked(heading(TITLE, title, scene), words)


def _template(standing: Standing) -> Link:
    owed = standing.obligation
    params = (("form", owed.form), ("unit", owed.unit), ("period", str(owed.period)))
    return Link("tep/bieu-mau", params, keeps=False)


def _due(standing: Standing) -> str:
    due = standing.obligation.last_day_on_time
    said = [f"hạn nộp {day_text(due)}"] if due else []
    if standing.received:
        said.append(f"nhận lần đầu lúc {moment_text(standing.received)}")
    if standing.days_late:
        said.append(f"trễ {standing.days_late} ngày")
    return ", ".join(said)


def outcome(entry: SubmissionEntry, forms: Mapping[str, str], labels: Mapping[str, str]) -> Outcome:
    """`forms` are titles and `labels` the units' names, both by code."""
    number = (("id", str(entry.id)),)
    files = [("Tải tệp đã nộp", Link("tep/bai-nop", number, keeps=False))]
    if _can_be_marked(entry):
        files.insert(0, ("Tải bản đánh dấu", Link("tep/ban-danh-dau", number, keeps=False)))
    return Outcome(
        f"Phiếu tiếp nhận số {entry.receipt}" if entry.accepted else "Tệp chưa được tiếp nhận",
        entry.accepted,
        _receipt(entry, forms, labels),
        issue_table(entry.issues),
        tuple(files),
    )


def _can_be_marked(entry: SubmissionEntry) -> bool:
    """What could not be opened as a workbook cannot be given back as one."""
    unread = any(found.code.value.startswith("FILE_") for found in entry.issues)
    return bool(entry.issues) and not unread


def history(entries: Sequence[SubmissionEntry], forms: Mapping[str, str]) -> Table | None:
    """Newest first, as the query answers them."""
    if not entries:
        return None
    columns = (
        Column("Nhận lúc"),
        Column("Biểu mẫu, kỳ"),
        Column("Kết quả"),
        Column("Tệp"),
    )
    rows = tuple(_history_row(entry, forms) for entry in entries)
    return Table(columns, rows, "Các lần nộp", shape=Shape.STACKED)


def issue_table(issues: Sequence[Issue]) -> Table | None:
    """The first fifty and the count; the marked copy has them all."""
    if not issues:
        return None
    heading = "Nội dung cần sửa" if has_errors(issues) else "Nội dung cần xem lại"
    columns = (Column("Vị trí"), Column(heading))
    rows = tuple(_issue_row(found) for found in issues[:SHOWN])
    left = len(issues) - len(rows)
    notes = (f"Còn {left} nội dung nữa trong bản đánh dấu.",) if left else ()
    return Table(columns, rows, _counted(issues), shape=Shape.STACKED, notes=notes)


def _counted(issues: Sequence[Issue]) -> str:
    errors = sum(found.severity is Severity.ERROR for found in issues)
    warnings = len(issues) - errors
    said = [f"{errors} nội dung cần sửa"] if errors else []
    if warnings:
        said.append(f"{warnings} nội dung cần xem lại")
    return ", ".join(said)


def _issue_row(found: Issue) -> Row:
    warning = found.severity is Severity.WARNING
    place = Cell(place_of(found.where), detail="Cần xem lại" if warning else "")
    return Row((place, Cell(sentence(found))))


def _receipt(
    entry: SubmissionEntry, forms: Mapping[str, str], labels: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    lines = (
        ("Đơn vị", labels.get(entry.unit or "", entry.unit or "")),
        ("Biểu mẫu", forms.get(entry.form or "", entry.form or "")),
        ("Kỳ báo cáo", period_name(entry.period) if entry.period else ""),
        ("Nhận lúc", moment_text(entry.received)),
        ("Ghi nhận trên máy chủ", _recorded(entry)),
        ("Người nộp", entry.sent_by),
        ("Tệp", entry.file_name),
        ("Mã kiểm tra (SHA-256)", f"{entry.sha256[:16]}…"),
    )
    return tuple((label, words) for label, words in lines if words)


def _recorded(entry: SubmissionEntry) -> str:
    """Said only where the office's moment and the server's differ."""
    return "" if entry.recorded == entry.received else moment_text(entry.recorded)


def _history_row(entry: SubmissionEntry, forms: Mapping[str, str]) -> Row:
    form = forms.get(entry.form or "", "Không nhận ra biểu mẫu")
    when = period_name(entry.period) if entry.period else ABSENT
    result = f"Phiếu tiếp nhận số {entry.receipt}" if entry.accepted else "Chưa được tiếp nhận"
    opened = Link(PAGE, (("bai", str(entry.id)),))
    stored = Link("tep/bai-nop", (("id", str(entry.id)),), keeps=False)
    return Row(
        (
            Cell(moment_text(entry.received), link=opened),
            Cell(form, detail=when),
            Cell(result, detail=_standing(entry), alarm=not entry.accepted),
            Cell(entry.file_name, link=stored),
        )
    )


def _standing(entry: SubmissionEntry) -> str:
    if not entry.accepted:
        return _counted(entry.issues)
    return "Đang dùng để tính" if entry.in_force else "Đã có lần nộp mới hơn"
