"""Published points that are opened again: nothing is chosen beforehand, both values are told."""

from decimal import Decimal

from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from data_access.actions.appraisal import appraise
from data_access.actions.publication import correct
from data_access.actions.reconsidering import answer_reconsideration, ask_reconsideration
from data_access.queries import score_talk, scores
from data_access.rankings import PublicationKind
from tests.dashboard.pages.conftest import Open
from tests.dashboard.pages.shown import shown
from tests.dashboard.pages.test_ranking_page import PAGE, SECRETARIAT, YEAR, fill, press


def asked(engine: Engine) -> int:
    words = "Đã có biên bản họp dân."
    return ask_reconsideration(engine, SECRETARIAT, "535", YEAR, "2.1.9", words)


def requests(engine: Engine) -> list[str]:
    """About which criteria of Ba Tơ."""
    found = score_talk.open_questions(engine, SECRETARIAT, YEAR)
    return [one.criterion for one in found if one.unit == "535"]


def card(open_page: Open, user: str) -> AppTest:
    return open_page(user, PAGE, period="2022", unit="535")


def test_an_answer_is_chosen_not_found_chosen(open_page: Open, demo_engine: Engine) -> None:
    asked(demo_engine)
    leader = card(open_page, "thuong-truc")
    fill(leader, ly_do_tra_loi="Đúng.")
    assert "Chưa chọn kết quả" in shown(press(leader, "Trả lời"))
    fill(leader, ket_qua_de_nghi="accept")
    assert "Đã trả lời đề nghị" in shown(press(leader, "Trả lời"))


def test_the_line_to_look_at_again_is_chosen_not_found_chosen(
    open_page: Open, demo_engine: Engine
) -> None:
    unit = card(open_page, "ba-to")
    fill(unit, de_nghi_ly_do="Đã có biên bản họp dân.")
    assert "Chưa chọn “Về tiêu chí”. Chưa ghi gì." in shown(press(unit, "Gửi đề nghị"))
    assert requests(demo_engine) == []
    assert unit.text_area[0].value == "Đã có biên bản họp dân.", "what was typed stays"
    fill(unit, de_nghi_ve="2.1.9")
    assert "Đã gửi đề nghị xem xét lại" in shown(press(unit, "Gửi đề nghị"))
    assert requests(demo_engine) == ["2.1.9"]


def test_the_unit_to_rate_anew_is_chosen_not_found_chosen(open_page: Open) -> None:
    app = open_page("to-giup-viec", PAGE, period="2022")
    fill(app, ly_do_danh_gia_lai="Có kết luận thanh tra", ngay_danh_gia_lai="2023-02-14")
    assert "Chưa chọn đơn vị" in shown(press(app, "Mở lại để đánh giá"))


def test_the_unit_reads_what_stands_what_was_opened_and_what_was_corrected(
    open_page: Open, demo_engine: Engine
) -> None:
    answer_reconsideration(demo_engine, SECRETARIAT, asked(demo_engine), True, "Đúng.")
    opened = shown(card(open_page, "ba-to"))
    assert "đã công bố, đã mở lại" in opened
    assert "Đã mở lại sau khi công bố: tiêu chí 2.1.9 (đã công bố " in opened
    assert "đã mở lại" not in shown(card(open_page, "uy-vien"))

    line = ("535", YEAR, "2.1.9", Decimal("2.75"), "Đã bổ sung")
    appraise(demo_engine, SECRETARIAT, *line)
    first = scores.ranking(demo_engine, SECRETARIAT, YEAR).published
    correct(demo_engine, SECRETARIAT, first.id, "Xem xét lại", kind=PublicationKind.ERRATUM)
    for user in ("ba-to", "uy-vien"):
        text = shown(card(open_page, user))
        assert "đã công bố, đã đính chính" in text
        assert "So với lần công bố trước: tổng điểm từ 84,79 thành 85,54; tiêu chí 2.1.9" in text
        assert "Tập thể Ban Chỉ đạo" in text


def test_after_the_last_day_the_unit_is_told_until_when_it_was(open_page: Open) -> None:
    late = open_page("ba-to", PAGE, period="2022", unit="535", date="2023-06-01")
    assert "Thời hạn đề nghị xem xét lại đã hết hạn ngày" in shown(late)
    assert "Gửi đề nghị" not in [button.label for button in late.button]
