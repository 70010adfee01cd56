"""A process that appraises lines until it is killed, saying each batch as it is kept."""

from decimal import Decimal
from multiprocessing.connection import Connection

from data_access.actions.appraisal import appraise_lines
from data_access.appraisals import WHATEVER_STANDS, Edit
from data_access.database import open_database
from tests.builders import SECRETARY, UNITS, YEAR

CRITERIA = ("1.1", "1.4")
UNIT_CODES = tuple(unit.code for unit in UNITS if unit.parent)
BATCH = len(CRITERIA) * len(UNIT_CODES)


def appraise_forever(url: str, turn: int, said: Connection) -> None:
    engine, number = open_database(url), 0
    while True:
        batch = f"{turn}.{number}"
        edits = [
            Edit(unit, criterion, Decimal(1), batch, WHATEVER_STANDS)
            for unit in UNIT_CODES
            for criterion in CRITERIA
        ]
        appraise_lines(engine, SECRETARY, YEAR, edits)
        # The clock begins to run after the first, or most kills would find nothing.
        said.send(batch)
        number += 1
