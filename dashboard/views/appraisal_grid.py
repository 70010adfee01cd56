"""The lines to give points to: what each rests on, and what was typed into its fields."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.views.appraisals import ROUNDS, points_text, round_words
from dashboard.views.evidence import evidence_link
from dashboard.views.score_talk import event_basis
from dashboard.views.scorecard_lines import figure_basis
from dashboard.views.table import Basis
from dashboard.wording import number_text
from data_access.appraisals import Edit
from data_access.queries.appraisals import AppraisalLine, LineState
from data_access.workbook.numerals import read_number

# On one page; what is left has a page of its own.
PAGE_LINES = 30
UNREADABLE = "“{typed}” không phải là số điểm. Đề nghị ghi dạng 3,25."
NO_POINTS = "Đã ghi lý do mà chưa ghi điểm. Đề nghị ghi điểm hoặc xóa lý do."

STATES: Mapping[LineState, str] = {
    LineState.WAITING: "chờ thẩm định",
    LineState.APPRAISED: "đã thẩm định",
    LineState.EXPLANATION_ASKED: "đang chờ giải trình",
    LineState.EXPLAINED: "đã giải trình",
}


@dataclass(frozen=True)
class GridLine:
    """One criterion of one unit. `figures` stand side by side, `basis` is folded beneath them;
    `seen` is the appraisal that is shown with it."""

    unit: str
    criterion: str
    title: str
    state: str
    figures: tuple[tuple[str, str], ...]
    evidence: tuple[Basis, ...]
    basis: tuple[Basis, ...]
    label: str
    example: str
    seen: int | None

    @property
    def key(self) -> str:
        return f"{self.unit}-{self.criterion}"


@dataclass(frozen=True)
class Typed:
    """What stands in the fields of one line; `wrong` says what cannot be read in them."""

    line: GridLine
    points: str
    reason: str

    @property
    def wrong(self) -> str:
        if self.points.strip():
            unread = points_of(self.points) is None
            return UNREADABLE.format(typed=self.points.strip()) if unread else ""
        return NO_POINTS if self.reason.strip() else ""


Seen = Mapping[tuple[str, str], int | None]


def grid_lines(
    lines: Sequence[AppraisalLine], units: Mapping[str, str], *, of_one_unit: bool
) -> tuple[GridLine, ...]:
    """Named by their criteria where they are of one unit, else by their units; `units` are the
    names of the bodies that appraise."""
    return tuple(_line(one, units, of_one_unit) for one in lines)


def seen_on(lines: Sequence[GridLine]) -> Seen:
    return {(one.unit, one.criterion): one.seen for one in lines}


def edits(typed: Sequence[Typed], seen: Seen) -> tuple[Edit, ...]:
    """The lines that points were typed for; each is judged by what its author had before them."""
    found = ((one, points_of(one.points)) for one in typed)
    return tuple(
        Edit(
            one.line.unit,
            one.line.criterion,
            points,
            one.reason.strip(),
            seen.get((one.line.unit, one.line.criterion), one.line.seen),
        )
        for one, points in found
        if points is not None
    )


def points_of(typed: str) -> Decimal | None:
    """As numbers are read from spreadsheets; None for anything else, and for what can be read in
    two ways."""
    number = read_number(typed)
    return number if isinstance(number, Decimal) else None


def _line(line: AppraisalLine, units: Mapping[str, str], of_one_unit: bool) -> GridLine:
    named = f"{line.leaf.code}. {line.leaf.text}"
    return GridLine(
        line.unit.code,
        line.leaf.code,
        named if of_one_unit else line.unit.label,
        STATES[line.state],
        tuple(_figures(line)),
        tuple(Basis(one.file_name, one.file_name, evidence_link(one)) for one in line.evidence),
        tuple(_basis(line, units)),
        _label(line),
        points_text(line.claim) if line.claim is not None else "",
        line.seen,
    )


def _label(line: AppraisalLine) -> str:
    return "Điểm" if line.leaf.max is None else f"Điểm (tối đa {number_text(line.leaf.max)})"


def _figures(line: AppraisalLine) -> Iterator[tuple[str, str]]:
    yield "Tự chấm", points_text(line.claim)
    yield "Theo số liệu", points_text(line.ruled)
    yield from ((ROUNDS[one.round], points_text(one.points)) for one in line.rounds)


def _basis(line: AppraisalLine, units: Mapping[str, str]) -> Iterator[Basis]:
    yield Basis("Kết quả theo số liệu", line.ruled_reason)
    if line.leaf.article:
        yield Basis("Căn cứ", line.leaf.article)
    if line.assessor:
        yield Basis("Cơ quan thẩm định", units.get(line.assessor, line.assessor))
    yield from map(figure_basis, line.figures)
    yield from (Basis(ROUNDS[one.round], round_words(one)) for one in line.rounds)
    yield from map(event_basis, line.talk)
