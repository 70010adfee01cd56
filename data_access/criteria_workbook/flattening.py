"""A table's plain values as the rows of four sheets, and rows as a table again. Knows no cells."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from data_access.criteria_workbook.shape import (
    CLASS_OF,
    GENERAL,
    PARTS,
    SECTIONS,
    TEXT_OF,
)
from data_access.yaml_files import Plain

Values = Mapping[str, Plain]
Row = dict[str, Plain]

# Written on sheets of their own, or once for the whole table.
_ELSEWHERE = {*PARTS, *SECTIONS, "inputs"}


@dataclass(frozen=True)
class FlatTable:
    """Each row holds values by the column's key; `""` those that have no column."""

    general: list[Row] = field(default_factory=list)
    nodes: list[Row] = field(default_factory=list)
    figures: list[Row] = field(default_factory=list)
    classes: list[Row] = field(default_factory=list)


def flattened(table: Values) -> FlatTable:
    flat = FlatTable()
    flat.general.extend(_general(table))
    flat.figures.extend(_figures("", table))
    for part in PARTS:
        for node in table.get(part) or ():
            _flatten_node(flat, part, 1, node)
    for section in SECTIONS:
        for one in _section(table, section):
            flat.classes.append(_class_row(section, one))
            flat.figures.extend(_figures(str(one.get("code", "")), one))
    return flat


def _general(table: Values) -> Iterator[Row]:
    found = dict(_dotted(table))
    for key in (*GENERAL, *(key for key in found if key not in GENERAL)):
        yield {"key": key, "meaning": GENERAL.get(key, ""), "value": found.get(key)}


def _dotted(table: Values) -> Iterator[tuple[str, Plain]]:
    for key, value in table.items():
        if key in _ELSEWHERE:
            continue
        if isinstance(value, Mapping) and value:
            parts = (name for name in value if (key, name) != ("ranking", "chain"))
            yield from ((f"{key}.{name}", value[name]) for name in parts)
        elif value is not None:
            yield key, value


def _section(table: Values, section: str) -> Iterable[Values]:
    holder = table.get("ranking") or {} if section == "chain" else table
    return holder.get(section) or ()


def _flatten_node(flat: FlatTable, part: str, level: int, node: Values) -> None:
    rule = dict(node.get("rule") or {})
    row: Row = {"part": part, "level": level, "rule.type": rule.pop("type", None), "rule": rule}
    others = {key: one for key, one in node.items() if key not in ("rule", "children", "inputs")}
    flat.nodes.append(row | others)
    flat.figures.extend(_figures(str(node.get("code", "")), node))
    for child in node.get("children") or ():
        _flatten_node(flat, part, level + 1, child)


def _figures(owner: str, holder: Values) -> Iterator[Row]:
    return ({"owner": owner, **asked} for asked in holder.get("inputs") or ())


def _class_row(section: str, one: Values) -> Row:
    row: Row = {"section": section}
    renamed = {TEXT_OF.get(section, "text"): "text", CLASS_OF.get(section, ""): "class"}
    for key, value in one.items():
        if key != "inputs":
            row[renamed.get(key, key)] = value
    return row
