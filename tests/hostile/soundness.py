"""Whether a database holds whole returns only: asked after every attack on it."""

import hashlib
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, Engine, func, select, text

from data_access.database import reading
from data_access.tables import entry, journal, stored_file, submission


def faults(engine: Engine) -> list[str]:
    """One sentence for each thing that is half-stored; none in a sound database."""
    with reading(engine) as connection:
        return [
            *_half_stored(connection),
            *_damaged_files(connection),
            *_gaps(connection),
            *_inside(connection),
        ]


def _half_stored(connection: Connection) -> Iterator[str]:
    counted = (
        select(entry.c.submission, func.count().label("entries"))
        .group_by(entry.c.submission)
        .subquery()
    )
    kept = submission.c
    chosen = select(
        kept.id,
        kept.accepted,
        kept.receipt_number,
        kept.issues,
        func.coalesce(counted.c.entries, 0),
    ).outerjoin(counted, counted.c.submission == kept.id)
    for number, accepted, receipt, issues, entries in connection.execute(chosen):
        if accepted and (receipt is None or not entries):
            yield f"submission {number} was accepted: receipt {receipt}, {entries} entries"
        if not accepted and (receipt is not None or entries):
            yield f"submission {number} was refused: receipt {receipt}, {entries} entries"
        if not accepted and not issues:
            yield f"submission {number} was refused without saying why"


def _damaged_files(connection: Connection) -> Iterator[str]:
    stored = connection.execute(select(stored_file.c.sha256, stored_file.c.content))
    sums = {sha256: hashlib.sha256(content).hexdigest() for sha256, content in stored}
    yield from (f"file {sha256} is damaged" for sha256, found in sums.items() if found != sha256)
    named = set(connection.execute(select(submission.c.file_sha256).distinct()).scalars())
    yield from (f"file {sha256} is missing" for sha256 in named - set(sums))
    yield from (f"file {sha256} belongs to nothing" for sha256 in set(sums) - named)


def _gaps(connection: Connection) -> Iterator[str]:
    chosen = select(submission.c.receipt_year, submission.c.receipt_number).where(
        submission.c.receipt_number.is_not(None)
    )
    by_year: dict[int, list[int]] = {}
    for year, number in connection.execute(chosen):
        by_year.setdefault(year, []).append(number)
    for year, numbers in by_year.items():
        if sorted(numbers) != list(range(1, 1 + len(numbers))):
            yield f"receipts of {year} have gaps or doubles: {sorted(numbers)}"


def _inside(connection: Connection) -> Iterator[str]:
    handed_in = _count(connection, select(func.count()).select_from(submission))
    noted = select(func.count()).where(journal.c.action == "submit_return")
    if (lines := _count(connection, noted)) != handed_in:
        yield f"{handed_in} submissions, {lines} journal lines"
    if connection.dialect.name == "sqlite":
        checked = connection.execute(text("PRAGMA integrity_check")).scalars().all()
        yield from (line for line in checked if line != "ok")
        orphans: Sequence[object] = connection.execute(text("PRAGMA foreign_key_check")).all()
        yield from (f"an orphan: {row}" for row in orphans)


def _count(connection: Connection, chosen: object) -> int:
    return connection.execute(chosen).scalar_one()
