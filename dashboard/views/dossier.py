"""The dossier of a year on the screen and as a workbook: its lists, and what is missing."""

from dashboard.views.finding_words import finding_text
from dashboard.views.overview import KeyFigure
from dashboard.views.paper_sheets import PaperCell, PaperColumn, PaperRow, PaperSheet
from dashboard.views.register_page import (
    FILED,
    REGISTERS,
    findings_text,
    odd,
    register_link,
)
from dashboard.views.table import ABSENT, Cell, Column, Row, Shape, Table
from dashboard.wording import STATES, StateWords, day_text
from data_access.queries.dossiers import Dossier, DossierPart
from scoring.dossier import AssessedPaper
from scoring.findings import Remark
from scoring.obligations import State
from scoring.register_lines import Kept

_PRESENT = StateWords("có", "●", "#2F6B4F", "#E4EFE8")
_MISSING = StateWords("chưa có", "▲", "#9B1C1F", "#F9E3E1")
_NOT_DUE = StateWords("chưa đến hạn", "○", "#4A5568", "#EDEFF2")
_BY_ARTICLE = (
    "Danh mục theo các Điều 9, 13, 17, 22 của một quy chế thực hiện dân chủ trong cơ quan ban hành "
    "năm 2024."
)


def strip(dossier: Dossier) -> tuple[KeyFigure, ...]:
    papers, own = dossier.papers, register_link(FILED, dossier.head)
    present = sum(one.paper.kept is Kept.PRESENT for one in papers)
    missing = sum(one.is_missing for one in papers)
    waiting = sum(_waits(one) for one in papers)
    contradictions = sum(odd(one.findings) for one in papers)
    lists = sum(any(paper.is_missing for _, paper in part.papers) for part in dossier.parts)
    return (
        KeyFigure("Giấy tờ có trong hồ sơ", f"{present}/{len(papers)}", "của bốn danh mục", own),
        KeyFigure("Còn thiếu", str(missing), f"ở {lists} danh mục", own, alarm=bool(missing)),
        KeyFigure("Chưa đến hạn", str(waiting), "báo cáo 6 tháng, năm", own),
        KeyFigure("Giấy tờ mâu thuẫn", str(contradictions), "ngày ghi trên giấy tờ", own),
    )


def _waits(one: AssessedPaper) -> bool:
    return any(found.remark is Remark.PAPER_NOT_DUE for found in one.findings)


def tables(dossier: Dossier) -> tuple[Table, ...]:
    if not dossier.parts:
        return ()
    columns = (
        Column("Giấy tờ", wide=True),
        Column("Trong hồ sơ", unbroken=True),
        Column("Số, ký hiệu", unbroken=True),
        Column("Ngày", number=True),
        Column("Cần xem lại"),
    )
    rows = [row for part in dossier.parts for row in _part_rows(part)]
    return (Table(columns, tuple(rows), "", Shape.STACKED, (_BY_ARTICLE,)),)


def _part_rows(part: DossierPart) -> list[Row]:
    missing = sum(paper.is_missing for _, paper in part.papers)
    said = f"thiếu {missing}" if missing else "đủ"
    return [Row((Cell(part.title, said),), heading=True)] + [
        _row(title, paper) for title, paper in part.papers
    ]


def _row(title: str, one: AssessedPaper) -> Row:
    paper = one.paper
    # That it is missing is said by its mark.
    told = (found for found in one.findings if found.remark is not Remark.PAPER_MISSING)
    return Row(
        (
            Cell(f"{paper.code}. {title}", paper.note),
            Cell(state=_state(one)),
            Cell(paper.paper.number or ABSENT),
            Cell(day_text(paper.paper.dated) if paper.paper.dated else ABSENT),
            Cell(" ".join(finding_text(found) for found in told)),
        )
    )


def _state(one: AssessedPaper) -> StateWords:
    if one.paper.kept is Kept.PRESENT:
        return _PRESENT
    if one.paper.kept is Kept.NOT_ARISEN:
        return STATES[State.NOT_ARISEN]
    return _NOT_DUE if _waits(one) else _MISSING


def export(dossier: Dossier) -> PaperSheet:
    """The lists as on the screen, what is missing in words."""
    columns = (
        PaperColumn("TT", 7),
        PaperColumn("Giấy tờ", 60),
        PaperColumn("Trong hồ sơ", 16),
        PaperColumn("Số, ký hiệu", 16),
        PaperColumn("Ngày", 12),
        PaperColumn("Cần xem lại", 40),
    )
    rows = [row for part in dossier.parts for row in _paper_rows(part)]
    name = REGISTERS[FILED]
    return PaperSheet(name, name.upper(), columns, tuple(rows), (_BY_ARTICLE,), annex=True)


def _paper_rows(part: DossierPart) -> list[PaperRow]:
    blank = (PaperCell(),) * 4
    heading = PaperRow((PaperCell(), PaperCell(part.title), *blank), level=0)
    return [heading, *(_paper_row(title, paper) for title, paper in part.papers)]


def _paper_row(title: str, one: AssessedPaper) -> PaperRow:
    paper, state = one.paper.paper, _state(one)
    said = (
        one.paper.code,
        title,
        f"{state.mark} {state.word}",
        paper.number,
        day_text(paper.dated) if paper.dated else "",
        findings_text(one.findings),
    )
    return PaperRow(tuple(PaperCell(words) for words in said))
