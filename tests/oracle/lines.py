"""One line of a card: period, appraisal, rule, no figure, evidence, limits, rounding."""

from fractions import Fraction

from tests.oracle.asked import Asked, held
from tests.oracle.formulas import is_absence, value_of
from tests.oracle.reading import (
    NOT_ARISEN,
    NOT_REPORTED,
    Answer,
    figure,
    heaviest_absence,
    is_due,
    leaves_of,
)
from tests.oracle.rules import given_by


def rounding_of(table: dict, leaf: dict | None = None) -> dict:
    return (
        {"places": 2, "mode": "half_up"}
        | table.get("rounding", {})
        | (leaf or {}).get("rounding", {})
    )


def rounded(value: Fraction, rounding: dict) -> Fraction:
    places, mode = rounding["places"], rounding["mode"]
    scaled = abs(Fraction(value)) * 10**places
    whole, rest = scaled // 1, scaled % 1
    goes_on = {
        "half_up": rest >= Fraction(1, 2),
        "half_even": rest > Fraction(1, 2) or (rest == Fraction(1, 2) and whole % 2 == 1),
        "down": False,
        "up": rest > 0,
    }[mode]
    size = Fraction(whole + (1 if goes_on else 0), 10**places)
    return -size if value < 0 else size


def shown(value: Fraction | None, places: int) -> str | None:
    if value is None:
        return None
    digits = str(abs(int(value * 10**places)))
    sign = "-" if value < 0 else ""
    if places == 0:
        return sign + digits
    digits = digits.rjust(places + 1, "0")
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def lines_of(table: dict, answers: dict, facts: dict, period: str | None) -> dict[str, dict]:
    """Every leaf of the table in printed order, by code."""
    found = {}
    for section, kind in SECTIONS.items():
        for leaf in leaves_of(table.get(section)):
            kept = kind if section != "criteria" else leaf.get("kind", "standard")
            found[leaf["code"]] = line_of(table, leaf, kept, answers, facts, period)
    return found


SECTIONS = {"criteria": "standard", "bonuses": "bonus", "penalties": "penalty"}


def line_of(
    table: dict, leaf: dict, kind: str, answers: dict, facts: dict, period: str | None
) -> dict:
    """The state is out, scored, pending, exclude, rescale_block or rescale_total."""
    conditions = {
        key: first_that_holds(leaf.get(key, []), value, answers) for key, value in CONDITIONS
    }
    untold = heaviest_absence(list(conditions.values()))
    told = {key: None if is_absence(value) else value for key, value in conditions.items()}
    most = leaf.get("max", 1 if table.get("kind") == "pass_fail" else None)
    most = most if told["max_when"] is None else told["max_when"]
    times = Fraction(1) if told["thresholds"] is None else told["thresholds"]
    asked = Asked(table, answers, facts, most, kind, times)
    rounding = rounding_of(table, leaf)
    line = {"code": leaf["code"], "kind": kind, "max": most, "places": rounding["places"]}
    state, exact = "out", None
    if is_due(leaf, period):
        state, exact = outcome_of(leaf, asked, untold, told["most_when"])
    if state != "scored":
        return line | {"state": left_out(state, kind), "points": None, "final": None}
    exact = limited(exact, asked)
    points = rounded(exact, rounding)
    final = shown(points, rounding["places"])
    return line | {"state": state, "exact": exact, "points": points, "final": final}


CONDITIONS = [("max_when", "max"), ("most_when", "most"), ("thresholds", "times")]


def first_that_holds(listed: list[dict], value: str, answers: dict) -> Answer | None:
    for case in listed:
        holds = value_of(case["when"], answers)
        if is_absence(holds):
            return holds
        if holds:
            return case[value]
    return None


def left_out(state: str, kind: str) -> str:
    """A bonus or a penalty has no maximum that could be made up."""
    rescales = state in ("rescale_block", "rescale_total")
    return "exclude" if rescales and kind != "standard" else state


def limited(exact: Fraction, asked: Asked) -> Fraction:
    if asked.kind == "penalty":
        return held(exact, None if asked.most is None else -asked.most, 0)
    return held(exact, 0, asked.most)


def outcome_of(
    leaf: dict, asked: Asked, untold: str | None, most: Fraction | None
) -> tuple[str, Fraction | None]:
    appraised = asked.figure("@appraised." + leaf["code"])
    if appraised != NOT_REPORTED:
        given = abs(appraised) if asked.kind == "penalty" else appraised
        return "scored", signed(held(given, None, most), asked)
    if leaf["rule"]["type"] == "assessed":
        return "pending", None
    value = given_by(leaf["rule"], asked)
    absence = heaviest_absence([untold, value])
    if absence:
        return without_a_figure(leaf, asked, absence, most)
    return "scored", signed(held(after_evidence(leaf, value, asked), None, most), asked)


def signed(points: Fraction, asked: Asked) -> Fraction:
    return -points if asked.kind == "penalty" else points


def without_a_figure(
    leaf: dict, asked: Asked, absence: str, most: Fraction | None
) -> tuple[str, Fraction | None]:
    if absence == NOT_REPORTED:
        return ("scored", 0) if leaf.get("missing") == "zero" else ("pending", None)
    key = "not_arisen" if absence == NOT_ARISEN else "not_applicable"
    word = leaf.get(key, "pending")
    if word == "full":
        return "scored", held(asked.most, None, most) if asked.kind == "standard" else 0
    return ("scored", 0) if word == "zero" else (word, None)


def after_evidence(leaf: dict, points: Fraction, asked: Asked) -> Fraction:
    evidence = leaf.get("evidence")
    if not evidence or asked.kind == "penalty":
        return points
    pieces = figure(asked.answers, "@evidence." + leaf["code"])
    pieces = 0 if is_absence(pieces) else pieces
    if evidence["missing"] == "zero":
        return points if pieces > 0 else 0
    short = max(evidence.get("required", 1) - pieces, 0)
    return points - held(short * evidence["points"], None, evidence.get("most", asked.most))
