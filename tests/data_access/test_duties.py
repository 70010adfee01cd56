"""Whose duty it is and what is known of it: texts amended, units that end and begin, inspections,
corrections asked for, several due days a year."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine

from data_access import documents
from data_access.accounts import Actor, Role
from data_access.actions import inspections, recommendations, review
from data_access.actions.extending import extend
from data_access.actions.reminders import note_by_hand
from data_access.actions.units import end_unit, found_unit
from data_access.database import writing
from data_access.programmes import programme_from_text
from data_access.queries.obligations import Standing, duty, of_unit, overdue, standing
from data_access.reminders import Way
from scoring.obligations import DutyKey, State
from scoring.refusals import Refusal, Refused
from scoring.succession import Ending
from scoring.units import Unit
from tests.builders import (
    CLERK_A,
    CLERK_B,
    LEADER,
    MEMBER,
    PROGRAMME,
    Q1,
    Q2,
    Q3,
    Q4,
    SECRETARY,
    at,
    hand_in_progress,
    hand_in_self_score,
)

TASK = DutyKey("kh-2022", "001", "2.1", "", "2022-Q3")
AUTUMN = DutyKey("kh-2022", "001", "1", "", "2022")
SELF_SCORE = DutyKey("kh-2022", "001", "", "tu-cham", "2022-Q1")
ASSESSOR = Actor("tham-dinh", "Thẩm định", Role.ASSESSOR, "tinh")
LAST = date(2022, 6, 30)


def keep(engine: Engine, text: str, from_day: date) -> None:
    programme, issues = programme_from_text(text)
    assert programme is not None, issues
    with writing(engine, SECRETARY, "amend", programme.code) as connection:
        documents.keep_programme(connection, programme, text, from_day, "12-KH/BCĐ")


def of(engine: Engine, key: DutyKey, day: date) -> Standing:
    return duty(engine, MEMBER, key, day).standing


def test_an_amendment_counts_from_its_day(province: Engine) -> None:
    changed = date(2022, 5, 1)
    keep(province, PROGRAMME.replace("Quý III/2022", "Quý IV/2022"), changed)
    later = TASK._replace(period="2022-Q4")
    assert of(province, TASK, date(2022, 4, 30)).obligation.due == date(2022, 9, 30)
    assert of(province, later, changed).obligation.due == date(2022, 12, 31)
    with pytest.raises(Refused) as caught:
        of(province, TASK, changed)
    assert caught.value.code is Refusal.UNKNOWN_DUTY
    versions = duty(province, MEMBER, later, changed).versions
    assert [one.in_force_from for one in versions] == [None, changed]


def test_a_task_added_in_the_year_is_owed_from_its_day(province: Engine) -> None:
    added = (
        '  - {no: "3", title: Báo cáo đột xuất, when: trước ngày 01/9/2022, added: 2022-07-10,\n'
        "     source: 12-TB/BCĐ, debtors: {kinds: [ban-chi-dao-huyen]}}\n"
    )
    keep(province, PROGRAMME.replace("reports:\n", f"{added}reports:\n"), date(2022, 7, 1))
    for day, owed in ((date(2022, 7, 9), False), (date(2022, 7, 10), True)):
        tasks = {one.obligation.task for one in standing(province, MEMBER, day)}
        assert ("3" in tasks) is owed


def end(engine: Engine, successors: list[tuple[str, bool]]) -> None:
    """Of a unit that has a task due in autumn."""
    keep(engine, PROGRAMME.replace("01/4/2022", "01/10/2022"), date(2022, 1, 1))
    kind = Ending.MERGED if successors else Ending.ENDED
    given = ("001", kind, LAST, successors, "1-NQ/HĐND", date(2022, 6, 20))
    end_unit(engine, SECRETARY, *given, moments=at(date(2022, 6, 25)))


def test_open_duties_pass_to_the_successor_and_what_was_met_stays(province: Engine) -> None:
    hand_in_self_score(province, "001", Q1, date(2022, 4, 10))
    end(province, [("002", True)])
    assert of(province, AUTUMN, LAST).unit.code == "001"
    found = of(province, AUTUMN, date(2022, 10, 5))
    assert (found.unit.code, found.inherited_from) == ("002", "001")
    assert (found.state, found.days_late) == (State.OVERDUE, 5)
    assert found.obligation.key == AUTUMN
    met = of(province, SELF_SCORE, date(2022, 10, 5))
    assert (met.unit.code, met.state) == ("001", State.ON_TIME)
    owed = {one.obligation.key for one in overdue(province, MEMBER, date(2022, 10, 5), "002")}
    assert {AUTUMN, AUTUMN._replace(unit="002")} <= owed
    assert overdue(province, MEMBER, date(2022, 10, 5), "001") == ()
    every = standing(province, MEMBER, date(2022, 12, 31), Q4)
    assert {one.obligation.key.unit for one in every} == {"002", "003"}


def test_what_was_taken_over_is_given_more_time_under_its_own_key(province: Engine) -> None:
    end(province, [("002", True)])
    day, until = date(2022, 10, 5), date(2022, 11, 1)
    extend(province, LEADER, [AUTUMN], until, "Mới sáp nhập", "Trưởng ban", moments=at(day))
    assert of(province, AUTUMN, day).state is State.EXTENDED
    assert of(province, AUTUMN._replace(unit="002"), day).state is State.OVERDUE


def test_the_successor_meets_what_it_took_over(province: Engine) -> None:
    end(province, [("002", True)])
    done = {"task.1.state": "done", "task.1.completed_on": date(2022, 9, 15)}
    sent = hand_in_progress(province, "002", Q3, date(2022, 10, 3), done)
    found = of(province, AUTUMN, date(2022, 10, 5))
    assert (found.unit.code, found.state, found.inherited_from) == ("002", State.ON_TIME, "001")
    assert found.proof == sent.id


def test_nobody_owes_what_ended_with_its_unit(province: Engine) -> None:
    end(province, [])
    assert of(province, AUTUMN, LAST).state is State.NOT_DUE
    found = of(province, AUTUMN, date(2022, 10, 5))
    assert (found.state, "1-NQ/HĐND" in found.reason) == (State.EXEMPT, True)
    assert overdue(province, MEMBER, date(2022, 10, 5), "001") == ()


def test_a_unit_founded_later_is_bound_by_the_rule_but_by_nothing_that_was_due(
    province: Engine,
) -> None:
    new = Unit("004", "Ban Chỉ đạo huyện D", "ban-chi-dao-huyen", parent="tinh")
    begun = replace(new, exists_from=date(2022, 7, 1))
    found_unit(province, SECRETARY, begun, "2-NQ/HĐND", at(date(2022, 6, 25)))
    day = date(2022, 12, 31)
    keys = {one.obligation.key for one in standing(province, MEMBER, day) if one.unit.code == "004"}
    assert TASK._replace(unit="004") in keys
    assert TASK._replace(unit="004", task="1", period="2022") not in keys
    assert {key.period for key in keys if key.form == "tu-cham"} == {"2022-Q3", "2022-Q4"}
    before = standing(province, MEMBER, date(2022, 6, 30))
    assert all(one.unit.code != "004" for one in before)


def recommended(engine: Engine) -> int:
    title = "Kiểm tra việc thực hiện"
    looked = at(date(2022, 5, 10))
    number = inspections.plan_inspection(
        engine, SECRETARY, 2022, title, ["Trưởng đoàn"], "3-QĐ/BCĐ", moments=looked
    )
    visit = inspections.plan_visit(
        engine, SECRETARY, number, "001", date(2022, 5, 12), moments=looked
    )
    inspections.hold_visit(engine, SECRETARY, visit, date(2022, 5, 12), moments=at(LAST))
    return recommendations.recommend(
        engine, SECRETARY, visit, "Bổ sung sổ", date(2022, 8, 1), moments=at(LAST)
    )


def test_a_recommendation_is_a_duty_that_not_everybody_sees(province: Engine) -> None:
    number = recommended(province)
    day = date(2022, 8, 4)

    def seen(actor: Actor, when: date = day) -> list[tuple[str | None, State, int]]:
        found = overdue(province, actor, when) if when == day else standing(province, actor, when)
        return [
            (one.obligation.task, one.state, one.days_late)
            for one in found
            if one.programme_code.startswith("kiem-tra-")
        ]

    expected = [(f"kn-{number}", State.OVERDUE, 3)]
    assert seen(SECRETARY) == seen(LEADER) == seen(MEMBER) == seen(CLERK_A) == expected
    assert seen(CLERK_B) == seen(ASSESSOR) == []
    assert seen(SECRETARY, date(2022, 6, 29)) == []
    told = of_unit(province, CLERK_A, "001", day, day)
    assert told[-1].programme == "Kiểm tra việc thực hiện"
    recommendations.finish_recommendation(
        province, CLERK_A, number, date(2022, 8, 5), "Đã bổ sung", moments=at(date(2022, 8, 5))
    )
    assert seen(SECRETARY) == expected
    after = {one.obligation.task: one for one in standing(province, SECRETARY, date(2022, 8, 5))}
    assert after[f"kn-{number}"].state is State.LATE


def test_a_correction_has_its_own_days_where_the_programme_gives_them(province: Engine) -> None:
    keep(province, f"{PROGRAMME}sent_back: {{days: 5, count: calendar}}\n", date(2022, 1, 1))
    sent = hand_in_self_score(province, "001", Q1, date(2022, 4, 12))
    review.send_back(province, SECRETARY, sent.id, "Thiếu số liệu", moments=at(date(2022, 4, 14)))
    assert of(province, SELF_SCORE, date(2022, 4, 13)).state is State.ON_TIME
    assert of(province, SELF_SCORE, date(2022, 4, 19)).state is State.DUE_SOON
    waiting = of(province, SELF_SCORE, date(2022, 4, 21))
    assert (waiting.state, waiting.days_late) == (State.OVERDUE, 2)
    assert waiting.last_day == date(2022, 4, 19)
    assert SELF_SCORE in {o.obligation.key for o in overdue(province, MEMBER, date(2022, 4, 21))}
    hand_in_self_score(province, "001", Q1, date(2022, 4, 22))
    late = of(province, SELF_SCORE, date(2022, 5, 30))
    assert (late.state, late.days_late) == (State.LATE, 3)


def test_a_task_due_twice_a_year_is_met_each_time(province: Engine) -> None:
    keep(province, PROGRAMME.replace("Quý III/2022", "định kỳ 6 tháng"), date(2022, 1, 1))
    first, second = TASK._replace(period="2022-Q2"), TASK._replace(period="2022-Q4")
    done = {"task.2.1.state": "done", "task.2.1.completed_on": date(2022, 6, 20)}
    hand_in_progress(province, "001", Q2, date(2022, 7, 5), done)
    hand_in_progress(province, "001", Q3, date(2022, 10, 5))
    day = date(2022, 12, 1)
    assert of(province, first, day).state is State.ON_TIME
    assert of(province, second, day).state is not State.ON_TIME


def test_reminders_and_proofs_stand_beside_the_duty(province: Engine) -> None:
    note_by_hand(
        province,
        SECRETARY,
        Way.ZALO,
        {"001": [SELF_SCORE]},
        "Kính đề nghị đơn vị gửi báo cáo.",
        date(2022, 4, 18),
        at(date(2022, 4, 18)),
    )
    sent = hand_in_self_score(province, "001", Q1, date(2022, 4, 20))
    story = duty(province, MEMBER, SELF_SCORE, date(2022, 4, 30))
    assert (story.standing.reminded, story.standing.proof) == ((date(2022, 4, 18),), sent.id)
    assert ([one.id for one in story.returns], story.reminders[0].way) == ([sent.id], Way.ZALO)
    earlier = duty(province, MEMBER, SELF_SCORE, date(2022, 4, 17))
    assert (earlier.standing.reminded, earlier.returns, earlier.reminders) == ((), (), ())
