"""Units, their squares on the map, and the demonstration's day. Knows no permissions."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, RowMapping, Table, bindparam, select

from data_access import tables
from scoring.refusals import Refusal, Refused
from scoring.units import Unit


@dataclass(frozen=True)
class Tile:
    """A unit's square on the tile map."""

    unit: str
    row: int
    column: int


@dataclass(frozen=True)
class Demonstration:
    """This database shows sample data, as of `day`."""

    day: date
    title: str


def units(connection: Connection, codes: Collection[str] | None = None) -> tuple[Unit, ...]:
    """By code; `codes`: of these alone."""
    chosen = select(tables.unit)
    if codes is not None:
        chosen = chosen.where(tables.unit.c.code.in_(codes))
    rows = connection.execute(chosen).mappings()
    return tuple(sorted((_unit(row) for row in rows), key=lambda unit: unit.code))


def find_unit(connection: Connection, code: str) -> Unit | None:
    chosen = select(tables.unit).where(tables.unit.c.code == code)
    row = connection.execute(chosen).mappings().first()
    return _unit(row) if row else None


def unit(connection: Connection, code: str) -> Unit:
    found = find_unit(connection, code)
    if found is None:
        raise Refused(Refusal.UNKNOWN_UNIT, unit=code)
    return found


def groups(connection: Connection) -> tuple[str, ...]:
    chosen = select(tables.unit.c.group_).where(tables.unit.c.group_.is_not(None)).distinct()
    return tuple(sorted(connection.execute(chosen).scalars()))


def require_group(connection: Connection, group: str | None) -> None:
    if group is not None and group not in groups(connection):
        raise Refused(Refusal.UNKNOWN_GROUP, group=group)


def keep_units(connection: Connection, given: Sequence[Unit]) -> None:
    """Add or overwrite by code; a unit never disappears, it gets a last day (`exists_to`)."""
    known = set(connection.execute(select(tables.unit.c.code)).scalars())
    _require_parents(given, known)
    _insert(connection, tables.unit, [_row(unit) for unit in given if unit.code not in known])
    changed = [_row(unit) | {"is": unit.code} for unit in given if unit.code in known]
    if changed:
        update = tables.unit.update().where(tables.unit.c.code == bindparam("is"))
        connection.execute(update, changed)


def tiles(connection: Connection) -> tuple[Tile, ...]:
    rows = connection.execute(select(tables.tile)).all()
    return tuple(sorted((Tile(*row) for row in rows), key=lambda tile: tile.unit))


def keep_tiles(connection: Connection, given: Sequence[Tile]) -> None:
    """The whole map at once: the squares only make sense together."""
    for tile in given:
        unit(connection, tile.unit)
    connection.execute(tables.tile.delete())
    rows = [{"unit": tile.unit, "row": tile.row, "column": tile.column} for tile in given]
    _insert(connection, tables.tile, rows)


def demonstration(connection: Connection) -> Demonstration | None:
    wanted = tables.setting.c.key.in_(("demonstration_day", "demonstration_title"))
    chosen = select(tables.setting.c.key, tables.setting.c.value).where(wanted)
    kept = {row.key: row.value for row in connection.execute(chosen)}
    if "demonstration_day" not in kept:
        return None
    return Demonstration(
        date.fromisoformat(kept["demonstration_day"]), kept.get("demonstration_title", "")
    )


def keep_demonstration(connection: Connection, day: date, title: str) -> None:
    keys = tables.setting.c.key.in_(("demonstration_day", "demonstration_title"))
    connection.execute(tables.setting.delete().where(keys))
    given = (("demonstration_day", day.isoformat()), ("demonstration_title", title))
    _insert(connection, tables.setting, [{"key": key, "value": value} for key, value in given])


def _unit(row: RowMapping) -> Unit:
    return Unit(
        row["code"],
        row["name"],
        row["kind"],
        row["short_name"],
        row["parent"],
        row["group_"],
        row["exists_from"],
        row["exists_to"],
        json.loads(row["attributes"]),
    )


def _row(unit: Unit) -> dict[str, object]:
    return {
        "code": unit.code,
        "name": unit.name,
        "kind": unit.kind,
        "short_name": unit.short_name,
        "parent": unit.parent,
        "group_": unit.group,
        "exists_from": unit.exists_from,
        "exists_to": unit.exists_to,
        "attributes": json.dumps(dict(unit.attributes), ensure_ascii=False, sort_keys=True),
    }


def _require_parents(given: Iterable[Unit], known: set[str]) -> None:
    listed = tuple(given)
    codes = known | {unit.code for unit in listed}
    for unit in listed:
        if unit.parent is not None and unit.parent not in codes:
            raise Refused(Refusal.UNKNOWN_UNIT, unit=unit.parent)


def _insert(connection: Connection, table: Table, rows: list[dict[str, object]]) -> None:
    if rows:
        connection.execute(table.insert(), rows)
