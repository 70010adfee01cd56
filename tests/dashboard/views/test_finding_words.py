"""Every remark has a sentence that its finding fills; what is to be done is said where it is."""

import ast
import string
from datetime import date
from pathlib import Path

import pytest

from dashboard.finding_sentences import FINDINGS
from dashboard.views.finding_words import (
    RULES,
    counted_words,
    finding_text,
    measured_basis,
    verdict_words,
)
from scoring.disclosure import DISCLOSE, POSTED
from scoring.findings import Finding, Measured, Remark, Verdict, Weight, finding
from scoring.legal_deadlines import legal_deadline

ROOT = Path(__file__).parents[3]
RULE = legal_deadline("disclose", "co-quan", date(2024, 1, 30))


def calls() -> list[tuple[Remark, set[str], str]]:
    """Where the packages find something: the remark and the words they give."""
    found = []
    for path in sorted((ROOT / "scoring").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "finding":
                remark = Remark[node.args[0].attr]
                found.append((remark, {word.arg for word in node.keywords}, path.stem))
    return found


def placeholders(remark: Remark) -> set[str]:
    fields = string.Formatter().parse(FINDINGS[remark])
    return {name.removesuffix("_weekday") for _, name, _, _ in fields if name}


def test_every_remark_has_a_sentence_and_is_found_somewhere() -> None:
    assert set(FINDINGS) == set(Remark)
    assert {remark for remark, _, _ in calls()} == set(Remark)


@pytest.mark.parametrize(("remark", "given", "where"), calls())
def test_a_finding_gives_its_sentence_all_it_says(
    remark: Remark, given: set[str], where: str
) -> None:
    assert placeholders(remark) <= given, where


@pytest.mark.parametrize("remark", Remark)
def test_what_is_not_a_mere_note_says_what_to_do(remark: Remark) -> None:
    note = Finding(remark).weight is Weight.NOTE
    assert ("Đề nghị" in FINDINGS[remark]) is not note


def test_days_and_their_weekdays_are_written_as_people_write_them() -> None:
    said = finding_text(finding(Remark.CLOSED_ON_DAY_OFF, last=date(2024, 2, 25)))
    assert said == "Kết thúc vào ngày nghỉ: Chủ nhật, 25/02/2024."
    said = finding_text(finding(Remark.TIME_UNREAD, typed="{chiều}"))
    assert "“{chiều}”" in said


def test_a_rule_is_said_with_its_days_and_its_article() -> None:
    one = Measured(
        DISCLOSE,
        Verdict.KEPT,
        RULE,
        4,
        date(2024, 1, 30),
        date(2024, 2, 5),
        date(2024, 2, 6),
    )
    assert counted_words(one) == "4 ngày làm việc (không quá 5)"
    basis = measured_basis(one)
    assert basis.label == RULES[DISCLOSE]
    assert basis.words == (
        "4 ngày làm việc (không quá 5); từ 30/01/2024 (ngày đầu không tính) đến 05/02/2024; "
        "chậm nhất 06/02/2024; Điều 47.2 Luật số 10/2022/QH15"
    )


@pytest.mark.parametrize(
    ("one", "word", "mark"),
    [
        (Measured(DISCLOSE, Verdict.BROKEN, until=date(2024, 2, 9)), "công khai trễ", "◐"),
        (Measured(DISCLOSE, Verdict.BROKEN), "chưa công khai", "▲"),
        (Measured(DISCLOSE, Verdict.OPEN), "chưa đến hạn", "○"),
        (Measured(POSTED, Verdict.OPEN), "đang niêm yết", "○"),
        (Measured(POSTED, Verdict.BROKEN), "thiếu ngày", "▲"),
        (Measured(POSTED, Verdict.UNKNOWN), "chưa đủ dữ liệu", "–"),
        (Measured(POSTED, Verdict.NOT_SET), "không quy định", "–"),
    ],
)
def test_a_verdict_is_a_word_and_a_mark(one: Measured, word: str, mark: str) -> None:
    words = verdict_words(one)
    assert (words.word, words.mark) == (word, mark)
