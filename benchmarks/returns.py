"""From bytes to a committed receipt, beside others merely opening the same file.

python -m benchmarks.returns --returns 3321
"""

import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import click
import pandas
from python_calamine import CalamineWorkbook
from sqlalchemy import Engine

# So that it also runs as a file: benchmarks and tests are folders beside it, not installed.
sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.machine import machine
from data_access.accounts import OPERATOR, Actor, Role
from data_access.actions import setup
from data_access.actions.criteria import import_criteria
from data_access.actions.returns import submit_return
from data_access.database import open_database
from data_access.moments import Moments
from data_access.queries.templates import form_for
from data_access.workbook.filling import fill_template
from data_access.workbook.same_bytes import repack
from data_access.workbook.template import write_template
from sample_data.build import load
from scoring.units import Unit
from tests.builders import CRITERIA, PROGRAMME, Q1, Q3, SECRETARY, at, ones
from tests.hostile.submitting import commented

RIVAL = "pandas.read_excel (openpyxl), opening alone"
IN_TIME = at(date(2022, 10, 10))
DISTRICT = "524"
_WARM_UP = 5
_ROW = "{:<46}{:>9}{:>9}{:>10}"


@click.command()
@click.option("--runs", default=60, show_default=True, help="Of each, in turn.")
@click.option("--returns", "count", default=3321, show_default=True, help="In the national batch.")
@click.option("--clerks", default=4, show_default=True, help="Who hand in at the same time.")
def main(runs: int, count: int, clerks: int) -> None:
    click.echo(machine("pandas", "openpyxl", "python-calamine", "sqlalchemy"))
    with tempfile.TemporaryDirectory() as folder:
        _one_return(Path(folder), runs)
        _national_batch(Path(folder), count, clerks)


def _one_return(folder: Path, runs: int) -> None:
    engine = open_database(f"sqlite:///{folder / 'demonstration.db'}")
    setup.initialise(engine)
    load(engine)
    form = form_for(engine, "tu-cham", DISTRICT, Q3)
    content = fill_template(write_template(form), form, ones(form))
    click.echo(f"\none return: {len(form.fields())} answers, {len(content):,} bytes")
    numbers = iter(range(10**6))

    def submit() -> None:
        # A file of its own each time, or its bytes would not be written again.
        name = f"{next(numbers)}.xlsx"
        done = submit_return(engine, SECRETARY, name, commented(content, name), IN_TIME)
        assert done.accepted, done.issues

    measured = _in_turn(
        {
            RIVAL: lambda: pandas.read_excel(BytesIO(content), engine="openpyxl"),
            "calamine, opening and every value": lambda: _all_values(content),
            "submit_return: bytes to committed receipt": submit,
        },
        runs,
    )
    engine.dispose()
    click.echo(_ROW.format("", "p50 ms", "p95 ms", "× rival"))
    for name, times in measured.items():
        p50, p95 = statistics.median(times), sorted(times)[int(len(times) * 0.95)]
        rival = statistics.median(measured[RIVAL])
        click.echo(
            _ROW.format(name, f"{p50 * 1000:.1f}", f"{p95 * 1000:.1f}", f"{p50 / rival:.2f}")
        )


def _all_values(content: bytes) -> None:
    workbook = CalamineWorkbook.from_filelike(BytesIO(content))
    for name in workbook.sheet_names:
        workbook.get_sheet_by_name(name).to_python()


def _in_turn(rivals: dict[str, Callable[[], object]], runs: int) -> dict[str, Sequence[float]]:
    """One after the other in each round: whatever else the machine does hits all alike."""
    times: dict[str, list[float]] = {name: [] for name in rivals}
    for turn in range(_WARM_UP + runs):
        for name, act in rivals.items():
            begun = time.perf_counter()
            act()
            if turn >= _WARM_UP:
                times[name].append(time.perf_counter() - begun)
    return times


@dataclass(frozen=True)
class _Batch:
    engine: Engine
    contents: Sequence[bytes]


def _national_batch(folder: Path, count: int, clerks: int) -> None:
    """Every commune of the country hands in the same form; the files are made beforehand."""
    batch = _batch(folder, count)
    secretary = Actor("thu-ky", "Thư ký", Role.SECRETARIAT)
    moments: Moments = at(date(2022, 4, 10))

    def send(number: int) -> None:
        done = submit_return(
            batch.engine, secretary, f"{number}.xlsx", batch.contents[number], moments
        )
        assert done.accepted, done.issues

    peak, begun = _memory(), time.perf_counter()
    with ThreadPoolExecutor(clerks) as threads:
        for number, _ in enumerate(threads.map(send, range(count)), start=1):
            if number % 100 == 0:
                peak = max(peak, _memory())
    seconds = time.perf_counter() - begun
    size = (folder / "nation.db").stat().st_size
    click.echo(
        f"\nnational batch: {count:,} returns, {clerks} clerks: {seconds:.1f} s, "
        f"{count / seconds:.0f} returns/s, peak memory with workers "
        f"{max(peak, _memory()) // 1_000_000} MB, database {size // 1_000_000} MB"
    )
    batch.engine.dispose()


def _batch(folder: Path, count: int) -> _Batch:
    engine = open_database(f"sqlite:///{folder / 'nation.db'}")
    setup.initialise(engine)
    setup.mark_demonstration(engine, OPERATOR, date(2023, 1, 31), "Cả nước")
    communes = [
        Unit(f"{n:05}", f"Xã {n:05}", "xa", f"Xã {n:05}", "tinh") for n in range(1, count + 1)
    ]
    top = Unit("tinh", "Ban Chỉ đạo", "ban-chi-dao-tinh")
    setup.import_units(engine, OPERATOR, [top, *communes])
    kind = ("ban-chi-dao-huyen", "xa")
    assert import_criteria(engine, OPERATOR, CRITERIA.replace(*kind)) == ()
    assert setup.import_programme(engine, OPERATOR, PROGRAMME.replace(*kind)) == ()
    form = form_for(engine, "tu-cham", communes[0].code, Q1)
    first = fill_template(write_template(form), form, ones(form))
    return _Batch(engine, [_of_another(first, unit.code) for unit in communes])


def _of_another(first: bytes, unit: str) -> bytes:
    """The first commune's file as the other's: writing each anew would take minutes."""
    return repack(first, lambda _, part: part.replace(b"00001", unit.encode()))


def _memory() -> int:
    """Of this process and its reading workers, in bytes; 0 where the system does not tell."""
    own = Path("/proc/self/task")
    children = [path.read_text().split() for path in own.glob("*/children")]
    statuses = [Path("/proc/self/status")]
    statuses += [Path(f"/proc/{child}/status") for of_thread in children for child in of_thread]
    return sum(_resident(status) for status in statuses if status.is_file())


def _resident(status: Path) -> int:
    found = re.search(r"VmRSS:\s*(\d+) kB", status.read_text())
    return int(found[1]) * 1024 if found else 0


if __name__ == "__main__":
    main()
