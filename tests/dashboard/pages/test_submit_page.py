from sqlalchemy import Engine

from data_access.accounts import OPERATOR
from data_access.queries.returns import submissions, submitted_file
from tests.dashboard.pages.conftest import Open
from tests.dashboard.pages.shown import shown

PAGE = "pages/submit.py"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def accepted_file(engine: Engine, unit: str) -> tuple[str, bytes, str]:
    newest = next(one for one in submissions(engine, OPERATOR, unit) if one.accepted)
    stored = submitted_file(engine, OPERATOR, newest.id)
    return (stored.name, stored.content, XLSX)


def test_a_sound_file_gets_a_receipt_with_an_address(open_page: Open, demo_engine: Engine) -> None:
    app = open_page("ba-to", PAGE)
    app.file_uploader[0].set_value(accepted_file(demo_engine, "535"))
    app.button[0].click().run()
    text = shown(app)
    assert "Phiếu tiếp nhận số" in text
    assert "Mã kiểm tra (SHA-256)" in text
    assert app.query_params["bai"]


def test_a_file_that_is_no_workbook_gets_its_issue(open_page: Open) -> None:
    app = open_page("ba-to", PAGE)
    app.file_uploader[0].set_value(("bieu.xlsx", b"no workbook", XLSX))
    app.button[0].click().run()
    text = shown(app)
    assert "Tệp chưa được tiếp nhận" in text
    assert "Nội dung cần sửa" in text
    # What is no workbook cannot be given back marked: no link that leads nowhere.
    assert "tep/ban-danh-dau?id=" not in text


def test_another_unit_s_file_is_refused_in_one_sentence(
    open_page: Open, demo_engine: Engine
) -> None:
    app = open_page("ba-to", PAGE)
    app.file_uploader[0].set_value(accepted_file(demo_engine, "524"))
    app.button[0].click().run()
    text = shown(app)
    assert 'class="q-refusal"' in text
    assert "bai" not in app.query_params


def test_a_press_without_a_file_is_answered(open_page: Open) -> None:
    app = open_page("ba-to", PAGE)
    app.button[0].click().run()
    assert "Chưa chọn tệp" in shown(app)


def test_a_unit_is_not_shown_another_s_outcome(open_page: Open, demo_engine: Engine) -> None:
    other = submissions(demo_engine, OPERATOR, "524")[0]
    text = shown(open_page("ba-to", PAGE, bai=str(other.id)))
    assert 'class="q-refusal"' in text
    assert other.sha256[:16] not in text


def test_who_hands_nothing_in_is_told_politely(open_page: Open) -> None:
    for user in ("uy-vien", "thuong-truc"):
        app = open_page(user, PAGE)
        assert "dành cho đơn vị nộp báo cáo" in shown(app)
        assert not app.button


def test_the_secretariat_chooses_a_unit(open_page: Open) -> None:
    app = open_page("to-giup-viec", PAGE)
    assert "Chọn đơn vị" in shown(app)
    assert "tep/bieu-mau" in shown(open_page("to-giup-viec", PAGE, unit="535"))


def test_the_page_says_what_must_not_be_uploaded(open_page: Open) -> None:
    assert "bí mật nhà nước" in shown(open_page("ba-to", PAGE))
