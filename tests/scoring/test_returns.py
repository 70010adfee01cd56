"""A return answers for its own cells; a cell that is not there was not reported."""

from decimal import Decimal

from scoring.facts import Absent
from scoring.forms import Mark
from scoring.periods import Period
from scoring.returns import Entry, Return


def test_what_is_not_among_the_entries_was_not_reported() -> None:
    mark = Mark("tu-cham", "thu/1", "001", Period(2022, 1))
    given = Return(mark, (Entry("a", Decimal(0), "0", "Bảng", "E7"),))
    assert (given.answer("a"), given.answer("b")) == (0, Absent.NOT_REPORTED)
