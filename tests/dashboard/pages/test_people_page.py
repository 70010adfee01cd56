from datetime import date

from sqlalchemy import Engine

from data_access.accounts import OPERATOR
from data_access.queries import areas, offices, units
from tests.dashboard.pages.conftest import Open
from tests.dashboard.pages.shown import shown
from tests.dashboard.pages.test_registers_page import press

PAGE = "pages/people.py"
DAY = date(2023, 2, 15)


def keyed(app, kind: str, name: str):
    return next(one for one in getattr(app, kind) if (one.key or "").startswith(name))


def test_an_office_passes_to_somebody_else(open_page: Open, demo_engine: Engine) -> None:
    app = open_page("to-giup-viec", PAGE, xem="chuc-danh")
    keyed(app, "selectbox", "chuc-danh-giu").set_value("uy-vien")
    assert 'class="q-refusal"' in shown(press(app, "Ghi người giữ")), "a day is missing"
    keyed(app, "text_input", "ho-ten").set_value("Nguyễn <b>Văn</b> A")
    keyed(app, "date_input", "giu-tu-ngay").set_value(date(2023, 1, 5))
    keyed(app, "text_input", "qd-giu").set_value("09-QĐ/TU")
    assert "Nguyễn &lt;b&gt;Văn&lt;/b&gt; A" in shown(press(app, "Ghi người giữ"))
    held = {one.office.code: one.name for one in offices.holders(demo_engine, OPERATOR, DAY)}
    assert held["uy-vien"] == "Nguyễn <b>Văn</b> A"
    app.query_params["chuc-danh"] = "uy-vien"
    assert "Ai đã giữ" in shown(app.run())


def test_an_account_that_is_left_out_is_unlinked_and_that_is_said(open_page: Open) -> None:
    app = open_page("to-giup-viec", PAGE, xem="chuc-danh")
    keyed(app, "selectbox", "chuc-danh-giu").set_value("uy-vien")
    keyed(app, "text_input", "ho-ten").set_value("Nguyễn Văn A")
    keyed(app, "date_input", "giu-tu-ngay").set_value(date(2023, 1, 5))
    keyed(app, "text_input", "qd-giu").set_value("09-QĐ/TU")
    text = shown(press(app, "Ghi người giữ"))
    assert "không gắn với tài khoản" in text
    assert "(uy-vien) nữa" in text


def test_an_office_is_named(open_page: Open, demo_engine: Engine) -> None:
    app = open_page("to-giup-viec", PAGE, xem="chuc-danh")
    keyed(app, "selectbox", "don-vi-chuc-danh").select_index(0)
    keyed(app, "text_input", "ten-chuc-danh").set_value("Ủy viên thứ hai")
    keyed(app, "text_input", "ma-chuc-danh").set_value("Ủy viên 2")
    assert "không dùng làm mã được" in shown(press(app, "Đặt chức danh"))
    keyed(app, "text_input", "ma-chuc-danh").set_value("uy-vien-2")
    assert "Ủy viên thứ hai" in shown(press(app, "Đặt chức danh"))
    known = {one.office.code for one in offices.holders(demo_engine, OPERATOR, DAY)}
    assert "uy-vien-2" in known


def test_a_title_put_right_keeps_its_place(open_page: Open, demo_engine: Engine) -> None:
    def codes() -> list[str]:
        return [one.office.code for one in offices.holders(demo_engine, OPERATOR, DAY)]

    before = codes()
    app = open_page("to-giup-viec", PAGE, xem="chuc-danh")
    keyed(app, "selectbox", "chuc-danh-sua").set_value(before[-1])
    keyed(app, "text_input", "ten-dung").set_value("Ủy viên Thường trực")
    assert "Ủy viên Thường trực" in shown(press(app, "Sửa"))
    assert codes() == before


def test_areas_are_assigned_and_ended(open_page: Open, demo_engine: Engine) -> None:
    def followed() -> set[str]:
        found = areas.areas(demo_engine, OPERATOR, DAY).areas
        return {
            one.unit.code
            for area in found
            for one in area.units
            if area.holder.office.code == "truong-ban"
        }

    app = open_page("to-giup-viec", PAGE, xem="dia-ban")
    assert followed() == set()
    keyed(app, "selectbox", "chuc-danh-phan-cong").set_value("truong-ban")
    keyed(app, "multiselect", "don-vi-phan-cong").set_value(["535", "536"])
    keyed(app, "date_input", "tu-ngay-phan-cong").set_value(date(2023, 1, 2))
    keyed(app, "text_input", "qd-phan-cong").set_value("02-TB/BCĐ")
    text = shown(press(app, "Ghi phân công"))
    assert "02-TB/BCĐ" in text
    assert "Ba Tơ cũng đang do " in text
    assert followed() == {"535", "536"}
    keyed(app, "selectbox", "chuc-danh-thoi").set_value("truong-ban")
    keyed(app, "multiselect", "don-vi-thoi").set_value(["535"])
    keyed(app, "date_input", "tu-ngay-thoi").set_value(date(2023, 2, 1))
    keyed(app, "text_input", "qd-thoi").set_value("03-TB/BCĐ")
    assert 'class="q-refusal"' not in shown(press(app, "Ghi"))
    assert followed() == {"536"}


def test_a_unit_ends_in_favour_of_another(open_page: Open, demo_engine: Engine) -> None:
    app = open_page("to-giup-viec", PAGE, unit="531")
    app = keyed(app, "multiselect", "ke-thua").set_value(["532"]).run()
    assert "chọn cả hai" in shown(press(app, "Ghi đơn vị kết thúc")), "never what stood first"
    keyed(app, "selectbox", "hinh-thuc").set_value("merged")
    keyed(app, "selectbox", "nhan-viec").set_value("532")
    keyed(app, "date_input", "ngay-cuoi").set_value(date(2023, 1, 31))
    keyed(app, "date_input", "ngay-vb").set_value(date(2023, 1, 10))
    keyed(app, "text_input", "vb-ket-thuc").set_value("20/NQ-HĐND")
    text = shown(press(app, "Ghi đơn vị kết thúc"))
    assert "Nghĩa Hành (nhận việc còn dở)" in text
    ended = units.history(demo_engine, OPERATOR, "531").ended.ending
    assert (ended.last_day, ended.heirs[0].takes_duties) == (date(2023, 1, 31), True)
    keyed(app, "text_input", "ly-do-rut").set_value("Ghi nhầm <b>huyện</b>")
    assert "đã rút lại ngày" in shown(press(app, "Rút lại"))
    assert "Ghi nhầm &lt;b&gt;huyện&lt;/b&gt;" in shown(app)
    assert units.history(demo_engine, OPERATOR, "531").unit.exists_to is None
    assert any("ke-thua" in (one.key or "") for one in app.multiselect), "the right one may end"


def test_a_unit_is_founded(open_page: Open, demo_engine: Engine) -> None:
    app = open_page("to-giup-viec", PAGE)
    for name, value in (("ma-don-vi", "M1"), ("ten-don-vi", "Ban Chỉ đạo mới"), ("ten-tat", "Mới")):
        keyed(app, "text_input", name).set_value(value)
    for name in ("loai-don-vi", "truc-thuoc"):
        keyed(app, "selectbox", name).select_index(0)
    keyed(app, "date_input", "ngay-dau").set_value(date(2023, 2, 1))
    keyed(app, "text_input", "vb-thanh-lap").set_value("21/NQ-HĐND")
    assert "Đã ghi đơn vị mới" in shown(press(app, "Ghi đơn vị mới"))
    assert units.history(demo_engine, OPERATOR, "M1").founded_by == "21/NQ-HĐND"


def test_everybody_reads_and_only_the_secretariat_writes(open_page: Open) -> None:
    for user in ("uy-vien", "thuong-truc", "ba-to", "so-noi-vu-tham-dinh"):
        for book in ("don-vi", "chuc-danh", "dia-ban"):
            app = open_page(user, PAGE, xem=book)
            assert 'class="q-refusal"' not in shown(app), (user, book)
            assert not app.button, (user, book)


def test_a_unit_is_offered_its_own_sheet_and_no_other_s(open_page: Open) -> None:
    assert "tep/phieu-dia-ban" in shown(open_page("ba-to", PAGE, unit="535"))
    assert "tep/phieu-dia-ban" not in shown(open_page("ba-to", PAGE, unit="524"))
    areas_shown = shown(open_page("ba-to", PAGE, xem="dia-ban"))
    assert areas_shown.count("Tải phiếu (PDF)") == 1


def test_another_committee_s_units_are_not_listed(open_page: Open) -> None:
    text = shown(open_page("uy-vien-binh-phuoc", PAGE))
    assert "Đồng Xoài" in text
    assert "Trà Bồng" not in text


def test_an_unknown_list_or_unit_is_one_sentence(open_page: Open) -> None:
    assert 'class="q-refusal"' not in shown(open_page("ba-to", PAGE, xem="gi-do"))
    assert 'class="q-refusal"' in shown(open_page("ba-to", PAGE, unit="khong-co"))
    found = open_page("ba-to", PAGE, **{"xem": "chuc-danh", "chuc-danh": "khong-co"})
    assert 'class="q-refusal"' in shown(found)
