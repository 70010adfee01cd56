"""Who is reminded by mail, and the book of what was said: who may write in it, who reads what."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from sqlalchemy import Engine

from data_access.accounts import OPERATOR, Actor, Role
from data_access.actions import setup
from data_access.actions.areas import assign
from data_access.actions.offices import hold, name_office
from data_access.actions.reminders import (
    add_recipient,
    note_by_hand,
    plan_mails,
    remove_recipient,
)
from data_access.database import reading
from data_access.queries import obligations
from data_access.queries.reminders import (
    digests_on,
    open_duties,
    readers,
    recipients_of,
    reminders_between,
    unsent_of,
)
from data_access.recipients import LONGEST_ADDRESS, require_address
from data_access.reminders import Delivery, Notice, Way, reminded_on, reminders_about
from scoring.digests import Audience, Reader
from scoring.obligations import DutyKey, State
from scoring.refusals import Refusal, Refused
from tests.builders import CLERK_A, CLERK_B, LEADER, MEMBER, SECRETARY, UNITS, at

DAY = date(2022, 4, 3)
PLAN_A = DutyKey("kh-2022", "001", "1", "", "2022")
REPORT_A = DutyKey("kh-2022", "001", "", "tien-do", "2022-Q1")
REPORT_B = DutyKey("kh-2022", "002", "", "tien-do", "2022-Q1")


@contextmanager
def refused(code: Refusal) -> Iterator[None]:
    with pytest.raises(Refused) as caught:
        yield
    assert caught.value.code is code


def notice(address: str, unit: str = "001", *keys: DutyKey) -> Notice:
    named = tuple(str(key) for key in keys or (REPORT_A,))
    return Notice(Audience.UNIT, address, "Cán bộ", unit, "Nhắc việc", "Kính gửi", named)


def with_people(engine: Engine) -> None:
    for actor in (SECRETARY, LEADER, MEMBER, CLERK_A):
        given = (actor.user, actor.name, "mat-khau-1", actor.role, actor.unit)
        setup.add_account(engine, OPERATOR, *given)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" Van.Phong@Huyen-A.GOV.VN ", "van.phong@huyen-a.gov.vn"),
        ("a+b@x.vn", "a+b@x.vn"),
        ("o'hara_1@may-1.noi-bo.vn", "o'hara_1@may-1.noi-bo.vn"),
    ],
)
def test_an_address_is_kept_in_one_spelling(typed: str, kept: str) -> None:
    assert require_address(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "huyen-a",
        "@huyen.vn",
        "a@",
        "a@may",
        "a@b..vn",
        "a@-b.vn",
        "a@b-.vn",
        ".a@b.vn",
        "a..b@c.vn",
        "a@b.vn, c@d.vn",
        "a@b.vn;c@d.vn",
        "A <a@b.vn>",
        "a b@c.vn",
        "a@b.vn\nBcc: c@d.vn",
        "a@b.vn\r\nc@d.vn",
        '"a@b"@c.vn',
        "văn-phòng@huyện.vn",
        "a@huyện.vn",
        "ａ@b.vn",
        "a@b.vn\x00",
        "a@" + "b" * 64 + ".vn",
        "a" * LONGEST_ADDRESS + "@b.vn",
    ],
)
def test_what_is_no_single_plain_address_is_refused(small: Engine, typed: str) -> None:
    with refused(Refusal.MAIL_ADDRESS):
        add_recipient(small, SECRETARY, typed, "Cán bộ", "001")


def test_a_unit_keeps_its_own_people_and_sees_no_others(province: Engine) -> None:
    add_recipient(province, CLERK_A, "a@huyen.vn", "Cán bộ A", "001")
    add_recipient(province, SECRETARY, "b@huyen.vn", "Cán bộ B", "002")
    with refused(Refusal.NOT_YOUR_UNIT):
        add_recipient(province, CLERK_A, "x@huyen.vn", "", "002")
    seen = {
        actor.user: [one.address for one in recipients_of(province, actor)]
        for actor in (CLERK_A, CLERK_B, SECRETARY, LEADER, MEMBER)
    }
    both = ["a@huyen.vn", "b@huyen.vn"]
    assert seen == {
        "can-bo-a": both[:1],
        "can-bo-b": both[1:],
        "thu-ky": both,
        "lanh-dao": both,
        "thanh-vien": [],
    }


def test_a_province_unit_keeps_those_beneath_it(small: Engine) -> None:
    province = Actor("tinh", "Cán bộ tỉnh", Role.UNIT, "tinh")
    add_recipient(small, province, "a@huyen.vn", "", "001")
    assert len(recipients_of(small, province)) == 1


def test_a_member_adds_his_own_address_and_nobody_elses(small: Engine) -> None:
    with_people(small)
    add_recipient(small, MEMBER, "uv@tinh.vn", "", user=MEMBER.user)
    with refused(Refusal.ROLE_NOT_ALLOWED):
        add_recipient(small, MEMBER, "x@tinh.vn", "", user=LEADER.user)
    with refused(Refusal.ROLE_NOT_ALLOWED):
        add_recipient(small, MEMBER, "x@tinh.vn", "", "001")
    assert [one.user for one in recipients_of(small, MEMBER)] == [MEMBER.user]


@pytest.mark.parametrize(
    ("unit", "user", "code"),
    [
        (None, None, Refusal.RECIPIENT_OF_NOBODY),
        ("001", "thu-ky", Refusal.RECIPIENT_OF_NOBODY),
        ("999", None, Refusal.UNKNOWN_UNIT),
        (None, "khong-co", Refusal.UNKNOWN_ACCOUNT),
    ],
)
def test_a_recipient_is_somebodys(
    small: Engine, unit: str | None, user: str | None, code: Refusal
) -> None:
    with refused(code):
        add_recipient(small, SECRETARY, "a@huyen.vn", "", unit, user)


def test_an_address_stands_once_in_a_list_and_may_come_back(small: Engine) -> None:
    first = add_recipient(small, SECRETARY, "a@huyen.vn", "", "001")
    add_recipient(small, SECRETARY, "a@huyen.vn", "", "002")
    with refused(Refusal.RECIPIENT_TWICE):
        add_recipient(small, SECRETARY, "A@Huyen.vn", "", "001")
    remove_recipient(small, CLERK_A, first)
    with refused(Refusal.UNKNOWN_RECIPIENT):
        remove_recipient(small, CLERK_A, first)
    again = add_recipient(small, CLERK_A, "a@huyen.vn", "", "001")
    assert again != first


def test_another_units_address_is_not_taken_off(small: Engine) -> None:
    number = add_recipient(small, SECRETARY, "b@huyen.vn", "", "002")
    for actor in (CLERK_A, LEADER, MEMBER):
        with pytest.raises(Refused):
            remove_recipient(small, actor, number)
    assert len(recipients_of(small, SECRETARY)) == 1


def test_a_member_reads_of_the_units_he_follows_and_the_tasks_he_directs(small: Engine) -> None:
    with_people(small)
    name_office(small, SECRETARY, "uv-1", "Ủy viên", "tinh", 2)
    hold(small, SECRETARY, "uv-1", MEMBER.name, date(2022, 1, 1), "01-QĐ", MEMBER.user)
    assign(small, SECRETARY, "uv-1", ["002"], date(2022, 2, 1), "02-QĐ", date(2022, 1, 30))
    for actor in (MEMBER, LEADER, CLERK_A):
        add_recipient(small, SECRETARY, f"{actor.user}@x.vn", "", user=actor.user)
    found = {one.address: one for one in readers_on(small, DAY)}
    member = found["thanh-vien@x.vn"]
    assert (member.audience, member.units, member.offices) == (
        Audience.MEMBER,
        frozenset({"002"}),
        frozenset({"uv-1"}),
    )
    assert found["lanh-dao@x.vn"].audience is Audience.LEADER
    assert (found["can-bo-a@x.vn"].audience, found["can-bo-a@x.vn"].unit) == (Audience.UNIT, "001")
    (before,) = (
        one for one in readers_on(small, date(2022, 1, 31)) if one.address == member.address
    )
    assert before.units == frozenset()


def test_whoever_left_is_not_written_to(small: Engine) -> None:
    with_people(small)
    add_recipient(small, SECRETARY, "uv@x.vn", "", user=MEMBER.user)
    setup.close_account(small, SECRETARY, MEMBER.user)
    assert readers_on(small, DAY) == ()


def readers_on(engine: Engine, day: date) -> tuple[Reader, ...]:
    with reading(engine) as connection:
        return readers(connection, day)


def test_the_ladder_reaches_whom_it_names_and_nobody_else(province: Engine) -> None:
    for unit in ("001", "002"):
        add_recipient(province, SECRETARY, f"{unit}@huyen.vn", "", unit)
    found = digests_on(province, SECRETARY, DAY)
    assert [one.address for one in found] == ["001@huyen.vn", "002@huyen.vn"]
    keys = [str(one.obligation.key) for one in found[0].duties]
    assert keys == [str(PLAN_A), str(REPORT_A)]
    assert [one.state for one in found[0].duties] == [State.OVERDUE, State.DUE_SOON]
    with refused(Refusal.ROLE_NOT_ALLOWED):
        digests_on(province, CLERK_A, DAY)


def test_the_last_day_is_the_one_known_that_day(small: Engine) -> None:
    standings = obligations.standing(small, SECRETARY, DAY)
    duties = {str(one.obligation.key): one for one in open_duties(standings, DAY)}
    assert duties[str(PLAN_A)].last_day == date(2022, 3, 31)
    assert duties[str(REPORT_A)].last_day == date(2022, 4, 10)


def test_an_address_has_one_mail_a_day(province: Engine) -> None:
    for address in ("a@x.vn", "b@x.vn"):
        add_recipient(province, SECRETARY, address, "", "001")
    assert plan_mails(province, SECRETARY, DAY, [notice("a@x.vn")]) == 1
    assert plan_mails(province, SECRETARY, DAY, [notice("a@x.vn"), notice("b@x.vn")]) == 1
    assert plan_mails(province, SECRETARY, DAY, [notice("a@x.vn"), notice("b@x.vn")]) == 0
    assert len(unsent_of(province, SECRETARY, DAY)) == 2
    kept = reminders_between(province, SECRETARY, DAY, DAY)
    assert [one.delivery for one in kept] == [Delivery.PENDING] * 2


def test_what_was_said_by_hand_stands_in_the_book_unit_by_unit(province: Engine) -> None:
    said = {"001": [PLAN_A, REPORT_A], "002": [REPORT_B]}
    note_by_hand(province, MEMBER, Way.ZALO, said, "Đề nghị gửi báo cáo", DAY, at(DAY))
    first, second = reminders_between(province, SECRETARY, DAY, DAY)
    assert (first.way, first.delivery, first.by) == (Way.ZALO, Delivery.SENT, MEMBER.name)
    assert first.notice.duties == (str(PLAN_A), str(REPORT_A))
    assert (second.notice.unit, second.notice.body) == ("002", "Đề nghị gửi báo cáo")


def test_when_a_unit_was_reminded_is_known_from_that_day_on(province: Engine) -> None:
    monday, friday = date(2022, 4, 4), date(2022, 4, 8)
    for day in (monday, friday):
        note_by_hand(province, SECRETARY, Way.PHONE, {"001": [REPORT_A]}, "Đã gọi", day, at(day))
    with reading(province) as connection:
        assert reminded_on(connection, DAY) == {}
        assert reminded_on(connection, monday) == {str(REPORT_A): (monday,)}
        assert reminded_on(connection, friday)[str(REPORT_A)] == (monday, friday)
        assert reminded_on(connection, friday, friday) == {str(REPORT_A): (friday,)}
        assert len(reminders_about(connection, str(REPORT_A), friday)) == 2
        assert reminders_about(connection, str(REPORT_B), friday) == ()


def test_a_call_written_down_later_was_not_known_before(province: Engine) -> None:
    later = date(2022, 4, 9)
    note_by_hand(province, SECRETARY, Way.PHONE, {"001": [REPORT_A]}, "Đã gọi", DAY, at(later))
    with reading(province) as connection:
        assert reminded_on(connection, DAY) == {}
        assert reminded_on(connection, later) == {str(REPORT_A): (DAY,)}


def test_a_mail_that_did_not_go_out_reminded_nobody(province: Engine) -> None:
    add_recipient(province, SECRETARY, "a@x.vn", "", "001")
    plan_mails(province, SECRETARY, DAY, [notice("a@x.vn")])
    with reading(province) as connection:
        assert reminded_on(connection, DAY) == {}


@pytest.mark.parametrize(
    ("actor", "text", "day", "code"),
    [
        (CLERK_A, "Đã gọi", DAY, Refusal.ROLE_NOT_ALLOWED),
        (SECRETARY, "  ", DAY, Refusal.WORDS_REQUIRED),
        (SECRETARY, "Đã gọi", date(2022, 4, 4), Refusal.DAY_OUTSIDE),
    ],
)
def test_a_note_says_who_what_and_when(
    small: Engine, actor: Actor, text: str, day: date, code: Refusal
) -> None:
    with refused(code):
        note_by_hand(small, actor, Way.ZALO, {"001": [REPORT_A]}, text, day, at(DAY))
    assert reminders_between(small, SECRETARY, DAY, day) == ()


def test_a_unit_reads_what_it_was_told_and_not_what_others_were(province: Engine) -> None:
    said = {"001": [REPORT_A], "002": [REPORT_B]}
    note_by_hand(province, SECRETARY, Way.ZALO, said, "Đề nghị gửi báo cáo", DAY, at(DAY))
    told = [one.notice.unit for one in reminders_between(province, CLERK_A, DAY, DAY)]
    assert told == ["001"]
    assert reminders_between(province, MEMBER, DAY, DAY) == ()


def test_units_are_named_as_they_are_called(small: Engine) -> None:
    note_by_hand(small, SECRETARY, Way.ZALO, {"001": [REPORT_A]}, "Đề nghị", DAY, at(DAY))
    (kept,) = reminders_between(small, SECRETARY, DAY, DAY)
    assert kept.notice.name == UNITS[1].label
