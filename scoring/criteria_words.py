"""A criteria table in Vietnamese words, line by line: for pages, the workbook and differences."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from scoring.criteria import CriteriaSet
from scoring.criteria_classes import Veto
from scoring.criteria_leaves import Block, Evidence, Input, Leaf
from scoring.criteria_terms import PERIOD_MARKS, Rounding, Section, TableKind, WhenAbsent
from scoring.facts import Absent
from scoring.forms import Kind
from scoring.labels import labels_of
from scoring.numbers import decimal_comma
from scoring.rules.outcome import points_text

Labels = Mapping[str, str]


@dataclass(frozen=True)
class WordLine:
    """One line of the table as it would be printed. `level` 0 is topmost; `max` carries its sign;
    `assessor` is a unit's code, empty: the secretariat; `absent` says what không phát sinh, không
    áp dụng and a missing figure mean; `asked` lists the figures asked of the unit or of others;
    `parent` is the code of the block it stands in."""

    code: str
    level: int
    text: str
    max: str
    rule: str
    article: str = ""
    assessor: str = ""
    periods: str = ""
    absent: str = ""
    asked: str = ""
    parent: str = ""


def criteria_in_words(table: CriteriaSet) -> tuple[WordLine, ...]:
    """Every block and leaf in printed order, then class caps and vetoes."""
    labels = labels_of(table)
    lines = [line for node in table.nodes() for line in _node(node, table, labels, ())]
    lines += [_veto(veto, labels, _held(veto)) for veto in table.class_caps]
    lines += [_veto(veto, labels, _struck(veto)) for veto in table.vetoes]
    return tuple(lines)


def _node(
    node: Block | Leaf, table: CriteriaSet, labels: Labels, above: tuple[str, ...]
) -> Iterator[WordLine]:
    if isinstance(node, Leaf):
        yield _leaf(node, table, labels)
        return
    yield WordLine(
        code=node.code,
        level=len(above),
        text=node.text,
        max=decimal_comma(node.max),
        rule=_block_rule(node, table.kind),
        article=node.article,
        parent=above[-1] if above else "",
    )
    for child in node.children:
        yield from _node(child, table, labels, (*above, node.code))


def _block_rule(block: Block, kind: TableKind) -> str:
    said = []
    if block.pick is not None:
        said.append(f"Chỉ tính {block.pick} nội dung cao điểm nhất")
    if block.cap:
        said.append(f"Cả mục không quá {decimal_comma(block.max)} điểm")
    if block.most is not None:
        said.append(f"Cả mục (kể cả điểm thưởng, trừ) không quá {decimal_comma(block.most)} điểm")
    if block.least is not None:
        said.append(f"Cả mục không dưới {decimal_comma(block.least)} điểm")
    if block.weight is not None:
        said.append(f"Quy đổi về {decimal_comma(block.weight)} điểm (trọng số)")
    if kind is TableKind.PASS_FAIL:
        needed = "tất cả" if block.required is None else f"ít nhất {block.required}"
        said.append(f"Đạt khi {needed} nội dung trong mục đạt")
    return "; ".join(said)


def _leaf(leaf: Leaf, table: CriteriaSet, labels: Labels) -> WordLine:
    return WordLine(
        code=leaf.code,
        level=len(leaf.blocks),
        text=leaf.text,
        max=_signed_max(leaf),
        rule=". ".join(_leaf_rule(leaf, labels)),
        article=leaf.article,
        assessor=table.assessor_of(leaf),
        periods=_periods(leaf.periods),
        absent="; ".join(_absences(leaf)),
        asked="; ".join(input_words(asked) for asked in leaf.inputs),
        parent=leaf.block or "",
    )


def _signed_max(leaf: Leaf) -> str:
    if leaf.max is None:
        return "không giới hạn"
    signs = {Section.STANDARD: "", Section.BONUS: "+", Section.PENALTY: "−"}
    return f"{signs[leaf.section]}{decimal_comma(leaf.max)}"


def _leaf_rule(leaf: Leaf, labels: Labels) -> Iterator[str]:
    """The rule, then whatever changes or limits what it gives."""
    yield leaf.rule.words(None if leaf.max is None else Fraction(leaf.max), labels)
    for when in leaf.max_when:
        yield f"Khi {when.condition.words(labels)}: điểm chuẩn là {decimal_comma(when.value)}"
    for when in leaf.most_when:
        yield f"Khi {when.condition.words(labels)}: được nhiều nhất {points_text(when.value)}"
    for when in leaf.thresholds:
        times = decimal_comma(when.value)
        yield f"Khi {when.condition.words(labels)}: các mốc nhân với {times}"
    if leaf.evidence is not None:
        yield _evidence(leaf.evidence)
    if leaf.rounding is not None:
        yield f"Làm tròn {rounding_words(leaf.rounding)}"


def _evidence(evidence: Evidence) -> str:
    if not evidence.deducts:
        return "Không có minh chứng: 0 điểm"
    held = "" if evidence.most is None else f", nhiều nhất {points_text(evidence.most)}"
    needed = f"Cần {decimal_comma(evidence.required)} minh chứng"
    return f"{needed}, thiếu mỗi cái trừ {points_text(evidence.points)}{held}"


def rounding_words(rounding: Rounding) -> str:
    return f"{rounding.places} chữ số thập phân, {_MODES[rounding.mode]}"


_MODES = {
    "half_up": "từ một nửa trở lên làm tròn lên",
    "half_even": "một nửa làm tròn về số chẵn",
    "down": "bỏ phần lẻ",
    "up": "làm tròn lên",
}

_ABSENT_WORDS = {
    WhenAbsent.FULL: "tính đủ điểm",
    WhenAbsent.ZERO: "tính 0 điểm",
    WhenAbsent.EXCLUDE: "không tính điểm và điểm chuẩn",
    WhenAbsent.RESCALE_BLOCK: "quy đổi từ các tiêu chí còn lại trong mục",
    WhenAbsent.RESCALE_TOTAL: "quy đổi từ toàn bảng",
    WhenAbsent.PENDING: "bảng không quy định, chờ xử lý",
}


def _absences(leaf: Leaf) -> Iterator[str]:
    """Only what the table says; that it says nothing is the ordinary case."""
    if leaf.not_arisen is not WhenAbsent.PENDING:
        yield f"Không phát sinh: {_ABSENT_WORDS[leaf.not_arisen]}"
    if leaf.not_applicable is not WhenAbsent.PENDING:
        yield f"Không áp dụng: {_ABSENT_WORDS[leaf.not_applicable]}"
    if leaf.missing_is_zero:
        yield "Không báo cáo: tính 0 điểm"


_PERIOD_WORDS = {"Q1": "quý I", "Q2": "quý II", "Q3": "quý III", "Q4": "quý IV", "Y": "năm"}


def _periods(periods: frozenset[str]) -> str:
    if len(periods) == len(PERIOD_MARKS):
        return "các kỳ"
    return ", ".join(_PERIOD_WORDS[mark] for mark in PERIOD_MARKS if mark in periods)


def input_words(asked: Input) -> str:
    """A figure as it is asked: label, unit or choices, limits, who supplies it."""
    said = [*_answers(asked), *(f"được ghi {absent.value}" for absent in _in_order(asked))]
    if asked.source:
        said.append(f"do {asked.source} cung cấp")
    return f"{asked.label} ({', '.join(said)})" if said else asked.label


def _answers(asked: Input) -> Iterator[str]:
    if asked.kind is Kind.CHOICE:
        yield " / ".join(asked.choices)
        return
    if asked.kind is Kind.YES_NO:
        yield "Có/Không"
        return
    if asked.unit:
        yield asked.unit
    if asked.least:
        yield f"từ {decimal_comma(asked.least)}"
    if asked.most is not None:
        yield f"đến {decimal_comma(asked.most)}"
    if asked.kind is Kind.NUMBER:
        yield f"{asked.places} chữ số thập phân"


def _in_order(asked: Input) -> list[Absent]:
    return sorted(asked.absences, key=lambda absent: absent.value)


def _veto(veto: Veto, labels: Labels, struck: str) -> WordLine:
    rule = f"{veto.rule.words(labels)} → {struck}"
    asked = "; ".join(input_words(one) for one in veto.inputs)
    absent = "Chưa báo cáo: chưa xếp loại" if veto.missing_is_pending else ""
    periods = _periods(veto.periods)
    rule += "; cả khi chưa xếp loại hoặc còn chờ" if veto.always else ""
    return WordLine(veto.code, 0, veto.text, "", rule, periods=periods, absent=absent, asked=asked)


def _held(veto: Veto) -> str:
    return f"Xếp loại không quá “{veto.class_name}”"


def _struck(veto: Veto) -> str:
    return "Không xếp loại" if veto.class_name is None else f"Xếp loại “{veto.class_name}”"


def limit_words(limit: Decimal | None) -> str:
    return "không giới hạn" if limit is None else decimal_comma(limit)
