"""The process that opens people's files: `python -m data_access.workbook.worker`.

What damaged files are known to cause is answered; anything else ends the process, on purpose: after
that no state is worth keeping, and the application starts a fresh worker for the next file.
"""

import os
import re
import struct
import sys
import time
import zlib
from pathlib import Path
from zipfile import BadZipFile

from lxml.etree import LxmlError
from python_calamine import CalamineError

from data_access.workbook import limits
from data_access.workbook.extraction import extract
from data_access.workbook.frames import Header, read_frame, write_frame
from data_access.workbook.unfit import Unfit
from scoring.issues import Code

# The readers trust what a file says of itself: damage surfaces as whatever breaks first.
_DAMAGE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    BadZipFile,
    CalamineError,
    EOFError,
    LookupError,
    LxmlError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


def main() -> None:
    _limit_resources()
    requests = sys.stdin.buffer
    # Nothing a library prints may slip in between two messages.
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while (message := read_frame(requests)) is not None:
        _limit_time()
        header, body = _answer(*message)
        write_frame(replies, {**header, "peak": _peak()}, body)


def _limit_resources() -> None:
    try:
        import resource
    except ImportError:  # not on Windows; the limit on waiting still holds there
        return
    for kind, most in (
        (resource.RLIMIT_AS, limits.WORKER_BYTES),
        (resource.RLIMIT_FSIZE, limits.TEMPORARY_FILE_BYTES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))


def _limit_time() -> None:
    """Of this file alone: what earlier ones took does not count."""
    try:
        import resource
    except ImportError:
        return
    until = int(time.process_time()) + limits.SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))


def _peak() -> int:
    """The most memory held so far, in bytes. Not ru_maxrss: that begins with what the application
    held when it started this process."""
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:  # Linux alone tells
        return 0
    found = re.search(r"VmHWM:\s*(\d+) kB", status)
    return int(found[1]) * 1024 if found else 0


def _answer(request: Header, content: bytes) -> tuple[Header, bytes]:
    try:
        if request["task"] == "mark":
            # Imported late: openpyxl costs half a second, which reading never has to wait for.
            from data_access.workbook.painting import paint

            return {}, paint(content, request)
        return extract(content), b""
    except Unfit as unfit:
        return {"code": unfit.code, "context": unfit.context}, b""
    except _DAMAGE:
        return {"code": Code.FILE_UNREADABLE, "context": {}}, b""


if __name__ == "__main__":
    main()
