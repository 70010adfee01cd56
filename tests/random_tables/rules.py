"""Random rules of every type of docs/criteria.md, section 5, but those of rules."""

from decimal import Decimal

from hypothesis import strategies as st

from tests.random_tables.drawing import (
    EDGES,
    FORMS,
    POINTS,
    Draw,
    Place,
    figure,
    maybe,
    often,
    pick,
)
from tests.random_tables.formulas import condition, formula


def quantity(draw: Draw, place: Place) -> dict:
    shape = pick(draw, ["figure", "percent", "figure", "formula"])
    if shape == "figure":
        return {"figure": figure(draw, place, "number")}
    if shape == "percent":
        return {"percent": part_and_whole(draw, place)}
    return {"formula": formula(draw, place)}


def part_and_whole(draw: Draw, place: Place) -> dict:
    return {"part": figure(draw, place, "count"), "whole": figure(draw, place, "count")}


def points_or_default(draw: Draw, place: Place, rule: dict) -> dict:
    """What holds gives `points`, by default the maximum if there is one."""
    if place.unlimited or often(draw, 3):
        rule["points"] = pick(draw, [place.most, place.most / 2])
    maybe(draw, rule, "otherwise", [Decimal("0.125"), Decimal("0.5")])
    return rule


def yes_no(draw: Draw, place: Place) -> dict:
    return points_or_default(draw, place, {"figure": figure(draw, place, "yes_no")})


def bands(draw: Draw, place: Place) -> dict:
    listed = axis(draw)
    for band in listed:
        band["points"] = pick(draw, [place.most, place.most / 2, Decimal("0.125")])
    rule: dict = quantity(draw, place) | {"bands": listed}
    maybe(draw, rule, "otherwise", [Decimal("0.1"), Decimal(0)], one_in=4)
    return rule


def axis(draw: Draw) -> list[dict]:
    starts = draw(st.lists(st.sampled_from(EDGES), min_size=1, max_size=4, unique=True))
    listed: list[dict] = []
    for start in sorted(starts, reverse=True):
        band: dict = {"from": start}
        if often(draw, 4):
            band["from_open"] = True
        if often(draw, 4):
            band["to"] = start + pick(draw, [Decimal(5), Decimal("0.5"), Decimal(20)])
            if often(draw):
                band["to_closed"] = True
        listed.append(band)
    if often(draw, 4):
        listed.append({"to": min(starts)})
    if often(draw, 4):
        listed.reverse()
    return listed


def proportional(draw: Draw, place: Place) -> dict:
    rule = part_and_whole(draw, place)
    maybe(draw, rule, "full_at", [Decimal(80), Decimal("87.5"), Decimal(7), Decimal(100)])
    return rule


def steps(draw: Draw, place: Place) -> dict:
    rule: dict = quantity(draw, place) | {"points": pick(draw, POINTS)}
    maybe(draw, rule, "from", EDGES, one_in=2)
    maybe(draw, rule, "step", [Decimal(5), Decimal(7), Decimal("0.5"), Decimal(3)], one_in=2)
    maybe(draw, rule, "direction", ["above", "below"])
    maybe(draw, rule, "whole_steps", [False, True])
    maybe(draw, rule, "least", [Decimal(0), Decimal("0.125")], one_in=4)
    maybe(draw, rule, "most", [place.most, place.most / 2], one_in=4)
    if often(draw, 4):
        rule |= {"base": place.most, "points": -rule["points"]}
    return rule


def count(draw: Draw, place: Place) -> dict:
    rule: dict = {"figure": figure(draw, place, "count"), "points": pick(draw, POINTS)}
    maybe(draw, rule, "most", [place.most, place.most / 2], one_in=4)
    return rule


def deduction(draw: Draw, place: Place) -> dict:
    if often(draw, 3):
        keys = list(dict.fromkeys(figure(draw, place, "count") for _ in range(2)))
        rule: dict = {"each": [{"figure": key, "points": pick(draw, POINTS)} for key in keys]}
    else:
        rule = {"figure": figure(draw, place, "count"), "points": pick(draw, POINTS)}
    maybe(draw, rule, "most", [place.most, place.most / 2], one_in=4)
    return rule


def days_late(draw: Draw, place: Place) -> dict:
    rule: dict = {"form": pick(draw, FORMS), "per_day": pick(draw, POINTS)}
    maybe(draw, rule, "grace", [0, 1, 3])
    maybe(draw, rule, "most", [place.most, place.most / 2])
    maybe(draw, rule, "per_missed", POINTS)
    maybe(draw, rule, "not_submitted", [Decimal(0), place.most / 2], one_in=4)
    return rule


def checklist(draw: Draw, place: Place) -> dict:
    items = [figure(draw, place, "item") for _ in range(pick(draw, [3, 1, 2, 7]))]
    modes = (
        ["points_each", "own"] if place.unlimited else ["share", "points_each", "required", "own"]
    )
    mode = pick(draw, modes)
    if mode == "own":
        own = {"items": [{"figure": item, "points": pick(draw, POINTS)} for item in items]}
        maybe(draw, own, "make_up", [True, False], one_in=2)
        return own
    rule: dict = {"items": items}
    if mode == "points_each":
        rule["points_each"] = pick(draw, POINTS)
    if mode == "required":
        rule["required"] = draw(st.integers(1, len(items)))
    return rule


def options(draw: Draw, place: Place) -> dict:
    grades = [place.most, place.most / 2, Decimal("0.1"), Decimal(0)]
    return {"figure": figure(draw, place, "choice"), "points": grades[: pick(draw, [3, 2, 4])]}


def table(draw: Draw, place: Place) -> dict:
    axes = {name: quantity(draw, place) | {"bands": axis(draw)} for name in ("rows", "columns")}
    if often(draw):
        axes["columns"]["bands"] = [{"from": Decimal(50)}, {}]
    values = [place.most, place.most / 2, Decimal("0.125"), Decimal(0)]
    points = [[pick(draw, values) for _ in axes["columns"]["bands"]] for _ in axes["rows"]["bands"]]
    rule: dict = axes | {"points": points}
    maybe(draw, rule, "otherwise", [Decimal("0.1")], one_in=4)
    return rule


def sample(draw: Draw, place: Place) -> dict:
    rule: dict = {
        "good": figure(draw, place, "count"),
        "asked": figure(draw, place, "count"),
        "size": pick(draw, [7, 24, 50]),
        "points": pick(draw, [Decimal("0.4"), Decimal("0.1"), Decimal("0.125")]),
    }
    maybe(draw, rule, "fewer", ["pro_rata", "as_is", "pending"], one_in=2)
    return rule


def versus_mean(draw: Draw, place: Place) -> dict:
    rule = points_or_default(draw, place, quantity(draw, place))
    maybe(draw, rule, "better", ["low", "high"])
    maybe(draw, rule, "equal", [False, True])
    maybe(draw, rule, "among", ["all", "group"])
    return rule


def versus_leader(draw: Draw, place: Place) -> dict:
    rule: dict = quantity(draw, place)
    maybe(draw, rule, "better", ["low", "high"])
    maybe(draw, rule, "among", ["all", "group"])
    if often(draw, 3):
        target = figure(draw, place, "number")
        rule["target"] = pick(draw, [target, Decimal(50), {"formula": f"{target} + 1"}])
        maybe(draw, rule, "below_target", [Decimal("0.75"), Decimal(0)])
    return rule


def deadline(draw: Draw, place: Place) -> dict:
    rule: dict = {"form": "bao-cao"}
    maybe(draw, rule, "days", ["working", "calendar"])
    maybe(draw, rule, "base", [place.most, place.most / 2], one_in=4)
    maybe(draw, rule, "early_by", [3, 1])
    per = [name for name in ("per_early", "per_late", "per_day", "per_missed") if often(draw)]
    return rule | {name: pick(draw, POINTS) for name in per or ["per_late"]}


def when(draw: Draw, place: Place) -> dict:
    return points_or_default(draw, place, {"when": condition(draw, place)})


def expression(draw: Draw, place: Place) -> dict:
    rule: dict = {"formula": formula(draw, place)}
    maybe(draw, rule, "least", [Decimal(0), Decimal("0.125")], one_in=4)
    maybe(draw, rule, "most", [place.most, place.most / 2], one_in=4)
    return rule


def assessed(draw: Draw, place: Place) -> dict:
    # Points off the step are kept out: what becomes of them is not said.
    return {"step": Decimal("0.125")} if often(draw, 4) else {}


SIMPLE = {
    "yes_no": yes_no,
    "count": count,
    "bands": bands,
    "proportional": proportional,
    "steps": steps,
    "deduction": deduction,
    "days_late": days_late,
    "checklist": checklist,
    "options": options,
    "table": table,
    "sample": sample,
    "versus_mean": versus_mean,
    "versus_leader": versus_leader,
    "deadline": deadline,
    "condition": when,
    "expression": expression,
}
# These need a maximum to take from or to share out.
NEED_A_MAXIMUM = {"proportional", "versus_leader", "days_late"}
