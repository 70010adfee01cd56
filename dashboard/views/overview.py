"""The first page: the period in four figures, the map in small, and who stands where."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from dashboard.views import completion, overdue, places
from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.own_work import OwnWork
from dashboard.views.ranking import ranking_table
from dashboard.views.standing_words import is_nearly_due
from dashboard.views.table import Link, Table
from dashboard.views.tiles import TileMap, tile_map
from dashboard.views.unfinished import Unfinished, waiting_table
from dashboard.wording import day_text, number_text, period_name
from data_access.catalogue import Tile
from data_access.queries.obligations import Standing, Status
from data_access.queries.scores import RankingResult
from scoring.obligations import DUE_SOON_DAYS, State
from scoring.periods import Period
from scoring.self_score import period_words

TITLE = "Tổng quan"
_STATES_TITLE = "Tình hình nộp bảng tự chấm điểm"
NOTHING = "Kỳ này chưa có bảng tự chấm điểm, báo cáo tiến độ nào phải nộp."
_PLACES = 2
_NAMED = 6


@dataclass(frozen=True)
class KeyFigure:
    """A figure, the sentence that gives it a meaning, and the page with the names behind it."""

    label: str
    value: str
    sentence: str
    link: Link
    alarm: bool = False


@dataclass(frozen=True)
class Known:
    """What the queries said; `result` is None for whoever may not see the ranking yet, `own` for
    whoever reports for no unit, `unfinished` for whoever appraises nothing. `periods` with
    something in them, where there is nothing in this one."""

    self_scores: Status
    progress: Status
    open: tuple[Standing, ...]
    result: RankingResult | None
    tiles: tuple[Tile, ...]
    labels: Mapping[str, str]
    own: OwnWork | None = None
    unfinished: Unfinished | None = None
    periods: tuple[Period, ...] = ()


@dataclass(frozen=True)
class Overview:
    """`nothing` stands in place of map and table where nothing is owed in the period."""

    heading: Heading
    figures: tuple[KeyFigure, ...]
    map_title: str
    map: TileMap
    table: Table
    own: OwnWork | None = None
    waiting: Table | None = None
    nothing: str = ""


def overview(known: Known, period: Period, scene: Scene) -> Overview:
    """`known.open` is what is open on the day of view, of all periods that are still followed."""
    figures = (
        _handed_in(known.self_scores),
        _past_due(known.open),
        _score(known),
        _soon(known.open, scene.day),
    )
    provisional = "tạm tính" if known.result and known.result.provisional else ""
    return Overview(
        heading(TITLE, period_name(period), scene, provisional),
        figures,
        f"{completion.TITLE}, {period_words(period.quarter_of_record)}",
        tile_map(known.self_scores.standings, known.tiles, completion.PAGE),
        _table(known),
        known.own,
        waiting_table(known.unfinished) if known.unfinished else None,
        _nothing(known),
    )


def is_empty(*statuses: Status) -> bool:
    return not any(one.standings for one in statuses)


def _nothing(known: Known) -> str:
    if not is_empty(known.self_scores, known.progress):
        return ""
    if not known.periods:
        return NOTHING
    shown = [period_words(one) for one in known.periods[:_NAMED]]
    more = f" và {len(known.periods) - _NAMED} kỳ khác" if known.periods[_NAMED:] else ""
    return f"{NOTHING} Đề nghị chọn một kỳ có việc: {', '.join(shown)}{more}."


def _handed_in(status: Status) -> KeyFigure:
    return KeyFigure(
        "Đã nộp bảng tự chấm điểm",
        f"{status.received} / {status.expected}",
        f"đúng hạn {status.on_time}, trễ {status.late}, chưa nộp {status.missing}",
        Link(completion.PAGE, (("form", "tu-cham"),)),
    )


def _past_due(open_: Sequence[Standing]) -> KeyFigure:
    late = [one for one in open_ if one.state is State.OVERDUE]
    longest = max(late, key=lambda one: one.days_late, default=None)
    words = "không có việc quá hạn"
    if longest is not None:
        words = f"lâu nhất {longest.days_late} ngày: {longest.unit.label}"
    link = Link(overdue.PAGE, (("unit", None),))
    return KeyFigure("Quá hạn chưa hoàn thành", str(len(late)), words, link, alarm=bool(late))


def _score(known: Known) -> KeyFigure:
    """The mean where ranks may be seen, else how far the tasks' own reports have come."""
    ranked = known.result.ranking.places if known.result else ()
    if not ranked:
        return _progress(known.progress)
    mean = Fraction(sum(place.total for place in ranked)) / len(ranked)
    best = [place for place in ranked if place.total == max(one.total for one in ranked)]
    names = ", ".join(known.labels.get(place.unit, place.name) for place in best[:2])
    if len(best) > 2:
        names = f"{len(best)} đơn vị"
    return KeyFigure(
        f"Điểm trung bình của {len(ranked)} đơn vị",
        number_text(mean, _PLACES),
        f"cao nhất {number_text(best[0].total, _PLACES)}: {names}",
        Link(places.PAGE),
    )


def _progress(status: Status) -> KeyFigure:
    return KeyFigure(
        "Đã nộp báo cáo tiến độ",
        f"{status.received} / {status.expected}",
        f"đúng hạn {status.on_time}, trễ {status.late}, chưa nộp {status.missing}",
        Link(completion.PAGE, (("form", "tien-do"),)),
    )


def _soon(open_: Sequence[Standing], day: date) -> KeyFigure:
    soon = [one for one in open_ if is_nearly_due(one, day)]
    days = [one.last_day for one in soon if one.last_day]
    nearest = f"gần nhất ngày {day_text(min(days))}" if days else "không có việc đến hạn"
    link = Link(overdue.PAGE, (("unit", None), (overdue.ABOUT, overdue.SOON)))
    return KeyFigure(f"Đến hạn trong {DUE_SOON_DAYS} ngày", str(len(soon)), nearest, link)


def _table(known: Known) -> Table:
    if known.result is None or not known.result.ranking.places:
        return completion.state_table(known.self_scores.standings, title=_STATES_TITLE)
    return places.short_table(known.result, ranking_table(known.result), known.labels)
