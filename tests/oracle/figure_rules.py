"""Section 5 of docs/criteria.md: rules on a unit's own figures, exact, or why nothing."""

from fractions import Fraction

from tests.oracle.asked import Asked, held, quantity, ratio
from tests.oracle.formulas import is_absence
from tests.oracle.reading import (
    NOT_APPLICABLE,
    NOT_ARISEN,
    NOT_REPORTED,
    Answer,
    heaviest_absence,
)


def yes_no(rule: dict, asked: Asked) -> Answer:
    value = asked.figure(rule["figure"])
    if is_absence(value):
        return value
    if value not in (0, 1):
        return NOT_REPORTED
    return rule.get("points", asked.most) if value == 1 else rule.get("otherwise", 0)


def bands(rule: dict, asked: Asked) -> Answer:
    value = quantity(rule, asked.answers)
    if is_absence(value):
        return value
    place = band_of(value, rule["bands"], asked.times)
    return rule.get("otherwise", 0) if place is None else rule["bands"][place]["points"]


def band_of(value: Fraction, listed: list[dict], times: Fraction) -> int | None:
    """Number of the first band that holds the value; every end is multiplied."""
    listed = [
        band | {end: band[end] * times for end in ("from", "to") if end in band} for band in listed
    ]
    places = [n for n, band in enumerate(listed) if is_in_band(value, band, listed)]
    return places[0] if places else None


def is_in_band(value: Fraction, band: dict, listed: list[dict]) -> bool:
    start, end = band.get("from"), band.get("to")
    if end is None:
        above = [o for o in listed if "from" in o and (start is None or o["from"] > start)]
        nearest = min(above, key=lambda o: (o["from"], o.get("from_open", False)), default=None)
        if nearest is not None:
            band = band | {"to_closed": nearest.get("from_open", False)}
            end = nearest["from"]
    if start is not None and (value < start or (value == start and band.get("from_open"))):
        return False
    return end is None or value < end or (value == end and band.get("to_closed", False))


def proportional(rule: dict, asked: Asked) -> Answer:
    share = ratio(rule, asked.answers)
    if is_absence(share):
        return share
    full_at = Fraction(rule.get("full_at", 100)) * asked.times
    return min(asked.most * share / (full_at / 100), asked.most)


def steps(rule: dict, asked: Asked) -> Answer:
    value = quantity(rule, asked.answers)
    if is_absence(value):
        return value
    distance = value - rule.get("from", 0) * asked.times
    if rule.get("direction", "above") == "below":
        distance = -distance
    taken = max(Fraction(distance) / rule.get("step", 1), 0)
    if rule.get("whole_steps", True):
        taken = taken // 1
    exact = rule.get("base", 0) + taken * rule["points"]
    return held(exact, rule.get("least", 0), rule.get("most", asked.most))


def count(rule: dict, asked: Asked) -> Answer:
    value = asked.figure(rule["figure"])
    value = 0 if value == NOT_ARISEN else value
    if is_absence(value):
        return value
    return held(value * rule["points"], None, rule.get("most", asked.most))


def deduction(rule: dict, asked: Asked) -> Answer:
    sorts = rule.get("each") or [rule]
    values = [asked.figure(sort["figure"]) for sort in sorts]
    values = [0 if value == NOT_ARISEN else value for value in values]
    absence = heaviest_absence(values)
    if absence:
        return absence
    taken = sum(value * sort["points"] for value, sort in zip(values, sorts, strict=True))
    taken = held(taken, None, rule.get("most", asked.most))
    return taken if asked.kind == "penalty" else asked.most - taken


def checklist(rule: dict, asked: Asked) -> Answer:
    own_points = [item["points"] for item in rule["items"] if isinstance(item, dict)]
    keys = [item["figure"] if isinstance(item, dict) else item for item in rule["items"]]
    items = [asked.figure(key) for key in keys]
    if any(item not in (0, 1, NOT_ARISEN, NOT_APPLICABLE) for item in items):
        return NOT_REPORTED
    left = [item for item in items if not is_absence(item)]
    if not left:
        return NOT_ARISEN if NOT_ARISEN in items else NOT_APPLICABLE
    done = sum(left)
    if own_points:
        given = sum(each for item, each in zip(items, own_points, strict=True) if item == 1)
        if rule.get("make_up"):
            worth = sum(
                each for item, each in zip(items, own_points, strict=True) if item in (0, 1)
            )
            if worth == 0:
                return NOT_ARISEN if NOT_ARISEN in items else NOT_APPLICABLE
            given = given * Fraction(sum(own_points)) / worth
        return held(given, None, asked.most)
    if "points_each" in rule:
        return held(done * rule["points_each"], None, asked.most)
    if "required" in rule:
        return asked.most if done >= min(rule["required"], len(left)) else 0
    return asked.most * Fraction(done, len(left))


def options(rule: dict, asked: Asked) -> Answer:
    value = asked.figure(rule["figure"])
    if is_absence(value):
        return value
    grades = range(1, len(rule["points"]) + 1)
    return rule["points"][int(value) - 1] if value in grades else NOT_REPORTED


def table(rule: dict, asked: Asked) -> Answer:
    values = [quantity(rule[axis], asked.answers) for axis in ("rows", "columns")]
    absence = heaviest_absence(values)
    if absence:
        return absence
    row = band_of(values[0], rule["rows"]["bands"], asked.times)
    column = band_of(values[1], rule["columns"]["bands"], asked.times)
    if row is None or column is None:
        return rule.get("otherwise", 0)
    return rule["points"][row][column]


def sample(rule: dict, asked: Asked) -> Answer:
    good, number = asked.figure(rule["good"]), asked.figure(rule["asked"])
    absence = heaviest_absence([good, number])
    if absence:
        return absence
    if number == 0:
        return NOT_ARISEN
    fewer = rule.get("fewer", "pending")
    if number < rule["size"] and fewer == "pending":
        return NOT_REPORTED
    given = min(good, number) * rule["points"]
    if number > rule["size"] or (number < rule["size"] and fewer == "pro_rata"):
        given = given * rule["size"] / number
    return held(given, None, asked.most)
