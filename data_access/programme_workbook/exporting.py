"""A programme as a workbook for people who live in Excel, and an empty one to be filled in."""

from collections.abc import Mapping, Sequence

from data_access.programme_workbook.flattening import flattened
from data_access.programme_workbook.names import Names
from data_access.programme_workbook.writing import Lists, write_workbook
from data_access.programmes import programme_from_text
from data_access.yaml_files import load_yaml
from scoring.units import Unit


def programme_workbook(text: str, units: Sequence[Unit], forms: Mapping[str, str]) -> bytes:
    """The programme as a workbook to be edited. Raises ValueError for a text that is none."""
    programme, _ = programme_from_text(text)
    raw, _ = load_yaml(text)
    if programme is None or not isinstance(raw, dict):
        raise ValueError("not a programme")
    names = Names(units, programme.issuer)
    return write_workbook(flattened(raw), names, Lists(names.listed(), tuple(forms.items())))


def empty_workbook(
    units: Sequence[Unit], forms: Mapping[str, str], issuer: str | None = None
) -> bytes:
    """The sheets with headings, lists to choose from and a guide; nothing filled in but the
    issuer, where it is known."""
    names = Names(units, issuer)
    given = {"issuer": issuer} if issuer else {}
    return write_workbook(flattened(given), names, Lists(names.listed(), tuple(forms.items())))
