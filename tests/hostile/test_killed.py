"""A receipt that was given is never lost, whenever the machine goes dark."""

import os
import shutil
import time
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import func, select

from data_access.database import open_database, reading
from data_access.returns import receipt
from data_access.tables import entry, submission
from tests.builders import Q1, self_score, small_province
from tests.hostile.soundness import faults
from tests.hostile.submitting import submit_forever

ROUNDS = 4
KILLS = 50 if os.environ.get("QCDC_ATTACK") else 5
LONGEST = 0.4

Said = list[tuple[str | None, str]]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Sequence[bytes]]:
    """A closed database to copy, and files for it: three right ones, one with a mistake."""
    path = tmp_path_factory.mktemp("prepared") / "small.db"
    engine = small_province(f"sqlite:///{path}")
    files = [self_score(engine, unit, Q1) for unit in ("001", "002", "003")]
    files.append(self_score(engine, "001", Q1, {"da_hop": "mười"}))
    engine.dispose()
    return path, files


def killed_after(
    seconds: float, url: str, contents: Sequence[bytes], turn: int, *, having_said: bool
) -> Said:
    """What it had said by the time it was killed; `having_said`: not before its first word."""
    context = get_context("forkserver")
    # The server imports everything once; each child is then there within milliseconds.
    context.set_forkserver_preload(["tests.hostile.submitting"])
    heard, said = context.Pipe(duplex=False)
    child = context.Process(target=submit_forever, args=(url, contents, turn, said))
    child.start()
    said.close()
    assert heard.recv() == ("ready", "")
    if having_said:
        heard.poll(60)
    time.sleep(seconds)
    child.kill()
    child.join()
    return drained(heard)


def drained(heard: Connection) -> Said:
    words: Said = []
    try:
        while True:
            words.append(heard.recv())
    except (EOFError, OSError):
        heard.close()
    return words


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_what_was_received_is_there_after_a_kill(
    turn: int,
    prepared: tuple[Path, Sequence[bytes]],
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    path, contents = prepared
    shutil.copyfile(path, tmp_path / "small.db")
    url, chance, said = f"sqlite:///{tmp_path / 'small.db'}", Random(turn), []
    for kill in range(KILLS):
        seconds = chance.uniform(0, LONGEST)
        # On a busy machine short lives may all end before the first receipt: the last does not.
        last = kill == KILLS - 1
        said += killed_after(seconds, url, contents, turn * KILLS + kill, having_said=last)
        assert_all_there(url, said)
    assert any(word for word, _ in said)
    record_property("kills survived", KILLS)
    record_property(
        "receipts given before kills and found after", sum(bool(word) for word, _ in said)
    )


def assert_all_there(url: str, said: Said) -> None:
    engine = open_database(url)
    assert faults(engine) == []
    with reading(engine) as connection:
        kept = submission.c
        chosen = (
            select(
                kept.receipt_year, kept.receipt_number, kept.file_sha256, func.count(entry.c.key)
            )
            .outerjoin(entry, entry.c.submission == kept.id)
            .group_by(kept.id)
        )
        rows = connection.execute(chosen).all()
    engine.dispose()
    found = {(receipt(year, number), sha256) for year, number, sha256, _ in rows}
    assert set(said) <= found
    # All right files answer the same form: no version holds fewer answers than another.
    assert len({entries for _, number, _, entries in rows if number is not None}) <= 1
