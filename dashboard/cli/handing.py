"""The options that say how a return came: when, by what way, as an estimate, confirmed by whom."""

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import TypeVar

import click

from dashboard.cli.doors import DAY, MOMENT, PERIOD
from data_access.clock import server_moment
from data_access.handing import Arrival, Channel, Handing
from data_access.moments import Moments
from scoring.forms import Mark
from scoring.periods import Period

Result = TypeVar("Result")
Identity = tuple[str, str, Period]

_OPTIONS = (
    click.option("--estimate", is_flag=True, help="Số liệu ước, sẽ có số chính thức sau."),
    click.option("--arrived", type=DAY, help="Ngày đến, khi nhập thay văn bản đơn vị gửi."),
    click.option("--arrival-number", metavar="N", help="Số đến trong sổ văn bản."),
    click.option(
        "--channel",
        type=click.Choice([channel.value for channel in Channel]),
        help="Đến bằng đường nào; mặc định: paper (bản giấy).",
    ),
    click.option(
        "--confirm",
        type=(str, str, PERIOD),
        metavar="FORM UNIT PERIOD",
        help="Xác nhận biểu, đơn vị, kỳ của bảng tính mất dấu nhận dạng.",
    ),
)


def handing_options(command: Callable[..., Result]) -> Callable[..., Result]:
    """Gives the command one `handing` for all of them."""

    @wraps(command)
    def with_handing(
        *given: object,
        estimate: bool,
        arrived: date | None,
        arrival_number: str | None,
        channel: str | None,
        confirm: Identity | None,
        **named: object,
    ) -> Result:
        came = _arrival(arrived, arrival_number, channel)
        handing = Handing(confirmed=_confirmed(confirm), estimate=estimate, arrival=came)
        return command(*given, handing=handing, **named)

    for option in reversed(_OPTIONS):
        with_handing = option(with_handing)
    return with_handing


def moments_option(command: Callable[..., Result]) -> Callable[..., Result]:
    """Gives the command `moments`: those chosen, on a demonstration, else None."""

    @wraps(command)
    def with_moments(*given: object, moment: datetime | None, **named: object) -> Result:
        chosen = None if moment is None else Moments(moment, server_moment())
        return command(*given, moments=chosen, **named)

    said = "Thời điểm; chỉ trên dữ liệu trình diễn."
    return click.option("--at", "moment", type=MOMENT, help=said)(with_moments)


def _arrival(day: date | None, number: str | None, channel: str | None) -> Arrival | None:
    if day is not None:
        return Arrival(day, number or "", Channel(channel or Channel.PAPER))
    if number or channel:
        raise click.UsageError("--arrival-number và --channel cần có ngày đến: --arrived.")
    return None


def _confirmed(identity: Identity | None) -> Mark | None:
    """The version is not a person's to know; whatever recognised the form knows it."""
    return None if identity is None else Mark(identity[0], "", identity[1], identity[2])
