"""Fifty clerks hand in at the same moment, some for the same unit: nothing is lost or refused."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

from sqlalchemy import Engine

from data_access.actions.returns import submit_return
from data_access.database import open_database
from data_access.queries import returns
from data_access.returns import Submission
from tests.builders import Q1, SECRETARY, at, progress, self_score
from tests.hostile.soundness import faults
from tests.hostile.submitting import commented

CLERKS = 50
IN_TIME = at(date(2022, 4, 10))
UNITS = ("001", "002", "003")


def test_fifty_clerks_of_one_application(province: Engine) -> None:
    assert_all_kept(province, lambda _: province)


def test_fifty_clerks_with_a_connection_of_their_own(province: Engine, database_url: str) -> None:
    """As from fifty processes: the database alone keeps them in order."""
    engines = [open_database(database_url) for _ in range(CLERKS)]
    assert_all_kept(province, lambda clerk: engines[clerk])
    for engine in engines:
        engine.dispose()


def assert_all_kept(province: Engine, engine_of: Callable[[int], Engine]) -> None:
    files = {("tu-cham", unit): self_score(province, unit, Q1) for unit in UNITS}
    files |= {("tien-do", unit): progress(province, unit, Q1, {}) for unit in UNITS}
    owed = list(files)
    together = Barrier(CLERKS)

    def send(clerk: int) -> Submission:
        content = commented(files[owed[clerk % len(owed)]], str(clerk))
        together.wait()
        return submit_return(engine_of(clerk), SECRETARY, f"{clerk}.xlsx", content, IN_TIME)

    with ThreadPoolExecutor(CLERKS) as clerks:
        done = list(clerks.map(send, range(CLERKS)))
    receipts = sorted(one.receipt for one in done if one.receipt)
    assert receipts == [f"{number:04}/2022/PTN" for number in range(1, CLERKS + 1)]
    assert faults(province) == []
    listed = returns.submissions(province, SECRETARY)
    assert {one.id for one in listed} == {one.id for one in done}
    in_force = Counter((one.form, one.unit) for one in listed if one.in_force)
    assert in_force == dict.fromkeys(owed, 1)
