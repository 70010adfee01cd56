"""A form in words: what each sheet asks, of what kind, within what limits, how it is added up."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard import wording
from scoring.facts import Absent
from scoring.form_definitions import FormDefinition, SheetDefinition
from scoring.forms import Comparison, Field, Kind, Measure

KINDS = {
    Kind.COUNT: "số nguyên",
    Kind.NUMBER: "số",
    Kind.YES_NO: "Có/Không",
    Kind.CHOICE: "chọn trong danh sách",
    Kind.DATE: "ngày",
    Kind.TEXT: "chữ",
}
MEASURES = {
    Measure.FLOW: "phát sinh trong kỳ, cộng được qua các kỳ",
    Measure.STOCK: "số dư cuối kỳ, không cộng qua các kỳ",
    Measure.FROM_JANUARY: "lũy kế từ đầu năm, không cộng qua các kỳ",
}
ABSENCES = {Absent.NOT_ARISEN: "KPS", Absent.NOT_APPLICABLE: "KAD"}
EVERY_ROW = "từng dòng"
HEADINGS = ("Ô", "Nội dung", "Cột", "Kiểu", "Tổng hợp")


@dataclass(frozen=True)
class AskedLine:
    """One cell, or one column of a listing: `key` is what checks and answers call it."""

    key: str
    row: str
    text: str
    heading: str
    kind: str
    measure: str


@dataclass(frozen=True)
class SheetDocumentation:
    name: str
    title: str
    periods: str
    listing: str
    lines: tuple[AskedLine, ...]


@dataclass(frozen=True)
class CheckLine:
    """What is said when the check fails; one that blocks keeps the return out."""

    at: str
    message: str
    blocks: bool


@dataclass(frozen=True)
class FormDocumentation:
    title: str
    about: tuple[tuple[str, str], ...]
    guide: tuple[str, ...]
    sheets: tuple[SheetDocumentation, ...]
    checks: tuple[CheckLine, ...]


def form_documentation(definition: FormDefinition) -> FormDocumentation:
    return FormDocumentation(
        definition.title,
        tuple(_about(definition)),
        definition.guide,
        tuple(_sheet(sheet) for sheet in definition.sheets),
        tuple(_check(check) for check in definition.checks),
    )


def _about(definition: FormDefinition) -> Iterator[tuple[str, str]]:
    yield "Mã biểu", definition.code
    yield "Phiên bản", definition.version
    yield "Hiệu lực", in_force_words(definition)
    yield "Kỳ báo cáo", _periods(definition.periods)
    yield "Hình thức", "văn bản đã ký" if definition.is_document else "bảng tính"


def in_force_words(definition: FormDefinition) -> str:
    begins, ends = definition.in_force_from, definition.in_force_to
    parts = [f"từ {wording.day_text(begins)}"] if begins else []
    parts += [f"đến hết {wording.day_text(ends)}"] if ends else []
    return " ".join(parts) or "không ấn định"


def _periods(marks: frozenset[str]) -> str:
    return ", ".join(_period(mark) for mark in sorted(marks))


def _period(mark: str) -> str:
    return "năm" if mark == "Y" else f"quý {wording.QUARTERS[int(mark[1]) - 1]}"


def _sheet(asked: SheetDefinition) -> SheetDocumentation:
    sheet = asked.sheet
    listing = ""
    if sheet.listing is not None:
        listing = f"liệt kê từng dòng, tối đa {sheet.listing.most} dòng"
    lines = tuple(_lines(asked))
    return SheetDocumentation(sheet.name, sheet.title, _periods(asked.periods), listing, lines)


def _lines(asked: SheetDefinition) -> Iterator[AskedLine]:
    headings = {column.key: column.heading for column in asked.sheet.columns}
    listing = asked.sheet.listing
    if listing is not None:
        for field in listing.fields:
            key = f"{listing.key}.*.{field.key}"
            yield _line(key, "*", EVERY_ROW, headings[field.column], field)
    for row in asked.sheet.rows:
        unit = row.text("unit")
        text = f"{row.text('text')} ({unit})" if unit else row.text("text")
        for field in row.fields:
            yield _line(field.key, row.code, text, headings[field.column], field)


def _line(key: str, row: str, text: str, heading: str, field: Field) -> AskedLine:
    measure = MEASURES[field.measure] if field.measure else ""
    return AskedLine(key, row, text, heading, "; ".join(_kind(field)), measure)


def _kind(field: Field) -> Iterator[str]:
    yield KINDS[field.kind]
    if field.kind is Kind.NUMBER:
        yield f"{field.places} chữ số thập phân"
    # From 0 goes without saying.
    if field.least:
        yield f"từ {wording.number_text(field.least)}"
    if field.most is not None:
        yield f"tối đa {wording.number_text(field.most)}"
    if field.kind is Kind.CHOICE:
        yield " / ".join(choice.label for choice in field.choices)
    if not field.required:
        yield "không bắt buộc"
    if field.absences:
        yield "nhận " + ", ".join(sorted(ABSENCES[absent] for absent in field.absences))


def _check(check: Comparison) -> CheckLine:
    return CheckLine(check.at, check.message, check.blocks)
