"""Random tables of every kind."""

from decimal import Decimal

from hypothesis import strategies as st

from tests.random_tables.drawing import (
    MAXIMA,
    POINTS,
    Draw,
    maybe,
    often,
    pick,
    written,
)
from tests.random_tables.standing import chain, checks, classes, conditions, exempt, ranking
from tests.random_tables.tree import leaf, nodes


@st.composite
def criteria_tables(draw: Draw) -> str:
    """YAML text of a table with points, without errors (section 11); warnings it may have."""
    figures: dict[str, dict] = {}
    table = heading() | totals(draw)
    table["criteria"] = nodes(draw, figures, range(1, pick(draw, [1, 2, 3]) + 1), "", "standard")
    table["bonuses"] = nodes(draw, figures, range(pick(draw, [0, 1, 2])), "T", "bonus")
    table["penalties"] = nodes(draw, figures, range(pick(draw, [0, 1, 2])), "P", "penalty")
    codes = [node["code"] for node in every_node(table["criteria"])]
    if often(draw):
        table |= classes(draw, figures, codes)
    if often(draw):
        table["ranking"] = ranking(draw, figures, codes)
    table["checks"], table["exempt"] = checks(draw, figures), exempt(draw, figures)
    declare_inputs(draw, table, figures)
    return written(table)


@st.composite
def pass_fail_tables(draw: Draw) -> str:
    figures: dict[str, dict] = {}
    table = heading() | {"kind": "pass_fail"}
    table["criteria"] = [
        pass_fail_node(draw, figures, str(number)) for number in range(1, pick(draw, [1, 2, 3]) + 1)
    ]
    if often(draw):
        table["classes"] = classes_without_points(draw)
        names = [each["name"] for each in table["classes"]]
        table |= conditions(draw, figures, names)
    table["checks"], table["exempt"] = checks(draw, figures), exempt(draw, figures)
    declare_inputs(draw, table, figures)
    return written(table)


def classes_without_points(draw: Draw) -> list[dict]:
    """Two, or one for every result and one only a veto gives."""
    names = ["Đạt chuẩn", "Chưa đạt chuẩn"]
    listed: list[dict] = [{"name": name} for name in names]
    if often(draw):
        listed.insert(0, {"name": "Nâng cao", "requires": [pick(draw, ["all_passed", "no_zero"])]})
        listed[-1]["result"] = "failed"
        listed.append({"name": "Chưa đủ căn cứ", "result": "pending"})
        listed.append({"name": "Không công nhận", "result": "none"})
    elif often(draw, 3):
        listed[0]["requires"] = [pick(draw, ["no_zero", "all_passed"])]
    return listed


def pass_fail_node(draw: Draw, figures: dict, code: str, depth: int = 0) -> dict:
    if depth == 2 or not often(draw, 3):
        return leaf(draw, figures, code, "standard", points=False)
    children = [
        pass_fail_node(draw, figures, f"{code}.{number}", depth + 1)
        for number in range(1, pick(draw, [2, 3, 1]) + 1)
    ]
    block = {"code": code, "text": f"Nhóm {code}", "children": children}
    maybe(draw, block, "required", ["all", *range(1, len(children) + 1)], one_in=2)
    return block


@st.composite
def rank_only_tables(draw: Draw) -> str:
    figures: dict[str, dict] = {}
    table = heading() | {"kind": "rank_only", "ranking": chain(draw, figures, None)}
    table["exempt"] = exempt(draw, figures)
    table["inputs"] = [form_input(key, known) for key, known in figures.items()]
    return written(table)


def any_tables() -> st.SearchStrategy[str]:
    return st.one_of(criteria_tables(), pass_fail_tables(), rank_only_tables())


def heading() -> dict:
    head = {"set": "ngau-nhien", "version": "1", "title": "Bảng ngẫu nhiên"}
    return head | {"illustrative": True}


def totals(draw: Draw) -> dict:
    found: dict = {}
    rounding: dict = {}
    maybe(draw, rounding, "places", [2, 1, 0, 3, 6])
    maybe(draw, rounding, "mode", ["half_up", "half_even", "down", "up"])
    if rounding.get("places", 2) > 0:
        maybe(draw, rounding, "total_places", [0, 1], one_in=4)
    if rounding:
        found["rounding"] = rounding
    maybe(draw, found, "bonus_cap", POINTS)
    maybe(draw, found, "penalty_cap", POINTS)
    maybe(draw, found, "total_cap", MAXIMA, one_in=4)
    maybe(draw, found, "total_floor", [Decimal(0), Decimal("0.5"), Decimal(-1)], one_in=4)
    if found.get("total_floor", -1) >= found.get("total_cap", 100):
        del found["total_floor"]
    return found


def declare_inputs(draw: Draw, table: dict, figures: dict) -> None:
    """Each figure once, with the leaf that first used it; a few with none (a warning)."""
    holders = [node for key in SECTIONS for node in leaves_of(table.get(key, []))]
    owners = {node["code"]: node for node in holders}
    for key, known in figures.items():
        if known["owner"] in owners and not often(draw, 12):
            owners[known["owner"]].setdefault("inputs", []).append(form_input(key, known))


SECTIONS = ("criteria", "bonuses", "penalties", "vetoes", "class_caps")


def form_input(key: str, known: dict) -> dict:
    kind = "yes_no" if known["kind"] == "item" else known["kind"]
    asked: dict = {"key": key, "label": f"Số liệu {key}", "kind": kind}
    if kind == "number":
        asked["places"] = 3
    if kind == "choice":
        asked["choices"] = ["Tốt", "Khá", "Trung bình", "Yếu"]
    return asked | {"absences": ["KPS", "KAD"]}


def leaves_of(listed: list[dict]) -> list[dict]:
    return [node for node in every_node(listed) if "children" not in node]


def every_node(listed: list[dict]) -> list[dict]:
    found = []
    for node in listed:
        found += [node, *every_node(node.get("children", []))]
    return found
