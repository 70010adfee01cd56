"""Checks written in a form's data, and figures unlike those of the quarter before."""

from dataclasses import replace
from decimal import Decimal

import pytest

from data_access.workbook.beside import NOTHING_BESIDE, Beside
from data_access.workbook.parsing import parse_return
from data_access.workbook.reading import read_book
from scoring.facts import Absent
from scoring.forms import (
    Comparison,
    Field,
    Form,
    FormSheet,
    Kind,
    Listing,
    Measure,
    Operand,
    Relation,
    Row,
    When,
)
from scoring.periods import Period
from tests.data_access.workbook.sheets import COLUMNS, HEADINGS, form, row, workbook

NOTHING = frozenset({Absent.NOT_ARISEN})
MESSAGE = "Số đột xuất không quá tổng số. Đề nghị kiểm tra lại."
AT_MOST = Comparison("2", Operand(("2",)), Relation.AT_MOST, Operand(("1",)), MESSAGE)


def said(
    lines: str, asked: Form, beside: Beside = NOTHING_BESIDE
) -> list[tuple[str | None, str, str, str]]:
    book, _ = read_book("bieu", workbook(f"{HEADINGS}\n{lines}"))
    _, issues = parse_return(book, asked, beside)
    return [
        (found.where.cell, found.code.value, found.context["value"], found.context["other"])
        for found in issues
    ]


def two(check: Comparison) -> Form:
    return form(row("1", absences=NOTHING), row("2", absences=NOTHING), checks=(check,))


def lines(first: str, second: str) -> str:
    return f"1 | Chỉ tiêu 1 | {first}\n2 | Chỉ tiêu 2 | {second}"


@pytest.mark.parametrize(
    ("relation", "first", "second", "fails"),
    [
        (Relation.AT_MOST, "n:5", "n:5", False),
        (Relation.AT_MOST, "n:5", "n:6", True),
        (Relation.EQUAL, "n:5", "5,0", False),
        (Relation.EQUAL, "n:5", "n:4", True),
        (Relation.AT_LEAST, "n:5", "n:6", False),
        (Relation.AT_LEAST, "n:5", "n:4", True),
        (Relation.AT_MOST, "KPS", "n:1", True),  # of nothing there is no part
        (Relation.AT_LEAST, "KPS", "KPS", False),
    ],
)
def test_a_comparison(relation: Relation, first: str, second: str, fails: bool) -> None:
    found = said(lines(first, second), two(replace(AT_MOST, relation=relation)))
    assert [code for _, code, *_ in found] == ["CHECK_FAILED"] * fails


def test_the_message_and_both_figures_are_said_at_the_cell() -> None:
    assert said(lines("n:1000", "n:1234.5"), two(AT_MOST)) == [
        ("C3", "CHECK_FAILED", "1.234,5", "1.000")
    ]


def test_a_check_may_keep_the_return_out() -> None:
    book, _ = read_book("bieu", workbook(f"{HEADINGS}\n{lines('n:1', 'n:2')}"))
    returned, (found,) = parse_return(book, two(replace(AT_MOST, blocks=True)))
    assert returned is None and found.code == "CHECK_BLOCKS"
    # The sentence goes on after it.
    assert found.context["message"] == MESSAGE.rstrip(".")


def test_nothing_is_said_where_a_figure_is_missing() -> None:
    sum_of_both = replace(AT_MOST, left=Operand(("1", "3")), relation=Relation.EQUAL)
    assert said(lines("n:1", "n:2"), two(sum_of_both)) == []
    elsewhere = replace(AT_MOST, right=Operand(("x",), form="tu-cham"))
    assert said(lines("n:1", "n:2"), two(elsewhere)) == []


def test_figures_of_another_form_and_of_the_quarter_before() -> None:
    elsewhere = replace(AT_MOST, right=Operand(("x",), form="tu-cham"))
    beside = Beside(
        {
            ("tu-cham", When.SAME): {"x": Decimal(1)},
            (None, When.PREVIOUS): {"1": Decimal(3)},
        }
    )
    assert said(lines("n:1", "n:2"), two(elsewhere), beside)[0][3] == "1"
    before = replace(AT_MOST, right=Operand(("1",), when=When.PREVIOUS), relation=Relation.AT_LEAST)
    assert said(lines("n:1", "n:2"), two(before), beside)[0][3] == "3"


def listing(check: Comparison) -> Form:
    fields = (
        Field("name", "text", Kind.TEXT),
        Field("people", "figure", Kind.COUNT, required=False),
    )
    asked = form(row("1"))
    other = FormSheet("Biểu", COLUMNS, asked.sheets[0].rows, Listing("II", fields))
    return replace(asked, sheets=(other,), checks=(check,))


def test_a_star_sums_a_listing() -> None:
    total = Comparison(
        "1", Operand(("1",)), Relation.EQUAL, Operand(("II.*.people",)), "Đề nghị cộng lại."
    )
    asked = listing(total)
    rows = "1 | Chỉ tiêu 1 | n:9\n1 | a | n:5\n2 | b |\n3 | c | n:3"
    rows = rows.replace("\n1 | a", "\n5 | a")
    assert said(rows, asked) == [("C2", "CHECK_FAILED", "9", "8")]
    assert said(rows.replace("n:9", "n:8"), asked) == []
    assert said("1 | Chỉ tiêu 1 | n:9\n2 | KPS | |", asked) == [("C2", "CHECK_FAILED", "9", "0")]
    # What cannot be read is missing, not nothing.
    assert codes(rows.replace("n:3", "?"), asked) == ["NOT_A_NUMBER"]


def codes(lines: str, asked: Form) -> list[str]:
    book, _ = read_book("bieu", workbook(f"{HEADINGS}\n{lines}"))
    return [found.code.value for found in parse_return(book, asked)[1]]


@pytest.mark.parametrize(
    ("measure", "figure", "last", "code"),
    [
        (Measure.FLOW, 120, 12, "TEN_TIMES_BEFORE"),
        (Measure.FLOW, 119, 12, None),
        (Measure.STOCK, 12, 120, "TEN_TIMES_BEFORE"),
        (Measure.FLOW, 0, 120, None),  # nothing arose: no slip of a digit
        (Measure.FLOW, 90, 9, None),  # small figures jump
        (None, 120, 12, None),  # not a figure that is added up
        (Measure.FROM_JANUARY, 11, 12, "LESS_THAN_BEFORE"),
        (Measure.FROM_JANUARY, 12, 12, None),
        (Measure.FROM_JANUARY, 500, 12, None),
    ],
)
def test_figures_unlike_those_before(
    measure: Measure | None, figure: int, last: int, code: str | None
) -> None:
    asked = form(row("1", Kind.COUNT, measure=measure))
    book, _ = read_book("bieu", workbook(f"{HEADINGS}\n1 | Chỉ tiêu 1 | n:{figure}"))
    beside = Beside({(None, When.PREVIOUS): {"1": Decimal(last)}})
    returned, issues = parse_return(book, asked, beside)
    assert returned is not None
    assert [found.code.value for found in issues] == ([code] if code else [])


def test_in_the_first_quarter_counting_from_january_begins_anew() -> None:
    field = Field("1", "figure", Kind.COUNT, measure=Measure.FROM_JANUARY)
    asked = form(Row("1", (("text", "Chỉ tiêu 1"),), (field,)))
    asked = replace(asked, mark=replace(asked.mark, period=Period(2022, 1)))
    grows = Comparison(
        "1", Operand(("1",)), Relation.AT_LEAST, Operand(("1",), when=When.PREVIOUS), MESSAGE
    )
    beside = Beside({(None, When.PREVIOUS): {"1": Decimal(100)}})
    assert said("1 | Chỉ tiêu 1 | n:5", replace(asked, checks=(grows,)), beside) == []
