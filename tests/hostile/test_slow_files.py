"""A slow file ends after its time, and nobody else waits for it."""

import resource
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
import xlsxwriter

from data_access.workbook import limits, workers
from data_access.workbook.marking import Remark, mark_workbook
from data_access.workbook.reading import read_book
from scoring.issues import Severity
from tests.hostile.archives import packed, plain
from tests.hostile.test_mutations import WORDS

GOOD = packed(plain())


def of_many_rows(rows: int, columns: int) -> bytes:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        page = book.add_worksheet("Biểu")
        for row in range(rows):
            page.write_string(row, 0, f"Xã Phổ Thạnh {row}")
            for column in range(1, columns):
                page.write_number(row, column, row * column / 7)
    return stream.getvalue()


def seconds_for(content: bytes) -> float:
    begun = time.monotonic()
    assert read_book("bieu.xlsx", content)[1] == ()
    return time.monotonic() - begun


@pytest.fixture
def all_busy() -> None:
    """Every worker of the pool hangs over a file."""
    read_book("bieu.xlsx", GOOD)
    hanging = [workers.Worker() for _ in range(workers.POOL_SIZE)]
    while not workers._places.empty():
        worker = workers._places.get_nowait()
        if worker is not None:
            worker.end()
    for worker in hanging:
        worker.process.send_signal(signal.SIGSTOP)
        workers._places.put(worker)
    threads = [threading.Thread(target=read_book, args=("slow.xlsx", GOOD)) for _ in hanging]
    for thread in threads:
        thread.start()
    while not workers._places.empty():
        time.sleep(0.01)
    yield
    for worker in hanging:
        worker.process.kill()
    for thread in threads:
        thread.join()
    assert workers._places.qsize() == workers.POOL_SIZE


def test_while_every_worker_hangs_others_are_read_all_the_same(all_busy: None) -> None:
    assert seconds_for(GOOD) < limits.SECONDS
    with ThreadPoolExecutor(8) as threads:
        assert max(threads.map(seconds_for, [GOOD] * 8)) < limits.SECONDS


def test_a_file_that_takes_too_long_is_called_too_large() -> None:
    burning = of_many_rows(limits.ROWS, 20)
    read_book("bieu.xlsx", GOOD)
    pid = workers._places.queue[-1].process.pid
    with ThreadPoolExecutor(1) as thread:
        reading = thread.submit(read_book, "bieu.xlsx", burning)
        while not workers._places.qsize() < workers.POOL_SIZE:
            time.sleep(0.01)
        time.sleep(0.3)
        # Shorter than it set itself before the file, or this test would take as long.
        resource.prlimit(pid, resource.RLIMIT_CPU, (1, resource.RLIM_INFINITY))
        _, (issue,) = reading.result()
    assert (issue.code.value, issue.context["kind"]) == ("FILE_TOO_LARGE", "time")


def test_a_worker_killed_by_an_earlier_file_does_not_spoil_the_next() -> None:
    assert seconds_for(GOOD) < limits.SECONDS
    idle = workers._places.get()
    idle.process.kill()
    workers._places.put(idle)
    assert seconds_for(GOOD) < limits.SECONDS


def test_an_honest_file_of_twenty_thousand_rows_is_read_and_answered() -> None:
    content = of_many_rows(limits.ROWS, 10)
    assert seconds_for(content) < limits.WALL_SECONDS
    remarks = [Remark("Biểu", "A1", Severity.ERROR, "Sai")]
    # Too many cells to be written out again: the list of remarks alone.
    assert mark_workbook(content, remarks, WORDS) is not None


def test_a_worker_that_grew_big_is_not_used_again(monkeypatch: pytest.MonkeyPatch) -> None:
    worker = workers.Worker()
    assert worker.ask({"task": "read"}, GOOD) is not None and worker.is_alive
    monkeypatch.setattr(limits, "WORN_BYTES", 60 * limits.MEBIBYTE)
    assert worker.ask({"task": "read"}, of_many_rows(limits.ROWS, 4)) is not None
    assert not worker.is_alive
