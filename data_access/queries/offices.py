"""Who holds which office on a day: no secret from anybody of the same tree of units."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Engine

from data_access.accounts import Actor
from data_access.database import reading
from data_access.offices import Holding, Office, holdings, holdings_on, offices
from data_access.offices import office as find_office
from data_access.trees import tree_of


@dataclass(frozen=True)
class Holder:
    """An office and who holds it on a day: None where nobody was named yet; an empty name where
    it is vacant."""

    office: Office
    holding: Holding | None

    @property
    def name(self) -> str:
        return self.holding.name if self.holding else ""

    @property
    def user(self) -> str | None:
        return self.holding.user if self.holding else None


@dataclass(frozen=True)
class OfficeHistory:
    office: Office
    holdings: tuple[Holding, ...]


def holders(engine: Engine, actor: Actor, day: date) -> tuple[Holder, ...]:
    """Of every office, by unit and in the order of the paper."""
    with reading(engine) as connection:
        found, tree = holders_in(connection, day), tree_of(connection, actor)
    return tuple(one for one in found if tree is None or one.office.unit in tree)


def holders_in(connection: Connection, day: date) -> tuple[Holder, ...]:
    held = holdings_on(connection, day)
    return tuple(Holder(one, held.get(one.code)) for one in offices(connection))


def history(engine: Engine, actor: Actor, code: str) -> OfficeHistory:
    """Everybody who ever held it, the first one first."""
    with reading(engine) as connection:
        return OfficeHistory(find_office(connection, code), holdings(connection, code))
