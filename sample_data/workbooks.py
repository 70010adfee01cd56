"""One delivery's file: the official sheet, filled in, or the signed paper. Asks no database, so it
can be made ahead."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache
from multiprocessing import get_context

from data_access.workbook.filling import fill_template
from data_access.workbook.template import write_template
from sample_data import catalogue, tables
from sample_data.committees import committees
from sample_data.deliveries import Delivery
from sample_data.papers import is_document, paper
from sample_data.self_score import self_score
from sample_data.statistics import CODE as STATISTICS
from sample_data.statistics import statistics
from sample_data.tasks import progress
from scoring.form_definitions import made_out
from scoring.forms import Form
from scoring.progress import progress_form
from scoring.returns import Answer
from scoring.self_score import CODE as SELF_SCORE
from scoring.self_score import self_score_form
from scoring.units import Unit

_PROCESSES = 2


@contextmanager
def made_ahead(deliveries: Sequence[Delivery]) -> Iterator[Iterator[bytes]]:
    """The files in the order of the deliveries, made while earlier ones are handed in."""
    # Spawned, not forked: the caller may have threads and an open database.
    context = get_context("spawn")
    with ProcessPoolExecutor(_PROCESSES, mp_context=context) as pool:
        yield pool.map(content, deliveries, chunksize=4)


def content(delivery: Delivery) -> bytes:
    if is_document(delivery.form):
        return paper(_units()[delivery.unit], delivery)
    return workbook(delivery)


def workbook(delivery: Delivery) -> bytes:
    form = _form(delivery)
    return fill_template(write_template(form), form, _typed(form, delivery))


def _form(delivery: Delivery) -> Form:
    unit = _units()[delivery.unit]
    if delivery.form == SELF_SCORE:
        return self_score_form(tables.criteria(), unit, delivery.period)
    if delivery.form == STATISTICS:
        return made_out(tables.forms()[STATISTICS], unit, delivery.period)
    return progress_form(tables.programme(), unit, delivery.period)


def _typed(form: Form, delivery: Delivery) -> Mapping[str, Answer]:
    answers = dict(_answers(delivery)) | dict(delivery.typed)
    asked = [field.key for field in form.fields()]
    asked += [sheet.listing.key for sheet in form.sheets if sheet.listing is not None]
    return {key: answers[key] for key in asked if answers.get(key) is not None}


def _answers(delivery: Delivery) -> Mapping[str, Answer]:
    if delivery.form == SELF_SCORE:
        return self_score(tables.criteria(), committees()[delivery.unit], delivery.period)
    if delivery.form == STATISTICS:
        return statistics(committees()[delivery.unit], delivery.period)
    unit, day = _units()[delivery.unit], delivery.at.date()
    return progress(tables.programme().tasks, unit, delivery.period, day)


@cache
def _units() -> Mapping[str, Unit]:
    return {unit.code: unit for unit in catalogue.units()}
