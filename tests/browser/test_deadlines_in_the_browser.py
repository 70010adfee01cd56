"""What is late, seen and acted upon in a browser: by the secretariat, a member, a unit's clerk."""

from playwright.sync_api import Page


def open_first_duty(page: Page) -> None:
    page.locator("a[href^='viec?']").first.click()
    page.get_by_text("Chi tiết một việc").first.wait_for()


def test_from_what_is_late_to_more_time(visit) -> None:
    secretariat = visit("to-giup-viec")
    page = secretariat.page
    secretariat.open("/qua-han?unit=530")
    assert "chưa nhắc" in secretariat.text()
    page.get_by_role("link", name="Soạn tin nhắc", exact=True).click()
    # The text to be copied is drawn after the button.
    page.locator(".st-key-tin-0 textarea").wait_for()
    page.get_by_role("button", name="Chép tin").click()
    page.get_by_text("Đã chép").wait_for()
    page.get_by_role("button", name="Đã gửi qua Zalo").click()
    page.get_by_text("Đã ghi sổ: đã nhắc Sơn Tây.").wait_for()
    page.get_by_role("link", name="Về danh sách quá hạn").click()
    page.get_by_text("việc nào cũng đã nhắc").wait_for()

    open_first_duty(page)
    secretariat.settle()
    page.get_by_text("Gia hạn", exact=True).first.click()
    page.get_by_label("Được gia hạn đến hết ngày").fill("28/02/2023")
    page.get_by_label("Lý do").first.fill("Mưa lũ kéo dài")
    page.get_by_label("Người cho phép").fill("Trưởng Ban Chỉ đạo")
    page.get_by_role("button", name="Gia hạn").click()
    page.get_by_text("Đã gia hạn; hạn đầu vẫn giữ.").wait_for()
    assert "(hạn đầu 12/10/2022)" in secretariat.text()

    # Yesterday it was late: nobody knew of the extension.
    member = visit("uy-vien")
    member.open(page.url.removeprefix(member.base))
    assert "được gia hạn" in member.text()
    member.open(page.url.removeprefix(member.base) + "&date=2023-02-14")
    assert "quá 125 ngày" in member.text()
    member.page.get_by_role("link", name="Về hôm nay").click()
    member.page.get_by_text("được gia hạn").first.wait_for()
    assert "date=" not in member.page.url


def test_a_member_narrows_the_list_and_takes_it_with_him(look) -> None:
    member = look("uy-vien")
    page = member.page
    member.open("/qua-han")
    page.get_by_role("button", name="Lọc thêm").click()
    page.get_by_label("Loại đơn vị").click()
    page.get_by_role("option").filter(has_text="Ban Chỉ đạo cấp huyện").click()
    page.get_by_text("Loại đơn vị: Ban Chỉ đạo cấp huyện").wait_for()
    with page.expect_download() as file:
        page.get_by_role("link", name="Tải bảng tính").click()
    assert file.value.suggested_filename == "qua-han_2023-02-15.xlsx"
    page.locator("a.q-chip").first.click()
    page.get_by_text("Đang lọc").wait_for(state="detached")


def test_a_clerk_takes_the_dates_of_the_unit_with_him_on_a_narrow_screen(look) -> None:
    clerk = look("ba-to", width=400, height=800)
    clerk.open("/cua-toi?date=2022-09-25")
    assert "trong ba tháng tới" in clerk.text()
    wide = clerk.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 400
    with clerk.page.expect_download() as file:
        clerk.page.get_by_role("link", name="Tải lịch (.ics)").click()
    assert file.value.suggested_filename == "lich-535.ics"
