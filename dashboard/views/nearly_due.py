"""*Việc sắp đến hạn*: what ends within a fortnight, an extension too, the nearest day first."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.long_lists import Paging, paging
from dashboard.views.narrowing import Narrowed
from dashboard.views.overdue import (
    LISTED,
    MESSAGE,
    PAGE,
    Asked,
    Overdue,
    chips,
    here,
    offered,
)
from dashboard.views.reminder_message import ABOUT, SOON_TOO
from dashboard.views.standing_words import (
    countdown,
    directs_text,
    due_text,
    duty_link,
    first_due,
    title_of,
)
from dashboard.views.table import Cell, Column, Link, Row, Shape, Table
from dashboard.wording import STATES, day_text, vietnamese_order
from data_access.standings import Standing
from scoring.obligations import DUE_SOON_DAYS

TITLE = "Việc sắp đến hạn"
_NONE = f"Không có việc đến hạn trong {DUE_SOON_DAYS} ngày"
_COLUMNS = (
    Column("Đơn vị"),
    Column("Nhiệm vụ, báo cáo", wide=True),
    Column("Hạn", number=True),
    Column("Thời gian còn lại", number=True),
    Column("Tình trạng"),
    Column("Chỉ đạo"),
)


def nearly_due(
    narrowed: Narrowed, asked: Asked, scene: Scene, offices: Mapping[str, str], *, reminds: bool
) -> Overdue:
    """`reminds`: the reader may write to the units."""
    kept = sorted(narrowed.kept, key=_nearest_first)
    pages = paging(len(kept), LISTED, asked.page, lambda page: here(asked, page=page))
    return Overdue(
        _heading(kept, scene),
        offered(narrowed),
        _table(kept, pages, scene.day, offices) if kept else None,
        tuple(chips(narrowed, asked)),
        tuple(_ways(asked, reminds)),
        pages,
        "" if kept else f"{_NONE}, tính từ ngày xem.",
    )


def _nearest_first(one: Standing) -> tuple:
    return one.last_day or date.max, vietnamese_order(one.unit.label)


def _heading(kept: Sequence[Standing], scene: Scene) -> Heading:
    if not kept:
        return heading(TITLE, _NONE, scene)
    units = {one.unit.code for one in kept}
    said = f"{len(kept)} việc của {len(units)} đơn vị đến hạn trong {DUE_SOON_DAYS} ngày"
    last = kept[0].last_day
    return heading(TITLE, said, scene, f"gần nhất ngày {day_text(last)}" if last else "")


def _table(kept: Sequence[Standing], pages: Paging, day: date, offices: Mapping[str, str]) -> Table:
    shown = kept[pages.first : pages.last]
    return Table(_COLUMNS, tuple(_row(one, day, offices) for one in shown), shape=Shape.STACKED)


def _row(one: Standing, day: date, offices: Mapping[str, str]) -> Row:
    return Row(
        (
            Cell(one.unit.label),
            Cell(title_of(one), one.programme, link=duty_link(one)),
            Cell(due_text(one), first_due(one)),
            Cell(countdown(one, day)),
            Cell(state=STATES[one.state]),
            Cell(directs_text(one, offices)),
        )
    )


def _ways(asked: Asked, reminds: bool) -> Iterator[tuple[str, Link]]:
    yield "Xem việc quá hạn", Link(PAGE, asked.chosen)
    if reminds:
        yield "Soạn tin nhắc", Link(MESSAGE, (*asked.chosen, (ABOUT, SOON_TOO)))
