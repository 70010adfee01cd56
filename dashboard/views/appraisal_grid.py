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
NOT_COUNTED = "không tính điểm"
WOULD_COUNT = "Theo số liệu: không tính điểm. Ghi điểm thì tiêu chí này được tính."
DOES_COUNT = "Theo số liệu: không tính điểm. Đã ghi điểm thẩm định nên tiêu chí này được tính."
SETTLED = "khớp số liệu, không phải thẩm định"
NOT_CLAIMED = "chưa tự chấm"
_EXAMPLE = "tự chấm {points}"
_BY_FIGURES = "Kết quả theo số liệu"
_BY_FIGURES_ALONE = "Theo số liệu, khi không có điểm thẩm định"
_SUPERSEDED = "{round}, điểm đã ghi lại sau đó"
NO_POINTS = "Đã ghi lý do mà chưa ghi điểm. Đề nghị ghi điểm hoặc xóa lý do."

STATES: Mapping[LineState, str] = {
    LineState.WAITING: "chờ thẩm định",
    LineState.APPRAISED: "đã thẩm định",
    LineState.EXPLANATION_ASKED: "đang chờ giải trình",
    LineState.EXPLAINED: "đã giải trình",
}


_WAITING = (LineState.WAITING, LineState.EXPLAINED)


@dataclass(frozen=True)
class GridLine:
    """One criterion of one unit. `figures` stand side by side, `basis` is folded beneath them;
    `notice` says what giving points would change; `seen` is the appraisal that is shown with it."""

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
    notice: str = ""

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


# By unit and criterion, as on the screen.
Seen = Mapping[tuple[str, str], int | None]


NOTHING_SEEN: Seen = {}


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


def waits(line: AppraisalLine) -> bool:
    """Something is asked of the assessor: points without which the unit stays unranked, points
    that the claim and the figures disagree on, or an explanation that came. A line that its unit
    has not scored itself waits for the unit first."""
    if not line.open or line.state not in _WAITING:
        return False
    if line.state is LineState.EXPLAINED:
        return True
    return line.claim is not None and (line.needed or line.differs)


def _line(line: AppraisalLine, units: Mapping[str, str], of_one_unit: bool) -> GridLine:
    named = f"{line.leaf.code}. {line.leaf.text}"
    return GridLine(
        line.unit.code,
        line.leaf.code,
        named if of_one_unit else line.unit.label,
        _state(line),
        tuple(_figures(line)),
        tuple(Basis(one.file_name, one.file_name, evidence_link(one)) for one in line.evidence),
        tuple(_basis(line, units)),
        _label(line),
        _example(line),
        line.seen,
        _notice(line),
    )


def _state(line: AppraisalLine) -> str:
    """Only what waits for the assessor is called waiting."""
    if line.state is not LineState.WAITING or waits(line) or not line.open:
        return STATES[line.state]
    if line.excluded:
        return NOT_COUNTED
    return NOT_CLAIMED if line.claim is None else SETTLED


def _example(line: AppraisalLine) -> str:
    """The claim as a claim, which nobody takes for points already given."""
    if line.claim is None or line.excluded:
        return ""
    return _EXAMPLE.format(points=points_text(line.claim))


def _notice(line: AppraisalLine) -> str:
    if not line.excluded:
        return ""
    return DOES_COUNT if line.rounds else WOULD_COUNT


def _label(line: AppraisalLine) -> str:
    return "Điểm" if line.leaf.max is None else f"Điểm (tối đa {number_text(line.leaf.max)})"


def _figures(line: AppraisalLine) -> Iterator[tuple[str, str]]:
    yield "Tự chấm", points_text(line.claim)
    yield "Theo số liệu", NOT_COUNTED if line.excluded else points_text(line.ruled)
    yield from ((ROUNDS[one.round], points_text(one.points)) for one in line.rounds)


def _basis(line: AppraisalLine, units: Mapping[str, str]) -> Iterator[Basis]:
    counted = line.excluded and line.rounds
    yield Basis(_BY_FIGURES_ALONE if counted else _BY_FIGURES, line.ruled_reason)
    if line.leaf.article:
        yield Basis("Căn cứ", line.leaf.article)
    if line.assessor:
        yield Basis("Cơ quan thẩm định", units.get(line.assessor, line.assessor))
    yield from map(figure_basis, line.figures)
    yield from (
        Basis(_SUPERSEDED.format(round=ROUNDS[one.round]), round_words(one))
        for one in line.superseded
    )
    yield from (Basis(ROUNDS[one.round], round_words(one)) for one in line.rounds)
    yield from map(event_basis, line.talk)
