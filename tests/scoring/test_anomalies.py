"""What to look at again: claims far off, columns of maxima, places owed to late evidence."""

from decimal import Decimal
from fractions import Fraction

from scoring.anomalies import columns_of_maxima, far_claims, late_gains
from scoring.evaluation import evaluate
from scoring.scorecards import Scorecard
from tests.scoring.builders import table_of, unit

TABLE = table_of("""
criteria:
  - {code: "1", text: một, max: 10, rule: {type: count, figure: a, points: 1}}
  - {code: "2", text: hai, max: 3, rule: {type: yes_no, figure: b}}
penalties: [{code: P, text: trừ, rule: {type: deduction, figure: p, points: 1}}]
""")


def cards(*written: str) -> list[Scorecard]:
    given = [unit(f"p=0 {one}", f"{n:03}", group="A") for n, one in enumerate(written, 1)]
    return list(evaluate(TABLE, given, None))


def test_a_claim_is_far_when_a_fifth_of_the_maximum_is_between() -> None:
    found = far_claims(
        cards("a=8 b=1 @claim.1=10 @claim.2=3", "a=8.1 b=0 @claim.1=10 @claim.2=3", "a=1 b=1")
    )
    # 10 − 8 = 2 is a fifth of 10; 1.9 is not; 3 − 0 is all of it.
    assert [(one.unit, one.code, one.over) for one in found] == [
        ("002", "2", Decimal("3.00")),
        ("001", "1", Decimal("2.00")),
    ]
    assert far_claims(cards("a=8 b=1 @claim.1=10"), Fraction(1, 2)) == ()


def test_a_claim_too_low_is_far_too_and_one_that_agrees_never_is() -> None:
    [low] = far_claims(cards("a=8 b=1 @claim.1=5 @claim.2=3"))
    assert low.over == -3
    [penalty] = far_claims(cards("a=8 b=1 p=2 @claim.P=0"))
    assert (penalty.code, penalty.max, penalty.over) == ("P", None, 2)
    assert far_claims(cards("a=8 b=1 p=2 @claim.P=2")) == ()


def test_a_whole_column_of_maxima_parts_nobody() -> None:
    [column] = columns_of_maxima(cards("a=1 b=1", "a=2 b=1", "a=10 b=1"))
    assert (column.code, column.max, column.units) == ("2", 3, 3)
    assert columns_of_maxima(cards("a=1 b=1", "a=2 b=1")) == (), "two are no column"
    assert columns_of_maxima(cards("a=1 b=1", "a=2 b=1", "a=10 b=0")) == ()


def test_who_gains_from_evidence_that_came_late() -> None:
    found = late_gains(
        cards("a=5 b=1", "a=6 b=0", "a=7 b=1", "b=1"),
        {"001": {"2"}, "002": {"2"}, "003": {"1", "2"}, "004": {"2"}},
    )
    # Without late evidence: 001 has 5, 002 still 6, 003 nothing; 002 owes nothing to it (0 points).
    assert [(one.unit, one.codes, one.points, one.rank, one.rank_without) for one in found] == [
        ("003", ("1", "2"), 10, 1, 3),
        ("001", ("2",), 3, 2, 2),
    ]
    assert found[0].places == 2
