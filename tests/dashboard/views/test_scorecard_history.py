"""A published card that was opened again or corrected says so, with both values."""

from dataclasses import replace
from decimal import Decimal

from dashboard.views.scorecard import Case, ScorecardView, scorecard_view
from dashboard.views.scorecard_history import History
from data_access.rankings import PublicationKind
from scoring.movement import moves
from tests.dashboard.views.standings_by_hand import QUARTER, SCENE
from tests.dashboard.views.test_score_talk import PUBLISHED
from tests.dashboard.views.test_scorecard import CARD, line

ERRATUM = replace(PUBLISHED, kind=PublicationKind.ERRATUM)


def scope_of(view: ScorecardView) -> str:
    return view.heading.scope[-1]


def view_of(**history: object) -> ScorecardView:
    case = Case(CARD, "Ba Tơ", QUARTER, None, history=History(**history))
    return scorecard_view(case, SCENE)


def test_a_card_says_whether_it_is_published() -> None:
    assert scope_of(view_of()).endswith(", dự thảo, chưa công bố")
    assert scope_of(view_of(published=PUBLISHED)).endswith(", đã công bố")


def test_what_was_opened_again_names_the_points_that_still_stand() -> None:
    view = view_of(published=PUBLISHED, reopened=("2.1.1",))
    assert "đã công bố, đã mở lại" in scope_of(view)
    (said,) = [words for words in view.summary if words.startswith("Đã mở lại")]
    assert "tiêu chí 2.1.1 (đã công bố 3,50 điểm)" in said
    assert said.endswith("có hiệu lực đến khi công bố đính chính.")
    whole = view_of(published=PUBLISHED, reopened=("2.1.1", None))
    assert any("toàn bộ bảng điểm" in words for words in whole.summary)


def test_a_corrected_card_says_what_was_published_before() -> None:
    earlier = replace(
        CARD, total=Decimal("4.50"), lines=(line("1.1", "1", "0.50"), *CARD.lines[1:])
    )
    view = view_of(published=ERRATUM, corrected=moves(earlier, CARD))
    assert "đã công bố, đã đính chính" in scope_of(view)
    assert (
        "So với lần công bố trước: tổng điểm từ 4,50 thành 6,00; tiêu chí 1.1 từ 0,50 thành 2,00."
    ) in view.summary
