"""Best and worst criteria, groups, units and periods side by side."""

from decimal import Decimal
from fractions import Fraction

from scoring.comparison import compared, criteria_shares, group_figures, over_periods
from scoring.evaluation import evaluate
from scoring.ranking import ranked
from scoring.scorecards import Scorecard
from tests.scoring.builders import table_of, unit

TABLE = table_of("""
bonus_cap: 1
criteria:
  - {code: "1", text: một, max: 10, rule: {type: count, figure: a, points: 1}}
  - code: "2"
    text: hai
    max: 3
    not_arisen: exclude
    rule: {type: proportional, part: b, whole: c}
bonuses: [{code: T, text: thưởng, max: 3, rule: {type: count, figure: t, points: 1}}]
""")


def cards(*written: str, group: str = "A") -> list[Scorecard]:
    given = [unit(f"t=0 {one}", f"{n:03}", group=group) for n, one in enumerate(written, 1)]
    return list(evaluate(TABLE, given, None))


def test_the_mean_share_of_the_maximum_best_first() -> None:
    found = criteria_shares(cards("a=10 b=0 c=3", "a=4 b=1 c=3", "a=10 b=KPS c=KPS"))
    # 1: (10 + 4 + 10) / 30 = 80 %; 2: (0 + 1) / 6, of the two units it was scored for.
    assert [(one.code, one.percent, one.units, one.full, one.zero) for one in found] == [
        ("1", Fraction(80), 3, 2, 0),
        ("2", Fraction(100, 6), 2, 0, 1),
    ]


def test_what_nobody_was_scored_on_is_left_out() -> None:
    assert [one.code for one in criteria_shares(cards("a=1 b=KPS c=KPS"))] == ["1"]
    assert criteria_shares([]) == ()


def test_groups_side_by_side() -> None:
    both = cards("a=10 b=3 c=3", "a=9 b=3 c=3", "a=1") + cards("b=1 c=3", group="B")
    first, second = group_figures(both)
    assert (first.group, first.ranked, first.unranked) == ("A", 2, 1)
    assert (first.mean, first.highest, first.lowest) == (Fraction(25, 2), 13, 12)
    assert (second.ranked, second.unranked, second.mean, second.highest) == (0, 1, None, None)


def test_units_side_by_side_line_by_line() -> None:
    found = compared(cards("a=10 b=1 c=3", "a=4 b=KPS c=KPS t=3"))
    assert [(one.code, one.finals, one.spread) for one in found] == [
        ("1", (Decimal("10.00"), Decimal("4.00")), Decimal("6.00")),
        ("2", (Decimal("1.00"), None), None),
        ("T", (Decimal("0.00"), Decimal("3.00")), Decimal("3.00")),
        ("@bonus_cap", (None, Decimal("-2.00")), None),
    ]
    assert compared([]) == ()


def test_units_over_periods() -> None:
    def ranking(*written: str) -> object:
        given = [unit(f"t=0 c=1 b=0 {one}", f"{n:03}") for n, one in enumerate(written, 1)]
        return ranked(TABLE, given, None).ranking

    found = over_periods([ranking("a=1", "a=2"), ranking("a=2", "a=1", "a=9")])
    ranks = {one.unit: [place and place.rank for place in one.places] for one in found}
    assert ranks == {"001": [2, 2], "002": [1, 3], "003": [None, 1]}
