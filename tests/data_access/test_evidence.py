"""Files beside a return: by content, within bounds, seen by whom the return may be seen by."""

from datetime import date

import pytest
from sqlalchemy import Engine, func, select

from data_access import tables
from data_access.accounts import Actor
from data_access.actions.evidence import attach
from data_access.actions.returns import withdraw_return
from data_access.database import reading
from data_access.documents import criteria_for
from data_access.evidence import MOST_BYTES, MOST_FILES, Attachment
from data_access.facts import facts_of
from data_access.queries import returns
from scoring.facts import NO, YES
from scoring.refusals import Refusal, Refused
from tests.builders import CLERK_A, LEADER, MEMBER, Q1, SECRETARY, at, hand_in_self_score
from tests.data_access.returns_by_hand import CLERK_C, JPG, PNG, docx, pdf, xlsx

DAY, LOCKED = date(2022, 4, 10), date(2022, 5, 31)


def bring(
    engine: Engine,
    content: bytes | None = None,
    key: str = "1.2",
    actor: Actor = CLERK_A,
    day: date = DAY,
    **given: object,
) -> Attachment:
    content = pdf() if content is None else content
    name = "C:\\Minh chứng\\biên bản.pdf"
    return attach(engine, actor, "tu-cham", "001", Q1, key, name, content, moments=at(day), **given)


def refusal(engine: Engine, content: bytes | None = None, **given: object) -> Refusal:
    with pytest.raises(Refused) as caught:
        bring(engine, content, **given)
    return caught.value.code


def listed(engine: Engine, actor: Actor = CLERK_A) -> list[int]:
    return [one.id for one in returns.attachments(engine, actor, "tu-cham", "001", Q1)]


@pytest.mark.parametrize("content", [pdf(), docx(), xlsx(), JPG, PNG])
def test_evidence_comes_back_byte_by_byte(province: Engine, content: bytes) -> None:
    kept = bring(province, content, number=" 15-QĐ/HU ", dated=date(2022, 3, 1))
    assert (kept.file_name, kept.number, kept.bytes) == ("biên bản.pdf", "15-QĐ/HU", len(content))
    for actor in (CLERK_A, SECRETARY, LEADER):
        assert listed(province, actor) == [kept.id]
        assert returns.attachment_file(province, actor, kept.id).content == content


def test_it_outlives_the_return_it_was_brought_for(province: Engine) -> None:
    kept = bring(province)
    done = hand_in_self_score(province, "001", Q1, DAY)
    withdraw_return(province, CLERK_A, done.id, "nhầm", at(DAY))
    assert listed(province) == [kept.id]


def test_the_same_file_is_one_file(province: Engine) -> None:
    assert bring(province).id == bring(province).id
    bring(province, key="1.1")
    with reading(province) as connection:
        files = select(func.count()).select_from(tables.stored_file)
        assert connection.execute(files).scalar_one() == 1
    assert len(listed(province)) == 2


def test_bounds_on_kind_size_and_number(small: Engine) -> None:
    assert refusal(small, b"MZ not an image") is Refusal.ATTACHMENT_KIND
    assert refusal(small, b"") is Refusal.ATTACHMENT_KIND
    assert refusal(small, docx("word/vbaProject.bin")) is Refusal.ATTACHMENT_DAMAGED
    assert refusal(small, bytes(MOST_BYTES + 1)) is Refusal.ATTACHMENT_TOO_LARGE
    for number in range(MOST_FILES):
        bring(small, pdf(text=str(number)))
    assert refusal(small) is Refusal.TOO_MANY_ATTACHMENTS
    assert bring(small, pdf(text="3")).id
    assert bring(small, key="1.1").id


def test_it_stands_at_a_row_of_the_form_or_is_the_signed_scan(small: Engine) -> None:
    assert refusal(small, key="9.9") is Refusal.UNKNOWN_ROW
    assert bring(small, key="").key == ""
    assert bring(small, key="da_hop").key == "da_hop"


def test_a_decision_of_tomorrow_proves_nothing(small: Engine) -> None:
    assert refusal(small, dated=date(2022, 4, 11)) is Refusal.DAY_OUTSIDE


def test_after_the_lock_a_unit_brings_the_signed_scan_and_nothing_else(small: Engine) -> None:
    assert refusal(small, day=LOCKED) is Refusal.PERIOD_LOCKED
    assert bring(small, key="", day=LOCKED).id
    assert bring(small, actor=SECRETARY, day=LOCKED).id


def test_who_brings_and_who_looks(small: Engine) -> None:
    assert refusal(small, actor=CLERK_C) is Refusal.NOT_YOUR_UNIT
    assert refusal(small, actor=LEADER) is Refusal.ROLE_NOT_ALLOWED
    kept = bring(small)
    for actor, code in (
        (CLERK_C, Refusal.NOT_YOUR_UNIT),
        (MEMBER, Refusal.ROLE_NOT_ALLOWED),
    ):
        with pytest.raises(Refused) as caught:
            returns.attachment_file(small, actor, kept.id)
        assert caught.value.code is code
    with pytest.raises(Refused) as caught:
        returns.attachment_file(small, CLERK_A, 999)
    assert caught.value.code is Refusal.UNKNOWN_ATTACHMENT


def test_an_attached_file_counts_as_evidence_given(province: Engine) -> None:
    said = {"@evidence.1.1": "Không có", "@evidence.1.2": "Không có"}
    hand_in_self_score(province, "001", Q1, DAY, said)
    bring(province)
    bring(province, key="")
    with reading(province) as connection:
        facts = facts_of(connection, criteria_for(connection, Q1).table, Q1)
    (own,) = (one for one in facts if one.unit == "001")
    assert (own.evidence["1.1"].value, own.evidence["1.2"].value) == (NO, YES)
