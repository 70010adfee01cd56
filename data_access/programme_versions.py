"""The texts of each programme as kept: adopted, amended, added to; which one counts on a day."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Row, select

from data_access import tables
from data_access.programmes import programme_from_text
from scoring.programmes import Programme


@dataclass(frozen=True)
class ProgrammeVersion:
    """One text of a programme. `in_force_from`: the day from which it counts (None: since ever);
    `basis`: number, day and reason of the document that made it; `imported`: the official moment,
    `recorded`: the server's, by which one follows another."""

    id: int
    code: str
    sha256: str
    programme: Programme
    text: str
    in_force_from: date | None
    basis: str
    imported: datetime
    recorded: datetime


def programme_versions(connection: Connection, code: str) -> tuple[ProgrammeVersion, ...]:
    """Every text of one programme in the order they were brought in; none of an unknown code."""
    kept = tables.programme
    rows = connection.execute(select(kept).where(kept.c.code == code).order_by(kept.c.id))
    return tuple(_version(row) for row in rows.all())


def programmes_on(
    connection: Connection,
    years: Collection[int] | None,
    day: date | None,
    code: str | None = None,
    without: Iterable[str] = (),
) -> tuple[Programme, ...]:
    """Of each code the newest text in force on `day`: without a day the newest of all, where none
    is in force yet the first. By year and code; those `without` are not even read."""
    kept = tables.programme.c
    heads = select(kept.id, kept.code, kept.in_force_from).order_by(kept.id)
    if years is not None:
        heads = heads.where(kept.year.in_(years))
    if code is not None:
        heads = heads.where(kept.code == code)
    counting: dict[str, Row] = {}
    for head in connection.execute(heads):
        begun = day is None or head.in_force_from is None or head.in_force_from <= day
        if begun or head.code not in counting:
            counting[head.code] = head
    for left_out in without:
        counting.pop(left_out, None)
    chosen = select(kept.document).where(kept.id.in_([head.id for head in counting.values()]))
    found = (_parsed(text) for text in connection.execute(chosen).scalars())
    return tuple(sorted(found, key=lambda programme: (programme.year, programme.code)))


def _version(row: Row) -> ProgrammeVersion:
    return ProgrammeVersion(
        row.id,
        row.code,
        row.sha256,
        _parsed(row.document),
        row.document,
        row.in_force_from,
        row.basis,
        row.imported,
        row.recorded or row.imported,
    )


def _parsed(text: str) -> Programme:
    programme = programme_from_text(text)[0]
    if programme is None:
        raise RuntimeError("stored programme no longer reads: it was checked when it was imported")
    return programme
