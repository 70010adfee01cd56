"""One cell of each kind, right and wrong."""

from datetime import date
from decimal import Decimal

import pytest

from scoring.facts import Absent
from scoring.forms import Choice, Kind
from tests.data_access.workbook.sheets import answers, found, typed_in

STATES = (Choice("done", "Đã hoàn thành"), Choice("doing", "Đang thực hiện"))
NOTHING = Choice("none", "Không phát sinh")
BOTH = frozenset({Absent.NOT_ARISEN, Absent.NOT_APPLICABLE})
YEAR = {"earliest": date(2022, 1, 1), "latest": date(2022, 12, 31)}


@pytest.mark.parametrize(
    ("typed", "kind", "field", "answer"),
    [
        ("n:0.1", Kind.NUMBER, {}, Decimal("0.1")),  # binary floats stay what was typed
        ("n:2.117", Kind.NUMBER, {"places": 3}, Decimal("2.117")),  # a true number is not ambiguous
        ("1.234,5", Kind.NUMBER, {}, Decimal("1234.5")),
        ("1.234,5 m2", Kind.NUMBER, {}, Decimal("1234.5")),
        ("12 km2", Kind.NUMBER, {}, Decimal(12)),
        ("p:0.8729", Kind.NUMBER, {}, Decimal("87.29")),  # read as shown
        ("87,29%", Kind.NUMBER, {}, Decimal("87.29")),
        ("2.117", Kind.COUNT, {}, Decimal(2117)),  # a count has no other reading
        ("n:12", Kind.COUNT, {}, Decimal(12)),
        ("KPS", Kind.COUNT, {"absences": BOTH}, Absent.NOT_ARISEN),
        ("Không", Kind.NUMBER, {"absences": BOTH}, Absent.NOT_ARISEN),  # beside a figure: nothing
        ("KAD", Kind.POINTS, {"absences": BOTH}, Absent.NOT_APPLICABLE),
        ("có", Kind.YES_NO, {}, Decimal(1)),
        ("x", Kind.YES_NO, {}, Decimal(1)),
        ("√", Kind.YES_NO, {}, Decimal(1)),
        ("☑", Kind.YES_NO, {}, Decimal(1)),
        ("n:1", Kind.YES_NO, {}, Decimal(1)),
        ("b:0", Kind.YES_NO, {}, Decimal(0)),
        ("Không", Kind.YES_NO, {"absences": BOTH}, Decimal(0)),  # a plain no is an answer
        ("Không phát sinh", Kind.YES_NO, {"absences": BOTH}, Absent.NOT_ARISEN),
        ("ĐÃ HOÀN  THÀNH", Kind.CHOICE, {"choices": STATES}, "done"),
        ("đã hòan thành", Kind.CHOICE, {"choices": STATES}, "done"),  # the tone's other place
        ("doing", Kind.CHOICE, {"choices": STATES}, "doing"),
        ("KPS", Kind.CHOICE, {"choices": (*STATES, NOTHING)}, "none"),  # said in another way
        ("d:2022-04-05", Kind.DATE, YEAR, date(2022, 4, 5)),
        ("ngày 5 tháng 4 năm 2022", Kind.DATE, YEAR, date(2022, 4, 5)),
        ("=1+1 là hai", Kind.TEXT, {}, "=1+1 là hai"),
        ("n:12", Kind.TEXT, {}, "12"),
        ("-", Kind.TEXT, {}, "-"),  # just a text where no absence is asked
    ],
)
def test_answer(typed: str, kind: Kind, field: dict[str, object], answer: object) -> None:
    assert answers(*typed_in(typed, kind, **field)) == {"1": answer}


@pytest.mark.parametrize(
    ("typed", "kind", "field", "code"),
    [
        ("", Kind.NUMBER, {}, "MISSING_VALUE"),
        ("\u00a0", Kind.TEXT, {}, "MISSING_VALUE"),  # a space that does not look like one
        ("khoảng 12", Kind.NUMBER, {}, "NOT_A_NUMBER"),
        ("d:2024-04-03", Kind.NUMBER, {}, "NOT_A_NUMBER"),  # Excel made a date of 3/4
        ("b:1", Kind.COUNT, {}, "NOT_A_NUMBER"),
        ("p:0.5", Kind.COUNT, {}, "NOT_A_NUMBER"),  # half of what?
        ("50%", Kind.POINTS, {}, "NOT_A_NUMBER"),
        ("2.117", Kind.NUMBER, {}, "AMBIGUOUS_NUMBER"),
        ("1,500.000", Kind.COUNT, {}, "AMBIGUOUS_NUMBER"),  # thousands parted by both signs
        ("1.500,000", Kind.COUNT, {}, "AMBIGUOUS_NUMBER"),
        ("n:1e300", Kind.COUNT, {}, "MORE_THAN_ALLOWED"),
        ("n:-1e300", Kind.NUMBER, {}, "LESS_THAN_ALLOWED"),
        ("2,117", Kind.POINTS, {}, "AMBIGUOUS_NUMBER"),
        ("n:1.5", Kind.COUNT, {}, "NOT_WHOLE"),
        ("n:0.125", Kind.POINTS, {}, "TOO_MANY_PLACES"),
        ("n:-1", Kind.COUNT, {}, "LESS_THAN_ALLOWED"),  # whether the form says so or not
        ("- 0,25", Kind.POINTS, {"least": Decimal(0)}, "LESS_THAN_ALLOWED"),
        ("101", Kind.NUMBER, {"most": Decimal(100)}, "MORE_THAN_ALLOWED"),
        ("KPS", Kind.NUMBER, {}, "ABSENT_NOT_ALLOWED"),
        ("KAD", Kind.NUMBER, {"absences": BOTH - {Absent.NOT_APPLICABLE}}, "ABSENT_NOT_ALLOWED"),
        ("-", Kind.DATE, {}, "ABSENT_NOT_ALLOWED"),
        ("chưa rõ", Kind.YES_NO, {}, "NOT_A_CHOICE"),
        ("Không có", Kind.YES_NO, {"absences": BOTH}, "NOT_A_CHOICE"),  # no, or nothing arose?
        ("da hoan thanh", Kind.CHOICE, {"choices": STATES}, "NOT_A_CHOICE"),
        ("n:2022", Kind.DATE, {}, "DAY_NEEDED"),  # a year is not the day that has its number
        ("quý III/2022", Kind.DATE, {}, "DAY_NEEDED"),
        ("5/4/2023", Kind.DATE, YEAR, "DATE_OUTSIDE"),
        ("quá dài", Kind.TEXT, {"longest": 5}, "TEXT_TOO_LONG"),
        ("e:#DIV/0!", Kind.NUMBER, {}, "ERROR_CELL"),
        ("e:#N/A", Kind.TEXT, {}, "ERROR_CELL"),
        ("f:=SUM(A1:A9)", Kind.NUMBER, {}, "FORMULA_WITHOUT_VALUE"),
    ],
)
def test_mistake(typed: str, kind: Kind, field: dict[str, object], code: str) -> None:
    assert found(*typed_in(typed, kind, **field)) == [("C2", code)]


def test_a_blank_that_is_not_required_is_no_entry() -> None:
    assert answers(*typed_in("", Kind.NUMBER, required=False)) == {}


def test_a_claim_above_the_maximum_is_let_in_with_a_warning() -> None:
    content, asked = typed_in("n:11", Kind.POINTS, expected_most=Decimal(3))
    assert found(content, asked) == [("C2", "CLAIM_ABOVE_MAX")]
    assert answers(content, asked) == {"1": Decimal(11)}
