"""A criteria table tried on a past period: old and new places side by side."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.views.appraisals import points_text
from dashboard.views.table import ABSENT, Cell, Column, Row, Shape, Table
from dashboard.wording import period_name
from data_access.queries.criteria import Trial
from scoring.side_by_side import GivenPlace, PlacePair

NO_OLD = "Kỳ này chưa có bảng tiêu chí nào chấm các đơn vị ấy, nên chỉ có kết quả theo bảng mới."
NOBODY = "Bảng này không chấm đơn vị nào trong kỳ đã chọn; xem lại mục “Áp dụng cho” (unit_kinds)."


@dataclass(frozen=True)
class Tried:
    said: tuple[str, ...]
    table: Table | None = None


def tried(trial: Trial, labels: Mapping[str, str]) -> Tried:
    """`labels` are the units' short names by code."""
    if not trial.places:
        return Tried((NOBODY,))
    columns = (
        Column("Đơn vị", unbroken=True),
        Column("Thứ cũ", number=True),
        Column("Thứ mới", number=True),
        Column("Tổng điểm cũ", number=True),
        Column("Tổng điểm mới", number=True),
        Column("Loại cũ → mới", unbroken=True),
        Column("Ghi chú"),
    )
    rows = tuple(_row(one, labels) for one in trial.places)
    return Tried(_said(trial), Table(columns, rows, _title(trial), Shape.STACKED))


def _title(trial: Trial) -> str:
    name = period_name(trial.period)
    return f"Chấm thử trên số liệu {name[:1].lower() + name[1:]}"


def _said(trial: Trial) -> tuple[str, ...]:
    if trial.old is None:
        return (NO_OLD,)
    moved = sum(_rank(one.before) != _rank(one.after) for one in trial.places)
    classes = sum(_class(one.before) != _class(one.after) for one in trial.places)
    old = f"{trial.old.title}, phiên bản {trial.old.version}"
    return (
        f"{moved} trong {len(trial.places)} đơn vị đổi thứ, {classes} đơn vị đổi loại so với "
        f"bảng cũ ({old}). Không điều gì được lưu khi chấm thử.",
    )


def _row(one: PlacePair, labels: Mapping[str, str]) -> Row:
    old, new = one.before, one.after
    classes = [words for words in (_class(old), _class(new)) if words]
    note = new.note if new and new.rank is None else ""
    return Row(
        (
            Cell(labels.get(one.unit, one.name)),
            Cell(_rank(old)),
            Cell(_rank(new), detail=_moved(old, new)),
            Cell(points_text(old.total if old else None)),
            Cell(points_text(new.total if new else None)),
            Cell(" → ".join(dict.fromkeys(classes))),
            Cell(note),
        )
    )


def _rank(given: GivenPlace | None) -> str:
    return ABSENT if given is None or given.rank is None else str(given.rank)


def _class(given: GivenPlace | None) -> str:
    return (given.class_name or "") if given else ""


def _moved(old: GivenPlace | None, new: GivenPlace | None) -> str:
    if old is None or new is None or old.rank is None or new.rank is None:
        return ""
    lifted = old.rank - new.rank
    if not lifted:
        return ""
    return f"lên {lifted}" if lifted > 0 else f"xuống {-lifted}"
