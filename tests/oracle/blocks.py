"""Sections 6 and 8 of docs/criteria.md: the lines between the leaves and the total.

Every adjustment is reckoned from the rounded lines before it, inner blocks first.
"""

from fractions import Fraction

from tests.oracle.asked import held
from tests.oracle.lines import rounded, rounding_of
from tests.oracle.reading import children_of, leaves_of

STANDS = ("scored",)
WITH_ITS_REST = ("scored", "rescale_block")
WITH_EVERY_REST = ("scored", "rescale_block", "rescale_total")


class Reckoning:
    """The lines of one card, and the adjustments made to them so far."""

    def __init__(self, table: dict, lines: dict[str, dict]) -> None:
        self.table, self.lines = table, lines
        self.adjustments: dict[str, Fraction] = {}
        self.blocks: dict[str, Fraction] = {}

    def adjust(self, code: str, now: Fraction, to: Fraction) -> Fraction:
        """What the points are after the adjustment."""
        more = rounded(to - now, rounding_of(self.table))
        if more != 0:
            self.adjustments[code] = more
        return now + more

    def points(self, node: dict) -> Fraction:
        """Of a leaf, or of a block after its adjustments."""
        if "children" in node:
            return self.blocks[node["code"]]
        return self.lines[node["code"]]["points"] or Fraction(0)

    def all_points(self, nodes: list[dict]) -> Fraction:
        return sum((self.points(node) for node in nodes), Fraction(0))

    def stands(self, node: dict) -> bool:
        """Something in it was scored."""
        if "children" in node:
            return any(self.stands(child) for child in node["children"])
        return self.lines[node["code"]]["state"] == "scored"

    # Maxima: what the points stand for, with or without what is still to be made up.

    def maximum(self, node: dict, states: tuple[str, ...]) -> Fraction:
        if "children" not in node:
            line = self.lines[node["code"]]
            counts = line["kind"] == "standard" and line["state"] in states
            return Fraction(line["max"]) if counts else Fraction(0)
        inside = self.maximum_inside(node, states)
        if "weight" not in node or inside == 0:
            return inside
        # Its share of the weight: what is left to the total is made up there.
        return inside * node["weight"] / self.maximum_inside(node, WITH_EVERY_REST)

    def maximum_inside(self, block: dict, states: tuple[str, ...]) -> Fraction:
        maxima = [self.maximum(child, states) for child in block["children"]]
        inside = largest(maxima, block.get("pick"))
        return min(inside, Fraction(block["max"])) if block.get("cap") else inside

    def available(self, block: dict) -> Fraction:
        """Before the block's own rest is made up, and before its cap."""
        maxima = [
            self.maximum(child, WITH_ITS_REST if "children" in child else STANDS)
            for child in block["children"]
        ]
        return largest(maxima, block.get("pick"))

    def whole(self, block: dict, states: tuple[str, ...]) -> Fraction:
        maxima = [self.maximum(child, states) for child in block["children"]]
        return largest(maxima, block.get("pick"))

    # The steps, in their order.

    def settle(self, nodes: list[dict], *, taking: bool = False) -> None:
        for node in nodes:
            if "children" in node:
                self.settle(node["children"], taking=taking)
                self.settle_block(node, taking)

    def settle_block(self, block: dict, taking: bool) -> None:
        """`taking`: a block of penalties, in which the heaviest come first."""
        code, points = block["code"], self.all_points(block["children"])
        if "pick" in block:
            points = self.adjust("@pick." + code, points, points - self.not_picked(block, taking))
        if self.rests(block):
            to = points * self.whole(block, WITH_ITS_REST) / self.available(block)
            points = self.adjust("@rescale." + code, points, to)
        if block.get("cap"):
            to = max(points, -block["max"]) if taking else min(points, block["max"])
            points = self.adjust("@cap." + code, points, to)
        between = held(points, block.get("least"), block.get("most"))
        points = self.adjust("@hold." + code, points, between)
        if "weight" in block:
            maximum = self.maximum_inside(block, WITH_EVERY_REST)
            to = points * block["weight"] / maximum if maximum > 0 else Fraction(0)
            points = self.adjust("@weight." + code, points, to)
        self.blocks[code] = points

    def not_picked(self, block: dict, taking: bool) -> Fraction:
        standing = [child for child in block["children"] if self.stands(child)]
        best_first = sorted(standing, key=self.points, reverse=not taking)
        return self.all_points(best_first[block["pick"] :])

    def rests(self, block: dict) -> list[dict]:
        leaves = [node for node in block["children"] if "children" not in node]
        return [x for x in leaves if self.lines[x["code"]]["state"] == "rescale_block"]

    # The whole table.

    def rests_of_the_table(self) -> list[dict]:
        """A leaf outside every block has the whole table for its block."""
        criteria = self.table["criteria"]
        outside = [node["code"] for node in criteria if "children" not in node]
        lines = [self.lines[leaf["code"]] for leaf in leaves_of(criteria)]
        return [
            line
            for line in lines
            if line["state"] == "rescale_total"
            or (line["state"] == "rescale_block" and line["code"] in outside)
        ]

    def total(self) -> Fraction:
        table, criteria = self.table, {"children": self.table["criteria"]}
        for section in ("criteria", "bonuses", "penalties"):
            self.settle(table.get(section) or [], taking=section == "penalties")
        points = self.all_points(table["criteria"])
        if self.rests_of_the_table():
            to = points * self.whole(criteria, WITH_EVERY_REST) / self.available(criteria)
            points = self.adjust("@rescale", points, to)
        points += self.all_points((table.get("bonuses") or []) + (table.get("penalties") or []))
        points = self.hold_down("@bonus_cap", "bonus", points)
        points = self.hold_down("@penalty_cap", "penalty", points)
        if table.get("total_cap") is not None:
            points = self.adjust("@total_cap", points, min(points, table["total_cap"]))
        if table.get("total_floor") is not None:
            points = self.adjust("@total_floor", points, max(points, table["total_floor"]))
        last = rounded(points, rounding_of(table) | {"places": total_places(table)})
        if last != points:
            self.adjustments["@rounding"] = last - points
        return last

    def hold_down(self, code: str, kind: str, points: Fraction) -> Fraction:
        cap = self.table.get(code.removeprefix("@"))
        if cap is None:
            return points
        inside = leaves_of(self.table["criteria"])
        given = self.all_points([x for x in inside if self.lines[x["code"]]["kind"] == kind])
        given += self.all_points(self.table.get(OUTSIDE[kind]) or [])
        kept = min(given, cap) if kind == "bonus" else max(given, -cap)
        return self.adjust(code, points, points + kept - given)

    # Whether there is an answer at all.

    def nothing_left(self) -> bool:
        """No standard leaf was scored, or something is to be made up from nothing."""
        criteria = self.table["criteria"]
        if not any(
            line["kind"] == "standard" and line["state"] == "scored" for line in self.lines.values()
        ):
            return True
        if self.rests_of_the_table() and self.available({"children": criteria}) == 0:
            return True
        return any(self.rests(x) and self.available(x) == 0 for x in blocks_of(criteria))


OUTSIDE = {"bonus": "bonuses", "penalty": "penalties"}


def total_places(table: dict) -> int:
    rounding = rounding_of(table)
    return rounding.get("total_places", rounding["places"])


def largest(maxima: list[Fraction], number: int | None) -> Fraction:
    return sum(sorted(maxima, reverse=True)[:number], Fraction(0))


def blocks_of(nodes: list[dict]) -> list[dict]:
    found = []
    for node in nodes:
        if "children" in node:
            found += [node, *blocks_of(children_of(node))]
    return found
