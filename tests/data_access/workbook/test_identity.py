"""A workbook without its mark is recognised from what is printed; with it, held against that."""

from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest

from data_access.workbook.identity import contradictions, recognise_mark
from data_access.workbook.reading import read_book
from data_access.workbook.template import write_template
from scoring.forms import Form
from scoring.periods import Period
from tests.data_access.workbook.printed_form import FORM
from tests.data_access.workbook.sheets import saved

UNIT, PERIOD = "A2", "A5"


def made_out(unit: str, quarter: int, title: str = FORM.title) -> Form:
    return replace(
        FORM,
        mark=replace(FORM.mark, unit=unit, period=Period(2022, quarter)),
        title=title,
        header=("TỈNH ỦY QUẢNG NGÃI", unit),
        scope=(f"Kỳ báo cáo: quý {'I' * quarter} năm 2022", "Kế hoạch năm 2022"),
    )


OWN = made_out("Ban Chỉ đạo huyện Sơn Hà", 3)


def page(**typed: str) -> openpyxl.Workbook:
    """The template without its mark, with some cells typed over."""
    book = openpyxl.load_workbook(BytesIO(write_template(OWN)))
    del book["_qcdc"]
    for cell, text in typed.items():
        book.worksheets[0][cell] = text
    return book


def recognised(book: openpyxl.Workbook, *candidates: Form) -> str | None:
    mark = recognise_mark(read_book("bieu", saved(book))[0], candidates)
    return None if mark is None else f"{mark.unit} {mark.period}"


def test_title_unit_and_period_together_name_one_form() -> None:
    others = (
        made_out("Ban Chỉ đạo huyện Sơn Hạ", 3),
        made_out("Ban Chỉ đạo huyện Sơn Hà", 2),
        made_out("Ban Chỉ đạo huyện Sơn Hà", 3, title="Báo cáo khác"),
    )
    assert recognised(page(), OWN, *others) == "Ban Chỉ đạo huyện Sơn Hà 2022-Q3"
    assert recognised(page(), *others) is None


def test_case_spaces_and_tone_place_do_not_matter_accents_do() -> None:
    typed = page(A2="BAN CHỈ ĐẠO  HUYỆN SƠN HÀ", A5="Quý 3/2022")
    assert recognised(typed, OWN) == "Ban Chỉ đạo huyện Sơn Hà 2022-Q3"
    assert recognised(page(A2="Ban Chi dao huyen Son Ha"), OWN) is None
    assert recognised(page(A2="Ban Chỉ đạo huyện Sơn Hạ"), OWN) is None


def test_a_unit_named_after_a_colon() -> None:
    assert recognised(page(A2="Đơn vị: Ban Chỉ đạo huyện Sơn Hà"), OWN) is not None


def test_two_forms_that_fit_are_none() -> None:
    twin = replace(OWN, mark=replace(OWN.mark, version="2"))
    assert recognised(page(), OWN, twin) is None
    assert recognised(page(), OWN, OWN) is not None


def test_two_periods_on_the_sheet_are_none() -> None:
    assert recognised(page(A7="So với quý II năm 2022"), OWN) is None


def test_a_hidden_sheet_names_nothing() -> None:
    book = page()
    book.worksheets[0].sheet_state = "hidden"
    assert recognised(book, OWN) is None


@pytest.mark.parametrize(
    ("cell", "typed", "marked"),
    [
        (PERIOD, "Kỳ báo cáo: quý II năm 2022", "Kỳ báo cáo: quý III năm 2022"),
        (PERIOD, "Quý 3 năm 2023", "Kỳ báo cáo: quý III năm 2022"),
        (UNIT, "Ban Chỉ đạo huyện Sơn Hạ", "Ban Chỉ đạo huyện Sơn Hà"),
        (UNIT, "Đơn vị: xã Ba Tơ", "Ban Chỉ đạo huyện Sơn Hà"),
    ],
)
def test_printed_words_that_contradict_the_mark(cell: str, typed: str, marked: str) -> None:
    book, _ = read_book("bieu", saved(page(**{cell: typed})))
    (found,) = contradictions(book, OWN)
    assert (found.where.cell, found.code.value) == (cell, "MARK_CONTRADICTED")
    assert found.context == {"value": typed, "marked": marked}


@pytest.mark.parametrize(
    ("cell", "typed"),
    [
        (UNIT, "BAN CHỈ ĐẠO HUYỆN SƠN HÀ (Tổ Giúp việc)"),
        (UNIT, "Phòng Nội vụ"),  # some other line: nobody says whose return it is
        (PERIOD, "Quý III/2022"),
        (PERIOD, "Kỳ báo cáo"),
        ("A6", "Kế hoạch năm 2021"),
        ("A9", "So với quý II năm 2022"),
    ],
)
def test_other_words_contradict_nothing(cell: str, typed: str) -> None:
    book, _ = read_book("bieu", saved(page(**{cell: typed})))
    assert contradictions(book, OWN) == ()


def test_a_year_is_not_contradicted_by_a_quarter_that_is_named() -> None:
    year = replace(OWN, mark=replace(OWN.mark, period=Period(2022)), scope=("Năm 2022",))
    book = openpyxl.load_workbook(BytesIO(write_template(year)))
    book.worksheets[0]["A3"] = "Số liệu quý IV năm 2022 là ước tính"
    assert contradictions(read_book("bieu", saved(book))[0], year) == ()
    book.worksheets[0]["A5"] = "Năm 2021"
    (found,) = contradictions(read_book("bieu", saved(book))[0], year)
    assert found.context == {"value": "Năm 2021", "marked": "Năm 2022"}
