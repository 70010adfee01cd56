"""Column types that keep their value exactly, on every database alike."""

from datetime import UTC, datetime
from decimal import Decimal

from sqlalchemy import Dialect, String, Text, TypeDecorator

from data_access.clock import HANOI

_FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"


def moment_kept(text: str) -> datetime:
    """A moment as the database keeps it, in Hanoi's time."""
    return datetime.fromisoformat(text).astimezone(HANOI)


class Moment(TypeDecorator[datetime]):
    """An aware moment as UTC text of fixed width: sorts and compares as text, reads the same on
    SQLite and PostgreSQL, comes back in Hanoi's time."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment needs its time zone: {value!r}")
        return value.astimezone(UTC).strftime(_FORMAT)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else moment_kept(value)


class Exact(TypeDecorator[Decimal]):
    """A Decimal as text: SQLite would otherwise keep a binary approximation."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


class Words(TypeDecorator[str]):
    """Text that came from people: PostgreSQL takes no NUL, neither database half a character."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        return value.replace("\x00", "").encode("utf-8", "replace").decode()
