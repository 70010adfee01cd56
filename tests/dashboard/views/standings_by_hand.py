"""Standings written by hand, as the queries give them."""

from datetime import date, datetime

from dashboard.views.heading import Scene
from data_access.catalogue import Tile
from data_access.moments import HANOI
from data_access.queries.obligations import Status
from data_access.standings import Standing
from scoring.obligations import Obligation, State
from scoring.periods import Period
from scoring.units import Unit

QUARTER = Period(2022, 3)
DUE = date(2022, 10, 12)
SCENE = Scene("Ban Chỉ đạo tỉnh", "BCĐ tỉnh", illustrative=True, day=date(2022, 10, 27))
TILES = (Tile("a", 0, 1), Tile("b", 2, 0))


def standing(
    name: str,
    state: State,
    *,
    days_late: int = 0,
    task: str | None = None,
    code: str = "",
    programme: str = "Kế hoạch năm 2022",
    due: date | None = DUE,
    offices: tuple[str, ...] = (),
    reminded: tuple[date, ...] = (),
) -> Standing:
    handed_in = state in (State.ON_TIME, State.LATE)
    title = "Bảng tự chấm điểm" if task is None else "Kiểm tra tại cơ sở"
    form = "tu-cham" if task is None else None
    unit = code or name
    return Standing(
        Obligation(unit, "KH", title, QUARTER, due, task=task, form=form, offices=offices),
        Unit(unit, f"Ban Chỉ đạo {name}", "ban-chi-dao-huyen", name),
        programme,
        state,
        days_late,
        datetime(2022, 10, 14, 8, 30, tzinfo=HANOI) if handed_in else None,
        "" if task is None else "Đồng chí Trưởng Ban",
        reminded=reminded,
        last_day=due,
    )


def status(*standings: Standing) -> Status:
    states = [one.state for one in standings]
    on_time, late = states.count(State.ON_TIME), states.count(State.LATE)
    received = on_time + late
    return Status(len(states), received, on_time, late, len(states) - received, standings)
