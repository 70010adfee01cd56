"""A worker may die or hang; the next file is read all the same."""

import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from data_access.workbook import workers
from data_access.workbook.reading import read_book
from data_access.workbook.template import write_template
from data_access.workbook.workers import Worker
from tests.data_access.workbook.printed_form import FORM

TEMPLATE = write_template(FORM)
READ = {"task": "read"}


def test_a_worker_killed_over_a_file_gives_no_answer() -> None:
    worker = Worker()
    assert worker.ask(READ, TEMPLATE) is not None
    threading.Timer(0.05, worker.process.kill).start()
    worker.process.send_signal(signal.SIGSTOP)  # it would never answer
    assert worker.ask(READ, TEMPLATE) is None and not worker.is_alive


def test_a_worker_that_hangs_is_ended_after_its_time() -> None:
    worker = Worker()
    worker.process.send_signal(signal.SIGSTOP)
    begun = time.monotonic()
    assert worker.ask(READ, TEMPLATE, seconds=0.2) is None
    assert time.monotonic() - begun < 5 and not worker.is_alive


def test_a_dead_worker_in_the_pool_is_replaced() -> None:
    assert read_book("mau.xlsx", TEMPLATE)[0] is not None
    idle = workers._places.get()
    idle.end()
    workers._places.put(idle)
    assert read_book("mau.xlsx", TEMPLATE)[0] is not None


def test_many_threads_share_few_workers() -> None:
    with ThreadPoolExecutor(8) as threads:
        books = list(threads.map(lambda _: read_book("mau.xlsx", TEMPLATE)[0], range(40)))
    assert len({len(book.sheets[0].cells) for book in books}) == 1
    assert workers._places.qsize() == workers.POOL_SIZE


def test_a_worker_gets_no_passwords_from_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QCDC_DATABASE_URL", "postgresql://user:secret@host/db")
    worker = Worker()
    assert worker.ask(READ, TEMPLATE) is not None
    assert b"secret" not in Path(f"/proc/{worker.process.pid}/environ").read_bytes()
    worker.end()
