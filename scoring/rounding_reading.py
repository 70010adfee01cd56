"""Parsing how a table, or one of its lines, rounds; and numbers that may not be negative."""

from decimal import Decimal

from scoring.criteria_terms import Rounding
from scoring.document import Reader
from scoring.issues import Code
from scoring.numbers import ROUNDING_MODES


def parse_rounding(reader: Reader | None) -> Rounding:
    """Of the table: its lines and its total."""
    if reader is None:
        return Rounding()
    places = reader.whole("places", 2, 0, 6)
    rounding = Rounding(
        places,
        reader.one_of("mode", ROUNDING_MODES, "half_up"),
        reader.whole("total_places", places, 0, places) if reader.has("total_places") else None,
    )
    reader.finish()
    return rounding


def parse_line_rounding(reader: Reader | None, table: Rounding) -> Rounding | None:
    """Of one line; what it leaves out is as in the table."""
    if reader is None:
        return None
    rounding = Rounding(
        reader.whole("places", table.places, 0, 6),
        reader.one_of("mode", ROUNDING_MODES, table.mode),
    )
    reader.finish()
    return rounding


def not_negative(reader: Reader, key: str) -> Decimal | None:
    value = reader.optional_number(key)
    if value is not None and value < 0:
        reader.report(Code.VALUE_OUTSIDE, reader.at(key), value=value, least=0, most="∞")
    return value


def above_zero(reader: Reader, key: str) -> Decimal | None:
    value = reader.optional_number(key)
    if value is not None and value <= 0:
        reader.report(Code.VALUE_OUTSIDE, reader.at(key), value=value, least="> 0", most="∞")
        return None
    return value
