"""`qcdc remind`, `reminders`, `note-reminder`, `recipient`."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard.cli.main import main
from data_access.accounts import OPERATOR, Role
from data_access.actions import setup
from tests.builders import small_province
from tests.mail_server import Postman, free_port, mail_server

AS = ("--as", "thu-ky")
ON = ("--on", "2022-04-03")
KEY = "kh-2022|001||tien-do|2022-Q1"

Qcdc = Callable[..., Result]


@pytest.fixture
def qcdc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Qcdc]:
    address = f"sqlite:///{tmp_path / 'small.db'}"
    engine = small_province(address)
    setup.add_account(engine, OPERATOR, "thu-ky", "Thư ký", "mat-khau-1", Role.SECRETARIAT)
    setup.add_account(engine, OPERATOR, "can-bo", "Cán bộ", "mat-khau-1", Role.UNIT, "001")
    engine.dispose()
    for name in ("HOST", "PORT", "FROM", "USER", "PASSWORD", "STARTTLS"):
        monkeypatch.delenv(f"QCDC_SMTP_{name}", raising=False)
    yield lambda *words: CliRunner().invoke(main, ["--database", address, *words])


def with_server(monkeypatch: pytest.MonkeyPatch, port: int) -> None:
    monkeypatch.setenv("QCDC_SMTP_HOST", "127.0.0.1")
    monkeypatch.setenv("QCDC_SMTP_PORT", str(port))
    monkeypatch.setenv("QCDC_SMTP_FROM", "nhac-viec@tinh.vn")


def test_a_dry_run_says_what_would_go_out_and_writes_nothing(qcdc: Qcdc) -> None:
    assert qcdc("recipient", "add", "a@huyen.vn", "--unit", "001", *AS).exit_code == 0
    said = qcdc("remind", *ON, "--dry-run", "--json")
    (mail,) = json.loads(said.stdout)["mails"]
    assert (mail["address"], mail["kind"], mail["unit"]) == ("a@huyen.vn", "unit", "001")
    assert mail["duties"] == ["kh-2022|001|1||2022", KEY]
    assert "Tới: Huyện A <a@huyen.vn>" in qcdc("remind", *ON, "--dry-run").stdout
    assert json.loads(qcdc("reminders", *_OF_DAY, "--json").stdout) == []


_OF_DAY = ("--from", "2022-04-03", "--to", "2022-04-03")


def test_a_failed_mail_is_exit_1_and_goes_out_with_the_next_run(
    qcdc: Qcdc, monkeypatch: pytest.MonkeyPatch
) -> None:
    port, postman = free_port(), Postman()
    with_server(monkeypatch, port)
    qcdc("recipient", "add", "a@huyen.vn", "--unit", "001", *AS)
    result = qcdc("remind", *ON, "--json")
    assert result.exit_code == 1
    document = json.loads(result.stdout)
    assert (document["planned"], document["sent"], document["elsewhere"]) == (1, [], 0)
    assert "ConnectionRefused" in document["failed"][0]["error"]
    with mail_server(postman, port):
        again = qcdc("remind", *ON, "--json")
        third = qcdc("remind", *ON)
    assert again.exit_code == 0
    assert [one["address"] for one in json.loads(again.stdout)["sent"]] == ["a@huyen.vn"]
    assert (third.exit_code, third.stdout) == (0, "Không có thư nào gửi đi.\n")
    (kept,) = json.loads(qcdc("reminders", *_OF_DAY, "--json").stdout)
    assert (kept["channel"], kept["state"], kept["attempts"]) == ("mail", "sent", 2)
    assert kept["sent"].startswith("2022-04-03T")


def test_without_a_mail_server_named_nothing_is_planned(qcdc: Qcdc) -> None:
    qcdc("recipient", "add", "a@huyen.vn", "--unit", "001", *AS)
    result = qcdc("remind", *ON, "--json")
    assert result.exit_code == 3
    assert json.loads(result.stdout)["refused"]["code"] == "MAIL_NOT_SET"
    assert json.loads(qcdc("reminders", *_OF_DAY, "--json").stdout) == []


def test_a_quiet_day_says_so(qcdc: Qcdc) -> None:
    said = qcdc("remind", "--on", "2022-04-02", "--dry-run")
    assert (said.exit_code, said.stdout) == (0, "Không có thư nào phải gửi.\n")


def test_recipients_are_added_listed_and_taken_off(qcdc: Qcdc) -> None:
    own = ("recipient", "add", "A@Huyen.vn", "--unit", "001", "--name", "Bà Bưởi", "--as", "can-bo")
    number = json.loads(qcdc(*own, "--json").stdout)["id"]
    assert json.loads(qcdc("recipient", "list", "--json").stdout) == [
        {"id": number, "address": "a@huyen.vn", "name": "Bà Bưởi", "unit": "001", "user": None}
    ]
    assert "Bà Bưởi" in qcdc("recipient", "list").stdout
    other = qcdc("recipient", "add", "b@huyen.vn", "--unit", "002", "--as", "can-bo", "--json")
    assert json.loads(other.stdout)["refused"]["code"] == "NOT_YOUR_UNIT"
    assert qcdc("recipient", "remove", str(number), "--as", "can-bo").exit_code == 0
    assert json.loads(qcdc("recipient", "list", "--json").stdout) == []


def test_a_call_is_written_down_for_each_unit(qcdc: Qcdc) -> None:
    keys = (KEY, KEY.replace("001", "002"))
    words = ("note-reminder", *keys, "--channel", "phone", "--text", "Đã gọi", *ON, *AS)
    said = qcdc(*words, "--at", "2022-04-03T09:00")
    assert said.stdout == "Đã ghi nhắc 2 việc của 2 đơn vị.\n"
    kept = json.loads(qcdc("reminders", *_OF_DAY, "--json").stdout)
    assert [(one["channel"], one["unit"], one["duties"]) for one in kept] == [
        ("phone", "001", [keys[0]]),
        ("phone", "002", [keys[1]]),
    ]
    assert "điện thoại" in qcdc("reminders", *_OF_DAY).stdout


def test_what_is_no_key_is_wrong_usage(qcdc: Qcdc) -> None:
    result = qcdc("note-reminder", "kh-2022|001", "--channel", "zalo", "--text", "x", *AS)
    assert result.exit_code == 2
    assert "không phải mã của một việc" in result.stderr
