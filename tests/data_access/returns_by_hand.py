"""A province whose plan also asks for signed documents and whose district has communes beneath it,
and the files its clerks would send."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

from openpyxl import load_workbook
from sqlalchemy import Engine

from data_access.accounts import OPERATOR, Actor, Role
from data_access.actions import setup
from data_access.actions.forms import import_form
from data_access.document_heads import DocumentHead
from scoring.forms import Mark
from scoring.units import Unit
from tests.builders import YEAR

CLERK_C = Actor("can-bo-c", "Cán bộ C", Role.UNIT, "003")
CLERK_OF_COMMUNE = Actor("can-bo-xa", "Cán bộ xã", Role.UNIT, "0011")
COMMUNE = Unit("0011", "Ban Chỉ đạo xã Một", "ban-chi-dao-xa", "Xã Một", "001")

PLAN = """\
form: ke-hoach
version: "1"
title: Kế hoạch năm
document: true
in_force: {from: 2022-01-01}
periods: [Y]
"""

DOCUMENTS = """\
programme: vb-2022
title: Quy chế phối hợp năm 2022
issuer: tinh
year: 2022
receivers: [Ban Dân vận Tỉnh ủy, Sở Nội vụ]
lateness: arrival
tasks:
  - no: "1"
    title: Công khai kế hoạch
    when: trước ngày 01/4/2022
    debtors: {kinds: [ban-chi-dao-xa]}
reports:
  - form: ke-hoach
    title: Kế hoạch năm
    debtors: {kinds: [ban-chi-dao-huyen]}
    periods: [Y]
    due_on: {Y: 2022-04-05}
    due_days_after: 0
    lock_days_after: 20
  - form: tu-cham
    title: Bảng tự chấm điểm
    debtors: {kinds: [ban-chi-dao-huyen]}
    due_days_after: 15
  - form: tien-do
    title: Báo cáo tiến độ
    debtors: {kinds: [ban-chi-dao-xa]}
    due_days_after: 10
"""

PLAN_OF_A = Mark("ke-hoach", "", "001", YEAR)
HEAD = DocumentHead("12-KH/BCĐ", date(2022, 3, 28), "Nguyễn Văn An", "Kế hoạch thực hiện QCDC")


def with_documents(engine: Engine) -> Engine:
    """Adds the commune, the document form and the programme that asks for them."""
    setup.import_units(engine, OPERATOR, [COMMUNE])
    assert import_form(engine, OPERATOR, PLAN) == ()
    assert setup.import_programme(engine, OPERATOR, DOCUMENTS) == ()
    return engine


def without_mark(content: bytes) -> bytes:
    """As after copying the visible sheet into a new workbook."""
    workbook = load_workbook(BytesIO(content))
    del workbook["_qcdc"]
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def with_mark(content: bytes, **words: str) -> bytes:
    """With other words on the hidden sheet."""
    workbook = load_workbook(BytesIO(content))
    for key, value in workbook["_qcdc"].iter_rows():
        value.value = words.get(key.value, value.value)
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def pdf(trailer: str = "/Root 1 0 R", text: str = "") -> bytes:
    body = f"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% {text}\n"
    return f"{body}trailer\n<< {trailer} >>\nstartxref\n9\n%%EOF\n".encode()


def docx(*more: str) -> bytes:
    """The parts every Word document has, and `more` of them."""
    return _zipped("[Content_Types].xml", "word/document.xml", *more)


def xlsx(*more: str) -> bytes:
    return _zipped("[Content_Types].xml", "xl/workbook.xml", *more)


def _zipped(*parts: str) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for part in parts:
            archive.writestr(part, "<x/>")
    return stream.getvalue()


JPG = b"\xff\xd8\xff\xe0" + bytes(20) + b"\xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + bytes(20) + b"IEND\xaeB`\x82"
