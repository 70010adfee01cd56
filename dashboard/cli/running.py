"""`init` and `serve`: making the database, showing the pages."""

from importlib.metadata import entry_points
from pathlib import Path

import click

from dashboard.cli.doors import database, unchecked_database
from data_access.actions.setup import initialise
from data_access.database import Engine, database_file, open_database
from data_access.queries import catalogue
from data_access.settings import database_url
from scoring.refusals import Refusal, Refused


@click.command()
@click.option("--demo", is_flag=True, help="Nạp dữ liệu trình diễn (một lần), số liệu minh họa.")
@click.pass_context
def init(ctx: click.Context, demo: bool) -> None:
    """Tạo hoặc nâng cấp cơ sở dữ liệu."""
    engine = unchecked_database(ctx)
    file = database_file(engine)
    if demo and file is not None and not file.exists():
        _make_beside(file)
    initialise(engine)
    if demo:
        _load_demonstration(engine)
    click.echo("Cơ sở dữ liệu đã sẵn sàng.")


def _make_beside(file: Path) -> None:
    """A new file gets its name only when it is whole: a load that was cut short leaves nothing
    behind that could be taken for a real province."""
    being_made = file.with_name(f"{file.name}.dang-tao")
    for left in (being_made, *(Path(f"{being_made}{end}") for end in ("-wal", "-shm"))):
        left.unlink(missing_ok=True)
    engine = open_database(f"sqlite:///{being_made}")
    initialise(engine)
    _load_demonstration(engine)
    engine.dispose()
    being_made.rename(file)


def _load_demonstration(engine: Engine) -> None:
    if catalogue.demonstration(engine) is not None:
        return
    if catalogue.units(engine):
        raise Refused(Refusal.DATA_NOT_EMPTY)
    click.echo("Đang nạp dữ liệu trình diễn (khoảng nửa phút)…", err=True)
    for found in entry_points(group="qcdc.demonstrations"):
        found.load()(engine)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Địa chỉ lắng nghe.")
@click.option("--port", default=8501, show_default=True, help="Cổng.")
@click.pass_context
def serve(ctx: click.Context, host: str, port: int) -> None:
    """Mở các trang web tại một địa chỉ của máy này."""
    database(ctx)
    # Imported here: the other commands need no web server and start faster without it.
    from dashboard.main import serve as serve_pages

    serve_pages(database_url(ctx.find_root().params.get("database")), host, port)
