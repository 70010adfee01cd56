"""The signed plans and reports: a DOCX of a few lines, with number, date, signer and abstract."""

from datetime import date, timedelta
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from data_access.document_heads import DocumentHead
from sample_data import tables
from sample_data.deliveries import Delivery
from scoring.forms import Mark
from scoring.units import Unit

SIGNER = "Phó Trưởng Ban Thường trực"

_SYMBOLS = {"ke-hoach": "KH", "bao-cao-6-thang": "BC", "bao-cao-nam": "BC"}
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WRITTEN = (2022, 1, 1, 0, 0, 0)


def is_document(form: str) -> bool:
    return form in _SYMBOLS


def mark(delivery: Delivery) -> Mark:
    version = tables.forms()[delivery.form].version
    return Mark(delivery.form, version, delivery.unit, delivery.period)


def head(delivery: Delivery) -> DocumentHead:
    signed = delivery.at.date() - timedelta(days=1)
    # Each office counts its own papers: a plan early in the year has a low number.
    count = signed.timetuple().tm_yday // 9 + sum(delivery.unit.encode()) % 5
    number = f"{count:02}-{_SYMBOLS[delivery.form]}/BCĐ"
    return DocumentHead(number, signed, SIGNER, f"{_title(delivery)} {delivery.period.year}")


def paper(unit: Unit, delivery: Delivery) -> bytes:
    return signed_paper(unit, head(delivery))


def signed_paper(unit: Unit, said: DocumentHead) -> bytes:
    lines = (
        unit.name,
        f"Số {said.number}, {_day_words(said.signed_on)}",
        said.abstract,
        "Số liệu, nội dung minh họa.",
        said.signer,
    )
    return _docx(lines)


def _title(delivery: Delivery) -> str:
    return tables.forms()[delivery.form].title.removesuffix(" trong năm") + " năm"


def _day_words(day: date) -> str:
    return f"ngày {day.day:02} tháng {day.month:02} năm {day.year}"


def _docx(lines: tuple[str, ...]) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_RELATIONS}"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
    }
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            entry = ZipInfo(name, _WRITTEN)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, (_DECLARED + text).encode())
    return stream.getvalue()
