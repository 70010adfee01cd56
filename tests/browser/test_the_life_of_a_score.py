"""Points given, questioned, explained, given again, published, asked about and put right: as the
secretariat, the unit and a member of the committee see it in a browser."""

Q4 = "period=2022-Q4"


def test_from_the_first_points_to_the_correction(visit) -> None:
    secretariat = visit("to-giup-viec")
    page = secretariat.page
    secretariat.open(f"/tham-dinh?{Q4}&unit=535&xem=tat-ca")
    # By keyboard alone: from the points to their reason, and on to the next line.
    page.get_by_label("Điểm (tối đa 5)").first.click()
    page.keyboard.type("3,25")
    page.keyboard.press("Tab")
    page.keyboard.type("Thiếu biên bản niêm yết")
    page.get_by_role("button", name="Ghi điểm thẩm định").click()
    page.get_by_text("Đã ghi điểm thẩm định 1 dòng.").wait_for()

    secretariat.settle()
    page.get_by_text("Yêu cầu đơn vị giải trình").click()
    secretariat.choose("Về dòng", "2.1.1.")
    page.get_by_label("Nội dung cần giải trình").fill("Đề nghị gửi biên bản niêm yết.")
    page.get_by_label("Trả lời đến hết ngày").fill("20/02/2023")
    page.get_by_role("button", name="Gửi yêu cầu giải trình").click()
    page.get_by_text("Đã gửi yêu cầu giải trình").wait_for()

    clerk = visit("ba-to")
    clerk.open(f"/xep-loai?{Q4}")
    clerk.page.get_by_text("Đề nghị gửi biên bản niêm yết.").first.wait_for()
    clerk.page.get_by_label("Nội dung giải trình").fill("Biên bản đã đính kèm.")
    clerk.page.get_by_role("button", name="Gửi giải trình").click()
    clerk.page.get_by_text("Đã gửi giải trình.").wait_for()

    secretariat.open(f"/tham-dinh?{Q4}&unit=535")
    assert "đã giải trình" in secretariat.text()
    page.get_by_label("Điểm (tối đa 5)").first.fill("4,5")
    page.get_by_label("Lý do, căn cứ").first.fill("Đã bổ sung")
    page.get_by_role("button", name="Ghi điểm thẩm định").click()
    page.get_by_text("Đã ghi điểm thẩm định 1 dòng.").wait_for()

    member = visit("uy-vien")
    member.open(f"/xep-loai?{Q4}")
    assert "chưa công bố" in member.text()
    secretariat.open(f"/xep-loai?{Q4}")
    page.get_by_text("Người đứng đầu Ban Chỉ đạo đã ký").click()
    page.get_by_role("button", name="Công bố", exact=True).click()
    page.get_by_text("Đã công bố.", exact=True).wait_for()
    member.open(f"/xep-loai?{Q4}&unit=535")
    page_of_member = member.page.locator("table").first
    assert "Thẩm định lần 2" in page_of_member.inner_text()
    assert "tu-cham_535" not in member.text()

    clerk.open(f"/xep-loai?{Q4}&unit=535")
    clerk.page.get_by_text("Đề nghị xem xét lại một dòng điểm").click()
    clerk.choose("Về tiêu chí", "2.1.1.")
    clerk.page.get_by_label("Lý do, căn cứ đề nghị").fill("Đủ 14 nội dung.")
    clerk.page.get_by_role("button", name="Gửi đề nghị").click()
    clerk.page.get_by_text("Đã gửi đề nghị xem xét lại").wait_for()

    secretariat.open(f"/xep-loai?{Q4}&unit=535")
    secretariat.choose("Kết quả", "Chấp nhận: mở lại")
    page.get_by_label("Lý do", exact=True).fill("Đúng, đã đối chiếu.")
    page.get_by_role("button", name="Trả lời", exact=True).click()
    page.get_by_text("Đã trả lời đề nghị xem xét lại.").wait_for()
    secretariat.open(f"/tham-dinh?{Q4}&unit=535&xem=tat-ca")
    page.get_by_label("Điểm (tối đa 5)").first.fill("5")
    page.get_by_label("Lý do, căn cứ").first.fill("Đủ nội dung")
    page.get_by_role("button", name="Ghi điểm thẩm định").click()
    page.get_by_text("Đã ghi điểm thẩm định 1 dòng.").wait_for()

    secretariat.open(f"/xep-loai?{Q4}")
    page.get_by_text("Đính chính kết quả đã công bố").click()
    secretariat.choose("Loại", "Đính chính")
    page.get_by_text("Kết quả trước và sau đính chính").wait_for()
    page.get_by_label("Lý do đính chính").fill("Xem xét lại tiêu chí 2.1.1 của Ba Tơ")
    page.get_by_text("Người đứng đầu Ban Chỉ đạo đã ký").click()
    page.get_by_role("button", name="Công bố đính chính").click()
    page.get_by_text("Đã công bố đính chính.", exact=True).wait_for()
    # The published second round stands, the points given anew beside it.
    secretariat.open(f"/xep-loai?{Q4}&unit=535")
    headings = page.locator("table").first.inner_text()
    assert "Thẩm định lần 2" in headings
    assert "Tập thể Ban Chỉ đạo" in headings
    assert "đã đính chính" in secretariat.text()
    member.open(f"/xep-loai?{Q4}")
    assert "Xem xét lại tiêu chí 2.1.1 của Ba Tơ" in member.text()
    member.page.get_by_role("link", name="Xem bảng đã công bố trước đó").click()
    member.page.get_by_text("đã được thay bằng lần công bố").wait_for()


def test_points_given_by_two_people_at_once_are_not_lost_unseen(visit) -> None:
    first, second = visit("to-giup-viec"), visit("thuong-truc")
    for window in (first, second):
        window.open(f"/tham-dinh?{Q4}&unit=535&xem=tat-ca")
    for window, points in ((first, "3"), (second, "4")):
        window.page.get_by_label("Điểm (tối đa 5)").first.fill(points)
        window.page.get_by_label("Lý do, căn cứ").nth(5).fill("Đối chiếu minh chứng")
        window.page.get_by_role("button", name="Ghi điểm thẩm định").click()
        window.settle()
    first.page.get_by_text("Đã ghi điểm thẩm định 1 dòng.").wait_for()
    second.page.locator(".q-refusal").wait_for()
    assert second.page.get_by_label("Điểm (tối đa 5)").first.input_value() == "4"
