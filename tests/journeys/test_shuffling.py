"""The order in which units, files and criteria come in changes no total and no place."""

import random
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from sqlalchemy import Engine

from data_access.accounts import OPERATOR
from data_access.actions import setup
from data_access.actions.criteria import import_criteria
from data_access.actions.returns import submit_return
from data_access.database import open_database
from data_access.queries.scores import ranking
from tests import builders
from tests.builders import Q1, SECRETARY

Placed = list[tuple[int, str, Decimal]]


def province(folder: Path, seed: int) -> Engine:
    """The small province built in an order of its own."""
    shuffled = random.Random(seed)
    engine = open_database(f"sqlite:///{folder}/{seed}.db")
    setup.initialise(engine)
    setup.mark_demonstration(engine, OPERATOR, builders.DEMONSTRATION_DAY, "Tỉnh thử")
    units = list(builders.UNITS)
    shuffled.shuffle(units)
    setup.import_units(engine, OPERATOR, units)
    table = yaml.safe_load(builders.CRITERIA)
    shuffled.shuffle(table["criteria"][0]["children"])
    text = yaml.safe_dump(table, allow_unicode=True, sort_keys=False)
    assert import_criteria(engine, OPERATOR, text) == ()
    assert setup.import_programme(engine, OPERATOR, builders.PROGRAMME) == ()
    _hand_in(engine, shuffled)
    return engine


def _hand_in(engine: Engine, shuffled: random.Random) -> None:
    files = []
    for number, unit in enumerate(("001", "002", "003"), start=1):
        answers = {"da_hop": Decimal(number), "tong": Decimal(7)}
        day = date(2022, 4, 8) + timedelta(days=number)
        files.append((unit, builders.self_score(engine, unit, Q1, answers), day))
        files.append((unit, builders.progress(engine, unit, Q1, {}), day + timedelta(days=2)))
    shuffled.shuffle(files)
    for unit, content, day in files:
        kept = submit_return(engine, SECRETARY, f"{unit}.xlsx", content, builders.at(day))
        assert kept.accepted, kept.issues


def places(engine: Engine) -> Placed:
    found = ranking(engine, OPERATOR, Q1).ranking
    return [(place.rank, place.unit, place.total) for place in found.places]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_order_changes_nothing(tmp_path: Path, seed: int) -> None:
    found = places(province(tmp_path, seed))
    assert len(found) == 3
    assert found == places(province(tmp_path, 0))
