"""Retakes the pictures of don-vi.md from a demonstration of its own.

In the project's root: PYTHONPATH=. .venv/bin/python docs/huong-dan/chup_hinh.py. Needs Chromium,
LibreOffice and pdftoppm.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

import openpyxl
from playwright.sync_api import FloatRect, Page, sync_playwright

from data_access.actions.setup import initialise
from data_access.database import Engine, open_database
from data_access.queries.templates import form_for
from data_access.workbook.filling import fill_template
from sample_data.build import load
from scoring.periods import parse_period
from tests.builders import ones
from tests.serving import running_server

FOLDER = Path(__file__).parent
UNIT, USER, FORM, PERIOD = "530", "son-tay", "tu-cham", "2022-Q4"
PAGE = f"/nop-bao-cao?form={FORM}&period={PERIOD}"
MISTAKES = ("hai mươi", None, "1.234,5.6")
# Where on the page the pictures are: without the list of pages on the left.
TOP = FloatRect(x=300, y=20, width=880, height=315)
ISSUES = FloatRect(x=300, y=340, width=880, height=492)
PREVIEW = FloatRect(x=300, y=340, width=880, height=425)
RECEIPT = FloatRect(x=300, y=340, width=880, height=345)
MARKED_SHEET = ("-f", "2", "-x", "60", "-y", "60", "-W", "950", "-H", "290")


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        url, folder = f"sqlite:///{scratch}/minh-hoa.db", Path(scratch)
        engine = open_database(url)
        initialise(engine)
        load(engine)
        with running_server(url) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox"]
            )
            page = browser.new_page(viewport={"width": 1200, "height": 900}, locale="vi-VN")
            page.goto(f"{address}/dang-nhap")
            page.locator(f"button[value={USER}]").click()
            _settled(page)
            _take_all(page, address, engine, folder)


def _take_all(page: Page, address: str, engine: Engine, folder: Path) -> None:
    page.goto(address + PAGE)
    _picture(page, "1-tai-bieu-mau", TOP)
    with page.expect_download() as template:
        page.get_by_role("link", name="Tải biểu mẫu").click()
    good, draft = _filled(engine, Path(template.value.path()).read_bytes(), folder)
    _hand_over(page, draft)
    _picture(page, "2-noi-dung-can-sua", ISSUES)
    with page.expect_download() as marked:
        page.get_by_role("link", name="Tải bản đánh dấu").click()
    marked.value.save_as(folder / "danh-dau.xlsx")
    _picture_of_workbook(folder / "danh-dau.xlsx", "3-ban-danh-dau")
    _hand_over(page, good)
    _picture(page, "4-xem-lai", PREVIEW)
    page.get_by_role("button", name="Nộp", exact=True).click()
    page.get_by_role("heading", name="Phiếu tiếp nhận số").wait_for()
    _picture(page, "5-phieu-tiep-nhan", RECEIPT)


def _filled(engine: Engine, template: bytes, folder: Path) -> tuple[Path, Path]:
    """A clean workbook, and one with three mistakes of a hurried clerk."""
    form = form_for(engine, FORM, UNIT, parse_period(PERIOD))
    good, draft = folder / "Bảng tự chấm quý IV.xlsx", folder / "Bản nháp quý IV.xlsx"
    good.write_bytes(fill_template(template, form, ones(form)))
    book = openpyxl.load_workbook(good)
    cells = (cell for row in book.worksheets[0].iter_rows() for cell in row)
    asked = [cell for cell in cells if not cell.protection.locked and cell.value is not None]
    for cell, mistake in zip(asked, MISTAKES, strict=False):
        cell.value = mistake
    book.save(draft)
    return good, draft


def _hand_over(page: Page, file: Path) -> None:
    page.locator("input[type=file]").first.set_input_files(str(file))
    page.get_by_text(file.name).first.wait_for()


def _picture(page: Page, name: str, part: FloatRect) -> None:
    _settled(page)
    page.screenshot(path=FOLDER / "hinh" / f"{name}.png", clip=part)


def _settled(page: Page) -> None:
    page.wait_for_timeout(1500)
    page.wait_for_function("() => !document.querySelector('[data-testid=stStatusWidget]')")
    page.wait_for_timeout(500)


def _picture_of_workbook(book: Path, name: str) -> None:
    convert = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(book.parent)]
    subprocess.run([*convert, str(book)], check=True, capture_output=True)
    target = str(FOLDER / "hinh" / name)
    draw = ["pdftoppm", "-png", "-singlefile", "-r", "90", *MARKED_SHEET]
    subprocess.run([*draw, str(book.with_suffix(".pdf")), target], check=True)


if __name__ == "__main__":
    main()
