"""The two documents as plain dictionaries, every number exact."""

import csv
import io
from fractions import Fraction

import yaml

NOT_REPORTED, NOT_ARISEN, NOT_APPLICABLE = "not reported", "KPS", "KAD"
ABSENCES = (NOT_REPORTED, NOT_APPLICABLE, NOT_ARISEN)

# An exact number, or why there is none.
Answer = Fraction | str


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


def figure(answers: dict, key: str) -> Answer:
    value = answers.get(key, "")
    if value == "":
        return NOT_REPORTED
    return value if value in ABSENCES else Fraction(value)


def heaviest_absence(values: list) -> str | None:
    """Not reported weighs most, then không áp dụng, then không phát sinh."""
    return next((absence for absence in ABSENCES if absence in values), None)


def group_of(answers: dict) -> str:
    return answers.get("@group", "")


def sent_a_self_score(answers: dict) -> bool:
    if answers.get("@submitted"):
        return answers["@submitted"] == "1"
    return any(
        value != "" and indicator != "@group" and not indicator.startswith("@attr.")
        for indicator, value in answers.items()
    )


def is_due(node: dict, period: str | None) -> bool:
    if period is None:
        return True
    name = period.partition("-")[2] or "Y"
    return name in node.get("periods", ["Q1", "Q2", "Q3", "Q4", "Y"])


def is_a_quarter(period: str | None) -> bool:
    return period is not None and "-" in period


def children_of(node: dict) -> list[dict]:
    return node.get("children", [])


def leaves_of(nodes: list[dict] | None) -> list[dict]:
    found = []
    for node in nodes or []:
        found += leaves_of(node["children"]) if "children" in node else [node]
    return found
