"""A ladder of bands: which band an edge belongs to, and what the check says of the ladder."""

from fractions import Fraction

import pytest

from scoring.facts import Absent
from scoring.issues import Code
from tests.scoring.builders import points, read_rule, reason, rule_of

LADDER = "[{from: 98, points: 5}, {from: 97, points: 4}, {from: 90, to: 97, points: 2}]"
FIGURE = f"{{type: bands, figure: a, bands: {LADDER}}}"
PERCENT = f"{{type: bands, percent: {{part: a, whole: b}}, bands: {LADDER}}}"
OTHERWISE = f"{{type: bands, figure: a, otherwise: 0.25, bands: {LADDER}}}"
OPEN = (
    "{type: bands, figure: a, bands: [{from: 90, from_open: true, points: 3}, "
    "{from: 50, points: 2}, {to: 50, points: 1}]}"
)
CLOSED = (
    "{type: bands, figure: a, bands: [{from: 0, to: 10, to_closed: true, points: 3}, "
    "{from: 10, points: 1}]}"
)
ONE = "{type: bands, figure: a, bands: [{points: 2}]}"
POINT = "[{from: 90, from_open: true, points: 3}, {from: 90, to: 90, to_closed: true, points: 1}]"

ROWS = [
    (FIGURE, "a=98", 5, "from belongs to the band"),
    (FIGURE, "a=97.99", 4, "without to: up to the next higher from"),
    (FIGURE, "a=97", 4, "to does not belong, from does"),
    (FIGURE, "a=96.99", 2, "just under to"),
    (FIGURE, "a=90", 2, "the lowest edge"),
    (FIGURE, "a=89.99", 0, "outside all bands"),
    (FIGURE, "a=1000000000000000000000000000000", 5, "the highest band has no end"),
    (FIGURE, "a=-5", 0, "a negative figure is outside"),
    (FIGURE, "a=KPS", Absent.NOT_ARISEN, "nothing arose"),
    (OTHERWISE, "a=0", Fraction(1, 4), "otherwise, where it is written"),
    (PERCENT, "a=979 b=1000", 4, "97,9 %"),
    (PERCENT, "a=979999 b=1000000", 4, "97,9999 % is never rounded up to 98"),
    (PERCENT, "a=98 b=100", 5, "exactly 98 %"),
    (PERCENT, "a=2 b=1", 5, "above 100 %"),
    (PERCENT, "a=0 b=0", Absent.NOT_ARISEN, "of nothing, nothing arose"),
    (PERCENT, "a=5 b=0", Absent.NOT_ARISEN, "five of nothing: still no division"),
    (PERCENT, "a=KPS b=0", Absent.NOT_ARISEN, "an absence and a whole of 0"),
    (PERCENT, "a=KPS b=", Absent.NOT_REPORTED, "not reported weighs more than KPS"),
    (PERCENT, "a=KPS b=KAD", Absent.NOT_APPLICABLE, "not applicable weighs more than KPS"),
    (PERCENT, "a=KAD b=", Absent.NOT_REPORTED, "not reported weighs most"),
    (PERCENT, "a=-1 b=-1", 5, "two minuses are a plain hundred per cent"),
    (OPEN, "a=90", 2, "from_open leaves its edge to the band below"),
    (OPEN, "a=90.01", 3, "above the open edge"),
    (OPEN, "a=50", 2, "to does not belong"),
    (OPEN, "a=49.99", 1, "without from: everything below"),
    (OPEN, "a=-1000", 1, "without lower end"),
    (CLOSED, "a=10", 3, "where bands overlap the first listed counts"),
    (CLOSED, "a=10.01", 1, "beyond the closed end"),
    (ONE, "a=0", 2, "a band without ends holds everything"),
]


@pytest.mark.parametrize(
    ("rule", "figures", "expected"), [row[:3] for row in ROWS], ids=[row[3] for row in ROWS]
)
def test_points(rule: str, figures: str, expected: Fraction | Absent) -> None:
    assert points(rule, figures, "5") == expected


LADDERS = [
    (LADDER, [], "a sound ladder"),
    ("[{from: 90, points: 1}, {from: 80, to: 85, points: 0}]", [Code.BANDS_LEAVE_HOLE], "a hole"),
    ("[{from: 90, points: 1}, {from: 80, to: 95, points: 0}]", [Code.BANDS_OVERLAP], "an overlap"),
    ("[{from: 9, points: 1}, {from: 9, points: 0}]", [Code.BANDS_OVERLAP], "the same from twice"),
    ("[{points: 1}, {points: 0}]", [Code.BANDS_OVERLAP], "two bands without ends"),
    (
        "[{from: 9, points: 1}, {to: 9, to_closed: true, points: 0}]",
        [Code.BANDS_OVERLAP],
        "both claim the edge",
    ),
    (
        "[{from: 9, from_open: true, points: 1}, {to: 9, points: 0}]",
        [Code.BANDS_LEAVE_HOLE],
        "neither claims the edge",
    ),
    (
        "[{from: 9, from_open: true, points: 1}, {to: 9, to_closed: true, points: 0}]",
        [],
        "trên 9, đến 9",
    ),
    (POINT, [], "a band of one point below an open one"),
    (
        "[{from: 0, to: 100, points: 3}, {from: 10, to: 20, points: 2}, "
        "{from: 50, to: 60, points: 1}]",
        [Code.BANDS_OVERLAP, Code.BANDS_OVERLAP],
        "between 20 and 50 the long band holds: no hole",
    ),
    (
        "[{from: 0, to: 10, points: 1}, {from: 10, to: 20, points: 2}, {from: 30, points: 3}]",
        [Code.BANDS_LEAVE_HOLE],
        "the hole is after the second band",
    ),
    ("[{from: 97, to: 90, points: 1}]", [Code.VALUE_OUTSIDE], "an end below its beginning"),
    ("[]", [Code.KEY_MISSING], "no band at all"),
]


@pytest.mark.parametrize(
    ("bands", "codes"), [row[:2] for row in LADDERS], ids=[row[2] for row in LADDERS]
)
def test_the_check_of_a_ladder(bands: str, codes: list[Code]) -> None:
    _, found = read_rule(f"{{type: bands, figure: a, bands: {bands}}}")
    assert [code for _, code in found] == codes


def test_a_band_without_to_ends_with_the_next_one_that_is_open() -> None:
    ladder = "[{from: 9, from_open: true, points: 3}, {from: 1, points: 1}]"
    assert points(f"{{type: bands, figure: a, bands: {ladder}}}", "a=9") == 1


def test_mistakes_are_found_at_their_key() -> None:
    _, found = read_rule("{type: bands, figure: a, bands: [{from: x, points: 1, bis: 3}]}")
    assert found == [
        ("rule.bands[0].from", Code.WRONG_TYPE),
        ("rule.bands[0].bis", Code.KEY_UNKNOWN),
    ]


def test_a_figure_beside_a_percent_is_one_too_many() -> None:
    text = f"{{type: bands, figure: c, percent: {{part: a, whole: b}}, bands: {LADDER}}}"
    assert read_rule(text)[1] == [("rule.figure", Code.KEY_UNKNOWN)]


def test_the_best_is_the_best_band_or_otherwise() -> None:
    assert rule_of(FIGURE).best(Fraction(9)) == 5
    rule = "{type: bands, figure: a, otherwise: 7, bands: [{points: 2}]}"
    assert rule_of(rule).best(Fraction(9)) == 7


def test_the_reason_names_the_band() -> None:
    assert reason(PERCENT, "a=979 b=1000") == (
        "a / b: 979/1.000 = 97,9%; mức từ 97 đến dưới 98 → 4 điểm"
    )
    assert reason(FIGURE, "a=1") == "a: 1; ngoài các mức → 0 điểm"
    assert reason(ONE, "a=1") == "a: 1; mức mọi giá trị → 2 điểm"
    assert "mức trên 90 → " in reason(OPEN, "a=91")
    assert "mức từ 0 đến 10 → " in reason(CLOSED, "a=3")
    assert reason(PERCENT, "a=5 b=0") == "b: 0 (không phát sinh)"


def test_the_rule_looks_at_the_figures_it_names() -> None:
    assert rule_of(FIGURE).figures() == ("a",)
    assert rule_of(PERCENT).figures() == ("a", "b")
