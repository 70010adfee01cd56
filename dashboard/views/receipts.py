"""The receiving slip (phiếu tiếp nhận) of a return: what it says, and the files that go with it."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from dashboard.views.issues import issue_table, marked_link, original_link
from dashboard.views.names import Names
from dashboard.views.table import Cell, Column, Link, Row, Shape, Table
from dashboard.wording import CHANNELS, day_text, moment_text, period_name
from data_access.document_heads import DocumentHead
from data_access.handing import Arrival
from data_access.queries.returns import SubmissionEntry

ESTIMATE = "số liệu ước"
REFUSED = "Bị từ chối khi gửi"
CORRECT_THE_COPY = (
    "Đề nghị tải bản đánh dấu, sửa các ô đã tô màu ngay trên tệp đó, lưu rồi chọn lại tệp."
)
_REFUSED_REASON = f"{REFUSED}: không đúng biểu, đơn vị, kỳ đã chọn hoặc kỳ đã chốt số liệu"
NO_RECEIPT = (
    "Không có phiếu tiếp nhận nào cho đúng tệp này: nội dung tệp khác tệp đã nộp, hoặc tệp chưa "
    "từng được tiếp nhận. Đề nghị kiểm tra lại bằng tệp tải ở mục Các lần nộp."
)


@dataclass(frozen=True)
class Outcome:
    """What came of one file: `receipt` as label and words, or what must be corrected and how."""

    title: str
    accepted: bool
    receipt: tuple[tuple[str, str], ...]
    said: str
    issues: Table | None
    files: tuple[tuple[str, Link], ...]


@dataclass(frozen=True)
class Verified:
    """The slips given for exactly the bytes of one file."""

    said: str
    table: Table | None


def outcome(
    entry: SubmissionEntry,
    names: Names,
    head: DocumentHead | None = None,
    said_elsewhere: Set[str] = frozenset(),
) -> Outcome:
    """`said_elsewhere`: fields whose issues stand beneath them already."""
    listed = [found for found in entry.issues if found.where.label not in said_elsewhere]
    marked = marked_link(entry)
    files = (marked, original_link(entry), _slip_link(entry), _process_link(entry))
    return Outcome(
        f"Phiếu tiếp nhận số {entry.receipt}" if entry.accepted else "Tệp chưa được tiếp nhận",
        entry.accepted,
        (*receipt_lines(entry, names), *head_lines(head))
        if entry.accepted
        else _refused_lines(entry, names),
        CORRECT_THE_COPY if marked and not entry.accepted else "",
        issue_table(listed),
        tuple(link for link in files if link),
    )


def receipt_lines(entry: SubmissionEntry, names: Names) -> tuple[tuple[str, str], ...]:
    lines = (
        ("Đơn vị", names.unit(entry.unit)),
        ("Biểu mẫu", names.form(entry.form)),
        ("Kỳ báo cáo", period_name(entry.period) if entry.period else ""),
        ("Số liệu", "Ước, sẽ nộp số chính thức sau" if entry.estimate else ""),
        ("Nhận lúc", moment_text(entry.received)),
        ("Ghi nhận trên máy chủ", _recorded(entry)),
        ("Đến cơ quan", arrival_words(entry.arrival)),
        ("Ngày tính hạn", _counted(entry)),
        ("Người nộp", names.sender(entry)),
        ("Nơi nhận", ", ".join(entry.receivers)),
        ("Nhận dạng", "Người nộp xác nhận biểu, đơn vị, kỳ" if entry.identified_by_person else ""),
        ("Tình trạng", _standing(entry)),
        ("Tệp", entry.file_name),
        ("Mã kiểm tra (SHA-256)", entry.sha256),
    )
    return tuple((label, words) for label, words in lines if words)


def _refused_lines(entry: SubmissionEntry, names: Names) -> tuple[tuple[str, str], ...]:
    lines = (
        ("Tệp", entry.file_name),
        ("Biểu mẫu", names.form(entry.form)),
        ("Đơn vị", names.unit(entry.unit)),
        ("Kỳ báo cáo", period_name(entry.period) if entry.period else ""),
        ("Đọc lúc", moment_text(entry.received)),
        ("Lý do", "" if entry.issues else _REFUSED_REASON),
    )
    return tuple((label, words) for label, words in lines if words)


def verified(entries: Sequence[SubmissionEntry], file_name: str, names: Names) -> Verified:
    if not entries:
        return Verified(NO_RECEIPT, None)
    columns = (Column("Phiếu tiếp nhận"), Column("Cấp cho"), Column("Nhận lúc"))
    rows = tuple(_verified_row(entry, names) for entry in entries)
    said = f"Tệp “{file_name}” đúng là tệp đã nộp, không sai một ký tự."
    return Verified(said, Table(columns, rows, shape=Shape.STACKED))


def arrival_words(arrival: Arrival | None) -> str:
    if arrival is None:
        return ""
    number = f"số đến {arrival.number}, " if arrival.number else ""
    return f"{number}ngày đến {day_text(arrival.day)}, {CHANNELS[arrival.channel]}"


def _verified_row(entry: SubmissionEntry, names: Names) -> Row:
    opened = Link("nop-bao-cao", (("bai", str(entry.id)),), keeps=False)
    return Row(
        (
            Cell(f"Số {entry.receipt}", link=opened, detail=_standing(entry)),
            Cell(names.form(entry.form), detail=names.of_return(None, entry.unit, entry.period)),
            Cell(moment_text(entry.received), detail=names.sender(entry)),
        )
    )


def _recorded(entry: SubmissionEntry) -> str:
    """Said only where the office's moment and the server's differ."""
    return "" if entry.recorded == entry.received else moment_text(entry.recorded)


def _counted(entry: SubmissionEntry) -> str:
    """Said only where there are two days to choose from: the programme has chosen."""
    if entry.arrival is None or entry.counted_on is None:
        return ""
    by_arrival = entry.counted_on == entry.arrival.day
    day = "ngày đến" if by_arrival else "ngày máy chủ nhận"
    return f"{day_text(entry.counted_on)}: chương trình, kế hoạch tính theo {day}"


def _standing(entry: SubmissionEntry) -> str:
    if entry.withdrawn is not None:
        return f"Đã rút lúc {moment_text(entry.withdrawn)}"
    return "" if entry.in_force or not entry.accepted else "Đã có lần nộp mới hơn"


def _slip_link(entry: SubmissionEntry) -> tuple[str, Link] | None:
    if not entry.accepted:
        return None
    return (
        "Tải phiếu tiếp nhận",
        Link("tep/phieu-tiep-nhan", (("id", str(entry.id)),), keeps=False),
    )


def _process_link(entry: SubmissionEntry) -> tuple[str, Link] | None:
    if not entry.accepted:
        return None
    named = (("form", entry.form), ("unit", entry.unit), ("period", str(entry.period)))
    return ("Quá trình, minh chứng", Link("qua-trinh", named))


def head_lines(head: DocumentHead | None) -> tuple[tuple[str, str], ...]:
    if head is None:
        return ()
    return (
        ("Số, ký hiệu", head.number),
        ("Ngày ký", day_text(head.signed_on)),
        ("Người ký", head.signer),
        ("Trích yếu", head.abstract),
    )
