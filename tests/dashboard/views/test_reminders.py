"""The page of reminders: the day's mails, the book, who receives mail."""

from datetime import date, datetime

from dashboard.views import reminders as views
from dashboard.views.heading import Scene
from dashboard.views.mail_recipients import recipients_table
from dashboard.views.mail_run import Run, ran
from data_access.accounts import Role
from data_access.clock import HANOI
from data_access.queries.catalogue import Account
from data_access.recipients import Recipient
from data_access.reminders import Delivery, Notice, Reminder, Way
from scoring.digests import Audience

DAY = date(2022, 4, 3)
AT = datetime(2022, 4, 3, 7, 5, tzinfo=HANOI)
SCENE = Scene("Ban Chỉ đạo tỉnh", "Tỉnh", False, DAY)
KEY = "kh-2022|001||tien-do|2022-Q1"


def notice(address: str = "a@x.vn") -> Notice:
    subject = "Nhắc việc: 1 việc quá hạn" if address else ""
    return Notice(Audience.UNIT, address, "Huyện A", "001", subject, "Kính gửi", (KEY,))


def kept(
    number: int = 1,
    delivery: Delivery = Delivery.SENT,
    way: Way = Way.MAIL,
    address: str = "a@x.vn",
) -> Reminder:
    error = "550 no such mailbox" if delivery is Delivery.FAILED else ""
    sent = AT if delivery is Delivery.SENT else None
    return Reminder(number, DAY, way, notice(address), delivery, 1, error, sent, "Thư ký", AT)


def words(table, row: int) -> list[str]:
    return [cell.text or cell.state.word for cell in table.rows[row].cells]


def test_the_days_mails_stand_before_those_that_are_foreseen() -> None:
    planned = views.foreseen([notice(), notice("b@x.vn")], [kept()])
    assert [one.address for one in planned] == ["b@x.vn"]
    table = views.mails_table(planned, [kept()])
    assert words(table, 0)[-1] == "đã gửi"
    assert words(table, 1)[-1] == "dự kiến"
    assert table.rows[0].cells[3].detail == "07:05 ngày 03/04/2022"
    title = views.mails_heading(1, [kept()], SCENE).title
    assert title == "1 thư dự kiến, 1 thư đã gửi"


def test_a_failure_says_why_in_the_servers_words() -> None:
    table = views.mails_table((), [kept(delivery=Delivery.FAILED)])
    state = table.rows[0].cells[3]
    assert (state.state.word, state.detail) == ("chưa gửi được", "550 no such mailbox")


def test_a_day_without_mails_has_no_table() -> None:
    assert views.mails_table((), ()) is None
    assert views.mails_heading(0, (), SCENE).title == "Không có thư phải gửi"


def test_the_book_begins_with_the_latest_and_tells_what_was_typed_in() -> None:
    by_hand = kept(2, way=Way.ZALO, address="")
    table = views.book_table([kept(), by_hand])
    assert [row.cells[0].detail for row in table.rows] == ["Zalo", "thư điện tử"]
    assert table.rows[0].cells[2].detail == "Thư ký ghi"
    heading = views.book_heading([kept(), by_hand], SCENE)
    assert heading.title == "2 lần nhắc việc"
    assert "1 lần ghi bằng tay" in heading.scope


def test_a_long_book_says_what_it_leaves_out() -> None:
    table = views.book_table([kept(number) for number in range(305)])
    assert len(table.rows) == 300
    assert table.notes == ("Còn 5 lần nhắc trước đó, không hiện ở đây.",)


def test_one_letter_is_read_by_its_number_or_its_address() -> None:
    assert views.letter_of("1", [kept()], ()).text == "Kính gửi"
    assert views.letter_of("b@x.vn", [kept()], [notice("b@x.vn")]).text == "Kính gửi"
    assert views.letter_of("9", [kept()], [notice("b@x.vn")]) is None


def test_a_recipient_is_said_to_read_of_a_unit_or_a_person() -> None:
    member, leader = Account("uv", "Ủy viên", Role.MEMBER, None), "tb"
    known = {"uv": member, leader: Account(leader, "Trưởng ban", Role.LEADER, None)}
    users = [None, "uv", "tb", "da-nghi"]
    kept = [
        Recipient(number, f"{number}@x.vn", "", None if user else "001", user, "Thư ký", AT)
        for number, user in enumerate(users)
    ]
    table = recipients_table(kept, {"001": "Huyện A"}, known)
    assert [row.cells[1].text for row in table.rows] == [
        "Việc của Huyện A",
        "Việc Ủy viên theo dõi, chỉ đạo",
        "Mọi việc, gửi Trưởng ban",
        "Tài khoản không còn dùng, không gửi thư",
    ]


def test_what_is_foreseen_is_shown_to_those_who_see_all() -> None:
    shown = {role: views.MAILS in views.sections_for(role) for role in Role}
    assert {role for role, on in shown.items() if on} == {Role.SECRETARIAT, Role.LEADER}


def test_a_run_is_said_in_sentences() -> None:
    failed = tuple((kept(number), "550 no such mailbox") for number in range(12))
    said = ran(Run(DAY, 20, (kept(),), failed, 2))
    assert said[0] == "Đã gửi 1 thư."
    assert said[1] == "Chưa gửi được tới a@x.vn: 550 no such mailbox"
    assert said[-2:] == (
        "Còn 2 thư khác chưa gửi được.",
        "2 thư đang do một tiến trình khác gửi.",
    )
    assert ran(Run(DAY, 0, (), (), 0)) == ("Không có thư nào gửi đi.",)
