"""Random criteria tables and facts in the format of docs/criteria.md, small and nasty."""

import csv
import io
from collections.abc import Callable
from decimal import Decimal

import yaml
from hypothesis import strategies as st

Draw = Callable


def decimals(written: str) -> list[Decimal]:
    return [Decimal(number) for number in written.split()]


PERIODS = ["Q1", "Q2", "Q3", "Q4", "Y"]
POINTS = decimals("0.5 1 2 3 0.25 1.5 0.995 2.125 0.1 7")
MAXIMA = decimals("3 2 5 4 0.5 1.5 2.125 7 10")
EDGES = decimals("50 90 97 98 87.5 97.5 70 100 99.995")
CLASS_NAMES = ["Xuất sắc", "Tốt", "Hoàn thành", "Không hoàn thành"]


class TableDumper(yaml.SafeDumper):
    """Writes a decimal as a person does."""


def plain_number(dumper: yaml.SafeDumper, number: Decimal) -> yaml.ScalarNode:
    text = format(number, "f")
    return dumper.represent_scalar(f"tag:yaml.org,2002:{'float' if '.' in text else 'int'}", text)


TableDumper.add_representer(Decimal, plain_number)


def often(draw: Draw, one_in: int = 2) -> bool:
    """False is the simple case, so that a failing table shrinks to few keys."""
    return draw(st.integers(0, one_in - 1)) == one_in - 1


def pick(draw: Draw, values: list) -> object:
    return draw(st.sampled_from(values))


def maybe(draw: Draw, node: dict, key: str, values: list, one_in: int = 3) -> None:
    if often(draw, one_in):
        node[key] = pick(draw, values)


# Tables


@st.composite
def criteria_tables(draw: Draw) -> str:
    """YAML text of a table without errors (section 9); warnings it may have."""
    figures: dict[str, dict] = {}
    table: dict = {"set": "ngau-nhien", "version": "1", "title": "Bảng ngẫu nhiên"}
    table["illustrative"] = True
    rounding: dict = {}
    maybe(draw, rounding, "places", [2, 1, 0, 3, 6])
    maybe(draw, rounding, "mode", ["half_up", "half_even", "down", "up"])
    if rounding:
        table["rounding"] = rounding
    maybe(draw, table, "bonus_cap", POINTS)
    maybe(draw, table, "penalty_cap", POINTS)
    maybe(draw, table, "total_cap", MAXIMA, one_in=4)
    table["criteria"] = [
        block(draw, figures, str(number), depth=0)
        if often(draw)
        else leaf(draw, figures, str(number), "top")
        for number in range(1, draw(st.integers(1, 3)) + 1)
    ]
    table["bonuses"] = [
        leaf(draw, figures, f"T{n}", "bonus") for n in range(draw(st.integers(0, 2)))
    ]
    table["penalties"] = [
        leaf(draw, figures, f"P{n}", "penalty") for n in range(draw(st.integers(0, 2)))
    ]
    if often(draw):
        table |= classes(draw, figures)
    declare_inputs(draw, table, figures)
    kept = {key: value for key, value in table.items() if value != []}
    return yaml.dump(kept, Dumper=TableDumper, allow_unicode=True, sort_keys=False)


def block(draw: Draw, figures: dict, code: str, depth: int) -> dict:
    children = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        inner = f"{code}.{number}"
        if depth < 2 and often(draw, 5):
            children.append(block(draw, figures, inner, depth + 1))
        else:
            children.append(leaf(draw, figures, inner, "inside"))
    node = {"code": code, "text": f"Nhóm {code}", "children": children}
    if often(draw, 3):
        node["max"] = sum((most_of(child) for child in children), Decimal(0))
        if often(draw):
            node |= {
                "max": node["max"] - Decimal(pick(draw, ["0.5", "0.25", "0.125"])),
                "cap": True,
            }
        if node["max"] <= 0:
            del node["max"], node["cap"]
    return node


def most_of(node: dict) -> Decimal:
    if "max" in node:
        return node["max"]
    return sum((most_of(child) for child in node["children"]), Decimal(0))


EVERY_WORD = ["full", "zero", "exclude", "rescale_block", "rescale_total"]
WORDS = dict.fromkeys(["inside", "top", "bonus", "penalty"], EVERY_WORD)


def leaf(draw: Draw, figures: dict, code: str, place: str) -> dict:
    node: dict = {"code": code, "text": f"Tiêu chí {code}", "max": pick(draw, MAXIMA)}
    if often(draw, 4):
        node["periods"] = [name for name in PERIODS if often(draw)] or ["Y"]
    for key in ("not_arisen", "not_applicable"):
        if not often(draw, 6):
            node[key] = pick(draw, WORDS[place])
    if not often(draw):
        node["missing"] = "zero"
    maybe(draw, node, "article", ["Điều 5"], one_in=6)
    if place != "penalty" and often(draw, 4):
        node["evidence"] = evidence(draw)
    name = pick(draw, list(RULES))
    node["rule"] = {"type": name} | RULES[name](draw, figures, code, node["max"])
    return node


def evidence(draw: Draw) -> dict:
    if often(draw):
        return {"missing": "zero"}
    node: dict = {"missing": "deduct", "points": pick(draw, POINTS)}
    maybe(draw, node, "required", [1, 2, 5])
    maybe(draw, node, "most", POINTS)
    return node


def figure(draw: Draw, figures: dict, code: str, kind: str) -> str:
    """A new figure, or now and then one that another rule uses already."""
    same = [key for key, known in figures.items() if known["kind"] == kind and known["shared"]]
    if same and often(draw, 5):
        return pick(draw, same)
    key = f"k{len(figures)}_{code.replace('.', '_').lower()}"
    figures[key] = {"kind": kind, "owner": code, "shared": kind != "item"}
    return key


def one_figure(draw: Draw, figures: dict, code: str) -> dict:
    if often(draw):
        return {"figure": figure(draw, figures, code, "number")}
    return {"percent": part_and_whole(draw, figures, code)}


def part_and_whole(draw: Draw, figures: dict, code: str) -> dict:
    return {
        "part": figure(draw, figures, code, "count"),
        "whole": figure(draw, figures, code, "count"),
    }


def yes_no(draw: Draw, figures: dict, code: str, most: Decimal) -> dict:
    rule: dict = {"figure": figure(draw, figures, code, "yes_no")}
    maybe(draw, rule, "points", [most, most / 2])
    maybe(draw, rule, "otherwise", [Decimal("0.125"), Decimal("0.5")])
    return rule


def bands(draw: Draw, figures: dict, code: str, most: Decimal) -> dict:
    starts = draw(st.lists(st.sampled_from(EDGES), min_size=1, max_size=4, unique=True))
    listed = []
    for start in sorted(starts, reverse=True):
        band: dict = {"from": start, "points": pick(draw, [most, most / 2, Decimal("0.125")])}
        if often(draw, 4):
            band["from_open"] = True
        if often(draw, 4):
            band["to"] = start + pick(draw, [Decimal(5), Decimal("0.5"), Decimal(20)])
            if often(draw):
                band["to_closed"] = True
        listed.append(band)
    if often(draw, 4):
        listed.append({"to": min(starts), "points": Decimal("0.25")})
    if often(draw, 4):
        listed.reverse()
    rule: dict = one_figure(draw, figures, code) | {"bands": listed}
    maybe(draw, rule, "otherwise", [Decimal("0.1"), Decimal(0)], one_in=4)
    return rule


def proportional(draw: Draw, figures: dict, code: str, most: Decimal) -> dict:
    rule = part_and_whole(draw, figures, code)
    maybe(draw, rule, "full_at", [Decimal(80), Decimal("87.5"), Decimal(7), Decimal(100)])
    return rule


def steps(draw: Draw, figures: dict, code: str, most: Decimal) -> dict:
    rule: dict = one_figure(draw, figures, code) | {"points": pick(draw, POINTS)}
    maybe(draw, rule, "from", EDGES, one_in=2)
    maybe(draw, rule, "step", [Decimal(5), Decimal(7), Decimal("0.5"), Decimal(3)], one_in=2)
    maybe(draw, rule, "direction", ["above", "below"])
    maybe(draw, rule, "whole_steps", [False, True])
    maybe(draw, rule, "least", [Decimal(0), Decimal("0.125")], one_in=4)
    maybe(draw, rule, "most", [most, most / 2], one_in=4)
    if often(draw, 4):
        rule |= {"base": most, "points": -rule["points"]}
    return rule


def count(draw: Draw, figures: dict, code: str, most: Decimal) -> dict:
    rule: dict = {"figure": figure(draw, figures, code, "count"), "points": pick(draw, POINTS)}
    maybe(draw, rule, "most", [most, most / 2], one_in=4)
    return rule


def deduction(draw: Draw, figures: dict, code: str, most: Decimal) -> dict:
    if often(draw, 3):
        keys = [figure(draw, figures, code, "count") for _ in range(2)]
        keys = list(dict.fromkeys(keys))
        rule: dict = {"each": [{"figure": key, "points": pick(draw, POINTS)} for key in keys]}
    else:
        rule = {"figure": figure(draw, figures, code, "count"), "points": pick(draw, POINTS)}
    maybe(draw, rule, "most", [most, most / 2], one_in=4)
    return rule


def days_late(draw: Draw, figures: dict, code: str, most: Decimal) -> dict:
    rule: dict = {"form": pick(draw, ["tien-do", "quy-che"]), "per_day": pick(draw, POINTS)}
    maybe(draw, rule, "grace", [0, 1, 3])
    maybe(draw, rule, "most", [most, most / 2])
    maybe(draw, rule, "per_missed", POINTS)
    maybe(draw, rule, "not_submitted", [Decimal(0), most / 2], one_in=4)
    return rule


def checklist(draw: Draw, figures: dict, code: str, most: Decimal) -> dict:
    items = [figure(draw, figures, code, "item") for _ in range(pick(draw, [3, 1, 2, 7]))]
    rule: dict = {"items": items}
    mode = pick(draw, ["share", "points_each", "required"])
    if mode == "points_each":
        rule["points_each"] = pick(draw, POINTS)
    if mode == "required":
        rule["required"] = draw(st.integers(1, len(items)))
    return rule


def assessed(draw: Draw, figures: dict, code: str, most: Decimal) -> dict:
    # Points off the step are kept out: what becomes of them is not said.
    return {"step": Decimal("0.125")} if often(draw, 4) else {}


RULES = {
    "yes_no": yes_no,
    "count": count,
    "bands": bands,
    "proportional": proportional,
    "steps": steps,
    "deduction": deduction,
    "days_late": days_late,
    "checklist": checklist,
    "assessed": assessed,
}


def classes(draw: Draw, figures: dict) -> dict:
    listed: list[dict] = []
    for name, start in zip(CLASS_NAMES, ["8", "4.5", "1", None], strict=True):
        each: dict = {"name": name}
        if start is not None:
            each["from"] = Decimal(start)
            if often(draw, 4):
                each["from_open"] = True
            if often(draw, 3):
                each["requires"] = ["no_zero"]
        if start is not None or not often(draw, 4):
            listed.append(each)
    names = [each["name"] for each in listed]
    found: dict = {"classes": listed}
    maybe(draw, found, "fallthrough", ["next_lower", "manual"])
    found["vetoes"] = [
        veto(draw, figures, f"L{n}", "class", names) for n in range(draw(st.integers(0, 2)))
    ]
    found["class_caps"] = [
        veto(draw, figures, f"H{n}", "at_most", names) for n in range(draw(st.integers(0, 1)))
    ]
    return found


def veto(draw: Draw, figures: dict, code: str, key: str, names: list[str]) -> dict:
    name = pick(draw, names[1:])
    node: dict = {"code": code, "text": f"Điều kiện {code}", key: name}
    kind = pick(draw, ["yes", "at_least", "not_submitted"] if key == "class" else ["yes"])
    if often(draw, 4):
        node["periods"] = pick(draw, [["Y"], ["Q1", "Q2"]])
    if kind == "not_submitted":
        return node | {"rule": {"type": "veto", "not_submitted": True}}
    if often(draw, 5):
        node["missing"] = "pending"
    if kind == "at_least":
        rule = {"figure": figure(draw, figures, code, "count"), "at_least": 2}
    else:
        rule = {"figure": figure(draw, figures, code, "yes_no")}
    return node | {"rule": {"type": "veto"} | rule}


def declare_inputs(draw: Draw, table: dict, figures: dict) -> None:
    """Each figure once, with the leaf that first used it; a few with none (a warning)."""
    nodes = leaves_of(table["criteria"])
    for key in ("bonuses", "penalties", "vetoes", "class_caps"):
        nodes += table.get(key, [])
    owners = {node["code"]: node for node in nodes}
    for key, known in figures.items():
        if often(draw, 12):
            continue
        kind = "yes_no" if known["kind"] == "item" else known["kind"]
        form_input: dict = {"key": key, "label": f"Số liệu {key}", "kind": kind}
        if kind == "number":
            form_input["places"] = 3
        form_input["absences"] = ["KPS", "KAD"]
        owners[known["owner"]].setdefault("inputs", []).append(form_input)


def leaves_of(nodes: list[dict]) -> list[dict]:
    found = []
    for node in nodes:
        found += leaves_of(node["children"]) if "children" in node else [node]
    return found


# Facts


@st.composite
def facts_for(draw: Draw, table_text: str) -> str:
    """CSV text of facts for a few units, most of them complete enough to have a total."""
    table = yaml.load(table_text, Loader=yaml.BaseLoader)
    rows: list[tuple[str, str, str]] = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        rows += unit_rows(draw, f"D{number:02}", table)
    if often(draw, 6):
        rows.append(("D99", "@group", "A"))
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([("unit", "indicator", "value"), *rows])
    return ("\ufeff" if often(draw, 8) else "") + text.getvalue()


def unit_rows(draw: Draw, unit: str, table: dict) -> list[tuple[str, str, str]]:
    answers: dict[str, str] = {"@group": pick(draw, ["A", "A", "B"])}
    if often(draw, 6):
        answers["@attr.vung"] = "đồng bằng"
    leaves = leaves_of(table["criteria"]) + table.get("bonuses", []) + table.get("penalties", [])
    penalties = {node["code"] for node in table.get("penalties", [])}
    careless = often(draw, 4)
    for node in leaves:
        answer_rule(draw, node["rule"], answers, careless)
        answer_person(draw, node, answers, node["code"] in penalties)
    for node in table.get("vetoes", []) + table.get("class_caps", []):
        if "figure" in node["rule"] and not often(draw, 4):
            values = (
                ["0", "2", "3", "KPS"] if "at_least" in node["rule"] else ["0", "0", "1", "KPS"]
            )
            answers.setdefault(node["rule"]["figure"], pick(draw, values))
    return [(unit, indicator, value) for indicator, value in answers.items()]


def answer_rule(draw: Draw, rule: dict, answers: dict[str, str], careless: bool) -> None:
    """Sets the figures of one rule; a figure shared with an earlier rule keeps its value."""
    for key, values in wanted(rule).items():
        if key in answers:
            continue
        value = pick(draw, values)
        if often(draw, 5) and not key.startswith("@"):
            value = pick(draw, ["KPS", "KAD"])
        if careless and often(draw, 4):
            value = pick(draw, ["", None])
        if value is not None:
            answers[key] = value


def wanted(rule: dict) -> dict[str, list[str]]:
    kind = rule["type"]
    if kind == "yes_no":
        return {rule["figure"]: ["1", "0"]}
    if kind == "checklist":
        return dict.fromkeys(rule["items"], ["1", "0", "1", "KPS", "KAD"])
    if kind == "days_late":
        form = rule["form"]
        late = ["0", "3", "1", "20", "-4", "", "KPS", "KAD"]
        return {f"@days_late.{form}": late, f"@missed.{form}": ["0", "0", "1", "2", "KPS"]}
    if kind in ("count", "deduction"):
        keys = [each["figure"] for each in rule.get("each", [rule])]
        return dict.fromkeys(keys, ["0", "1", "2", "3", "9"])
    if "figure" in rule:
        return {rule["figure"]: near_edges(rule)}
    shares = rule.get("percent", rule)
    if "part" in shares:
        whole = ["40", "7", "24", "1000", "200", "0", "3"]
        return {
            shares["whole"]: whole,
            shares["part"]: ["0", "1", "5", "7", "35", "39", "195", "975"],
        }
    return {}


def near_edges(rule: dict) -> list[str]:
    edges = [Decimal(rule.get("from", "0"))]
    for band in rule.get("bands", []):
        edges += [Decimal(band[end]) for end in ("from", "to") if end in band]
    step = Decimal(rule.get("step", "1"))
    values = [value for edge in edges for value in (edge, edge - Decimal("0.001"), edge + step)]
    values += [edges[0] - step, edges[0] + 3 * step + Decimal("0.7"), edges[0] - 2 * step]
    return [format(value, "f") for value in dict.fromkeys(values) if value >= 0]


def answer_person(draw: Draw, node: dict, answers: dict[str, str], penalty: bool) -> None:
    code, most = node["code"], Decimal(node["max"])
    if node["rule"]["type"] == "assessed":
        chance = not often(draw, 8)
        # All are multiples of the one step that tables have.
        given = [most, Decimal("0.125"), Decimal(0), Decimal("1.375"), most + 1]
    else:
        chance = often(draw, 10)
        given = [Decimal("0.995"), Decimal("0.005"), most, most + 1, Decimal("1.0625"), Decimal(0)]
    if chance:
        value = pick(draw, given)
        minus = penalty and value and often(draw)
        answers[f"@appraised.{code}"] = format(-value if minus else value, "f")
    if often(draw, 6):
        answers[f"@claim.{code}"] = format(most + 1, "f")
    if "evidence" in node and not often(draw, 3):
        answers[f"@evidence.{code}"] = pick(draw, ["1", "0", "2", "7", ""])
