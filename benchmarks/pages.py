"""How fast the pages run again, beside an empty Streamlit page behind the same guard.

python -m benchmarks.pages --sessions 100
"""

import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import click

# So that it also runs as a file: benchmarks and tests are folders beside it, not installed.
sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.machine import machine
from benchmarks.tabs import Measured, measure
from dashboard.navigation import ENTRIES
from data_access.actions.setup import initialise
from data_access.database import open_database
from sample_data.build import load
from tests.serving import running_server
from tests.visitor import Visitor

FLOOR = "trang trống (Streamlit)"
USER = "to-giup-viec"
_EMPTY = Path(__file__).with_name("empty_page.py")
_ROW = "{:<28}{:>9}{:>9}{:>10}{:>9}{:>8}{:>10}"

Row = tuple[str, Measured]


@click.command()
@click.option("--sessions", default=100, show_default=True, type=click.IntRange(1, 500))
@click.option("--runs", default=5, show_default=True, help="Runs of each of the sessions.")
@click.option("--database", metavar="URL", help="A demonstration; without it one is made.")
def main(sessions: int, runs: int, database: str | None) -> None:
    click.echo(machine("streamlit", "uvicorn", "pandas", "plotly"))
    with tempfile.TemporaryDirectory() as folder:
        url = database or _demonstration(folder)
        for tabs, times in ((1, 50), (sessions, runs)):
            _print(tabs, times, _measured(url, tabs, times))


def _demonstration(folder: str) -> str:
    url = f"sqlite:///{Path(folder) / 'demonstration.db'}"
    engine = open_database(url)
    initialise(engine)
    load(engine)
    return url


def _measured(url: str, tabs: int, runs: int) -> list[Row]:
    """The floor first and last: the machine may have become busier in between."""
    pages = [entry.address for entry in ENTRIES] + ["xep-loai?unit=524"]
    names = [f"/{page}" for page in pages]
    empty = _served(url, _EMPTY, lambda ask: [(FLOOR, ask("", tabs, runs))])
    full = _served(
        url,
        None,
        lambda ask: [(name, ask(p, tabs, runs)) for name, p in zip(names, pages, strict=True)],
    )
    return [*empty, *full, *_served(url, _EMPTY, lambda ask: [(FLOOR, ask("", tabs, runs))])]


def _served(
    url: str, script: Path | None, rows: Callable[[Callable[[str, int, int], Measured]], list[Row]]
) -> list[Row]:
    with running_server(url, script) as address:
        cookie = Visitor(address).sign_in_as(USER).cookie
        return rows(lambda page, tabs, runs: measure(address, cookie, page, tabs, runs))


def _print(tabs: int, runs: int, rows: Sequence[Row]) -> None:
    click.echo(f"\n{tabs} sessions, {runs} runs each")
    click.echo(_ROW.format("page", "p50 ms", "p95 ms", "runs/s", "bytes", "× p50", "× runs/s"))
    floors = [found for name, found in rows if name == FLOOR]
    p50 = sum(floor.p50 for floor in floors) / len(floors)
    rate = sum(floor.runs_per_second for floor in floors) / len(floors)
    for name, found in rows:
        click.echo(
            _ROW.format(
                name,
                f"{found.p50:.1f}",
                f"{found.p95:.1f}",
                f"{found.runs_per_second:.1f}",
                found.size,
                f"{found.p50 / p50:.1f}",
                f"{found.runs_per_second / rate:.2f}",
            )
        )


if __name__ == "__main__":
    main()
