"""What should be looked at again before the places are signed. Says nothing about guilt."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.views.appraisals import points_text
from dashboard.views.table import ABSENT, Cell, Column, Link, Row, Shape, Table
from dashboard.wording import number_text
from scoring.anomalies import ColumnOfMaxima, FarClaim, LateGain
from scoring.periods import Period

NOTHING_ODD = "Không thấy dấu hiệu nào phải xem lại trong kỳ này."
MEANING = (
    "Đây là chỗ cần xem lại trước khi trình ký, không phải kết luận sai sót; không điểm nào bị "
    "thay đổi vì các dấu hiệu này."
)
_SHOWN = 30
_PERCENT = 20


@dataclass(frozen=True)
class Found:
    """What scoring found odd in one period."""

    claims: Sequence[FarClaim] = ()
    columns: Sequence[ColumnOfMaxima] = ()
    late: Sequence[LateGain] = ()


def anomaly_tables(found: Found, period: Period, labels: Mapping[str, str]) -> tuple[Table, ...]:
    """Only those that have something to say; `labels` are the units' short names by code."""
    tables = (
        _claim_table(found.claims, period, labels),
        _late_table(found.late, period, labels),
        _column_table(found.columns),
    )
    return tuple(table for table in tables if table is not None)


def _claim_table(
    claims: Sequence[FarClaim], period: Period, labels: Mapping[str, str]
) -> Table | None:
    if not claims:
        return None
    columns = (
        Column("Tiêu chí"),
        Column("Điểm tối đa", number=True),
        Column("Tự chấm", number=True),
        Column("Điểm chính thức", number=True),
        Column("Chênh lệch", number=True),
    )
    units = _by_unit(claims)
    rows = tuple(row for one in units[:_SHOWN] for row in _unit_rows(one, period, labels))
    left = len(units) - _SHOWN
    notes = (
        f"Liệt kê khi điểm tự chấm lệch điểm chính thức từ {_PERCENT}% điểm tối đa của tiêu chí; "
        "đơn vị lệch nhiều nhất ở trên.",
        f"Còn {left} đơn vị lệch ít hơn." if left > 0 else "",
    )
    title = f"Tự chấm lệch xa điểm chính thức: {len(claims)} tiêu chí của {len(units)} đơn vị"
    return Table(columns, rows, title, Shape.STACKED, tuple(note for note in notes if note))


def _by_unit(claims: Sequence[FarClaim]) -> list[list[FarClaim]]:
    """The unit farthest off in all first; inside it the farthest criterion."""
    found: dict[str, list[FarClaim]] = {}
    for claim in claims:
        found.setdefault(claim.unit, []).append(claim)
    return sorted(found.values(), key=_off, reverse=True)


def _off(claims: Sequence[FarClaim]) -> Decimal:
    return sum((abs(one.over) for one in claims), Decimal(0))


def _unit_rows(
    claims: Sequence[FarClaim], period: Period, labels: Mapping[str, str]
) -> Iterator[Row]:
    first = claims[0]
    words = f"{len(claims)} tiêu chí, lệch {points_text(_off(claims))} điểm"
    name = labels.get(first.unit, first.name)
    yield Row((Cell(name, words, link=_card(first.unit, period)),), heading=True)
    yield from map(_claim_row, claims)


def _claim_row(one: FarClaim) -> Row:
    sign = "+" if one.over > 0 else ""
    # As typed, a claim may have fewer decimals than the points beside it.
    places = max(0, -one.final.as_tuple().exponent)
    return Row(
        (
            Cell(f"{one.code}. {one.text}"),
            Cell(ABSENT if one.max is None else number_text(one.max)),
            Cell(number_text(one.claimed, places)),
            Cell(points_text(one.final)),
            Cell(f"{sign}{points_text(one.over)}"),
        )
    )


def _late_table(
    late: Sequence[LateGain], period: Period, labels: Mapping[str, str]
) -> Table | None:
    if not late:
        return None
    columns = (
        Column("Đơn vị", unbroken=True),
        Column("Tiêu chí"),
        Column("Điểm có được", number=True),
        Column("Xếp thứ", number=True),
        Column("Nếu không tính minh chứng muộn", number=True),
    )
    rows = tuple(
        Row(
            (
                Cell(labels.get(one.unit, one.name), link=_card(one.unit, period)),
                Cell(", ".join(one.codes)),
                Cell(number_text(one.points)),
                Cell(str(one.rank)),
                Cell(str(one.rank_without)),
            )
        )
        for one in late
    )
    notes = ("Minh chứng muộn: mọi tệp của tiêu chí đều gửi sau hạn nộp bảng tự chấm điểm.",)
    title = f"Được lợi từ minh chứng gửi sau hạn: {len(late)} đơn vị"
    return Table(columns, rows, title, Shape.STACKED, notes)


def _column_table(found: Sequence[ColumnOfMaxima]) -> Table | None:
    if not found:
        return None
    columns = (
        Column("Tiêu chí"),
        Column("Điểm tối đa", number=True),
        Column("Đơn vị đạt tối đa", number=True),
    )
    rows = tuple(
        Row((Cell(f"{one.code}. {one.text}"), Cell(number_text(one.max)), Cell(str(one.units))))
        for one in found
    )
    title = f"Mọi đơn vị đều đạt điểm tối đa: {len(found)} tiêu chí"
    notes = ("Tiêu chí này không phân biệt được các đơn vị; xem lại cách chấm hoặc cách báo cáo.",)
    return Table(columns, rows, title, Shape.STACKED, notes)


def _card(unit: str, period: Period) -> Link:
    return Link("xep-loai", (("unit", unit), ("period", str(period))))
