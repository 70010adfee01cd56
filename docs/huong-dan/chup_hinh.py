"""Retakes the pictures of don-vi.md and to-giup-viec.md from a demonstration of its own.

In the project's root: PYTHONPATH=. .venv/bin/python docs/huong-dan/chup_hinh.py. Needs Chromium,
LibreOffice and pdftoppm.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

import openpyxl
from playwright.sync_api import Browser, FloatRect, Page, sync_playwright

from data_access.actions.setup import initialise
from data_access.database import Engine, open_database
from data_access.queries.criteria import sets, text
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
STRICT = (
    "{from: 98, points: 5}, {from: 95, points: 4}, {from: 90, points: 3}, {from: 80, points: 1.5}"
)
LENIENT = "{from: 90, points: 5}, {from: 80, points: 4}"
# Where on the page the pictures are: without the list of pages on the left.
TOP = FloatRect(x=300, y=20, width=880, height=315)
ISSUES = FloatRect(x=300, y=340, width=880, height=492)
PREVIEW = FloatRect(x=300, y=340, width=880, height=425)
RECEIPT = FloatRect(x=300, y=340, width=880, height=345)
CHANGES = FloatRect(x=300, y=0, width=880, height=760)
APPRAISAL = FloatRect(x=300, y=20, width=880, height=800)
STABILITY = FloatRect(x=300, y=20, width=880, height=800)
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
            _take_all(_signed_in(browser, address, USER), address, engine, folder)
            _take_secretariat(_signed_in(browser, address, "to-giup-viec"), address, engine, folder)


def _signed_in(browser: Browser, address: str, user: str) -> Page:
    page = browser.new_page(viewport={"width": 1200, "height": 900}, locale="vi-VN")
    page.goto(f"{address}/dang-nhap")
    page.locator(f"button[value={user}]").click()
    _settled(page)
    return page


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


def _take_secretariat(page: Page, address: str, engine: Engine, folder: Path) -> None:
    page.goto(f"{address}/bang-tieu-chi")
    _hand_over(page, _next_year(engine, folder))
    period = page.get_by_label("Chấm thử trên số liệu kỳ")
    period.click()
    period.fill("Năm 2022")
    page.wait_for_timeout(500)
    period.press("Enter")
    changes = page.get_by_role("heading", name="Khác nhau giữa hai bản")
    page.get_by_text("đơn vị đổi thứ").wait_for()
    changes.evaluate("heading => heading.scrollIntoView()")
    page.mouse.move(0, 0)
    _picture(page, "6-nap-bang-tieu-chi", CHANGES)
    page.goto(f"{address}/tham-dinh?period={PERIOD}&unit=535&xem=tat-ca")
    _picture(page, "7-tham-dinh", APPRAISAL)
    page.goto(f"{address}/phan-tich?period=2022")
    _picture(page, "8-do-on-dinh", STABILITY)


def _next_year(engine: Engine, folder: Path) -> Path:
    """The demonstration's table as somebody would change it for the year after."""
    last, file = sets(engine)[-1], folder / "bang-2023.yaml"
    changed = text(engine, last.name).replace('version: "1"', 'version: "2"', 1)
    changed = changed.replace("from: 2022-01-01, to: 2022-12-31", "from: 2023-01-01", 1)
    file.write_text(changed.replace(STRICT, LENIENT, 1), encoding="utf-8")
    return file


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
