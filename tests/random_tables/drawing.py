"""What everything random is drawn with: few values, chosen to lie on edges."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

import yaml
from hypothesis import strategies as st

Draw = Callable


def decimals(written: str) -> list[Decimal]:
    return [Decimal(number) for number in written.split()]


PERIODS = ["Q1", "Q2", "Q3", "Q4", "Y"]
POINTS = decimals("0.5 1 2 3 0.25 1.5 0.995 2.125 0.1 7")
MAXIMA = decimals("3 2 5 4 0.5 1.5 2.125 7 10")
EDGES = decimals("50 90 97 98 87.5 97.5 70 100 99.995")
FORMS = ["tien-do", "quy-che"]


class TableDumper(yaml.SafeDumper):
    """Writes a decimal as a person does, and every value where it stands."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def plain_number(dumper: yaml.SafeDumper, number: Decimal) -> yaml.ScalarNode:
    text = format(number, "f")
    return dumper.represent_scalar(f"tag:yaml.org,2002:{'float' if '.' in text else 'int'}", text)


TableDumper.add_representer(Decimal, plain_number)


class TableLoader(yaml.SafeLoader):
    """Reads what TableDumper wrote."""


def exact_number(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> Decimal:
    return Decimal(loader.construct_scalar(node))


TableLoader.add_constructor("tag:yaml.org,2002:float", exact_number)


def written(table: dict) -> str:
    """Without the sections that are empty."""
    kept = {key: value for key, value in table.items() if value != []}
    return yaml.dump(kept, Dumper=TableDumper, allow_unicode=True, sort_keys=False)


def loaded(text: str) -> dict:
    return yaml.load(text, Loader=TableLoader)


def often(draw: Draw, one_in: int = 2) -> bool:
    """False is the simple case, so that a failing table shrinks to few keys."""
    return draw(st.integers(0, one_in - 1)) == one_in - 1


def pick(draw: Draw, values: list) -> object:
    return draw(st.sampled_from(values))


def maybe(draw: Draw, node: dict, key: str, values: list, one_in: int = 3) -> None:
    if often(draw, one_in):
        node[key] = pick(draw, values)


@dataclass(frozen=True)
class Place:
    """Where a rule is being written: whose leaf, how much it may give, how deep it is nested."""

    figures: dict
    code: str
    most: Decimal
    section: str = "standard"
    unlimited: bool = False
    nested: int = 0

    @property
    def inner(self) -> "Place":
        return replace(self, nested=self.nested + 1)


def figure(draw: Draw, place: Place, kind: str) -> str:
    """A new figure, or now and then one that another rule uses already."""
    figures = place.figures
    same = [key for key, known in figures.items() if known["kind"] == kind and known["shared"]]
    if same and often(draw, 5):
        return pick(draw, same)
    key = f"k{len(figures)}_{place.code.replace('.', '_').lower()}"
    figures[key] = {"kind": kind, "owner": place.code, "shared": kind != "item"}
    return key
