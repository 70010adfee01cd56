"""One cell, typed in every way, in every format that can be written here."""

import pytest

from tests.data_access.workbook.corpus.formats import FORMATS
from tests.data_access.workbook.corpus.forms import HEADINGS, answers, form, found, row
from tests.data_access.workbook.corpus.tables import table
from tests.data_access.workbook.corpus.typed_cells import DATES, FONTS, MEANINGS, NUMBERS, Case

CASES = (*NUMBERS, *DATES, *MEANINGS, *FONTS)


def workbook(case: Case, format: str) -> bytes:
    return FORMATS[format](table(f"{HEADINGS}\n1 | Chỉ tiêu 1 | {case.typed}"))


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.kind}-{case.typed}")
def test_what_is_typed(case: Case, format: str) -> None:
    content, asked = workbook(case, format), form(row("1", case.kind, **case.asked))
    if case.code:
        assert found(content, asked) == [("C2", case.code)]
    else:
        assert answers(content, asked) == {"1": case.answer}


@pytest.mark.parametrize("format", ["xlsx", "ods"])
def test_a_formula_never_computed(format: str) -> None:
    content = FORMATS[format](table(f"{HEADINGS}\n1 | Chỉ tiêu 1 | f:=SUM(D1:D9)"))
    assert found(content, form(row("1"))) == [("C2", "FORMULA_WITHOUT_VALUE")]


def test_the_corpus_is_large() -> None:
    assert len(CASES) * len(FORMATS) >= 120
