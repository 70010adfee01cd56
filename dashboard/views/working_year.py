"""Lịch làm việc: the days of a year on which offices are closed, open in exchange, or uncertain."""

from calendar import Calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.table import ABSENT, Cell, Column, Row, Shape, Table
from dashboard.wording import day_text
from data_access.queries.calendar import CalendarDay
from scoring.workdays import DayKind

TITLE = "Lịch làm việc"
WEEKDAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
_LONG_WEEKDAYS = (
    "Thứ Hai",
    "Thứ Ba",
    "Thứ Tư",
    "Thứ Năm",
    "Thứ Sáu",
    "Thứ Bảy",
    "Chủ nhật",
)
_SATURDAY = 5
_WEEKEND = "weekend"
UNCERTAIN = (
    "Ngày chưa chắc chắn được tính là ngày nghỉ, để không đơn vị nào bị coi là trễ hạn vì ngày đó."
)


@dataclass(frozen=True)
class Sign:
    """How a day is told apart without its colour: sign in the square, word in the legend. `tone`
    names its ink in the stylesheet."""

    mark: str
    word: str
    tone: str


SIGNS: Mapping[DayKind, Sign] = {
    DayKind.OFF: Sign("▪", "nghỉ lễ, tết", "off"),
    DayKind.WORKED: Sign("+", "làm việc bù", "worked"),
    DayKind.UNCERTAIN: Sign("?", "chưa chắc chắn", "uncertain"),
}
ORDINARY = "theo ngày trong tuần"
KINDS: Mapping[str, str] = {
    DayKind.OFF.value: "nghỉ lễ, tết",
    DayKind.WORKED.value: "làm việc bù",
    DayKind.UNCERTAIN.value: "nghỉ, chưa chắc chắn",
    DayKind.ORDINARY.value: ORDINARY,
}


@dataclass(frozen=True)
class Square:
    """One day; `sentence` says what it is, `tone` is empty for an ordinary working day."""

    number: int
    mark: str
    tone: str
    sentence: str


@dataclass(frozen=True)
class Month:
    """Weeks from Monday to Sunday; None beside the month's own days."""

    title: str
    weeks: tuple[tuple[Square | None, ...], ...]


@dataclass(frozen=True)
class WorkingYear:
    heading: Heading
    year: int
    years: Mapping[str, str]
    months: tuple[Month, ...]
    legend: tuple[Sign, ...]
    table: Table | None
    may_edit: bool
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reckoned:
    """n working days from a day; `otherwise` where an uncertain day stands between."""

    sentence: str
    otherwise: str


def working_year(
    year: int, days: Sequence[CalendarDay], scene: Scene, *, may_edit: bool
) -> WorkingYear:
    by_day = {one.day: one for one in days}
    uncertain = [one for one in days if one.kind is DayKind.UNCERTAIN]
    kinds = {one.kind for one in days}
    return WorkingYear(
        heading(TITLE, f"Năm {year}: {_counted(days)}", scene),
        year,
        {str(one): f"Năm {one}" for one in _years(scene.day.year, year)},
        tuple(_month(year, number, by_day) for number in range(1, 13)),
        tuple(sign for kind, sign in SIGNS.items() if kind in kinds),
        _table(days),
        may_edit,
        (UNCERTAIN,) if uncertain else (),
    )


def reckoned(first: date, count: int, last: date, otherwise: date | None) -> Reckoned:
    said = f"{count} ngày làm việc kể từ {_named(first)} hết vào {_named(last)}."
    if otherwise is None:
        return Reckoned(said, "")
    return Reckoned(
        said, f"Nếu ngày chưa chắc chắn là ngày làm việc thì hết vào {_named(otherwise)}."
    )


def _counted(days: Sequence[CalendarDay]) -> str:
    weekdays = sum(one.kind is DayKind.OFF and one.day.weekday() < _SATURDAY for one in days)
    worked = sum(one.kind is DayKind.WORKED for one in days)
    uncertain = sum(one.kind is DayKind.UNCERTAIN for one in days)
    said = [f"{weekdays} ngày nghỉ lễ, tết trong tuần"]
    said += [f"{worked} ngày làm bù"] if worked else []
    said += [f"{uncertain} ngày chưa chắc chắn"] if uncertain else []
    return ", ".join(said)


def _years(today: int, shown: int) -> list[int]:
    return sorted({*range(today - 5, today + 2), shown}, reverse=True)


def _month(year: int, number: int, by_day: Mapping[date, CalendarDay]) -> Month:
    weeks = Calendar().monthdatescalendar(year, number)
    squares = (
        tuple(_square(day, by_day.get(day)) if day.month == number else None for day in week)
        for week in weeks
    )
    return Month(f"Tháng {number}", tuple(squares))


def _square(day: date, special: CalendarDay | None) -> Square:
    named = _named(day)
    if special is not None and special.kind in SIGNS:
        sign = SIGNS[special.kind]
        label = f" ({special.label})" if special.label else ""
        return Square(day.day, sign.mark, sign.tone, f"{named}: {sign.word}{label}")
    if day.weekday() >= _SATURDAY:
        return Square(day.day, "", _WEEKEND, f"{named}: nghỉ cuối tuần")
    return Square(day.day, "", "", f"{named}: ngày làm việc")


def _table(days: Sequence[CalendarDay]) -> Table | None:
    if not days:
        return None
    columns = (
        Column("Ngày", unbroken=True),
        Column("Là ngày"),
        Column("Nội dung"),
        Column("Căn cứ"),
    )
    rows = (
        Row(
            (
                Cell(day_text(one.day), detail=_LONG_WEEKDAYS[one.day.weekday()]),
                Cell(_words(one.kind)),
                Cell(one.label or ABSENT),
                Cell(one.source or ABSENT, detail=_by(one)),
            )
        )
        for one in days
    )
    return Table(columns, tuple(rows), "Các ngày khác ngày thường", shape=Shape.STACKED)


def _words(kind: DayKind) -> str:
    sign = SIGNS.get(kind)
    return f"{sign.mark} {sign.word}" if sign else ORDINARY


def _by(one: CalendarDay) -> str:
    if not one.by:
        return ""
    return f"{one.by} ghi ngày {day_text(one.at.date())}" if one.at else one.by


def _named(day: date) -> str:
    weekday = _LONG_WEEKDAYS[day.weekday()]
    return f"{weekday[:1].lower()}{weekday[1:]}, {day_text(day)}"
