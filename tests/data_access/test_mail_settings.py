"""How mail leaves this server, from the environment."""

import pytest

from data_access.mail_settings import MailServer, mail_server
from scoring.refusals import Refusal, Refused

LEAST = {"QCDC_SMTP_HOST": "mail.tinh.vn", "QCDC_SMTP_FROM": "nhac-viec@tinh.vn"}


def test_host_and_sender_are_enough() -> None:
    assert mail_server(LEAST) == MailServer("mail.tinh.vn", "nhac-viec@tinh.vn", 25)
    blank = {"QCDC_SMTP_PORT": "", "QCDC_SMTP_USER": " ", "QCDC_SMTP_STARTTLS": ""}
    assert mail_server(LEAST | blank) == mail_server(LEAST)


def test_a_named_user_travels_over_a_secret_connection_unless_it_is_said_otherwise() -> None:
    named = LEAST | {"QCDC_SMTP_USER": "nhac-viec", "QCDC_SMTP_PASSWORD": "mật khẩu"}
    assert mail_server(named).starttls
    assert not mail_server(named | {"QCDC_SMTP_STARTTLS": "0"}).starttls
    assert mail_server(LEAST | {"QCDC_SMTP_STARTTLS": "1"}).starttls


def test_the_password_is_printed_nowhere() -> None:
    assert "bí mật" not in repr(mail_server(LEAST | {"QCDC_SMTP_PASSWORD": "bí mật"}))


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"QCDC_SMTP_HOST": " "}, Refusal.MAIL_NOT_SET),
        ({"QCDC_SMTP_FROM": ""}, Refusal.MAIL_NOT_SET),
        ({"QCDC_SMTP_FROM": "Ban Chỉ đạo"}, Refusal.MAIL_ADDRESS),
        ({"QCDC_SMTP_PORT": "0"}, Refusal.MAIL_SETTING),
        ({"QCDC_SMTP_PORT": "65536"}, Refusal.MAIL_SETTING),
        ({"QCDC_SMTP_PORT": "hai"}, Refusal.MAIL_SETTING),
        ({"QCDC_SMTP_PORT": "²5"}, Refusal.MAIL_SETTING),
        ({"QCDC_SMTP_STARTTLS": "co"}, Refusal.MAIL_SETTING),
    ],
)
def test_a_wrong_setting_is_named(changed: dict[str, str], code: Refusal) -> None:
    with pytest.raises(Refused) as caught:
        mail_server(LEAST | changed)
    assert caught.value.code is code
