"""What was typed is what is read."""

from datetime import date
from decimal import Decimal

import pytest

from data_access.yaml_files import load_yaml
from scoring.issues import Code


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("0.1", Decimal("0.1")),  # exactly, never a binary approximation
        ("1.10", Decimal("1.10")),  # the zero stays, so that a code written bare can be refused
        ("-0.5", Decimal("-0.5")),
        ("12", 12),
        ("0", 0),
        ("010", "010"),  # not eight, not ten: a code with its zero
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("1e3", "1e3"),
        ("9" * 40, "9" * 40),  # longer than any figure: a text, never a gigantic number
        ("true", True),
        ("no", "no"),
        ("on", "on"),
        ("Y", "Y"),
        ("2022-03-24", date(2022, 3, 24)),
        ("2022-02-30", "2022-02-30"),
        ("~", None),
        ("", None),
        ("0,5", "0,5"),
        ('"12"', "12"),
        ("'true'", "true"),
        ("!!str 12", "12"),
        ("!!python/object:os.system x", "x"),  # tags name nothing here
        ("=", "="),
    ],
)
def test_a_value_is_read_as_typed(written: str, read: object) -> None:
    value, issues = load_yaml(f"key: {written}\n")
    assert (value, issues) == ({"key": read}, ())
    assert type(value["key"]) is type(read)


def test_keys_are_text_and_a_bom_is_accepted() -> None:
    assert load_yaml("\ufeff1.10: a\nyes: b\n")[0] == {"1.10": "a", "yes": "b"}


def test_a_key_written_twice_is_found_with_its_path_and_line() -> None:
    _, (found,) = load_yaml("list:\n  - a: 1\n    b: 2\n    a: 3\n")
    assert (found.code, found.where.path) == (Code.CODE_TWICE, "list[0].a")
    assert found.context == {"value": "a", "line": "4"}


@pytest.mark.parametrize(
    "text",
    [
        "a: [1, 2",
        "a: b: c",
        "\ta: 1",
        "a: 1\n---\nb: 2\n",
        "? [complex]\n: key\n",
        "a: \x00",
        "[" * 3000,
        "a: &a [*a]",
        "a: *nowhere",
    ],
)
def test_what_is_no_yaml_is_one_issue(text: str) -> None:
    value, issues = load_yaml(text)
    assert value is None
    assert [found.code for found in issues] == [Code.NOT_YAML]


def test_the_line_is_shown_where_it_stops_being_yaml() -> None:
    _, (found,) = load_yaml("title: Bảng\nmax: [1, 2\nunits: x\n")
    assert found.context["line"] in ("2", "3")
    assert found.context["text"]


def test_aliases_cannot_unfold_without_end() -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    names = [f"*a{level - 1}" for level in range(1, 10)]
    rows += [f"a{at}: &a{at} [{', '.join([name] * 10)}]" for at, name in enumerate(names, 1)]
    assert [found.code for found in load_yaml("\n".join(rows))[1]] == [Code.NOT_YAML]


def test_an_empty_file_is_nothing() -> None:
    assert load_yaml("# only a comment\n") == (None, ())
