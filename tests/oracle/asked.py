"""What a rule may look at when one leaf of one unit is scored."""

from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.exemption import exempted
from tests.oracle.formulas import is_absence, value_of
from tests.oracle.reading import NOT_ARISEN, Answer, figure, group_of, heaviest_absence


@dataclass(frozen=True)
class Asked:
    """`most` is the leaf's maximum for this unit (None: without limit), `kind` standard, bonus or
    penalty, `times` what every threshold is multiplied by."""

    table: dict
    answers: dict
    facts: dict
    most: Fraction | None
    kind: str
    times: Fraction

    def figure(self, key: str) -> Answer:
        return figure(self.answers, key)

    def peers(self, rule: dict) -> list[dict]:
        """Whom the unit is compared with, itself included."""
        everyone = [one for one in self.facts.values() if not exempted(self.table, one)]
        if rule.get("among", "group") == "all":
            return everyone
        return [other for other in everyone if group_of(other) == group_of(self.answers)]


def ratio(rule: dict, answers: dict) -> Answer:
    part, whole = figure(answers, rule["part"]), figure(answers, rule["whole"])
    absence = heaviest_absence([part, whole])
    if absence:
        return absence
    return NOT_ARISEN if whole == 0 else part / whole


def quantity(rule: dict, answers: dict) -> Answer:
    """A QUANTITY: a figure, a percentage or a formula."""
    if "formula" in rule:
        return value_of(rule["formula"], answers)
    if "percent" in rule:
        share = ratio(rule["percent"], answers)
        return share if is_absence(share) else 100 * share
    return figure(answers, rule["figure"])


def held(value: Fraction, least: Fraction | None, most: Fraction | None) -> Fraction:
    value = value if most is None else min(value, most)
    return value if least is None else max(value, least)
