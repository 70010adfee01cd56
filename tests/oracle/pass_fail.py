"""Section 9 of docs/criteria.md: đạt, không đạt, chờ."""

from fractions import Fraction

from tests.oracle.checks import waits_for_a_check, warnings_of
from tests.oracle.classes import class_without_a_total, first_fitting, held_always, held_down
from tests.oracle.exemption import exempted
from tests.oracle.formulas import Known
from tests.oracle.lines import lines_of
from tests.oracle.reading import is_a_quarter, sent_a_self_score

PASSED, FAILED, WAITS, LEFT_OUT = "đạt", "không đạt", "chờ", None


def card_of(table: dict, unit: str, facts: dict, period: str | None) -> dict:
    answers = facts[unit]
    lines = lines_of(table, answers, facts, period)
    results = {code: result_of_leaf(line) for code, line in lines.items()}
    whole = result_of(table["criteria"], "all", results)
    waits = waits_for_a_check(table, answers, period) or whole is LEFT_OUT
    result = WAITS if waits else whole
    return {
        "unit": unit,
        "total": None,
        "class": class_of(table, result, lines, answers, period),
        "result": result if sent_a_self_score(answers) else None,
        "pending": [code for code, line in lines.items() if line["state"] == "pending"],
        "warnings": warnings_of(table, answers),
        "lines": [{"code": code, "result": result} for code, result in results.items()],
    }


def result_of_leaf(line: dict) -> str | None:
    if line["state"] == "pending":
        return WAITS
    if line["state"] != "scored":
        return LEFT_OUT
    return PASSED if line["exact"] == line["max"] else FAILED


def result_of(nodes: list[dict], required: int | str, results: dict) -> str | None:
    """`results` holds the leaves, and gets the blocks."""
    for node in nodes:
        if "children" in node:
            asked = node.get("required", "all")
            results[node["code"]] = result_of(node["children"], asked, results)
    found = [results[node["code"]] for node in nodes if results[node["code"]] is not LEFT_OUT]
    if not found:
        return LEFT_OUT
    needed = len(found) if required == "all" else required
    if found.count(PASSED) >= needed:
        return PASSED
    return FAILED if len(found) - found.count(FAILED) < needed else WAITS


def class_of(
    table: dict, result: str, lines: dict, answers: dict, period: str | None
) -> str | None:
    if is_a_quarter(period) or exempted(table, answers):
        return None
    if not sent_a_self_score(answers):
        return class_without_a_total(table, answers, period)
    given = table.get("classes") or [{"name": "Đạt"}, {"name": "Chưa đạt"}]
    table = table | {"classes": given}
    card = OnlyLines(lines)
    known = Known(answers, {}, {}, Fraction(0))
    reached = [each for each in given if given_for(each, given) in REACHED[result]]
    name = first_fitting(table, reached, card, known)
    held = held_always if result == WAITS else held_down
    return held(table, name, answers, period)


def given_for(each: dict, listed: list[dict]) -> str | None:
    usual = "failed" if each is listed[-1] else "passed"
    return WORDS[each.get("result", usual)]


# Where a class asks more of a unit that is đạt than it has, lower classes follow.
REACHED = {PASSED: (PASSED, FAILED), FAILED: (FAILED,), WAITS: (WAITS,)}
WORDS = {"passed": PASSED, "failed": FAILED, "pending": WAITS, "none": "nothing"}


class OnlyLines:
    """A card without points: `no_zero` asks that no leaf is không đạt."""

    def __init__(self, lines: dict) -> None:
        worth = {PASSED: 1, FAILED: 0, WAITS: None, LEFT_OUT: None}
        self.lines = {
            code: line | {"points": worth[result_of_leaf(line)]} for code, line in lines.items()
        }
