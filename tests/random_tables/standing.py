"""Random classes, vetoes, class caps, quotas, checks and chains."""

from decimal import Decimal

from tests.random_tables.drawing import Draw, Place, decimals, figure, maybe, often, pick
from tests.random_tables.formulas import condition, formula
from tests.random_tables.rules import quantity

CLASS_NAMES = ["Xuất sắc", "Tốt", "Hoàn thành", "Không hoàn thành"]


def classes(draw: Draw, figures: dict, codes: list[str]) -> dict:
    listed: list[dict] = []
    for name, start in zip(CLASS_NAMES, ["8", "4.5", "1", None], strict=True):
        each: dict = {"name": name}
        if start is not None:
            each["from"] = Decimal(start)
            if often(draw, 4):
                each["from_open"] = True
            if often(draw, 3):
                each["requires"] = requirements(draw, figures, codes)
        if start is not None or not often(draw, 4):
            listed.append(each)
    found: dict = {"classes": listed}
    maybe(draw, found, "fallthrough", ["next_lower", "manual"])
    names = [each["name"] for each in listed]
    if often(draw, 3):
        found["quotas"] = [quota(draw, names) for _ in range(pick(draw, [1, 2]))]
    return found | conditions(draw, figures, names)


def requirements(draw: Draw, figures: dict, codes: list[str]) -> list:
    place = Place(figures, "", Decimal(1))
    every = [
        "no_zero",
        {"each_block": pick(draw, decimals("50 30 87.5"))},
        {"when": condition(draw, place, codes), "text": "điều kiện"},
    ]
    return [one for one in every if often(draw)] or every[:1]


def quota(draw: Draw, names: list[str]) -> dict:
    one: dict = {"class": pick(draw, names[:2])}
    if often(draw, 3):
        one["count"] = pick(draw, [1, 2, 0])
    else:
        one["percent"] = pick(draw, decimals("20 50 34 66.7"))
        if often(draw):
            one["of"] = pick(draw, [names[:2], names[:1], names[:3]])
        maybe(draw, one, "rounding", ["half_up", "up", "down"])
        maybe(draw, one, "least", [1, 2, 0])
    maybe(draw, one, "among", ["all", "group"])
    maybe(draw, one, "at_tie", ["all", "manual", "none"], one_in=2)
    return one


def conditions(draw: Draw, figures: dict, names: list[str]) -> dict:
    """Vetoes and class caps."""
    return {
        "vetoes": [
            veto(draw, figures, f"L{n}", "class", names) for n in range(pick(draw, [0, 1, 2]))
        ],
        "class_caps": [
            veto(draw, figures, f"H{n}", "at_most", names) for n in range(pick(draw, [0, 1]))
        ],
    }


def veto(draw: Draw, figures: dict, code: str, key: str, names: list[str]) -> dict:
    node: dict = {"code": code, "text": f"Điều kiện {code}", key: pick(draw, names[1:])}
    if key == "class" and often(draw, 6):
        del node["class"]
        node["unclassified"] = True
    kinds = ["yes", "at_least", "when"] + (["not_submitted"] if key == "class" else [])
    kind = pick(draw, kinds)
    if often(draw, 4):
        node["periods"] = pick(draw, [["Y"], ["Q1", "Q2"]])
    if key == "class":
        maybe(draw, node, "always", [True, False])
    if kind == "not_submitted":
        return node | {"rule": {"type": "veto", "not_submitted": True}}
    if often(draw, 5):
        node["missing"] = "pending"
    return node | {
        "rule": {"type": "veto"} | veto_rule(draw, Place(figures, code, Decimal(1)), kind)
    }


def veto_rule(draw: Draw, place: Place, kind: str) -> dict:
    if kind == "at_least":
        return {"figure": figure(draw, place, "count"), "at_least": 2}
    if kind == "when":
        return {"when": condition(draw, place)}
    return {"figure": figure(draw, place, "yes_no")}


def checks(draw: Draw, figures: dict) -> list[dict]:
    found = []
    for number in range(pick(draw, [0, 0, 1, 2])):
        one: dict = {"code": f"K{number}", "text": f"Đối chiếu {number}"}
        one["when"] = condition(draw, Place(figures, "", Decimal(1)))
        maybe(draw, one, "result", ["pending", "warn"], one_in=2)
        found.append(one)
    return found


def exempt(draw: Draw, figures: dict) -> list[dict]:
    place = Place(figures, "", Decimal(1))
    return [{"when": condition(draw, place), "text": "mới thành lập"}] if often(draw, 5) else []


def ranking(draw: Draw, figures: dict, codes: list[str]) -> dict:
    ties = pick(draw, ["chain", "dense", "shared"])
    found = {"ties": ties} | (chain(draw, figures, codes) if ties == "chain" else {})
    if ties == "shared":
        maybe(draw, found, "numbering", ["dense", "competition"])
    return found


def chain(draw: Draw, figures: dict, codes: list[str] | None) -> dict:
    found: dict = {"chain": [link(draw, figures, codes, n) for n in range(pick(draw, [1, 2]))]}
    maybe(draw, found, "then", ["manual", "shared"], one_in=2)
    maybe(draw, found, "numbering", ["dense", "competition"])
    return found


def link(draw: Draw, figures: dict, codes: list[str] | None, number: int) -> dict:
    place = Place(figures, "", Decimal(1))
    one: dict = {"text": f"Chỉ số {number}"}
    if codes and often(draw):
        one["formula"] = formula(draw, place, codes)
    else:
        one |= quantity(draw, place)
    maybe(draw, one, "better", ["low", "high"])
    return one
