from decimal import Decimal

from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from dashboard.publishing import NOT_AGREED
from data_access.accounts import Actor, Role
from data_access.actions.appraisal import appraise
from data_access.actions.publication import publish
from data_access.queries import publications
from data_access.rankings import Publication
from scoring.periods import Period
from tests.dashboard.pages.conftest import Open
from tests.dashboard.pages.shown import shown

PAGE = "pages/ranking.py"
YEAR = Period(2022)
SECRETARIAT = Actor("to-giup-viec", "Tổ Giúp việc", Role.SECRETARIAT)


def of_the_year(engine: Engine) -> list[Publication]:
    return [one for one in publications.listed(engine, 2022) if one.period == YEAR]


def press(app: AppTest, label: str) -> AppTest:
    return next(one for one in app.button if one.label == label).click().run()


def field(app: AppTest, name: str) -> object:
    """By the words its key begins with; the key goes on with the turn."""
    kinds = (app.text_input, app.text_area, app.date_input, app.selectbox)
    return next(one for kind in kinds for one in kind if (one.key or "").rpartition("-")[0] == name)


def fill(app: AppTest, **typed: str) -> None:
    for name, value in typed.items():
        field(app, name.replace("_", "-")).set_value(value)


def correcting(open_page: Open, kind: str) -> AppTest:
    """The published year, with a kind of correction chosen."""
    app = open_page("to-giup-viec", PAGE, period="2022")
    field(app, "loai-dinh-chinh").set_value(kind)
    return app.run()


def test_a_member_learns_nothing_before_publication(open_page: Open) -> None:
    app = open_page("uy-vien", PAGE, period="2022-Q4")
    text = shown(app)
    assert "chưa công bố" in text
    assert "Bình Sơn" not in text.replace("Ban Chỉ đạo", "")
    assert len(app.selectbox) == 2


def test_a_member_may_not_ask_for_one_unit_either(open_page: Open) -> None:
    assert "Căn cứ chấm điểm" not in shown(open_page("uy-vien", PAGE, period="2022-Q4", unit="524"))


def test_a_unit_finds_its_own_draft(open_page: Open) -> None:
    text = shown(open_page("ba-to", PAGE, period="2022-Q4"))
    assert "<h1>Ba Tơ: " in text
    assert "dự thảo, chưa công bố" in text


def test_a_unit_is_refused_another_s_draft(open_page: Open) -> None:
    text = shown(open_page("ba-to", PAGE, period="2022-Q4", unit="524"))
    assert 'class="q-refusal"' in text
    assert "Căn cứ chấm điểm" not in text


def test_the_published_year_is_seen_by_all_without_others_cells(open_page: Open) -> None:
    ranked = shown(open_page("uy-vien", PAGE, period="2022"))
    assert "Hoàn thành xuất sắc" in ranked
    assert "tep/xep-loai?period=2022" in ranked
    card = shown(open_page("ba-to", PAGE, period="2022", unit="524"))
    assert "<h1>Bình Sơn: " in card
    assert "tep/bai-nop" not in card
    assert "tu-cham_524" not in card
    own = shown(open_page("ba-to", PAGE, period="2022", unit="535"))
    assert "tep/bai-nop" in own


def test_whoever_decides_publishes_once(open_page: Open, demo_engine: Engine) -> None:
    app = open_page("thuong-truc", PAGE, period="2022-Q4")
    assert [button.label for button in app.button] == ["Công bố"]
    app.button[0].click().run()
    assert app.button, "nothing is published before it is agreed to"
    app.checkbox[0].check()
    app.button[0].click().run()
    assert "Công bố" not in [button.label for button in app.button]
    assert "đã công bố lúc" in shown(app)
    assert "Bình Sơn" in shown(open_page("uy-vien", PAGE, period="2022-Q4"))


def test_what_was_agreed_to_of_one_period_is_not_agreed_to_of_another(open_page: Open) -> None:
    app = open_page("thuong-truc", PAGE, period="2022-Q4")
    app.checkbox[0].check()
    fill(app, quyet_dinh="x" * 101)
    assert "Chưa ghi gì" in shown(press(app, "Công bố"))
    app.query_params["period"] = "2022-Q3"
    assert not app.run().checkbox[0].value
    assert NOT_AGREED in shown(press(app, "Công bố"))


def test_a_member_has_nothing_to_press(open_page: Open) -> None:
    assert not open_page("uy-vien", PAGE, period="2022").button


def test_number_and_date_of_the_decision_are_added_later(
    open_page: Open, demo_engine: Engine
) -> None:
    publish(demo_engine, SECRETARIAT, Period(2022, 4))
    app = open_page("to-giup-viec", PAGE, period="2022-Q4")
    assert "Chưa ghi số, ngày quyết định" in shown(app)
    fill(app, so_cong_bo="12-QĐ/BCĐ")
    assert "Chưa ghi ngày" in shown(press(app, "Ghi số, ngày"))
    fill(app, ngay_cong_bo="2023-02-11")
    text = shown(press(app, "Ghi số, ngày"))
    assert "số 12-QĐ/BCĐ ngày 11/02/2023" in text
    assert "theo văn bản số 12-QĐ/BCĐ" in text
    assert "Ghi số, ngày" not in [button.label for button in app.button]


def test_a_wrong_number_is_put_right_with_a_reason(open_page: Open) -> None:
    app = open_page("to-giup-viec", PAGE, period="2022")
    fill(app, so_cong_bo="21-QĐ/BCĐ", ngay_cong_bo="2023-02-11")
    assert "Đề nghị ghi lý do" in shown(press(app, "Sửa số, ngày"))
    fill(app, ly_do_so_cong_bo="Ghi nhầm số")
    assert "số 21-QĐ/BCĐ ngày 11/02/2023" in shown(press(app, "Sửa số, ngày"))


def test_no_decision_of_a_day_to_come(open_page: Open) -> None:
    app = open_page("to-giup-viec", PAGE, period="2022")
    fill(app, so_cong_bo="12-QĐ/BCĐ", ngay_cong_bo="2023-03-20", ly_do_so_cong_bo="Nhầm")
    assert "nằm ngoài khoảng cho phép" in shown(press(app, "Sửa số, ngày"))


def test_a_unit_asks_to_look_again_is_answered_and_the_correction_shows_both_ranks(
    open_page: Open, demo_engine: Engine
) -> None:
    unit = open_page("ba-to", PAGE, period="2022", unit="535")
    fill(unit, de_nghi_ve="2.1.9", de_nghi_ly_do="Đã có biên bản họp dân.")
    assert "Đã gửi đề nghị xem xét lại" in shown(press(unit, "Gửi đề nghị"))

    leader = open_page("thuong-truc", PAGE, period="2022", unit="535")
    assert "Đã có biên bản họp dân." in shown(leader)
    fill(leader, ket_qua_de_nghi="accept", ly_do_tra_loi="Đúng, đề nghị thẩm định lại.")
    assert "Đã trả lời đề nghị" in shown(press(leader, "Trả lời"))
    assert "Chấp nhận: Đúng" in shown(open_page("ba-to", PAGE, period="2022", unit="535"))
    appraise(demo_engine, SECRETARIAT, "535", YEAR, "2.1.9", Decimal("2.75"), "Đã bổ sung")

    app = correcting(open_page, "erratum")
    text = shown(app)
    assert "Tính lại 1 đơn vị được mở lại điểm: Ba Tơ." in text
    assert "Kết quả trước và sau đính chính" in text
    assert len(of_the_year(demo_engine)) == 1, "nothing is corrected before it is seen"
    fill(app, ly_do_dinh_chinh="Xem xét lại tiêu chí 2.1.9 của Ba Tơ")
    assert "đánh dấu xác nhận" in shown(press(app, "Công bố đính chính"))
    app.checkbox[0].check()
    text = shown(press(app, "Công bố đính chính"))
    assert "Kết quả trước và sau đính chính" in text
    assert "Đính chính lần công bố số 1 (" in text
    assert "): Xem xét lại tiêu chí 2.1.9 của Ba Tơ" in text
    assert "84,79" in text
    assert "85,54" in text

    newest, oldest = of_the_year(demo_engine)
    older = shown(open_page("uy-vien", PAGE, period="2022", **{"cong-bo": str(oldest.id)}))
    assert f"đã được thay bằng lần công bố số {newest.number}" in older
    assert "85,54" not in older


def test_a_correction_needs_its_reason(open_page: Open, demo_engine: Engine) -> None:
    app = correcting(open_page, "erratum")
    app.checkbox[0].check()
    assert "Phải ghi lý do" in shown(press(app, "Công bố đính chính"))
    assert len(of_the_year(demo_engine)) == 1


def test_where_nobody_was_reopened_a_correction_says_so_before(open_page: Open) -> None:
    assert "Chưa đơn vị nào được mở lại điểm" in shown(correcting(open_page, "erratum"))
    rerating = correcting(open_page, "rerating")
    assert 'class="q-refusal"' in shown(rerating)
    assert "Công bố đính chính" not in [button.label for button in rerating.button]


def test_before_publication_what_is_left_undone_is_named(open_page: Open) -> None:
    text = shown(open_page("thuong-truc", PAGE, period="2022-Q4"))
    assert "Việc chưa xong: đề nghị xem trước khi công bố" in text
    assert "Dòng điểm chờ thẩm định" in text
    assert "Tư Nghĩa: tiêu chí 2.2.2, quý IV năm 2022, hạn 20/02/2023" in text
    assert "Đơn vị chưa xếp thứ" in text
    assert "Công bố không làm thay các việc này" in text


def test_a_unit_rated_anew_needs_a_decision_and_its_date(open_page: Open) -> None:
    app = open_page("to-giup-viec", PAGE, period="2022")
    fill(app, don_vi_danh_gia_lai="535", ly_do_danh_gia_lai="Có kết luận thanh tra")
    assert "Chưa ghi ngày" in shown(press(app, "Mở lại để đánh giá"))
    fill(app, van_ban_danh_gia_lai="20-QĐ/BCĐ", ngay_danh_gia_lai="2023-02-14")
    assert "Đã mở lại điểm của đơn vị" in shown(press(app, "Mở lại để đánh giá"))
    grid = open_page("to-giup-viec", "pages/appraisal.py", period="2022", unit="535", xem="tat-ca")
    assert grid.text_input, "its lines take points again"


def test_the_card_says_where_the_unit_stands_and_what_moved(open_page: Open) -> None:
    text = shown(open_page("ba-to", PAGE, period="2022", unit="535"))
    assert "thì bằng điểm Mộ Đức, xếp thứ 8" in text
    assert "để đạt Hoàn thành tốt" in text
    assert "Điểm mất theo tiêu chí" in text
    assert "So với quý IV năm 2022" in text


def test_nobody_s_words_about_points_are_read_by_others(
    open_page: Open, demo_engine: Engine
) -> None:
    unit = open_page("ba-to", PAGE, period="2022", unit="535")
    fill(unit, de_nghi_ve="2.1.9", de_nghi_ly_do="Đã có biên bản họp dân.")
    press(unit, "Gửi đề nghị")
    for user in ("uy-vien", "binh-son"):
        other = open_page(user, PAGE, period="2022", unit="535")
        assert "Đã có biên bản họp dân." not in shown(other)
        assert not other.button
