"""What proves that a duty was met: the return, its version and cell, the files attached to it."""

from collections.abc import Iterator

from dashboard.views.table import ABSENT, Basis, Cell, Link
from dashboard.wording import day_text, moment_text, period_name
from data_access.evidence import Attachment
from data_access.progress_reports import TaskSaid
from data_access.queries.programme_progress import DutyProgress

_NOT_YOURS = "bản báo cáo của đơn vị không mở cho tài khoản này"


def proof(one: DutyProgress) -> Cell:
    """What the unit says in its own words, and folded beneath them where it stands."""
    if one.said is not None:
        return _of_task(one, one.said)
    standing = one.standing
    if standing.received is None:
        return Cell(ABSENT)
    if not one.opens:
        return Cell(detail=_NOT_YOURS)
    owed = standing.obligation
    asked = (("form", owed.form), ("period", str(owed.period)), ("unit", owed.unit))
    received = moment_text(standing.received)
    return Cell(f"Bản nộp, nhận lúc {received}", link=Link("qua-trinh", asked, keeps=False))


def _of_task(one: DutyProgress, said: TaskSaid) -> Cell:
    obstacle = f"Khó khăn, đề xuất: {said.obstacle}" if said.obstacle else ""
    return Cell(said.result or ABSENT, detail=obstacle, basis=tuple(_basis(one, said)))


def _basis(one: DutyProgress, said: TaskSaid) -> Iterator[Basis]:
    where = (("form", "tien-do"), ("period", str(said.period)), ("unit", said.unit))
    number = f"phiếu tiếp nhận {said.receipt}" if said.receipt else f"bản số {said.submission}"
    report = f"Báo cáo tiến độ {_period(said)}, {number}"
    yield Basis("Báo cáo", report, Link("qua-trinh", where, keeps=False))
    file = Link("tep/bai-nop", (("id", str(said.submission)),), keeps=False)
    yield Basis("Ô trong tệp", f"trang tính “{said.sheet}”, ô {said.cell}", file)
    for attached in one.evidence:
        kept = Link("tep/minh-chung", (("id", str(attached.id)),), keeps=False)
        yield Basis("Minh chứng", _named(attached), kept)


def _period(said: TaskSaid) -> str:
    name = period_name(said.period)
    return name[:1].lower() + name[1:]


def _named(attached: Attachment) -> str:
    if not attached.number:
        return attached.file_name
    dated = f" ngày {day_text(attached.dated)}" if attached.dated else ""
    return f"{attached.number}{dated} ({attached.file_name})"
