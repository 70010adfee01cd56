"""A return is read beside what the unit handed in before; what a listing holds is told by row."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine

from data_access.accounts import OPERATOR
from data_access.actions import setup
from data_access.actions.forms import import_form
from data_access.actions.returns import submit_return, withdraw_return
from data_access.comparing import before
from data_access.queries import returns
from data_access.queries.templates import form_for
from data_access.returns import Submission
from data_access.workbook.filling import fill_template
from data_access.workbook.template import write_template
from scoring.periods import Period
from scoring.returns import Answer
from tests.builders import CLERK_A, Q1, Q2, YEAR, at
from tests.form_texts import ASKING, VISITS

DAY = date(2022, 7, 5)


@pytest.fixture
def engine(province: Engine) -> Iterator[Engine]:
    assert import_form(province, OPERATOR, VISITS) == ()
    assert setup.import_programme(province, OPERATOR, ASKING) == ()
    yield province


def visits(engine: Engine, period: Period, answers: Mapping[str, Answer]) -> bytes:
    form = form_for(engine, "tiep-dan", "001", period)
    one = {"D.1.place": "Xã Một", "D.1.people": Decimal(9)}
    return fill_template(write_template(form), form, one | dict(answers))


def hand_in(engine: Engine, period: Period, in_period: int, to_date: int) -> Submission:
    answers = {"T.1.in_period": Decimal(in_period), "T.1.to_date": Decimal(to_date)}
    content = visits(engine, period, answers)
    return submit_return(engine, CLERK_A, "a.xlsx", content, at(DAY))


def messages(kept: Submission) -> list[str]:
    return [found.code.value for found in kept.issues]


def test_the_quarter_before_is_compared_with(engine: Engine) -> None:
    first = hand_in(engine, Q1, 4, 4)
    assert (first.accepted, messages(first)) == (True, [])
    right, wrong = hand_in(engine, Q2, 3, 7), hand_in(engine, Q2, 3, 5)
    assert messages(right) == []
    assert wrong.accepted
    assert len(messages(wrong)) == 1


def test_what_was_withdrawn_is_compared_with_nothing(engine: Engine) -> None:
    first = hand_in(engine, Q1, 4, 4)
    withdraw_return(engine, CLERK_A, first.id, "nhầm", at(DAY))
    assert messages(hand_in(engine, Q2, 3, 5)) == []


def test_rows_beyond_the_printed_ones_have_their_words_and_their_order(engine: Engine) -> None:
    answers: dict[str, Answer] = {"T.1.in_period": Decimal(1), "T.1.to_date": Decimal(1)}
    for number in range(1, 11):
        answers[f"D.{number}.place"] = f"Xã {number}"
        answers[f"D.{number}.people"] = Decimal(number)
    done = submit_return(engine, CLERK_A, "a.xlsx", visits(engine, Q1, answers), at(DAY))
    assert done.issues == ()
    read = returns.values(engine, CLERK_A, done.id)
    places = [one for one in read if one.key.startswith("D.") and one.key.endswith(".place")]
    assert [one.key for one in places] == [f"D.{number}.place" for number in range(1, 11)]
    assert (places[0].label, places[9].label) == ("1 – Nơi đối thoại", "10 – Nơi đối thoại")


def test_before_the_first_quarter_comes_last_years_fourth() -> None:
    assert before(Q2) == Q1
    assert before(Q1) == Period(2021, 4)
    assert before(YEAR) == Period(2021)
