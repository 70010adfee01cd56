"""Random leaves and blocks."""

from decimal import Decimal

from tests.random_tables.drawing import MAXIMA, PERIODS, POINTS, Draw, Place, maybe, often, pick
from tests.random_tables.formulas import condition
from tests.random_tables.nesting import rule

EVERY_WORD = ["full", "zero", "exclude", "rescale_block", "rescale_total"]


def nodes(draw: Draw, figures: dict, numbers: range, prefix: str, section: str) -> list[dict]:
    """The topmost blocks and leaves of a section."""
    return [
        block(draw, figures, f"{prefix}{number}", section, depth=0)
        if often(draw, 2 if section == "standard" else 4)
        else leaf(draw, figures, f"{prefix}{number}", section, inside=section == "standard")
        for number in numbers
    ]


def block(draw: Draw, figures: dict, code: str, section: str, depth: int) -> dict:
    children = []
    for number in range(1, pick(draw, [2, 1, 3]) + 1):
        inner = f"{code}.{number}"
        if depth < 2 and often(draw, 5):
            children.append(block(draw, figures, inner, section, depth + 1))
        else:
            children.append(leaf(draw, figures, inner, section, inside=section == "standard"))
    node: dict = {"code": code, "text": f"Nhóm {code}", "children": children}
    printed_maximum(draw, node)
    if often(draw, 4):
        hold(draw, node, section)
    if section == "standard":
        maybe(draw, node, "weight", [Decimal(30), Decimal("7.5"), Decimal(1)], one_in=6)
    maybe(draw, node, "pick", [1, 2][: len(children)], one_in=5)
    return node


def printed_maximum(draw: Draw, node: dict) -> None:
    if not often(draw, 3):
        return
    most = sum((most_of(child) for child in node["children"]), Decimal(0))
    less = Decimal(pick(draw, ["0.5", "0.25", "0.125"]))
    if often(draw) and most > less:
        node |= {"max": most - less, "cap": True}
    elif most > 0:
        node["max"] = most


def hold(draw: Draw, node: dict, section: str) -> None:
    """Held between the two, where they are written."""
    if section == "penalty" or often(draw):
        node["least"] = pick(draw, [Decimal(-1), Decimal("-0.25"), Decimal(0)])
    if section != "penalty" and often(draw):
        node["most"] = pick(draw, [Decimal(2), Decimal("4.5"), Decimal("0.995")])


def most_of(node: dict) -> Decimal:
    if "children" in node:
        return node.get("max", sum((most_of(child) for child in node["children"]), Decimal(0)))
    return node.get("max", Decimal(0)) if "kind" not in node else Decimal(0)


def leaf(
    draw: Draw, figures: dict, code: str, section: str, *, inside: bool = False, points: bool = True
) -> dict:
    """`inside` the criteria a leaf may be a bonus or a penalty; without points it has no max."""
    node: dict = {"code": code, "text": f"Tiêu chí {code}"}
    if inside and often(draw, 6):
        section = node["kind"] = pick(draw, ["bonus", "penalty"])
    place = Place(figures, code, pick(draw, MAXIMA) if points else Decimal(1), section)
    if section != "standard" and often(draw, 4):
        place = Place(figures, code, place.most, section, unlimited=True)
    if points and not place.unlimited:
        node["max"] = place.most
    presence(draw, node, section, points)
    if points:
        special_units(draw, node, place)
    if section != "penalty" and often(draw, 4):
        node["evidence"] = evidence(draw, points)
    node["rule"] = rule(draw, place)
    return node


def presence(draw: Draw, node: dict, section: str, points: bool) -> None:
    if often(draw, 4):
        node["periods"] = [name for name in PERIODS if often(draw)] or ["Y"]
    for key in ("not_arisen", "not_applicable"):
        if not often(draw, 6):
            node[key] = pick(draw, EVERY_WORD if points else EVERY_WORD[:3])
    if not often(draw):
        node["missing"] = "zero"
    maybe(draw, node, "article", ["Điều 5"], one_in=6)
    maybe(draw, node, "assessor", ["so-noi-vu"], one_in=6)
    if points and often(draw, 6):
        node["rounding"] = {"places": pick(draw, [3, 1, 0])}
        maybe(draw, node["rounding"], "mode", ["down", "up", "half_even"], one_in=2)


def special_units(draw: Draw, node: dict, place: Place) -> None:
    """A22: other maxima, limits or thresholds for some units."""
    if not place.unlimited and often(draw, 6):
        maxima = [place.most / 2, place.most + 1, Decimal("0.125")]
        node["max_when"] = when(draw, place, "max", maxima)
    if often(draw, 6):
        node["most_when"] = when(draw, place, "most", [place.most / 2, Decimal("0.1")])
    if often(draw, 6):
        node["thresholds"] = when(draw, place, "times", [Decimal("0.75"), Decimal("1.1")])


def when(draw: Draw, place: Place, key: str, values: list[Decimal]) -> list[dict]:
    number = pick(draw, [1, 2])
    return [{"when": condition(draw, place), key: pick(draw, values)} for _ in range(number)]


def evidence(draw: Draw, points: bool) -> dict:
    if not points or often(draw):
        return {"missing": "zero"}
    node: dict = {"missing": "deduct", "points": pick(draw, POINTS)}
    maybe(draw, node, "required", [1, 2, 5])
    maybe(draw, node, "most", POINTS)
    return node
