"""The scoring again, slow and obvious, sharing no code: written from docs/criteria.md alone."""

import csv
import io
from fractions import Fraction

import yaml

NOT_REPORTED, NOT_ARISEN, NOT_APPLICABLE = "not reported", "KPS", "KAD"


class ExactLoader(yaml.SafeLoader):
    """Reads 0.1 as one tenth."""


def exact_number(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> Fraction:
    return Fraction(loader.construct_scalar(node).replace("_", ""))


ExactLoader.add_constructor("tag:yaml.org,2002:float", exact_number)


def load_set(text: str) -> dict:
    return yaml.load(text, Loader=ExactLoader)


def load_facts(text: str) -> dict:
    facts: dict = {}
    for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))):
        facts.setdefault(row["unit"], {})[row["indicator"]] = row["value"]
    return facts


def ranking(table: dict, facts: dict, period: str | None = None, group: str | None = None) -> dict:
    cards = [
        card
        for card in scorecards(table, facts, period)
        if group is None or group_of(facts, card["unit"]) == group
    ]
    ranked = [card for card in cards if card["total"] is not None]
    places = [
        {
            "rank": 1 + sum(1 for other in ranked if stands_above(other, card, facts)),
            "unit": card["unit"],
            "total": card["total"],
            "class": card["class"],
        }
        for card in ranked
    ]
    places.sort(key=lambda place: (group_of(facts, place["unit"]), place["rank"], place["unit"]))
    unranked = sorted(card["unit"] for card in cards if card["total"] is None)
    return {"places": places, "unranked": unranked}


def group_of(facts: dict, unit: str) -> str:
    return facts[unit].get("@group", "")


def stands_above(other: dict, card: dict, facts: dict) -> bool:
    same_group = group_of(facts, other["unit"]) == group_of(facts, card["unit"])
    return same_group and Fraction(other["total"]) > Fraction(card["total"])


def scorecards(table: dict, facts: dict, period: str | None = None) -> list[dict]:
    return [scorecard(table, unit, facts[unit], period) for unit in sorted(facts)]


def scorecard(table: dict, unit: str, answers: dict, period: str | None) -> dict:
    standard = [
        score(table, leaf, "standard", answers, period) for leaf in leaves_of(table["criteria"])
    ]
    bonuses = [score(table, leaf, "bonus", answers, period) for leaf in table.get("bonuses") or []]
    penalties = [
        score(table, leaf, "penalty", answers, period) for leaf in table.get("penalties") or []
    ]
    scored = standard + bonuses + penalties
    pending = [line["code"] for line in scored if line["state"] == "pending"]
    no_way_to_rescale = with_nothing_left(table, standard)
    lines = [{"code": line["code"], "final": shown(table, line["points"])} for line in scored]
    counted = [line for line in standard if line["state"] == "scored"]
    if pending or no_way_to_rescale or not counted or not sent_a_self_score(answers):
        given = class_without_a_total(table, answers, period)
        return {"unit": unit, "total": None, "class": given, "pending": pending, "lines": lines}

    adjustments = all_adjustments(table, standard, bonuses, penalties)
    total = points_of(scored) + sum(points for _, points in adjustments)
    lines += [
        {"code": code, "final": shown(table, points)} for code, points in adjustments if points != 0
    ]
    return {
        "unit": unit,
        "total": shown(table, total),
        "class": class_of(table, total, standard, answers, period),
        "pending": [],
        "lines": lines,
    }


# Section 2: the tree, the periods, the rounding.


def leaves_of(nodes: list[dict]) -> list[dict]:
    found = []
    for node in nodes:
        found += leaves_of(node["children"]) if "children" in node else [node]
    return found


def is_due(node: dict, period: str | None) -> bool:
    if period is None:
        return True
    name = period.partition("-")[2] or "Y"
    return name in node.get("periods", ["Q1", "Q2", "Q3", "Q4", "Y"])


def sent_a_self_score(answers: dict) -> bool:
    return any(
        value != "" and indicator != "@group" and not indicator.startswith("@attr.")
        for indicator, value in answers.items()
    )


def places_of(table: dict) -> int:
    return (table.get("rounding") or {}).get("places", 2)


def rounded(table: dict, value: Fraction) -> Fraction:
    scaled = abs(Fraction(value)) * 10 ** places_of(table)
    whole, rest = scaled // 1, scaled % 1
    mode = (table.get("rounding") or {}).get("mode", "half_up")
    goes_on = {
        "half_up": rest >= Fraction(1, 2),
        "half_even": rest > Fraction(1, 2) or (rest == Fraction(1, 2) and whole % 2 == 1),
        "down": False,
        "up": rest > 0,
    }[mode]
    size = Fraction(whole + (1 if goes_on else 0), 10 ** places_of(table))
    return -size if value < 0 else size


def shown(table: dict, value: Fraction | None) -> str | None:
    if value is None:
        return None
    digits = str(abs(int(value * 10 ** places_of(table))))
    sign = "-" if value < 0 else ""
    if places_of(table) == 0:
        return sign + digits
    digits = digits.rjust(places_of(table) + 1, "0")
    return f"{sign}{digits[: -places_of(table)]}.{digits[-places_of(table) :]}"


# One line: period, appraisal, rule, no figure, evidence, limits, rounding.


def score(table: dict, leaf: dict, kind: str, answers: dict, period: str | None) -> dict:
    """The state is out, scored, pending, exclude, rescale_block or rescale_total."""
    state, exact = outcome_of(leaf, kind, answers) if is_due(leaf, period) else ("out", None)
    points = None
    if state == "scored":
        least, most = (-leaf["max"], 0) if kind == "penalty" else (0, leaf["max"])
        points = rounded(table, held(exact, least, most))
    return {"code": leaf["code"], "state": state, "points": points}


def outcome_of(leaf: dict, kind: str, answers: dict) -> tuple[str, Fraction | None]:
    appraised = figure(answers, "@appraised." + leaf["code"])
    if appraised != NOT_REPORTED:
        return "scored", -abs(appraised) if kind == "penalty" else appraised
    if leaf["rule"]["type"] == "assessed":
        return "pending", None
    value = RULES[leaf["rule"]["type"]](leaf, kind, leaf["rule"], answers)
    if value == NOT_REPORTED:
        return ("scored", 0) if leaf.get("missing") == "zero" else ("pending", None)
    if value in (NOT_ARISEN, NOT_APPLICABLE):
        key = "not_arisen" if value == NOT_ARISEN else "not_applicable"
        word = leaf.get(key, "pending")
        if word == "full":
            return "scored", leaf["max"] if kind == "standard" else 0
        return ("scored", 0) if word == "zero" else (word, None)
    signed = -value if kind == "penalty" else value
    return "scored", after_evidence(leaf, signed, answers)


def after_evidence(leaf: dict, points: Fraction, answers: dict) -> Fraction:
    evidence = leaf.get("evidence")
    if not evidence:
        return points
    pieces = Fraction(answers.get("@evidence." + leaf["code"]) or 0)
    if evidence["missing"] == "zero":
        return points if pieces > 0 else 0
    short = max(evidence.get("required", 1) - pieces, 0)
    return points - min(short * evidence["points"], evidence.get("most", leaf["max"]))


def held(value: Fraction, least: Fraction, most: Fraction) -> Fraction:
    return max(least, min(value, most))


# Section 4: a rule gives a fraction, or says that there is no figure.


def figure(answers: dict, key: str) -> Fraction | str:
    value = answers.get(key, "")
    if value == "":
        return NOT_REPORTED
    return value if value in (NOT_ARISEN, NOT_APPLICABLE) else Fraction(value)


def absence_among(figures: list) -> str | None:
    for absence in (NOT_REPORTED, NOT_APPLICABLE, NOT_ARISEN):
        if absence in figures:
            return absence
    return None


def ratio(answers: dict, rule: dict) -> Fraction | str:
    part, whole = figure(answers, rule["part"]), figure(answers, rule["whole"])
    absence = absence_among([part, whole])
    if absence:
        return absence
    return NOT_ARISEN if whole == 0 else part / whole


def figure_or_percent(answers: dict, rule: dict) -> Fraction | str:
    if "percent" not in rule:
        return figure(answers, rule["figure"])
    share = ratio(answers, rule["percent"])
    return share if isinstance(share, str) else 100 * share


def yes_no(leaf: dict, kind: str, rule: dict, answers: dict) -> Fraction | str:
    value = figure(answers, rule["figure"])
    if isinstance(value, str):
        return value
    if value not in (0, 1):
        return NOT_REPORTED
    return rule.get("points", leaf["max"]) if value == 1 else rule.get("otherwise", 0)


def bands(leaf: dict, kind: str, rule: dict, answers: dict) -> Fraction | str:
    value = figure_or_percent(answers, rule)
    if isinstance(value, str):
        return value
    for band in rule["bands"]:
        if is_in_band(value, band, rule["bands"]):
            return band["points"]
    return rule.get("otherwise", 0)


def is_in_band(value: Fraction, band: dict, all_bands: list[dict]) -> bool:
    start, end = band.get("from"), band.get("to")
    if end is None:
        above = [o for o in all_bands if "from" in o and (start is None or o["from"] > start)]
        nearest = min(above, key=lambda o: (o["from"], o.get("from_open", False)), default=None)
        if nearest is not None:
            band = band | {"to_closed": nearest.get("from_open", False)}
            end = nearest["from"]
    if start is not None and (value < start or (value == start and band.get("from_open"))):
        return False
    return end is None or value < end or (value == end and band.get("to_closed", False))


def proportional(leaf: dict, kind: str, rule: dict, answers: dict) -> Fraction | str:
    share = ratio(answers, rule)
    if isinstance(share, str):
        return share
    return min(leaf["max"] * share / Fraction(rule.get("full_at", 100), 100), leaf["max"])


def steps(leaf: dict, kind: str, rule: dict, answers: dict) -> Fraction | str:
    value = figure_or_percent(answers, rule)
    if isinstance(value, str):
        return value
    distance = value - rule.get("from", 0)
    if rule.get("direction", "above") == "below":
        distance = -distance
    taken = max(distance / rule.get("step", 1), 0)
    if rule.get("whole_steps", True):
        taken = taken // 1
    exact = rule.get("base", 0) + taken * rule["points"]
    return held(exact, rule.get("least", 0), rule.get("most", leaf["max"]))


def count(leaf: dict, kind: str, rule: dict, answers: dict) -> Fraction | str:
    value = figure(answers, rule["figure"])
    value = 0 if value == NOT_ARISEN else value
    if isinstance(value, str):
        return value
    return min(value * rule["points"], rule.get("most", leaf["max"]))


def deduction(leaf: dict, kind: str, rule: dict, answers: dict) -> Fraction | str:
    sorts = rule.get("each") or [rule]
    values = [figure(answers, sort["figure"]) for sort in sorts]
    values = [0 if value == NOT_ARISEN else value for value in values]
    absence = absence_among(values)
    if absence:
        return absence
    taken = sum(value * sort["points"] for value, sort in zip(values, sorts, strict=True))
    taken = min(taken, rule.get("most", leaf["max"]))
    return taken if kind == "penalty" else leaf["max"] - taken


def days_late(leaf: dict, kind: str, rule: dict, answers: dict) -> Fraction | str:
    days = figure(answers, "@days_late." + rule["form"])
    missed = figure(answers, "@missed." + rule["form"])
    missed = 0 if isinstance(missed, str) else missed
    if days == NOT_APPLICABLE:
        return days
    days = 0 if days == NOT_ARISEN else days
    if days == NOT_REPORTED or ("per_missed" not in rule and missed >= 1):
        kept = rule.get("not_submitted", 0)
        return leaf["max"] - kept if kind == "penalty" else kept
    beyond = max(days - rule.get("grace", 0), 0)
    taken = min(rule["per_day"] * beyond, rule.get("most", leaf["max"]))
    taken += rule.get("per_missed", 0) * missed
    return taken if kind == "penalty" else max(leaf["max"] - taken, 0)


def checklist(leaf: dict, kind: str, rule: dict, answers: dict) -> Fraction | str:
    items = [figure(answers, key) for key in rule["items"]]
    if any(item not in (0, 1, NOT_ARISEN, NOT_APPLICABLE) for item in items):
        return NOT_REPORTED
    left = [item for item in items if not isinstance(item, str)]
    if not left:
        return NOT_ARISEN if NOT_ARISEN in items else NOT_APPLICABLE
    done = sum(left)
    if "points_each" in rule:
        return min(done * rule["points_each"], leaf["max"])
    if "required" in rule:
        return leaf["max"] if done >= min(rule["required"], len(left)) else 0
    return leaf["max"] * Fraction(done, len(left))


RULES = {
    "yes_no": yes_no,
    "bands": bands,
    "proportional": proportional,
    "steps": steps,
    "count": count,
    "deduction": deduction,
    "days_late": days_late,
    "checklist": checklist,
}

# Sections 5 and 7: adjustments. All are reckoned from rounded lines, inner blocks first; in one
# block the rescaling comes before the cap.


def points_of(lines: list[dict]) -> Fraction:
    return sum((line["points"] for line in lines if line["points"] is not None), Fraction(0))


def all_adjustments(
    table: dict, standard: list[dict], bonuses: list[dict], penalties: list[dict]
) -> list[tuple[str, Fraction]]:
    by_code = {line["code"]: line for line in standard}
    points, adjustments = settle(table, table["criteria"], by_code)

    def adjust(code: str, to: Fraction, now: Fraction) -> None:
        nonlocal points
        adjustments.append((code, rounded(table, to - now)))
        points += adjustments[-1][1]

    if any(is_left_to_the_total(line, table) for line in standard):
        whole = most_of(table["criteria"], by_code, ("scored", "rescale_block", "rescale_total"))
        adjust("@rescale", points * whole / reached_by_blocks(table, by_code), points)
    added, taken = points_of(bonuses), points_of(penalties)
    points += added + taken
    if table.get("bonus_cap") is not None:
        adjust("@bonus_cap", min(added, table["bonus_cap"]), added)
    if table.get("penalty_cap") is not None:
        adjust("@penalty_cap", max(taken, -table["penalty_cap"]), taken)
    if table.get("total_cap") is not None:
        adjust("@total_cap", min(points, table["total_cap"]), points)
    return adjustments


def settle(
    table: dict, nodes: list[dict], by_code: dict
) -> tuple[Fraction, list[tuple[str, Fraction]]]:
    """Points of these nodes after the adjustments of all blocks among and below them."""
    points, adjustments = Fraction(0), []
    for node in nodes:
        if "children" not in node:
            points += by_code[node["code"]]["points"] or 0
            continue
        inside, below = settle(table, node["children"], by_code)
        adjustments += below
        if leaves_to_rescale(node, by_code):
            whole = most_of(node["children"], by_code, ("scored", "rescale_block"))
            more = rounded(table, inside * whole / scored_in(node, by_code) - inside)
            adjustments.append(("@rescale." + node["code"], more))
            inside += more
        if node.get("cap") and "max" in node and inside > node["max"]:
            less = rounded(table, node["max"] - inside)
            adjustments.append(("@cap." + node["code"], less))
            inside += less
        points += inside
    return points, adjustments


def most_of(nodes: list[dict], by_code: dict, states: tuple[str, ...]) -> Fraction:
    """What the leaves in these states can give; a capped block gives no more than its cap."""
    most = Fraction(0)
    for node in nodes:
        if "children" in node:
            inside = most_of(node["children"], by_code, states)
            most += min(inside, node["max"]) if node.get("cap") and "max" in node else inside
        elif by_code[node["code"]]["state"] in states:
            most += node["max"]
    return most


def leaves_to_rescale(block: dict, by_code: dict) -> list[dict]:
    leaves = [node for node in block["children"] if "children" not in node]
    return [leaf for leaf in leaves if by_code[leaf["code"]]["state"] == "rescale_block"]


def scored_in(block: dict, by_code: dict) -> Fraction:
    """The maximum that the block's points stand for before the block itself is rescaled."""
    leaves = [node for node in block["children"] if "children" not in node]
    blocks = [node for node in block["children"] if "children" in node]
    inside = most_of(blocks, by_code, ("scored", "rescale_block"))
    return most_of(leaves, by_code, ("scored",)) + inside


def is_left_to_the_total(line: dict, table: dict) -> bool:
    """A leaf outside every block has the whole table for its block."""
    outside = any(node["code"] == line["code"] for node in table["criteria"])
    return line["state"] == "rescale_total" or (outside and line["state"] == "rescale_block")


def reached_by_blocks(table: dict, by_code: dict) -> Fraction:
    return scored_in({"children": table["criteria"]}, by_code)


def with_nothing_left(table: dict, standard: list[dict]) -> list[str]:
    # A pending leaf is still to come, so it is something left.
    came = {"pending": "scored"}
    by_code = {x["code"]: x | {"state": came.get(x["state"], x["state"])} for x in standard}
    words = ("exclude", "rescale_block", "rescale_total")
    if not any(line["state"] in ("scored", "pending") for line in standard):
        return [line["code"] for line in standard if line["state"] in words]
    codes: list[str] = []
    for block in blocks_of(table["criteria"]):
        if scored_in(block, by_code) == 0:
            codes += [leaf["code"] for leaf in leaves_to_rescale(block, by_code)]
    if reached_by_blocks(table, by_code) == 0:
        codes += [line["code"] for line in standard if is_left_to_the_total(line, table)]
    return codes


def blocks_of(nodes: list[dict]) -> list[dict]:
    found = []
    for node in nodes:
        if "children" in node:
            found += [node, *blocks_of(node["children"])]
    return found


# Section 7: classes, class caps, vetoes.


def class_of(
    table: dict, total: Fraction, standard: list[dict], answers: dict, period: str | None
) -> str | None:
    if is_a_quarter(period) or not table.get("classes"):
        return None
    names = [each["name"] for each in table["classes"]]
    caps = [cap for cap in table.get("class_caps") or [] if is_due(cap, period)]
    vetoes = [veto for veto in table.get("vetoes") or [] if is_due(veto, period)]
    name = class_by_points(table, total, standard)
    if name is not None:
        limits = [cap["at_most"] for cap in caps if strikes(cap, answers)]
        name = max([name, *limits], key=names.index)
    struck = [veto["class"] for veto in vetoes if strikes(veto, answers)]
    name = max(struck + ([name] if name else []), key=names.index, default=None)
    # A condition nobody answered leaves the class open if it could still bring it down.
    for each in caps + vetoes:
        result = each.get("class") or each.get("at_most")
        if name and is_open(each, answers) and names.index(result) > names.index(name):
            return None
    return name


def is_a_quarter(period: str | None) -> bool:
    return period is not None and "-" in period


def class_by_points(table: dict, total: Fraction, standard: list[dict]) -> str | None:
    maxima = {leaf["code"]: leaf["max"] for leaf in leaves_of(table["criteria"])}
    any_zero = any(line["points"] == 0 and maxima[line["code"]] > 0 for line in standard)
    for each in table["classes"]:
        start = each.get("from")
        if start is not None and (total < start or (total == start and each.get("from_open"))):
            continue
        if not ("no_zero" in each.get("requires", []) and any_zero):
            return each["name"]
        if table.get("fallthrough", "next_lower") == "manual":
            return None
    return None


def strikes(veto: dict, answers: dict) -> bool:
    rule = veto["rule"]
    if rule.get("not_submitted"):
        return not sent_a_self_score(answers)
    value = figure(answers, rule["figure"])
    if isinstance(value, str):
        return False
    return value >= rule["at_least"] if "at_least" in rule else value == 1


def is_open(veto: dict, answers: dict) -> bool:
    if veto.get("missing") != "pending" or "figure" not in veto["rule"]:
        return False
    value = figure(answers, veto["rule"]["figure"])
    no_answer = "at_least" not in veto["rule"] and value not in (0, 1, NOT_ARISEN, NOT_APPLICABLE)
    return value == NOT_REPORTED or no_answer


def class_without_a_total(table: dict, answers: dict, period: str | None) -> str | None:
    """Only a veto on the missing self-score reaches a unit that has no place."""
    if is_a_quarter(period) or sent_a_self_score(answers):
        return None
    names = [each["name"] for each in table.get("classes") or []]
    vetoes = [veto for veto in table.get("vetoes") or [] if is_due(veto, period)]
    struck = [veto["class"] for veto in vetoes if veto["rule"].get("not_submitted")]
    return max(struck, key=names.index, default=None)
