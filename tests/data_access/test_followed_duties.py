"""What lists of the whole ask for: duties of the programmes that are still followed."""

from datetime import date

from sqlalchemy import Engine

from data_access.actions.closing import close_programme
from data_access.queries.obligations import followed, standing, still_open
from scoring.obligations import OPEN
from tests.builders import CLERK_A, MEMBER, Q1, SECRETARY, at, hand_in_self_score

DAY = date(2022, 10, 20)
CLOSED = date(2023, 1, 12)


def close(engine: Engine) -> None:
    summed_up = ("kh-2022", date(2023, 1, 10), "02-BC/BCĐ", "Đã tổng kết năm 2022")
    close_programme(engine, SECRETARY, *summed_up, moments=at(CLOSED))


def test_what_is_open_is_all_that_is_not_met(province: Engine) -> None:
    hand_in_self_score(province, "001", Q1, date(2022, 4, 20))
    for actor in (MEMBER, CLERK_A):
        every = standing(province, actor, DAY)
        assert followed(province, actor, DAY) == every
        expected = tuple(one for one in every if one.state in OPEN)
        assert still_open(province, actor, DAY) == expected
        assert 0 < len(expected) < len(every)


def test_nothing_of_a_closed_programme_is_among_them(small: Engine) -> None:
    close(small)
    assert followed(small, MEMBER, date(2023, 1, 11)) != ()
    assert followed(small, MEMBER, CLOSED) == still_open(small, MEMBER, CLOSED) == ()
    assert standing(small, MEMBER, CLOSED) != ()
