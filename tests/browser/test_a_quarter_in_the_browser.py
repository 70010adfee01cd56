"""A quarter as three people live it: the clerk hands in, the member looks, others print."""

from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
from playwright.sync_api import Page

from data_access.database import open_database
from data_access.queries.templates import form_for
from data_access.workbook.filling import fill_template
from scoring.periods import parse_period
from tests.builders import ones

Q4 = parse_period("2022-Q4")
SUBMIT = "/nop-bao-cao?form=tu-cham&period=2022-Q4"
MAP = "/ban-do?form=tu-cham&period=2022-Q4"


def download(page: Page, link: str, folder: Path) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("link", name=link).first.click()
    target = folder / waiting.value.suggested_filename
    waiting.value.save_as(target)
    return target


def choose(page: Page, file: Path) -> None:
    page.locator("input[type=file]").first.set_input_files(str(file))


def hand_in(page: Page, file: Path) -> None:
    """The second click is the last."""
    choose(page, file)
    page.get_by_role("button", name="Nộp", exact=True).click()


def spoiled(template: Path) -> Path:
    """What a hurried clerk does: a word for the figure, and most of it left empty."""
    book = openpyxl.load_workbook(template)
    sheet = book.worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if not cell.protection.locked]
    cells[0].value = "mười hai"
    file = template.with_name("ban-nhap.xlsx")
    book.save(file)
    return file


def filled(template: Path, url: str) -> Path:
    form = form_for(open_database(url), "tu-cham", "530", Q4)
    file = template.with_name("ban-dung.xlsx")
    answers = ones(form) | {"mo_hinh_duoc_cong_nhan": Decimal(1)}
    known = {field.key for field in form.fields()}
    file.write_bytes(
        fill_template(template.read_bytes(), form, {k: v for k, v in answers.items() if k in known})
    )
    return file


def test_the_clerk_hands_in_the_member_looks_the_secretariat_prints(
    visit, demo_url: str, tmp_path: Path
) -> None:
    member = visit("uy-vien")
    member.open(MAP)
    assert "34" in member.page.get_by_role("row", name="Sơn Tây").inner_text()
    assert "quá hạn" in member.page.get_by_role("row", name="Sơn Tây").inner_text()
    member.open("/qua-han?period=2022-Q4")
    owed_before = member.text().count("Bảng tự chấm điểm")

    clerk = visit("son-tay")
    clerk.open(SUBMIT)
    template = download(clerk.page, "Tải biểu mẫu", tmp_path)
    assert openpyxl.load_workbook(template).worksheets[0].protection.sheet
    choose(clerk.page, spoiled(template))
    marked_link = clerk.page.get_by_role("link", name="Tải bản đánh dấu").first
    marked_link.wait_for()
    assert "mười hai" in clerk.text()
    assert "không phải là số" in clerk.text()
    marked = openpyxl.load_workbook(download(clerk.page, "Tải bản đánh dấu", tmp_path))
    comments = [
        cell.comment.text
        for sheet in marked
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    ]
    assert any("mười hai" in comment for comment in comments)

    hand_in(clerk.page, filled(template, demo_url))
    clerk.page.get_by_text("Phiếu tiếp nhận", exact=False).first.wait_for()
    clerk.page.get_by_text("/PTN", exact=False).first.wait_for()
    assert "/2023/PTN" in clerk.text()

    member.open(MAP)
    assert "nộp trễ" in member.page.get_by_role("row", name="Sơn Tây").inner_text()
    member.open("/qua-han?period=2022-Q4")
    assert member.text().count("Bảng tự chấm điểm") == owed_before - 1

    secretariat = visit("to-giup-viec")
    secretariat.open("/xep-loai?period=2022-Q4")
    assert "DỰ THẢO" in secretariat.text().upper() or "tạm tính" in secretariat.text()
    paper = download(secretariat.page, "PDF", tmp_path)
    assert paper.read_bytes().startswith(b"%PDF")
    # Its own browser-side check that nothing of the paper is left behind: a real PDF, not a page.
    assert BytesIO(paper.read_bytes()).seek(0, 2) > 10_000


def test_signing_out_ends_the_pages_that_are_open(look) -> None:
    window = look("uy-vien")
    window.open("/ban-do")
    other = window.context.new_page()
    other.goto(window.base + "/qua-han")
    other.get_by_role("heading", level=1).first.wait_for()
    other.get_by_role("button", name="Đăng xuất").click()
    other.wait_for_url("**/dang-nhap*")
    window.page.wait_for_url("**/dang-nhap*")
