"""A figure can be followed back to the cell it was typed in; what was not said is not nought."""

from decimal import Decimal

from scoring.facts import Absent, Figure, Source, UnitFacts


def test_a_source_is_a_cell_of_a_sheet_or_a_line_of_a_text_file() -> None:
    assert str(Source("a.xlsx", "Bảng", "E7")) == "a.xlsx › Bảng!E7"
    assert str(Source("facts.csv", "", "12")) == "facts.csv, dòng 12"


def test_a_figure_from_elsewhere_names_its_document_and_no_cell() -> None:
    assert str(Source("01/BC-SNV, Sở Nội vụ", "", "")) == "01/BC-SNV, Sở Nội vụ"


def test_what_was_not_reported_is_not_nought() -> None:
    facts = UnitFacts("001", figures={"a": Figure(Decimal(0))})
    assert (facts.value("a"), facts.value("b")) == (0, Absent.NOT_REPORTED)
