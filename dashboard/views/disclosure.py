"""The register of disclosure on the screen and as a workbook."""

from collections.abc import Sequence
from datetime import date

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
    DISCLOSED,
    REGISTERS,
    findings_table,
    findings_text,
    odd,
    odd_words,
    read_from,
    register_link,
)
from dashboard.views.register_words import paper_text, spans_text, ways_text
from dashboard.views.table import ABSENT, Basis, Cell, Column, Row, Shape, Table
from dashboard.views.tracks import track_words
from data_access.queries.disclosures import DisclosureEntry, DisclosureRegister
from scoring.disclosure import DISCLOSE, LOUDSPEAKER, PERMANENT, POSTED
from scoring.findings import Measured, Verdict
from scoring.register_lines import Disclosure

_HEADINGS = (
    "Nội dung công khai",
    "Thời gian công khai",
    "Thời hạn công khai",
    "Niêm yết liên tục",
    "Cần xem lại",
)


def strip(register: DisclosureRegister, consulted: int = 0) -> tuple[KeyFigure, ...]:
    """`consulted`: how many contradictions stand in the register of consultations, where a draft's
    papers are compared."""
    entries, own = register.entries, register_link(DISCLOSED, register.head)
    late = count(entries, DISCLOSE, Verdict.BROKEN)
    short = count(entries, POSTED, Verdict.BROKEN) + count(entries, PERMANENT, Verdict.BROKEN)
    contradictions = sum(odd(one.assessed.findings) for one in entries)
    running = sum(_runs(one.assessed.line, register.head.day) for one in entries)
    return (
        KeyFigure("Nội dung công khai", str(len(entries)), f"{running} còn đang công khai", own),
        KeyFigure("Công khai trễ", str(late), _kept(entries, DISCLOSE), own, alarm=bool(late)),
        KeyFigure("Niêm yết thiếu ngày", str(short), _kept(entries, POSTED), own, alarm=short > 0),
        _contradicting(register, contradictions, consulted),
    )


def _contradicting(register: DisclosureRegister, here: int, consulted: int) -> KeyFigure:
    """Leads to where there are some."""
    there = f"Sổ lấy ý kiến có {consulted}" if consulted else ""
    words = "; ".join(part for part in (odd_words(here), there) if part)
    book = CONSULTED if consulted and not here else DISCLOSED
    link = register_link(book, register.head)
    return KeyFigure("Giấy tờ mâu thuẫn ở sổ này", str(here), words, link)


def _runs(line: Disclosure, day: date) -> bool:
    return bool(line.spans) and (line.last_day is None or line.last_day > day)


def count(entries: Sequence[DisclosureEntry], key: str, verdict: Verdict) -> int:
    """The lines on which the rule stands so."""
    found = (one.assessed.rule(key) for one in entries)
    return sum(rule is not None and rule.verdict is verdict for rule in found)


def _kept(entries: Sequence[DisclosureEntry], key: str) -> str:
    word = "đúng hạn" if key == DISCLOSE else "đủ ngày"
    return f"{count(entries, key, Verdict.KEPT)} {word}"


def tables(register: DisclosureRegister) -> tuple[Table, ...]:
    if not register.entries:
        return ()
    columns = tuple(Column(words, wide=number == 0) for number, words in enumerate(_HEADINGS))
    rows = tuple(_row(one) for one in register.entries)
    lines = Table(columns, rows, "", Shape.STACKED, (CHECK_THE_LAW,))
    named = [(name_of(one.assessed.line), one.assessed.findings) for one in register.entries]
    found = findings_table(named)
    return (lines, found) if found else (lines,)


def name_of(line: Disclosure) -> str:
    return f"{line.number}. {line.content}"


def _row(entry: DisclosureEntry) -> Row:
    line, assessed = entry.assessed.line, entry.assessed
    words, link = read_from(entry.origin, line.number)
    basis = (*(measured_basis(one) for one in assessed.measured), Basis("Lấy từ", words, link))
    kept = len(assessed.findings)
    return Row(
        (
            Cell(name_of(line), _about(line), basis=basis),
            Cell(spans_text(line.spans), ways_text(line)),
            measured_cell(assessed.rule(DISCLOSE)),
            measured_cell(_shown(entry)),
            Cell(f"{kept} điểm" if kept else ABSENT),
        )
    )


def _shown(entry: DisclosureEntry) -> Measured | None:
    """The rule on how long it stays where it was shown."""
    rules = (entry.assessed.rule(key) for key in (POSTED, PERMANENT, LOUDSPEAKER))
    return next((one for one in rules if one is not None), None)


def _about(line: Disclosure) -> str:
    said = (line.item, paper_text(line.decision), track_words(line.track or ""))
    return " · ".join(words for words in said if words)


def export(register: DisclosureRegister) -> PaperSheet:
    """One row a line, what was found in words."""
    columns = (
        PaperColumn("TT", 4),
        PaperColumn("Nội dung công khai", 30),
        PaperColumn("Văn bản", 16),
        PaperColumn("Thời gian công khai", 16),
        PaperColumn("Hình thức, địa điểm", 18),
        PaperColumn("Thời hạn công khai", 15),
        PaperColumn("Niêm yết liên tục", 15),
        PaperColumn("Ý kiến phản hồi", 9),
        PaperColumn("Cần xem lại", 36),
    )
    rows = tuple(_paper_row(one) for one in register.entries)
    name = REGISTERS[DISCLOSED]
    return PaperSheet(name, name.upper(), columns, rows, (CHECK_THE_LAW,), annex=True)


def _paper_row(entry: DisclosureEntry) -> PaperRow:
    line, assessed = entry.assessed.line, entry.assessed
    said = (
        str(line.number),
        f"{line.item}. {line.content}" if line.item else line.content,
        paper_text(line.decision),
        spans_text(line.spans),
        ways_text(line),
        measured_text(assessed.rule(DISCLOSE)),
        measured_text(_shown(entry)),
        "" if line.feedback is None else str(line.feedback),
        findings_text(assessed.findings),
    )
    return PaperRow(tuple(PaperCell(words) for words in said))
