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


def _estimated(*days: str) -> tuple[Correction, ...]:
    label = "Nghỉ lễ, tết (ước tính)"
    return tuple(
        Correction(date.fromisoformat(day), DayKind.UNCERTAIN, label, _ESTIMATE) for day in days
    )


CORRECTIONS = (
    Correction(date(2026, 1, 2), DayKind.OFF, "Nghỉ hoán đổi cho ngày 10/01/2026", _SWAP_2026),
    Correction(date(2026, 1, 10), DayKind.WORKED, "Làm bù cho ngày 02/01/2026", _SWAP_2026),
    *(
        Correction(date(year, 11, 24), DayKind.UNCERTAIN, "Ngày Văn hóa Việt Nam", _CULTURE_DAY)
        for year in range(2026, 2031)
    ),
    # The eve, the first days and the fifth of Tết depend on the yearly decision.
    *_estimated("2027-02-04", "2027-02-05", "2027-02-08", "2027-02-09", "2027-02-10"),
    *_estimated("2027-09-03"),
)
