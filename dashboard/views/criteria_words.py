"""A criteria table as people read it: what it is, what each criterion asks, what holds for all."""

from collections.abc import Iterator, Mapping

from dashboard.views.table import ABSENT, Cell, Column, Row, Shape, Table
from dashboard.wording import day_text
from data_access.unit_kinds import unit_kind
from scoring.criteria import CriteriaSet
from scoring.criteria_leaves import Block, Leaf
from scoring.criteria_terms import TableKind
from scoring.criteria_words import WordLine, criteria_in_words
from scoring.table_words import provisions_in_words

Lines = tuple[tuple[str, str], ...]

_KINDS: Mapping[TableKind, str] = {
    TableKind.POINTS: "chấm điểm",
    TableKind.PASS_FAIL: "đạt, không đạt, chờ; không có điểm",
    TableKind.RANK_ONLY: "chỉ xếp thứ, không có điểm",
}
SECRETARIAT = "Tổ Giúp việc"
_ILLUSTRATIVE = "Bảng minh họa, không do cơ quan nào ban hành"
_FOR_ALL = "Quy định chung của bảng"


def about(table: CriteriaSet, units: Mapping[str, str]) -> Lines:
    """Label and words, in the order a head of office asks; `units` are names by code."""
    said = (
        ("Căn cứ", issued_words(table)),
        ("Hiệu lực", in_force_words(table)),
        ("Áp dụng cho", unit_kind_words(table)),
        ("Cách đánh giá", _KINDS[table.kind]),
        ("Cơ quan thẩm định", _assessors(table, units)),
        ("Đề nghị xem xét lại", f"trong {table.reconsideration_days} ngày sau công bố"),
        ("Mã, phiên bản", f"{table.code}, phiên bản {table.version}"),
        ("Biểu tự chấm", table.form),
    )
    return tuple((label, words) for label, words in said if words)


def issued_words(table: CriteriaSet) -> str:
    decided = table.decision
    if decided is None:
        return _ILLUSTRATIVE if table.illustrative else ""
    dated = f"ngày {day_text(decided.day)}" if decided.day else ""
    numbered = " ".join(one for one in (decided.number, dated) if one)
    words = " của ".join(one for one in (numbered, decided.issuer) if one)
    return f"{words} (số liệu minh họa)" if table.illustrative else words


def in_force_words(table: CriteriaSet) -> str:
    start, end = day_text(table.in_force_from), day_text(table.in_force_to)
    lasts = (f"từ {start}" if start else "", f"đến hết {end}" if end else "")
    return " ".join(words for words in lasts if words) or "không ấn định"


def unit_kind_words(table: CriteriaSet) -> str:
    return ", ".join(unit_kind(kind) for kind in table.unit_kinds) or "mọi đơn vị"


def _assessors(table: CriteriaSet, units: Mapping[str, str]) -> str:
    """Each body once, in the order of the criteria; the secretariat has no code."""
    codes = dict.fromkeys(table.assessor_of(leaf) for leaf in table.leaves())
    return ", ".join(_body(code, units) for code in codes)


def _body(code: str, units: Mapping[str, str]) -> str:
    return units.get(code, code) if code else SECRETARIAT


def word_tables(table: CriteriaSet, units: Mapping[str, str]) -> tuple[Table, ...]:
    """The criteria, with bonuses, penalties and what lowers the class; then what holds for all."""
    found = (_criteria_table(table, units), _provision_table(table))
    return tuple(one for one in found if one.rows)


def _criteria_table(table: CriteriaSet, units: Mapping[str, str]) -> Table:
    columns = (
        Column("Tiêu chí", wide=True),
        Column("Điểm tối đa", number=True),
        Column("Cách chấm"),
        Column("Kỳ chấm"),
    )
    openings, blocks = _openings(table), frozenset(_blocks(table))
    rows: list[Row] = []
    for line in criteria_in_words(table):
        if line.code in openings:
            rows.append(Row((Cell(openings[line.code]),), heading=True))
        rows.append(_block_row(line) if line.code in blocks else _row(line, units))
    return Table(columns, tuple(rows), "Các tiêu chí", Shape.STACKED)


def _openings(table: CriteriaSet) -> Mapping[str, str]:
    """What stands above the first line of each part, by that line's code."""
    parts = (
        ("Điểm thưởng", table.bonuses),
        ("Điểm trừ", table.penalties),
        ("Khống chế xếp loại", table.class_caps),
        ("Trường hợp bị hạ loại", table.vetoes),
    )
    return {held[0].code: words for words, held in parts if held}


def _blocks(table: CriteriaSet) -> Iterator[str]:
    nodes: list[Block | Leaf] = list(table.nodes())
    for node in nodes:
        if isinstance(node, Block):
            yield node.code
            nodes += node.children


def _block_row(line: WordLine) -> Row:
    """A block inside a block is told apart by its number, as on paper."""
    words = Cell(f"{line.code}. {line.text}", detail=line.article)
    return Row((words, Cell(line.max), Cell(line.rule), Cell()), heading=True)


def _row(line: WordLine, units: Mapping[str, str]) -> Row:
    by = f"thẩm định: {_body(line.assessor, units)}" if line.assessor else ""
    return Row(
        (
            Cell(f"{line.code}. {line.text}", detail=line.article),
            Cell(line.max or ABSENT),
            Cell(line.rule, detail=line.absent),
            Cell(line.periods, detail=by),
        )
    )


def _provision_table(table: CriteriaSet) -> Table:
    columns = (Column("Nội dung"), Column("Quy định"))
    rows = tuple(Row((Cell(one.what), Cell(one.words))) for one in provisions_in_words(table))
    return Table(columns, rows, _FOR_ALL, Shape.STACKED)
