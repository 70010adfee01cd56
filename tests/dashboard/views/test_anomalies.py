from decimal import Decimal

from dashboard.views.anomalies import Found, anomaly_tables
from scoring.anomalies import ColumnOfMaxima, FarClaim, LateGain
from scoring.periods import parse_period

YEAR = parse_period("2022")
LABELS = {"535": "Ba Tơ"}


def claim(code: str, claimed: str, final: str, unit: str = "535") -> FarClaim:
    return FarClaim(unit, unit, code, "Công khai", Decimal(5), Decimal(claimed), Decimal(final))


def test_a_claim_far_from_what_counts_says_which_way() -> None:
    found = Found(claims=[claim("2.1", "5", "2.50"), claim("2.2", "1.00", "3.00")])
    (table,) = anomaly_tables(found, YEAR, LABELS)
    heading, *rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert heading == ["Ba Tơ"]
    assert rows[0] == ["2.1. Công khai", "5", "5,00", "2,50", "+2,50"]
    assert rows[1][4] == "-2,00"
    assert table.title == "Tự chấm lệch xa điểm chính thức: 2 tiêu chí của 1 đơn vị"
    named = table.rows[0].cells[0]
    assert named.detail == "2 tiêu chí, lệch 4,50 điểm"
    assert named.link is not None
    assert dict(named.link.params) == {"unit": "535", "period": "2022"}


def test_the_unit_farthest_off_in_all_stands_first() -> None:
    claims = [claim("2.1", "5", "2", "524"), claim("2.1", "5", "3"), claim("2.2", "5", "3")]
    (table,) = anomaly_tables(Found(claims=claims), YEAR, LABELS)
    assert [row.cells[0].text for row in table.rows if row.heading] == ["Ba Tơ", "524"]


def test_a_long_list_is_cut_and_says_so() -> None:
    found = Found(claims=[claim("2.1", "5", "2.50", str(number)) for number in range(33)])
    (table,) = anomaly_tables(found, YEAR, LABELS)
    assert sum(row.heading for row in table.rows) == 30
    assert table.notes[-1] == "Còn 3 đơn vị lệch ít hơn."


def test_late_evidence_shows_the_place_without_it() -> None:
    late = LateGain("535", "BCĐ Ba Tơ", None, ("1.1", "2.1"), Decimal("3.50"), 2, 5)
    (table,) = anomaly_tables(Found(late=[late]), YEAR, LABELS)
    assert [cell.text for cell in table.rows[0].cells] == ["Ba Tơ", "1.1, 2.1", "3,5", "2", "5"]


def test_a_column_of_maxima_parts_nobody() -> None:
    column = ColumnOfMaxima("1.1", "Kế hoạch", Decimal(2), 13)
    (table,) = anomaly_tables(Found(columns=[column]), YEAR, LABELS)
    assert [cell.text for cell in table.rows[0].cells] == ["1.1. Kế hoạch", "2", "13"]


def test_where_nothing_is_odd_there_is_no_table() -> None:
    assert anomaly_tables(Found(), YEAR, LABELS) == ()
