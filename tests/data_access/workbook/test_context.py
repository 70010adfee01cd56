"""Issues carry what their sentences need: the value as typed, the heading, the remedy."""

import pytest

from data_access.workbook.parsing import parse_return
from data_access.workbook.reading import read_book
from scoring.forms import Choice, Kind
from scoring.issues import Issue
from tests.data_access.workbook.sheets import typed_in


def only_issue(typed: str, kind: Kind, **field: object) -> Issue:
    content, asked = typed_in(typed, kind, **field)
    book, _ = read_book("bieu.xlsx", content)
    (issue,) = parse_return(book, asked)[1]
    return issue


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("khoảng 12", "khoảng 12"),
        ("d:2024-04-03", "03/04/2024"),  # a date in a number field, as Vietnam writes it
        ("b:1", "TRUE"),
        ("từ " * 100, ("từ " * 26) + "t…"),  # nobody wants a page quoted back
    ],
)
def test_the_value_is_shown_as_typed(typed: str, shown: str) -> None:
    context = only_issue(typed, Kind.NUMBER).context
    assert context["value"] == shown and context["heading"] == "Số liệu"


def test_the_place_is_named_by_sheet_cell_and_words() -> None:
    where = only_issue("?", Kind.NUMBER).where
    assert (where.sheet, where.cell) == ("Biểu", "C2")
    assert where.label == "1 – Chỉ tiêu 1 – Số liệu"


def test_both_readings_of_an_ambiguous_number_are_offered() -> None:
    context = only_issue("2.117", Kind.NUMBER).context
    assert (context["first"], context["second"]) == ("2.117", "2,117")


def test_an_unaccented_choice_is_suggested_never_taken() -> None:
    choices = (Choice("ha", "Sơn Hà"), Choice("khac", "Nơi khác"))
    assert only_issue("son ha", Kind.CHOICE, choices=choices).context["suggestion"] == "Sơn Hà"
    assert only_issue("???", Kind.CHOICE, choices=choices).context["suggestion"] == ""
