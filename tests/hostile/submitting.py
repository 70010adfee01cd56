"""A process that hands in returns until it is killed, saying each receipt as it is given."""

import struct
from collections.abc import Sequence
from datetime import date
from multiprocessing.connection import Connection

from data_access.actions.returns import submit_return
from data_access.database import open_database
from data_access.workbook.reading import read_book
from tests.builders import SECRETARY, at

IN_TIME = at(date(2022, 4, 10))


def submit_forever(url: str, contents: Sequence[bytes], turn: int, said: Connection) -> None:
    engine, number = open_database(url), 0
    # Its reading worker is warm when the clock begins to run, or most kills would find nothing.
    read_book("first.xlsx", contents[0])
    said.send(("ready", ""))
    while True:
        content = commented(contents[number % len(contents)], f"{turn}.{number}")
        done = submit_return(engine, SECRETARY, f"{number}.xlsx", content, IN_TIME)
        said.send((done.receipt, done.sha256))
        number += 1


def commented(content: bytes, comment: str) -> bytes:
    """The same workbook as another file: a zip ends with the length of its comment and that."""
    encoded = comment.encode()
    return content[:-2] + struct.pack("<H", len(encoded)) + encoded
