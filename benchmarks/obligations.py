"""The overdue list and the completeness of a whole country, with ten years kept beside one year.

python -m benchmarks.obligations --runs 5
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count, islice
from pathlib import Path
from random import Random

import click
from sqlalchemy import Connection, Engine, insert

# So that it also runs as a file: benchmarks and tests are folders beside it, not installed.
sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.machine import machine
from data_access.accounts import OPERATOR
from data_access.actions import setup
from data_access.actions.closing import close_programme
from data_access.database import open_database
from data_access.moments import Moments
from data_access.queries import obligations
from data_access.queries.completeness import completeness
from data_access.tables import entry, stored_file, submission
from scoring.periods import Period
from scoring.units import Unit

COUNTRY, TASKS, FORMS = 3321, 8, 8
LAST_YEAR, YEARS = 2025, 10
TODAY = date(LAST_YEAR + 1, 1, 31)
EXPECTED = 1.3
# Of a hundred returns so many come, and so many of those after their day.
_COME, _LATE = 90, 5
_ROW = "{:<52}{:>12}{:>12}{:>9}"
_AT_ONCE = 20_000


@click.command()
@click.option("--runs", default=5, show_default=True, help="Of each, in turn.")
@click.option("--units", default=COUNTRY, show_default=True, help="Debtors of every obligation.")
def main(runs: int, units: int) -> None:
    click.echo(machine("sqlalchemy"))
    owed = TASKS + 4 * FORMS
    click.echo(
        f"\n{units:,} units, {owed} obligations each, on {TODAY}: one year, and {YEARS} years of "
        f"which {YEARS - 1} are closed; p50 in ms of one core, SQLite"
    )
    with tempfile.TemporaryDirectory() as folder:
        one = _country(Path(folder) / "one.db", units, 1)
        ten = _country(Path(folder) / "ten.db", units, YEARS)
        click.echo(_ROW.format("", "one year", "ten years", "ratio"))
        for name, ask in QUESTIONS.items():
            _compare(name, ask, one, ten, runs)


def _overdue(engine: Engine) -> int:
    return len(obligations.overdue(engine, OPERATOR, TODAY))


def _still_open(engine: Engine) -> int:
    return len(obligations.still_open(engine, OPERATOR, TODAY))


def _of_one_unit(engine: Engine) -> int:
    return len(obligations.of_unit(engine, OPERATOR, "c00001", TODAY, date.max))


def _of_the_year(engine: Engine) -> int:
    return completeness(engine, OPERATOR, TODAY, period=Period(LAST_YEAR)).total.five.received


def _of_a_quarter(engine: Engine) -> int:
    quarter = Period(LAST_YEAR, 3)
    return completeness(engine, OPERATOR, TODAY, period=quarter, by="parent").total.five.received


def _every_standing(engine: Engine) -> int:
    return len(obligations.standing(engine, OPERATOR, TODAY, Period(LAST_YEAR)))


QUESTIONS: dict[str, Callable[[Engine], int]] = {
    "the overdue list": _overdue,
    "all that is still open": _still_open,
    "what one unit still owes": _of_one_unit,
    "completeness of the year": _of_the_year,
    "completeness of a quarter, by province": _of_a_quarter,
    "every obligation of the year written out": _every_standing,
}


def _compare(name: str, ask: Callable[[Engine], int], one: Engine, ten: Engine, runs: int) -> None:
    if (found := ask(one)) != ask(ten):
        raise RuntimeError(f"{name}: ten years answer otherwise than one")
    times: dict[str, list[float]] = {"one": [], "ten": []}
    for _ in range(runs):
        for years, engine in (("one", one), ("ten", ten)):
            start = time.process_time()
            ask(engine)
            times[years].append((time.process_time() - start) * 1000)
    single, whole = (statistics.median(times[years]) for years in ("one", "ten"))
    ratio = whole / single
    said = "" if ratio <= EXPECTED else f"  more than {EXPECTED}"
    line = _ROW.format(f"{name} ({found:,})", f"{single:,.0f}", f"{whole:,.0f}", f"{ratio:.2f}")
    click.echo(line + said)


def _country(file: Path, units: int, years: int) -> Engine:
    """The same last year, whatever was before it; all but that one summed up and closed."""
    engine = open_database(f"sqlite:///{file}")
    setup.initialise(engine)
    setup.import_units(engine, OPERATOR, _units(units))
    setup.mark_demonstration(engine, OPERATOR, TODAY, "Đo")
    numbers = count(1)
    for year in range(LAST_YEAR - years + 1, LAST_YEAR + 1):
        issues = setup.import_programme(engine, OPERATOR, _programme(year))
        if issues:
            raise RuntimeError(f"the programme of {year} is not sound: {issues}")
        with engine.execution_options(writing=True).begin() as connection:
            _hand_in(connection, units, year, numbers)
        if year < LAST_YEAR:
            day = date(year + 1, 3, 1)
            given = ("kh-" + str(year), day, "01-BC/BCĐ", "Đã tổng kết")
            close_programme(engine, OPERATOR, *given, moments=_at(day))
    return engine


def _at(day: date) -> Moments:
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return Moments(moment, moment)


def _units(number: int) -> list[Unit]:
    provinces = [Unit(f"t{one:02}", f"Tỉnh {one}", "tinh", parent="tw") for one in range(34)]
    communes = [
        Unit(f"c{one:05}", f"Xã {one}", "xa", parent=f"t{one % 34:02}") for one in range(number)
    ]
    return [Unit("tw", "Trung ương", "trung-uong"), *provinces, *communes]


def _programme(year: int) -> str:
    lines = [f"programme: kh-{year}", f"title: Kế hoạch năm {year}", "issuer: tw", f"year: {year}"]
    bound = "debtors: {kinds: [xa]}"
    lines.append("tasks:")
    for number in range(TASKS):
        quarter = ("I", "II", "III", "IV")[number % 4]
        lines.append(
            f'  - {{no: "{number}", title: Nhiệm vụ {number}, when: Quý {quarter}/{year}, {bound}}}'
        )
    lines.append("reports:")
    for form in ("tien-do", *(f"bieu-{number}" for number in range(1, FORMS))):
        lines.append(f"  - {{form: {form}, title: Biểu {form}, {bound}, due_days_after: 10}}")
    return "\n".join(lines) + "\n"


def _hand_in(connection: Connection, units: int, year: int, numbers: Iterator[int]) -> None:
    """The same returns in each database, whatever stands before them."""
    random = Random(year)
    connection.execute(
        insert(stored_file).prefix_with("OR IGNORE"), [{"sha256": "0" * 64, "content": b""}]
    )
    _keep(connection, submission, _submissions(random, units, year, numbers))
    reports = submission.c
    chosen = (reports.form == "tien-do") & (reports.form_version == f"kh-{year}")
    rows = connection.execute(reports.id.table.select().with_only_columns(reports.id).where(chosen))
    _keep(connection, entry, _cells(random, [row.id for row in rows]))


def _keep(connection: Connection, table: object, rows: Iterator[dict[str, object]]) -> None:
    while some := list(islice(rows, _AT_ONCE)):
        connection.execute(insert(table), some)


def _submissions(
    random: Random, units: int, year: int, numbers: Iterator[int]
) -> Iterator[dict[str, object]]:
    for period in Period(year).quarters_to_date():
        due = datetime.combine(period.last_day, datetime.min.time(), UTC) + timedelta(days=10)
        for unit in range(units):
            for form in range(FORMS):
                if random.randrange(100) < _COME:
                    late = random.randrange(100) < _LATE
                    received = due + timedelta(days=random.randint(1, 9) if late else -2)
                    yield _submission(next(numbers), unit, form, period, received)


def _submission(
    number: int, unit: int, form: int, period: Period, received: datetime
) -> dict[str, object]:
    return {
        "id": number,
        "file_sha256": "0" * 64,
        "file_name": "bieu.xlsx",
        "actor": "can-bo",
        "actor_name": "Cán bộ",
        "owner": f"c{unit:05}",
        "received": received,
        "recorded": received,
        "form": f"bieu-{form}" if form else "tien-do",
        "form_version": "1" if form else f"kh-{period.year}",
        "unit": f"c{unit:05}",
        "period": str(period),
        "accepted": True,
        "receipt_year": period.year,
        "receipt_number": number,
        "issues": "[]",
        "offered": False,
        "estimate": False,
        "identified_by_person": False,
    }


def _cells(random: Random, returns: list[int]) -> Iterator[dict[str, object]]:
    """Of each task whether it is done; where it is, without its day."""
    for number in returns:
        for task in range(TASKS):
            state = "done" if random.randrange(100) < _COME else "doing"
            cell = {"sheet": "Tiến độ", "cell": f"D{task + 8}", "typed": state}
            key = {"submission": number, "key": f"task.{task}.state"}
            yield key | cell | {"kind": "choice", "value": state}


if __name__ == "__main__":
    main()
