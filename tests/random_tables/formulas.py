"""Random formulas and conditions: well formed, now and then without an answer."""

from tests.random_tables.drawing import Draw, Place, figure, often, pick

NUMBERS = ["2", "1", "0", "0.5", "100", "3.125", "10"]
OBSERVED = ["@missed.tien-do", "@late.quy-che", "@recognised.any", "@recognised.huyen"]
REGIONS = ["miền núi", "đồng bằng", ""]
COMPARISONS = [">=", "=", "<", "<=", ">", "!="]
LONGEST = 500


def formula(draw: Draw, place: Place, codes: list[str] | None = None) -> str:
    """`codes` of leaves and blocks make it a formula of a whole card."""
    return short_enough(draw, lambda depth: number(draw, place, codes, depth))


def condition(draw: Draw, place: Place, codes: list[str] | None = None) -> str:
    return short_enough(draw, lambda depth: truth(draw, place, codes, depth))


def short_enough(draw: Draw, write) -> str:
    text = write(draw_depth(draw))
    return text if len(text) <= LONGEST else write(0)


def draw_depth(draw: Draw) -> int:
    return pick(draw, [0, 1, 2])


def key(draw: Draw, place: Place) -> str:
    if often(draw, 6):
        return pick(draw, OBSERVED)
    return figure(draw, place, "count")


def number(draw: Draw, place: Place, codes: list[str] | None, depth: int) -> str:
    def part() -> str:
        return number(draw, place, codes, depth - 1)

    shapes = ["key", "key", "number"] + (["card"] * 3 if codes else [])
    if depth > 0:
        shapes += ["sum", "sum", "brackets", "call", "if"]
    shape = pick(draw, shapes)
    if shape == "number":
        return pick(draw, NUMBERS)
    if shape == "card":
        return of_the_card(draw, codes)
    if shape == "sum":
        return f"{part()} {pick(draw, ['+', '-', '*', '/'])} {part()}"
    if shape == "brackets":
        return f"({part()} {pick(draw, ['-', '+', '/'])} {part()})"
    if shape == "if":
        return f"if({truth(draw, place, codes, depth - 1)}, {part()}, {part()})"
    if shape == "call":
        name = pick(draw, ["min", "max", "abs", "floor", "ceil", "round"])
        if name in ("min", "max"):
            return f"{name}({', '.join(part() for _ in range(pick(draw, [2, 3])))})"
        places = f", {pick(draw, ['1', '0', '2'])}" if name == "round" else ""
        return f"{name}({part()}{places})"
    return key(draw, place)


def of_the_card(draw: Draw, codes: list[str]) -> str:
    shape = pick(draw, ["total", "points", "share"])
    return shape if shape == "total" else f'{shape}("{pick(draw, codes)}")'


def truth(draw: Draw, place: Place, codes: list[str] | None, depth: int) -> str:
    def part() -> str:
        return truth(draw, place, codes, depth - 1)

    shapes = ["compare", "compare", "asked", "attribute"]
    if depth > 0:
        shapes += ["and", "or", "not", "brackets"]
    shape = pick(draw, shapes)
    if shape in ("and", "or"):
        return f"{part()} {shape} {part()}"
    if shape == "not":
        return f"not {part()}"
    if shape == "brackets":
        return f"({part()} {pick(draw, ['or', 'and'])} {part()})"
    if shape == "asked":
        return f"{pick(draw, ['reported', 'number', 'kps', 'kad'])}({key(draw, place)})"
    if shape == "attribute":
        return f'attr.vung {pick(draw, ["=", "!="])} "{pick(draw, REGIONS)}"'
    left = number(draw, place, codes, min(depth, 1))
    return f"{left} {pick(draw, COMPARISONS)} {number(draw, place, codes, 0)}"
