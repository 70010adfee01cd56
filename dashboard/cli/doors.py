"""What every command shares: the database, who acts, JSON out, and one place for refusals."""

import json
import logging
import secrets
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import click
from platformdirs import user_log_dir

from dashboard import wording
from data_access.accounts import Actor
from data_access.clock import HANOI
from data_access.database import Engine, is_initialised, open_database
from data_access.moments import today
from data_access.queries import catalogue
from data_access.settings import database_url
from scoring.periods import Period, parse_period
from scoring.refusals import Refusal, Refused

ISSUES, USAGE, REFUSED, BROKEN = 1, 2, 3, 70


class Terminal(click.Group):
    """Turns a refusal into exit 3 and our own mistakes into a reference; a person never meets a
    traceback."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.meta["json"] = "--json" in args
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except Refused as refused:
            say_refused(refused, as_json=ctx.meta["json"])
            ctx.exit(REFUSED)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as mistake:  # the front door's last resort: logged, never shown raw
            click.echo(_broken(mistake), err=True)
            ctx.exit(BROKEN)


def say_refused(refused: Refused, *, as_json: bool) -> None:
    message = wording.refusal(refused)
    if as_json:
        say_json({"refused": {"code": refused.code.value, "message": message}})
    else:
        click.echo(message, err=True)


def _broken(mistake: Exception) -> str:
    reference = secrets.token_hex(2).upper()
    _keep(reference, mistake)
    return wording.SOMETHING_BROKE.format(reference=reference)


def _keep(reference: str, mistake: Exception) -> None:
    """As well as can be: where the log cannot be written, the person still gets the sentence."""
    folder = Path(user_log_dir("qcdc"))
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        logging.basicConfig(filename=folder / "qcdc.log", format="%(asctime)s %(message)s")
        logging.error("reference %s", reference, exc_info=mistake)


def write_file(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as wrong:
        said = f"không ghi được tệp “{file}”. Đề nghị chọn thư mục khác."
        raise click.BadParameter(said) from wrong


def say_json(document: object) -> None:
    click.echo(json.dumps(document, ensure_ascii=False, default=_plain))


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, datetime):
        return value.astimezone(HANOI).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Period):
        return str(value)
    raise TypeError(f"not printable as JSON: {type(value).__name__}")


def say_rows(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A plain table for people: columns padded, nothing cut."""
    widths = [max(len(row[i]) for row in (headings, *rows)) for i in range(len(headings))]
    for row in (headings, *rows):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


Day = TypeVar("Day", date, datetime)


def _within_reach(day: Day) -> Day:
    """Calendars end; a day near their ends is a slip of the pen."""
    if not 1945 <= day.year <= 2200:
        raise ValueError(day)
    return day


class PeriodType(click.ParamType):
    name = "2022-Q3"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Period:
        try:
            return parse_period(str(value))
        except ValueError:
            self.fail(f"“{value}” không phải kỳ. Đề nghị ghi 2022 hoặc 2022-Q3.", param, ctx)


class DayType(click.ParamType):
    name = "YYYY-MM-DD"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        try:
            return _within_reach(date.fromisoformat(str(value)))
        except ValueError:
            self.fail(f"“{value}” không phải ngày. Đề nghị ghi dạng 2022-10-15.", param, ctx)


class MomentType(click.ParamType):
    name = "YYYY-MM-DDTHH:MM[+07:00]"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        try:
            moment = _within_reach(datetime.fromisoformat(str(value)))
        except ValueError:
            self.fail(f"“{value}” không phải thời điểm, ví dụ 2022-10-12T09:30.", param, ctx)
        return moment if moment.tzinfo else moment.replace(tzinfo=HANOI)


PERIOD, DAY, MOMENT = PeriodType(), DayType(), MomentType()

json_option = click.option("--json", "as_json", is_flag=True, help="In ra JSON cho chương trình.")


def database(ctx: click.Context) -> Engine:
    """The database named on the command line or in the environment; refused before `init`."""
    engine = unchecked_database(ctx)
    if not is_initialised(engine):
        raise Refused(Refusal.NOT_INITIALISED)
    return engine


def unchecked_database(ctx: click.Context) -> Engine:
    return open_database(database_url(ctx.find_root().params.get("database")))


def acting(engine: Engine, user: str) -> Actor:
    """The account that --as names; its role decides what it may do, here as everywhere."""
    found = next((one for one in catalogue.accounts(engine) if one.user == user), None)
    if found is None:
        raise Refused(Refusal.UNKNOWN_ACCOUNT, user=user)
    return Actor(found.user, found.name, found.role, found.unit)


def day_or_today(engine: Engine, day: date | None) -> date:
    return today(engine) if day is None else day
