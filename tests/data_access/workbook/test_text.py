"""Words compared as people see them, and the words for nothing."""

import pytest

from data_access.workbook.text import clean, clean_heading, folded, is_blank, read_absent
from scoring.facts import Absent


@pytest.mark.parametrize(
    ("typed", "absent"),
    [
        ("KPS", Absent.NOT_ARISEN),
        (" không  phát sinh. ", Absent.NOT_ARISEN),
        ("Không có", Absent.NOT_ARISEN),
        ("-", Absent.NOT_ARISEN),
        ("–", Absent.NOT_ARISEN),
        ("---", Absent.NOT_ARISEN),
        ("K.P.S.", Absent.NOT_ARISEN),
        ("Chưa phát sinh", Absent.NOT_ARISEN),
        ("kad", Absent.NOT_APPLICABLE),
        ("Không áp dụng", Absent.NOT_APPLICABLE),
        ("Không", None),  # the answer to a question
        ("Không biết", None),
        ("N/A", None),  # not applicable, or not available?
        ("0 phát sinh", None),  # a zero, or nothing arose?
        ("0", None),
    ],
)
def test_words_for_nothing(typed: str, absent: Absent | None) -> None:
    assert read_absent(typed) is absent


def test_comparison_ignores_what_cannot_be_seen() -> None:
    assert clean("Hòa\u00a0 Bình\u00ad\n\u200b") == clean("hoà bình")
    assert clean("Ðiểm") == clean("Điểm")  # the Icelandic letter of old converters
    assert clean("Thuỷ") == clean("Thủy")


def test_comparison_never_drops_accents() -> None:
    assert clean("Sơn Hà") != clean("Sơn Hạ")
    assert clean("Ba Tơ") != clean("Ba Tô")
    assert folded("Sơn Hà") == folded("SƠN HẠ") == "son ha"


@pytest.mark.parametrize(
    "typed",
    [
        "Tổng số:",
        "TỔNG\nSỐ (*)",
        "Tổng  số *",
        "To\u0302\u0309ng so\u0302\u0301",
        "Tổng\u00ad số (**):",
    ],
)
def test_a_heading_is_known_under_its_footnote_marks(typed: str) -> None:
    assert clean_heading(typed) == "tổng số"


def test_what_cannot_be_seen_is_blank() -> None:
    assert is_blank(" \u00a0\u200b\ufeff\t\n") and not is_blank("0") and not is_blank("-")
