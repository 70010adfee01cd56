"""Section 8 of docs/criteria.md: places within groups, and the quotas that follow from them."""

from collections.abc import Callable
from fractions import Fraction

from tests.oracle.asked import quantity
from tests.oracle.formulas import Known, is_absence, value_of
from tests.oracle.lines import rounded
from tests.oracle.reading import NOT_REPORTED, figure, group_of, is_a_quarter

FIRST, SECOND, SAME = 1, -1, 0


def placed(table: dict, cards: list[dict], facts: dict) -> list[dict]:
    """Every ranked unit with its place; the class is the one before quotas."""
    ranked = [card for card in cards if is_ranked(table, card, facts)]
    return [
        {
            "rank": rank_of(table, card, ranked, facts),
            "unit": card["unit"],
            "total": card["total"],
            "class": card["class"],
        }
        for card in ranked
    ]


def is_ranked(table: dict, card: dict, facts: dict) -> bool:
    if table.get("kind") == "pass_fail":
        return False
    return card["total"] is not None or bool(card.get("has_an_order"))


def rank_of(table: dict, card: dict, ranked: list[dict], facts: dict) -> int:
    group = group_of(facts[card["unit"]])
    above = [
        other
        for other in ranked
        if group_of(facts[other["unit"]]) == group and first_of(table, other, card, facts) == FIRST
    ]
    rule = table.get("ranking", {})
    if "dense" in (rule.get("ties"), rule.get("numbering")):
        # Of those that nothing parts only the first is counted.
        return 1 + sum(
            all(first_of(table, one, other, facts) != SAME for one in above[:place])
            for place, other in enumerate(above)
        )
    return 1 + len(above)


def first_of(table: dict, one: dict, other: dict, facts: dict) -> int:
    """Which of two ranked units of a group stands above."""
    rule = table.get("ranking", {})
    if table.get("kind") != "rank_only":
        order = compared(Fraction(one["total"]), Fraction(other["total"]))
        if order != SAME or rule.get("ties", "shared") != "chain":
            return order
    for link in rule["chain"]:
        order = compared(indicator(link, one, facts), indicator(link, other, facts))
        if order != SAME:
            return order
    if rule.get("then", "shared") == "manual":
        return compared(given_order(one, facts), given_order(other, facts))
    return SAME


def compared(one: Fraction | str, other: Fraction | str) -> int:
    """The higher stands above; a unit without an answer comes after those with one."""
    if is_absence(one) or is_absence(other):
        return is_absence(other) - is_absence(one)
    return SAME if one == other else (FIRST if one > other else SECOND)


def indicator(link: dict, card: dict, facts: dict) -> Fraction | str:
    answers = facts[card["unit"]]
    if "formula" in link:
        known = card.get("known") or Known(answers, {}, {}, NOT_REPORTED)
        value = value_of(link["formula"], answers, known)
    else:
        value = quantity(link, answers)
    if is_absence(value):
        return value
    return -value if link.get("better", "high") == "low" else value


def given_order(card: dict, facts: dict) -> Fraction | str:
    value = figure(facts[card["unit"]], "@tie")
    return value if is_absence(value) else -value


# Quotas, one after the other as written.


def apply_quotas(table: dict, places: list[dict], facts: dict, period: str | None) -> None:
    if is_a_quarter(period):
        return
    for quota in table.get("quotas") or []:
        if quota.get("among", "group") == "all":
            apply_quota(table, quota, places, lambda place: -Fraction(place["total"]))
            continue
        for group in {group_of(facts[place["unit"]]) for place in places}:
            sharing = [p for p in places if group_of(facts[p["unit"]]) == group]
            apply_quota(table, quota, sharing, lambda place: place["rank"])


def apply_quota(table: dict, quota: dict, sharing: list[dict], key: Callable) -> None:
    names = [each["name"] for each in table["classes"]]
    below = names[names.index(quota["class"]) + 1]
    holders = [place for place in sharing if place["class"] == quota["class"]]
    room = room_of(quota, sharing)
    at_edge = {"none": below, "all": quota["class"], "manual": None}[quota.get("at_tie", "none")]
    for place in holders:
        above = sum(key(other) < key(place) for other in holders)
        level = sum(key(other) == key(place) for other in holders)
        if above + level > room:
            place["class"] = at_edge if above < room else below


def room_of(quota: dict, sharing: list[dict]) -> int:
    if "count" in quota:
        return quota["count"]
    counted = [p for p in sharing if "of" not in quota or p["class"] in quota["of"]]
    exact = Fraction(quota["percent"]) * len(counted) / 100
    room = int(rounded(exact, {"places": 0, "mode": quota.get("rounding", "down")}))
    return max(room, quota.get("least", 0))
