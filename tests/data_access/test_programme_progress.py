"""How far a programme has come, what proves it, and who may read what."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine

from data_access.accounts import Actor
from data_access.actions import setup
from data_access.actions.evidence import attach
from data_access.actions.outside_figures import record_figure
from data_access.queries.programme_progress import DutyProgress, progress
from scoring.facts import Absent
from scoring.periods import parse_period
from scoring.refusals import Refusal, Refused
from scoring.stages import Stage
from tests.builders import (
    CLERK_A,
    CLERK_B,
    LEADER,
    MEMBER,
    PROGRAMME,
    Q1,
    Q2,
    SECRETARY,
    YEAR,
    at,
    hand_in_progress,
)
from tests.data_access.returns_by_hand import pdf

CODE = "kh-2022"
DAY = date(2022, 7, 31)
DONE = {
    "task.1.state": "done",
    "task.1.completed_on": date(2022, 3, 20),
    "task.1.percent": Decimal(100),
    "task.1.result": "Kế hoạch 05-KH/BCĐ",
}
FIGURES = """\
figures:
  - {key: hai_long_hcc, label: Chỉ số hài lòng, source: Sở Nội vụ}
"""


def of_task(engine: Engine, actor: Actor, task: str, day: date = DAY) -> dict[str, DutyProgress]:
    found = progress(engine, actor, CODE, day, task).duties
    own = [one for one in found if one.standing.obligation.task == task]
    return {one.standing.unit.code: one for one in own}


def refusal(engine: Engine, code: str) -> Refusal:
    with pytest.raises(Refused) as refused:
        progress(engine, SECRETARY, code, DAY)
    return refused.value.code


def test_the_newest_report_says_how_far_and_where_it_is_written(province: Engine) -> None:
    hand_in_progress(province, "001", Q1, date(2022, 4, 5), DONE)
    hand_in_progress(province, "002", Q1, date(2022, 4, 6), {"task.1.state": "not_started"})
    found = of_task(province, SECRETARY, "1")
    assert [found[unit].stage for unit in ("001", "002", "003")] == [
        Stage.DONE,
        Stage.OVERDUE,
        Stage.OVERDUE,
    ]
    said = found["001"].said
    assert said is not None
    assert (said.percent, said.result, said.period) == (Decimal(100), "Kế hoạch 05-KH/BCĐ", Q1)
    assert said.sheet == "Tiến độ"
    assert said.cell[1:].isdigit()
    assert said.receipt == "0001/2022/PTN"


def test_open_tasks_are_where_the_latest_period_s_report_says(province: Engine) -> None:
    hand_in_progress(province, "001", Q1, date(2022, 4, 5), {"task.2.1.state": "not_started"})
    assert of_task(province, SECRETARY, "2.1")["001"].stage is Stage.NOT_STARTED
    hand_in_progress(province, "001", Q2, date(2022, 5, 25), {"task.2.1.state": "doing"})
    # Later at the server, yet of an earlier period.
    hand_in_progress(province, "001", Q1, date(2022, 5, 29), {"task.2.1.state": "not_started"})
    found = of_task(province, SECRETARY, "2.1")
    assert found["001"].stage is Stage.DOING
    assert found["002"].stage is Stage.UNSAID


def test_a_past_day_knows_only_what_had_come_in_by_then(province: Engine) -> None:
    hand_in_progress(province, "001", Q1, date(2022, 4, 5), DONE)
    before = of_task(province, SECRETARY, "1", date(2022, 4, 4))["001"]
    assert (before.stage, before.said) == (Stage.OVERDUE, None)


def test_without_a_task_nothing_is_read_beside_the_states(province: Engine) -> None:
    hand_in_progress(province, "001", Q1, date(2022, 4, 5), DONE)
    found = progress(province, SECRETARY, CODE, DAY).duties
    said = next(one.said for one in found if one.said and one.said.task == "1")
    assert (said.state, said.percent, said.result) == ("done", None, "")


def test_one_task_s_details_change_nothing_of_the_others(province: Engine) -> None:
    hand_in_progress(province, "001", Q1, date(2022, 4, 5), DONE | {"task.2.1.state": "doing"})
    for actor in (SECRETARY, CLERK_A, CLERK_B, MEMBER):
        whole = progress(province, actor, CODE, DAY)
        found = progress(province, actor, CODE, DAY, "1")
        for before, after in zip(whole.duties, found.duties, strict=True):
            assert (after.standing, after.stage) == (before.standing, before.stage)
            assert after == before or after.standing.obligation.task == "1"


def test_files_of_the_task_s_row_stand_beside_it_and_of_no_other(province: Engine) -> None:
    hand_in_progress(province, "001", Q1, date(2022, 4, 5), DONE)
    for key, name in (("1", "ke-hoach.pdf"), ("2.1", "khac.pdf"), ("", "ban-ky.pdf")):
        given = (key, name, pdf(text=name))
        attach(province, CLERK_A, "tien-do", "001", Q1, *given, moments=at(date(2022, 4, 6)))
    found = of_task(province, LEADER, "1")["001"]
    assert [one.file_name for one in found.evidence] == ["ke-hoach.pdf"]
    assert of_task(province, LEADER, "1", date(2022, 4, 5))["001"].evidence == ()


@pytest.mark.parametrize(
    ("actor", "reads"),
    [(SECRETARY, True), (LEADER, True), (CLERK_A, True), (CLERK_B, False), (MEMBER, False)],
)
def test_how_it_stands_is_no_secret_what_the_return_says_is(
    province: Engine, actor: Actor, reads: bool
) -> None:
    hand_in_progress(province, "001", Q1, date(2022, 4, 5), DONE)
    one = of_task(province, actor, "1")["001"]
    assert one.stage is Stage.DONE
    assert (one.said is not None, one.opens) == (reads, reads)


def test_reports_are_duties_of_the_programme_too(province: Engine) -> None:
    hand_in_progress(province, "001", Q1, date(2022, 4, 12))
    found = progress(province, SECRETARY, CODE, DAY).duties
    own = {
        (one.standing.unit.code, one.standing.obligation.period): one
        for one in found
        if one.standing.obligation.form == "tien-do"
    }
    first = own["001", Q1]
    assert (first.stage, first.opens) == (Stage.DONE_LATE, True)
    assert len(own) == 12


def test_a_programme_that_there_is_not(province: Engine) -> None:
    assert refusal(province, "khac") is Refusal.UNKNOWN_PROGRAMME


def declaring(engine: Engine) -> Engine:
    assert setup.import_programme(engine, SECRETARY, PROGRAMME + FIGURES) == ()
    return engine


def record(engine: Engine, unit: str = "001", *, value=Decimal("87.25"), period=YEAR) -> int:
    given = (unit, period, "hai_long_hcc", value, "", date(2022, 6, 30), "01/BC-SNV")
    return record_figure(engine, SECRETARY, *given)


def test_a_figure_that_a_programme_declares_is_recorded_beside_its_results(
    province: Engine,
) -> None:
    declaring(province)
    record(province)
    record(province, "002", value=Decimal(90))
    later = date(2023, 1, 31)
    found = progress(province, SECRETARY, CODE, later).figures
    assert {unit: one.supplied.value for (unit, _), one in found.items()} == {
        "001": Decimal("87.25"),
        "002": Decimal(90),
    }
    assert found["001", "hai_long_hcc"].supplied.source == "Sở Nội vụ"
    assert set(progress(province, CLERK_A, CODE, later).figures) == {("001", "hai_long_hcc")}
    assert progress(province, MEMBER, CODE, later).figures == {}


def test_of_several_records_the_one_as_of_the_latest_day_is_shown(province: Engine) -> None:
    declaring(province)
    newest = ("001", YEAR, "hai_long_hcc", Decimal(91), "", date(2022, 12, 31), "09/BC-SNV")
    record_figure(province, SECRETARY, *newest)
    record(province, value=Decimal(80), period=Q1)
    found = progress(province, SECRETARY, CODE, date(2023, 1, 31)).figures
    assert found["001", "hai_long_hcc"].supplied.value == Decimal(91)


@pytest.mark.parametrize(
    ("unit", "value", "period", "code"),
    [
        ("tinh", Decimal(80), "2022", Refusal.UNKNOWN_UNIT),  # binds no province body
        ("001", Decimal(80), "2021", Refusal.NO_CRITERIA),  # of another year
        ("001", Decimal("80.12345"), "2022", Refusal.FIGURE_OUTSIDE),
        ("001", Absent.NOT_ARISEN, "2022", Refusal.ABSENCE_NOT_TAKEN),
    ],
)
def test_what_a_declared_figure_may_not_be(
    province: Engine, unit: str, value, period: str, code: Refusal
) -> None:
    declaring(province)
    with pytest.raises(Refused) as refused:
        record(province, unit, value=value, period=parse_period(period))
    assert refused.value.code is code


def test_a_figure_nobody_declares_stays_unknown(province: Engine) -> None:
    with pytest.raises(Refused) as refused:
        record(province)
    assert refused.value.code is Refusal.UNKNOWN_OUTSIDE_FIGURE
