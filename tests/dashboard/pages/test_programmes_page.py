"""The page of programmes: a newcomer brings in a workbook, mends it, answers, confirms, adopts."""

from datetime import date
from io import BytesIO

from openpyxl import load_workbook
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from data_access.accounts import OPERATOR
from data_access.queries import programmes
from data_access.queries.obligations import overdue
from tests.dashboard.pages.conftest import Open
from tests.dashboard.pages.files import XLSX
from tests.dashboard.pages.shown import shown
from tests.programmes_by_hand import filled_in_template

PAGE = "pages/programmes.py"
MAKER, READER, CLERK = "to-giup-viec", "uy-vien", "ba-to"
PLAN_2022 = "03-KH/BCĐ-2022"
NEW = "kh-bcd-tinh-2023"
GENERAL = {"Tên chương trình, kế hoạch": "Kế hoạch năm 2023", "Năm": 2023}
HEADINGS = (
    "Số thứ tự",
    "Nội dung nhiệm vụ",
    "Giao cho",
    "Thời gian thực hiện (như văn bản)",
)
RIGHT = (
    ("1", "Ban hành kế hoạch", "Ban Chỉ đạo cấp huyện", "Quý I/2023"),
    ("2", "Báo cáo 6 tháng", "Ban Chỉ đạo cấp huyện", "trước ngày 12/6/2023"),
    ("3", "Kiểm tra cơ sở", "Ba Tơ; Sơn Hà", "Quý III/2023"),
)
WRONG = (
    RIGHT[0],
    ("2", None, "Ban Chỉ đạo cấp huyện", "trước ngày 12/6/2023"),
    ("2", "Kiểm tra cơ sở", "Ba Tơ; Son Ha", "Quý III/2023"),
)


def workbook(engine: Engine, rows: tuple[tuple[str | None, ...], ...]) -> bytes:
    tasks = [dict(zip(HEADINGS, row, strict=True)) for row in rows]
    template = programmes.template(engine, OPERATOR)
    return filled_in_template(template, GENERAL, {"Nhiệm vụ": tasks})


def given(app: AppTest, content: bytes) -> AppTest:
    app.file_uploader[0].set_value(("ke-hoach.xlsx", content, XLSX))
    return app.run()


def press(app: AppTest, label: str) -> AppTest:
    return next(button for button in app.button if button.label == label).click().run()


def buttons(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def test_everybody_reads_the_programmes_and_only_some_make_them(open_page: Open) -> None:
    for user in (READER, CLERK):
        app = open_page(user, PAGE)
        assert "Kế hoạch thực hiện Quy chế dân chủ ở cơ sở năm 2022" in shown(app)
        assert not app.file_uploader and not app.button
        text = shown(open_page(user, PAGE, ma=PLAN_2022))
        assert "Quý III/2022" in text and "hết ngày cuối quý, 30/09/2022" in text
        assert "dang=xlsx" in text
        assert 'class="q-refusal"' in shown(open_page(user, PAGE, **{"du-thao": NEW}))


def test_what_is_not_there_is_refused(open_page: Open) -> None:
    assert 'class="q-refusal"' in shown(open_page(READER, PAGE, ma="khong-co"))
    assert 'class="q-refusal"' in shown(open_page(MAKER, PAGE, **{"du-thao": "khong-co"}))


def test_three_mistakes_are_shown_each_in_its_cell(open_page: Open, demo_engine: Engine) -> None:
    app = given(open_page(MAKER, PAGE), workbook(demo_engine, WRONG))
    text = shown(app)
    assert "3 nội dung cần sửa" in text
    for place in ("ô B3", "ô A4", "ô E4"):
        assert f"Trang tính “Nhiệm vụ”, {place}" in text
    assert "“Son Ha” không phải" in text and "Lập dự thảo từ tệp này" not in buttons(app)
    assert programmes.drafts(demo_engine, OPERATOR) == ()


def test_a_newcomer_goes_from_the_workbook_to_the_adopted_programme(
    open_page: Open, demo_engine: Engine
) -> None:
    app = given(open_page(MAKER, PAGE), workbook(demo_engine, RIGHT))
    app = press(app, "Lập dự thảo từ tệp này")
    text = shown(app)
    assert app.query_params["du-thao"] == NEW
    assert "Còn 3/3 thời hạn chưa xác nhận, trong đó 1 có câu hỏi." in text
    assert "trước ngày 12/6/2023" in text and "chủ nhật 11/06/2023" in text
    assert "Ban hành" not in buttons(app)
    assert app.radio[0].options == [
        "Giữ chủ nhật 11/06/2023",
        "Ngày làm việc liền trước: thứ sáu 09/06/2023",
        "Ngày làm việc liền sau: thứ hai 12/06/2023 (quá lời văn của văn bản)",
    ]
    assert "Đề nghị trả lời" in shown(press(app, "Trả lời, xác nhận"))
    app.radio[0].set_value("previous")
    app = press(app, "Trả lời, xác nhận")
    assert not app.radio
    app = press(app, "Xác nhận cách đọc")
    assert "Dự thảo ban hành được" in shown(app)
    next(one for one in app.text_input if one.label.startswith("Số, ký hiệu")).set_value("05-KH")
    next(one for one in app.date_input if one.label == "Ngày văn bản").set_value(date(2023, 1, 10))
    app = press(app, "Ban hành")
    text = shown(app)
    assert "Đã ban hành" in text and "05-KH ngày 10/01/2023" in text
    assert f"chuong-trinh={NEW}" in text, "a link to what is overdue of it"
    late = overdue(demo_engine, OPERATOR, date(2023, 6, 10))
    mine = [one for one in late if one.obligation.programme == NEW and one.obligation.task == "2"]
    assert len(mine) == 14 and {one.obligation.due for one in mine} == {date(2023, 6, 9)}
    assert "Kế hoạch năm 2023" in shown(open_page(READER, PAGE))


def test_a_day_of_another_year_is_not_confirmed_with_the_rest(
    open_page: Open, demo_engine: Engine
) -> None:
    rows = (RIGHT[0], ("2", "Báo cáo", "Ba Tơ", "trước ngày 05/4/2022"))
    app = given(open_page(MAKER, PAGE), workbook(demo_engine, rows))
    app = press(app, "Lập dự thảo từ tệp này")
    assert "1 hạn còn nghi vấn" in shown(app)
    assert app.multiselect[0].value == ["tasks:1"]
    app = press(app, "Xác nhận cách đọc")
    assert "Còn 1/2 thời hạn chưa xác nhận." in shown(app)
    assert "Ban hành" not in buttons(app)
    app.multiselect[0].set_value(["tasks:2"])
    assert "Ban hành" in buttons(press(app, "Xác nhận cách đọc"))


def test_last_year_is_copied_and_a_task_changed_on_the_page(
    open_page: Open, demo_engine: Engine
) -> None:
    app = press(open_page(MAKER, PAGE), "Chép thành dự thảo")
    assert app.query_params["du-thao"] == NEW
    assert "Quý III/2023" in shown(app) and "Quý III/2022" not in shown(app)
    next(one for one in app.selectbox if one.label == "Nhiệm vụ").set_value("2").run()
    next(one for one in app.text_area if one.label == "Nội dung nhiệm vụ").set_value("Việc mới")
    app = press(app, "Lưu nhiệm vụ")
    assert "Việc mới" in shown(app)
    next(one for one in app.selectbox if one.label == "Nhiệm vụ").set_value("3").run()
    app = press(app, "Bỏ nhiệm vụ này")
    (draft,) = programmes.drafts(demo_engine, OPERATOR)
    numbers = [task.no for task in draft.programme.tasks]
    assert "3" not in numbers and len(numbers) == 15
    app = press(app, "Bỏ dự thảo này")
    assert programmes.drafts(demo_engine, OPERATOR) == ()
    assert "Đã bỏ dự thảo" in shown(app)


def test_a_programme_in_force_is_added_to_and_amended(open_page: Open, demo_engine: Engine) -> None:
    app = open_page(MAKER, PAGE, ma=PLAN_2022)
    fields = {"Số thứ tự": "17", "Thời gian thực hiện, như văn bản": "Quý IV/2022"}
    fields["Căn cứ (kết luận, thông báo số …)"] = "Thông báo số 5-TB/BCĐ"
    for label, value in fields.items():
        next(one for one in app.text_input if one.label == label).set_value(value)
    next(one for one in app.text_area if one.label == "Nội dung nhiệm vụ").set_value("Việc thêm")
    next(one for one in app.text_area if one.label.startswith("Giao cho")).set_value("Ba Tơ")
    assert "Chưa ghi ngày" in shown(press(app, "Bổ sung nhiệm vụ"))
    dated = next(one for one in app.date_input if one.label == "Ngày văn bản")
    dated.set_value(date(2022, 10, 3))
    text = shown(press(app, "Bổ sung nhiệm vụ"))
    assert "Cách hiểu thời hạn: hết ngày cuối quý, 31/12/2022." in text
    assert "Chưa xác nhận cách hiểu" in text
    app.checkbox[0].check()
    text = shown(press(app, "Bổ sung nhiệm vụ"))
    assert "Việc thêm" in text and "Thêm nhiệm vụ" in text
    app = press(app, "Lập dự thảo sửa đổi")
    assert app.query_params["du-thao"] == PLAN_2022
    assert "văn bản sửa đổi" in shown(app)
    text = shown(open_page(MAKER, PAGE, ma=PLAN_2022))
    assert "Mở dự thảo" in text and "chưa bổ sung riêng từng nhiệm vụ" in text


def test_words_of_an_added_task_are_read_as_they_are_typed(
    open_page: Open, demo_engine: Engine
) -> None:
    app = open_page(MAKER, PAGE, ma=PLAN_2022)
    when = next(one for one in app.text_input if one.label.startswith("Thời gian thực hiện"))
    assert "không theo dõi từng tháng, không có hạn" in shown(when.set_value("hằng tháng").run())
    app.checkbox[0].check()
    when = next(one for one in app.text_input if one.label.startswith("Thời gian thực hiện"))
    text = shown(when.set_value("trước ngày 09/10/2022").run())
    assert "Ngày ấy là thứ bảy 08/10/2022, ngày nghỉ. Chọn hạn:" in text
    assert not app.checkbox[0].value, "another reading has not been agreed to"
    for label, value in {"Số thứ tự": "17", "Căn cứ (kết luận": "Thông báo số 5"}.items():
        next(one for one in app.text_input if one.label.startswith(label)).set_value(value)
    next(one for one in app.text_area if one.label == "Nội dung nhiệm vụ").set_value("Việc thêm")
    next(one for one in app.text_area if one.label.startswith("Giao cho")).set_value("Ba Tơ")
    dated = next(one for one in app.date_input if one.label == "Ngày văn bản")
    dated.set_value(date(2022, 10, 3))
    app.checkbox[0].check()
    assert "Đề nghị trả lời" in shown(press(app, "Bổ sung nhiệm vụ"))
    app.radio[0].set_value("previous")
    assert "Đã bổ sung nhiệm vụ 17" in shown(press(app, "Bổ sung nhiệm vụ"))
    found = programmes.programme(demo_engine, OPERATOR, PLAN_2022, date(2022, 10, 3))
    (added,) = [one for one in found.readings if one.key == "tasks:17"]
    assert added.timing.due == date(2022, 10, 7)


def test_a_programme_is_closed_and_taken_up_again(open_page: Open) -> None:
    app = open_page(MAKER, PAGE, ma=PLAN_2022)
    for press_it, said in (("Đóng chương trình", "Đã đóng"), ("Mở lại chương trình", "Đã mở lại")):
        dated = next(one for one in app.date_input if one.label == "Từ ngày")
        dated.set_value(date(2023, 2, 1))
        number = next(one for one in app.text_input if one.label == "Số, ký hiệu văn bản")
        number.set_value("09-BC/BCĐ")
        next(one for one in app.text_input if one.label == "Lý do").set_value("đã tổng kết")
        app = press(app, press_it)
        assert said in shown(app)


def test_the_template_names_the_units_of_the_committee(demo_engine: Engine) -> None:
    book = load_workbook(BytesIO(programmes.template(demo_engine, OPERATOR)))
    names = [cell.value for cell in book["Danh mục"]["B"]]
    assert "Ban Chỉ đạo Huyện ủy Ba Tơ" in names and "Ban Chỉ đạo cấp huyện" in names
