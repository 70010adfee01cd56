from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from data_access.accounts import OPERATOR
from data_access.actions.returns import submit_return
from data_access.queries.returns import submissions
from tests.dashboard.pages.conftest import Open
from tests.dashboard.pages.files import (
    ONE_PAGE,
    PDF,
    XLSX,
    File,
    accepted_file,
    newest,
    one_figure_more,
    without_its_mark,
)
from tests.dashboard.pages.shown import shown

PAGE = "pages/submit.py"
Q4 = {"form": "thong-ke", "period": "2022-Q4"}


def choose(app: AppTest, *files: File) -> AppTest:
    return app.file_uploader[0].set_value(list(files)).run()


def press(app: AppTest, label: str) -> AppTest:
    return next(one for one in app.button if one.label == label).click().run()


def test_a_clean_file_is_sent_in_two_clicks(open_page: Open, demo_engine: Engine) -> None:
    before = len(submissions(demo_engine, OPERATOR, "535"))
    app = choose(open_page("ba-to", PAGE, **Q4), accepted_file(demo_engine, "535"))
    assert "Xem lại trước khi nộp" in shown(app)
    assert "nội dung trả lời" in shown(app)
    offered = app.query_params["bai"]
    text = shown(press(app, "Nộp"))
    assert "Phiếu tiếp nhận số" in text
    assert "Mã kiểm tra (SHA-256)" in text
    assert app.query_params["bai"] != offered
    assert len(submissions(demo_engine, OPERATOR, "535")) == before + 2


def test_what_will_change_is_shown_before_it_counts(open_page: Open, demo_engine: Engine) -> None:
    changed = one_figure_more(accepted_file(demo_engine, "535"))
    text = shown(choose(open_page("ba-to", PAGE, **Q4), changed))
    assert "Thay đổi so với bản đang dùng: 1 ô" in text
    assert "Thay cho phiếu tiếp nhận số" in text


def test_nothing_is_read_or_handed_in_twice(open_page: Open, demo_engine: Engine) -> None:
    app = choose(open_page("ba-to", PAGE, **Q4), accepted_file(demo_engine, "535"))
    offered = app.query_params["bai"]
    count = len(submissions(demo_engine, OPERATOR, "535"))
    app.run()
    assert len(submissions(demo_engine, OPERATOR, "535")) == count
    press(app, "Nộp").run()
    assert len(submissions(demo_engine, OPERATOR, "535")) == count + 1
    # The address of the offer shows the receipt ever after.
    again = open_page("ba-to", PAGE, **Q4, bai=offered)
    assert "Phiếu tiếp nhận số" in shown(again)
    assert not again.button


def test_a_version_that_came_in_meanwhile_makes_the_offer_stale(
    open_page: Open, demo_engine: Engine
) -> None:
    file = accepted_file(demo_engine, "535")
    app = choose(open_page("ba-to", PAGE, **Q4), file)
    submit_return(demo_engine, OPERATOR, file[0], one_figure_more(file)[1])
    press(app, "Nộp")
    text = shown(app)
    assert "bản đang dùng đã được thay" in text
    assert f"bai={newest(demo_engine, '535').id}" in text
    assert not app.button


def test_a_file_that_is_no_workbook_gets_its_issue(open_page: Open) -> None:
    text = shown(choose(open_page("ba-to", PAGE), ("bieu.xlsx", b"no workbook", XLSX)))
    assert "Tệp chưa được tiếp nhận" in text
    assert "Nội dung cần sửa" in text
    # What is no workbook cannot be given back marked: no link that leads nowhere.
    assert "tep/ban-danh-dau?id=" not in text


def test_another_unit_s_form_s_or_period_s_file_is_refused_naming_both(
    open_page: Open, demo_engine: Engine
) -> None:
    app = choose(open_page("ba-to", PAGE, **Q4), accepted_file(demo_engine, "524"))
    assert 'class="q-refusal"' in shown(app)
    assert "Bình Sơn" in shown(app)
    assert "bai" not in app.query_params
    other = choose(open_page("ba-to", PAGE, **Q4), accepted_file(demo_engine, "535", "tu-cham"))
    assert "“Bảng tự chấm điểm”" in shown(other)
    own = accepted_file(demo_engine, "535")
    early = choose(open_page("ba-to", PAGE, form="thong-ke", period="2022-Q3"), own)
    assert "quý IV năm 2022" in shown(early) and "quý III năm 2022" in shown(early)
    assert "q-refusal" not in shown(early.run().run()) or not early.file_uploader[0].value


def test_a_lost_mark_is_asked_for_and_confirmed_by_the_press(
    open_page: Open, demo_engine: Engine
) -> None:
    file = without_its_mark(accepted_file(demo_engine, "535"))
    app = choose(open_page("ba-to", PAGE, **Q4), file)
    assert "Có phải là biểu “Biểu số liệu" in shown(app)
    text = shown(press(app, "Đúng, nộp"))
    assert "Phiếu tiếp nhận số" in text
    assert "Người nộp xác nhận biểu, đơn vị, kỳ" in text


def test_several_files_are_summed_up_and_sent_by_one_press(
    open_page: Open, demo_engine: Engine
) -> None:
    files = (
        accepted_file(demo_engine, "535"),
        accepted_file(demo_engine, "524"),
        ("hong.xlsx", b"no workbook", XLSX),
    )
    app = choose(open_page("to-giup-viec", PAGE, unit="535", **Q4), *files)
    text = shown(app)
    assert "3 tệp, 2 chờ nộp, 1 chưa nhận được" in text
    text = shown(press(app, "Nộp 2 tệp hợp lệ"))
    assert "3 tệp, 2 đã tiếp nhận, 1 chưa nhận được" in text
    assert newest(demo_engine, "524").sent_by == "Tổ Giúp việc Ban Chỉ đạo tỉnh"


def test_figures_may_be_estimates_first(open_page: Open, demo_engine: Engine) -> None:
    """Of a return not handed in before: an estimate never replaces official figures."""
    file = accepted_file(demo_engine, "535")
    app = choose(open_page("ba-to", PAGE, **Q4), file)
    app.radio[0].set_value(True)
    assert 'class="q-refusal"' in shown(press(app, "Nộp"))


def test_the_secretariat_enters_what_came_on_paper(open_page: Open, demo_engine: Engine) -> None:
    file = accepted_file(demo_engine, "535")
    app = choose(open_page("to-giup-viec", PAGE, unit="535", **Q4), file)
    app.date_input[0].set_value(newest(demo_engine, "535").received.date())
    app.text_input[0].set_value("45")
    text = shown(press(app, "Nộp"))
    assert "số đến 45, ngày đến" in text
    assert "bản giấy" in text
    assert "Tổ Giúp việc Ban Chỉ đạo tỉnh nộp thay" in text


def test_a_signed_document_is_a_return_with_its_issues_beside_the_fields(
    open_page: Open, demo_engine: Engine
) -> None:
    kept = submissions(demo_engine, OPERATOR, "535", form="ke-hoach")[0]
    app = open_page("ba-to", PAGE, form="ke-hoach", period="2022")
    app.file_uploader[0].set_value(("ke-hoach.pdf", ONE_PAGE, PDF))
    for field, words in zip(app.text_input, ("không số", "An"), strict=False):
        field.set_value(words)
    app.text_area[0].set_value("Kế hoạch thực hiện Quy chế dân chủ ở cơ sở năm 2022")
    app.date_input[0].set_value(kept.received.date())
    text = shown(press(app, "Nộp văn bản"))
    assert text.count("q-field-remark") >= 2
    app.text_input[0].set_value("12-KH/BCĐ")
    app.text_input[1].set_value("Nguyễn Văn An")
    text = shown(press(app, "Nộp văn bản"))
    assert "Phiếu tiếp nhận số" in text
    assert "12-KH/BCĐ" in text


def test_an_incomplete_document_form_is_answered(open_page: Open) -> None:
    app = open_page("ba-to", PAGE, form="ke-hoach", period="2022")
    assert "Chưa có tệp" in shown(press(app, "Nộp văn bản"))


def test_a_receipt_is_verified_by_its_file(open_page: Open, demo_engine: Engine) -> None:
    app, file = open_page("ba-to", PAGE, **Q4), accepted_file(demo_engine, "535")
    app.file_uploader[1].set_value(file)
    assert "đúng là tệp đã nộp" in shown(app.run())
    app.file_uploader[1].set_value(one_figure_more(file))
    assert "Không có phiếu tiếp nhận nào" in shown(app.run())


def test_a_unit_is_not_shown_another_s_outcome(open_page: Open, demo_engine: Engine) -> None:
    other = submissions(demo_engine, OPERATOR, "524")[0]
    text = shown(open_page("ba-to", PAGE, bai=str(other.id)))
    assert 'class="q-refusal"' in text
    assert other.sha256[:16] not in text


def test_an_address_that_names_no_submission_is_one_sentence(open_page: Open) -> None:
    for nonsense in ("abc", "9" * 30, "1..2"):
        assert 'class="q-refusal"' in shown(open_page("ba-to", PAGE, bai=nonsense))


def test_who_hands_nothing_in_is_told_politely(open_page: Open) -> None:
    for user in ("uy-vien", "thuong-truc"):
        app = open_page(user, PAGE)
        assert "dành cho đơn vị nộp báo cáo" in shown(app)
        assert not app.button


def test_the_secretariat_chooses_a_unit(open_page: Open) -> None:
    app = open_page("to-giup-viec", PAGE)
    assert "Chọn đơn vị" in shown(app)
    assert "tep/bieu-mau" in shown(open_page("to-giup-viec", PAGE, unit="535"))


def test_another_unit_s_page_is_refused_with_a_title(open_page: Open) -> None:
    text = shown(open_page("ba-to", PAGE, unit="524"))
    assert "<h1>Nộp báo cáo</h1>" in text
    assert "Bình Sơn" in text


def test_the_page_says_what_must_not_be_uploaded(open_page: Open) -> None:
    assert "bí mật nhà nước" in shown(open_page("ba-to", PAGE))
    assert "bí mật nhà nước" in shown(open_page("ba-to", PAGE, form="ke-hoach", period="2022"))
