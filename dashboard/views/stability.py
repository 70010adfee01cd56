"""How firmly each place stands: the interval of ranks, drawn and in words, and who may overtake."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import groupby

from dashboard.views.appraisals import points_text
from dashboard.views.table import ABSENT, Cell, Column, Link, Row, Shape, Span, Table
from scoring.numbers import decimal_comma
from scoring.ranking import Place
from scoring.stability import Cause, Reversal, Rival, Robustness, Stability

FOR_WHOM = (
    "Để Tổ Giúp việc và lãnh đạo cân nhắc trước khi trình ký; không in, không đưa vào văn bản."
)
NOTHING_TO_TRY = "Kỳ này chưa đơn vị nào có tổng điểm nên chưa có thứ để thử."
_CAUSES = {
    Cause.CRITERION: "bỏ tiêu chí {}",
    Cause.UNIT: "bỏ đơn vị {}",
}
_PAIRS = 30
_NAMED = 5

Pair = tuple[Place, Place]


def stability_tables(found: Robustness, labels: Mapping[str, str]) -> tuple[Table, ...]:
    """`labels` are the units' short names by code."""
    if not found.units:
        return ()
    reversals = _reversal_table(found.reversals, labels)
    return (_interval_table(found.units, labels), *((reversals,) if reversals else ()))


def _interval_table(units: Sequence[Stability], labels: Mapping[str, str]) -> Table:
    columns = (
        Column("Xếp thứ", number=True),
        Column("Đơn vị", unbroken=True),
        Column("Tổng điểm", number=True),
        Column("Khoảng xếp thứ", unbroken=True),
        Column("Giữ thứ, ±10%", number=True, minor=True),
        Column("Giữ thứ, ±20%", number=True, minor=True),
        Column("Đơn vị sát nhất"),
    )
    groups = _by_group(units)
    rows: list[Row] = []
    for name, members in groups:
        if len(groups) > 1:
            rows.append(Row((Cell(name),), heading=True))
        rows += [_unit_row(one, members, labels) for one in members]
    notes = (
        "Chấm đậm: thứ hiện nay; dải: từ thứ cao nhất đến thứ thấp nhất trong mọi lần thử.",
        "Giữ thứ: tỷ lệ số lần thử đơn vị giữ nguyên thứ khi trọng số đổi trong khoảng ấy.",
    )
    return Table(columns, tuple(rows), _title(units, labels), Shape.NOTED, notes)


def _title(units: Sequence[Stability], labels: Mapping[str, str]) -> str:
    firm = sum(one.best == one.worst for one in units)
    widest = max(units, key=lambda one: one.worst - one.best)
    if firm == len(units):
        return f"Cả {firm} đơn vị giữ nguyên thứ trong mọi lần thử"
    return (
        f"{firm} trong {len(units)} đơn vị giữ nguyên thứ trong mọi lần thử; "
        f"dao động rộng nhất: {_name(widest.place, labels)}, thứ {widest.best}–{widest.worst}"
    )


def _by_group(units: Sequence[Stability]) -> list[tuple[str, list[Stability]]]:
    def name(one: Stability) -> str:
        return one.place.group or ""

    ordered = sorted(units, key=lambda one: (name(one), one.place.rank))
    return [(group, list(members)) for group, members in groupby(ordered, key=name)]


def _unit_row(one: Stability, members: Sequence[Stability], labels: Mapping[str, str]) -> Row:
    place, low, high = one.place, one.best, one.worst
    words = str(low) if low == high else f"{low}–{high}"
    last = max(*(each.worst for each in members), len(members))
    sentence = f"{_name(place, labels)}: thứ {place.rank}, khoảng {words}"
    card = Link("xep-loai", (("unit", place.unit),))
    return Row(
        (
            Cell(str(place.rank)),
            Cell(_name(place, labels), link=card),
            Cell(points_text(place.total)),
            Cell(words, span=Span(low, high, place.rank, last, sentence)),
            Cell(_percent(one.mild.kept)),
            Cell(_percent(one.strong.kept)),
            _rival_cell(place, one.rival, labels),
        )
    )


def _rival_cell(place: Place, rival: Rival | None, labels: Mapping[str, str]) -> Cell:
    if rival is None:
        return Cell(ABSENT)
    name = labels.get(rival.unit, rival.name)
    if not rival.margin:
        return Cell(name, detail=f"thứ {rival.rank}, bằng điểm")
    apart = points_text(abs(rival.margin))
    side = "ở trên" if rival.rank < place.rank else "ở dưới"
    return Cell(name, detail=f"thứ {rival.rank}, {side} {apart} điểm")


def _reversal_table(reversals: Sequence[Reversal], labels: Mapping[str, str]) -> Table | None:
    pairs: dict[Pair, list[Reversal]] = {}
    for one in reversals:
        pairs.setdefault((one.upper, one.lower), []).append(one)
    if not pairs:
        return None
    columns = (
        Column("Đơn vị xếp trên", unbroken=True),
        Column("Đơn vị xếp dưới", unbroken=True),
        Column("Cách nhau (điểm)", number=True),
        Column("Đổi thứ khi"),
    )
    shown = sorted(pairs.items(), key=lambda item: _apart(item[0]))[:_PAIRS]
    rows = tuple(_pair_row(pair, causes, labels) for pair, causes in shown)
    left = len(pairs) - len(rows)
    notes = (f"Còn {left} cặp cách nhau nhiều điểm hơn.",) if left else ()
    title = f"{len(pairs)} cặp đơn vị có thể đổi thứ"
    return Table(columns, rows, title, Shape.STACKED, notes)


def _apart(pair: Pair) -> tuple:
    upper, lower = pair
    return ((upper.total or 0) - (lower.total or 0), upper.rank, lower.unit)


def _pair_row(pair: Pair, causes: Sequence[Reversal], labels: Mapping[str, str]) -> Row:
    upper, lower = pair
    return Row(
        (
            Cell(f"{upper.rank}. {_name(upper, labels)}"),
            Cell(f"{lower.rank}. {_name(lower, labels)}"),
            Cell(points_text(_apart(pair)[0])),
            Cell("; ".join(_when(causes, labels))),
        )
    )


def _when(causes: Sequence[Reversal], labels: Mapping[str, str]) -> Iterator[str]:
    for one in causes:
        if one.cause is Cause.WEIGHTS:
            yield f"trọng số đổi ±20% ({_percent(one.share)} số lần thử)"
    for cause, words in _CAUSES.items():
        codes = [one.code for one in causes if one.cause is cause]
        if codes:
            yield words.format(_listed([labels.get(code, code) for code in codes]))


def _listed(names: Sequence[str]) -> str:
    """All of them while they can be read at a glance."""
    if len(names) <= _NAMED:
        return ", ".join(names)
    return f"bất kỳ trong {len(names)} mục: {', '.join(names[:_NAMED])}, …"


def _name(place: Place, labels: Mapping[str, str]) -> str:
    return labels.get(place.unit, place.name)


def _percent(share: Fraction) -> str:
    """What happened now and then is neither never nor always."""
    if 0 < share < Fraction(1, 100):
        return "dưới 1%"
    if Fraction(99, 100) < share < 1:
        return "trên 99%"
    return f"{decimal_comma(100 * share, 0)}%"
