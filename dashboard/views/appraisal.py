"""The page of whoever appraises: what waits, one unit across criteria, one criterion across
units."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.views.appraisal_grid import PAGE_LINES, GridLine, grid_lines, waits
from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.long_lists import PAGE_NUMBER
from dashboard.views.table import ABSENT, Cell, Column, Link, Row, Shape, Table
from dashboard.wording import moment_text, period_name, vietnamese_order
from data_access.queries.appraisals import AppraisalLine, LineState
from data_access.score_events import ScoreEvent, ScoreEventKind
from scoring.periods import Period
from scoring.self_score import period_words

PAGE = "tham-dinh"
TITLE = "Thẩm định điểm"
WAITING_ONLY, EVERY_LINE = "", "tat-ca"
SCOPES: Mapping[str, str] = {WAITING_ONLY: "Dòng đang chờ", EVERY_LINE: "Tất cả các dòng"}
NOTHING_YOURS = "Không có tiêu chí nào giao cho tài khoản này thẩm định trong kỳ này."
NOT_YOURS = (
    "Tiêu chí {criterion} không giao cho tài khoản này thẩm định trong kỳ này. "
    "Đề nghị chọn tiêu chí khác trong danh sách."
)
NOT_SCORED = "chưa tự chấm điểm"
NONE_WAITS = "Không có dòng điểm nào chờ thẩm định"
NOTHING_WAITS = "Không còn dòng điểm nào chờ thẩm định ở đây. Chọn “Tất cả các dòng” để xem lại."
_CLOSED = (
    "{count} dòng đã công bố nên không ghi điểm được, trừ khi đề nghị xem xét lại được chấp nhận "
    "hoặc có quyết định đánh giá lại."
)


@dataclass(frozen=True)
class Choice:
    """What the address chooses; empty unit and criterion: the list of what waits. `on_screen`: the
    lines, by unit and criterion, whose fields may hold what was typed: they stay until it is
    handed over, whatever others did to them meanwhile."""

    unit: str | None = None
    criterion: str | None = None
    scope: str = WAITING_ONLY
    page: int = 1
    on_screen: Collection[tuple[str, str]] = ()


@dataclass(frozen=True)
class Appraisal:
    """`lines` are those to give points to; `ways` lead back to the list and on to what is next;
    `may_conclude`: the reader may write down what the committee as a whole decided."""

    heading: Heading
    period: Period
    criteria: str | None
    said: tuple[str, ...] = ()
    ways: tuple[tuple[str, Link], ...] = ()
    tables: tuple[Table, ...] = ()
    lines: tuple[GridLine, ...] = ()
    units: tuple[tuple[str, str], ...] = ()
    criteria_choice: tuple[tuple[str, str], ...] = ()
    may_conclude: bool = False

    @property
    def criteria_options(self) -> dict[str, str]:
        return {"": "Tất cả tiêu chí", **dict(self.criteria_choice)}


@dataclass(frozen=True)
class Desk:
    """What the queries know: the lines the reader appraises, and what waits for an answer."""

    lines: Sequence[AppraisalLine]
    questions: Sequence[ScoreEvent]
    labels: Mapping[str, str]
    period: Period
    criteria: str | None
    may_conclude: bool


def appraisal(desk: Desk, choice: Choice, scene: Scene) -> Appraisal:
    if not desk.lines:
        empty = _heading(desk, "Không có dòng điểm nào", scene)
        return Appraisal(empty, desk.period, desk.criteria, (NOTHING_YOURS,))
    if choice.unit is None and choice.criterion is None:
        return _list(desk, scene)
    return _grid(desk, choice, scene)


def _list(desk: Desk, scene: Scene) -> Appraisal:
    waiting = sum(map(waits, desk.lines))
    title = f"{waiting} dòng điểm chờ thẩm định" if waiting else NONE_WAITS
    requests = _requests(desk)
    return Appraisal(
        _heading(desk, title, scene),
        desk.period,
        desk.criteria,
        tables=tuple(filter(None, (requests, _by_unit(desk), _by_criterion(desk)))),
        units=_units(desk),
        criteria_choice=_criteria(desk),
    )


def _grid(desk: Desk, choice: Choice, scene: Scene) -> Appraisal:
    chosen = [one for one in desk.lines if _is_chosen(one, choice)]
    shown = [one for one in chosen if choice.scope == EVERY_LINE or waits(one)]
    editable = [one for one in shown if one.open]
    first = (choice.page - 1) * PAGE_LINES
    page = _on_screen(chosen, choice) or editable[first : first + PAGE_LINES]
    said = (
        "" if page else _nothing(desk, choice, chosen),
        _CLOSED.format(count=len(shown) - len(editable)) if len(shown) > len(editable) else "",
    )
    waiting = sum(map(waits, chosen))
    left = f"{waiting} dòng" if waiting else "không còn dòng"
    title = f"{_title(desk, choice)}: {left} chờ thẩm định"
    return Appraisal(
        _heading(desk, title, scene),
        desk.period,
        desk.criteria,
        tuple(filter(None, said)),
        tuple(_ways(desk, choice, len(editable))),
        lines=grid_lines(page, desk.labels, of_one_unit=choice.unit is not None),
        units=_units(desk),
        criteria_choice=_criteria(desk),
        may_conclude=desk.may_conclude,
    )


def _on_screen(chosen: Sequence[AppraisalLine], choice: Choice) -> list[AppraisalLine]:
    return [one for one in chosen if (one.unit.code, one.leaf.code) in choice.on_screen]


def _nothing(desk: Desk, choice: Choice, chosen: Sequence[AppraisalLine]) -> str:
    if chosen:
        return NOTHING_WAITS
    if choice.criterion and choice.criterion not in dict(_criteria(desk)):
        return NOT_YOURS.format(criterion=choice.criterion)
    return NOTHING_YOURS


def _heading(desk: Desk, title: str, scene: Scene) -> Heading:
    return heading(f"{TITLE} · {period_name(desk.period)}", title, scene)


def _is_chosen(line: AppraisalLine, choice: Choice) -> bool:
    return choice.unit in (None, line.unit.code) and choice.criterion in (None, line.leaf.code)


def _title(desk: Desk, choice: Choice) -> str:
    if choice.unit is not None:
        return dict(_units(desk)).get(choice.unit, choice.unit)
    return f"Tiêu chí {choice.criterion}"


def _ways(desk: Desk, choice: Choice, count: int) -> Iterator[tuple[str, Link]]:
    """Back, through the pages of a long grid, and on to the next that waits."""
    yield "Về danh sách chờ thẩm định", Link(PAGE, (("unit", None),))
    here = (("unit", choice.unit), ("tieu-chi", choice.criterion), ("xem", choice.scope or None))
    pages = -(-count // PAGE_LINES)
    for number in range(1, pages + 1 if pages > 1 else 0):
        if number != choice.page:
            yield f"Trang {number}/{pages}", Link(PAGE, (*here, (PAGE_NUMBER, str(number))))
    if choice.unit is not None and (following := _next_unit(desk, choice.unit)):
        yield f"Đơn vị tiếp theo: {following[1]}", Link(PAGE, (("unit", following[0]),))


def _next_unit(desk: Desk, unit: str) -> tuple[str, str] | None:
    waiting = {one.unit.code for one in desk.lines if waits(one)} - {unit}
    ordered = [one for one in _units(desk) if one[0] in waiting or one[0] == unit]
    at = next((index for index, one in enumerate(ordered) if one[0] == unit), -1)
    around = ordered[at + 1 :] + ordered[: max(at, 0)]
    return around[0] if around else None


def _units(desk: Desk) -> tuple[tuple[str, str], ...]:
    found = {one.unit.code: one.unit.label for one in desk.lines}
    return tuple(sorted(found.items(), key=lambda one: vietnamese_order(one[1])))


def _criteria(desk: Desk) -> tuple[tuple[str, str], ...]:
    found = {one.leaf.code: f"{one.leaf.code}. {one.leaf.text}" for one in desk.lines}
    return tuple(found.items())


def _by_unit(desk: Desk) -> Table:
    return _counted("Theo đơn vị", "Đơn vị", desk, _units(desk), "unit", lambda one: one.unit.code)


def _by_criterion(desk: Desk) -> Table:
    named = _criteria(desk)
    return _counted("Theo tiêu chí", "Tiêu chí", desk, named, "tieu-chi", lambda one: one.leaf.code)


def _counted(
    title: str,
    heading_: str,
    desk: Desk,
    named: Sequence[tuple[str, str]],
    param: str,
    code_of: Callable[[AppraisalLine], str],
) -> Table:
    """One row for each, with how many lines stand where; the row's link opens its grid."""
    columns = (
        Column(heading_),
        Column("Chờ thẩm định", number=True),
        Column("Trong đó đã giải trình", number=True),
        Column("Chờ giải trình", number=True),
        Column("Đã thẩm định", number=True),
        Column("Số dòng", number=True, minor=True),
    )
    grouped: dict[str, list[AppraisalLine]] = {code: [] for code, _ in named}
    for line in desk.lines:
        grouped[code_of(line)].append(line)
    rows = tuple(
        Row(
            (
                _named(name, _opened(param, code, grouped[code]), grouped[code]),
                *_counts(grouped[code]),
            )
        )
        for code, name in named
    )
    return Table(columns, rows, title, shape=Shape.STACKED)


def _named(name: str, link: Link, lines: Sequence[AppraisalLine]) -> Cell:
    """A unit that gave itself no points at all has not handed in its self-score."""
    silent = all(one.claim is None and one.state is LineState.WAITING for one in lines)
    return Cell(name, link=link, detail=NOT_SCORED if silent else "")


def _opened(param: str, code: str, lines: Sequence[AppraisalLine]) -> Link:
    scope = None if any(map(waits, lines)) else EVERY_LINE
    kept = () if param == "unit" else (("unit", None),)
    return Link(PAGE, (*kept, (param, code), ("xem", scope)))


def _counts(lines: Sequence[AppraisalLine]) -> Iterator[Cell]:
    yield Cell(_number(sum(map(waits, lines))))
    for state in (LineState.EXPLAINED, LineState.EXPLANATION_ASKED, LineState.APPRAISED):
        yield Cell(_number(sum(one.state is state for one in lines)))
    yield Cell(str(len(lines)))


def _number(count: int) -> str:
    return str(count) if count else ABSENT


def _requests(desk: Desk) -> Table | None:
    """Units that ask to have a published line looked at again."""
    asked = [one for one in desk.questions if one.kind is ScoreEventKind.RECONSIDERATION_ASKED]
    if not asked:
        return None
    names, criteria = dict(_units(desk)), dict(_criteria(desk))
    rows = tuple(
        Row(
            (
                Cell(names.get(one.unit, one.unit), link=_card(one.unit)),
                Cell(criteria.get(one.criterion, one.criterion), detail=one.text),
                Cell(moment_text(one.at), detail=one.by),
            )
        )
        for one in asked
    )
    columns = (Column("Đơn vị"), Column("Đề nghị xem xét lại"), Column("Gửi lúc"))
    title = f"{len(rows)} đề nghị xem xét lại {period_words(desk.period)} chưa trả lời"
    return Table(columns, rows, title, shape=Shape.STACKED)


def _card(unit: str) -> Link:
    return Link("xep-loai", (("unit", unit),))
