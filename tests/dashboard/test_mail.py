"""A letter as a mail, and a mail server that takes it, refuses it, dies or is not there."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import default

import pytest

from dashboard.mail import Connection, Letter, Mail, NoServer, Unsent, as_mail, connection, one_line
from data_access.clock import HANOI
from data_access.mail_settings import MailServer
from tests.mail_server import Postman, free_port, mail_server

WRITTEN = datetime(2022, 4, 3, 7, tzinfo=HANOI)
SENDER = "nhac-viec@tinh.gov.vn"
LETTER = Letter(
    "huyen-a@tinh.gov.vn",
    "Trần Thị Bưởi, Văn phòng Huyện ủy A",
    "Nhắc việc ngày 03/04/2022: 1 việc quá hạn",
    "Kính gửi: Huyện A\n\n.Một dòng bắt đầu bằng dấu chấm\n" + "Ưỡn ẹo " * 200 + "\n",
    WRITTEN,
)


def received(letter: Letter) -> EmailMessage:
    return message_from_bytes(mail(letter).content, policy=default)


def decoded(got: EmailMessage, header: str) -> str:
    """By RFC 2047: what separates two encoded words is no space. (The addresses of the standard
    library's newer classes have one there.)"""
    (raw,) = (value for name, value in got.raw_items() if name == header)
    return str(make_header(decode_header(str(raw).replace("\r\n", ""))))


@contextmanager
def sending(postman: Postman) -> Iterator[Connection]:
    with mail_server(postman) as server, connection(server) as way:
        yield way


def mail(letter: Letter = LETTER) -> Mail:
    return as_mail(letter, SENDER, "Ban Chỉ đạo tỉnh")


def test_what_is_read_is_what_was_written() -> None:
    postman = Postman()
    with sending(postman) as way:
        way.send(mail())
    (got,) = postman.taken
    assert got["Subject"] == LETTER.subject
    assert f"{LETTER.name} <{LETTER.address}>" == decoded(got, "To")
    assert got["To"].addresses[0].addr_spec == LETTER.address
    assert decoded(got, "From") == f"Ban Chỉ đạo tỉnh <{SENDER}>"
    assert got["Auto-Submitted"] == "auto-generated"
    assert got["Date"].datetime == WRITTEN
    assert got.get_content().replace("\r\n", "\n") == LETTER.body
    assert got.get_content_type() == "text/plain"


def test_lines_stay_short_and_within_ascii_for_the_oldest_servers() -> None:
    lines = mail().content.split(b"\r\n")
    assert max(map(len, lines)) < 998
    assert all(byte < 128 for line in lines for byte in line)


def test_one_letter_has_one_message_id_and_another_has_another() -> None:
    first = received(LETTER)["Message-ID"]
    assert first == received(LETTER)["Message-ID"]
    assert first.endswith("@tinh.gov.vn>")
    later = replace(LETTER, written=WRITTEN.replace(day=4))
    other = replace(LETTER, address="huyen-b@tinh.gov.vn")
    assert len({first, received(later)["Message-ID"], received(other)["Message-ID"]}) == 3


@pytest.mark.parametrize(
    "hostile",
    [
        "Huyện A\r\nBcc: ke-xau@khac.vn",
        "Huyện A\nBcc: ke-xau@khac.vn\n\nThân thư giả",
        "Huyện A\rBcc: ke-xau@khac.vn",
        "Huyện A\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029Bcc: ke-xau@khac.vn",
        "Huyện A\x00\x7f",
        '"Huyện A" <ke-xau@khac.vn>, "B"',
        "=?utf-8?q?Huy=E1=BB=87n_A=0D=0ABcc:_x@y.vn?=",
        "a" * 5000,
        "Ấ" * 5000,
        "",
        "\n",
    ],
)
def test_no_name_or_subject_adds_a_header_or_a_reader(hostile: str) -> None:
    got = received(replace(LETTER, name=hostile, subject=hostile))
    known = {"From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted"}
    about_content = {"Content-Type", "Content-Transfer-Encoding", "MIME-Version"}
    assert set(got.keys()) == known | about_content
    assert len(got.keys()) == len(known | about_content)
    assert [one.addr_spec for one in got["To"].addresses] == [LETTER.address]
    assert got.get_content().replace("\r\n", "\n") == LETTER.body


def test_a_header_is_one_line_without_controls() -> None:
    assert one_line("  Huyện\r\n A\t\x07B\u2028C  ") == "Huyện A B C"


def test_what_the_server_says_is_kept() -> None:
    with (
        sending(Postman(frozenset({LETTER.address}))) as way,
        pytest.raises(Unsent, match="550 5.1.1 no such mailbox here"),
    ):
        way.send(mail())


def test_after_a_refusal_the_next_mail_goes_out() -> None:
    postman = Postman(frozenset({"khong-co@tinh.gov.vn"}))
    with sending(postman) as way:
        with pytest.raises(Unsent):
            way.send(mail(replace(LETTER, address="khong-co@tinh.gov.vn")))
        way.send(mail())
    assert postman.addresses == [LETTER.address]


def test_a_server_that_dies_in_the_middle_is_an_unsent_mail() -> None:
    with sending(Postman(dies_after=0)) as way, pytest.raises(Unsent):
        way.send(mail())


def test_a_connection_that_broke_between_two_mails_is_made_anew() -> None:
    """A server may close a connection it finds idle: the mail after that is not lost."""
    postman, port = Postman(), free_port()
    with mail_server(postman, port) as server:
        way = Connection(server)
        way.send(mail())
    with mail_server(postman, port):
        way.send(mail(replace(LETTER, address="huyen-b@tinh.gov.vn")))
        way.close()
    assert postman.addresses == ["huyen-a@tinh.gov.vn", "huyen-b@tinh.gov.vn"]


def test_no_server_is_told_from_a_mail_that_is_not_taken() -> None:
    with (
        connection(MailServer("127.0.0.1", SENDER, free_port())) as way,
        pytest.raises(NoServer, match="ConnectionRefused"),
    ):
        way.send(mail())


def test_a_name_nobody_knows_is_no_server() -> None:
    with connection(MailServer("khong-co.invalid", SENDER)) as way, pytest.raises(NoServer):
        way.send(mail())


def test_name_and_password_are_given_where_the_server_asks() -> None:
    postman = Postman()
    with mail_server(postman, password="mat-khau") as server:
        knows = replace(server, user="nhac-viec", password="mat-khau")
        with connection(knows) as way:
            way.send(mail())
        with (
            connection(replace(knows, password="sai")) as way,
            pytest.raises(NoServer, match="535"),
        ):
            way.send(mail())
    assert len(postman.taken) == 1


def test_where_a_secret_connection_is_asked_nothing_goes_out_openly() -> None:
    postman = Postman()
    with mail_server(postman) as server:
        secret = replace(server, starttls=True, user="nhac-viec", password="mat-khau")
        with connection(secret) as way, pytest.raises(NoServer, match="STARTTLS"):
            way.send(mail())
    assert postman.taken == []
