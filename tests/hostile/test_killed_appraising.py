"""A batch of points is kept whole or not at all, whenever the machine goes dark."""

import os
import time
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from sqlalchemy import func, select

from data_access.database import open_database, reading
from data_access.tables import appraisal
from tests.builders import small_province
from tests.hostile.appraising import BATCH, appraise_forever
from tests.hostile.soundness import faults

KILLS = 40 if os.environ.get("QCDC_ATTACK") else 6
LONGEST = 0.5


def killed_after(seconds: float, url: str, turn: int) -> list[str]:
    """The batches it had said were kept."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.hostile.appraising"])
    heard, said = context.Pipe(duplex=False)
    child = context.Process(target=appraise_forever, args=(url, turn, said))
    child.start()
    said.close()
    first = heard.recv()
    time.sleep(seconds)
    child.kill()
    child.join()
    return [first, *drained(heard)]


def drained(heard: Connection) -> list[str]:
    words: list[str] = []
    try:
        while True:
            words.append(heard.recv())
    except (EOFError, OSError):
        heard.close()
    return words


def test_points_given_together_are_kept_together(tmp_path: Path) -> None:
    url, chance, said = f"sqlite:///{tmp_path / 'small.db'}", Random(4), []
    small_province(url).dispose()
    for turn in range(KILLS):
        said += killed_after(chance.uniform(0, LONGEST), url, turn)
    engine = open_database(url)
    with reading(engine) as connection:
        rows = select(appraisal.c.reason, func.count()).group_by(appraisal.c.reason)
        kept = dict(connection.execute(rows).all())
    assert faults(engine) == []
    engine.dispose()
    assert set(said) <= set(kept)
    assert set(kept.values()) == {BATCH}
