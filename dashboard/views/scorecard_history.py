"""What became of a published card: opened again, corrected, and what it said before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.views.appraisals import points_text
from data_access.rankings import Publication, PublicationKind
from scoring.movement import LineMove, Moves
from scoring.scorecards import Scorecard

DRAFT = "dự thảo, chưa công bố"
_PUBLISHED: Mapping[PublicationKind, str] = {
    PublicationKind.FIRST: "đã công bố",
    PublicationKind.ERRATUM: "đã công bố, đã đính chính",
    PublicationKind.RERATING: "đã công bố, đã đánh giá lại",
}
_REOPENED = "đã mở lại"
_STANDS = "Điểm trong bảng là điểm đã công bố, có hiệu lực đến khi công bố đính chính."
_MOST_LINES = 8


@dataclass(frozen=True)
class History:
    """`published`: None while the card is a draft; `reopened`: the criteria that take points again,
    None for all of them; `corrected`: from the publication this one replaced."""

    published: Publication | None = None
    reopened: tuple[str | None, ...] = ()
    corrected: Moves | None = None


NO_HISTORY = History()


def state_words(history: History) -> str:
    if history.published is None:
        return DRAFT
    said = _PUBLISHED[history.published.kind]
    return f"{said}, {_REOPENED}" if history.reopened else said


def history_words(history: History, card: Scorecard) -> Iterator[str]:
    """Both values wherever a published one changes or may change."""
    if history.reopened:
        yield f"Đã mở lại sau khi công bố: {_opened(history.reopened, card)}. {_STANDS}"
    if history.corrected is not None and history.corrected.lines:
        yield _corrected(history.corrected)


def _opened(reopened: tuple[str | None, ...], card: Scorecard) -> str:
    if None in reopened:
        return "toàn bộ bảng điểm"
    return ", ".join(_named(code, card) for code in reopened if code is not None)


def _named(code: str, card: Scorecard) -> str:
    line = card.line(code)
    if line is None or line.final is None:
        return f"tiêu chí {code}"
    return f"tiêu chí {code} (đã công bố {points_text(line.final)} điểm)"


def _corrected(moved: Moves) -> str:
    said = [_line(one) for one in moved.lines[:_MOST_LINES]]
    if more := len(moved.lines) - len(said):
        said.append(f"{more} dòng khác")
    before, after = points_text(moved.total_before), points_text(moved.total_after)
    return f"So với lần công bố trước: tổng điểm từ {before} thành {after}; {'; '.join(said)}."


def _line(one: LineMove) -> str:
    named = one.text if one.code.startswith("@") else f"tiêu chí {one.code}"
    return f"{named} từ {points_text(one.before)} thành {points_text(one.after)}"
