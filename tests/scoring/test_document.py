"""A data file is read key by key, and every slip of the pen has its place."""

from datetime import date
from decimal import Decimal

import pytest

from scoring.document import Reader
from scoring.issues import Code, Issue
from tests.scoring.builders import places_and_codes, raw


def reader(text: str) -> Reader:
    issues: list[Issue] = []
    return Reader(raw(text), "x", issues)


def found(given: Reader) -> list[tuple[str | None, Code]]:
    return places_and_codes(given.issues)


def test_what_is_there_is_read_without_a_word() -> None:
    given = reader("{a: chữ, b: 12, c: 0.1, d: true, e: 2022-03-24, f: [x, 7], g: {h: 1}}")
    assert given.text("a") == "chữ"
    assert given.text("b") == "12"
    assert given.number("b") == 12
    assert given.number("c") == Decimal("0.1")
    assert given.flag("d", default=False) is True
    assert given.day("e") == date(2022, 3, 24)
    assert given.texts("f") == ("x", "7")
    inner = given.mapping("g")
    assert (inner.path, inner.whole("h", 0, 0, 9)) == ("x.g", 1)
    given.finish()
    assert found(given) == []


def test_what_is_not_there_has_its_default() -> None:
    given = reader("{a: , z: 1}")
    assert (given.text("a", "thường"), given.number("b", Decimal(2))) == ("thường", 2)
    assert (given.optional_number("a"), given.day("a"), given.mapping("a")) == (None, None, None)
    assert (given.whole("a", 3, 0, 9), given.flag("a", default=True)) == (3, True)
    assert (given.texts("a"), list(given.children("a")), given.has("a")) == ((), [], False)
    assert found(given) == []


def test_what_must_be_there_is_missed() -> None:
    given = reader('{a: "", b: , c: []}')
    assert (given.text("a"), given.text("b"), given.number("b")) == ("", "", 0)
    assert list(given.children("c", required=True)) == []
    assert found(given) == [
        ("x.a", Code.KEY_MISSING),
        ("x.b", Code.KEY_MISSING),
        ("x.b", Code.KEY_MISSING),
        ("x.c", Code.KEY_MISSING),
    ]


WRONG = [
    ("0.5", lambda given: given.text("a"), "", "a decimal as text has lost its zeros"),
    ("true", lambda given: given.text("a"), "", "a truth as text"),
    ("true", lambda given: given.number("a"), 0, "a truth as number"),
    ('"5"', lambda given: given.number("a"), 0, "a text as number"),
    ("1.5", lambda given: given.whole("a", 2, 0, 9), 2, "a broken number as whole"),
    ("true", lambda given: given.whole("a", 2, 0, 9), 2, "a truth as whole number"),
    ("1", lambda given: given.flag("a", default=False), False, "a number as truth"),
    ("x", lambda given: given.day("a"), None, "a text as day"),
    ("x", lambda given: given.texts("a"), (), "a text as list"),
    ("[true]", lambda given: given.texts("a"), (), "a truth in a list"),
    ("x", lambda given: list(given.children("a")), [], "a text as children"),
    ("x", lambda given: given.mapping("a").finish(), None, "a text as mapping"),
]


@pytest.mark.parametrize(
    ("text", "read", "instead"), [r[:3] for r in WRONG], ids=[r[3] for r in WRONG]
)
def test_a_wrong_type_is_reported_and_reading_goes_on(text: str, read, instead: object) -> None:
    given = reader(f"{{a: {text}}}")
    assert read(given) == instead
    assert [code for _, code in found(given)] == [Code.WRONG_TYPE]


def test_a_whole_number_outside_its_range_keeps_the_default() -> None:
    given = reader("{a: 10, b: -1}")
    assert (given.whole("a", 2, 0, 9), given.whole("b", 2, 0, 9)) == (2, 2)
    assert found(given) == [("x.a", Code.VALUE_OUTSIDE), ("x.b", Code.VALUE_OUTSIDE)]


def test_an_unknown_word_is_told_the_known_ones_and_the_nearest() -> None:
    given = reader("{a: half_upp, b: [Q9], c: xyz}")
    assert given.one_of("a", ("half_up", "down"), "down") == "down"
    assert given.texts("b", ("Q1", "Y")) == ()
    given.one_of("c", ("half_up",), "half_up")
    context = [dict(issue.context) for issue in given.issues]
    assert context[0] == {"value": "half_upp", "known": "half_up, down", "near": "half_up"}
    assert given.issues[1].where.path == "x.b[0]"
    assert context[2]["near"] == ""


def test_a_key_nobody_asked_for_is_told_the_nearest_that_is_known() -> None:
    given = reader("{roundng: 1, hoàn toàn khác: 2}")
    given.mapping("rounding")
    given.finish()
    assert [dict(issue.context)["near"] for issue in given.issues] == ["rounding", ""]
    assert found(given) == [("x.roundng", Code.KEY_UNKNOWN), ("x.hoàn toàn khác", Code.KEY_UNKNOWN)]


def test_a_long_value_is_shown_short() -> None:
    given = reader(f"{{a: {'dài ' * 40}}}")
    given.number("a")
    shown = given.issues[0].context["value"]
    assert (len(shown), shown[-1]) == (58, "…")


def test_the_root_has_no_dot_before_its_keys() -> None:
    issues: list[Issue] = []
    Reader({}, "", issues).text("set")
    assert places_and_codes(issues) == [("set", Code.KEY_MISSING)]
