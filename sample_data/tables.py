"""The sample's table of criteria and its programme, as the database will read them."""

from functools import cache

from data_access.criteria_files import criteria_from_text
from data_access.programmes import programme_from_text
from sample_data import documents
from scoring.criteria import CriteriaSet
from scoring.programmes import Programme


def criteria_text() -> str:
    return documents.text_of("criteria/minh-hoa-2022.yaml")


def programme_text() -> str:
    return documents.text_of("programmes/quang-ngai-2022.yaml")


@cache
def criteria() -> CriteriaSet:
    table, issues = criteria_from_text(criteria_text())
    if table is None or issues:
        raise ValueError(f"criteria: {issues}")
    return table


@cache
def programme() -> Programme:
    found, issues = programme_from_text(programme_text())
    if found is None or issues:
        raise ValueError(f"programme: {issues}")
    return found
