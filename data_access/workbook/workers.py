"""A small pool of reading workers, started when first needed. Knows processes, knows no Excel."""

import atexit
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from queue import Empty, LifoQueue

from data_access.workbook import limits
from data_access.workbook.frames import Header, read_frame, write_frame
from scoring.issues import Code

POOL_SIZE = 2
# When someone has waited this long behind slow files, the pool grows for a while.
PATIENCE_SECONDS = 0.5
EXTRA_WORKERS = 2

Reply = tuple[Header, bytes]

_ROOT = Path(__file__).parents[2]
# A worker opens strangers' files: it gets no passwords from our environment.
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TEMP", "TMP", "LD_LIBRARY_PATH")
_SOON = 1.0
_UNREADABLE: Reply = ({"code": Code.FILE_UNREADABLE, "context": {}}, b"")
_TIMES = {"kind": "time", "value": f"> {limits.SECONDS} s", "most": f"{limits.SECONDS} s"}
_TOO_SLOW: Reply = ({"code": Code.FILE_TOO_LARGE, "context": _TIMES}, b"")


class Worker:
    """One process, one file at a time."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "data_access.workbook.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            env={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
        )
        self.has_answered = False

    @property
    def is_alive(self) -> bool:
        return self.process.poll() is None

    @property
    def is_exhausted(self) -> bool:
        """It died of using up its time on the processor."""
        return self.process.returncode == -getattr(signal, "SIGXCPU", 0) != 0

    def ask(
        self, request: Header, content: bytes, seconds: float = limits.WALL_SECONDS
    ) -> Reply | None:
        """The answer, or None if the worker died or took too long; then it is dead."""
        timer = threading.Timer(seconds, self.process.kill)
        timer.start()
        try:
            write_frame(self.process.stdin, request, content)
            answer = read_frame(self.process.stdout)
        except (BrokenPipeError, OSError, ValueError):
            answer = None
        finally:
            timer.cancel()
        if answer is None or answer[0].pop("peak", 0) > limits.WORN_BYTES:
            self.end()
        self.has_answered = True
        return answer

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            try:
                pipe.close()
            except OSError:  # what was still buffered has nobody left to read it
                continue


# Last in, first out: one warm worker is used before a second one is started.
_places: LifoQueue[Worker | None] = LifoQueue()
for _ in range(POOL_SIZE):
    _places.put(None)
_extra = threading.BoundedSemaphore(EXTRA_WORKERS)
_giving_back = threading.Lock()


def ask(request: Header, content: bytes) -> Reply:
    """Have one worker answer; waits for a free one. A code in the header says why there is none."""
    worker = _free_place()
    try:
        if worker is None or not worker.is_alive:
            worker = Worker()
        worker, answer = _ask(worker, request, content)
        return answer
    finally:
        _give_back(worker if worker is not None and worker.is_alive else None)


def _free_place() -> Worker | None:
    while True:
        try:
            return _places.get(timeout=PATIENCE_SECONDS)
        except Empty:
            if _extra.acquire(blocking=False):
                return None


def _give_back(worker: Worker | None) -> None:
    """Once as many as usual are idle again, the pool goes back to its size."""
    with _giving_back:
        is_surplus = _places.qsize() >= POOL_SIZE
        if not is_surplus:
            _places.put(worker)
    if is_surplus:
        _extra.release()
        if worker is not None:
            worker.end()


def _ask(worker: Worker, request: Header, content: bytes) -> tuple[Worker, Reply]:
    begun, was_used = time.monotonic(), worker.has_answered
    answer = worker.ask(request, content)
    died_soon = answer is None and time.monotonic() - begun < _SOON
    if died_soon and was_used and not worker.is_exhausted:
        # An earlier file may have left the worker dying: this one is not to suffer for it.
        worker = Worker()
        answer = worker.ask(request, content)
    if answer is not None:
        return worker, answer
    out_of_time = worker.is_exhausted or time.monotonic() - begun >= limits.WALL_SECONDS
    return worker, _TOO_SLOW if out_of_time else _UNREADABLE


@atexit.register
def _end_all() -> None:
    while not _places.empty():
        worker = _places.get_nowait()
        if worker is not None:
            worker.end()
