"""What a scoring period still waits for: counted on the first page, named before publication."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.views.appraisal import PAGE as APPRAISAL
from dashboard.views.appraisal_grid import waits
from dashboard.views.publication import PAGE as RANKING
from dashboard.views.table import Cell, Column, Link, Row, Shape, Table
from dashboard.wording import day_text, period_name, vietnamese_order
from data_access.queries.appraisals import AppraisalLine, LineState
from data_access.score_events import ScoreEvent, ScoreEventKind
from scoring.ranking import Unranked

TITLE = "Việc chấm điểm đang chờ"
BEFORE_PUBLISHING = "Việc chưa xong: đề nghị xem trước khi công bố"
LEFT_AS_IT_IS = (
    "Công bố không làm thay các việc này: điểm giữ như trong bảng, đơn vị chưa xếp thứ vẫn chưa "
    "xếp thứ; sau đó không giải trình, ghi điểm được nữa, trừ khi đề nghị xem xét lại được chấp "
    "nhận hoặc có quyết định đánh giá lại."
)
_COLUMNS = (Column("Việc"), Column("Số", number=True), Column("Đơn vị"))
_NAMED = 8


@dataclass(frozen=True)
class Unfinished:
    """`lines` the reader appraises, `questions` without an answer; both of every unit."""

    lines: Sequence[AppraisalLine]
    questions: Sequence[ScoreEvent]
    labels: Mapping[str, str]


def waiting_table(left: Unfinished) -> Table | None:
    """For the first page; None where nothing waits."""
    return _table((*_lines(left), *_questions(left)), TITLE)


def before_publishing(left: Unfinished, unranked: Sequence[Unranked]) -> Table | None:
    """Of the units that are to be published; `unranked` those that would stay without a place."""
    rows = (*_lines(left), *_questions(left), *_unranked(left, unranked))
    return _table(rows, BEFORE_PUBLISHING, (LEFT_AS_IT_IS,))


def _table(rows: tuple[Row, ...], title: str, notes: tuple[str, ...] = ()) -> Table | None:
    return Table(_COLUMNS, rows, title, Shape.STACKED, notes) if rows else None


def _lines(left: Unfinished) -> Iterator[Row]:
    waiting = [one for one in left.lines if waits(one)]
    came = [one for one in waiting if one.state is LineState.EXPLAINED]
    fresh = [one for one in waiting if one.state is not LineState.EXPLAINED]
    for words, found in (
        ("Dòng điểm chờ thẩm định", fresh),
        ("Giải trình đã đến, chờ thẩm định", came),
    ):
        if found:
            names = _counted(left, (one.unit.code for one in found))
            yield _row(words, len(found), names, Link(APPRAISAL, (("unit", None),)))


def _questions(left: Unfinished) -> Iterator[Row]:
    for kind, words in (
        (ScoreEventKind.EXPLANATION_ASKED, "Yêu cầu giải trình chưa trả lời"),
        (ScoreEventKind.RECONSIDERATION_ASKED, "Đề nghị xem xét lại chưa trả lời"),
    ):
        for one in left.questions:
            if one.kind is kind:
                yield _row(words, 1, _question(left, one), card_link(one))


def _question(left: Unfinished, one: ScoreEvent) -> str:
    due = f", hạn {day_text(one.due)}" if one.due else ""
    name = left.labels.get(one.unit, one.unit)
    return f"{name}: tiêu chí {one.criterion}, {_in_sentence(period_name(one.period))}{due}"


def card_link(one: ScoreEvent) -> Link:
    """The scorecard on which it is answered."""
    named = (("unit", one.unit), ("period", str(one.period)), ("theo", one.criteria))
    return Link(RANKING, named)


def _unranked(left: Unfinished, unranked: Sequence[Unranked]) -> Iterator[Row]:
    if unranked:
        names = (left.labels.get(one.unit, one.name) for one in unranked)
        yield _row("Đơn vị chưa xếp thứ", len(unranked), _listed(names), None)


def _row(words: str, count: int, names: str, link: Link | None) -> Row:
    return Row((Cell(words, link=link), Cell(str(count)), Cell(names)))


def _counted(left: Unfinished, units: Iterable[str]) -> str:
    counts = Counter(left.labels.get(unit, unit) for unit in units)
    return _listed(f"{name} {count}" for name, count in counts.items())


def _listed(names: Iterable[str]) -> str:
    ordered = sorted(names, key=vietnamese_order)
    more = len(ordered) - _NAMED
    said = "; ".join(ordered[:_NAMED])
    return f"{said} và {more} đơn vị khác" if more > 0 else said


def _in_sentence(words: str) -> str:
    return words[:1].lower() + words[1:]
