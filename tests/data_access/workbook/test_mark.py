"""The hidden sheet says which form a workbook is."""

from data_access.workbook.parsing import read_mark
from data_access.workbook.reading import read_book
from scoring.forms import Mark
from scoring.periods import Period
from tests.data_access.workbook.sheets import workbook

COMPLETE = "form | tien-do\nversion | 2022.1\nunit | 07294\nperiod | 2022-Q3"


def mark_of(text: str, sheet: str = "_qcdc") -> tuple[Mark | None, list[str]]:
    book, _ = read_book("bieu.xlsx", workbook(text, sheet=sheet))
    mark, issues = read_mark(book)
    return mark, [issue.code.value for issue in issues]


def test_the_mark_is_read() -> None:
    assert mark_of(COMPLETE) == (Mark("tien-do", "2022.1", "07294", Period(2022, 3)), [])


def test_a_year_that_became_a_number_is_still_a_year() -> None:
    mark, _ = mark_of(COMPLETE.replace("2022-Q3", "n:2022"))
    assert mark is not None and mark.period == Period(2022)


def test_without_the_sheet_there_is_no_mark() -> None:
    assert mark_of(COMPLETE, sheet="Khác") == (None, ["NO_MARK"])


def test_an_incomplete_mark_is_none() -> None:
    assert mark_of("form | tien-do\nperiod | 2022-Q3") == (None, ["NO_MARK"])


def test_an_unreadable_period_is_named() -> None:
    assert mark_of(COMPLETE.replace("2022-Q3", "2022-Q9")) == (None, ["UNKNOWN_PERIOD"])
