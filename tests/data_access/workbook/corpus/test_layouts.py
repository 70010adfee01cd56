"""The table wherever an office has left it, in every format that can be written here."""

from dataclasses import dataclass
from decimal import Decimal
from unicodedata import normalize

import pytest

from scoring.forms import Column, Field, Form, Kind, Row
from tests.data_access.workbook.corpus.formats import FORMATS
from tests.data_access.workbook.corpus.forms import COLUMNS, HEADINGS, answers, form, found, row
from tests.data_access.workbook.corpus.tables import Table, table

TWO = form(row("1"), row("2"))
FILLED = {"1": Decimal(5), "2": Decimal(6)}
ROWS = "1 | Chỉ tiêu 1 | n:5\n2 | Chỉ tiêu 2 | n:6"
BODY = f"{HEADINGS}\n{ROWS}"
BLANKS = "\n\n\n"


def titled(*headings: str) -> Table:
    return table(f"{' | '.join(headings)}\n{ROWS}")


LAYOUTS = {
    "as printed": table(BODY),
    "rows inserted above": table(f"TỈNH ỦY\nBAN CHỈ ĐẠO | | 1\n{BLANKS}{BODY}"),
    "columns in another order": table("Số liệu | Ghi chú | Mã\nn:5 | | 1\nn:6 | | 2"),
    "columns inserted": table(" | Tổ | Mã | x | Số liệu\n | | 1 | | n:5\n | | 2 | | n:6"),
    "rows in another order": table(f"{HEADINGS}\n2 | Chỉ tiêu 2 | n:6\n1 | Chỉ tiêu 1 | n:5"),
    "blank rows between": table(
        f"{HEADINGS}{BLANKS}1 | Chỉ tiêu 1 | n:5{BLANKS}2 | Chỉ tiêu 2 | n:6"
    ),
    "a hidden row is read": table(BODY, hidden_rows=frozenset({3})),
    "a hidden column is read": table(BODY, hidden_columns=frozenset({1, 3})),
    "the sheet renamed": table(BODY, name="Sheet1 (2)"),
    "the sheet's name decomposed": table(BODY, name=normalize("NFD", "Biểu")),
    "headings in capitals": titled("MÃ", "NỘI DUNG", "SỐ LIỆU"),
    "headings with line breaks": titled("Mã", "Nội⏎dung", "Số⏎⏎liệu"),
    "headings with double spaces": titled("Mã", "Nội  dung", "Số  liệu"),
    "headings with no-break spaces": titled("Mã", "Nội\u00a0dung", "Số\u00a0liệu\u00a0"),
    "headings decomposed": titled(
        *(normalize("NFD", word) for word in ("Mã", "Nội dung", "Số liệu"))
    ),
    "headings with soft hyphens": titled("Mã", "Nội dung", "Số li\u00adệu"),
    "headings with colons": titled("Mã:", "Nội dung:", "Số liệu :"),
    "headings with footnote marks": titled("Mã", "Nội dung", "Số liệu (*)"),
    "headings in an old font": titled("{.VnTime}M·", "", "{.VnTime}Sè liÖu"),
    "headings in old capitals": titled("{.VnTimeH}m·", "", "{.VnTimeH}sè liÖu"),
    "headings in the other old font": titled("{VNI-Times}Maõ", "", "{VNI-Times}Soá lieäu"),
    "today's text in an old font": table(
        "{.VnTime}Mã | {.VnTime}Nội dung | {.VnTime}Số liệu | {.VnTime}Ghi chú\n"
        "1 | {.VnTime}Chỉ tiêu 1 | n:5\n2 | {.VnTime}Chỉ tiêu 2 | n:6"
    ),
    "headings of two rows, merged": table(
        f"Mã | Nội dung | Kết quả\n | | Số liệu | Ghi chú\n{ROWS}",
        merged=("A1:A2", "B1:B2", "C1:D1"),
    ),
    "headings of two rows, all merged": table(
        f"{HEADINGS}\n\n{ROWS}", merged=("A1:A2", "B1:B2", "C1:C2", "D1:D2")
    ),
    "a merged title like a heading": table(f"Số liệu\n{BODY}", merged=("A1:D1",)),
    "column numbers under the headings": table(f"{HEADINGS}\n(1) | (2) | (3) | (4)\n{ROWS}"),
    "column letters and numbers under the headings": table(
        f"Mã | Nội dung | Số liệu | Tỷ lệ\n(A) | (B) | (1) | (2)=(1)/10\n{ROWS}"
    ),
    "plain column numbers under the headings": table(f"{HEADINGS}\n1 | 2 | 3 | 4\n{ROWS}"),
    "codes as numbers": table(f"{HEADINGS}\nn:1 | Chỉ tiêu 1 | n:5\nn:2 | Chỉ tiêu 2 | n:6"),
    "codes with points": table(f"{HEADINGS}\n1. | Chỉ tiêu 1 | n:5\n 2. | Chỉ tiêu 2 | n:6"),
    "a code in an old font": table(
        f"{HEADINGS}\n{{.VnTime}}1 | Chỉ tiêu 1 | n:5\n2 | Chỉ tiêu 2 | n:6"
    ),
    "signatures below": table(f"{BODY}\n\n | | Sơn Hà, ngày 5 tháng 4 năm 2022\nNgười lập biểu"),
}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_table_is_found(layout: str, format: str) -> None:
    content = FORMATS[format](LAYOUTS[layout])
    assert (found(content, TWO), answers(content, TWO)) == ([], FILLED)


@dataclass(frozen=True)
class Drift:
    sheet: Table
    issues: list[tuple[str | None, str]]


DRIFTS = {
    "row numbers stay true": Drift(
        table(f"TỈNH ỦY{BLANKS}{HEADINGS}\n1 | Chỉ tiêu 1 | n:5{BLANKS}2 | Chỉ tiêu 2 | ?"),
        [("C8", "NOT_A_NUMBER")],
    ),
    "a hidden row is asked about": Drift(
        table(f"{HEADINGS}\n1 | Chỉ tiêu 1 | ?\n2 | Chỉ tiêu 2 | n:6", hidden_rows=frozenset({2})),
        [("C2", "NOT_A_NUMBER")],
    ),
    "one cell of today's letters in an old sheet": Drift(
        table(
            "{.VnTime}M· | {.VnTime}Néi dung | {.VnTime}Sè liÖu\n"
            "1 | {.VnTime}ChØ tiªu 1 | {.VnTime}Phường\n2 | {.VnTime}ChØ tiªu 2 | n:6"
        ),
        [("C2", "LEGACY_FONT_UNCLEAR")],
    ),
    "a heading without its accents": Drift(
        table(f"Mã | Nội dung | So lieu\n{ROWS}"), [(None, "HEADING_MISSING")]
    ),
    "a heading twice": Drift(
        table("Mã | Số liệu | Số liệu*\n1 | n:5\n2 | n:6"), [("C1", "HEADING_TWICE")]
    ),
    "a row missing": Drift(table(f"{HEADINGS}\n2 | Chỉ tiêu 2 | n:6"), [(None, "ROW_MISSING")]),
    "a row twice": Drift(table(f"{BODY}\n2 | Chỉ tiêu 2 | n:7"), [("A4", "ROW_TWICE")]),
    "a row of another form": Drift(table(f"{BODY}\n3 | Chỉ tiêu 3 | n:7"), [("C4", "ROW_UNKNOWN")]),
}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("drift", DRIFTS)
def test_what_drifted_too_far_is_named(drift: str, format: str) -> None:
    assert found(FORMATS[format](DRIFTS[drift].sheet), TWO) == DRIFTS[drift].issues


@pytest.mark.parametrize("format", FORMATS)
def test_a_merged_value_counts_for_every_row_it_covers(format: str) -> None:
    content = FORMATS[format](
        table(f"{HEADINGS}\n1 | Chỉ tiêu 1 | n:5\n2 | Chỉ tiêu 2", merged=("C2:C3",))
    )
    assert answers(content, TWO) == {"1": Decimal(5), "2": Decimal(5)}


@pytest.mark.parametrize("format", FORMATS)
def test_a_merged_value_counts_for_every_column_it_covers(format: str) -> None:
    content = FORMATS[format](table(f"{HEADINGS}\n1 | Chỉ tiêu 1 | n:5", merged=("C2:D2",)))
    assert answers(content, both_columns()) == {"figure": Decimal(5), "note": "5"}


def both_columns() -> Form:
    fields = (Field("figure", "figure", Kind.NUMBER), Field("note", "note", Kind.TEXT))
    return form(Row("1", (), fields))


@pytest.mark.parametrize("format", ["xls", "ods"])
def test_what_a_merged_range_hides_does_not_count(format: str) -> None:
    content = FORMATS[format](table(BODY, merged=("C2:C3",)))
    assert answers(content, TWO) == {"1": Decimal(5), "2": Decimal(5)}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("heading", ["Hòa giải", "Hoà giải", "HOÀ GIẢI", "Hoà⏎giải *"])
def test_the_tone_may_stand_on_either_vowel(heading: str, format: str) -> None:
    columns = (COLUMNS[0], Column("figure", "Hòa giải", 12))
    content = FORMATS[format](table(f"Mã | {heading}\n1 | n:5"))
    assert answers(content, form(row("1"), columns=columns)) == {"1": Decimal(5)}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    ("typed", "day"), [("n:43925", "2024-04-05"), ("d:2024-04-05", "2024-04-05")]
)
def test_days_may_be_counted_from_1904(typed: str, day: str, format: str) -> None:
    content = FORMATS[format](table(f"{HEADINGS}\n1 | Chỉ tiêu 1 | {typed}", since_1904=True))
    found_day = answers(content, form(row("1", Kind.DATE)))["1"]
    assert str(found_day) == day
