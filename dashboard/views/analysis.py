"""The page of stability, comparison and things to look at again: one of the three at a time."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.table import Table
from dashboard.wording import period_name
from data_access.queries.scores import RankingResult
from scoring.periods import Period

TITLE = "Độ ổn định và so sánh"
STABILITY, COMPARISON, ANOMALIES = "on-dinh", "so-sanh", "xem-lai"
SECTIONS = {
    STABILITY: "Độ ổn định",
    COMPARISON: "So sánh",
    ANOMALIES: "Chỗ cần xem lại",
}
# How the address names the two units that are compared.
FIRST, SECOND = "don-vi-1", "don-vi-2"


@dataclass(frozen=True)
class Analysis:
    """`pair` are the two units compared line by line, to be chosen from `units` (empty: nothing
    to choose), `pair_tables` what they differ in, or `pair_said` that they do not."""

    heading: Heading
    said: tuple[str, ...]
    tables: tuple[Table, ...] = ()
    units: Mapping[str, str] = field(default_factory=dict)
    pair: tuple[str, str] = ("", "")
    pair_said: str = ""
    pair_tables: tuple[Table, ...] = ()


def analysis_heading(section: str, period: Period, scene: Scene, state: str) -> Heading:
    name = period_name(period)
    title = f"{SECTIONS[section]}: {name[:1].lower() + name[1:]}"
    return heading(TITLE, title, scene, "" if period.is_year else "lũy kế, tạm tính", state)


def state_words(result: RankingResult) -> str:
    return "dự thảo, chưa công bố" if result.published is None else "đã công bố"
