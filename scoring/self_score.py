"""The self-score form (bảng tự chấm điểm), made from the criteria table."""

from decimal import Decimal

from scoring.asked_inputs import asked_elsewhere, parts_of_wholes
from scoring.criteria import CriteriaSet
from scoring.criteria_classes import Veto
from scoring.criteria_leaves import Block, Input, Leaf
from scoring.criteria_terms import Section, TableKind
from scoring.facts import Absent
from scoring.forms import YES_NO, Choice, Column, Field, Form, FormSheet, Kind, Mark, Row
from scoring.numbers import decimal_comma
from scoring.periods import Period
from scoring.units import Unit

# Of a table that names no other form.
CODE = "tu-cham"
TITLE = "Bảng tự chấm điểm"

_COLUMNS = (
    Column("code", "TT", 8),
    Column("text", "Nội dung tiêu chí, số liệu", 56),
    Column("unit", "Đơn vị tính", 11),
    Column("max", "Điểm chuẩn", 9, number=True),
    Column("figure", "Số liệu", 12, number=True),
    Column("claim", "Điểm tự chấm", 10, number=True),
    Column("evidence", "Minh chứng", 30),
    Column("note", "Ghi chú", 18),
)

_PASSED_GUIDE = "Cột Điểm tự chấm: đạt ghi 1, không đạt ghi 0."
_GUIDE = (
    "Chỉ ghi vào các ô trắng. Số liệu lũy kế từ đầu năm đến hết kỳ báo cáo; "
    "số thập phân dùng dấu phẩy.",
    "Không có thì ghi 0; không phát sinh thì ghi KPS (ở ô cho phép). "
    "Không để trống cột Số liệu và cột Điểm tự chấm.",
)


def self_score_form(table: CriteriaSet, unit: Unit, period: Period) -> Form:
    """The form of a quarter. The fourth quarter's return is also the year's: it asks both."""
    marks = {period.mark, "Y"} if period.quarter == 4 else {period.mark}
    rows = _rows_of(table.criteria, marks)
    rows += _section_rows("T", "Điểm thưởng", table.bonuses, marks)
    rows += _section_rows("P", "Điểm trừ", table.penalties, marks)
    rows += _total_rows(table)
    rows += _veto_rows(table, marks)
    rows += _other_rows(table, marks)
    return Form(
        mark=Mark(table.form, form_version(table), unit.code, period),
        title=TITLE,
        sheets=(FormSheet("Bảng tự chấm điểm", _COLUMNS, tuple(rows)),),
        header=(unit.name,),
        scope=(f"Kỳ báo cáo: {period_words(period)} (lũy kế từ đầu năm)", table.title),
        guide=(*_GUIDE, _PASSED_GUIDE) if table.kind is TableKind.PASS_FAIL else _GUIDE,
        checks=parts_of_wholes(table, marks),
        illustrative=table.illustrative,
    )


def is_self_score(form: str) -> bool:
    """Whether a form is made from a table of criteria: tu-cham, or tu-cham-… of a further one."""
    return form == CODE or form.startswith(f"{CODE}-")


def form_version(table: CriteriaSet) -> str:
    return f"{table.code}/{table.version}"


def period_words(period: Period) -> str:
    if period.is_year:
        return f"năm {period.year}"
    return f"quý {('I', 'II', 'III', 'IV')[period.quarter - 1]} năm {period.year}"


def _rows_of(nodes: tuple[Block | Leaf, ...], marks: set[str]) -> list[Row]:
    return [row for node in nodes for row in _node_rows(node, marks)]


def _node_rows(node: Block | Leaf, marks: set[str]) -> list[Row]:
    if isinstance(node, Leaf):
        return _leaf_rows(node) if node.periods & marks else []
    inner = _rows_of(node.children, marks)
    if not inner:
        return []
    most = node.max if node.weight is None else node.weight
    printed = (("code", node.code), ("text", node.text), ("max", decimal_comma(most)))
    return [Row(node.code, printed, level=0), *inner]


def _section_rows(
    code: str, text: str, nodes: tuple[Block | Leaf, ...], marks: set[str]
) -> list[Row]:
    return _headed(code, text, _rows_of(nodes, marks))


def _headed(code: str, text: str, rows: list[Row]) -> list[Row]:
    """The rows beneath their heading; a heading of nothing is left out."""
    heading = Row(f"{code}.", (("code", f"{code}."), ("text", text)), level=0)
    return [heading, *rows] if rows else []


def _total_rows(table: CriteriaSet) -> list[Row]:
    """What the standard points add up to, for the reader of the printed form."""
    if table.kind is not TableKind.POINTS:
        return []
    printed = (("code", "TC."), ("text", "Tổng điểm chuẩn"), ("max", decimal_comma(table.max)))
    return [Row("TC.", printed, level=0)]


def _veto_rows(table: CriteriaSet, marks: set[str]) -> list[Row]:
    asked = [veto for veto in (*table.class_caps, *table.vetoes) if veto.periods & marks]
    inner = [row for veto in asked for row in _veto_row(veto)]
    return _headed("L", "Các trường hợp hạ bậc, không xếp loại", inner)


def _other_rows(table: CriteriaSet, marks: set[str]) -> list[Row]:
    """Figures that no criterion of this form asks for, but the table looks at in this period."""
    inputs = (*table.table_inputs, *asked_elsewhere(table, marks))
    return _headed("S", "Số liệu khác", _input_rows("S", inputs))


def _veto_row(veto: Veto) -> list[Row]:
    rows = _input_rows(veto.code, veto.inputs)
    heading = Row(veto.code, (("code", veto.code), ("text", veto.text)))
    return [heading, *rows] if rows else []


def _leaf_rows(leaf: Leaf) -> list[Row]:
    printed = (("code", leaf.code), ("text", leaf.text), ("max", _maximum(leaf)))
    fields = (_claim(leaf), _text(leaf, "evidence", 500), _text(leaf, "note", 500))
    return [Row(leaf.code, printed, fields), *_input_rows(leaf.code, leaf.inputs)]


def _maximum(leaf: Leaf) -> str:
    if leaf.max is None:
        return "không giới hạn"
    signs = {Section.STANDARD: "", Section.BONUS: "+", Section.PENALTY: "−"}
    return f"{signs[leaf.section]}{decimal_comma(leaf.max)}"


def _claim(leaf: Leaf) -> Field:
    """A claim above the maximum is let in with a warning: kept as claimed, counted as capped."""
    penalty = leaf.section is Section.PENALTY
    return Field(
        f"@claim.{leaf.code}",
        "claim",
        Kind.POINTS,
        least=(None if leaf.max is None else -leaf.max) if penalty else Decimal(0),
        most=leaf.max if penalty else None,
        expected_most=None if penalty else leaf.max,
    )


def _text(leaf: Leaf, column: str, longest: int) -> Field:
    key = f"@{column}.{leaf.code}"
    return Field(key, column, Kind.TEXT, required=False, longest=longest)


def _input_rows(code: str, inputs: tuple[Input, ...]) -> list[Row]:
    """What another body supplies is not asked of the unit."""
    own = [asked for asked in inputs if not asked.source]
    return [
        _input_row(f"{code}.{letter}", asked)
        for letter, asked in zip(_letters(len(own)), own, strict=True)
    ]


def _letters(count: int) -> list[str]:
    """a, b, c … z, then a1, b1 …: as many as a checklist needs, without Vietnamese đ (unlike d only
    by a stroke that is easily lost)."""
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    return [alphabet[i % 26] + (str(i // 26) if i >= 26 else "") for i in range(count)]


def _input_row(code: str, asked: Input) -> Row:
    units = {Kind.YES_NO: "Có/Không", Kind.CHOICE: asked.unit or "chọn một"}
    unit = units.get(asked.kind, asked.unit)
    printed = (("code", code), ("text", asked.label), ("unit", unit))
    return Row(code, printed, (_figure(asked),), level=2)


def _figure(asked: Input) -> Field:
    chosen = asked.kind in (Kind.YES_NO, Kind.CHOICE)
    return Field(
        asked.key,
        "figure",
        asked.kind,
        least=None if chosen else asked.least,
        most=None if chosen else asked.most,
        places=0 if asked.kind is Kind.COUNT else asked.places,
        choices=_choices(asked),
        absences=asked.absences - {Absent.NOT_REPORTED},
    )


def _choices(asked: Input) -> tuple[Choice, ...]:
    """A choice is kept under the number of its label: that is the figure a rule looks at."""
    if asked.kind is Kind.YES_NO:
        return YES_NO
    return tuple(Choice(str(number), label) for number, label in enumerate(asked.choices, 1))
