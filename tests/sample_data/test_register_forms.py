"""The three shipped registers: read without a warning, with the law's lists, as the reading knows
them."""

import pytest

from data_access.form_files import form_from_text
from sample_data import documents
from scoring.form_definitions import FormDefinition
from scoring.register_lines import Kept, Track
from scoring.register_reading import (
    CONSULTATIONS,
    DISCLOSURES,
    DOSSIERS,
    item_track,
)

CODES = (DISCLOSURES, CONSULTATIONS, DOSSIERS)


def form(code: str) -> FormDefinition:
    found, issues = form_from_text(documents.text_of(f"forms/{code}.yaml"))
    assert found is not None and issues == (), issues
    return found


def choices(code: str, column: str) -> list[str]:
    (sheet,) = form(code).sheets
    (field,) = (one for one in sheet.sheet.listing.fields if one.column == column)
    return [choice.code for choice in field.choices]


@pytest.mark.parametrize("code", CODES)
def test_a_register_is_read_without_a_warning(code: str) -> None:
    assert form(code).code == code


def test_the_items_are_those_of_the_laws_lists() -> None:
    """Article 11 has 14, Article 46 has 12."""
    items = choices(DISCLOSURES, "item")
    assert items == [
        *(f"11.{number:02}" for number in range(1, 15)),
        *(f"46.{number:02}" for number in range(1, 13)),
        "64",
    ]
    assert {item_track(item) for item in items} == set(Track)


@pytest.mark.parametrize("code", [DISCLOSURES, CONSULTATIONS])
def test_a_line_may_say_which_kind_of_grassroots_it_is_about(code: str) -> None:
    assert choices(code, "track") == [track.value for track in Track]


def test_the_four_lists_of_the_dossier_are_whole() -> None:
    (sheet,) = form(DOSSIERS).sheets
    rows = sheet.sheet.rows
    assert [row.code for row in rows if not row.fields] == ["9", "13", "17", "22"]
    asked = [row for row in rows if row.fields]
    # Items 4 and 5 of Article 13 name two papers each.
    assert len(asked) == 5 + 7 + 2 + 2
    states = {choice.code for row in asked for choice in row.fields[0].choices}
    assert states == {Kept.PRESENT.value, Kept.ABSENT.value}
