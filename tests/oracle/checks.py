"""Section 6 of docs/criteria.md: figures that must agree with each other."""

from tests.oracle.formulas import Reading, value_of
from tests.oracle.reading import NOT_REPORTED, figure, is_due, leaves_of


def warnings_of(table: dict, answers: dict) -> list[str]:
    return [check["text"] for check in disagreeing(table, answers)]


def waits_for_a_check(table: dict, answers: dict, period: str | None) -> bool:
    waiting = [c for c in disagreeing(table, answers) if c.get("result") == "pending"]
    return any(not settled_by_people(table, check, answers, period) for check in waiting)


def disagreeing(table: dict, answers: dict) -> list[dict]:
    return [c for c in table.get("checks") or [] if value_of(c["when"], answers) is False]


def settled_by_people(table: dict, check: dict, answers: dict, period: str | None) -> bool:
    """A person appraised every leaf that uses one of the figures."""
    keys = figures_in(check["when"])
    nodes = [leaf for name in SECTIONS for leaf in leaves_of(table.get(name))]
    users = [x for x in nodes if is_due(x, period) and keys & figures_of(looked_at(x))]
    return bool(users) and all(
        figure(answers, "@appraised." + leaf["code"]) != NOT_REPORTED for leaf in users
    )


def looked_at(leaf: dict) -> list:
    return [leaf["rule"], *(leaf.get(key, []) for key in ("max_when", "most_when", "thresholds"))]


SECTIONS = ("criteria", "bonuses", "penalties")


def figures_in(formula: str) -> set[str]:
    return named_in(Reading(formula).whole())


def named_in(tree: object) -> set[str]:
    if not isinstance(tree, tuple):
        return set()
    if tree[0] == "figure":
        return {tree[1]}
    return set().union(*(named_in(part) for part in tree[1:]))


def figures_of(rule: object) -> set[str]:
    """Every figure a rule looks at, nested rules included."""
    if isinstance(rule, list):
        return set().union(*(figures_of(part) for part in rule))
    if not isinstance(rule, dict):
        return set()
    found = {
        rule[key]
        for key in ("figure", "part", "whole", "good", "asked", "target")
        if isinstance(rule.get(key), str)
    }
    found |= {item for item in rule.get("items", []) if isinstance(item, str)}
    for key in ("formula", "when"):
        found |= figures_in(rule[key]) if key in rule else set()
    return found | set().union(*(figures_of(part) for part in rule.values()))


NAMES = ("figure", "part", "whole", "good", "asked", "target")
