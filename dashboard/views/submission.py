"""Handing in a return: what is asked, for whom and until when; what was handed in before."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.issues import counted
from dashboard.views.names import Names
from dashboard.views.receipts import ESTIMATE, REFUSED
from dashboard.views.table import ABSENT, Cell, Column, Link, Row, Shape, Table
from dashboard.wording import STATES, StateWords, day_text, moment_text, period_name
from data_access.queries.obligations import Standing
from data_access.queries.returns import SubmissionEntry
from data_access.reviews import ReviewState
from scoring.forms import Mark
from scoring.obligations import Obligation
from scoring.self_score import period_words

PAGE = "nop-bao-cao"
PROCESS = "qua-trinh"
TITLE = "Nộp báo cáo"
LATEST = 6

NOT_YOURS = (
    "Trang này dành cho đơn vị nộp báo cáo. Tình hình nộp của các đơn vị xem ở trang "
    "Bản đồ hoàn thành."
)
CHOOSE_A_UNIT = "Chọn đơn vị cần nộp thay ở ô Đơn vị."
NOTHING_OWED = "Đơn vị không có báo cáo phải nộp trong kỳ này."
NO_SECRETS = "Không tải lên tài liệu thuộc danh mục bí mật nhà nước."


@dataclass(frozen=True)
class Asked:
    """The form a unit is about to hand in. `instead` is said where there is none to hand in;
    `expected` is what its file must be of; `arrival`: entered by an office for the unit."""

    heading: Heading
    instead: str = ""
    forms: tuple[tuple[str, str], ...] = ()
    form: str = ""
    steps: tuple[str, ...] = ()
    template: Link | None = None
    template_words: str = ""
    templates: Link | None = None
    state: StateWords | None = None
    due: str = ""
    process: Link | None = None
    expected: Mark | None = None
    is_document: bool = False
    arrival: bool = False
    warning: str = NO_SECRETS


def asked(
    owed: Sequence[Standing],
    label: str,
    form: str | None,
    scene: Scene,
    documents: Set[str] = frozenset(),
    *,
    arrival: bool = False,
) -> Asked:
    """`owed` are the unit's forms of the period; the one not named is the first not handed in.
    `documents` are the forms that are signed documents, not spreadsheets."""
    if not owed:
        return Asked(heading(TITLE, label, scene), NOTHING_OWED)
    chosen = _chosen(owed, form)
    of, named = chosen.obligation, _named(chosen.obligation)
    is_document = (of.form or "") in documents
    return Asked(
        heading(TITLE, label, scene, period_words(of.period)),
        forms=tuple((one.obligation.form or "", one.obligation.title) for one in owed),
        form=of.form or "",
        steps=_DOCUMENT_STEPS if is_document else _STEPS,
        template=None if is_document else Link("tep/bieu-mau", named, keeps=False),
        template_words=f"Tải biểu mẫu “{of.title}”",
        templates=_all_templates(owed, documents, chosen),
        state=STATES[chosen.state],
        due=_due(chosen),
        process=Link(PROCESS, named),
        expected=Mark(of.form or "", "", of.unit, of.period),
        is_document=is_document,
        arrival=arrival,
    )


def _chosen(owed: Sequence[Standing], form: str | None) -> Standing:
    named = (one for one in owed if form and one.obligation.form == form)
    return next(named, None) or min(owed, key=lambda one: one.received is not None)


def _named(of: Obligation) -> tuple[tuple[str, str | None], ...]:
    return (("form", of.form), ("unit", of.unit), ("period", str(of.period)))


def _all_templates(owed: Sequence[Standing], documents: Set[str], chosen: Standing) -> Link | None:
    """Where there is more than one to be filled in."""
    sheets = [one for one in owed if one.obligation.form not in documents]
    of = chosen.obligation
    named = (("unit", of.unit), ("period", str(of.period)))
    return Link("tep/bo-bieu-mau", named, keeps=False) if len(sheets) > 1 else None


_STEPS = ("Chọn tệp đã điền: hệ thống đọc ngay, cho xem lại, sau đó bấm Nộp.",)
_DOCUMENT_STEPS = (
    "Chọn văn bản đã ký (bản quét PDF hoặc .docx), ghi số, ngày, người ký, trích yếu.",
)


def instead(words: str, title: str, scene: Scene) -> Asked:
    return Asked(heading(TITLE, title, scene), words)


def _due(standing: Standing) -> str:
    due = standing.last_day
    said = [f"hạn nộp {day_text(due)}"] if due else []
    if standing.received:
        said.append(f"nhận lần đầu lúc {moment_text(standing.received)}")
    if standing.days_late:
        said.append(f"trễ {standing.days_late} ngày")
    return ", ".join(said)


@dataclass(frozen=True)
class History:
    """The last few, and those before them."""

    latest: Table | None
    earlier: Table | None


def history(entries: Sequence[SubmissionEntry], names: Names) -> History:
    """Newest first, as the query answers them; what was only looked at was not handed in."""
    shown = [entry for entry in entries if not entry.offered]
    rest = shown[LATEST:]
    return History(
        _history_table(shown[:LATEST], names, "Các lần nộp gần đây" if rest else "Các lần nộp"),
        _history_table(rest, names, f"{len(rest)} lần nộp trước đó"),
    )


def _history_table(shown: Sequence[SubmissionEntry], names: Names, title: str) -> Table | None:
    if not shown:
        return None
    columns = (
        Column("Nhận lúc"),
        Column("Biểu mẫu, kỳ"),
        Column("Kết quả"),
        Column("Tệp"),
    )
    rows = tuple(_history_row(entry, names) for entry in shown)
    return Table(columns, rows, title, shape=Shape.STACKED)


def _history_row(entry: SubmissionEntry, names: Names) -> Row:
    form = names.form(entry.form) or "Không nhận ra biểu mẫu"
    when = period_name(entry.period) if entry.period else ABSENT
    result = f"Phiếu tiếp nhận số {entry.receipt}" if entry.accepted else "Chưa được tiếp nhận"
    opened = Link(PAGE, (("bai", str(entry.id)),))
    stored = Link("tep/bai-nop", (("id", str(entry.id)),), keeps=False)
    return Row(
        (
            Cell(
                moment_text(entry.received), link=opened, detail=ESTIMATE if entry.estimate else ""
            ),
            Cell(form, detail=when),
            Cell(result, detail=standing_words(entry), alarm=not entry.accepted),
            Cell(entry.file_name, link=stored),
        )
    )


def standing_words(entry: SubmissionEntry) -> str:
    if not entry.accepted:
        return counted(entry.issues) or REFUSED
    if entry.withdrawn is not None:
        return "Đã rút"
    if not entry.in_force:
        return "Đã có lần nộp mới hơn"
    return "Trả lại để sửa" if entry.review is ReviewState.SENT_BACK else "Đang dùng để tính"
