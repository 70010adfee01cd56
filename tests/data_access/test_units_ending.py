"""Units founded, ended, merged and split, with their documents."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine

from data_access.accounts import OPERATOR, Actor
from data_access.actions import setup
from data_access.actions.units import end_unit, found_unit, withdraw_ending
from data_access.queries import catalogue, units
from data_access.queries.obligations import duty
from data_access.unit_changes import Heir
from scoring.obligations import DutyKey, State
from scoring.refusals import Refusal
from scoring.succession import Ending
from scoring.units import Unit
from tests.builders import CLERK_A, LEADER, MEMBER, SECRETARY, UNITS, at
from tests.data_access.lines_by_hand import refused

LAST = date(2022, 6, 30)
FIRST = LAST + timedelta(days=1)
DATED = date(2022, 6, 20)
PAPER = "20/NQ-HĐND"
NEW = Unit("004", "Ban Chỉ đạo huyện D", "ban-chi-dao-huyen", "Huyện D", "tinh", None, FIRST)


def end(engine: Engine, unit: str, kind: Ending, *heirs: tuple[str, bool]) -> None:
    end_unit(engine, SECRETARY, unit, kind, LAST, heirs, PAPER, DATED)


def test_a_unit_ends_in_favour_of_another(province: Engine) -> None:
    end(province, "002", Ending.MERGED, ("001", True))
    gone = units.history(province, MEMBER, "002")
    assert gone.unit.exists_to == LAST
    assert gone.unit.exists_on(LAST)
    assert not gone.unit.exists_on(FIRST)
    ending = gone.ended.ending
    assert (ending.heirs, ending.document, ending.dated) == ((Heir("001", True),), PAPER, DATED)
    taken = units.history(province, MEMBER, "001")
    assert taken.ended is None
    assert [one.ending.unit for one in taken.came_from] == ["002"]
    assert [one.ending.unit for one in units.changes(province, MEMBER)] == ["002"]


def test_a_unit_may_end_with_no_successor_and_split_into_several(small: Engine) -> None:
    end(small, "003", Ending.ENDED)
    assert units.history(small, MEMBER, "003").ended.ending.heirs == ()
    found_unit(small, SECRETARY, NEW, PAPER)
    end(small, "002", Ending.SPLIT, ("001", False), ("004", True))
    heirs = units.history(small, MEMBER, "002").ended.ending.heirs
    assert heirs == (Heir("001", False), Heir("004", True))


def test_a_new_unit_has_its_document_and_counts_from_its_first_day(small: Engine) -> None:
    found_unit(small, SECRETARY, NEW, PAPER)
    kept = units.history(small, MEMBER, "004")
    assert (kept.founded_by, kept.unit.name) == (PAPER, NEW.name)
    assert not kept.unit.exists_on(LAST)
    assert kept.unit.exists_on(FIRST)


def test_what_still_stands_beneath_is_named(small: Engine) -> None:
    commune = Unit("0011", "Ban Chỉ đạo xã X", "ban-chi-dao-xa", "Xã X", "001")
    setup.import_units(small, OPERATOR, [commune])
    end(small, "001", Ending.MERGED, ("002", True))
    assert [one.code for one in units.history(small, MEMBER, "001").beneath] == ["0011"]


@pytest.mark.parametrize(
    ("kind", "heirs", "code"),
    [
        (Ending.MERGED, [], Refusal.SUCCESSORS_NOT_FITTING),
        (Ending.MERGED, [("001", True), ("003", False)], Refusal.SUCCESSORS_NOT_FITTING),
        (Ending.SPLIT, [("001", True)], Refusal.SUCCESSORS_NOT_FITTING),
        (Ending.SPLIT, [("001", True), ("001", False)], Refusal.SUCCESSORS_NOT_FITTING),
        (Ending.MERGED, [("002", True)], Refusal.SUCCESSORS_NOT_FITTING),
        (Ending.SPLIT, [("001", True), ("003", True)], Refusal.ONE_TAKES_DUTIES),
        (Ending.MERGED, [("999", True)], Refusal.UNKNOWN_UNIT),
    ],
)
def test_successors_fit_how_it_ended(small: Engine, kind, heirs, code: Refusal) -> None:
    given = (small, SECRETARY, "002", kind, LAST, heirs, PAPER, DATED)
    assert refused(end_unit, *given) is code
    assert units.history(small, MEMBER, "002").unit.exists_to is None


def test_a_successor_exists_on_the_next_day(small: Engine) -> None:
    later = Unit(NEW.code, NEW.name, NEW.kind, exists_from=FIRST + timedelta(days=1))
    found_unit(small, SECRETARY, later, PAPER)
    given = (small, SECRETARY, "002", Ending.MERGED, LAST, [("004", True)], PAPER, DATED)
    assert refused(end_unit, *given) is Refusal.UNIT_NOT_THEN


def test_a_unit_ends_once(small: Engine) -> None:
    end(small, "002", Ending.ENDED)
    given = (small, SECRETARY, "002", Ending.ENDED, DATED, [], PAPER, DATED)
    assert refused(end_unit, *given) is Refusal.UNIT_ENDED


def test_a_last_day_that_was_brought_in_gets_its_document_and_none_after_it(small: Engine) -> None:
    known = Unit("005", "Ban Chỉ đạo huyện E", "ban-chi-dao-huyen", parent="tinh", exists_to=LAST)
    setup.import_units(small, OPERATOR, [known])
    late = (small, SECRETARY, "005", Ending.ENDED, FIRST, [], PAPER, DATED)
    assert refused(end_unit, *late) is Refusal.UNIT_NOT_THEN
    end(small, "005", Ending.MERGED, ("001", True))
    assert units.history(small, MEMBER, "005").ended.ending.document == PAPER


def test_nobody_succeeds_himself_by_a_detour(small: Engine) -> None:
    end(small, "002", Ending.MERGED, ("001", True))
    end(small, "001", Ending.MERGED, ("003", True))
    setup.import_units(small, OPERATOR, UNITS)  # the last days are lost, the endings are not
    given = (small, SECRETARY, "003", Ending.MERGED, LAST, [("002", True)], PAPER, DATED)
    assert refused(end_unit, *given) is Refusal.SUCCESSION_CIRCLE


@pytest.mark.parametrize(
    ("last_day", "document", "dated", "code"),
    [
        (LAST, " ", DATED, Refusal.DOCUMENT_REQUIRED),
        (date(2030, 1, 1), PAPER, DATED, Refusal.DAY_OUTSIDE),
        (LAST, PAPER, date(2030, 1, 1), Refusal.DAY_OUTSIDE),
    ],
)
def test_what_an_ending_may_not_be(small: Engine, last_day, document, dated, code) -> None:
    given = (small, SECRETARY, "002", Ending.ENDED, last_day, [], document, dated)
    assert refused(end_unit, *given) is code


@pytest.mark.parametrize(
    ("changed", "document", "code"),
    [
        ({"code": "001"}, PAPER, Refusal.UNIT_TAKEN),
        ({"code": " "}, PAPER, Refusal.WORDS_REQUIRED),
        ({"name": ""}, PAPER, Refusal.WORDS_REQUIRED),
        ({"parent": "999"}, PAPER, Refusal.UNKNOWN_UNIT),
        ({"exists_from": date(2031, 1, 1)}, PAPER, Refusal.DAY_OUTSIDE),
        ({}, "", Refusal.DOCUMENT_REQUIRED),
    ],
)
def test_what_a_new_unit_may_not_be(small: Engine, changed, document, code: Refusal) -> None:
    given = {"code": "004", "name": "Huyện D", "kind": "ban-chi-dao-huyen"} | changed
    assert refused(found_unit, small, SECRETARY, Unit(**given), document) is code
    assert len(catalogue.units(small)) == len(UNITS)


@pytest.mark.parametrize("actor", [LEADER, MEMBER, CLERK_A])
def test_only_the_secretariat_founds_and_ends(small: Engine, actor: Actor) -> None:
    ending = (small, actor, "002", Ending.ENDED, LAST, [], PAPER, DATED)
    assert refused(end_unit, *ending) is Refusal.ROLE_NOT_ALLOWED
    assert refused(found_unit, small, actor, NEW, PAPER) is Refusal.ROLE_NOT_ALLOWED


WRONG = "Ghi nhầm đơn vị"
TASK = DutyKey("kh-2022", "002", "1", "", "2022")


def test_an_ending_that_was_entered_wrongly_is_withdrawn(province: Engine) -> None:
    end(province, "002", Ending.MERGED, ("001", True))
    day = date(2022, 10, 5)
    assert duty(province, MEMBER, TASK, day).standing.unit.code == "001"
    withdraw_ending(province, SECRETARY, "002", WRONG, at(date(2022, 11, 1)))
    found = duty(province, MEMBER, TASK, day).standing
    assert (found.unit.code, found.state, found.inherited_from) == ("002", State.OVERDUE, "")
    kept = units.history(province, MEMBER, "002")
    assert (kept.unit.exists_to, kept.ended) == (None, None)
    (gone,) = kept.withdrawn
    assert (gone.ending.document, gone.withdrawn.reason) == (PAPER, WRONG)
    assert (gone.withdrawn.by, gone.withdrawn.at.date()) == ("Thư ký", date(2022, 11, 1))
    assert units.history(province, MEMBER, "001").came_from == ()
    assert units.changes(province, MEMBER) == ()


def test_after_it_was_withdrawn_the_right_end_is_entered(province: Engine) -> None:
    end(province, "002", Ending.MERGED, ("001", True))
    withdraw_ending(province, SECRETARY, "002", WRONG)
    end(province, "002", Ending.MERGED, ("003", True))
    kept = units.history(province, MEMBER, "002")
    assert kept.ended.ending.heirs == (Heir("003", True),)
    assert [one.ending.heirs for one in kept.withdrawn] == [(Heir("001", True),)]
    assert duty(province, MEMBER, TASK, date(2022, 10, 5)).standing.unit.code == "003"
    withdraw_ending(province, SECRETARY, "002", WRONG)
    assert len(units.history(province, MEMBER, "002").withdrawn) == 2


def test_what_was_withdrawn_closes_no_circle(small: Engine) -> None:
    end(small, "002", Ending.MERGED, ("001", True))
    withdraw_ending(small, SECRETARY, "002", WRONG)
    end(small, "001", Ending.MERGED, ("002", True))
    assert units.history(small, MEMBER, "001").ended.ending.heirs == (Heir("002", True),)


def test_only_an_ending_that_stands_is_withdrawn_with_a_reason(small: Engine) -> None:
    assert refused(withdraw_ending, small, SECRETARY, "002", WRONG) is Refusal.UNIT_NOT_ENDED
    end(small, "002", Ending.ENDED)
    assert refused(withdraw_ending, small, SECRETARY, "002", " ") is Refusal.REASON_REQUIRED
    assert refused(withdraw_ending, small, LEADER, "002", WRONG) is Refusal.ROLE_NOT_ALLOWED
    assert refused(withdraw_ending, small, SECRETARY, "999", WRONG) is Refusal.UNKNOWN_UNIT
    withdraw_ending(small, SECRETARY, "002", WRONG)
    assert refused(withdraw_ending, small, SECRETARY, "002", WRONG) is Refusal.UNIT_NOT_ENDED


@pytest.mark.parametrize("code", ["Z|Z", "a b", "<b>", "x" * 41])
def test_a_code_that_cannot_name_a_duty_is_refused(small: Engine, code: str) -> None:
    said = refused(found_unit, small, SECRETARY, replace(NEW, code=code), PAPER)
    assert said is Refusal.UNIT_CODE_NOT_PLAIN
