"""A condition strikes, does not strike, or nobody knows."""

import pytest

from scoring.document import Reader
from scoring.facts import Absent
from scoring.issues import Code, Issue
from scoring.rules.outcome import Figures, NoFigure
from scoring.rules.veto import Veto
from tests.scoring.builders import Found, figures, places_and_codes, raw, values

YES = "{figure: a}"
AT_LEAST = "{figure: a, at_least: 2}"
NEVER_CAME = "{not_submitted: true}"

ROWS = [
    (YES, "a=1", True, "yes strikes"),
    (YES, "a=0", False, "no does not"),
    (YES, "a=KPS", False, "nothing arose: nothing to strike for"),
    (YES, "a=KAD", False, "not applicable: nothing to strike for"),
    (YES, "a=", None, "not reported"),
    (YES, "a=2", None, "neither yes nor no"),
    (AT_LEAST, "a=2", True, "at least includes its end"),
    (AT_LEAST, "a=1.99", False, "a hair under"),
    (AT_LEAST, "a=0", False, "none"),
    (AT_LEAST, "a=KPS", False, "nothing arose"),
    (AT_LEAST, "", None, "not reported"),
    (NEVER_CAME, "a=1", False, "a self-score came"),
]


@pytest.mark.parametrize(
    ("rule", "figures", "strikes"), [row[:3] for row in ROWS], ids=[row[3] for row in ROWS]
)
def test_whether_it_strikes(rule: str, figures: str, strikes: bool | None) -> None:
    answer = read(rule)[0].strikes(Figures(values(figures)))
    assert answer is strikes if strikes is not None else isinstance(answer, NoFigure)


def test_it_strikes_the_unit_that_sent_no_self_score() -> None:
    assert read(NEVER_CAME)[0].strikes(Figures({}, submitted=False)) is True


def test_a_figure_is_needed_unless_it_is_about_not_submitting() -> None:
    assert read("{at_least: 2}")[1] == [("figure", Code.KEY_MISSING)]
    assert read(NEVER_CAME)[1] == []


def test_it_looks_at_the_figure_it_names() -> None:
    assert read(YES)[0].figures() == ("a",)
    assert read(NEVER_CAME)[0].figures() == ()


def read(text: str) -> tuple[Veto, Found]:
    issues: list[Issue] = []
    reader = Reader(raw(text), "", issues)
    rule = Veto.parse(reader)
    reader.finish()
    return rule, places_and_codes(issues)


CONDITIONS = [
    ("a=2 b=2", True, "it holds"),
    ("a=1 b=2", False, "it does not"),
    ("a=KPS b=2", False, "nothing arose: nothing strikes"),
    ("a=KAD b=2", False, "nor where it does not apply"),
]


@pytest.mark.parametrize(
    ("written", "expected"), [row[:2] for row in CONDITIONS], ids=[row[2] for row in CONDITIONS]
)
def test_a_condition_strikes(written: str, expected: bool) -> None:
    rule = Veto.parse(Reader({"when": "a >= b"}, "rule", []))
    assert rule.strikes(figures(written)) is expected
    assert rule.strikes(figures("")).absent is Absent.NOT_REPORTED
    assert rule.figures() == ("a", "b")


WORDS = [
    ({"figure": "a"}, "Kỷ luật: Có"),
    ({"figure": "a", "at_least": 2}, "Kỷ luật: từ 2"),
    ({"when": "a > 1"}, "Khi [Kỷ luật] > 1"),
    ({"not_submitted": True}, "Không gửi bảng tự chấm điểm"),
]


@pytest.mark.parametrize(("written", "said"), WORDS)
def test_a_veto_in_words(written: dict[str, object], said: str) -> None:
    assert Veto.parse(Reader(written, "rule", [])).words({"a": "Kỷ luật"}) == said
