"""Receipts run without gaps, whoever comes at the same time."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

from sqlalchemy import Engine

from data_access.actions.returns import submit_return
from data_access.returns import Submission
from tests.builders import Q1, Q2, Q4, SECRETARY, at, self_score

BROKEN = b"not a workbook"


def test_eight_threads_leave_no_gap_and_no_double(province: Engine) -> None:
    files = [self_score(province, unit, Q1) for unit in ("001", "002", "003")]

    def send(turn: int) -> Submission:
        content = BROKEN if turn % 4 == 3 else files[turn % 3]
        return submit_return(province, SECRETARY, f"{turn}.xlsx", content, at(date(2022, 4, 10)))

    with ThreadPoolExecutor(8) as threads:
        done = list(threads.map(send, range(32)))
    receipts = sorted(one.receipt for one in done if one.receipt)
    assert receipts == [f"{number:04}/2022/PTN" for number in range(1, 25)]


def test_each_year_begins_with_one(small: Engine) -> None:
    content = self_score(small, "001", Q2)
    days = (date(2022, 7, 1), date(2022, 8, 1))
    receipts = [submit_return(small, SECRETARY, "a.xlsx", content, at(day)).receipt for day in days]
    later = submit_return(
        small, SECRETARY, "a.xlsx", self_score(small, "001", Q4), at(date(2023, 1, 5))
    )
    assert [*receipts, later.receipt] == ["0001/2022/PTN", "0002/2022/PTN", "0001/2023/PTN"]
