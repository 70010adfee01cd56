"""Beside the peers: their mean, and the best of them."""

from dataclasses import replace
from fractions import Fraction

import pytest

from scoring.facts import Absent
from scoring.rules.outcome import Figures, NoFigure, Peers, Setting
from tests.scoring.builders import figures, rule_of

MEAN, LEADER = "{type: versus_mean, figure: a", "{type: versus_leader, figure: a"


def given(rule: str, *written: str, groups: str = "") -> list[object]:
    """What each unit gets of 10 points; `groups` has one letter for each of them."""
    outcomes = [
        rule_of(rule).apply(unit, Setting(Fraction(10))) for unit in compared(written, groups)
    ]
    return [one.absent if isinstance(one, NoFigure) else one.exact for one in outcomes]


def compared(written: tuple[str, ...], groups: str) -> list[Figures]:
    units: list[Figures] = []
    peers = Peers(lambda group, everybody: [u for u in units if everybody or u.group == group])
    for position, one in enumerate(written):
        group = groups[position] if groups else None
        units.append(replace(figures(one), group=group, peers=peers))
    return units


ROWS = [
    (MEAN + "}", ("a=1", "a=2", "a=2"), "", [0, 10, 10], "the mean is 5/3, not rounded"),
    (
        MEAN + "}",
        ("a=1", "a=", "a=3"),
        "",
        [0, Absent.NOT_REPORTED, 10],
        "only those with a number",
    ),
    (MEAN + "}", ("a=5",), "", [10], "alone a unit is its own mean"),
    (MEAN + ", better: low}", ("a=1", "a=3"), "", [10, 0], "less is better"),
    (MEAN + ", better: low, equal: false}", ("a=2", "a=2"), "", [0, 0], "the mean is not better"),
    (MEAN + ", points: 4, otherwise: 1}", ("a=1", "a=3"), "", [1, 4], "points of its own"),
    (MEAN + "}", ("a=1", "a=2", "a=9"), "AAB", [0, 10, 10], "within the group"),
    (MEAN + ", among: all}", ("a=1", "a=2", "a=9"), "AAB", [0, 0, 10], "or among all"),
    (LEADER + "}", ("a=3", "a=1"), "", [10, Fraction(10, 3)], "a third of the best"),
    (LEADER + ", better: low}", ("a=2", "a=5"), "", [10, 4], "the least is the best"),
    (LEADER + "}", ("a=0", "a=0"), "", [Absent.NOT_ARISEN] * 2, "a best of 0"),
    (LEADER + ", better: low}", ("a=0", "a=5"), "", [Absent.NOT_ARISEN, 0], "a value of 0"),
    (LEADER + "}", ("a=-1", "a=5"), "", [Absent.NOT_ARISEN, 10], "a value below 0"),
    (LEADER + ", among: all}", ("a=1", "a=4"), "AB", [Fraction(5, 2), 10], "among all"),
    (LEADER + ", target: t}", ("a=4 t=4", "a=2 t=3"), "", [10, Fraction(5, 2)], "half below it"),
    (LEADER + ", target: t, below_target: 0}", ("a=4 t=5",), "", [0], "or nothing"),
    (LEADER + ", better: low, target: t}", ("a=4 t=3",), "", [5], "above it where less is better"),
    (LEADER + ", target: 3}", ("a=4", "a=2"), "", [10, Fraction(5, 2)], "a target for all"),
    (LEADER + ", target: 2.5}", ("a=4", "a=2"), "", [10, Fraction(5, 2)], "with decimals"),
    (LEADER + ", target: {formula: t + 1}}", ("a=4 t=4",), "", [5], "a target reckoned"),
    (LEADER + ", target: t}", ("a=4 t=KAD",), "", [Absent.NOT_APPLICABLE], "no target"),
    (LEADER + ", target: t}", ("a=KPS",), "", [Absent.NOT_REPORTED], "the weightiest"),
]


@pytest.mark.parametrize(
    ("rule", "written", "groups", "expected"), [r[:4] for r in ROWS], ids=[r[4] for r in ROWS]
)
def test_beside_the_peers(
    rule: str, written: tuple[str, ...], groups: str, expected: list[object]
) -> None:
    assert given(rule, *written, groups=groups) == expected


def test_without_peers_a_unit_is_compared_with_itself() -> None:
    outcome = rule_of(LEADER + "}").apply(figures("a=3"), Setting(Fraction(10)))
    assert outcome.exact == 10


def said(rule: str, *written: str) -> str:
    first = compared(written, "")[0]
    return rule_of(rule).apply(first, Setting(Fraction(10))).reason


def test_the_reason_says_that_others_may_move_it() -> None:
    assert said(MEAN + "}", "a=1", "a=2") == (
        "a: 1; bình quân các đơn vị cùng cụm, khối là 1,5 → 0 điểm; tạm tính đến khi công bố"
    )
    assert said(LEADER + ", target: t}", "a=1 t=3", "a=2 t=1") == (
        "a: 1; đơn vị dẫn đầu: 2; không đạt chỉ tiêu của mình, nhân 0,5 → 2,5 điểm; "
        "tạm tính đến khi công bố"
    )
    assert said(LEADER + "}", "a=0", "a=0") == "a: 0; không so sánh được"


def test_in_words() -> None:
    labels = {"a": "Tỷ lệ", "t": "chỉ tiêu"}
    assert rule_of(MEAN + ", better: low, among: all}").words(Fraction(2), labels) == (
        "Tỷ lệ (thấp hơn là tốt hơn): bằng hoặc tốt hơn bình quân tất cả các đơn vị → 2 điểm; "
        "còn lại → 0 điểm"
    )
    assert rule_of(LEADER + ", target: t}").words(Fraction(2), labels) == (
        "2 điểm theo tỷ lệ so với đơn vị dẫn đầu trong các đơn vị cùng cụm, khối về "
        "Tỷ lệ (cao hơn là tốt hơn); không đạt chỉ tiêu thì nhân 0,5"
    )
    assert rule_of(LEADER + ", target: t}").figures() == ("a", "t")
    assert rule_of(LEADER + ", target: 100}").figures() == ("a",)
    assert "không đạt 100 thì nhân 0,5" in rule_of(LEADER + ", target: 100}").words(None, {})
    assert rule_of(MEAN + "}").best(None) is None
