"""Points by two quantities: both ladders decide."""

import pytest

from scoring.facts import Absent
from scoring.issues import Code
from tests.scoring.builders import points, read_rule, reason, rule_of
from tests.worked_examples import NAMED

RULE = NAMED["TABLE"]

ROWS = [
    ("som=90 ho_so=100", 2, "from belongs to its band"),
    ("som=89 ho_so=100", 1, "one less is in the next row"),
    ("som=500 ho_so=500", "2.7", "the first column"),
    ("som=-1 ho_so=100", "0.5", "an open band holds what is below 0 too"),
    ("som=1 ho_so=0", Absent.NOT_ARISEN, "a share of nothing"),
    ("som=KPS ho_so=100", Absent.NOT_ARISEN, "one side did not arise"),
    ("som=KPS", Absent.NOT_REPORTED, "the other was not reported, which weighs more"),
]


@pytest.mark.parametrize(("written", "expected"), [r[:2] for r in ROWS], ids=[r[2] for r in ROWS])
def test_table(written: str, expected: object) -> None:
    found = points(RULE, written)
    assert found == expected or str(float(found)) == expected


def test_the_reason_names_row_and_column() -> None:
    said = reason(RULE, "som=95 ho_so=100")
    assert said == "som / ho_so: 95/100 = 95%; ho_so: 100; dòng 1, cột 2 → 2 điểm"
    assert reason(RULE, "som=1 ho_so=1").endswith("ngoài bảng → 0 điểm")


def test_a_table_in_words() -> None:
    said = rule_of(RULE).words(None, {"som": "Số sớm", "ho_so": "Số hồ sơ"})
    assert said == (
        "Bảng hai chiều; cột là Số hồ sơ (từ 500; từ 100 đến dưới 500); dòng là "
        "tỷ lệ % Số sớm trên Số hồ sơ: từ 90%: 2,7 điểm, 2 điểm; "
        "từ 70% đến dưới 90%: 1,5 điểm, 1 điểm; dưới 70%: 0,5 điểm, 0,5 điểm; ngoài bảng: 0 điểm"
    )


AXIS = "{figure: a, bands: [{from: 1}, {}]}"
WRONG = [
    (f"rows: {AXIS}, columns: {AXIS}", "rule.points", Code.KEY_MISSING, "no points"),
    (f"rows: {AXIS}, points: [[1]]", "rule.columns", Code.KEY_MISSING, "one axis"),
    (
        f"rows: {AXIS}, columns: {AXIS}, points: [[1, 1]]",
        "rule.points",
        Code.VALUE_OUTSIDE,
        "a row is missing",
    ),
    (
        f"rows: {AXIS}, columns: {AXIS}, points: [[1, 1], [1]]",
        "rule.points[1]",
        Code.VALUE_OUTSIDE,
        "a column is missing",
    ),
    (
        f"rows: {AXIS}, columns: {AXIS}, points: [[1, 1], 5]",
        "rule.points[1]",
        Code.WRONG_TYPE,
        "a row that is no list",
    ),
    (
        f"rows: {{figure: a, bands: [{{from: 1, points: 1}}, {{}}]}}, columns: {AXIS}, "
        "points: [[1, 1], [1, 1]]",
        "rule.rows.bands[0].points",
        Code.KEY_UNKNOWN,
        "points stand in the table, not in the bands",
    ),
    (
        f"rows: {{figure: a, bands: [{{from: 1, to: 2}}, {{from: 3}}]}}, columns: {AXIS}, "
        "points: [[1, 1], [1, 1]]",
        "rule.rows.bands",
        Code.BANDS_LEAVE_HOLE,
        "a hole in an axis",
    ),
]


@pytest.mark.parametrize(
    ("body", "path", "code"), [r[:3] for r in WRONG], ids=[r[3] for r in WRONG]
)
def test_a_mistake(body: str, path: str, code: Code) -> None:
    assert (path, code) in read_rule(f"{{type: table, {body}}}")[1]
