"""A committee's illustrative statistics (biểu I to VIII) of one quarter."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from sample_data.committees import Committee
from scoring.facts import Absent
from scoring.periods import Period
from scoring.returns import Answer

CODE = "thong-ke"

_LISTINGS = ("I", "II", "II-b", "III", "III-b", "IV")
_PUBLISHED = (
    ("Kinh tế - xã hội", "Kế hoạch phát triển kinh tế - xã hội và kết quả thực hiện"),
    ("Ngân sách", "Dự toán, quyết toán ngân sách xã"),
    ("Đất đai", "Kế hoạch sử dụng đất hằng năm"),
    ("Chính sách", "Danh sách hộ nghèo, hộ cận nghèo"),
)
_WORKS = ("Bê tông hóa đường thôn", "Kiên cố hóa kênh mương", "Nhà văn hóa thôn", "Điện chiếu sáng")
_MILLION = 1_000_000
# How much of a year's petitions had come in, in percent, by each quarter's end.
_TO_DATE = (22, 47, 74, 100)

Row = Mapping[str, Answer]


def statistics(committee: Committee, period: Period) -> Mapping[str, Answer]:
    """A committee without communes has nothing to list."""
    quarter = period.quarter or 4
    answers: dict[str, Answer] = {}
    for code in _LISTINGS:
        rows = _LISTED[code](committee, period) if committee.sizes["xa"] else []
        answers |= _listed(code, rows)
    answers |= _inspection(committee, quarter)
    answers |= _supervision(committee, quarter)
    answers |= _petitions(committee, quarter)
    return answers | _meetings(committee)


def _listed(code: str, rows: list[Row]) -> Mapping[str, Answer]:
    if not rows:
        return {code: Absent.NOT_ARISEN}
    return {
        f"{code}.{number}.{column}": answer
        for number, row in enumerate(rows, start=1)
        for column, answer in row.items()
    }


def _commune(committee: Committee, number: int) -> str:
    """By number: no real commune did any of this."""
    return f"Xã số {number % committee.sizes['xa'] + 1}"


def _published(committee: Committee, period: Period) -> list[Row]:
    return [
        {
            "commune": _commune(committee, number + period.quarter),
            "group": group,
            "item": item,
            "summary": "Theo hồ sơ công khai của xã",
            "posted_once": "1",
            "portal": "1" if number % 2 else "0",
            "loudspeaker": "1",
            "duration": "days_30" if number < 2 else "regular",
            "from_day": date(period.year, 3 * period.quarter - 2, 5 + number),
            "to_day": date(period.year, 3 * period.quarter - 1, 8 + number),
        }
        for number, (group, item) in enumerate(_PUBLISHED)
    ]


def _decided(committee: Committee, period: Period) -> list[Row]:
    state, people = 150 * _MILLION, (30 + 5 * period.quarter) * _MILLION
    households = 180 + committee.sizes["thon"]
    works = {
        "commune": _commune(committee, period.quarter),
        "matter": "works",
        "summary": _WORKS[period.quarter - 1],
        "agency": "Ban Công tác Mặt trận thôn",
        "way": "meeting",
        "options": Decimal(2),
        "outcome": "Thống nhất phương án 1",
        "votes": Decimal(households * committee.rates["dan_ban"] // 100),
        "households": Decimal(households),
        "value": Decimal(state + people),
        "state": Decimal(state),
        "people": Decimal(people),
        "labour": Decimal(40 * period.quarter) + Decimal("0.5"),
        "other": Decimal(0),
    }
    fund = {
        "commune": _commune(committee, period.quarter + 3),
        "matter": "contributed",
        "summary": "Thu, chi quỹ của thôn",
        "agency": "Trưởng thôn",
        "way": "show",
        "options": Decimal(1),
        "outcome": "Thống nhất",
        "votes": Decimal(96),
        "households": Decimal(104),
    }
    return [works, fund]


def _voted(committee: Committee, period: Period) -> list[Row]:
    """Conventions are reviewed early in the year; the rest of it has nothing to vote on."""
    if period.quarter > 2:
        return []
    return [
        {
            "commune": _commune(committee, period.quarter + 1),
            "matter": "convention" if period.quarter == 1 else "inspection",
            "agency": "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
            "way": "meeting",
            "options": Decimal(1),
            "outcome": "Thống nhất",
        }
    ]


def _consulted(committee: Committee, period: Period) -> list[Row]:
    opinions = 20 + sum(committee.unit.encode()) % 17 + period.quarter
    return [
        {
            "commune": _commune(committee, period.quarter + 2),
            "item": "Dự thảo kế hoạch phát triển kinh tế - xã hội của xã",
            "summary": "Lấy ý kiến nhân dân trước khi trình",
            "residents": "1",
            "ballot": "1",
            "from_day": date(period.year, 3 * period.quarter - 1, 3),
            "to_day": date(period.year, 3 * period.quarter, 2),
            "opinions": Decimal(opinions),
            "accepted": Decimal(opinions * committee.rates["kien_nghi"] // 100),
        }
    ]


def _built(committee: Committee, period: Period) -> list[Row]:
    if period.quarter == 1:
        return []
    people, state = 45 * period.quarter * _MILLION, 300 * _MILLION
    return [
        {
            "commune": _commune(committee, period.quarter),
            "works": _WORKS[period.quarter - 1],
            "value": Decimal(people + state),
            "people": Decimal(people),
            "state": Decimal(state),
        }
    ]


def _watched(committee: Committee, period: Period) -> list[Row]:
    return [
        {
            "commune": _commune(committee, period.quarter + number),
            "matter": matter,
            "agency": agency,
            "party": Decimal(0),
            "government": Decimal(1 + number),
            "others": Decimal(0),
        }
        for number, (matter, agency) in enumerate(
            (
                ("Việc thực hiện các khoản đóng góp của nhân dân", "inspection"),
                ("Chất lượng công trình đường thôn", "supervision"),
            )
        )
    ]


_LISTED = {
    "I": _published,
    "II": _decided,
    "II-b": _voted,
    "III": _consulted,
    "III-b": _built,
    "IV": _watched,
}


def _numbered(sheet: str, figures: tuple[int | Decimal, ...]) -> Mapping[str, Answer]:
    return {f"{sheet}.{row}.figure": Decimal(figure) for row, figure in enumerate(figures, start=1)}


def _inspection(committee: Committee, quarter: int) -> Mapping[str, Answer]:
    communes, wrong = committee.sizes["xa"], len(committee.not_disclosed)
    money = 3 * wrong * quarter * _MILLION if quarter > 2 else 0
    land = Decimal("120.5") * wrong if quarter == 3 else Decimal(0)
    return _numbered("V", (communes + quarter, wrong, wrong, money, 0, land, Decimal(0)))


def _supervision(committee: Committee, quarter: int) -> Mapping[str, Answer]:
    works, wrong = committee.sizes["xa"] // 2 * quarter, len(committee.not_disclosed)
    reduced = 8 * wrong * _MILLION if quarter == 4 else 0
    return _numbered("VI", (works, works + wrong, wrong, wrong, 0, reduced, 0))


def _petitions(committee: Committee, quarter: int) -> Mapping[str, Answer]:
    received, resolved = (dict(_to_date(committee, rate)) for rate in (100, _resolved(committee)))
    said = {"1": received, "2": resolved}
    answers: dict[str, Answer] = {
        "VII.3.at_end": Decimal(received[quarter] - resolved[quarter]),
    }
    for row, to_date in said.items():
        answers[f"VII.{row}.in_period"] = Decimal(to_date[quarter] - to_date[quarter - 1])
        answers[f"VII.{row}.from_january"] = Decimal(to_date[quarter])
    return answers


def _resolved(committee: Committee) -> int:
    return committee.rates["don_thu"]


def _to_date(committee: Committee, rate: int) -> Iterator[tuple[int, int]]:
    yield 0, 0
    for quarter, share in enumerate(_TO_DATE, start=1):
        yield quarter, committee.sizes["co_quan"] * share * rate // 10_000


def _meetings(committee: Committee) -> Mapping[str, Answer]:
    villages = committee.sizes["thon"]
    twice = villages * committee.rates["dan_ban"] // 100
    return _numbered("VIII", (villages, villages - twice, twice, 0))
