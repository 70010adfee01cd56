"""What stands in each of the books kept beside the returns, line by line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dashboard.views.table import ABSENT, Cell, Column, Link, Row, Shape, Table
from dashboard.wording import STATES, StateWords, day_text, number_text, period_name
from data_access.models import Level, RecognisedModel
from data_access.outside_figures import OutsideFigure
from data_access.remedies import Remedy
from scoring.facts import Absent
from scoring.obligations import State

LEVELS: Mapping[Level, str] = {
    Level.COMMUNE: "cấp xã",
    Level.DISTRICT: "cấp huyện",
    Level.PROVINCE: "cấp tỉnh",
    Level.CENTRAL: "Trung ương",
}
NO_MODELS = "Từ đầu năm đến hết kỳ chưa có mô hình nào được ghi vào sổ."
NO_FIGURES = "Chưa ghi số liệu nào của cơ quan khác trong kỳ này."
NOTHING_SUPPLIED = "Bảng tiêu chí của kỳ này không dùng số liệu do cơ quan khác cung cấp."
NO_REMEDIES = "Chưa có kế hoạch khắc phục nào của kỳ này."
_ABSENT = {
    Absent.NOT_REPORTED: "chưa có",
    Absent.NOT_ARISEN: "không phát sinh",
    Absent.NOT_APPLICABLE: "không áp dụng",
}
_DONE = StateWords("đã khắc phục", "●", "#2F6B4F", "#E4EFE8")
_UNDER_WAY = StateWords("đang thực hiện", "○", "#4A5568", "#EDEFF2")


@dataclass(frozen=True)
class Known:
    """Names of what the rows hold as codes; `figures` and `criteria` may also be chosen from."""

    units: Mapping[str, str]
    figures: Mapping[str, str] = field(default_factory=dict)
    criteria: Mapping[str, str] = field(default_factory=dict)

    def unit(self, code: str) -> str:
        return self.units.get(code, code)


@dataclass(frozen=True)
class Book:
    """`said` stands in the table's place where nothing is in it. `open` are the entries that may
    still be closed (struck off, finished): number and words that tell them apart."""

    said: str
    table: Table | None
    open: tuple[tuple[int, str], ...] = ()


def models_book(entries: Sequence[RecognisedModel], known: Known) -> Book:
    if not entries:
        return Book(NO_MODELS, None)
    counted = [one for one in entries if one.struck_off is None]
    choices = tuple((one.id, f"{known.unit(one.unit)}: {one.recognition.name}") for one in counted)
    return Book("", _models(entries, len(counted), known), choices)


def figures_book(entries: Sequence[OutsideFigure], known: Known) -> Book:
    if not entries:
        return Book(NO_FIGURES if known.figures else NOTHING_SUPPLIED, None)
    return Book("", _figures(entries, known))


def remedies_book(entries: Sequence[Remedy], known: Known, day: date) -> Book:
    if not entries:
        return Book(NO_REMEDIES, None)
    choices = tuple(
        (one.id, f"{known.unit(one.unit)}: tiêu chí {one.criterion}, hạn {day_text(one.due)}")
        for one in entries
        if one.done_on is None
    )
    return Book("", _remedies(entries, known, day), choices)


def _models(entries: Sequence[RecognisedModel], counted: int, known: Known) -> Table:
    columns = (
        Column("Mô hình"),
        Column("Đơn vị", unbroken=True),
        Column("Cấp công nhận", unbroken=True),
        Column("Quyết định"),
        Column("Ghi chú"),
    )
    left = len(entries) - counted
    said = f"{counted} mô hình được tính" + (f", {left} đã đưa ra khỏi sổ" if left else "")
    rows = tuple(_model_row(one, known) for one in entries)
    notes = (
        "Bảng tiêu chí nào lấy số mô hình từ sổ thì đếm ở đây, không theo số đơn vị tự ghi; "
        "một mô hình ghi hai lần ở cùng một cấp chỉ tính một.",
    )
    return Table(columns, rows, said, shape=Shape.STACKED, notes=notes)


def _model_row(one: RecognisedModel, known: Known) -> Row:
    told = one.recognition
    struck = "" if one.struck_off is None else f"Không còn tính: {one.struck_off_reason}"
    return Row(
        (
            Cell(told.name, detail=told.field),
            Cell(known.unit(one.unit)),
            Cell(LEVELS[told.level]),
            Cell(told.decision, detail=f"ngày {day_text(told.decided_on)}"),
            Cell(struck, detail=f"{one.by} ghi ngày {day_text(one.at.date())}"),
        )
    )


def _figures(entries: Sequence[OutsideFigure], known: Known) -> Table:
    columns = (
        Column("Số liệu"),
        Column("Đơn vị", unbroken=True),
        Column("Giá trị", number=True),
        Column("Số liệu đến ngày", number=True),
        Column("Nguồn"),
        Column("Ghi chú"),
    )
    counts = {(one.unit, one.period, one.key): one.id for one in entries}
    rows = tuple(
        _figure_row(one, known, counts=counts[one.unit, one.period, one.key] == one.id)
        for one in entries
    )
    return Table(columns, rows, shape=Shape.STACKED)


def _figure_row(one: OutsideFigure, known: Known, *, counts: bool) -> Row:
    told = one.supplied
    value = told.value
    words = _ABSENT[value] if isinstance(value, Absent) else number_text(value)
    return Row(
        (
            Cell(known.figures.get(one.key, one.key), detail=period_name(one.period)),
            Cell(known.unit(one.unit)),
            Cell(words),
            Cell(day_text(told.as_of)),
            Cell(told.source, detail=told.document),
            Cell(
                "" if counts else "Đã thay bằng số ghi sau",
                detail=f"{one.by} ghi ngày {day_text(one.at.date())}",
            ),
        )
    )


def _remedies(entries: Sequence[Remedy], known: Known, day: date) -> Table:
    columns = (
        Column("Tiêu chí"),
        Column("Đơn vị", unbroken=True),
        Column("Điểm mất", number=True),
        Column("Biện pháp khắc phục"),
        Column("Hạn", number=True),
        Column("Tình trạng"),
    )
    rows = tuple(_remedy_row(one, known, day) for one in entries)
    late = sum(one.is_overdue(day) for one in entries)
    done = sum(one.done_on is not None for one in entries)
    title = f"{len(entries)} việc khắc phục: {done} đã xong, {late} quá hạn"
    return Table(columns, rows, title, shape=Shape.STACKED)


def _remedy_row(one: Remedy, known: Known, day: date) -> Row:
    named = known.criteria.get(one.criterion, one.criterion)
    card = Link("xep-loai", (("unit", one.unit), ("period", str(one.period))))
    said = f"{day_text(one.done_on)}: {one.done_text}" if one.done_on else ""
    return Row(
        (
            Cell(named, link=card),
            Cell(known.unit(one.unit)),
            Cell(number_text(one.lost) if one.lost else ABSENT),
            Cell(one.measure),
            Cell(day_text(one.due), alarm=one.is_overdue(day)),
            Cell(state=_state(one, day), detail=said),
        )
    )


def _state(one: Remedy, day: date) -> StateWords:
    if one.done_on is not None:
        return _DONE
    return STATES[State.OVERDUE] if one.is_overdue(day) else _UNDER_WAY
