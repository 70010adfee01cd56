"""What was asked and answered about a unit's points: explanations, requests to look again."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.views.feed import FeedEntry
from dashboard.views.table import Basis
from dashboard.wording import HANOI, day_text, moment_text
from data_access.actions.reconsidering import last_day_to_ask
from data_access.rankings import Publication
from data_access.score_events import Outcome, ScoreEvent, ScoreEventKind, unanswered
from scoring.scorecards import LineStatus, Scorecard

KINDS: Mapping[ScoreEventKind, str] = {
    ScoreEventKind.EXPLANATION_ASKED: "Yêu cầu giải trình",
    ScoreEventKind.EXPLAINED: "Giải trình",
    ScoreEventKind.RECONSIDERATION_ASKED: "Đề nghị xem xét lại",
    ScoreEventKind.RECONSIDERED: "Trả lời đề nghị xem xét lại",
}
_OUTCOMES: Mapping[Outcome, str] = {
    Outcome.NONE: "",
    Outcome.ACCEPTED: "Chấp nhận",
    Outcome.REJECTED: "Không chấp nhận",
}


_RECEIVED = "Nhận đề nghị đến hết ngày {day}."
_CLOSED = (
    "Thời hạn đề nghị xem xét lại đã hết hạn ngày {day}. "
    "Đề nghị liên hệ Tổ Giúp việc nếu điểm đã công bố có sai sót."
)


@dataclass(frozen=True)
class Question:
    """One that waits for an answer; `number` is its event."""

    number: int
    criterion: str
    title: str
    words: str
    said: str
    overdue: bool = False


@dataclass(frozen=True)
class Talk:
    """`may_be_asked` are the criteria, by code, that the unit may still ask to have looked at
    again, until the day that `window` names; there is no window before publication."""

    explanations: tuple[Question, ...] = ()
    requests: tuple[Question, ...] = ()
    feed: tuple[FeedEntry, ...] = ()
    may_be_asked: tuple[tuple[str, str], ...] = ()
    window: str = ""


NO_TALK = Talk()


def talk(
    events: Sequence[ScoreEvent],
    card: Scorecard,
    published: Publication | None,
    days: int,
    day: date,
) -> Talk:
    """`days`: how long after publication a line may be asked about."""
    names, said = _names(card), tuple(events)
    explanations = unanswered(said, ScoreEventKind.EXPLANATION_ASKED)
    requests = unanswered(said, ScoreEventKind.RECONSIDERATION_ASKED)
    until = _last_day(published, days)
    is_open = until is not None and day <= until
    return Talk(
        tuple(_question(one, names, day) for one in explanations),
        tuple(_question(one, names, day) for one in requests),
        tuple(_entry(one, names) for one in said),
        _not_asked(names, requests) if is_open else (),
        _window(until, is_open=is_open),
    )


def talk_by_criterion(events: Sequence[ScoreEvent]) -> Mapping[str, tuple[Basis, ...]]:
    found: defaultdict[str, list[Basis]] = defaultdict(list)
    for event in events:
        found[event.criterion].append(event_basis(event))
    return {criterion: tuple(said) for criterion, said in found.items()}


def event_basis(event: ScoreEvent) -> Basis:
    return Basis(KINDS[event.kind], f"{event.by}, {moment_text(event.at)}: {_words(event)}")


def _names(card: Scorecard) -> dict[str, str]:
    """The criteria by code, as they are chosen from a list."""
    leaves = (line for line in card.lines if line.status is not LineStatus.ADJUSTMENT)
    return {line.code: f"{line.code}. {line.text}" for line in leaves}


def _not_asked(
    names: Mapping[str, str], requests: Sequence[ScoreEvent]
) -> tuple[tuple[str, str], ...]:
    waiting = {one.criterion for one in requests}
    return tuple((code, name) for code, name in names.items() if code not in waiting)


def _last_day(published: Publication | None, days: int) -> date | None:
    if published is None:
        return None
    return last_day_to_ask(published.at.astimezone(HANOI).date(), days)


def _window(until: date | None, *, is_open: bool) -> str:
    if until is None:
        return ""
    return (_RECEIVED if is_open else _CLOSED).format(day=day_text(until))


def _question(event: ScoreEvent, names: Mapping[str, str], day: date) -> Question:
    overdue = event.due is not None and day > event.due
    due = f"trả lời đến hết ngày {day_text(event.due)}" if event.due else ""
    said = (event.by, moment_text(event.at), due, "đã quá hạn" if overdue else "")
    return Question(
        event.id,
        event.criterion,
        names.get(event.criterion, event.criterion),
        event.text,
        ", ".join(filter(None, said)),
        overdue,
    )


def _entry(event: ScoreEvent, names: Mapping[str, str]) -> FeedEntry:
    title = f"{KINDS[event.kind]}: {names.get(event.criterion, event.criterion)}"
    when = moment_text(event.at)
    asks = event.kind is ScoreEventKind.EXPLANATION_ASKED
    return FeedEntry(title, when, event.by, _words(event), (), None, alarm=asks)


def _words(event: ScoreEvent) -> str:
    outcome = _OUTCOMES[event.outcome]
    due = f" (trả lời đến hết ngày {day_text(event.due)})" if event.due else ""
    return f"{outcome}: {event.text}{due}" if outcome else f"{event.text}{due}"
