"""Reading the checks of a form's data file: which figures are compared, and what is said."""

import difflib
import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from scoring.document import Reader
from scoring.form_definitions import FIGURES, SheetDefinition
from scoring.forms import Comparison, Field, Operand, Relation, When
from scoring.issues import Code

_ANY_ROW = "*"
_RELATIONS = tuple(relation.value for relation in Relation)
_REMEDY = "đề nghị"
# [form:]key[@previous]
_TERM = re.compile(r"(?:(?P<form>[a-z0-9-]+):)?(?P<key>\S+?)(?P<previous>@previous)?")

FieldsByKey = Mapping[str, Field]


def read_checks(reader: Reader, sheets: tuple[SheetDefinition, ...]) -> tuple[Comparison, ...]:
    known = {key: field for sheet in sheets for key, field in _keys(sheet)}
    return tuple(_check(child, known) for child in reader.children("checks"))


def _keys(sheet: SheetDefinition) -> Iterator[tuple[str, Field]]:
    """By the key a check would name: a listing's with "*" for the number of its row."""
    for row in sheet.sheet.rows:
        yield from ((field.key, field) for field in row.fields)
    listing = sheet.sheet.listing
    if listing is not None:
        yield from ((f"{listing.key}.{_ANY_ROW}.{field.key}", field) for field in listing.fields)


def _check(reader: Reader, known: FieldsByKey) -> Comparison:
    at = reader.text("at")
    _require_figure(reader, reader.at("at"), at, known)
    found = Comparison(
        at,
        _operand(reader, "left", known),
        Relation(_relation(reader)),
        _operand(reader, "right", known),
        _message(reader),
        reader.flag("blocks", default=False),
    )
    reader.finish()
    return found


def _relation(reader: Reader) -> str:
    if not reader.has("relation"):
        reader.report(Code.KEY_MISSING, reader.at("relation"), key="relation")
    return reader.one_of("relation", _RELATIONS, Relation.EQUAL.value)


def _message(reader: Reader) -> str:
    message = reader.text("message")
    if message and _REMEDY not in message.casefold():
        reader.report(Code.MESSAGE_WITHOUT_REMEDY, reader.at("message"), value=message)
    return message


def _operand(reader: Reader, side: str, known: FieldsByKey) -> Operand:
    terms = reader.texts(side)
    if not terms:
        reader.report(Code.KEY_MISSING, reader.at(side), key=side)
        return Operand(())
    read = [
        _term(reader, f"{reader.at(side)}[{place}]", term, known)
        for place, term in enumerate(terms)
    ]
    return _summed(read)


def _term(
    reader: Reader, at: str, written: str, known: FieldsByKey
) -> tuple[str | None, When, str]:
    found = _TERM.fullmatch(written)
    if found is None:
        reader.report(Code.FIGURE_UNKNOWN, at, value=written, near="")
        return None, When.SAME, written
    # What another form asks is not known here; the figure is then simply missing.
    if found["form"] is None:
        _require_figure(reader, at, found["key"], known)
    return found["form"], When.PREVIOUS if found["previous"] else When.SAME, found["key"]


def _require_figure(reader: Reader, at: str, key: str, known: FieldsByKey) -> None:
    if key and key not in known:
        near = difflib.get_close_matches(key, known, 1)
        reader.report(Code.FIGURE_UNKNOWN, at, value=key, near=near[0] if near else "")
    elif key and known[key].kind not in FIGURES:
        kind = known[key].kind.value
        reader.report(Code.FIGURE_NOT_COMPARABLE, at, value=key, answer=kind)


def _summed(terms: list[tuple[str | None, When, str]]) -> Operand:
    """Terms of one form and period stand together; the groups are chained by `plus`."""
    ordered = sorted(terms, key=lambda term: (term[0] or "", term[1]))
    groups = groupby(ordered, key=lambda term: term[:2])
    operand: Operand | None = None
    for (form, when), members in groups:
        operand = Operand(tuple(key for _, _, key in members), form, when, operand)
    return operand or Operand(())
