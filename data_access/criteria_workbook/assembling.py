"""The rows of the four sheets as one table's plain values, with the cell of every part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data_access.criteria_workbook.places import Places
from data_access.criteria_workbook.reading import TypedRow
from data_access.criteria_workbook.shape import (
    CLASS_OF,
    CLASSES_SHEET,
    FIGURES_SHEET,
    GENERAL_SHEET,
    PARTS,
    SECTIONS,
    TABLE_SHEET,
    TEXT_OF,
)
from data_access.yaml_files import Plain
from scoring.issues import Code, Issue, issue

_DEEPEST = 6

Values = dict[str, Plain]


@dataclass
class Assembly:
    """A table being put together: its values, where they were typed, what is wrong with rows."""

    table: Values = field(default_factory=dict)
    places: Places = field(default_factory=Places)
    issues: list[Issue] = field(default_factory=list)
    # By code: what inputs can belong to, and its path.
    holders: dict[str, tuple[Values, str]] = field(default_factory=dict)


def assembled(rows: Mapping[str, Sequence[TypedRow]]) -> Assembly:
    made = Assembly()
    made.issues.extend(one for sheet in rows.values() for row in sheet for one in row.issues)
    _add_general(made, rows[GENERAL_SHEET])
    _add_nodes(made, rows[TABLE_SHEET])
    _add_classes(made, rows[CLASSES_SHEET])
    _add_figures(made, rows[FIGURES_SHEET])
    return made


def _add_general(made: Assembly, rows: Sequence[TypedRow]) -> None:
    for row in rows:
        key, value = str(row.values.get("key") or "").strip(), row.values.get("value")
        if value is None:
            continue
        outer, dot, inner = key.partition(".")
        holder = made.table.setdefault(outer, {}) if dot else made.table
        if isinstance(holder, dict):
            holder[inner or outer] = value
        made.places.put(key, row.sheet, row.cell("value"))


def _add_nodes(made: Assembly, rows: Sequence[TypedRow]) -> None:
    # The blocks that are open above the row: values and path, one for each level.
    above: list[tuple[Values, str]] = []
    part = ""
    for row in rows:
        wanted = row.values.get("part")
        if wanted not in PARTS:
            _report(made, row, "part", Code.CRITERIA_PART, known=", ".join(PARTS.values()))
            continue
        if wanted != part:
            part, above = wanted, []
        level = row.values.get("level")
        if not isinstance(level, int) or not 1 <= level <= min(len(above) + 1, _DEEPEST + 1):
            _report(made, row, "level", Code.CRITERIA_LEVEL, above=len(above), most=_DEEPEST + 1)
            continue
        del above[level - 1 :]
        above.append(_add_node(made, row, part, above))


def _add_node(
    made: Assembly, row: TypedRow, part: str, above: Sequence[tuple[Values, str]]
) -> tuple[Values, str]:
    holder, key, path = (made.table, part, part)
    if above:
        holder, outer = above[-1]
        key, path = "children", f"{outer}.children"
    siblings = holder.setdefault(key, [])
    path = f"{path}[{len(siblings)}]"
    node = _node(row)
    siblings.append(node)
    _place(made, row, path, "code", node)
    for key, column in (("rule", "rule"), ("rule.type", "rule.type")):
        made.places.put(f"{path}.{key}", row.sheet, row.cell(column))
    _hold(made, node, path)
    return node, path


def _node(row: TypedRow) -> Values:
    apart = ("part", "level", "rule", "rule.type")
    node: Values = {key: one for key, one in row.values.items() if key not in apart}
    kind, rest = row.values.get("rule.type"), row.values.get("rule")
    if kind is not None or rest:
        named = {} if kind is None else {"type": kind}
        node["rule"] = named | (rest if isinstance(rest, dict) else {})
    return node


def _add_classes(made: Assembly, rows: Sequence[TypedRow]) -> None:
    for row in rows:
        section = row.values.get("section")
        if section not in SECTIONS:
            _report(made, row, "section", Code.CRITERIA_PART, known=", ".join(SECTIONS.values()))
            continue
        one = _class_values(row, section)
        holder, path = made.table, section
        if section == "chain":
            holder, path = made.table.setdefault("ranking", {}), "ranking.chain"
        entries = holder.setdefault(section, [])
        path = f"{path}[{len(entries)}]"
        entries.append(one)
        _place(made, row, path, "section", row.values)
        for key, column in ((TEXT_OF.get(section), "text"), (CLASS_OF.get(section), "class")):
            if key is not None:
                made.places.put(f"{path}.{key}", row.sheet, row.cell(column))
        _hold(made, one, path)


def _class_values(row: TypedRow, section: str) -> Values:
    names = {"text": TEXT_OF.get(section, "text"), "class": CLASS_OF.get(section, "class")}
    return {names.get(key, key): one for key, one in row.values.items() if key != "section"}


def _add_figures(made: Assembly, rows: Sequence[TypedRow]) -> None:
    for row in rows:
        owner = str(row.values.get("owner") or "")
        holder, path = made.holders.get(owner, (made.table, "")) if owner else (made.table, "")
        if owner and owner not in made.holders:
            _report(made, row, "owner", Code.CRITERIA_OWNER)
            continue
        asked = {key: one for key, one in row.values.items() if key != "owner"}
        inputs = holder.setdefault("inputs", [])
        path = f"{path}.inputs[{len(inputs)}]" if path else f"inputs[{len(inputs)}]"
        inputs.append(asked)
        _place(made, row, path, "key", asked)
        made.places.put(f"inputs {asked.get('key')}", row.sheet, row.cell("key"))


def _place(made: Assembly, row: TypedRow, path: str, own: str, values: Mapping) -> None:
    made.places.put(path, row.sheet, row.cell(own))
    for key in values:
        made.places.put(f"{path}.{key}", row.sheet, row.cell(key))


def _hold(made: Assembly, one: Values, path: str) -> None:
    code = one.get("code")
    if code is None:
        return
    made.holders.setdefault(str(code), (one, path))
    made.places.alias(f"criteria {code}", path)


def _report(made: Assembly, row: TypedRow, key: str, code: Code, /, **context: object) -> None:
    value = row.values.get(key)
    shown = "" if value is None else value
    made.issues.append(issue(row.where(key), code, value=shown, **context))
