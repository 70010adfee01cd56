"""How papers, times and ways of showing are written, wherever a register is shown."""

from collections.abc import Sequence

from dashboard.views.table import ABSENT
from dashboard.wording import day_text
from scoring.register_lines import Disclosure, Paper, Showing


def paper_text(paper: Paper) -> str:
    """Number and day, as far as written."""
    dated = f"ngày {day_text(paper.dated)}" if paper.dated else ""
    return " ".join(words for words in (paper.number, dated) if words)


def spans_text(spans: Sequence[Showing]) -> str:
    said = (
        f"{day_text(span.first)} – {day_text(span.last) if span.last else 'nay'}" for span in spans
    )
    return "; ".join(said) or ABSENT


def ways_text(line: Disclosure) -> str:
    """How and where it was shown."""
    broadcast = line.broadcast_days is not None
    said = (
        ("niêm yết", line.posted),
        ("mạng nội bộ, cổng thông tin", line.online),
        (f"truyền thanh {line.broadcast_days} ngày", broadcast),
        ("văn bản gửi toàn thể", line.written),
        (line.other, bool(line.other)),
        (line.place, bool(line.place)),
    )
    return ", ".join(words for words, holds in said if holds)
