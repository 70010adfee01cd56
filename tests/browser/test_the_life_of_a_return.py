"""A return that is sent back, explained, corrected and accepted, as two people see it."""

from pathlib import Path

from sqlalchemy import Engine

from data_access.database import open_database
from tests.dashboard.pages.files import ONE_PAGE, accepted_file, newest, one_figure_more

Q4 = "form=thong-ke&period=2022-Q4"
REASON = "Đề nghị rà soát Biểu II."


def changed_file(engine: Engine, folder: Path) -> Path:
    file = folder / "thong-ke-sua.xlsx"
    file.write_bytes(one_figure_more(accepted_file(engine, "535"))[1])
    return file


def test_sent_back_corrected_and_accepted(visit, demo_url: str, tmp_path: Path) -> None:
    engine = open_database(demo_url)
    secretariat = visit("to-giup-viec")
    secretariat.open(f"/tham-tra?{Q4}&bai={newest(engine, '535').id}")
    page = secretariat.page
    page.get_by_label("Ý kiến thẩm tra").fill(REASON)
    page.get_by_role("button", name="Trả lại để sửa").click()
    page.get_by_text("Đã trả lại báo cáo").wait_for()

    clerk = visit("ba-to")
    assert "trả lại để sửa" in clerk.text(), "the first page leads with the unit's own work"
    clerk.open(f"/nop-bao-cao?{Q4}")
    assert REASON in clerk.text()
    clerk.attach(changed_file(engine, tmp_path))
    clerk.page.get_by_text("Thay đổi so với bản đang dùng").wait_for()
    clerk.page.get_by_role("button", name="Nộp", exact=True).click()
    clerk.page.get_by_text("Mã kiểm tra").wait_for()
    clerk.page.reload()
    clerk.page.get_by_text("Mã kiểm tra").wait_for()
    assert REASON not in clerk.text(), "a new version answers it"

    clerk.open(f"/qua-trinh?{Q4}")
    assert "Khác nhau giữa hai lần nộp: 1 ô" in clerk.text()
    clerk.page.get_by_text("Đính kèm bản ký, minh chứng").click()
    scan = tmp_path / "ban-ky.pdf"
    scan.write_bytes(ONE_PAGE)
    clerk.attach(scan)
    clerk.page.get_by_role("button", name="Đính kèm", exact=True).click()
    clerk.page.get_by_role("link", name="ban-ky.pdf").wait_for()

    # What the secretariat still looks at has been replaced: deciding on it is refused in words.
    page.get_by_role("button", name="Chấp nhận").click()
    page.get_by_text("Bản này đã được thay").first.wait_for()
    page.reload()
    page.get_by_role("link", name="Mở bản mới nhất").click()
    page.get_by_text("chưa thẩm tra").first.wait_for()
    page.get_by_role("button", name="Chấp nhận").click()
    page.get_by_text("đã chấp nhận").first.wait_for()


def test_what_is_refused_stays_open_beneath_its_own_fields(look) -> None:
    clerk = look("ba-to")
    clerk.open(f"/qua-trinh?{Q4}")
    page = clerk.page
    page.get_by_role("button", name="Gửi ý kiến").click()
    page.get_by_text("Chưa ghi nội dung").wait_for()
    page.get_by_text("Rút bản đã nộp").click()
    page.get_by_role("button", name="Rút bản đang dùng").click()
    page.get_by_text("Phải ghi lý do").wait_for()
    clerk.settle()
    assert page.get_by_label("Lý do rút").is_visible()
    expander = page.locator("[data-testid=stExpander]").filter(has_text="Rút bản đang dùng")
    assert expander.get_by_text("Phải ghi lý do").is_visible()


def test_no_english_is_left_where_files_are_taken(look) -> None:
    window = look("ba-to")
    for address in (f"/nop-bao-cao?{Q4}", "/nop-bao-cao?form=ke-hoach&period=2022"):
        window.open(address)
        window.page.locator("[data-testid=stFileUploaderDropzone]").first.wait_for()
        said = window.page.evaluate(SHOWN_IN_UPLOADERS)
        assert "Chọn tệp" in said[0]
        assert not [words for words in said if "Upload" in words or "per file" in words], said


# The text people can read: what is drawn with no size is not, what a rule adds is.
SHOWN_IN_UPLOADERS = """() => [...document.querySelectorAll(
  '[data-testid=stFileUploaderDropzone] button p, [data-testid=stFileUploaderDropzoneInstructions]'
)].map(one => {
  const hidden = [one, ...one.querySelectorAll('*')].every(
    part => getComputedStyle(part).fontSize === '0px' || part === one);
  const own = hidden ? '' : one.innerText;
  return own + getComputedStyle(one, '::after').content;
})"""
