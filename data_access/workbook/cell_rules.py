"""Puts drop-down lists and limits on the open cells of a template."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from data_access.workbook import arrangement
from data_access.workbook.arrangement import Arrangement
from data_access.workbook.parsing import MARK_SHEET
from data_access.workbook.validation import list_items, rule
from scoring.forms import Field, Form, FormSheet

_LONGEST_LIST = 255
_LISTS_FROM_COLUMN = 3


def write_rules(
    sheets: Mapping[str, Worksheet], mark: Worksheet, form: Form, places: Sequence[Arrangement]
) -> None:
    """One rule for all cells that share it: a third of the file would be repetition otherwise."""
    sources, where = _list_sources(mark, form), arrangement.places(form)
    first_listed = {field.key for place in places for field in _first_listed(place.page)}
    cells: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    rules = {}
    for field in form.fields():
        sheet, *cell = where[field.key]
        own = rule(field, says_nothing=field.key in first_listed)
        options = {**own, **sources.get(list_items(field), {})}
        key = (sheet, repr(options))
        rules[key] = options
        cells[key].append(tuple(cell))
    for key, options in rules.items():
        first, *others = ([*cell, *cell] for cell in cells[key])
        options = {**options, "other_cells": others} if others else options
        sheets[key[0]].data_validation(*first, options)


def _first_listed(page: FormSheet) -> Sequence[Field]:
    """Here a listing may say that nothing arose, whatever its cells ask for."""
    return page.listing.row(1).fields if page.listing else ()


def _list_sources(mark: Worksheet, form: Form) -> Mapping[tuple[str, ...], Mapping[str, object]]:
    """Excel takes short lists in the rule itself; long ones stand on the hidden sheet."""
    sources, column = {}, _LISTS_FROM_COLUMN
    for items in dict.fromkeys(list_items(field) for field in form.fields()):
        if len(",".join(items)) <= _LONGEST_LIST and not any("," in item for item in items):
            sources[items] = {"source": list(items)} if items else {}
            continue
        mark.write_column(0, column, items)
        name = xl_col_to_name(column, col_abs=True)
        sources[items] = {"source": f"='{MARK_SHEET}'!{name}$1:{name}${len(items)}"}
        column += 1
    return sources
