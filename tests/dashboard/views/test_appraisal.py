from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from dashboard.views.appraisal import EVERY_LINE, Appraisal, Choice, Desk, appraisal, waits
from data_access.queries.appraisals import AppraisalLine, LineState
from data_access.score_events import ScoreEvent
from scoring.periods import Period
from tests.dashboard.views.appraisals_by_hand import BA_TO, TRA_BONG, appraisal_line
from tests.dashboard.views.standings_by_hand import SCENE
from tests.dashboard.views.test_score_talk import REQUEST

YEAR = Period(2022)
DONE = appraisal_line(TRA_BONG, "1.2", state=LineState.APPRAISED)
LINES = (
    appraisal_line(BA_TO, "1.1"),
    appraisal_line(BA_TO, "1.2", state=LineState.EXPLANATION_ASKED),
    appraisal_line(TRA_BONG, "1.1", state=LineState.EXPLAINED),
    DONE,
)


def view_of(
    choice: Choice = Choice(),  # noqa: B008
    lines: Sequence[AppraisalLine] = LINES,
    questions: Sequence[ScoreEvent] = (),
) -> Appraisal:
    return appraisal(Desk(lines, questions, {}, YEAR, None, may_conclude=False), choice, SCENE)


def texts(view: Appraisal, table: int) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in view.tables[table].rows]


def test_what_waits_is_counted_by_unit_and_by_criterion() -> None:
    view = view_of()
    assert view.heading.title == "2 dòng điểm chờ thẩm định"
    assert texts(view, 0) == [
        ["Ba Tơ", "1", "–", "1", "–", "2"],
        ["Trà Bồng", "1", "1", "–", "1", "2"],
    ]
    assert texts(view, 1) == [
        ["1.1. Tiêu chí 1.1", "2", "1", "–", "–", "2"],
        ["1.2. Tiêu chí 1.2", "–", "–", "1", "1", "2"],
    ]


def test_a_row_without_anything_waiting_opens_on_every_line() -> None:
    link = view_of().tables[1].rows[1].cells[0].link
    assert dict(link.params) == {"unit": None, "tieu-chi": "1.2", "xem": EVERY_LINE}


def test_what_the_figures_settle_as_claimed_waits_for_nobody() -> None:
    assert waits(appraisal_line())
    settled = appraisal_line(needed=False, ruled=appraisal_line().claim)
    assert not waits(settled)
    assert waits(replace(settled, ruled=None)), "the claim differs from what the rule gives"
    assert not waits(appraisal_line(open=False))


def test_nothing_claimed_of_what_is_not_counted_waits_for_nobody() -> None:
    left_out = appraisal_line(claim=Decimal(0), needed=False, excluded=True)
    assert not waits(left_out)
    assert not waits(replace(left_out, claim=None))
    assert waits(replace(left_out, claim=Decimal(3))), "points are claimed for it"


def test_lines_on_the_screen_stay_whatever_others_did_to_them() -> None:
    taken = (
        replace(LINES[0], state=LineState.APPRAISED),
        appraisal_line(BA_TO, "1.2", open=False),
        appraisal_line(BA_TO, "1.3"),
    )
    on_screen = (("535", "1.1"), ("535", "1.2"))
    view = view_of(Choice(unit="535", on_screen=on_screen), taken)
    assert [one.criterion for one in view.lines] == ["1.1", "1.2"]
    assert not any("Không còn dòng điểm nào" in words for words in view.said)


def test_a_unit_that_has_not_scored_itself_waits_for_nobody_and_is_named() -> None:
    silent = [appraisal_line(claim=None), appraisal_line(TRA_BONG)]
    view = view_of(lines=silent)
    assert view.heading.title == "1 dòng điểm chờ thẩm định"
    assert [row.cells[0].detail for row in view.tables[0].rows] == ["chưa tự chấm điểm", ""]


def test_one_unit_across_criteria_shows_what_waits_and_on_request_all() -> None:
    waiting = view_of(Choice(unit="535"))
    assert waiting.heading.title == "Ba Tơ: 1 dòng chờ thẩm định"
    assert [one.title for one in waiting.lines] == ["1.1. Tiêu chí 1.1"]
    every = view_of(Choice(unit="535", scope=EVERY_LINE))
    assert [one.criterion for one in every.lines] == ["1.1", "1.2"]
    assert ("Đơn vị tiếp theo: Trà Bồng", "525") in [
        (words, dict(link.params).get("unit")) for words, link in every.ways
    ]


def test_what_somebody_else_appraises_is_not_called_done() -> None:
    view = view_of(Choice(criterion="9.9", scope=EVERY_LINE))
    assert view.heading.title == "Tiêu chí 9.9: không còn dòng chờ thẩm định"
    assert view.said[0].startswith("Tiêu chí 9.9 không giao cho tài khoản này thẩm định")


def test_one_criterion_across_units_names_the_units() -> None:
    view = view_of(Choice(criterion="1.1"))
    assert view.heading.title == "Tiêu chí 1.1: 2 dòng chờ thẩm định"
    assert [one.title for one in view.lines] == ["Ba Tơ", "Trà Bồng"]


def test_a_long_grid_has_pages() -> None:
    lines = [appraisal_line(BA_TO, f"1.{number}") for number in range(40)]
    first, second = (view_of(Choice(unit="535", page=number), lines) for number in (1, 2))
    assert (len(first.lines), len(second.lines)) == (30, 10)
    assert "Trang 2/2" in dict(first.ways)
    assert "Trang 1/2" in dict(second.ways)


def test_published_lines_are_counted_and_take_no_points() -> None:
    closed = appraisal_line(open=False, state=LineState.APPRAISED)
    view = view_of(Choice(unit="535", scope=EVERY_LINE), [closed])
    assert view.lines == ()
    assert view.said[1].startswith("1 dòng đã công bố")


def test_requests_to_look_again_stand_first_and_lead_to_the_card() -> None:
    view = view_of(questions=[replace(REQUEST, unit="535", criterion="1.1")])
    assert view.tables[0].title == "1 đề nghị xem xét lại năm 2022 chưa trả lời"
    (row,) = view.tables[0].rows
    assert row.cells[0].link.address == "xep-loai"
    assert row.cells[1].text == "1.1. Tiêu chí 1.1"


def test_whoever_has_nothing_to_appraise_is_told_so() -> None:
    assert view_of(lines=()).said == (
        "Không có tiêu chí nào giao cho tài khoản này thẩm định trong kỳ này.",
    )
