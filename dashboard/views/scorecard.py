"""One unit's scorecard: what it comes to, line by line what it rests on, and what is said of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dashboard.views.appraisals import points_text
from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.places import PAGE, TITLE
from dashboard.views.receipts import ESTIMATE
from dashboard.views.register_books import Book
from dashboard.views.score_talk import NO_TALK, Talk
from dashboard.views.scorecard_history import NO_HISTORY, History, history_words, state_words
from dashboard.views.scorecard_lines import Known, line_table
from dashboard.views.scorecard_standing import (
    UNKNOWN,
    Standing,
    lost_table,
    moved_table,
    standing_words,
)
from dashboard.views.table import Link, Table
from dashboard.wording import number_text, period_name
from data_access.queries.scores import RankingResult
from scoring.periods import Period
from scoring.ranking import RESULT_WORDS
from scoring.scorecards import Scorecard

NO_REMEDIES = Book("", None)


@dataclass(frozen=True)
class Case:
    """What the queries know of one card. `result` is the ranking it belongs to, None for whoever
    may not see it yet; `estimate`: its figures are ước; `criteria` is the code of the table,
    `form` that of its self-score."""

    card: Scorecard
    label: str
    period: Period
    result: RankingResult | None
    criteria: str | None = None
    form: str = "tu-cham"
    standing: Standing = UNKNOWN
    known: Known = field(default_factory=Known)
    talk: Talk = NO_TALK
    remedies: Book = NO_REMEDIES
    estimate: bool = False
    history: History = NO_HISTORY


@dataclass(frozen=True)
class ScorecardView:
    """`summary` is what the card comes to, in sentences; `back` leads to the whole ranking, for
    those who may see it. `may_act`: the reader answers for the unit;
    `decides`: the reader answers the unit."""

    heading: Heading
    summary: tuple[str, ...]
    table: Table
    back: Link | None
    unit: str
    period: Period
    criteria: str | None
    lost: Table | None
    moved: Table | None
    talk: Talk
    remedies: Book
    links: tuple[tuple[str, Link], ...]
    may_act: bool = False
    decides: bool = False


def scorecard_view(
    case: Case, scene: Scene, *, may_act: bool = False, decides: bool = False
) -> ScorecardView:
    card, result, standing = case.card, case.result, case.standing
    published = result is not None and result.published is not None
    said = state_words(case.history)
    if not case.period.is_year:
        said = f"lũy kế, tạm tính, {said}"
    page, title = f"{TITLE} · {period_name(case.period)}", f"{case.label}: {_total_words(card)}"
    return ScorecardView(
        heading(page, title, scene, said, ESTIMATE if case.estimate else ""),
        (*history_words(case.history, card), *_summary(card, result), *standing_words(standing)),
        line_table(card, case.known, official=published),
        Link(PAGE, (("unit", None),)) if result else None,
        card.unit,
        case.period,
        case.criteria,
        lost_table(standing.lost),
        moved_table(standing.moves, standing.before, case.period),
        case.talk,
        case.remedies,
        tuple(_links(case, published)) if may_act else (),
        may_act,
        decides,
    )


def _total_words(card: Scorecard) -> str:
    if card.result is not None:
        return RESULT_WORDS[card.result]
    return "chưa xếp thứ" if card.total is None else f"{points_text(card.total)} điểm"


def _summary(card: Scorecard, result: RankingResult | None) -> Iterator[str]:
    if place := _place(card, result):
        yield place
    if card.unranked:
        yield f"Chưa xếp thứ: {card.unranked}."
    if card.class_name:
        yield f"Xếp loại: {card.class_name}."
    reason = card.class_reason or card.note
    if reason and reason != f"{_total_words(card)} → {card.class_name}":
        yield reason if reason.endswith(".") else f"{reason}."
    yield from (f"Số liệu chưa khớp: {words}." for words in card.warnings)
    if card.max:
        yield f"Điểm tối đa của các tiêu chí được chấm trong kỳ: {number_text(card.max)}."


def _place(card: Scorecard, result: RankingResult | None) -> str:
    listed = result.ranking.places if result else ()
    rivals = [one for one in listed if one.group == card.group]
    own = next((one for one in rivals if one.unit == card.unit), None)
    return f"Xếp thứ {own.rank} trong {len(rivals)} đơn vị được xếp thứ." if own else ""


def _links(case: Case, published: bool) -> Iterator[tuple[str, Link]]:
    """Where a unit's people go on from here."""
    unit = ("unit", case.card.unit)
    yield "Đính kèm minh chứng", Link("qua-trinh", (("form", case.form), unit))
    if published:
        yield "Kế hoạch khắc phục", Link("so-theo-doi", (("so", "khac-phuc"), unit))
