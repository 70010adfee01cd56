"""Handing in on /nop as an old browser does: no script, no open connection, the same receipts."""

from decimal import Decimal
from html import unescape

import pytest
from sqlalchemy import Engine

from data_access.queries.templates import form_for
from data_access.workbook.filling import fill_template
from data_access.workbook.template import write_template
from scoring.periods import parse_period
from tests.builders import ones
from tests.dashboard.unmarked import unmarked
from tests.dashboard.web.sending import followed, send
from tests.visitor import Answer, Visitor

Q3, Q4 = parse_period("2022-Q3"), parse_period("2022-Q4")
BINH_SON = {"unit": "524", "form": "tu-cham", "period": "2022-Q4"}
BA_TO = BINH_SON | {"unit": "535"}
NOT_A_BOOK = ("biểu.xlsx", b"%PDF-1.7\n%%EOF\n")


def filled(engine: Engine, unit: str, number: int = 1) -> bytes:
    form = form_for(engine, "tu-cham", unit, Q4)
    answers = {
        key: Decimal(number) if isinstance(value, Decimal) else value
        for key, value in ones(form).items()
    }
    return fill_template(write_template(form), form, answers)


def read(answer: Answer) -> str:
    return unescape(answer.text)


def number_in(answer: Answer) -> str:
    return answer.headers["location"].partition("bai=")[2]


def offered(visitor: Visitor, engine: Engine, unit: str, number: int = 1) -> str:
    file = ("biểu quý 4.xlsx", filled(engine, unit, number))
    return number_in(send(visitor, "/nop", BINH_SON | {"unit": unit}, file))


def test_a_stranger_is_led_to_the_form_and_back_to_the_plain_page(stranger: Visitor) -> None:
    answer = stranger.get("/nop", Accept="text/html")
    assert (answer.status, answer.headers["location"]) == (303, "/dang-nhap?next=%2Fnop")
    assert "trang đơn giản" in stranger.get("/dang-nhap?next=%2Fnop").text
    assert 'href="/dang-nhap?next=/nop"' in stranger.get("/dang-nhap").text
    assert send(stranger, "/nop", BINH_SON, NOT_A_BOOK).status == 401


def test_the_page_lists_what_is_owed_and_needs_no_script(stranger: Visitor) -> None:
    answer = stranger.sign_in_as("binh-son").get("/nop?period=2022-Q4")
    said = read(answer)
    assert answer.status == 200
    assert "Bảng tự chấm điểm" in said and "Báo cáo tiến độ" in said and "quá hạn" in said
    assert "/tep/bieu-mau?form=" in said and 'enctype="multipart/form-data"' in said
    assert "bí mật nhà nước" in said and "số liệu minh họa" in said
    assert "<script" not in said and "javascript:" not in said
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_member_of_the_committee_hands_nothing_in(stranger: Visitor) -> None:
    assert "dành cho đơn vị" in read(stranger.sign_in_as("uy-vien").get("/nop"))


def test_what_is_wrong_is_said_cell_by_cell_with_the_marked_copy(
    stranger: Visitor, engine: Engine
) -> None:
    clerk = stranger.sign_in_as("binh-son")
    form = form_for(engine, "tu-cham", "524", Q4)
    answers = ones(form)
    answers.popitem()
    draft = fill_template(write_template(form), form, answers)
    page = read(followed(clerk, send(clerk, "/nop", BINH_SON, ("bản nháp.xlsx", draft))))
    assert "để trống" in page and "ô " in page and "bản nháp.xlsx" in page
    assert "/tep/ban-danh-dau?id=" in page and "/nop/xac-nhan" not in page


def test_a_clean_file_is_looked_at_then_handed_in_once(stranger: Visitor, engine: Engine) -> None:
    clerk = stranger.sign_in_as("ba-to")
    number = offered(clerk, engine, "535")
    page = read(clerk.get(f"/nop?bai={number}"))
    assert "Xem lại trước khi nộp" in page and "/nop/xac-nhan" in page
    assert clerk.get(f"/tep/phieu-tiep-nhan?id={number}").status == 404
    first = send(clerk, "/nop/xac-nhan", {"bai": number, "estimate": ""})
    again = send(clerk, "/nop/xac-nhan", {"bai": number, "estimate": ""})
    assert first.headers["location"] == again.headers["location"]
    slip = read(followed(clerk, first))
    assert "Phiếu tiếp nhận số" in slip and "Ba Tơ" in slip and "biểu quý 4.xlsx" in slip
    assert clerk.get(f"/tep/phieu-tiep-nhan?id={number_in(first)}").status == 200


def test_the_change_of_each_cell_is_shown_before_it_replaces(
    stranger: Visitor, engine: Engine
) -> None:
    clerk = stranger.sign_in_as("ba-to")
    send(clerk, "/nop/xac-nhan", {"bai": offered(clerk, engine, "535")})
    page = read(clerk.get(f"/nop?bai={offered(clerk, engine, '535', 2)}"))
    assert "Thay đổi so với bản đang dùng" in page and "Thay cho phiếu tiếp nhận số" in page


def test_an_office_enters_what_came_another_way(stranger: Visitor, engine: Engine) -> None:
    office = stranger.sign_in_as("to-giup-viec")
    number = offered(office, engine, "524")
    assert "Ngày đến" in read(office.get(f"/nop?bai={number}"))
    came = {"arrived": "05/01/2023", "arrival_number": "77", "channel": "usb", "estimate": "1"}
    slip = read(followed(office, send(office, "/nop/xac-nhan", {"bai": number} | came)))
    assert "số đến 77, ngày đến 05/01/2023, USB" in slip and "Ước" in slip
    assert "Ngày đến" not in read(stranger.sign_in_as("binh-son").get("/nop"))


def test_a_workbook_whose_mark_is_gone_is_vouched_for_by_a_person(
    stranger: Visitor, engine: Engine
) -> None:
    clerk = stranger.sign_in_as("ba-to")
    bare = unmarked(filled(engine, "535"))
    number = number_in(send(clerk, "/nop", BA_TO, ("x.xlsx", bare)))
    page = read(clerk.get(f"/nop?bai={number}"))
    assert "Có phải là" in page and 'type="checkbox" name="identity"' in page
    assert send(clerk, "/nop/xac-nhan", {"bai": number}).status == 409
    agreed = BA_TO | {"bai": number, "identity": "1"}
    slip = read(followed(clerk, send(clerk, "/nop/xac-nhan", agreed)))
    assert "Phiếu tiếp nhận số" in slip and "Người nộp xác nhận" in slip


def test_another_return_than_the_one_chosen_is_refused_naming_both(
    stranger: Visitor, engine: Engine
) -> None:
    clerk = stranger.sign_in_as("ba-to")
    file = ("x.xlsx", filled(engine, "535"))
    answer = send(clerk, "/nop", BA_TO | {"period": "2022-Q3"}, file)
    assert answer.status == 409
    assert "quý IV năm 2022" in read(answer) and "quý III năm 2022" in read(answer)
    assert 'href="/nop"' in answer.text


def test_nobody_sees_or_confirms_what_another_unit_sent(stranger: Visitor, engine: Engine) -> None:
    number = offered(stranger.sign_in_as("ba-to"), engine, "535")
    other = stranger.sign_in_as("binh-son")
    assert other.get(f"/nop?bai={number}").status == 403
    assert send(other, "/nop/xac-nhan", {"bai": number}).status == 403
    assert send(other, "/nop/rut", {"bai": number, "reason": "x"}).status == 403
    assert other.get("/nop?unit=535").status == 403


def test_a_return_is_withdrawn_with_a_reason(stranger: Visitor, engine: Engine) -> None:
    clerk = stranger.sign_in_as("ba-to")
    number = number_in(send(clerk, "/nop/xac-nhan", {"bai": offered(clerk, engine, "535", 3)}))
    assert send(clerk, "/nop/rut", {"bai": number, "reason": " "}).status == 400
    page = read(followed(clerk, send(clerk, "/nop/rut", {"bai": number, "reason": "Nộp nhầm"})))
    assert "Đã rút lúc" in page


def test_the_same_bytes_find_their_receipt(stranger: Visitor, engine: Engine) -> None:
    clerk = stranger.sign_in_as("ba-to")
    content = filled(engine, "535", 0)
    number = number_in(send(clerk, "/nop", BA_TO, ("a.xlsx", content)))
    assert "Không có phiếu" in read(send(clerk, "/nop/kiem-tra", {}, ("a.xlsx", content)))
    send(clerk, "/nop/xac-nhan", {"bai": number})
    assert "đúng là tệp đã nộp" in read(send(clerk, "/nop/kiem-tra", {}, ("b.xlsx", content)))
    stranger_to_it = stranger.sign_in_as("binh-son")
    shown = read(send(stranger_to_it, "/nop/kiem-tra", {}, ("b.xlsx", content)))
    assert "Không có phiếu" in shown


def test_what_is_too_large_is_answered_in_a_sentence(stranger: Visitor) -> None:
    clerk = stranger.sign_in_as("binh-son")
    answer = send(clerk, "/nop", BINH_SON, ("lớn.xlsx", bytes(22 * 1024 * 1024)))
    assert answer.status == 413
    assert "Tệp quá lớn (22 MB, tối đa 20 MB)" in read(answer) or "23 MB" in read(answer)


def test_a_body_that_says_it_never_ends_is_not_even_read(stranger: Visitor) -> None:
    clerk = stranger.sign_in_as("binh-son")
    answer = send(clerk, "/nop", BINH_SON, NOT_A_BOOK, **{"Content-Length": str(10**12)})
    assert answer.status == 413


@pytest.mark.parametrize(
    ("path", "fields", "file", "said"),
    [
        ("/nop", BINH_SON, ("", b""), "Chưa chọn tệp"),
        ("/nop", BINH_SON, None, "Chưa chọn tệp"),
        ("/nop", BINH_SON | {"period": "quý 4"}, NOT_A_BOOK, "“quý 4” không phải là kỳ"),
        ("/nop", {"unit": "524"}, NOT_A_BOOK, "“Biểu mẫu” để trống"),
        ("/nop/xac-nhan", {"bai": "<b>"}, None, "“<b>” không phải là số thứ tự"),
        ("/nop/xac-nhan", {"bai": "1", "arrived": "31/02/2023"}, None, "không phải ngày"),
        ("/nop/xac-nhan", {"bai": "1", "arrival_number": "7"}, None, "thiếu ngày đến"),
        ("/nop/xac-nhan", {"bai": "1", "arrived": "1/2/2023"}, None, "Hình thức gửi"),
    ],
)
def test_a_slip_of_the_pen_is_answered_by_a_sentence(
    stranger: Visitor,
    path: str,
    fields: dict[str, str],
    file: tuple[str, bytes] | None,
    said: str,
) -> None:
    answer = send(stranger.sign_in_as("binh-son"), path, fields, file)
    assert answer.status == 400
    assert said in read(answer) and 'href="/nop"' in answer.text and "<b>”" not in answer.text


@pytest.mark.parametrize("body", ["", "nonsense", "--x\r\n"])
def test_a_broken_form_breaks_nothing(stranger: Visitor, body: str) -> None:
    clerk = stranger.sign_in_as("binh-son")
    kinds = ("multipart/form-data; boundary=x", "multipart/form-data", "text/plain")
    for kind in kinds:
        said = {"Origin": clerk.address, "Content-Type": kind}
        assert clerk.ask("POST", "/nop", said, body).status == 400, kind


def test_a_form_on_another_site_hands_nothing_in(stranger: Visitor) -> None:
    clerk = stranger.sign_in_as("binh-son")
    for path in ("/nop", "/nop/van-ban", "/nop/xac-nhan", "/nop/rut", "/nop/kiem-tra"):
        answer = send(clerk, path, BINH_SON, NOT_A_BOOK, Origin="https://example.org")
        assert answer.status == 403, path
