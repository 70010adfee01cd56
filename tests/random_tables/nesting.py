"""Random rules made of rules, and the choice of a type."""

from decimal import Decimal

from tests.random_tables.drawing import POINTS, Draw, Place, maybe, often, pick
from tests.random_tables.formulas import condition
from tests.random_tables.rules import NEED_A_MAXIMUM, SIMPLE, assessed


def rule(draw: Draw, place: Place, types: list[str] | None = None) -> dict:
    name = pick(draw, types or types_at(place))
    return {"type": name} | RULES[name](draw, place)


def types_at(place: Place) -> list[str]:
    fitting = [name for name in RULES if not (place.unlimited and name in NEED_A_MAXIMUM)]
    if place.unlimited and place.section != "penalty":
        fitting.remove("deduction")
    if place.nested:
        fitting.remove("assessed")
    if place.nested >= 2:
        fitting = [name for name in fitting if name not in ("cases", "combine")]
    return fitting


def cases(draw: Draw, place: Place) -> dict:
    listed = [case(draw, place) for _ in range(pick(draw, [1, 2]))]
    made: dict = {"cases": listed}
    if often(draw):
        made["otherwise"] = rule(draw, place.inner)
    else:
        maybe(draw, made, "otherwise", [Decimal("0.125"), Decimal(0)])
    return made


def case(draw: Draw, place: Place) -> dict:
    when = {"when": condition(draw, place)}
    if often(draw, 3):
        return when | {"points": pick(draw, POINTS)}
    return when | {"rule": rule(draw, place.inner)}


def combine(draw: Draw, place: Place) -> dict:
    how = pick(draw, ["sum", "highest", "lowest", "first"])
    return {"how": how, "rules": [rule(draw, place.inner) for _ in range(pick(draw, [2, 3]))]}


RULES = SIMPLE | {"cases": cases, "combine": combine, "assessed": assessed}
