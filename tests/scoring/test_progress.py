"""The progress form, and when a task was met according to the reports."""

from datetime import date
from itertools import permutations

import pytest

from scoring.forms import CompletionDate, Kind
from scoring.obligations import Fulfilment
from scoring.periods import Period
from scoring.programme_reading import parse_programme
from scoring.progress import STATES, TaskReport, fulfilment_of, progress_form
from scoring.units import Unit
from tests.scoring.builders import raw

PROGRAMME = """\
programme: kh
title: Kế hoạch
issuer: tinh
year: 2022
tasks:
  - {no: "1", title: Kiểm tra, when: Quý III/2022, debtors: {kinds: [huyen]}}
  - {no: "2", title: Của sở, debtors: {kinds: [so]}}
  - {no: "3", title: Tuyên truyền, debtors: {units: ["001"]}}
"""


def form_of(text: str = PROGRAMME):
    programme, _ = parse_programme(raw(text))
    return progress_form(programme, Unit("001", "Huyện A", "huyen"), Period(2022, 3))


def test_it_asks_of_the_tasks_the_unit_owes_and_no_others() -> None:
    form = form_of()
    assert [row.code for row in form.sheets[0].rows] == ["1", "3"]
    assert [row.text("when") for row in form.sheets[0].rows] == ["Quý III/2022", "Không ấn định"]
    assert [field.key for field in form.sheets[0].rows[0].fields] == [
        "task.1.state",
        "task.1.completed_on",
        "task.1.percent",
        "task.1.result",
        "task.1.obstacle",
    ]


def test_only_the_state_must_be_answered() -> None:
    state, completed_on, percent, *_ = form_of().sheets[0].rows[0].fields
    assert (state.kind, state.required, state.choices) == (Kind.CHOICE, True, STATES)
    assert (completed_on.required, completed_on.earliest) == (False, date(2022, 1, 1))
    assert (percent.least, percent.most) == (0, 100)
    assert form_of().checks[0] == CompletionDate("task.1.state", "done", "task.1.completed_on")


def test_it_says_whose_and_for_when() -> None:
    assert form_of().scope == ("Kỳ báo cáo: quý III năm 2022", "Kế hoạch")
    numbered = form_of(PROGRAMME + "number: 01-KH/BCĐ\n")
    assert numbered.scope[1] == "Kế hoạch (số 01-KH/BCĐ)"
    assert (numbered.mark.form, numbered.mark.version) == ("tien-do", "kh")


Q1, Q2, Q3 = (Period(2022, quarter) for quarter in (1, 2, 3))
APRIL, JULY, OCTOBER = date(2022, 4, 5), date(2022, 7, 5), date(2022, 10, 5)
MARCH = date(2022, 3, 1)


def said(period: Period, received: date, state: str, completed_on: date | None = None):
    return TaskReport("1", period, received, state, completed_on)


HISTORIES = [
    ([], None, "no report"),
    ([said(Q1, APRIL, "doing")], None, "being worked on"),
    ([said(Q1, APRIL, "done")], Fulfilment(APRIL), "no day stated: the day of the report"),
    ([said(Q1, APRIL, "done", MARCH)], Fulfilment(MARCH), "the day stated"),
    (
        [said(Q1, APRIL, "done"), said(Q2, JULY, "done")],
        Fulfilment(APRIL),
        "the first report that said so",
    ),
    (
        [said(Q1, APRIL, "done", MARCH), said(Q2, JULY, "doing")],
        None,
        "reopened",
    ),
    (
        [said(Q1, APRIL, "done"), said(Q2, JULY, "doing"), said(Q3, OCTOBER, "done")],
        Fulfilment(OCTOBER),
        "done, reopened, done again",
    ),
    (
        [said(Q1, OCTOBER, "doing"), said(Q2, JULY, "done")],
        Fulfilment(JULY),
        "an earlier period's report that comes in late decides nothing",
    ),
    (
        [said(Q1, APRIL, "not_arisen")],
        Fulfilment(APRIL, not_arisen=True),
        "nothing arose",
    ),
    (
        [said(Q1, APRIL, "not_arisen"), said(Q2, JULY, "doing")],
        None,
        "it arose after all",
    ),
]


@pytest.mark.parametrize(
    ("reports", "expected"), [row[:2] for row in HISTORIES], ids=[row[2] for row in HISTORIES]
)
def test_when_a_task_was_met_in_whatever_order_the_reports_are_known(
    reports: list[TaskReport], expected: Fulfilment | None
) -> None:
    for order in permutations(reports):
        assert fulfilment_of(order) == expected
