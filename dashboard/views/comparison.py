"""Units, groups and periods side by side; the criteria that went best and worst."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.views.appraisals import points_text
from dashboard.views.table import ABSENT, Cell, Column, Link, Row, Shape, Table
from dashboard.wording import QUARTERS, number_text
from scoring.comparison import ComparedLine, CriterionShare, GroupFigures, UnitOverPeriods
from scoring.numbers import decimal_comma
from scoring.periods import Period
from scoring.ranking import Place

NOTHING_TO_COMPARE = "Kỳ này chưa đơn vị nào có tổng điểm nên chưa có gì để so sánh."
NOT_APART = "Hai đơn vị không hơn kém nhau ở tiêu chí nào."
_SHOWN = 5
_MEAN_PLACES = 2

# Codes of two units, or their names.
Pair = tuple[str, str]


@dataclass(frozen=True)
class Compared:
    """What scoring put side by side for one period; `periods` are those of `over`."""

    shares: Sequence[CriterionShare]
    groups: Sequence[GroupFigures]
    over: Sequence[UnitOverPeriods]
    periods: Sequence[Period]


def comparison_tables(compared: Compared, labels: Mapping[str, str]) -> tuple[Table, ...]:
    """`labels` are the units' short names by code."""
    tables = (
        *share_tables(compared.shares),
        _group_table(compared.groups),
        _period_table(compared.over, compared.periods, labels),
    )
    return tuple(table for table in tables if table is not None)


def share_tables(shares: Sequence[CriterionShare]) -> tuple[Table, ...]:
    """The five worst first: they are what something can be done about. No criterion stands in
    both."""
    if not shares:
        return ()
    half = max(1, min(_SHOWN, len(shares) // 2))
    worst, best = tuple(reversed(shares[-half:])), tuple(shares[:half])
    if len(shares) == 1:
        return (_share_table("Mức đạt của tiêu chí", best),)
    return (
        _share_table("Tiêu chí đạt thấp nhất", worst),
        _share_table("Tiêu chí đạt cao nhất", best),
    )


def _share_table(title: str, shares: Sequence[CriterionShare]) -> Table:
    columns = (
        Column("Tiêu chí"),
        Column("Bình quân so với điểm tối đa (%)", number=True),
        Column("Đạt tối đa", number=True),
        Column("0 điểm", number=True),
    )
    rows = tuple(_share_row(one) for one in shares)
    return Table(columns, rows, title, Shape.STACKED)


def _share_row(one: CriterionShare) -> Row:
    share = decimal_comma(one.percent, 1)
    return Row(
        (
            Cell(f"{one.code}. {one.text}"),
            Cell(share, bar=round(float(one.percent), 1)),
            Cell(f"{one.full} / {one.units}"),
            Cell(f"{one.zero} / {one.units}"),
        )
    )


def _group_table(groups: Sequence[GroupFigures]) -> Table | None:
    if not any(one.ranked for one in groups):
        return None
    columns = (
        Column("Khối, cụm"),
        Column("Có tổng điểm", number=True),
        Column("Bình quân", number=True),
        Column("Cao nhất", number=True),
        Column("Thấp nhất", number=True),
    )
    rows = tuple(_group_row(one) for one in groups)
    return Table(columns, rows, "Giữa các khối", Shape.STACKED)


def _group_row(one: GroupFigures) -> Row:
    return Row(
        (
            Cell(one.group or "Không chia khối"),
            Cell(f"{one.ranked} / {one.ranked + one.unranked} đơn vị"),
            Cell(ABSENT if one.mean is None else decimal_comma(one.mean, _MEAN_PLACES)),
            Cell(points_text(one.highest)),
            Cell(points_text(one.lowest)),
        )
    )


def _period_table(
    over: Sequence[UnitOverPeriods], periods: Sequence[Period], labels: Mapping[str, str]
) -> Table | None:
    if len(periods) < 2 or not over:
        return None
    heads = tuple(Column(_short(period), number=True) for period in periods)
    rows = tuple(
        Row(
            (
                Cell(labels.get(one.unit, one.name), link=Link("xep-loai", (("unit", one.unit),))),
                *(_place_cell(place) for place in one.places),
            )
        )
        for one in sorted(over, key=_latest_first)
    )
    notes = (
        "Mỗi ô: thứ (tổng điểm của kỳ ấy). Điểm quý là lũy kế từ đầu năm và điểm tối đa mỗi kỳ "
        "một khác, nên so thứ chứ không so điểm giữa các quý.",
    )
    return Table(
        (Column("Đơn vị", unbroken=True), *heads), rows, "Qua các kỳ", Shape.STACKED, notes
    )


def _latest_first(one: UnitOverPeriods) -> tuple[str, bool, int, str]:
    last = one.places[-1]
    return (one.group or "", last is None, last.rank if last else 0, one.unit)


def _place_cell(place: Place | None) -> Cell:
    return Cell(ABSENT if place is None else f"{place.rank} ({points_text(place.total)})")


def _short(period: Period) -> str:
    """ "Quý III/2022" or "Năm 2022": a head has little room."""
    if period.quarter is None:
        return f"Năm {period.year}"
    return f"Quý {QUARTERS[period.quarter - 1]}/{period.year}"


def pair_of(asked: Pair, units: Mapping[str, str]) -> Pair:
    """The units asked for, in their place the first ones listed; of a single unit nothing."""
    if len(units) < 2:
        return ("", "")
    first, second = (unit if unit in units else "" for unit in asked)
    rest = [unit for unit in units if unit not in (first, second)]
    first = first or rest.pop(0)
    return first, second if second not in ("", first) else rest[0]


def pair_tables(lines: Sequence[ComparedLine], names: Pair) -> tuple[Table, ...]:
    """The criteria on which two units differ, the widest apart first; none where they do not."""
    apart = sorted(
        (line for line in lines if line.spread), key=lambda line: line.spread, reverse=True
    )
    if not apart:
        return ()
    columns = (
        Column("Tiêu chí"),
        Column("Điểm tối đa", number=True),
        *(Column(name, number=True) for name in names),
        Column("Hơn kém", number=True),
    )
    rows = tuple(_pair_row(line) for line in apart)
    return (Table(columns, rows, shape=Shape.STACKED),)


def _pair_row(line: ComparedLine) -> Row:
    named = line.text if line.code.startswith("@") else f"{line.code}. {line.text}"
    first, second = line.finals
    change = first - second
    sign = "+" if change > 0 else ""
    return Row(
        (
            Cell(named),
            Cell(ABSENT if line.max is None else number_text(line.max)),
            *(Cell(points_text(final)) for final in line.finals),
            Cell(f"{sign}{points_text(change)}"),
        )
    )
