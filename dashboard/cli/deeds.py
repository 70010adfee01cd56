"""What every command that changes something shares: who acts, when, and how it is answered."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TypeVar

import click

from dashboard.cli.doors import acting, database, json_option, say_json
from dashboard.cli.handing import moments_option
from data_access.accounts import Actor
from data_access.database import Engine
from data_access.moments import Moments

Result = TypeVar("Result")
Command = Callable[..., Result]


@dataclass(frozen=True)
class Deed:
    """`moments`: those chosen, on a demonstration, else None."""

    engine: Engine
    actor: Actor
    moments: Moments | None
    as_json: bool

    def done(self, number: int, done: str, words: str) -> None:
        self.say({"id": number, "done": done}, f"{words} (số {number}).")

    def say(self, document: dict[str, object], words: str) -> None:
        """The document for a program, the words for a person."""
        if self.as_json:
            say_json(document)
        else:
            click.echo(words)


def user_option(said: str) -> Callable[[Command[Result]], Command[Result]]:
    return click.option("--as", "user", required=True, metavar="USER", help=said)


USER = user_option("Tài khoản thực hiện.")
SUBMITTER = user_option("Tài khoản nộp.")


def acts(command: Command[Result]) -> Command[Result]:
    """--as, --at and --json, of which the command sees one `deed`."""
    return USER(moments_option(json_option(with_deed(command))))


def with_deed(command: Command[Result]) -> Command[Result]:
    """For a command that has --as and places its options itself; `acts` is the usual way."""

    @click.pass_context
    @wraps(command)
    def acting_first(
        ctx: click.Context,
        *given: object,
        user: str,
        moments: Moments | None = None,
        as_json: bool,
        **named: object,
    ) -> Result:
        deed = deed_of(ctx, user, moments, as_json=as_json)
        return command(*given, deed=deed, **named)

    return acting_first


def deed_of(ctx: click.Context, user: str, moments: Moments | None, *, as_json: bool) -> Deed:
    """For a command that refuses some options before it looks at the database."""
    engine = database(ctx)
    return Deed(engine, acting(engine, user), moments, as_json)
