"""Section 5 of docs/criteria.md: rules on deadlines, on other units, and rules made of rules."""

from collections.abc import Callable
from fractions import Fraction

from tests.oracle import figure_rules
from tests.oracle.asked import Asked, held, quantity
from tests.oracle.formulas import is_absence, value_of
from tests.oracle.reading import (
    NOT_APPLICABLE,
    NOT_ARISEN,
    NOT_REPORTED,
    Answer,
    figure,
    heaviest_absence,
)


def given_by(rule: dict, asked: Asked) -> Answer:
    return RULES[rule["type"]](rule, asked)


def days_late(rule: dict, asked: Asked) -> Answer:
    days = asked.figure("@days_late." + rule["form"])
    missed = asked.figure("@missed." + rule["form"])
    missed = 0 if is_absence(missed) else missed
    if days == NOT_APPLICABLE:
        return days
    days = 0 if days == NOT_ARISEN else days
    if days == NOT_REPORTED or ("per_missed" not in rule and missed >= 1):
        kept = rule.get("not_submitted", 0)
        return asked.most - kept if asked.kind == "penalty" else kept
    beyond = max(days - rule.get("grace", 0), 0)
    taken = min(rule["per_day"] * beyond, rule.get("most", asked.most))
    taken += rule.get("per_missed", 0) * missed
    return taken if asked.kind == "penalty" else max(asked.most - taken, 0)


def versus_mean(rule: dict, asked: Asked) -> Answer:
    value = quantity(rule, asked.answers)
    if is_absence(value):
        return value
    others = [quantity(rule, answers) for answers in asked.peers(rule)]
    numbers = [other for other in others if not is_absence(other)]
    if not numbers:
        return NOT_ARISEN
    mean = Fraction(sum(numbers)) / len(numbers)
    better = value < mean if rule.get("better", "high") == "low" else value > mean
    if better or (value == mean and rule.get("equal", True)):
        return rule.get("points", asked.most)
    return rule.get("otherwise", 0)


def versus_leader(rule: dict, asked: Asked) -> Answer:
    value = quantity(rule, asked.answers)
    target = target_of(rule["target"], asked) if "target" in rule else value
    absence = heaviest_absence([value, target])
    if absence:
        return absence
    others = [quantity(rule, answers) for answers in asked.peers(rule)]
    numbers = [other for other in others if not is_absence(other)]
    if not numbers:
        return NOT_ARISEN
    low = rule.get("better", "high") == "low"
    over, under = (min(numbers), value) if low else (value, max(numbers))
    if under == 0 or value < 0:
        return NOT_ARISEN
    missed = value > target if low else value < target
    return asked.most * over / under * (rule.get("below_target", Fraction(1, 2)) if missed else 1)


def target_of(target: object, asked: Asked) -> Answer:
    """The key of a figure, a quantity or a number."""
    if isinstance(target, str):
        return asked.figure(target)
    return quantity(target, asked.answers) if isinstance(target, dict) else Fraction(target)


def deadline(rule: dict, asked: Asked) -> Answer:
    working = "working_" if rule.get("days", "calendar") == "working" else ""
    form = rule["form"]
    missed = asked.figure(f"@missed.{form}")
    if missed == NOT_APPLICABLE:
        return missed
    early = f"@{working}early.{form}.{rule.get('early_by', 1)}"
    gain = rule.get("per_early", 0) * observed(asked, early)
    loss = rule.get("per_late", 0) * observed(asked, f"@late.{form}")
    loss += rule.get("per_day", 0) * observed(asked, f"@{working}days_late.{form}")
    loss += rule.get("per_missed", 0) * observed(asked, f"@missed.{form}")
    if asked.kind == "penalty":
        return max(loss - gain, 0)
    starts_full = asked.kind == "standard" and rule.get("per_early", 0) == 0
    return rule.get("base", asked.most if starts_full else 0) + gain - loss


def observed(asked: Asked, key: str) -> Fraction:
    value = asked.figure(key)
    return Fraction(0) if is_absence(value) else value


def condition(rule: dict, asked: Asked) -> Answer:
    holds = value_of(rule["when"], asked.answers)
    if is_absence(holds):
        return holds
    return rule.get("points", asked.most) if holds else rule.get("otherwise", 0)


def expression(rule: dict, asked: Asked) -> Answer:
    value = value_of(rule["formula"], asked.answers)
    if is_absence(value):
        return value
    return held(value, rule.get("least", 0), rule.get("most", asked.most))


def cases(rule: dict, asked: Asked) -> Answer:
    for case in rule["cases"]:
        holds = value_of(case["when"], asked.answers)
        if is_absence(holds):
            return holds
        if holds:
            return given_by(case["rule"], asked) if "rule" in case else case["points"]
    otherwise = rule.get("otherwise", 0)
    return given_by(otherwise, asked) if isinstance(otherwise, dict) else otherwise


def combine(rule: dict, asked: Asked) -> Answer:
    values = [given_by(inner, asked) for inner in rule["rules"]]
    numbers = [value for value in values if not is_absence(value)]
    unknown = NOT_REPORTED in values and rule["how"] != "first"
    if unknown or not numbers:
        return heaviest_absence(values)
    if rule["how"] == "first":
        return numbers[0]
    return {"sum": sum, "highest": max, "lowest": min}[rule["how"]](numbers)


def veto_holds(rule: dict, answers: dict, sent: bool) -> bool | str:
    """Whether a condition of `vetoes` or `class_caps` strikes; text: why that cannot be told."""
    if rule.get("not_submitted"):
        return not sent
    if "when" in rule:
        return value_of(rule["when"], answers)
    value = figure(answers, rule["figure"])
    if is_absence(value):
        return value
    if "at_least" in rule:
        return value >= rule["at_least"]
    return NOT_REPORTED if value not in (0, 1) else value == 1


RULES: dict[str, Callable[[dict, Asked], Answer]] = {
    "yes_no": figure_rules.yes_no,
    "bands": figure_rules.bands,
    "proportional": figure_rules.proportional,
    "steps": figure_rules.steps,
    "count": figure_rules.count,
    "deduction": figure_rules.deduction,
    "days_late": days_late,
    "checklist": figure_rules.checklist,
    "options": figure_rules.options,
    "table": figure_rules.table,
    "sample": figure_rules.sample,
    "versus_mean": versus_mean,
    "versus_leader": versus_leader,
    "deadline": deadline,
    "condition": condition,
    "expression": expression,
    "cases": cases,
    "combine": combine,
}
