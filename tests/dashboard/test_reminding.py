"""The day's reminders over a real mail server: once each, failures shown and tried again."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard import reminding
from dashboard.mail import Letter, as_mail, connection
from data_access import outbox
from data_access.accounts import OPERATOR, Actor, Role
from data_access.actions import setup
from data_access.actions.reminders import add_recipient, claim_mail, remove_recipient
from data_access.clock import server_moment
from data_access.database import unversioned
from data_access.mail_settings import MailServer
from data_access.queries.reminders import recipients_of, reminders_between, unsent_of
from data_access.reminders import Delivery, Reminder
from data_access.tables import reminder
from scoring.refusals import Refusal, Refused
from tests import mail_server as mail_servers
from tests.builders import CLERK_A, SECRETARY, UNITS, hand_in_progress, small_province
from tests.builders import Q1 as QUARTER
from tests.mail_server import Postman, free_port, mail_server

# Task 1 was due on 31/3, the quarter's report is due on 10/4: three days late, seven days left.
DAY = date(2022, 4, 3)
QUIET = date(2022, 4, 2)
A, B, C = "a@huyen.vn", "b@huyen.vn", "c@huyen.vn"
HEAD = "truong-ban@tinh.vn"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Engine]:
    engine = small_province(f"sqlite:///{tmp_path / 'small.db'}")
    setup.add_account(engine, OPERATOR, "truong-ban", "Trưởng ban", "mat-khau-1", Role.LEADER)
    for address, unit in ((A, "001"), (B, "002"), (C, "003")):
        add_recipient(engine, SECRETARY, address, f"Cán bộ {unit}", unit)
    add_recipient(engine, SECRETARY, HEAD, "", user="truong-ban")
    yield engine
    engine.dispose()


def outcomes(engine: Engine) -> dict[str, tuple[str, int]]:
    kept = reminders_between(engine, SECRETARY, DAY, DAY)
    return {one.notice.address: (one.delivery.value, one.attempts) for one in kept}


def run(engine: Engine, server: MailServer, day: date = DAY) -> tuple[int, int, int]:
    done = reminding.remind(engine, OPERATOR, day, server)
    return len(done.sent), len(done.failed), done.elsewhere


def test_everybody_gets_one_mail_and_a_second_run_sends_nothing(province: Engine) -> None:
    postman = Postman()
    with mail_server(postman) as server:
        assert run(province, server) == (4, 0, 0)
        assert run(province, server) == (0, 0, 0)
    assert postman.addresses == [A, B, C, HEAD]
    assert outcomes(province) == dict.fromkeys((A, B, C, HEAD), ("sent", 1))


def test_a_unit_reads_of_its_own_and_the_leader_of_all(province: Engine) -> None:
    postman = Postman()
    with mail_server(postman) as server:
        run(province, server)
    letters = {mail["To"].addresses[0].addr_spec: mail for mail in postman.taken}
    subject = "[SỐ LIỆU MINH HỌA] Nhắc việc ngày 03/04/2022: 1 việc quá hạn, 1 việc sắp đến hạn"
    assert letters[A]["Subject"] == subject
    text = letters[A].get_content()
    assert "Ban hành kế hoạch: hạn 31/03/2022, đã quá 3 ngày" in text
    assert "Báo cáo tiến độ, quý I năm 2022: hạn 10/04/2022" in text
    assert "Huyện B" not in text
    assert "3 việc quá hạn, 3 việc sắp đến hạn" in letters[HEAD]["Subject"]
    assert all(name in letters[HEAD].get_content() for name in ("Huyện A", "Huyện B", "Huyện C"))
    assert not any("http" in mail.get_content() for mail in postman.taken)


def test_nothing_to_say_sends_and_writes_nothing(province: Engine) -> None:
    postman = Postman()
    with mail_server(postman) as server:
        assert run(province, server, QUIET) == (0, 0, 0)
    assert postman.taken == []
    assert reminders_between(province, SECRETARY, QUIET, QUIET) == ()


def test_a_unit_that_handed_in_is_not_reminded_of_it(province: Engine) -> None:
    done = {"task.1.state": "done", "task.1.completed_on": date(2022, 3, 30)}
    hand_in_progress(province, "001", QUARTER, DAY - timedelta(days=1), done)
    postman = Postman()
    with mail_server(postman) as server:
        run(province, server)
    assert postman.addresses == [B, C, HEAD]


def test_one_refused_address_holds_up_nobody_and_is_tried_again(province: Engine) -> None:
    postman = Postman(frozenset({B}))
    with mail_server(postman) as server:
        assert run(province, server) == (3, 1, 0)
        assert outcomes(province)[B] == ("failed", 1)
        assert run(province, server) == (0, 1, 0)
        postman.refuses = frozenset()
        assert run(province, server) == (1, 0, 0)
    assert postman.addresses == [A, B, C, HEAD]
    (kept,) = (one for one in _book(province) if one.notice.address == B)
    assert (kept.delivery, kept.attempts, kept.error) == (Delivery.SENT, 3, "")


def test_why_a_mail_failed_is_kept_in_the_servers_words(province: Engine) -> None:
    with mail_server(Postman(frozenset({B}))) as server:
        run(province, server)
    (kept,) = (one for one in _book(province) if one.notice.address == B)
    assert (kept.error, kept.sent) == (mail_servers.REFUSED, None)


def test_without_a_server_all_fail_and_all_go_out_when_it_is_back(province: Engine) -> None:
    postman, port = Postman(), free_port()
    assert run(province, MailServer("127.0.0.1", "nhac-viec@tinh.vn", port)) == (0, 4, 0)
    assert all("ConnectionRefused" in one.error for one in _book(province))
    with mail_server(postman, port) as server:
        assert run(province, server) == (4, 0, 0)
    assert postman.addresses == [A, B, C, HEAD]


def test_a_server_that_dies_in_the_middle_gets_only_the_rest_later(province: Engine) -> None:
    postman = Postman(dies_after=2)
    with mail_server(postman) as server:
        assert run(province, server) == (2, 2, 0)
        postman.dies_after = None
        assert run(province, server) == (2, 0, 0)
    assert postman.addresses == [A, B, C, HEAD]


def test_two_processes_at_once_send_each_mail_once(province: Engine, tmp_path: Path) -> None:
    for number in range(20):
        add_recipient(province, SECRETARY, f"x{number}@huyen.vn", "", "001")
    postman = Postman(together=3)
    with mail_server(postman) as server:
        running = [_process(province, server) for _ in range(3)]
        results = [one.communicate(timeout=120) for one in running]
    assert [one.returncode for one in running] == [0, 0, 0], results
    assert len(postman.senders) == 3
    assert len(postman.taken) == 24
    assert len(set(postman.addresses)) == 24
    assert set(outcomes(province).values()) == {("sent", 1)}


def test_a_process_that_dies_between_sending_and_marking_repeats_that_mail_alone(
    province: Engine,
) -> None:
    """It cannot be known whether that one went out: it goes out again, under the same id, once the
    claim has lapsed. The others go out once."""
    postman = Postman()
    with mail_server(postman) as server:
        reminding.plan_mails(province, OPERATOR, DAY, reminding.planned(province, OPERATOR, DAY))
        first, *_ = unsent_of(province, OPERATOR, DAY)
        claimed = claim_mail(province, OPERATOR, first)
        told = claimed.notice
        with connection(server) as way:
            letter = Letter(told.address, told.name, told.subject, told.body, claimed.at)
            way.send(as_mail(letter, server.sender, "Ban Chỉ đạo tỉnh"))
        assert run(province, server) == (3, 0, 1)
        _let_the_claim_lapse(province, first)
        assert run(province, server) == (1, 0, 0)
    assert postman.addresses == sorted([A, B, C, HEAD, told.address])
    ids = [mail["Message-ID"] for mail in postman.taken]
    assert len(set(ids)) == 4


def test_an_address_added_during_the_day_is_written_to_and_one_taken_off_is_not(
    province: Engine,
) -> None:
    postman = Postman(frozenset({B}))
    with mail_server(postman) as server:
        run(province, server)
        removed = next(one for one in recipients_of(province, SECRETARY) if one.address == B)
        remove_recipient(province, SECRETARY, removed.id)
        add_recipient(province, CLERK_A, "moi@huyen.vn", "", "001")
        postman.refuses = frozenset()
        assert run(province, server) == (1, 0, 0)
    assert postman.addresses == [A, C, "moi@huyen.vn", HEAD]


def test_a_name_with_line_breaks_adds_no_reader(province: Engine) -> None:
    hostile = "Huyện A\r\nBcc: ke-xau@khac.vn"
    setup.import_units(province, SECRETARY, [replace(UNITS[1], short_name=hostile)])
    add_recipient(province, SECRETARY, "d@huyen.vn", hostile, "001")
    postman = Postman()
    with mail_server(postman) as server:
        run(province, server)
    assert postman.addresses == [A, B, C, "d@huyen.vn", HEAD]
    assert not any(mail["Bcc"] for mail in postman.taken)


@pytest.mark.parametrize("role", [Role.LEADER, Role.MEMBER, Role.UNIT, Role.ASSESSOR])
def test_the_secretariat_alone_sends(province: Engine, role: Role) -> None:
    nowhere = MailServer("127.0.0.1", "nhac-viec@tinh.vn", free_port())
    with pytest.raises(Refused) as refused:
        reminding.remind(province, Actor("x", "X", role, "001"), DAY, nowhere)
    assert refused.value.code is Refusal.ROLE_NOT_ALLOWED
    assert _book(province) == ()


def _book(engine: Engine) -> tuple[Reminder, ...]:
    return reminders_between(engine, SECRETARY, DAY, DAY)


def _process(engine: Engine, server: MailServer) -> subprocess.Popen:
    database = f"sqlite:///{engine.url.database}"
    words = ["--database", database, "remind", "--on", DAY.isoformat()]
    named = {
        "QCDC_SMTP_HOST": server.host,
        "QCDC_SMTP_PORT": str(server.port),
        "QCDC_SMTP_FROM": server.sender,
    }
    return subprocess.Popen(
        [sys.executable, "-m", "tests.dashboard.cli.run", *words],
        env=os.environ | named,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    )


def _let_the_claim_lapse(engine: Engine, number: int) -> None:
    lapsed = server_moment() - outbox.CLAIM_LASTS - timedelta(seconds=1)
    with unversioned(engine) as writer:
        one = reminder.update().where(reminder.c.id == number)
        writer.execute(one.values(claimed=lapsed))
