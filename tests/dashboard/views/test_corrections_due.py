"""A return that was sent back has a last day of its own: every list shows it and counts from it."""

from dataclasses import replace
from datetime import date

from dashboard.views.own_list import own_list
from dashboard.views.own_work import OwnWork
from dashboard.views.reminder_message import EACH, messages
from dashboard.views.standing_words import countdown, due_text, first_due
from dashboard.views.tiles import sentence_of
from dashboard.views.unit_dates import unit_dates
from scoring.obligations import State
from tests.dashboard.views.standings_by_hand import DUE, SCENE, standing

# SCENE is of 27/10/2022, the duty was due on 12/10/2022.
BACK, UNTIL = date(2022, 10, 25), date(2022, 11, 1)
WAITED = replace(standing("A", State.DUE_SOON), last_day=UNTIL, sent_back=BACK)
LATE = replace(standing("A", State.OVERDUE, days_late=2), last_day=UNTIL, sent_back=BACK)


def test_its_day_is_the_corrections_and_the_first_stays_beside_it() -> None:
    assert (due_text(WAITED), countdown(WAITED, SCENE.day)) == ("01/11/2022", "còn 5 ngày")
    assert first_due(WAITED) == "trả lại để sửa ngày 25/10/2022; hạn đầu 12/10/2022"
    assert countdown(LATE, date(2022, 11, 3)) == "quá 2 ngày"
    assert "hạn 01/11/2022, đã quá 2 ngày" in sentence_of(LATE)


def test_where_it_was_sent_back_before_it_was_due_the_first_day_holds() -> None:
    early = replace(WAITED, last_day=DUE)
    assert first_due(early) == "trả lại để sửa ngày 25/10/2022"


def test_a_units_calendar_and_list_have_the_corrections_day() -> None:
    (dated,) = unit_dates((WAITED,), "A", SCENE.day, date(2022, 12, 31), illustrative=False).dates
    assert (dated.day, "trả lại để sửa ngày 25/10/2022" in dated.said) == (UNTIL, True)
    later = replace(WAITED, state=State.NOT_DUE, last_day=date(2022, 11, 30))
    (_, row) = own_list((later,), OwnWork("", None), "A", "A", SCENE).months.rows
    assert [cell.text for cell in row.cells[1:3]] == ["30/11/2022", "còn 34 ngày"]


def test_a_message_asks_for_the_correction() -> None:
    (one,) = messages((WAITED,), ("A",), EACH, SCENE).messages
    assert "hạn nộp bản sửa 01/11/2022, còn 5 ngày." in one.text
