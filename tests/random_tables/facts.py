"""Random figures of a few units for a given table, most of them on edges."""

import csv
import io
import re
from decimal import Decimal

import yaml
from hypothesis import strategies as st

from tests.random_tables.drawing import Draw, often, pick
from tests.random_tables.formulas import REGIONS
from tests.random_tables.tables import leaves_of

NAMES = re.compile(r"@[\w.-]+|\bk\d+_\w*")
OBSERVED = ["0", "0", "1", "2", "14", "KPS", ""]


@st.composite
def facts_for(draw: Draw, table_text: str) -> str:
    """CSV text of facts for a few units, most of them complete enough to have a total."""
    table = yaml.load(table_text, Loader=yaml.BaseLoader)
    rows: list[tuple[str, str, str]] = []
    for number in range(1, pick(draw, [1, 2, 3, 4]) + 1):
        rows += unit_rows(draw, f"D{number:02}", table)
    if often(draw, 6):
        rows.append(("D99", "@group", "A"))
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([("unit", "indicator", "value"), *rows])
    return ("\ufeff" if often(draw, 8) else "") + text.getvalue()


def unit_rows(draw: Draw, unit: str, table: dict) -> list[tuple[str, str, str]]:
    answers: dict[str, str] = {"@group": pick(draw, ["A", "A", "B"])}
    if often(draw):
        answers["@attr.vung"] = pick(draw, [name for name in REGIONS if name])
    careless = often(draw, 4)
    values: dict[str, list[str]] = {}
    for key, wished in [pair for part in parts_of(table) for pair in wanted(part)]:
        values.setdefault(key, wished)
    for key, wished in values.items():
        answer(draw, key, wished, answers, careless)
    for section in ("criteria", "bonuses", "penalties"):
        for leaf in leaves_of(table.get(section, [])):
            penalty = "penalty" in (leaf.get("kind"), section.removesuffix("ies") + "y")
            answer_person(draw, leaf, answers, penalty, table.get("kind") == "pass_fail")
    if often(draw, 8):
        answers["@submitted"] = pick(draw, ["0", "1", ""])
    if often(draw, 3):
        answers["@tie"] = pick(draw, ["1", "2", "3"])
    return [(unit, indicator, value) for indicator, value in answers.items()]


def parts_of(tree: object) -> list[dict]:
    """Every mapping in the table, the innermost last."""
    if isinstance(tree, list):
        return [part for one in tree for part in parts_of(one)]
    if not isinstance(tree, dict):
        return []
    return [tree, *(part for one in tree.values() for part in parts_of(one))]


def answer(draw: Draw, key: str, values: list[str], answers: dict, careless: bool) -> None:
    value = pick(draw, values)
    if often(draw, 5) and not key.startswith("@"):
        value = pick(draw, ["KPS", "KAD"])
    if careless and often(draw, 4):
        value = pick(draw, ["", None])
    if value is not None:
        answers[key] = value


def wanted(part: dict) -> list[tuple[str, list[str]]]:
    """The figures one mapping of the table names, with values worth trying."""
    found = []
    for key in ("formula", "when"):
        found += [
            (name, COUNTS if name[0] != "@" else OBSERVED)
            for name in NAMES.findall(part.get(key, ""))
        ]
    kind = part.get("type")
    if kind in ("days_late", "deadline"):
        found += observed(part)
    if "part" in part:
        whole = ["40", "7", "24", "1000", "200", "0", "3"]
        found.append((part["whole"], whole))
        found.append((part["part"], ["0", "1", "5", "7", "35", "39", "195", "975"]))
    if kind == "sample":
        found.append((part["asked"], ["7", "24", "50", "40", "100", "0", "6"]))
        found.append((part["good"], ["0", "5", "7", "40", "101"]))
    if isinstance(part.get("target"), str) and not part["target"].isdecimal():
        found.append((part["target"], ["50", "90", "97.5"]))
    found += [(item, ["1", "0", "1", "KPS", "KAD"]) for item in items_of(part)]
    if "figure" in part:
        found.append((part["figure"], values_of(part)))
    return found


COUNTS = ["0", "1", "2", "3", "9", "50", "97"]


def items_of(part: dict) -> list[str]:
    return [item if isinstance(item, str) else item["figure"] for item in part.get("items", [])]


def observed(rule: dict) -> list[tuple[str, list[str]]]:
    form = rule["form"]
    if rule["type"] == "days_late":
        late = ["0", "3", "1", "20", "-4", "", "KPS", "KAD"]
        return [(f"@days_late.{form}", late), (f"@missed.{form}", ["0", "0", "1", "2", "KPS"])]
    early = rule.get("early_by", "1")
    names = [f"@{w}early.{form}.{early}" for w in ("", "working_")]
    names += [f"@{name}.{form}" for name in ("days_late", "working_days_late", "late")]
    return [(f"@missed.{form}", [*OBSERVED, "KAD"])] + [(name, OBSERVED) for name in names]


def values_of(part: dict) -> list[str]:
    kind = part.get("type")
    if kind == "yes_no" or (kind == "veto" and "at_least" not in part):
        return ["1", "0"]
    if kind == "options":
        return ["1", "2", "3", "4", "5", "0", "1.5"]
    if kind in ("count", "deduction", "veto"):
        return ["0", "1", "2", "3", "9"]
    if kind is None and "bands" not in part and "text" not in part:
        return ["0", "1", "2", "3", "9"]
    return near_edges(part)


def near_edges(rule: dict) -> list[str]:
    edges = [Decimal(rule.get("from", "0"))]
    for band in rule.get("bands", []):
        edges += [Decimal(band[end]) for end in ("from", "to") if end in band]
    step = Decimal(rule.get("step", "1"))
    values = [value for edge in edges for value in (edge, edge - Decimal("0.001"), edge + step)]
    values += [edges[0] - step, edges[0] + 3 * step + Decimal("0.7"), edges[0] - 2 * step]
    # Three quarters of an edge lie on the edge of the units whose thresholds are lower.
    values += [edge * Decimal("0.75") for edge in edges]
    return [format(value, "f") for value in dict.fromkeys(values) if value >= 0]


def answer_person(draw: Draw, node: dict, answers: dict, penalty: bool, passes: bool) -> None:
    code, most = node["code"], Decimal(node.get("max", "1"))
    if node["rule"]["type"] == "assessed":
        chance = not often(draw, 8)
        # All are multiples of the one step that tables have.
        given = [most, Decimal("0.125"), Decimal(0), Decimal("1.375"), most + 1]
    else:
        chance = often(draw, 10)
        given = [Decimal("0.995"), Decimal("0.005"), most, most + 1, Decimal("1.0625"), Decimal(0)]
    if passes:
        given = [Decimal(1), Decimal(0)]
    if chance:
        value = pick(draw, given)
        minus = penalty and value and often(draw)
        answers[f"@appraised.{code}"] = format(-value if minus else value, "f")
    if often(draw, 6):
        answers[f"@claim.{code}"] = format(most + 1, "f")
    if "evidence" in node and not often(draw, 3):
        answers[f"@evidence.{code}"] = pick(draw, ["1", "0", "2", "7", ""])
