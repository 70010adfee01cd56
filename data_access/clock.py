"""The server's clock, read in Hanoi's time. Knows nothing of demonstrations."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def server_moment() -> datetime:
    return datetime.now(HANOI)


def end_of(day: date) -> datetime:
    """The first moment that is no longer `day` in Hanoi."""
    return datetime.combine(day + timedelta(days=1), time(), HANOI)
