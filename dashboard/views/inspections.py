"""Kiểm tra on the screen: each team with the places it goes to, and what it recommended."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.recommended import recommended
from dashboard.views.table import ABSENT, Basis, Cell, Column, Link, Row, Shape, Table
from dashboard.wording import StateWords, day_text
from data_access.inspections import Inspection, VisitEvent, VisitKind
from data_access.queries.inspections import InspectionStanding, VisitStanding

PAGE, TITLE = "kiem-tra", "Kiểm tra"
PAPER = "tep/kiem-tra"
NOTHING = "Chưa có cuộc kiểm tra nào."
NOT_CHOSEN = "Chưa xếp lịch nơi kiểm tra."
KINDS: Mapping[VisitKind, str] = {
    VisitKind.MOVED: "Dời sang ngày",
    VisitKind.HELD: "Tiến hành ngày",
    VisitKind.MINUTES: "Biên bản",
    VisitKind.CONCLUSION: "Kết luận",
    VisitKind.CANCELLED: "Hủy",
}
_HEAD = "Trưởng đoàn"
_PLANNED = StateWords("đã xếp lịch", "○", "#4A5568", "#EDEFF2")
_HELD = StateWords("đã tiến hành", "◐", "#1B4F8A", "#E6EEF6")
_CONCLUDED = StateWords("đã kết luận", "●", "#2F6B4F", "#E4EFE8")
_CANCELLED = StateWords("đã hủy", "–", "#6B6459", "#FFFFFF", bordered=True)
_COLUMNS = (
    Column("Nơi kiểm tra", unbroken=True),
    Column("Ngày", number=True),
    Column("Tình trạng"),
    Column("Biên bản, kết luận", wide=True),
    Column("Kiến nghị", number=True),
)


@dataclass(frozen=True)
class Choices:
    """What the forms may choose from, by number as text: inspections, those whose decision has no
    number yet, visits that are still to be held, that were held, recommendations that are open or
    done."""

    inspections: Mapping[str, str]
    unnumbered: Mapping[str, str]
    planned: Mapping[str, str]
    held: Mapping[str, str]
    open: Mapping[str, str]
    done: Mapping[str, str]


@dataclass(frozen=True)
class Book:
    """One team: what it goes by, and where it goes."""

    title: str
    said: tuple[tuple[str, str], ...]
    visits: Table | None


@dataclass(frozen=True)
class Inspections:
    heading: Heading
    years: Mapping[str, str]
    books: tuple[Book, ...]
    recommended: Table | None
    choices: Choices


def inspections(
    found: Sequence[InspectionStanding],
    scene: Scene,
    years: Sequence[int],
    year: int | None,
    titles: Mapping[str, str],
) -> Inspections:
    """`titles` of programmes and criteria tables, by code."""
    visits = [one for standing in found for one in standing.visits]
    scope = f"năm {year}" if year else "tất cả các năm"
    return Inspections(
        heading(TITLE, _title(visits), scene, scope),
        {"": "Tất cả các năm", **{str(one): f"Năm {one}" for one in years}},
        tuple(_book(one, scene.day, titles) for one in found),
        recommended(visits, scene.day, titles=titles),
        _choices(found, visits),
    )


def visit_state(standing: VisitStanding) -> StateWords:
    visit = standing.visit
    if visit.cancelled is not None:
        return _CANCELLED
    if visit.latest(VisitKind.CONCLUSION) is not None:
        return _CONCLUDED
    return _HELD if visit.held is not None else _PLANNED


def visits_table(visits: Sequence[VisitStanding], day: date, title: str = "") -> Table | None:
    if not visits:
        return None
    rows = tuple(_visit_row(one, day) for one in visits)
    return Table(_COLUMNS, rows, title, shape=Shape.STACKED)


def paper_words(event: VisitEvent) -> str:
    """ "Kết luận 15-KL/BCĐ ngày 20/09/2022"; a paper may have no number."""
    named = f"{KINDS[event.kind]} {event.number}".strip()
    return f"{named} ngày {day_text(event.day)}"


def _title(visits: Sequence[VisitStanding]) -> str:
    if not visits:
        return NOTHING.removesuffix(".")
    held = sum(one.visit.held is not None for one in visits)
    told = [told for one in visits for told in one.recommendations]
    waiting = sum(one.done is None for one in told)
    return f"{held}/{len(visits)} nơi đã kiểm tra, {waiting} kiến nghị chưa thực hiện xong"


def _book(found: InspectionStanding, day: date, titles: Mapping[str, str]) -> Book:
    return Book(
        _numbered(found.inspection),
        tuple(_said(found.inspection, titles)),
        visits_table(found.visits, day),
    )


def _numbered(one: Inspection) -> str:
    """Year after year they bear the same title."""
    return f"{one.id}. {one.team.title}"


def _said(one: Inspection, titles: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    team = one.team
    decided = f" ngày {day_text(team.decided_on)}" if team.decided_on else ""
    yield "Quyết định", f"{team.decision or '(chưa có số)'}{decided}"
    if team.members:
        head, *others = team.members
        # Some write the head's part behind his name, some do not.
        named = head if _HEAD.lower() in head.lower() else f"{head} ({_HEAD})"
        yield "Đoàn kiểm tra", "; ".join((named, *others))
    if team.programme:
        task = f", mục {team.task}" if team.task else ""
        yield "Thực hiện", f"{titles.get(team.programme, team.programme)}{task}"


def _visit_row(one: VisitStanding, day: date) -> Row:
    visit = one.visit
    late = visit.held is None and visit.cancelled is None and visit.day < day
    first = f"dự kiến {day_text(visit.planned_on)}" if visit.day != visit.planned_on else ""
    waiting = sum(told.done is None for told in one.recommendations)
    return Row(
        (
            Cell(
                one.unit.label,
                detail="" if visit.announced else "không báo trước",
                link=Link("don-vi", (("unit", visit.unit),)),
            ),
            Cell(day_text(visit.day), detail=first, alarm=late),
            Cell(state=visit_state(one), detail="đã qua ngày dự kiến" if late else ""),
            Cell(_papers(one) or ABSENT, basis=tuple(_happened(one))),
            Cell(str(len(one.recommendations)), detail=f"{waiting} còn mở" if waiting else ""),
        )
    )


def _papers(one: VisitStanding) -> str:
    kinds = (VisitKind.MINUTES, VisitKind.CONCLUSION)
    return "; ".join(paper_words(event) for event in one.visit.events if event.kind in kinds)


def _happened(one: VisitStanding) -> Iterator[Basis]:
    """Everything that happened, with the signed papers to open."""
    for event in one.visit.events:
        stored = Link(PAPER, (("id", str(event.id)),), keeps=False) if event.sha256 else None
        words = ": ".join(part for part in (_label(event), event.text) if part)
        yield Basis(KINDS[event.kind], f"{words} ({event.by} ghi)", stored)


def _label(event: VisitEvent) -> str:
    return " ngày ".join(part for part in (event.number, day_text(event.day)) if part)


def _choices(found: Sequence[InspectionStanding], visits: Sequence[VisitStanding]) -> Choices:
    planned = (one for one in visits if not (one.visit.held or one.visit.cancelled))
    held = (one for one in visits if one.visit.held)
    told = [(one, told) for one in visits for told in one.recommendations]
    words = {
        told.id: (f"{one.unit.label}: {told.text} (hạn {day_text(told.due)})", told.done)
        for one, told in told
    }
    unnumbered = (one for one in found if not one.inspection.team.decision)
    return Choices(
        {str(one.inspection.id): _numbered(one.inspection) for one in found},
        {str(one.inspection.id): _numbered(one.inspection) for one in unnumbered},
        {str(one.visit.id): _named(one) for one in planned},
        {str(one.visit.id): _named(one) for one in held},
        {str(number): said for number, (said, done) in words.items() if done is None},
        {str(number): said for number, (said, done) in words.items() if done is not None},
    )


def _named(one: VisitStanding) -> str:
    return f"{one.unit.label}, ngày {day_text(one.visit.day)}"
