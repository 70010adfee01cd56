"""How far duties have come, in words and marks, and how many have come how far."""

from collections import Counter
from collections.abc import Iterable, Mapping

from dashboard.views.table import Part
from dashboard.wording import StateWords
from scoring.stages import Stage

# In this order they stand in a bar: what is met first, what is past its day last.
STAGES: Mapping[Stage, StateWords] = {
    Stage.DONE: StateWords("đã xong", "●", "#2F6B4F", "#E4EFE8"),
    Stage.DONE_LATE: StateWords("xong trễ", "◐", "#8A5A00", "#FBF0D9"),
    Stage.DOING: StateWords("đang triển khai", "▸", "#1B4F8A", "#E6EEF6"),
    Stage.NOT_STARTED: StateWords("chưa triển khai", "○", "#4A5568", "#EDEFF2"),
    Stage.UNSAID: StateWords("chưa có báo cáo", "◇", "#4A5568", "#FFFFFF", bordered=True),
    Stage.OVERDUE: StateWords("quá hạn", "▲", "#9B1C1F", "#F9E3E1"),
    Stage.NOT_EXPECTED: StateWords(
        "không phải thực hiện", "–", "#6B6459", "#FFFFFF", bordered=True
    ),
}
# A duty that nobody has to fulfil is part of no whole.
_PARTS = tuple(stage for stage in STAGES if stage is not Stage.NOT_EXPECTED)


def parts(stages: Iterable[Stage]) -> tuple[Part, ...]:
    counts = Counter(stages)
    return tuple(Part(STAGES[stage], counts[stage]) for stage in _PARTS if counts[stage])


def legend(stages: Iterable[Stage]) -> tuple[Part, ...]:
    """Every stage that occurs, what is not expected too."""
    counts = Counter(stages)
    return tuple(Part(words, counts[stage]) for stage, words in STAGES.items() if counts[stage])
