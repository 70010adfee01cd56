"""Every code has a sentence, and whoever reports a code supplies what its sentence says."""

import ast
import string
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from dashboard.sentences import REFUSALS, SENTENCES
from scoring.issues import WARNINGS, Code
from scoring.refusals import Refusal

ROOT = Path(__file__).parents[1]
PACKAGES = ("scoring", "data_access", "dashboard")
FAMILIES: dict[str, type[Code] | type[Refusal]] = {"Code": Code, "Refusal": Refusal}
REPORTERS = {"issue", "report", "Refused", "_wrong", "Unfit", "Mistake"}

# Added where the mistake becomes an issue, for every answer in a cell alike.
ADDED_TO_ANSWERS = {"value", "heading"}


@dataclass(frozen=True)
class Call:
    """One place that names a code, with the keywords it gives; `open` when more may come (**)."""

    code: Code | Refusal
    given: frozenset[str]
    open: bool
    at: str


def sentence_of(code: Code | Refusal) -> str:
    """By family: a code and a refusal of the same name are equal as words."""
    return SENTENCES[code] if isinstance(code, Code) else REFUSALS[code]


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def calls() -> Iterator[Call]:
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and _name(node.func) in REPORTERS:
                    yield from _calls(node, f"{path.relative_to(ROOT)}:{node.lineno}")


def _calls(node: ast.Call, at: str) -> Iterator[Call]:
    given = {keyword.arg for keyword in node.keywords if keyword.arg}
    is_open = any(keyword.arg is None for keyword in node.keywords)
    if _name(node.func) in ("_wrong", "Mistake"):
        given |= ADDED_TO_ANSWERS
    # A Mistake takes its context as a mapping.
    is_open |= _name(node.func) == "Mistake"
    for argument in node.args:
        if code := _code(argument):
            yield Call(code, frozenset(given), is_open, at)


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _code(node: ast.expr) -> Code | Refusal | None:
    if not isinstance(node, ast.Attribute) or _name(node.value) not in FAMILIES:
        return None
    return FAMILIES[_name(node.value)][node.attr]


CALLS = tuple(calls())


def test_every_code_has_a_sentence_and_no_sentence_is_left_over() -> None:
    assert set(SENTENCES) == set(Code)
    assert set(REFUSALS) == set(Refusal)


@pytest.mark.parametrize("code", sorted(set(Code) - WARNINGS))
def test_an_error_says_what_to_do(code: Code) -> None:
    assert "Đề nghị" in SENTENCES[code]


@pytest.mark.parametrize("code", sorted(Refusal))
def test_a_refusal_says_what_to_do(code: Refusal) -> None:
    assert "Đề nghị" in REFUSALS[code]


@pytest.mark.parametrize("code", [*SENTENCES, *REFUSALS])
def test_a_sentence_is_one_line_that_ends(code: Code | Refusal) -> None:
    sentence = sentence_of(code)
    assert sentence == sentence.strip() and "\n" not in sentence
    assert sentence[-1] in ".}" or code is Refusal.NOT_INITIALISED


@pytest.mark.parametrize("call", CALLS, ids=[f"{call.code} {call.at}" for call in CALLS])
def test_every_placeholder_is_supplied(call: Call) -> None:
    wanted = placeholders(sentence_of(call.code))
    assert call.open or wanted <= call.given, f"{call.at} leaves out {wanted - call.given}"


def test_every_code_is_named_somewhere_in_the_source() -> None:
    sources = "".join(
        path.read_text(encoding="utf-8")
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        if path.name not in ("issues.py", "sentences.py")
    )
    unnamed = {code for code in Code if f"Code.{code.name}" not in sources}
    assert not unnamed
    unused = {code for code in Refusal if f"Refusal.{code.name}" not in sources}
    assert not unused
