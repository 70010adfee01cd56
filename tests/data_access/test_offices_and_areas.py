"""Who holds which office, and who follows which unit, on a day."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine

from data_access.accounts import Actor
from data_access.actions.areas import assign, end_assignment
from data_access.actions.offices import hold, name_office, rename_office
from data_access.actions.units import end_unit
from data_access.database import reading
from data_access.queries import areas, offices
from scoring.refusals import Refusal
from scoring.succession import Ending
from tests.builders import CLERK_A, LEADER, MEMBER, SECRETARY, at
from tests.data_access.lines_by_hand import refused
from tests.data_access.people_by_hand import JUNE, MARCH, SEPTEMBER, with_areas, with_offices

DAY = timedelta(days=1)


def names(engine: Engine, day: date) -> dict[str, str]:
    return {one.office.code: one.name for one in offices.holders(engine, MEMBER, day)}


def followed(engine: Engine, user: str, day: date) -> set[str]:
    with reading(engine) as connection:
        return set(areas.followed_by(connection, user, day))


def test_an_office_has_one_holder_from_the_day_the_decision_names(province: Engine) -> None:
    with_offices(province)
    assert names(province, MARCH - DAY) == {"truong-ban": "", "pho-ban": ""}
    assert names(province, JUNE - DAY)["pho-ban"] == "Trần Văn B"
    assert names(province, JUNE) == {"truong-ban": "Nguyễn Văn A", "pho-ban": "Lê Thị C"}


def test_holders_come_in_the_order_of_the_paper(small: Engine) -> None:
    name_office(small, SECRETARY, "a-thu-ba", "Ủy viên", "tinh", 3)
    with_offices(small)
    found = [one.office.code for one in offices.holders(small, MEMBER, JUNE)]
    assert found == ["truong-ban", "pho-ban", "a-thu-ba"]


def test_an_earlier_decision_typed_in_later_takes_its_place_in_time(small: Engine) -> None:
    with_offices(small)
    hold(small, SECRETARY, "pho-ban", "Phạm Văn D", date(2022, 4, 1), "03-QĐ/TU")
    assert names(small, date(2022, 5, 1))["pho-ban"] == "Phạm Văn D"
    assert names(small, JUNE)["pho-ban"] == "Lê Thị C"


def test_of_the_same_day_what_was_typed_in_last_counts_and_all_are_kept(small: Engine) -> None:
    with_offices(small)
    hold(small, SECRETARY, "pho-ban", "Lê Thị Cúc", JUNE, "05-QĐ/TU")
    assert names(small, JUNE)["pho-ban"] == "Lê Thị Cúc"
    kept = offices.history(small, MEMBER, "pho-ban").holdings
    assert [one.name for one in kept] == ["Trần Văn B", "Lê Thị C", "Lê Thị Cúc"]


def test_an_office_may_be_vacant(small: Engine) -> None:
    with_offices(small)
    hold(small, SECRETARY, "pho-ban", "  ", SEPTEMBER, "09-QĐ/TU", "pho-moi")
    (holder,) = [one for one in offices.holders(small, MEMBER, SEPTEMBER) if not one.name]
    assert (holder.office.code, holder.user) == ("pho-ban", None)
    assert holder.holding is not None


def test_a_title_may_be_put_right_and_the_holders_stay(small: Engine) -> None:
    with_offices(small)
    rename_office(small, SECRETARY, "pho-ban", "Phó Trưởng Ban thường trực", 2)
    found = {one.office.title: one.name for one in offices.holders(small, MEMBER, JUNE)}
    assert found["Phó Trưởng Ban thường trực"] == "Lê Thị C"


def test_a_title_put_right_keeps_its_place_unless_another_is_given(small: Engine) -> None:
    def order() -> list[str]:
        return [one.office.code for one in offices.holders(small, MEMBER, JUNE)]

    with_offices(small)
    rename_office(small, SECRETARY, "pho-ban", "Phó Ban")
    assert order() == ["truong-ban", "pho-ban"]
    rename_office(small, SECRETARY, "pho-ban", "Phó Ban", 0)
    assert order() == ["pho-ban", "truong-ban"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (("Trưởng Ban", "Trưởng Ban", "tinh", 1), Refusal.CODE_NOT_PLAIN),
        (("x" * 61, "Trưởng Ban", "tinh", 1), Refusal.CODE_NOT_PLAIN),
        (("-a", "Trưởng Ban", "tinh", 1), Refusal.CODE_NOT_PLAIN),
        (("moi", " ", "tinh", 1), Refusal.WORDS_REQUIRED),
        (("moi", "Ủy viên", "999", 1), Refusal.UNKNOWN_UNIT),
        (("pho-ban", "Ủy viên", "tinh", 1), Refusal.OFFICE_TAKEN),
    ],
)
def test_what_an_office_may_not_be(small: Engine, given: tuple, code: Refusal) -> None:
    with_offices(small)
    assert refused(name_office, small, SECRETARY, *given) is code
    assert names(small, JUNE)["pho-ban"] == "Lê Thị C"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (("khac", "Ai đó", JUNE, "1-QĐ"), Refusal.UNKNOWN_OFFICE),
        (("pho-ban", "Ai đó", JUNE, ""), Refusal.DOCUMENT_REQUIRED),
        (("pho-ban", "Ai đó", date(1940, 1, 1), "1-QĐ"), Refusal.DAY_OUTSIDE),
        (("pho-ban", "Ai đó", date(2030, 1, 1), "1-QĐ"), Refusal.DAY_OUTSIDE),
        (("pho-ban", "Ai đó", JUNE, "1-QĐ", "khong-co"), Refusal.UNKNOWN_ACCOUNT),
    ],
)
def test_what_a_holding_may_not_be(small: Engine, given: tuple, code: Refusal) -> None:
    with_offices(small)
    assert refused(hold, small, SECRETARY, *given) is code


@pytest.mark.parametrize("actor", [LEADER, MEMBER, CLERK_A])
def test_only_the_secretariat_names_and_assigns(small: Engine, actor: Actor) -> None:
    with_offices(small)
    every = (
        (name_office, "moi", "Ủy viên", "tinh", 3),
        (rename_office, "pho-ban", "Khác", 3),
        (hold, "pho-ban", "Ai đó", JUNE, "1-QĐ"),
        (assign, "pho-ban", ["001"], JUNE, "1-QĐ"),
        (end_assignment, "pho-ban", ["001"], JUNE, "1-QĐ"),
    )
    for action, *given in every:
        assert refused(action, small, actor, *given) is Refusal.ROLE_NOT_ALLOWED


def test_units_are_followed_by_whoever_holds_the_office_on_the_day(province: Engine) -> None:
    with_areas(province)
    assert followed(province, "pho-ban", MARCH - DAY) == set()
    assert followed(province, "pho-ban", MARCH) == {"001", "002"}
    assert followed(province, "pho-ban", JUNE) == set()
    assert followed(province, "pho-moi", JUNE) == {"001", "002"}
    assert followed(province, "khong-ai", JUNE) == set()


def test_an_area_ends_on_a_day_and_may_begin_again(small: Engine) -> None:
    with_areas(small)
    end_assignment(small, SECRETARY, "pho-ban", ["002"], SEPTEMBER, "10-QĐ/BCĐ")
    assert followed(small, "pho-moi", SEPTEMBER - DAY) == {"001", "002"}
    assert followed(small, "pho-moi", SEPTEMBER) == {"001"}
    later = date(2022, 11, 1)
    assign(small, SECRETARY, "pho-ban", ["002"], later, "12-QĐ/BCĐ")
    assert followed(small, "pho-moi", later) == {"001", "002"}


def test_what_is_not_followed_cannot_end(small: Engine) -> None:
    with_areas(small)
    given = (small, SECRETARY, "pho-ban", ["001", "003"], JUNE, "10-QĐ/BCĐ")
    assert refused(end_assignment, *given) is Refusal.NOT_FOLLOWED
    assert followed(small, "pho-moi", JUNE) == {"001", "002"}, "neither of the two"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (("khac", ["001"], JUNE, "1-QĐ"), Refusal.UNKNOWN_OFFICE),
        (("pho-ban", [], JUNE, "1-QĐ"), Refusal.UNITS_REQUIRED),
        (("pho-ban", ["999"], JUNE, "1-QĐ"), Refusal.UNKNOWN_UNIT),
        (("pho-ban", ["001"], JUNE, " "), Refusal.DOCUMENT_REQUIRED),
        (("pho-ban", ["001"], date(2031, 1, 1), "1-QĐ"), Refusal.DAY_OUTSIDE),
        (("pho-ban", ["001"], JUNE, "1-QĐ", date(2031, 1, 1)), Refusal.DAY_OUTSIDE),
    ],
)
def test_what_an_assignment_may_not_be(small: Engine, given: tuple, code: Refusal) -> None:
    with_offices(small)
    assert refused(assign, small, SECRETARY, *given) is code


def test_a_unit_that_ended_is_followed_no_longer_and_taken_by_nobody(small: Engine) -> None:
    with_areas(small)
    given = ("002", Ending.MERGED, JUNE, [("001", True)], "20-NQ/HĐND", MARCH)
    end_unit(small, SECRETARY, *given)
    assert followed(small, "pho-moi", JUNE) == {"001", "002"}
    assert followed(small, "pho-moi", JUNE + DAY) == {"001"}
    late = (small, SECRETARY, "truong-ban", ["002"], SEPTEMBER, "9-QĐ/BCĐ")
    assert refused(assign, *late) is Refusal.UNIT_NOT_THEN


def test_areas_say_who_follows_whom_by_which_decision_and_who_is_left(small: Engine) -> None:
    with_areas(small)
    found = areas.areas(small, CLERK_A, JUNE)
    (area,) = found.areas
    assert (area.holder.office.title, area.holder.name) == ("Phó Trưởng Ban", "Lê Thị C")
    assert [one.unit.code for one in area.units] == ["001", "002"]
    assert {one.assignment.decided.decision for one in area.units} == {"02-QĐ/BCĐ"}
    assert [one.code for one in found.unfollowed] == ["003"], "the committee itself is no district"
    with reading(small) as connection:
        (holder,) = areas.followers(connection, "001", JUNE)
        assert holder.name == "Lê Thị C"
        assert areas.followers(connection, "003", JUNE) == ()


def test_past_acts_keep_their_author(small: Engine) -> None:
    with_areas(small)
    hold(small, SECRETARY, "pho-ban", "Phạm Văn D", SEPTEMBER, "09-QĐ/TU", moments=at(SEPTEMBER))
    kept = offices.history(small, MEMBER, "pho-ban").holdings
    assert [one.by for one in kept] == ["Thư ký"] * 3
    assert kept[-1].at.date() == SEPTEMBER
