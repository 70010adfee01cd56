"""What a person says about a file while handing it in. Knows no file and no database."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scoring.forms import Mark


class Channel(StrEnum):
    """By what way a return reached the office that enters it."""

    PAPER = "paper"
    MAIL = "mail"
    SYSTEM = "system"
    ZALO = "zalo"
    USB = "usb"
    OTHER = "other"


@dataclass(frozen=True)
class Arrival:
    """The office's own register of incoming papers: ngày đến, số đến, and the way it came."""

    day: date
    number: str
    channel: Channel


@dataclass(frozen=True)
class Handing:
    """`expected`: what the page had chosen; a workbook of another form, unit or period is refused.
    `confirmed`: the identity a person vouches for where the workbook's mark is gone. Versions do
    not count in either. `estimate`: số ước, to be followed by the official figures."""

    expected: Mark | None = None
    confirmed: Mark | None = None
    estimate: bool = False
    arrival: Arrival | None = None


NOTHING_SAID = Handing()


def same_return(one: Mark | None, other: Mark | None) -> bool:
    """Of the same form, unit and period, whatever the form's version."""
    if one is None or other is None:
        return False
    return (one.form, one.unit, one.period) == (other.form, other.unit, other.period)
