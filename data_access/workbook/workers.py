"""A small pool of reading workers, started when first needed. Knows processes, knows no Excel."""

import atexit
import os
import subprocess
import sys
import threading
from pathlib import Path
from queue import LifoQueue

from data_access.workbook import limits
from data_access.workbook.frames import Header, read_frame, write_frame

POOL_SIZE = 2

_ROOT = Path(__file__).parents[2]
# A worker opens strangers' files: it gets no passwords from our environment.
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TEMP", "TMP", "LD_LIBRARY_PATH")


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

    @property
    def is_alive(self) -> bool:
        return self.process.poll() is None

    def ask(
        self, request: Header, content: bytes, seconds: float = limits.SECONDS
    ) -> tuple[Header, bytes] | None:
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
        if answer is None:
            self.end()
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


def ask(request: Header, content: bytes) -> tuple[Header, bytes] | None:
    """Have one worker answer; waits for a free one. None: the file could not be read."""
    worker = _places.get()
    try:
        if worker is None or not worker.is_alive:
            worker = Worker()
        return worker.ask(request, content)
    finally:
        _places.put(worker if worker is not None and worker.is_alive else None)


@atexit.register
def _end_all() -> None:
    while not _places.empty():
        worker = _places.get_nowait()
        if worker is not None:
            worker.end()
