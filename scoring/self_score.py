"""The self-score form (bảng tự chấm điểm), made from the criteria table."""

from decimal import Decimal

from scoring.criteria import Block, CriteriaSet, Input, Leaf, Section, Veto
from scoring.facts import Absent
from scoring.forms import YES_NO, Column, Field, Form, FormSheet, Kind, Mark, PartOfWhole, Row
from scoring.numbers import decimal_comma
from scoring.periods import Period
from scoring.rules.proportional import Proportional
from scoring.units import Unit

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

_GUIDE = (
    "Chỉ ghi vào các ô trắng. Số liệu lũy kế từ đầu năm đến hết kỳ báo cáo; "
    "số thập phân dùng dấu phẩy.",
    "Không có thì ghi 0; không phát sinh thì ghi KPS (ở ô cho phép). "
    "Không để trống cột Số liệu và cột Điểm tự chấm.",
)


def self_score_form(table: CriteriaSet, unit: Unit, period: Period) -> Form:
    """The form of a quarter. The fourth quarter's return is also the year's: it asks both."""
    marks = {period.mark, "Y"} if period.quarter == 4 else {period.mark}
    rows = [row for node in table.criteria for row in _node_rows(node, marks, 0)]
    rows += _section_rows("T", "Điểm thưởng", table.bonuses, marks)
    rows += _section_rows("P", "Điểm trừ", table.penalties, marks)
    rows += _veto_rows(table, marks)
    return Form(
        mark=Mark(CODE, form_version(table), unit.code, period),
        title=TITLE,
        sheets=(FormSheet("Bảng tự chấm điểm", _COLUMNS, tuple(rows)),),
        header=(unit.name,),
        scope=(f"Kỳ báo cáo: {period_words(period)} (lũy kế từ đầu năm)", table.title),
        guide=_GUIDE,
        checks=_checks(table, marks),
        illustrative=table.illustrative,
    )


def form_version(table: CriteriaSet) -> str:
    return f"{table.code}/{table.version}"


def period_words(period: Period) -> str:
    if period.is_year:
        return f"năm {period.year}"
    return f"quý {('I', 'II', 'III', 'IV')[period.quarter - 1]} năm {period.year}"


def _node_rows(node: Block | Leaf, marks: set[str], level: int) -> list[Row]:
    if isinstance(node, Leaf):
        return _leaf_rows(node) if node.periods & marks else []
    inner = [row for child in node.children for row in _node_rows(child, marks, level + 1)]
    if not inner:
        return []
    printed = (("code", node.code), ("text", node.text), ("max", decimal_comma(node.max)))
    return [Row(node.code, printed, level=0), *inner]


def _section_rows(code: str, text: str, leaves: tuple[Leaf, ...], marks: set[str]) -> list[Row]:
    inner = [row for leaf in leaves if leaf.periods & marks for row in _leaf_rows(leaf)]
    heading = Row(f"{code}.", (("code", f"{code}."), ("text", text)), level=0)
    return [heading, *inner] if inner else []


def _veto_rows(table: CriteriaSet, marks: set[str]) -> list[Row]:
    asked = [veto for veto in (*table.class_caps, *table.vetoes) if veto.periods & marks]
    inner = [row for veto in asked if veto.inputs for row in _veto_row(veto)]
    text = "Các trường hợp hạ bậc, không xếp loại"
    heading = Row("L.", (("code", "L."), ("text", text)), level=0)
    return [heading, *inner] if inner else []


def _veto_row(veto: Veto) -> list[Row]:
    heading = Row(veto.code, (("code", veto.code), ("text", veto.text)))
    return [heading, *_input_rows(veto.code, veto.inputs)]


def _leaf_rows(leaf: Leaf) -> list[Row]:
    printed = (("code", leaf.code), ("text", leaf.text), ("max", _maximum(leaf)))
    fields = (_claim(leaf), _text(leaf, "evidence", 500), _text(leaf, "note", 500))
    return [Row(leaf.code, printed, fields), *_input_rows(leaf.code, leaf.inputs)]


def _maximum(leaf: Leaf) -> str:
    sign = "−" if leaf.section is Section.PENALTY else ""
    plus = "+" if leaf.section is Section.BONUS else ""
    return f"{sign}{plus}{decimal_comma(leaf.max)}"


def _claim(leaf: Leaf) -> Field:
    """A claim above the maximum is let in with a warning: kept as claimed, counted as capped."""
    penalty = leaf.section is Section.PENALTY
    return Field(
        f"@claim.{leaf.code}",
        "claim",
        Kind.POINTS,
        least=-leaf.max if penalty else Decimal(0),
        most=leaf.max if penalty else None,
        expected_most=None if penalty else leaf.max,
    )


def _text(leaf: Leaf, column: str, longest: int) -> Field:
    key = f"@{column}.{leaf.code}"
    return Field(key, column, Kind.TEXT, required=False, longest=longest)


def _input_rows(code: str, inputs: tuple[Input, ...]) -> list[Row]:
    return [
        _input_row(f"{code}.{letter}", asked)
        for letter, asked in zip(_letters(len(inputs)), inputs, strict=True)
    ]


def _letters(count: int) -> list[str]:
    """a, b, c … z, then a1, b1 …: as many as a checklist needs, without Vietnamese đ (unlike d only
    by a stroke that is easily lost)."""
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    return [alphabet[i % 26] + (str(i // 26) if i >= 26 else "") for i in range(count)]


def _input_row(code: str, asked: Input) -> Row:
    unit = "Có/Không" if asked.kind is Kind.YES_NO else asked.unit
    printed = (("code", code), ("text", asked.label), ("unit", unit))
    return Row(code, printed, (_figure(asked),), level=2)


def _figure(asked: Input) -> Field:
    yes_no = asked.kind is Kind.YES_NO
    return Field(
        asked.key,
        "figure",
        asked.kind,
        least=None if yes_no else asked.least,
        most=None if yes_no else asked.most,
        places=0 if asked.kind is Kind.COUNT else asked.places,
        choices=YES_NO if yes_no else (),
        absences=asked.absences - {Absent.NOT_REPORTED},
    )


def _checks(table: CriteriaSet, marks: set[str]) -> tuple[PartOfWhole, ...]:
    found = []
    for leaf in table.leaves():
        rule = leaf.rule
        if not leaf.periods & marks:
            continue
        quantity = rule if isinstance(rule, Proportional) else getattr(rule, "quantity", None)
        if quantity is not None and quantity.part:
            found.append(PartOfWhole(quantity.part, quantity.whole))
    return tuple(found)
