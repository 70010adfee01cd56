"""What people decide about duties: more time, exemptions, closing. Each counts from the day on
which it was decided, and a view of an earlier day knows nothing of it."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import Engine

from data_access.accounts import Actor
from data_access.actions.closing import close_programme, reopen_programme
from data_access.actions.exempting import exempt, lift_exemption
from data_access.actions.extending import extend
from data_access.actions.setup import import_programme
from data_access.queries.obligations import Standing, duty, overdue, standing
from scoring.obligations import DutyKey, State
from scoring.refusals import Refusal, Refused
from tests.builders import (
    CLERK_A,
    LEADER,
    MEMBER,
    Q1,
    SECRETARY,
    at,
    hand_in_progress,
    hand_in_self_score,
)

TASK = DutyKey("kh-2022", "001", "1", "", "2022")
SELF_SCORE = DutyKey("kh-2022", "001", "", "tu-cham", "2022-Q1")
DUE, DECIDED, UNTIL = date(2022, 4, 15), date(2022, 4, 20), date(2022, 5, 10)
WHY = ("Mưa lũ kéo dài", "Trưởng ban")
BECAUSE = ("Đơn vị mới thành lập", "05-TB/BCĐ")


def state(engine: Engine, key: DutyKey, day: date, actor: Actor = MEMBER) -> State:
    return duty(engine, actor, key, day).standing.state


def refusal(act: Callable[..., object], *given: object, **named: object) -> Refusal:
    with pytest.raises(Refused) as caught:
        act(*given, **named)
    return caught.value.code


def give_time(
    engine: Engine, until: date = UNTIL, key: DutyKey = SELF_SCORE, day: date = DECIDED
) -> None:
    extend(engine, LEADER, [key], until, *WHY, "07-CV/BCĐ", day, at(day))


def test_an_extension_counts_from_its_day_and_the_old_day_stays_visible(province: Engine) -> None:
    give_time(province)
    assert state(province, SELF_SCORE, date(2022, 4, 19)) is State.OVERDUE
    assert state(province, SELF_SCORE, DECIDED) is State.EXTENDED
    assert state(province, SELF_SCORE, UNTIL) is State.EXTENDED
    found = duty(province, MEMBER, SELF_SCORE, date(2022, 5, 12)).standing
    assert (found.state, found.days_late, found.last_day) == (State.OVERDUE, 2, UNTIL)
    assert (found.obligation.due, found.extension.grantor) == (DUE, "Trưởng ban")
    assert all(one.obligation.key != SELF_SCORE for one in overdue(province, MEMBER, UNTIL))


def test_of_two_extensions_the_longest_counts(province: Engine) -> None:
    give_time(province, date(2022, 5, 20))
    give_time(province, UNTIL, day=date(2022, 4, 22))
    found = duty(province, MEMBER, SELF_SCORE, date(2022, 5, 20))
    assert found.standing.last_day == date(2022, 5, 20)
    assert [one.until for one in found.extensions] == [date(2022, 5, 20), UNTIL]


def test_a_late_return_stays_late_and_is_given_no_more_time(province: Engine) -> None:
    hand_in_self_score(province, "001", Q1, date(2022, 4, 18))
    late = (province, LEADER, [SELF_SCORE], UNTIL, *WHY)
    assert refusal(extend, *late, moments=at(DECIDED)) is Refusal.DUTY_MET
    assert duty(province, MEMBER, SELF_SCORE, UNTIL).standing.days_late == 3


def test_what_was_met_within_the_extension_is_on_time(province: Engine) -> None:
    give_time(province)
    hand_in_self_score(province, "001", Q1, date(2022, 5, 9))
    assert state(province, SELF_SCORE, UNTIL) is State.ON_TIME


@pytest.mark.parametrize(
    ("key", "until", "reason", "grantor", "code"),
    [
        (SELF_SCORE, DUE, *WHY, Refusal.EXTENSION_NOT_LATER),
        (SELF_SCORE, date(2030, 1, 1), *WHY, Refusal.DAY_OUTSIDE),
        (SELF_SCORE, UNTIL, " ", "Trưởng ban", Refusal.REASON_REQUIRED),
        (SELF_SCORE, UNTIL, "Mưa lũ", "", Refusal.GRANTOR_REQUIRED),
        (SELF_SCORE._replace(unit="tinh"), UNTIL, *WHY, Refusal.UNKNOWN_DUTY),
        (SELF_SCORE._replace(programme="kh-2021"), UNTIL, *WHY, Refusal.UNKNOWN_DUTY),
        (TASK._replace(task="9"), UNTIL, *WHY, Refusal.UNKNOWN_DUTY),
    ],
)
def test_what_cannot_be_extended(
    small: Engine, key: DutyKey, until: date, reason: str, grantor: str, code: Refusal
) -> None:
    given = (small, LEADER, [key], until, reason, grantor)
    assert refusal(extend, *given, moments=at(DECIDED)) is code


def test_all_or_none_are_extended(small: Engine) -> None:
    hand_in_self_score(small, "002", Q1, date(2022, 4, 10))
    both = [SELF_SCORE, SELF_SCORE._replace(unit="002")]
    assert refusal(extend, small, LEADER, both, UNTIL, *WHY, moments=at(DECIDED)) is (
        Refusal.DUTY_MET
    )
    assert state(small, SELF_SCORE, DECIDED) is State.OVERDUE
    assert refusal(extend, small, LEADER, [], UNTIL, *WHY) is Refusal.DUTIES_REQUIRED


def test_what_has_no_day_is_not_extended(small: Engine) -> None:
    without = "programme: qc-2022\ntitle: Quy chế\nissuer: tinh\nyear: 2022\ntasks:\n"
    task = '  - {no: "1", title: Họp, when: thường xuyên, debtors: {units: ["001"]}}\n'
    assert import_programme(small, SECRETARY, without + task) == ()
    key = DutyKey("qc-2022", "001", "1", "", "2022")
    assert state(small, key, UNTIL) is State.NO_DEADLINE
    given = (small, LEADER, [key], UNTIL, *WHY)
    assert refusal(extend, *given, moments=at(DECIDED)) is Refusal.DUTY_WITHOUT_DAY


@pytest.mark.parametrize("actor", [MEMBER, CLERK_A])
def test_only_who_decides_extends_and_exempts(small: Engine, actor: Actor) -> None:
    assert refusal(extend, small, actor, [TASK], UNTIL, *WHY) is Refusal.ROLE_NOT_ALLOWED
    given = (small, actor, "kh-2022", "001", *BECAUSE)
    assert refusal(exempt, *given) is Refusal.ROLE_NOT_ALLOWED
    assert refusal(lift_exemption, *given) is Refusal.ROLE_NOT_ALLOWED
    closing = (small, actor, "kh-2022", UNTIL, "9-BC/BCĐ", "Tổng kết")
    assert refusal(close_programme, *closing) is Refusal.ROLE_NOT_ALLOWED


def free(engine: Engine, day: date, **scope: str) -> None:
    exempt(engine, LEADER, "kh-2022", "001", *BECAUSE, **scope, moments=at(day))


def test_exempting_a_unit_and_lifting_it(province: Engine) -> None:
    free(province, DECIDED, form="tu-cham")
    assert state(province, SELF_SCORE, date(2022, 4, 19)) is State.OVERDUE
    found = duty(province, MEMBER, SELF_SCORE, DECIDED)
    assert (found.standing.state, found.standing.reason) == (State.EXEMPT, BECAUSE[0])
    assert state(province, SELF_SCORE._replace(period="2022-Q2"), DECIDED) is State.EXEMPT
    assert state(province, TASK, DECIDED) is State.OVERDUE
    scope = ("kh-2022", "001", "Đã ổn định", "", "", "tu-cham")
    lift_exemption(province, LEADER, *scope, moments=at(date(2022, 5, 1)))
    assert state(province, SELF_SCORE, date(2022, 4, 30)) is State.EXEMPT
    assert state(province, SELF_SCORE, date(2022, 5, 1)) is State.OVERDUE
    again = (province, LEADER, *scope)
    assert refusal(lift_exemption, *again, moments=at(UNTIL)) is Refusal.NOT_EXEMPT
    events = duty(province, MEMBER, SELF_SCORE, UNTIL).exemptions
    assert [one.kind.value for one in events] == ["exempt", "lifted"]


def test_exempting_from_the_whole_programme_leaves_what_was_met(province: Engine) -> None:
    hand_in_self_score(province, "001", Q1, date(2022, 4, 18))
    free(province, DECIDED)
    assert state(province, SELF_SCORE, UNTIL) is State.LATE
    assert state(province, TASK, UNTIL) is State.EXEMPT
    one = (province, LEADER, "kh-2022", "001", *BECAUSE)
    met = {"form": "tu-cham", "period": "2022-Q1"}
    assert refusal(exempt, *one, **met, moments=at(UNTIL)) is Refusal.DUTY_MET
    assert refusal(exempt, *one, moments=at(UNTIL)) is Refusal.DUTY_EXEMPT
    more = (province, LEADER, [TASK], UNTIL, *WHY)
    assert refusal(extend, *more, moments=at(DECIDED)) is Refusal.DUTY_EXEMPT


def test_exempting_who_owes_nothing_is_refused(small: Engine) -> None:
    given = (small, LEADER, "kh-2022", "tinh", *BECAUSE)
    assert refusal(exempt, *given, moments=at(DECIDED)) is Refusal.UNKNOWN_DUTY
    unknown = (small, LEADER, "kh-2022", "999", *BECAUSE)
    assert refusal(exempt, *unknown, moments=at(DECIDED)) is Refusal.UNKNOWN_UNIT


SUMMED_UP = ("kh-2022", date(2023, 1, 10), "02-BC/BCĐ", "Đã tổng kết năm 2022")


def of_a(found: tuple[Standing, ...]) -> set[DutyKey]:
    return {one.obligation.key for one in found if one.unit.code == "001"}


def test_a_closed_programme_is_chased_no_longer_but_stays_open(province: Engine) -> None:
    close_programme(province, SECRETARY, *SUMMED_UP, moments=at(date(2023, 1, 12)))
    for day, chased in ((date(2023, 1, 11), True), (date(2023, 1, 12), False)):
        assert (TASK in of_a(overdue(province, MEMBER, day))) is chased
    found = {one.obligation.key: one for one in standing(province, MEMBER, date(2023, 1, 20))}
    assert (found[TASK].state, found[TASK].closed) == (State.OVERDUE, True)
    late = (province, LEADER, [TASK], date(2023, 2, 1), *WHY)
    assert refusal(extend, *late, moments=at(date(2023, 1, 20))) is Refusal.PROGRAMME_CLOSED
    given = (province, LEADER, "kh-2022", "001", *BECAUSE)
    assert refusal(exempt, *given, moments=at(date(2023, 1, 20))) is Refusal.PROGRAMME_CLOSED
    reopened = date(2023, 1, 25)
    again = ("kh-2022", reopened, "03-CV/BCĐ", "Còn việc chưa xong")
    reopen_programme(province, SECRETARY, *again, moments=at(reopened))
    assert TASK not in of_a(overdue(province, MEMBER, date(2023, 1, 24)))
    assert TASK in of_a(overdue(province, MEMBER, reopened))


def test_closing_what_is_closed_and_reopening_what_is_not(small: Engine) -> None:
    given = (small, SECRETARY, *SUMMED_UP)
    moment = {"moments": at(date(2023, 1, 12))}
    assert refusal(reopen_programme, *given, **moment) is Refusal.PROGRAMME_NOT_CLOSED
    close_programme(*given, **moment)
    assert refusal(close_programme, *given, **moment) is Refusal.PROGRAMME_CLOSED
    unknown = (small, SECRETARY, "khong-co", *SUMMED_UP[1:])
    assert refusal(close_programme, *unknown, **moment) is Refusal.UNKNOWN_PROGRAMME
    ahead = (small, SECRETARY, "kh-2022", date(2023, 3, 1), *SUMMED_UP[2:])
    assert refusal(close_programme, *ahead, **moment) is Refusal.DAY_OUTSIDE


def test_a_task_completed_in_time_but_reported_late_is_never_extended(small: Engine) -> None:
    done = {"task.1.state": "done", "task.1.completed_on": date(2022, 3, 20)}
    hand_in_progress(small, "001", Q1, date(2022, 4, 8), done)
    given = (small, LEADER, [TASK], UNTIL, *WHY)
    assert refusal(extend, *given, moments=at(DECIDED)) is Refusal.DUTY_MET
