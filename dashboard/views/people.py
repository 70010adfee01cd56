"""Đơn vị, chức danh, địa bàn: one page with three lists."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.views.heading import Heading
from dashboard.views.long_lists import Paging
from dashboard.views.table import Table
from dashboard.views.units import UnitDetail

PAGE, TITLE = "don-vi", "Đơn vị, chức danh, địa bàn"
UNITS, OFFICES, AREAS = "don-vi", "chuc-danh", "dia-ban"
BOOKS = {UNITS: "Đơn vị", OFFICES: "Chức danh", AREAS: "Phân công địa bàn"}


@dataclass(frozen=True)
class Known:
    """What the forms may choose from, by code: units that exist on the day, those that exist or are
    to come, kinds of units, groups, offices, accounts. `ended`: units whose end was entered, and
    may be withdrawn; `linked`: by office the account of whoever holds it."""

    units: Mapping[str, str]
    every_unit: Mapping[str, str]
    kinds: Mapping[str, str]
    groups: Mapping[str, str]
    offices: Mapping[str, str]
    accounts: Mapping[str, str]
    ended: frozenset[str] = frozenset()
    linked: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class People:
    """One of the three lists; `said` stands in its place where nothing is in it. `detail` is the
    unit asked about, `history` that of the office asked about. `known`: None for whoever only
    reads."""

    heading: Heading
    code: str
    said: str
    table: Table | None
    paging: Paging
    detail: UnitDetail | None = None
    history: Table | None = None
    known: Known | None = None
