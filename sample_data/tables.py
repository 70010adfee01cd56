"""The sample's table of criteria, programme and forms, as the database will read them."""

from collections.abc import Mapping
from functools import cache

from data_access.criteria_files import criteria_from_text
from data_access.form_files import form_from_text
from data_access.programmes import programme_from_text
from sample_data import documents
from scoring.criteria import CriteriaSet
from scoring.form_definitions import FormDefinition
from scoring.programmes import Programme

FORMS = ("thong-ke", "ke-hoach", "bao-cao-6-thang", "bao-cao-nam")


def criteria_text() -> str:
    return documents.text_of("criteria/minh-hoa-2022.yaml")


def programme_text() -> str:
    return documents.text_of("programmes/quang-ngai-2022.yaml")


def form_texts() -> tuple[str, ...]:
    return tuple(documents.text_of(f"forms/{code}.yaml") for code in FORMS)


@cache
def forms() -> Mapping[str, FormDefinition]:
    """By code."""
    found = [form_from_text(text) for text in form_texts()]
    wrong = [issues for form, issues in found if form is None or issues]
    if wrong:
        raise ValueError(f"forms: {wrong}")
    return {form.code: form for form, _ in found if form is not None}


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
