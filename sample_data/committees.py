"""The illustrative committees: how large each is, how much it did, what happened to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from sample_data import documents

Quarterly = tuple[int | Decimal | None, ...]


@dataclass(frozen=True)
class Committee:
    """`rates` are percentages of what was due; `events` and `inflated` go quarter by quarter;
    `not_disclosed` and `not_arisen` number the items of the disclosure checklist."""

    unit: str
    sizes: Mapping[str, int]
    rates: Mapping[str, int]
    quan_triet: int
    kiem_tra: int
    not_disclosed: tuple[int, ...] = ()
    not_arisen: tuple[int, ...] = ()
    events: Mapping[str, Quarterly] = field(default_factory=dict)
    inflated: Mapping[str, Quarterly] = field(default_factory=dict)


@cache
def committees() -> Mapping[str, Committee]:
    rows = documents.read("returns/committees.yaml")["committees"]
    return {row["unit"]: Committee(**row) for row in rows}
