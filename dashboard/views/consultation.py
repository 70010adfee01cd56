"""The register of consultations on the screen and as a workbook."""

from dashboard.views.finding_words import (
    CHECK_THE_LAW,
    measured_basis,
    measured_cell,
    measured_text,
)
from dashboard.views.overview import KeyFigure
from dashboard.views.paper_sheets import PaperCell, PaperColumn, PaperRow, PaperSheet
from dashboard.views.register_page import (
    CONSULTED,
    REGISTERS,
    findings_table,
    findings_text,
    odd,
    odd_words,
    read_from,
    register_link,
)
from dashboard.views.register_words import paper_text, spans_text
from dashboard.views.table import ABSENT, Basis, Cell, Column, Row, Shape, Table
from dashboard.wording import day_text
from data_access.queries.consultations import ConsultationEntry, ConsultationRegister
from scoring.findings import Remark
from scoring.register_lines import Consultation, Meeting, Paper


def strip(register: ConsultationRegister) -> tuple[KeyFigure, ...]:
    entries, own = register.entries, register_link(CONSULTED, register.head)
    opinions = [one.assessed.line.opinions for one in entries]
    received = sum(one.received or 0 for one in opinions)
    accepted = sum(one.accepted or 0 for one in opinions)
    findings = [found for one in entries for found in one.assessed.findings]
    without = sum(found.remark is Remark.EXPLANATION_MISSING for found in findings)
    issued = sum(one.assessed.line.issued.is_known for one in entries)
    return (
        KeyFigure("Dự thảo lấy ý kiến", str(len(entries)), f"{issued} đã ban hành", own),
        KeyFigure("Ý kiến nhận được", str(received), f"tiếp thu {accepted}", own),
        KeyFigure(
            "Chưa giải trình",
            str(without),
            "dự thảo có ý kiến mà chưa có văn bản" if without else "không thiếu văn bản nào",
            own,
            without > 0,
        ),
        KeyFigure("Giấy tờ mâu thuẫn", str(odd(findings)), odd_words(odd(findings)), own),
    )


def odd_in(register: ConsultationRegister) -> int:
    """How many points of all its drafts contradict each other or break a rule."""
    return sum(odd(one.assessed.findings) for one in register.entries)


def tables(register: ConsultationRegister) -> tuple[Table, ...]:
    if not register.entries:
        return ()
    columns = (
        Column("Dự thảo", wide=True),
        Column("Lấy ý kiến"),
        Column("Ý kiến"),
        Column("Tiếp thu, giải trình"),
        Column("Ban hành"),
        Column("Báo cáo kết quả"),
        Column("Cần xem lại"),
    )
    rows = tuple(_row(one) for one in register.entries)
    lines = Table(columns, rows, "", Shape.STACKED, (CHECK_THE_LAW,))
    found = findings_table(
        [(name_of(one.assessed.line), one.assessed.findings) for one in register.entries]
    )
    return (lines, found) if found else (lines,)


def name_of(line: Consultation) -> str:
    return f"{line.number}. {line.draft}"


def _row(entry: ConsultationEntry) -> Row:
    line, assessed = entry.assessed.line, entry.assessed
    (asked,) = assessed.measured
    chip = measured_cell(asked)
    kept = len(assessed.findings)
    return Row(
        (
            Cell(name_of(line), _plan(line), basis=_basis(entry)),
            Cell(_asked_text(line), chip.detail, chip.state),
            Cell(_received(line), _what_became(line)),
            _paper(line.explanation),
            _paper(line.issued),
            _paper(line.report),
            Cell(f"{kept} điểm" if kept else ABSENT),
        )
    )


def _basis(entry: ConsultationEntry) -> tuple[Basis, ...]:
    line, postings = entry.assessed.line, entry.assessed.postings
    words, link = read_from(entry.origin, line.number)
    meeting = _meeting_text(line.meeting)
    return (
        *(measured_basis(one) for one in entry.assessed.measured),
        *((Basis("Họp", meeting),) if meeting else ()),
        *(Basis("Niêm yết dự thảo", spans_text(one.spans)) for one in postings),
        Basis("Lấy từ", words, link),
    )


def _plan(line: Consultation) -> str:
    plan = paper_text(line.plan)
    return f"kế hoạch {plan}" if plan else ""


def _asked_text(line: Consultation) -> str:
    first, last = line.asked_from, line.asked_until
    if first is None and last is None:
        return ABSENT
    return f"{day_text(first) if first else '…'} – {day_text(last) if last else 'nay'}"


def _received(line: Consultation) -> str:
    return ABSENT if line.opinions.received is None else str(line.opinions.received)


def _what_became(line: Consultation) -> str:
    said = (("tiếp thu", line.opinions.accepted), ("không tiếp thu", line.opinions.rejected))
    return ", ".join(f"{words} {count}" for words, count in said if count is not None)


def _paper(paper: Paper) -> Cell:
    return Cell(paper_text(paper) or ABSENT)


def _meeting_text(meeting: Meeting) -> str:
    if meeting.day is None:
        return ""
    hours = (("từ", meeting.begun.typed), ("đến", meeting.ended.typed))
    times = "".join(f" {word} {typed}" for word, typed in hours if typed)
    minuted = f"; biên bản ghi ngày {day_text(meeting.minuted)}" if meeting.minuted else ""
    return f"ngày {day_text(meeting.day)}{times}{minuted}"


def export(register: ConsultationRegister) -> PaperSheet:
    """One row a draft, what was found in words."""
    columns = (
        PaperColumn("TT", 4),
        PaperColumn("Dự thảo", 26),
        PaperColumn("Kế hoạch", 15),
        PaperColumn("Lấy ý kiến", 18),
        PaperColumn("Họp", 18),
        PaperColumn("Ý kiến", 10),
        PaperColumn("Tiếp thu, giải trình", 14),
        PaperColumn("Ban hành", 14),
        PaperColumn("Báo cáo kết quả", 14),
        PaperColumn("Cần xem lại", 40),
    )
    rows = tuple(_paper_row(one) for one in register.entries)
    name = REGISTERS[CONSULTED]
    return PaperSheet(name, name.upper(), columns, rows, (CHECK_THE_LAW,), annex=True)


def _paper_row(entry: ConsultationEntry) -> PaperRow:
    line = entry.assessed.line
    said = (
        str(line.number),
        line.draft,
        paper_text(line.plan),
        f"{_asked_text(line)}\n{measured_text(entry.assessed.measured[0])}",
        _meeting_text(line.meeting),
        "\n".join(filter(None, (_received(line), _what_became(line)))),
        paper_text(line.explanation),
        paper_text(line.issued),
        paper_text(line.report),
        findings_text(entry.assessed.findings),
    )
    return PaperRow(tuple(PaperCell(words) for words in said))
