"""Nhắc việc and Lịch làm việc, as their people use them."""

from datetime import date

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from dashboard import reminding
from data_access.accounts import OPERATOR
from data_access.actions.reminders import add_recipient
from data_access.mail_settings import MailServer
from data_access.queries import calendar
from data_access.queries.reminders import recipients_of, reminders_between
from data_access.reminders import Delivery
from scoring.workdays import DayKind
from tests.dashboard.pages.conftest import Open
from tests.dashboard.pages.shown import shown
from tests.mail_server import Postman, free_port, mail_server

REMINDERS, CALENDAR = "pages/reminders.py", "pages/calendar.py"
# Three days before the reports of the third quarter are due.
DAY = date(2022, 10, 9)
BA_TO = "vp@bato.vidu.vn"


def press(app: AppTest, label: str) -> AppTest:
    return next(one for one in app.button if one.label.startswith(label)).click().run()


def field(app: AppTest, kind: str, label: str):
    return next(one for one in getattr(app, kind) if one.label.startswith(label))


def has_button(app: AppTest, label: str) -> bool:
    return any(one.label.startswith(label) for one in app.button)


def test_a_unit_adds_its_own_address_and_takes_it_off(open_page: Open, demo_engine: Engine) -> None:
    app = open_page("ba-to", REMINDERS, muc="nguoi-nhan")
    field(app, "text_input", "Địa chỉ thư").set_value("vp@bato vidu.vn")
    text = shown(press(app, "Thêm vào danh sách"))
    assert "“vp@bato vidu.vn” không phải là một địa chỉ thư điện tử" in text
    field(app, "text_input", "Địa chỉ thư").set_value(BA_TO)
    text = shown(press(app, "Thêm vào danh sách"))
    assert "Việc của Ba Tơ" in text and BA_TO in text
    assert "son-tinh@" not in text, "another unit's people"
    (kept,) = (one for one in recipients_of(demo_engine, OPERATOR) if one.address == BA_TO)
    field(app, "selectbox", "Địa chỉ").set_value(str(kept.id))
    text = shown(press(app, "Không gửi thư"))
    assert "Đã đưa địa chỉ ra khỏi danh sách" in text
    assert f"<td>{BA_TO}" not in text


def test_the_secretariat_sees_what_will_go_out_and_reads_it(
    open_page: Open, demo_engine: Engine
) -> None:
    add_recipient(demo_engine, OPERATOR, BA_TO, "Văn phòng", "535")
    app = open_page("to-giup-viec", REMINDERS, date=DAY.isoformat())
    text = shown(app)
    assert BA_TO in text and "dự kiến" in text
    assert not has_button(app, "Gửi lại")
    app.query_params["thu"] = BA_TO
    letter = app.run().text[0].value
    assert letter.startswith("Kính gửi: Văn phòng")
    assert reminders_between(demo_engine, OPERATOR, DAY, DAY) == ()


def test_failures_are_shown_with_their_reason_and_sent_again(
    open_page: Open, demo_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_recipient(demo_engine, OPERATOR, BA_TO, "Văn phòng", "535")
    port, postman = free_port(), Postman(frozenset({BA_TO}))
    monkeypatch.setenv("QCDC_SMTP_HOST", "127.0.0.1")
    monkeypatch.setenv("QCDC_SMTP_PORT", str(port))
    monkeypatch.setenv("QCDC_SMTP_FROM", "nhac-viec@vidu.vn")
    reminding.remind(demo_engine, OPERATOR, DAY, MailServer("127.0.0.1", "a@vidu.vn", port))
    app = open_page("to-giup-viec", REMINDERS, date=DAY.isoformat())
    assert "ConnectionRefused" in shown(app)
    with mail_server(postman, port):
        text = shown(press(app, "Gửi lại"))
        assert "550 5.1.1 no such mailbox here" in text
        assert has_button(app, "Gửi lại 1 thư")
        postman.refuses = frozenset()
        text = shown(press(app, "Gửi lại 1 thư"))
    assert "Đã gửi 1 thư." in text
    assert not has_button(app, "Gửi lại")
    kept = reminders_between(demo_engine, OPERATOR, DAY, DAY)
    assert {one.delivery for one in kept} == {Delivery.SENT}
    assert len(postman.addresses) == len(set(postman.addresses)) == len(kept)


def test_without_a_mail_server_the_page_says_what_is_missing(
    open_page: Open, demo_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QCDC_SMTP_HOST", raising=False)
    nowhere = MailServer("127.0.0.1", "a@vidu.vn", free_port())
    reminding.remind(demo_engine, OPERATOR, DAY, nowhere)
    app = open_page("to-giup-viec", REMINDERS, date=DAY.isoformat())
    assert "Chưa khai báo máy chủ gửi thư (QCDC_SMTP_HOST)" in shown(press(app, "Gửi lại"))


@pytest.mark.parametrize("user", ["uy-vien", "ba-to", "so-noi-vu-tham-dinh"])
def test_what_is_foreseen_and_sending_are_not_everybodys(open_page: Open, user: str) -> None:
    app = open_page(user, REMINDERS, date=DAY.isoformat(), muc="thu-trong-ngay")
    assert "dự kiến" not in shown(app)
    assert not has_button(app, "Gửi lại")


def test_the_year_shows_its_days_off_and_is_corrected_with_a_source(
    open_page: Open, demo_engine: Engine
) -> None:
    app = open_page("to-giup-viec", CALENDAR, nam="2026")
    text = shown(app)
    assert "chủ nhật, 04/01/2026: nghỉ cuối tuần" in text
    assert "chưa chắc chắn" in text
    field(app, "date_input", "Ngày").set_value(date(2026, 12, 31))
    field(app, "selectbox", "Là ngày").set_value(DayKind.OFF.value)
    field(app, "text_input", "Nội dung").set_value("Nghỉ <b>bù</b>")
    assert 'class="q-refusal"' in shown(press(app, "Ghi vào lịch")), "no source"
    field(app, "text_input", "Căn cứ").set_value("Thông báo 12/TB")
    text = shown(press(app, "Ghi vào lịch"))
    assert "Đã ghi ngày 31/12/2026 vào lịch." in text
    assert "nghỉ lễ, tết (Nghỉ &lt;b&gt;bù&lt;/b&gt;)" in text
    (kept,) = (one for one in calendar.year(demo_engine, OPERATOR, 2026) if one.day.month == 12)
    assert (kept.kind, kept.source) == (DayKind.OFF, "Thông báo 12/TB")


def test_working_days_are_counted_with_both_answers(open_page: Open) -> None:
    app = open_page("ba-to", CALENDAR, nam="2026")
    assert not has_button(app, "Ghi vào lịch")
    field(app, "date_input", "Kể từ ngày").set_value(date(2026, 11, 20)).run()
    text = shown(app)
    assert "hết vào thứ Hai, 30/11/2026" in text
    assert "hết vào thứ Sáu, 27/11/2026" in text


@pytest.mark.parametrize("typed", ["năm nay", "1", "99999", "²026"])
def test_a_year_that_is_none_is_one_sentence(open_page: Open, typed: str) -> None:
    assert 'class="q-refusal"' in shown(open_page("ba-to", CALENDAR, nam=typed))
