"""The process that opens people's files: `python -m data_access.workbook.worker`.

An unforeseen exception ends it, on purpose: after a hostile file no state is worth keeping, and
the application answers FILE_UNREADABLE and starts a fresh worker for the next file.
"""

import os
import sys
from zipfile import BadZipFile

from lxml.etree import XMLSyntaxError
from python_calamine import CalamineError

from data_access.workbook import limits
from data_access.workbook.extraction import extract
from data_access.workbook.frames import Header, read_frame, write_frame
from data_access.workbook.unfit import Unfit
from scoring.issues import Code


def main() -> None:
    _limit_resources()
    requests = sys.stdin.buffer
    # Nothing a library prints may slip in between two messages.
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while (message := read_frame(requests)) is not None:
        write_frame(replies, *_answer(*message))


def _limit_resources() -> None:
    try:
        import resource
    except ImportError:  # not on Windows; the time limit still holds there
        return
    resource.setrlimit(resource.RLIMIT_AS, (limits.WORKER_BYTES, limits.WORKER_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(request: Header, content: bytes) -> tuple[Header, bytes]:
    try:
        if request["task"] == "mark":
            # Imported late: openpyxl costs half a second, which reading never has to wait for.
            from data_access.workbook.painting import paint

            return {}, paint(content, request)
        return extract(content), b""
    except Unfit as unfit:
        return {"code": unfit.code, "context": unfit.context}, b""
    except (BadZipFile, CalamineError, XMLSyntaxError):
        return {"code": Code.FILE_UNREADABLE, "context": {}}, b""


if __name__ == "__main__":
    main()
