"""The first lines of every page: which page, what it answers, for whom and as of when."""

from dataclasses import dataclass
from datetime import date

from dashboard.wording import day_text


@dataclass(frozen=True)
class Scene:
    """What every page of this database says of itself; `called` is the committee's short name."""

    committee: str
    called: str
    illustrative: bool
    day: date


@dataclass(frozen=True)
class Heading:
    page: str
    title: str
    scope: tuple[str, ...]
    illustrative: bool = False


def heading(page: str, title: str, scene: Scene, *said: str) -> Heading:
    """`said` are the words this page adds to the scope; empty ones are left out."""
    scope = (scene.called, f"xem tại ngày {day_text(scene.day)}", *said)
    return Heading(page, title, tuple(words for words in scope if words), scene.illustrative)


def day_banner(day: date, today: date) -> str:
    """What looking at another day means; empty for today."""
    if day == today:
        return ""
    if day < today:
        return f"Đang xem như đã biết đến hết ngày {day_text(day)}, không phải hôm nay."
    return f"Đang xem trước ngày {day_text(day)}: giả định từ hôm nay không có gì nộp thêm."
