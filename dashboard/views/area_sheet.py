"""Phiếu địa bàn in words: what fits on one A4 about a unit before a visit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from dashboard.views.inspections import paper_words, visit_state
from dashboard.views.offices import holder_words
from dashboard.views.recommended import state_of
from dashboard.views.table import ABSENT
from dashboard.wording import STATES, capital, day_text, number_text, period_name
from data_access.inspections import VisitKind
from data_access.queries.area_sheet import AreaSheet, Rated
from data_access.queries.inspections import VisitStanding
from data_access.queries.offices import Holder
from data_access.queries.unit_figures import ComparedFigure, UnitFigures
from data_access.recipients import Recipient
from data_access.standings import Standing
from scoring.facts import Absent
from scoring.obligations import State
from scoring.returns import Answer
from scoring.self_score import period_words

TITLE = "Phiếu địa bàn"
NOT_RATED = "Chưa có kết quả được công bố."
NO_FIGURES = "Chưa có số liệu, hoặc số liệu không thuộc phạm vi theo dõi của người xem."
NO_DUTIES = "Không có việc quá hạn hoặc đến hạn trong 30 ngày tới."
NO_VISITS = "Chưa kiểm tra lần nào."
NO_RECOMMENDATIONS = "Không có kiến nghị chưa thực hiện xong."
# One side of A4 holds about so much; what is left out is counted.
_FIGURES, _DUTIES, _VISITS, _RECOMMENDED, _CONTACTS, _LONGEST = 8, 8, 3, 4, 4, 140
_ABSENT = {Absent.NOT_ARISEN: "KPS", Absent.NOT_APPLICABLE: "KAD", Absent.NOT_REPORTED: ABSENT}


@dataclass(frozen=True)
class Part:
    """A numbered part of the sheet: a table, or the sentence that stands in its place. `left` says
    how many rows did not fit; `wide` is the column that takes the room, `numbers` those with
    figures."""

    title: str
    headings: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    said: str = ""
    left: str = ""
    wide: int = 0
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True)
class AreaSheetView:
    title: str
    subject: str
    scope: str
    known: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]


def area_sheet(sheet: AreaSheet) -> AreaSheetView:
    return AreaSheetView(
        TITLE,
        sheet.unit.name,
        f"Tình hình đến hết ngày {day_text(sheet.day)}",
        tuple(_known(sheet)),
        (
            _rated(sheet.rated),
            _figures(sheet.figures),
            _duties(sheet.duties, sheet.day),
            _visits(sheet.visits),
            _recommended(sheet.visits, sheet.day),
        ),
    )


def _known(sheet: AreaSheet) -> Iterator[tuple[str, str]]:
    if sheet.parent is not None:
        yield "Trực thuộc", sheet.parent.name
    if sheet.unit.group:
        yield "Khối, cụm", sheet.unit.group
    if sheet.unit.exists_to is not None:
        yield "Hoạt động đến hết", day_text(sheet.unit.exists_to)
    yield "Theo dõi địa bàn", _holders(sheet.followers) or "chưa phân công"
    if sheet.offices:
        yield "Lãnh đạo đơn vị", _holders(sheet.offices)
    if sheet.recipients:
        yield "Liên hệ", "; ".join(_contact(one) for one in sheet.recipients[:_CONTACTS])


def _holders(holders: Sequence[Holder]) -> str:
    return _clipped("; ".join(holder_words(one) for one in holders))


def _contact(one: Recipient) -> str:
    return f"{one.name} ({one.address})" if one.name else one.address


def _rated(rated: Rated | None) -> Part:
    title = "Đánh giá, xếp loại gần nhất"
    if rated is None:
        return Part(title, said=NOT_RATED)
    place = f"xếp thứ {rated.place}/{rated.of}" if rated.place is not None else "chưa xếp thứ"
    parts = (
        place,
        rated.class_name or "",
        f"{number_text(rated.total, 2)} điểm" if rated.total is not None else "",
        _small(rated.reason),
    )
    words = ", ".join(part for part in parts if part)
    at = day_text(rated.publication.at.date())
    return Part(title, said=f"{period_name(rated.period)}: {words} (công bố ngày {at}).")


def _figures(figures: UnitFigures | None) -> Part:
    """Those that moved most first; where nothing is known of the period before, as printed."""
    if figures is None or not figures.figures:
        return Part("Số liệu gần nhất", said=NO_FIGURES)
    now, then = period_words(figures.period), period_words(figures.before)
    ordered = sorted(figures.figures, key=_moved, reverse=True)
    rows = tuple(
        (_clipped(one.asked.label), one.asked.unit, _written(one.before), _written(one.value))
        for one in ordered[:_FIGURES]
    )
    title = f"Số liệu gần nhất theo bảng tự chấm điểm, lũy kế từ đầu năm ({now})"
    heads = ("Số liệu", "Đơn vị tính", capital(then), capital(now))
    return Part(title, heads, rows, left=_left(len(ordered), _FIGURES, "số liệu"), numbers=(2, 3))


def _moved(one: ComparedFigure) -> Fraction:
    """By how much of the larger of the two; unchanged and unknown ones come last."""
    if not (isinstance(one.value, Decimal) and isinstance(one.before, Decimal)):
        return Fraction(0)
    largest = max(abs(one.value), abs(one.before))
    return Fraction(abs(one.value - one.before)) / Fraction(largest) if largest else Fraction(0)


def _duties(duties: Sequence[Standing], day: date) -> Part:
    late = sum(one.state is State.OVERDUE for one in duties)
    if not duties:
        return Part("Việc quá hạn, sắp đến hạn", said=NO_DUTIES)
    rows = tuple(_duty(one) for one in duties[:_DUTIES])
    title = f"Việc quá hạn ({late}), đến hạn trong 30 ngày ({len(duties) - late})"
    heads = ("Việc, báo cáo", "Hạn", "Tình trạng")
    return Part(title, heads, rows, left=_left(len(duties), _DUTIES, "việc"))


def _duty(one: Standing) -> tuple[str, ...]:
    owed = one.obligation
    state = STATES[one.state].word
    days = f" {one.days_late} ngày" if one.state is State.OVERDUE else ""
    when = "" if owed.task else f", {period_words(owed.period)}"
    last = one.last_day
    return _clipped(f"{owed.title}{when}"), day_text(last) if last else ABSENT, f"{state}{days}"


def _visits(visits: Sequence[VisitStanding]) -> Part:
    if not visits:
        return Part("Kiểm tra", said=NO_VISITS)
    newest = list(reversed(visits))
    rows = tuple(
        (day_text(one.visit.day), visit_state(one).word, _clipped(_papers(one) or ABSENT))
        for one in newest[:_VISITS]
    )
    heads = ("Ngày", "Tình trạng", "Biên bản, kết luận")
    return Part("Kiểm tra", heads, rows, left=_left(len(visits), _VISITS, "lần"), wide=2)


def _papers(one: VisitStanding) -> str:
    conclusion = one.visit.latest(VisitKind.CONCLUSION)
    minutes = one.visit.latest(VisitKind.MINUTES)
    known = [paper_words(event) for event in (minutes, conclusion) if event]
    said = conclusion.text if conclusion else ""
    return "; ".join(known) + (f": {said}" if said else "")


def _recommended(visits: Sequence[VisitStanding], day: date) -> Part:
    title = "Kiến nghị chưa thực hiện xong"
    waiting = [told for one in visits for told in one.recommendations if told.done is None]
    waiting.sort(key=lambda told: (told.due, told.id))
    if not waiting:
        return Part(title, said=NO_RECOMMENDATIONS)
    rows = tuple(
        (
            _clipped(told.text),
            told.criterion or ABSENT,
            day_text(told.due),
            state_of(told, day).word,
        )
        for told in waiting[:_RECOMMENDED]
    )
    heads = ("Kiến nghị", "Tiêu chí", "Hạn", "Tình trạng")
    return Part(title, heads, rows, left=_left(len(waiting), _RECOMMENDED, "kiến nghị"))


def _left(count: int, shown: int, what: str) -> str:
    return f"và {count - shown} {what} khác trên hệ thống" if count > shown else ""


def _written(answer: Answer | None) -> str:
    if answer is None:
        return ABSENT
    return _ABSENT[answer] if isinstance(answer, Absent) else number_text(answer)


def _small(words: str) -> str:
    """Inside a sentence; an abbreviation (UBND) keeps its capitals."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _clipped(words: str) -> str:
    """Whole words, as many as leave room for the rest."""
    if len(words) <= _LONGEST:
        return words
    return words[:_LONGEST].rpartition(" ")[0].rstrip(" ,;") + " …"
