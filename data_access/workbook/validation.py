"""What Excel itself says to a clerk at an open cell: lists, limits, and the words for them."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from data_access.workbook.answers import lowest, written_day
from scoring.facts import Absent
from scoring.forms import YES_NO, Field, Kind
from scoring.numbers import decimal_comma

ABSENT_LABELS = {
    Absent.NOT_ARISEN: "Không phát sinh",
    Absent.NOT_APPLICABLE: "Không áp dụng",
}

Rule = Mapping[str, object]

_SHORTHANDS = {
    Absent.NOT_ARISEN: "Nếu không phát sinh, ghi KPS.",
    Absent.NOT_APPLICABLE: "Nếu không áp dụng, ghi KAD.",
}
_EMPTY_LISTING = "Nếu cả biểu không phát sinh, ghi KPS ở dòng đầu."
_LONGEST_MESSAGE = 255
# Excel wants limits for "any number" and "any date" too.
_FARTHEST = Decimal(10**12)
_FIRST_DAY, _LAST_DAY = date(1990, 1, 1), date(2199, 12, 31)


def list_items(field: Field) -> tuple[str, ...]:
    """What the drop-down list offers; empty for kinds that have none."""
    choices = YES_NO if field.kind is Kind.YES_NO else field.choices
    if field.kind not in (Kind.YES_NO, Kind.CHOICE):
        return ()
    labels = (label for absent, label in ABSENT_LABELS.items() if absent in field.absences)
    return (*(choice.label for choice in choices), *labels)


def rule(field: Field, *, says_nothing: bool = False) -> Rule:
    """Everything but the list's source, as xlsxwriter takes it. `says_nothing`: the cell may also
    say that nothing at all arose."""
    message = _message(field, says_nothing=says_nothing)
    asks = says_nothing or field.absences or field.expected_most is not None
    return {
        **_limits(field),
        "ignore_blank": True,
        "input_title": "Cách ghi",
        "input_message": message,
        "error_title": "Đề nghị xem lại",
        "error_message": message,
        # Where words or unusual figures are also answers, Excel may ask but must not refuse.
        "error_type": "warning" if asks else "stop",
    }


def _limits(field: Field) -> Rule:
    if field.kind in (Kind.YES_NO, Kind.CHOICE):
        return {"validate": "list"}
    if field.kind is Kind.TEXT:
        return {"validate": "length", "criteria": "<=", "value": field.longest}
    if field.kind is Kind.DATE:
        return {
            "validate": "date",
            "criteria": "between",
            "minimum": _midnight(field.earliest or _FIRST_DAY),
            "maximum": _midnight(field.latest or _LAST_DAY),
        }
    least, most = lowest(field), field.most if field.expected_most is None else field.expected_most
    return {
        "validate": "integer" if field.kind is Kind.COUNT else "decimal",
        "criteria": "between",
        "minimum": _plain(-_FARTHEST if least is None else least),
        "maximum": _plain(_FARTHEST if most is None else most),
    }


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


def _plain(number: Decimal) -> int | float:
    return int(number) if number == int(number) else float(number)


def how_to_fill(field: Field) -> str:
    """What is asked for, its limits, and how to say that there is nothing."""
    return _message(field, says_nothing=False)


def _message(field: Field, *, says_nothing: bool) -> str:
    shorthands = [_SHORTHANDS[absent] for absent in _SHORTHANDS if absent in field.absences]
    if field.kind in (Kind.YES_NO, Kind.CHOICE):
        # The list itself offers the ways of saying "nothing".
        shorthands = []
    if says_nothing:
        shorthands = [_EMPTY_LISTING]
    sentences = [_what(field), *shorthands, "Không để trống." if field.required else ""]
    return " ".join(part for part in sentences if part)[:_LONGEST_MESSAGE]


def _what(field: Field) -> str:
    if field.kind in (Kind.YES_NO, Kind.CHOICE):
        return "Chọn một mục trong danh sách."
    if field.kind is Kind.TEXT:
        return f"Ghi nội dung, không quá {field.longest} ký tự."
    if field.kind is Kind.DATE:
        return f"Ghi ngày/tháng/năm, ví dụ 05/04/2024{_between_days(field)}."
    if field.kind is Kind.COUNT:
        return f"Ghi số nguyên{_between(field)}."
    unit = "số điểm" if field.kind is Kind.POINTS else "số"
    decimals = f", tối đa {field.places} chữ số thập phân" if field.places else ", không có số lẻ"
    return f"Ghi {unit}{_between(field)}{decimals}."


def _between(field: Field) -> str:
    most = field.most if field.expected_most is None else field.expected_most
    least = lowest(field)
    words = [("từ", least), ("đến", most)] if least is not None else [("không quá", most)]
    return "".join(f" {word} {decimal_comma(end)}" for word, end in words if end is not None)


def _between_days(field: Field) -> str:
    words = (("từ", field.earliest), ("đến", field.latest))
    found = " ".join(f"{word} {written_day(day)}" for word, day in words if day)
    return f" ({found})" if found else ""
