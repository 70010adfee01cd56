"""Section 8 of docs/criteria.md: the class of one unit, before quotas."""

from fractions import Fraction

from tests.oracle.blocks import WITH_EVERY_REST, Reckoning, blocks_of
from tests.oracle.formulas import Known, is_absence, value_of
from tests.oracle.reading import (
    NOT_REPORTED,
    Answer,
    is_a_quarter,
    is_due,
    sent_a_self_score,
)
from tests.oracle.rules import veto_holds

# Below every class: a veto may leave a unit without any.
UNCLASSIFIED = "không xếp loại"


def known_card(reckoning: Reckoning, total: Fraction, answers: dict) -> Known:
    """What points(…), share(…) and total mean on a finished card."""
    points, shares = {}, {}
    for code, line in reckoning.lines.items():
        if line["state"] == "scored":
            points[code] = line["points"]
            shares[code] = share_of(line["points"], line["max"])
    table = reckoning.table
    for block in blocks_of(table["criteria"] + (table.get("bonuses") or [])):
        if reckoning.stands(block):
            points[block["code"]] = reckoning.blocks[block["code"]]
            maximum = reckoning.maximum(block, WITH_EVERY_REST)
            shares[block["code"]] = share_of(points[block["code"]], maximum)
    return Known(answers, points, shares, total)


def share_of(points: Fraction, maximum: Fraction | None) -> Answer:
    return 100 * Fraction(points) / maximum if maximum else NOT_REPORTED


def class_of(
    table: dict, reckoning: Reckoning, total: Fraction, answers: dict, period: str | None
) -> str | None:
    if is_a_quarter(period) or not table.get("classes"):
        return None
    reached = [each for each in table["classes"] if is_reached(each, total)]
    name = first_fitting(table, reached, reckoning, known_card(reckoning, total, answers))
    return held_down(table, name, answers, period)


def is_reached(each: dict, total: Fraction) -> bool:
    start = each.get("from")
    return start is None or total > start or (total == start and not each.get("from_open"))


def first_fitting(
    table: dict, reached: list[dict], reckoning: Reckoning | None, known: Known
) -> str | None:
    """The first of these classes whose requirements hold; None: left to people."""
    for each in reached:
        answers = [meets(asked, reckoning, known) for asked in each.get("requires", [])]
        if False in answers:
            if table.get("fallthrough", "next_lower") == "manual":
                return None
            continue
        return None if any(is_absence(answer) for answer in answers) else each["name"]
    return None


def meets(asked: str | dict, reckoning: Reckoning | None, known: Known) -> bool | str:
    if asked == "no_zero":
        lines = [line for line in reckoning.lines.values() if line["kind"] == "standard"]
        return not any(line["points"] == 0 and line["max"] > 0 for line in lines)
    if asked == "all_passed":
        waiting = any(line["state"] == "pending" for line in reckoning.lines.values())
        return not waiting and meets("no_zero", reckoning, known)
    if "each_block" in asked:
        topmost = [node for node in reckoning.table["criteria"] if "children" in node]
        return all(
            reckoning.points(block)
            >= reckoning.maximum(block, WITH_EVERY_REST) * asked["each_block"] / Fraction(100)
            for block in topmost
        )
    return value_of(asked["when"], known.answers, known)


def held_down(table: dict, name: str | None, answers: dict, period: str | None) -> str | None:
    """After the class caps, then the vetoes; a condition nobody answered may leave it open."""
    order = [each["name"] for each in table["classes"]] + [UNCLASSIFIED]
    caps = [cap for cap in table.get("class_caps") or [] if is_due(cap, period)]
    vetoes = [veto for veto in table.get("vetoes") or [] if is_due(veto, period)]
    if name is not None:
        limits = [cap["at_most"] for cap in caps if strikes(cap, answers) is True]
        name = max([name, *limits], key=order.index)
    struck = [result_of(veto) for veto in vetoes if strikes(veto, answers) is True]
    name = max(struck + ([name] if name else []), key=order.index, default=None)
    for each in caps + vetoes:
        open_still = each.get("missing") == "pending" and strikes(each, answers) == NOT_REPORTED
        if name and open_still and order.index(result_of(each)) > order.index(name):
            return None
    return None if name == UNCLASSIFIED else name


def result_of(each: dict) -> str:
    if each.get("unclassified"):
        return UNCLASSIFIED
    return each.get("class") or each["at_most"]


def strikes(each: dict, answers: dict) -> bool | str:
    return veto_holds(each["rule"], answers, sent_a_self_score(answers))


def class_without_a_total(table: dict, answers: dict, period: str | None) -> str | None:
    """Only a veto on the missing self-score, or one that strikes always, reaches a unit that has no
    place."""
    return held_always(table, None, answers, period)


def held_always(table: dict, name: str | None, answers: dict, period: str | None) -> str | None:
    if is_a_quarter(period):
        return None
    order = [each["name"] for each in table.get("classes") or []] + [UNCLASSIFIED]
    vetoes = [veto for veto in table.get("vetoes") or [] if is_due(veto, period)]
    always = [x for x in vetoes if x["rule"].get("not_submitted") or x.get("always")]
    struck = [result_of(veto) for veto in always if strikes(veto, answers) is True]
    name = max(struck + ([name] if name else []), key=order.index, default=None)
    return None if name == UNCLASSIFIED else name
