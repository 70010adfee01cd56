"""Formulas and conditions: what they answer, exactly, and what cannot be read."""

from dataclasses import dataclass, replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.document import Reader
from scoring.facts import Absent
from scoring.formulas import LONGEST, Formula, parse_formula
from scoring.issues import Code, Issue
from scoring.rules.outcome import NoFigure
from tests.scoring.builders import figures

NOT_REPORTED, KPS, KAD = Absent.NOT_REPORTED, Absent.NOT_ARISEN, Absent.NOT_APPLICABLE


@dataclass(frozen=True)
class Card:
    """One leaf 1.1 with 3 of 4 points."""

    total: Fraction | None = Fraction(90)

    def points(self, code: str) -> Fraction | None:
        return Fraction(3) if code == "1.1" else None

    def share(self, code: str) -> Fraction | None:
        return Fraction(75) if code == "1.1" else None


def read(
    text: object, *, condition: bool, card: bool = False
) -> tuple[Formula | None, list[Issue]]:
    issues: list[Issue] = []
    reader = Reader({"when": text}, "rule", issues)
    return parse_formula(reader, "when", condition=condition, card=card), issues


def formula(text: str, *, condition: bool = False, card: bool = False) -> Formula:
    found, issues = read(text, condition=condition, card=card)
    assert found is not None, issues
    return found


def answer(found: object) -> object:
    return found.absent if isinstance(found, NoFigure) else found


VALUES = [
    # what is written, figures, exact value or why there is none
    ("0.1 + 0.2", "", Fraction(3, 10), "never binary"),
    ("a / 3", "a=1", Fraction(1, 3), "a third is a third"),
    ("2 + 3 * 4 - 6 / 2", "", 11, "products before sums"),
    ("10 - 2 - 3", "", 5, "from left to right"),
    ("16 / 4 / 2", "", 2, "divisions too"),
    ("(2 + 3) * 4", "", 20, "brackets"),
    ("-a * 2", "a=3", -6, "a minus before a name"),
    ("2 - -3", "", 5, "a minus after a minus"),
    ("a / b", "a=1 b=0", NOT_REPORTED, "division by 0 has no answer"),
    ("0 * (a / b)", "a=1 b=0", NOT_REPORTED, "not even where it would vanish"),
    ("a + b", "a=KPS b=KAD", KAD, "does not apply weighs more than did not arise"),
    ("a + b", "a=KAD", NOT_REPORTED, "not reported weighs most"),
    ("a / b", "a=KPS b=0", KPS, "what is missing is looked at before dividing"),
    ("min(a, 5, 2)", "a=3", 2, "the least of several"),
    ("max(a, 5)", "a=3", 5, "the most"),
    ("max(a)", "a=3", 3, "of one"),
    ("abs(a)", "a=-3", 3, "without its sign"),
    ("floor(a) + ceil(a)", "a=2.5", 5, "down and up"),
    ("floor(a)", "a=-2.5", -3, "down is towards minus"),
    ("round(a, 1)", "a=0.25", Fraction(3, 10), "a half goes up"),
    ("round(a, 0)", "a=-2.5", -3, "away from zero"),
    ("if(a > 1, b, 0)", "a=1", 0, "the branch not taken may be missing"),
    ("if(a > 1, 0, b)", "a=1", NOT_REPORTED, "the one taken may not"),
    ("if(a > 1, 1, 2)", "", NOT_REPORTED, "nor the condition"),
    ("@missed.tien-do * 2", "@missed.tien-do=3", 6, "an observed figure"),
    ("@early.tien-do.3 - 1", "@early.tien-do.3=4", 3, "with its days"),
    ("min + max", "min=1 max=2", 3, "a figure may be called like a function"),
    (" a\n+\t1 ", "a=1", 2, "any white space"),
]


@pytest.mark.parametrize(
    ("text", "written", "expected"), [r[:3] for r in VALUES], ids=[r[3] for r in VALUES]
)
def test_a_value(text: str, written: str, expected: object) -> None:
    assert answer(formula(text).value(figures(written))) == expected


TRUTHS = [
    ("a = 1", "a=1.0", True, "numbers, not their digits"),
    ("a != 1", "a=1", False, "different"),
    ("a < 1", "a=1", False, "less"),
    ("a <= 1", "a=1", True, "at most"),
    ("a > 1", "a=1", False, "more"),
    ("a >= 1", "a=1", True, "at least"),
    ("not a = 1", "a=2", True, "not binds looser than a comparison"),
    ("not a = 1 and b = 1", "a=2 b=2", False, "and tighter than and"),
    ("a = 1 or b = 1 and c = 1", "a=1 b=2 c=2", True, "and binds tighter than or"),
    ("(a = 1 or b = 1) and c = 1", "a=1 b=2 c=2", False, "brackets"),
    ("not not a = 1", "a=1", True, "twice not"),
    ("a = 1 and b = 1", "a=2", False, "one false side is false"),
    ("b = 1 and a = 1", "a=2", False, "on either side"),
    ("a = 1 or b = 1", "a=1", True, "one true side is true"),
    ("a = 1 and b = 1", "a=1 b=KPS", KPS, "otherwise it cannot be told"),
    ("a = 1 or b = 1", "a=KPS", NOT_REPORTED, "and the weightiest says why"),
    ("not a = 1", "a=KPS", KPS, "not of what cannot be told"),
    ("reported(a)", "a=KPS", True, "KPS is an answer"),
    ("reported(a)", "a=", False, "an empty cell is none"),
    ("number(a)", "a=0", True, "zero is a number"),
    ("number(a)", "a=KPS", False, "KPS is none"),
    ("kps(a)", "a=KPS", True, "KPS"),
    ("kps(a)", "a=KAD", False, "is not KAD"),
    ("kad(a)", "a=KAD", True, "KAD"),
    ('attr.vung = "Miền núi"', "", True, "an attribute of the unit"),
    ('attr.vung != "Miền núi"', "", False, "or another"),
    ('attr.khac = ""', "", True, "no such attribute is the empty text"),
    ("a / b > 1", "a=1 b=0", NOT_REPORTED, "chia cho 0"),
]


@pytest.mark.parametrize(
    ("text", "written", "expected"), [r[:3] for r in TRUTHS], ids=[r[3] for r in TRUTHS]
)
def test_a_condition(text: str, written: str, expected: object) -> None:
    unit = replace(figures(written), attributes={"vung": "Miền núi"})
    assert answer(formula(text, condition=True).holds(unit)) == expected


def test_division_by_zero_says_what_is_zero() -> None:
    found = formula("a / b").value(replace(figures("a=1 b=0"), labels={"b": "Tổng số"}))
    assert found.reason == "[Tổng số] bằng 0: chia cho 0, chưa đủ dữ liệu"


CARDS = [
    ('points("1.1") >= 3', True, "points of a leaf"),
    ('share("1.1") > 75', False, "in percent"),
    ("total >= 90", True, "the total"),
    ('points("9") > 0', NOT_REPORTED, "no points yet"),
]


@pytest.mark.parametrize(("text", "expected"), [r[:2] for r in CARDS], ids=[r[2] for r in CARDS])
def test_a_condition_on_a_whole_card(text: str, expected: object) -> None:
    found = formula(text, condition=True, card=True)
    assert found.of_card
    assert answer(found.holds(figures(""), Card())) == expected


def test_without_a_card_its_points_are_not_known() -> None:
    assert (
        answer(formula("total > 1", condition=True, card=True).holds(figures(""))) is NOT_REPORTED
    )
    pending = Card(total=None)
    assert answer(formula("total", card=True).value(figures(""), pending)) is NOT_REPORTED


def test_it_names_its_figures_and_codes_once() -> None:
    found = formula('a + b + a > points("1.1") and reported(c)', condition=True, card=True)
    assert (found.figures(), found.codes()) == (("a", "b", "c"), ("1.1",))
    assert not formula("a + 1").of_card
    assert formula('attr.x = "y"', condition=True).figures() == ()
    nested = formula("-a + if(not b = 1, c, d)")
    assert nested.figures() == ("a", "b", "c", "d")


UNREADABLE = [
    ("a +", 3, "value", "nothing after a sign"),
    ("", None, None, "empty"),
    ("a b", 2, "sign", "two names"),
    ("0,5 * a", 1, "sign", "a comma is no point"),
    ("a $ b", 2, "word", "an unknown sign"),
    ('attr.x = "y', 9, "word", "a text without its end"),
    ("(a + b", 6, ")", "a bracket not closed"),
    ("a + b)", 5, "sign", "a bracket not opened"),
    ("min()", 4, "value", "a function of nothing"),
    ("pow(a, 2)", 0, "function", "an unknown function"),
    ("a ** 2", 3, "value", "no powers"),
    ("__import__", 0, "word", "no names of Python"),
    ("round(a, b)", 9, "places", "places are written out"),
    ("round(a, 11)", 9, "places", "not too many of them"),
    ("round(a)", 7, ",", "and not left out"),
    ("reported(1)", 9, "figure", "a key, not a number"),
    ("a > 1", 0, "formula number", "a condition is no number"),
    ("(a > 1) + 1", 0, "formula number", "on either side"),
    ("1 + (a > 1)", 4, "formula number", "not in brackets either"),
    ("total", 0, "figure", "points only where a whole card is looked at"),
    ('points("1")', 0, "figure", "the same"),
    ('"a"', 0, "formula number", "a text is no number"),
    ("1.2.3", 0, "word", "a number with two points"),
    ("1e5", 0, "word", "no exponents"),
    ("A", 0, "word", "keys are lower-case"),
    ("and", 0, "value", "a reserved word is no figure"),
    ("(" * 30 + "a" + ")" * 30, 21, "shallower", "thirty brackets"),
    ("-" * 30 + "a", 21, "shallower", "thirty minuses"),
]


@pytest.mark.parametrize(
    ("text", "position", "expected"), [r[:3] for r in UNREADABLE], ids=[r[3] for r in UNREADABLE]
)
def test_an_unreadable_formula(text: str, position: int | None, expected: str | None) -> None:
    found, [issue] = read(text, condition=False)
    assert found is None
    assert issue.where.path == "rule.when"
    if position is None:
        assert issue.code is Code.KEY_MISSING
        return
    marked = f"{text[:position]}▸{text[position:]}"
    assert issue.code is Code.FORMULA_UNREADABLE
    assert issue.context == {
        "value": marked,
        "position": str(position + 1),
        "expected": expected,
    }


CONDITIONS = [
    ("a", 0, "condition", "a number is no condition"),
    ("a = 1 and b", 10, "condition", "nor half of one"),
    ("a and b = 1", 0, "condition", "on either side"),
    ("not a", 4, "condition", "nor what is denied"),
    ("1 < a < 3", 6, "sign", "one comparison at a time"),
    ('attr.x < "y"', 0, "formula number", "texts have no order"),
    ("attr.x = 1", 9, "formula text", "a text is compared with a text"),
    ("1 = attr.x", 4, "formula number", "and a number with a number"),
    ("(a = 1) = (b = 1)", 0, "formula number", "conditions are not compared"),
    ("not " * 30 + "a = 1", 84, "shallower", "thirty times not"),
    ("points(1) = 1", 7, "points code", "a code stands in quotes"),
]


@pytest.mark.parametrize(
    ("text", "position", "expected"), [r[:3] for r in CONDITIONS], ids=[r[3] for r in CONDITIONS]
)
def test_an_unreadable_condition(text: str, position: int, expected: str) -> None:
    found, [issue] = read(text, condition=True, card=True)
    assert found is None
    assert (issue.context["position"], issue.context["expected"]) == (str(position + 1), expected)


def test_a_formula_is_at_most_500_characters() -> None:
    at_most = "a" + "+a" * ((LONGEST - 1) // 2)
    assert formula(at_most).value(figures("a=1")) == 250
    found, [issue] = read(at_most + "+ a", condition=False)
    assert (found, issue.code) == (None, Code.VALUE_OUTSIDE)


def test_a_formula_must_be_text() -> None:
    found, [issue] = read([1], condition=False)
    assert (found, issue.code) == (None, Code.WRONG_TYPE)


@given(st.text(alphabet='ab1.()+-*/<>=!", notrif@_', max_size=LONGEST))
def test_no_text_makes_the_reading_fall_over(text: str) -> None:
    for condition in (True, False):
        found, issues = read(text or " ", condition=condition, card=True)
        assert (found is None) == bool(issues)


def test_two_formulas_written_the_same_are_the_same() -> None:
    assert formula("a + 1") == formula("a + 1") != formula("a+1")
    assert len({formula("a + 1"), formula("a + 1")}) == 1


WORDS = [
    ("a / b * 100", "[Số vụ] ÷ [b] × 100", "labels in place of keys"),
    ("(a + b) * 2 - a / 3", "([Số vụ] + [b]) × 2 − [Số vụ] ÷ 3", "only brackets that are needed"),
    ("max(0, 5 - 0.5 * a)", "số lớn nhất trong (0; 5 − 0,5 × [Số vụ])", "a decimal comma"),
    ("-(a + b)", "−([Số vụ] + [b])", "a minus"),
    ("round(a, 2)", "làm tròn ([Số vụ]; 2 chữ số thập phân)", "rounded"),
    ("if(a > 1, 2, 3)", "(nếu [Số vụ] > 1 thì 2, nếu không thì 3)", "a choice"),
]


@pytest.mark.parametrize(("text", "said"), [r[:2] for r in WORDS], ids=[r[2] for r in WORDS])
def test_a_formula_in_words(text: str, said: str) -> None:
    assert formula(text).words({"a": "Số vụ"}) == said


CONDITION_WORDS = [
    ("a >= 2 and not (b = 1)", "[Số vụ] ≥ 2 và không phải ([b] = 1)"),
    ('attr.vung != "núi" or a < 1', "đặc điểm vung khác “núi” hoặc [Số vụ] < 1"),
    ("not reported(a)", "không phải ([Số vụ] đã có báo cáo)"),
    (
        "number(a) or kps(b) or kad(b)",
        "[Số vụ] có số liệu hoặc [b] không phát sinh hoặc [b] không áp dụng",
    ),
    ('points("1.1") > 1 and share("2") > 50', "điểm mục 1.1 > 1 và % điểm mục 2 > 50"),
    ("total >= 80", "tổng điểm ≥ 80"),
    ("(a = 1 or b = 1) and a = 2", "([Số vụ] = 1 hoặc [b] = 1) và [Số vụ] = 2"),
]


@pytest.mark.parametrize(("text", "said"), CONDITION_WORDS)
def test_a_condition_in_words(text: str, said: str) -> None:
    assert formula(text, condition=True, card=True).words({"a": "Số vụ"}) == said
