"""What is told of one duty beside how it stands."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine

from data_access.accounts import Actor
from data_access.progress_reports import TaskWords
from data_access.queries.obligations import duty
from scoring.obligations import DutyKey
from tests.builders import CLERK_A, CLERK_B, LEADER, MEMBER, Q1, Q2, SECRETARY, hand_in_progress

TASK = DutyKey("kh-2022", "001", "2.1", "", "2022-Q3")
DOING = {
    "task.2.1.state": "doing",
    "task.2.1.percent": Decimal(80),
    "task.2.1.obstacle": "Thiếu kinh phí",
}
DONE = {"task.2.1.state": "done", "task.2.1.completed_on": date(2022, 7, 1)}
SAID = TaskWords("doing", None, Decimal(80), "", "Thiếu kinh phí")


def test_each_progress_report_tells_how_far_the_task_was_and_who_sent_it(
    province: Engine,
) -> None:
    hand_in_progress(province, "001", Q1, date(2022, 4, 5), DOING)
    hand_in_progress(province, "001", Q2, date(2022, 7, 5), DONE)
    told = duty(province, SECRETARY, TASK, date(2022, 7, 31)).returns
    assert [one.said for one in told] == [SAID, TaskWords("done", date(2022, 7, 1))]
    assert {one.by for one in told} == {SECRETARY.name}


@pytest.mark.parametrize(
    ("actor", "sees"), [(LEADER, True), (CLERK_A, True), (CLERK_B, False), (MEMBER, False)]
)
def test_what_a_return_says_is_for_those_who_may_read_it(
    province: Engine, actor: Actor, sees: bool
) -> None:
    hand_in_progress(province, "001", Q1, date(2022, 4, 5), DOING)
    (told,) = duty(province, actor, TASK, date(2022, 4, 30)).returns
    assert (told.said == SAID) is sees
