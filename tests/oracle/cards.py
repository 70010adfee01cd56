"""Whole cards and the ranking, section by section of docs/criteria.md."""

from tests.oracle import pass_fail
from tests.oracle.asked import quantity
from tests.oracle.blocks import Reckoning, total_places
from tests.oracle.checks import waits_for_a_check, warnings_of
from tests.oracle.classes import class_of, class_without_a_total, known_card
from tests.oracle.exemption import exempted
from tests.oracle.formulas import is_absence
from tests.oracle.lines import lines_of, rounding_of, shown
from tests.oracle.places import apply_quotas, placed
from tests.oracle.reading import group_of, sent_a_self_score


def ranking(table: dict, facts: dict, period: str | None = None, group: str | None = None) -> dict:
    cards = scorecards(table, facts, period)
    places = placed(table, cards, facts)
    apply_quotas(table, places, facts, period)
    places.sort(key=lambda place: (group_of(facts[place["unit"]]), place["rank"], place["unit"]))
    named = {place["unit"] for place in places}
    unranked = sorted(card["unit"] for card in cards if card["unit"] not in named)

    def is_asked_for(unit: str) -> bool:
        return group is None or group_of(facts[unit]) == group

    return {
        "places": [place for place in places if is_asked_for(place["unit"])],
        "unranked": [unit for unit in unranked if is_asked_for(unit)],
    }


def scorecards(table: dict, facts: dict, period: str | None = None) -> list[dict]:
    """A card for each unit; the class is the one before quotas."""
    card_of = CARDS[table.get("kind", "points")]
    return [card_of(table, unit, facts, period) for unit in sorted(facts)]


def card_of_points(table: dict, unit: str, facts: dict, period: str | None) -> dict:
    answers = facts[unit]
    lines = lines_of(table, answers, facts, period)
    reckoning, exempt = Reckoning(table, lines), exempted(table, answers)
    card = {
        "unit": unit,
        "total": None,
        "class": None if exempt else class_without_a_total(table, answers, period),
        "pending": [code for code, line in lines.items() if line["state"] == "pending"],
        "warnings": warnings_of(table, answers),
        "lines": [{"code": code, "final": line["final"]} for code, line in lines.items()],
    }
    unanswered = exempt or card["pending"] or not sent_a_self_score(answers)
    if unanswered or waits_for_a_check(table, answers, period) or reckoning.nothing_left():
        return card
    total = reckoning.total()
    finest = max([rounding_of(table)["places"], *(line["places"] for line in lines.values())])
    made = [
        {"code": code, "final": shown(more, finest)} for code, more in reckoning.adjustments.items()
    ]
    return card | {
        "total": shown(total, total_places(table)),
        "class": class_of(table, reckoning, total, answers, period),
        "known": known_card(reckoning, total, answers),
        "lines": card["lines"] + made,
    }


def card_of_an_order(table: dict, unit: str, facts: dict, period: str | None) -> dict:
    """A table without points only says who can be placed."""
    answers = facts[unit]
    first = quantity(table["ranking"]["chain"][0], answers)
    return {
        "unit": unit,
        "total": None,
        "class": None,
        "pending": [],
        "warnings": warnings_of(table, answers),
        "lines": [],
        "has_an_order": sent_a_self_score(answers)
        and not is_absence(first)
        and not exempted(table, answers),
    }


CARDS = {
    "points": card_of_points,
    "pass_fail": pass_fail.card_of,
    "rank_only": card_of_an_order,
}
