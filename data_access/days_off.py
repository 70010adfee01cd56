"""What is known to correct the `holidays` package for public offices of Vietnam.

Swapped days that the package misses; days whose legal effect is not established, and days that the
Prime Minister fixes each year and had not fixed when the package was made.
"""

from dataclasses import dataclass
from datetime import date

from scoring.workdays import DayKind


@dataclass(frozen=True)
class Correction:
    day: date
    kind: DayKind
    label: str
    source: str


_SWAP_2026 = "Hoán đổi ngày làm việc dịp Tết Dương lịch 2026 (báo chí, 26/12/2025)"
_CULTURE_DAY = (
    "Nghị quyết 80-NQ/TW; Nghị quyết 30/NQ-CP mới giao nghiên cứu sửa Bộ luật Lao động, "
    "đề nghị đối chiếu văn bản hiện hành"
)
_ESTIMATE = "Ngày ước tính, Thủ tướng Chính phủ chưa quyết định"


# The decision for 2027 is not known; those of the years after it have not been taken.
_LAST_DECIDED = 2026
# By the Labour Code, Article 112: two days of Tết and 02/9 are sure, the others are chosen. The
# Culture Day is uncertain itself, and so is the day off in its place.
_SURE = frozenset({"Tết Nguyên Đán", "Mùng hai Tết Nguyên Đán"})


def is_estimated(day: date, label: str) -> bool:
    """Whether a day off of the package depends on the yearly decision of the Prime Minister, which
    was not taken when the package was made. `label`: as the package names the day."""
    if day.year <= _LAST_DECIDED:
        return False
    of_tet = ("Nguyên Đán" in label or label == "29 Tết") and label not in _SURE
    of_september = "Quốc khánh" in label and (day.month, day.day) != (9, 2)
    return of_tet or of_september or "Văn hóa" in label


def estimated(day: date) -> Correction:
    return Correction(day, DayKind.UNCERTAIN, "Nghỉ lễ, tết (ước tính)", _ESTIMATE)


CORRECTIONS = (
    Correction(date(2026, 1, 2), DayKind.OFF, "Nghỉ hoán đổi cho ngày 10/01/2026", _SWAP_2026),
    Correction(date(2026, 1, 10), DayKind.WORKED, "Làm bù cho ngày 02/01/2026", _SWAP_2026),
    *(
        Correction(date(year, 11, 24), DayKind.UNCERTAIN, "Ngày Văn hóa Việt Nam", _CULTURE_DAY)
        for year in range(2026, 2101)
    ),
)
