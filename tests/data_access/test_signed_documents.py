"""A signed document is a return too: checked for plausibility, counted like any other."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine

from data_access.accounts import Actor
from data_access.actions.documents import submit_document
from data_access.actions.returns import submit_return
from data_access.actions.review import send_back
from data_access.document_heads import DocumentHead, head_issues
from data_access.handing import Handing
from data_access.queries import returns
from data_access.queries.obligations import standing, status
from data_access.returns import Submission
from scoring.issues import Code
from scoring.obligations import State
from scoring.refusals import Refusal, Refused
from tests.builders import CLERK_A, CLERK_B, MEMBER, Q1, SECRETARY, YEAR, at, self_score
from tests.data_access.returns_by_hand import (
    HEAD,
    JPG,
    PLAN_OF_A,
    docx,
    pdf,
    with_documents,
    with_mark,
    xlsx,
)

IN_TIME, LATE = date(2022, 4, 5), date(2022, 4, 6)


@pytest.fixture
def engine(province: Engine) -> Iterator[Engine]:
    yield with_documents(province)


def hand_in(
    engine: Engine,
    content: bytes | None = None,
    actor: Actor = CLERK_A,
    head: DocumentHead = HEAD,
    day: date = IN_TIME,
    **given: object,
) -> Submission:
    mark, content = given.pop("mark", PLAN_OF_A), pdf() if content is None else content
    return submit_document(engine, actor, "kế hoạch.pdf", content, mark, head, at(day), **given)


def codes(kept: Submission) -> list[Code]:
    return [found.code for found in kept.issues]


def refusal(engine: Engine, **given: object) -> Refusal:
    with pytest.raises(Refused) as caught:
        hand_in(engine, **given)
    return caught.value.code


@pytest.mark.parametrize("content", [pdf(), docx()])
def test_a_signed_document_gets_a_receipt_and_comes_back(engine: Engine, content: bytes) -> None:
    done = hand_in(engine, content)
    assert (done.accepted, done.receipt, done.issues) == (True, "0001/2022/PTN", ())
    assert (done.form, done.unit, done.period) == ("ke-hoach", "001", YEAR)
    assert returns.submitted_file(engine, CLERK_A, done.id).content == content
    assert returns.document_head(engine, CLERK_A, done.id) == HEAD
    assert returns.submission(engine, CLERK_A, done.id).in_force


def test_everything_implausible_is_said_at_once_and_the_file_kept(engine: Engine) -> None:
    odd = DocumentHead(" ", date(2022, 4, 30), "An", "KH")
    kept = hand_in(engine, JPG, head=odd)
    assert [(found.where.label, found.code) for found in kept.issues] == [
        (None, Code.DOCUMENT_KIND),
        ("Số, ký hiệu", Code.DOCUMENT_NUMBER),
        ("Ngày ký", Code.DATE_OUTSIDE),
        ("Người ký", Code.DOCUMENT_SIGNER),
        ("Trích yếu", Code.DOCUMENT_ABSTRACT),
    ]
    assert not kept.accepted
    assert returns.submitted_file(engine, CLERK_A, kept.id).content == JPG


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", Code.DOCUMENT_EMPTY),
        (bytes(20 * 1024 * 1024 + 1), Code.DOCUMENT_TOO_LARGE),
        (xlsx(), Code.DOCUMENT_KIND),
        (pdf("/Encrypt 5 0 R"), Code.DOCUMENT_ENCRYPTED),
        (pdf()[:-20], Code.DOCUMENT_DAMAGED),
        (docx("word/vbaProject.bin"), Code.DOCUMENT_MACROS),
    ],
)
def test_what_nobody_could_open_is_explained(engine: Engine, content: bytes, code: Code) -> None:
    assert codes(hand_in(engine, content)) == [code]


@pytest.mark.parametrize(
    "number", ["12-KH/BCĐ", "03/BC-UBND", "34/2007/PL-UBTVQH11", "810-TB/TU", "05a - CV/BCĐ"]
)
def test_numbers_as_offices_write_them(number: str) -> None:
    assert list(head_issues(replace(HEAD, number=number), YEAR, IN_TIME)) == []


@pytest.mark.parametrize("number", ["", "  -KH/BCĐ", "KH/BCĐ", "12", "số 12", "12-KH/BCĐ ngày 3"])
def test_a_number_left_blank_is_no_number(number: str) -> None:
    found = head_issues(replace(HEAD, number=number), YEAR, IN_TIME)
    assert [one.code for one in found] == [Code.DOCUMENT_NUMBER]


def test_a_document_signed_long_before_its_year_is_another_years(small: Engine) -> None:
    for signed, code in ((date(2021, 1, 1), []), (date(2020, 12, 31), [Code.DATE_OUTSIDE])):
        head = replace(HEAD, signed_on=signed)
        assert [one.code for one in head_issues(head, YEAR, IN_TIME)] == code


def test_it_is_counted_like_any_return(engine: Engine) -> None:
    hand_in(engine)
    hand_in(engine, actor=SECRETARY, mark=replace(PLAN_OF_A, unit="002"), day=LATE)
    found = standing(engine, MEMBER, date(2022, 5, 1), YEAR, "ke-hoach")
    assert {one.unit.code: (one.state, one.days_late) for one in found} == {
        "001": (State.ON_TIME, 0),
        "002": (State.LATE, 1),
        "003": (State.OVERDUE, 26),
    }
    whole = status(engine, MEMBER, YEAR, None, date(2022, 5, 1))
    assert whole.expected == whole.received + whole.missing
    assert {one.obligation.form for one in whole.standings} == {"ke-hoach", "tien-do", "tu-cham"}
    assert sum(one.obligation.form == "ke-hoach" for one in whole.standings) == 3
    assert status(engine, MEMBER, Q1, "ke-hoach", date(2022, 5, 1)).expected == 0


def test_a_newer_document_takes_the_place_of_one_sent_back(engine: Engine) -> None:
    first = hand_in(engine)
    send_back(engine, SECRETARY, first.id, "Chưa đóng dấu")
    second = hand_in(engine, docx())
    assert returns.submission(engine, CLERK_A, second.id).replaces == first.id


def test_who_may_and_what_is_no_document(engine: Engine) -> None:
    assert refusal(engine, actor=CLERK_B) is Refusal.NOT_YOUR_UNIT
    assert refusal(engine, actor=MEMBER) is Refusal.ROLE_NOT_ALLOWED
    spreadsheet = replace(PLAN_OF_A, form="tu-cham", period=Q1)
    assert refusal(engine, mark=spreadsheet) is Refusal.FORM_NOT_A_DOCUMENT
    assert refusal(engine, mark=replace(PLAN_OF_A, period=Q1)) is Refusal.PERIOD_NOT_FOR_FORM
    assert refusal(engine, day=date(2023, 1, 21)) is Refusal.PERIOD_LOCKED
    chosen = Handing(expected=replace(PLAN_OF_A, unit="002"))
    assert refusal(engine, handing=chosen) is Refusal.OTHER_UNIT


def test_a_workbook_does_not_pass_for_a_signed_document(engine: Engine) -> None:
    content = self_score(engine, "001", Q1)
    forged = with_mark(content, form="ke-hoach", version="1", period="2022")
    with pytest.raises(Refused) as caught:
        submit_return(engine, CLERK_A, "a.xlsx", forged, at(IN_TIME))
    assert caught.value.code is Refusal.FORM_IS_DOCUMENT
