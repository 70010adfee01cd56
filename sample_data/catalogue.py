"""The sample's units, tiles and accounts, read from their files."""

from dataclasses import dataclass

from data_access.accounts import Actor, Role
from data_access.catalogue import Tile
from sample_data import documents
from scoring.units import Unit


@dataclass(frozen=True)
class Account:
    """An office that signs in; `unit` is whom it reports for."""

    user: str
    name: str
    role: Role
    unit: str | None = None

    @property
    def actor(self) -> Actor:
        return Actor(self.user, self.name, self.role, self.unit)


def units() -> tuple[Unit, ...]:
    return tuple(Unit(**row) for row in documents.read("units/quang-ngai-2022.yaml")["units"])


def tiles() -> tuple[Tile, ...]:
    return tuple(Tile(**row) for row in documents.read("tiles.yaml")["tiles"])


def accounts() -> tuple[Account, ...]:
    rows = documents.read("accounts.yaml")["accounts"]
    return tuple(
        Account(row["user"], row["name"], Role(row["role"]), row.get("unit")) for row in rows
    )
