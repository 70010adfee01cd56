from datetime import date

from dashboard.views.reminder_message import EACH, MOST_UNITS, TOGETHER, messages, remindable
from scoring.obligations import State
from tests.dashboard.views.standings_by_hand import SCENE, standing

DUTIES = (
    standing("Trà Bồng", State.OVERDUE, days_late=15, reminded=(date(2022, 10, 20),)),
    standing("Ba Tơ", State.OVERDUE, days_late=3, task="4"),
    standing("Ba Tơ", State.DUE_SOON, due=date(2022, 10, 31), task="5"),
)


def test_units_are_offered_in_the_order_people_look_them_up() -> None:
    view = remindable(DUTIES, SCENE)
    assert view.units == (("Ba Tơ", "Ba Tơ"), ("Trà Bồng", "Trà Bồng"))
    assert remindable((), SCENE).said


def test_a_message_is_polite_plain_and_names_every_duty_with_its_days() -> None:
    (one,) = messages(DUTIES, ("Ba Tơ",), EACH, SCENE).messages
    assert one.text.splitlines() == [
        "Kính gửi Ban Chỉ đạo Ba Tơ,",
        "Ban Chỉ đạo tỉnh trân trọng thông báo, tính đến ngày 27/10/2022, quý đơn vị còn 2 việc "
        "cần hoàn thành:",
        "- 4. Kiểm tra tại cơ sở: hạn 12/10/2022, quá 3 ngày.",
        "- 5. Kiểm tra tại cơ sở: hạn 31/10/2022, còn 4 ngày.",
        "Đề nghị quý đơn vị quan tâm hoàn thành, gửi qua hệ thống. Nếu đã gửi hoặc có khó khăn, "
        "vướng mắc, xin báo lại Tổ Giúp việc.",
        "Trân trọng cảm ơn.",
        "(số liệu minh họa)",
    ]
    assert one.said == "1 việc quá hạn, 1 việc sắp đến hạn · nhắc gần nhất: chưa nhắc"


def test_what_is_written_down_names_each_duty_of_each_unit() -> None:
    (one,) = messages(DUTIES, ("Ba Tơ", "Trà Bồng"), TOGETHER, SCENE).messages
    assert {unit: [str(key) for key in keys] for unit, keys in one.duties} == {
        "Ba Tơ": ["KH|Ba Tơ|4||2022-Q3", "KH|Ba Tơ|5||2022-Q3"],
        "Trà Bồng": ["KH|Trà Bồng||tu-cham|2022-Q3"],
    }
    assert "* Ba Tơ:" in one.text


def test_too_many_duties_or_units_are_counted_rather_than_listed() -> None:
    many = tuple(standing("A", State.OVERDUE, days_late=n, task=str(n)) for n in range(1, 16))
    (one,) = messages(many, ("A",), EACH, SCENE).messages
    assert "… và 3 việc khác, xem ở trang Của tôi." in one.text
    assert len(one.duties[0][1]) == 15
    crowd = tuple(standing(f"Đơn vị {n}", State.OVERDUE, days_late=1) for n in range(25))
    view = messages(crowd, tuple(f"Đơn vị {n}" for n in range(25)), EACH, SCENE)
    assert (len(view.messages), view.said) == (
        MOST_UNITS,
        "Soạn cho 20 đơn vị đầu trong 25 đơn vị đã chọn.",
    )


def test_nobody_chosen_is_no_message() -> None:
    assert messages(DUTIES, (), EACH, SCENE).messages == ()
    assert messages(DUTIES, (), TOGETHER, SCENE).messages == ()
