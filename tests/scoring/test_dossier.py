"""Which papers of a dossier are missing on which day, and which are dated out of order."""

from datetime import date

import pytest

from scoring.dossier import assess_dossier
from scoring.findings import Remark
from scoring.register_lines import DossierPaper, Kept, Paper
from tests.scoring.registers_by_hand import LATER, remarks


def found(paper: DossierPaper, day: date = LATER, *others: DossierPaper) -> list[Remark]:
    return remarks(assess_dossier((paper, *others), 2024, day)[0].findings)


@pytest.mark.parametrize(
    ("kept", "paper", "expected"),
    [
        (Kept.PRESENT, Paper("", date(2024, 2, 1)), []),
        (Kept.PRESENT, Paper("5/KH"), [Remark.PAPER_UNDATED]),
        (Kept.ABSENT, Paper(), [Remark.PAPER_MISSING]),
        (None, Paper(), [Remark.PAPER_MISSING]),
        (Kept.NOT_ARISEN, Paper(), []),
    ],
)
def test_a_paper_is_there_missing_or_did_not_arise(
    kept: Kept | None, paper: Paper, expected: list[Remark]
) -> None:
    assert found(DossierPaper("9.1", kept, paper)) == expected


@pytest.mark.parametrize(
    ("code", "day", "expected"),
    [
        ("13.5a", date(2024, 6, 30), Remark.PAPER_NOT_DUE),
        ("13.5a", date(2024, 7, 1), Remark.PAPER_MISSING),
        ("13.5b", date(2024, 7, 1), Remark.PAPER_NOT_DUE),
        ("13.5b", date(2025, 1, 1), Remark.PAPER_MISSING),
    ],
)
def test_a_report_is_not_missing_before_its_time_is_over(
    code: str, day: date, expected: Remark
) -> None:
    assert found(DossierPaper(code, Kept.ABSENT), day) == [expected]


@pytest.mark.parametrize(
    ("dated", "expected"),
    [(date(2024, 1, 31), [Remark.PAPERS_OUT_OF_ORDER]), (date(2024, 2, 1), [])],
)
def test_a_posting_does_not_end_before_it_began(dated: date, expected: list[Remark]) -> None:
    began = DossierPaper("9.3", Kept.PRESENT, Paper("", date(2024, 2, 1)))
    assert found(DossierPaper("9.4", Kept.PRESENT, Paper("", dated)), LATER, began) == expected
