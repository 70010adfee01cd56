"""What lists of the whole ask for: duties of the programmes that are still followed."""

from collections.abc import Iterable
from datetime import date

import pytest
from sqlalchemy import Connection, Engine

from data_access import duties
from data_access.actions.closing import close_programme
from data_access.duty_lines import Line
from data_access.queries.obligations import followed, standing, still_open
from data_access.standings import Standing
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


def test_of_all_only_what_somebody_follows_is_written_out(
    province: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = followed(province, MEMBER, DAY)
    asked = [one for one in every if one.unit.code == "001"]
    assert 0 < len(asked) < len(every)
    lines, written_out = [], duties.written_out

    def counted(connection: Connection, day: date, found: Iterable[Line]) -> tuple[Standing, ...]:
        lines.extend(found)
        return written_out(connection, day, lines)

    monkeypatch.setattr(duties, "written_out", counted)
    assert followed(province, MEMBER, DAY, offices={"khong-ai"}, units={"001"}) == tuple(asked)
    assert len(lines) == len(asked)


def test_nothing_of_a_closed_programme_is_among_them(small: Engine) -> None:
    close(small)
    assert followed(small, MEMBER, date(2023, 1, 11)) != ()
    assert followed(small, MEMBER, CLOSED) == still_open(small, MEMBER, CLOSED) == ()
    assert standing(small, MEMBER, CLOSED) != ()
