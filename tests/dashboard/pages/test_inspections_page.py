from datetime import date

from sqlalchemy import Engine

from data_access.accounts import OPERATOR
from data_access.queries import inspections
from tests.dashboard.pages.conftest import Open
from tests.dashboard.pages.shown import shown
from tests.dashboard.pages.test_people_page import keyed
from tests.dashboard.pages.test_registers_page import press

PAGE = "pages/inspections.py"
DAY = date(2023, 2, 15)


def plan(app):
    keyed(app, "text_input", "noi-dung-kt").set_value("Kiểm tra <b>đột xuất</b>")
    keyed(app, "text_area", "doan").set_value("Nguyễn Văn A\n\nLê Thị C")
    return press(app, "Lập cuộc kiểm tra")


def test_an_inspection_is_planned_held_and_written_up(open_page: Open, demo_engine: Engine) -> None:
    app = plan(open_page("to-giup-viec", PAGE))
    assert "Kiểm tra &lt;b&gt;đột xuất&lt;/b&gt;" in shown(app)
    found = inspections.schedule(demo_engine, OPERATOR, DAY, 2023)
    (planned,) = found
    assert planned.inspection.team.members == ("Nguyễn Văn A", "Lê Thị C")
    number = str(planned.inspection.id)

    keyed(app, "selectbox", "cuoc-so").set_value(number)
    keyed(app, "text_input", "so-qd").set_value("05-QĐ/BCĐ")
    keyed(app, "date_input", "ngay-so-qd").set_value(date(2023, 1, 20))
    app = press(app, "Ghi số quyết định")

    keyed(app, "selectbox", "cuoc-kt").set_value(number)
    keyed(app, "selectbox", "noi-kt").set_value("535")
    keyed(app, "date_input", "ngay-kt").set_value(date(2023, 2, 10))
    keyed(app, "radio", "bao-truoc").set_value(False)
    app = press(app, "Xếp lịch")
    assert "không báo trước" in shown(app)
    assert "đột xuất" not in shown(open_page("ba-to", PAGE)), "not told before"
    assert "đột xuất" not in shown(open_page("uy-vien", PAGE))

    visit = str(inspections.schedule(demo_engine, OPERATOR, DAY, 2023)[0].visits[0].visit.id)
    keyed(app, "date_input", "ngay-dien-bien").set_value(date(2023, 2, 10))
    keyed(app, "selectbox", "buoi-kt").set_value(visit)
    assert "Chưa chọn “Diễn biến”" in shown(press(app, "Ghi"))
    keyed(app, "selectbox", "dien-bien-gi").set_value("tien-hanh")
    app = press(app, "Ghi")
    assert "đột xuất" in shown(open_page("ba-to", PAGE))

    keyed(app, "selectbox", "buoi-vb").set_value(visit)
    keyed(app, "selectbox", "loai-vb").set_value("ket-luan")
    keyed(app, "text_input", "so-vb-kt").set_value("08-KL/BCĐ")
    keyed(app, "date_input", "ngay-vb-kt").set_value(date(2023, 2, 14))
    keyed(app, "text_area", "noi-dung-vb").set_value("Hồ sơ còn thiếu")
    assert "Kết luận 08-KL/BCĐ" in shown(press(app, "Ghi văn bản"))

    keyed(app, "selectbox", "buoi-kn").set_value(visit)
    keyed(app, "text_area", "noi-dung-kn").set_value("Bổ sung hồ sơ")
    keyed(app, "date_input", "han-kn").set_value(date(2023, 3, 31))
    assert "Bổ sung hồ sơ" in shown(press(app, "Ghi kiến nghị"))


def test_the_unit_says_that_it_was_put_right_and_a_leader_opens_it_again(
    open_page: Open, demo_engine: Engine
) -> None:
    def waiting() -> set[str]:
        (found,) = inspections.visits_of(demo_engine, OPERATOR, "525", DAY)
        return {told.text for told in found.recommendations if told.done is None}

    before = waiting()
    app = open_page("tra-bong", PAGE)
    assert "Lập cuộc kiểm tra" not in {one.label for one in app.expander}
    assert 'class="q-refusal"' in shown(press(app, "Ghi kết quả")), "a day is missing"
    keyed(app, "selectbox", "kn-xong").select_index(0)
    keyed(app, "date_input", "ngay-xong-kn").set_value(date(2023, 2, 10))
    keyed(app, "text_area", "ket-qua-kn").set_value("Đã chỉ đạo")
    assert "10/02/2023: Đã chỉ đạo" in shown(press(app, "Ghi kết quả"))
    assert len(waiting()) == len(before) - 1
    app = open_page("thuong-truc", PAGE, unit="525")
    keyed(app, "selectbox", "kn-mo").select_index(0)
    keyed(app, "text_input", "ly-do-mo-kn").set_value("Chưa đủ hồ sơ")
    assert "đã mở lại" in shown(press(app, "Mở lại")).lower()
    assert waiting() == before


def test_another_day_shows_what_was_known_then(open_page: Open) -> None:
    text = shown(open_page("to-giup-viec", PAGE, date="2022-09-08"))
    assert "đã tiến hành" in text
    assert "Kết luận 05-TB/BCĐ" not in text


def test_a_unit_reads_its_own_alone_and_others_are_refused(open_page: Open) -> None:
    assert "Trà Bồng" not in shown(open_page("binh-son", PAGE))
    assert 'class="q-refusal"' in shown(open_page("binh-son", PAGE, unit="525"))
    assert "Chưa có cuộc kiểm tra nào" in shown(open_page("ba-to", PAGE))
    assert "Trà Bồng" not in shown(open_page("uy-vien-binh-phuoc", PAGE))
    assert 'class="q-refusal"' in shown(open_page("so-noi-vu-tham-dinh", PAGE))
