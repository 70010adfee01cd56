"""The shipped forms: the nine statistics forms as one workbook, three signed documents."""

import pytest

from sample_data import catalogue, tables
from sample_data.committees import committees
from sample_data.deliveries import deliveries
from sample_data.papers import head, is_document, mark, paper
from sample_data.statistics import statistics
from scoring.form_definitions import made_out
from scoring.forms import Form, Kind, Measure
from scoring.periods import Period

UNIT = next(unit for unit in catalogue.units() if unit.code == "524")
QUARTERS = [Period(2022, quarter) for quarter in (1, 2, 3, 4)]


def thong_ke(period: Period) -> Form:
    return made_out(tables.forms()["thong-ke"], UNIT, period)


def measure(key: str) -> Measure | None:
    return next(field.measure for field in thong_ke(QUARTERS[3]).fields() if field.key == key)


def test_every_form_is_read_without_a_single_warning() -> None:
    assert tuple(tables.forms()) == tables.FORMS


def test_the_statistics_are_one_workbook_of_nine_forms_and_the_meetings_once_a_year() -> None:
    names = ["I", "II", "II-b", "III", "III-b", "IV", "V", "VI", "VII"]
    names = [f"Biểu {name}" for name in names]
    sheets = [[sheet.name for sheet in thong_ke(period).sheets] for period in QUARTERS]
    assert sheets == [names, names, names, [*names, "Biểu VIII"]]


def test_no_two_answers_share_a_key() -> None:
    keys = [field.key for field in thong_ke(QUARTERS[3]).fields()]
    assert len(keys) == len(set(keys))


def test_what_arose_what_remains_and_what_counts_from_january_are_told_apart() -> None:
    assert measure("VII.1.in_period") is Measure.FLOW
    assert measure("VII.1.from_january") is Measure.FROM_JANUARY
    assert measure("VII.3.at_end") is Measure.STOCK
    assert measure("VIII.1.figure") is Measure.STOCK


def test_money_is_whole_and_land_has_two_places() -> None:
    fields = {field.key: field for field in thong_ke(QUARTERS[0]).fields()}
    assert fields["V.4.figure"].kind is Kind.COUNT
    assert fields["V.4.figure"].most == 10**13
    assert (fields["V.6.figure"].kind, fields["V.6.figure"].places) == (Kind.NUMBER, 2)


def test_only_more_meetings_than_villages_keep_the_return_out() -> None:
    blocking = [check.at for check in thong_ke(QUARTERS[3]).checks if check.blocks]
    assert blocking == ["VIII.1.figure"]


@pytest.mark.parametrize("period", QUARTERS, ids=str)
@pytest.mark.parametrize("unit", sorted(committees()))
def test_every_committee_answers_what_is_required(unit: str, period: Period) -> None:
    answers = statistics(committees()[unit], period)
    for sheet in thong_ke(period).sheets:
        fixed = [field for row in sheet.rows for field in row.fields]
        assert all(field.key in answers for field in fixed if field.required), sheet.name
        if sheet.listing is not None and sheet.listing.key not in answers:
            first = sheet.listing.row(1).fields
            assert all(field.key in answers for field in first if field.required), sheet.name


def test_a_signed_document_is_numbered_and_signed_before_it_came() -> None:
    handed_in = deliveries(tables.programme(), catalogue.units())
    papers = [delivery for delivery in handed_in if is_document(delivery.form)]
    assert {delivery.form for delivery in papers} == set(tables.FORMS[1:])
    for delivery in papers:
        said = head(delivery)
        assert said.signed_on < delivery.at.date()
        assert said.number.endswith("/BCĐ") and said.number[0].isdigit()
        assert mark(delivery).unit == delivery.unit
    assert paper(UNIT, papers[0]) == paper(UNIT, papers[0])
    assert paper(UNIT, papers[0]).startswith(b"PK")


def test_a_document_has_no_sheets() -> None:
    documents = [form for form in tables.forms().values() if form.is_document]
    assert [form.code for form in documents] == ["ke-hoach", "bao-cao-6-thang", "bao-cao-nam"]
    assert all(form.sheets == () for form in documents)
