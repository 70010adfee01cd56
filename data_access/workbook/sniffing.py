"""Tells from its first bytes what a file really is. Trusts no file name and opens nothing but zip
directories."""

from zipfile import ZipFile

XLSX, XLSB, ODS, XLS, ENCRYPTED = "xlsx", "xlsb", "ods", "xls", "encrypted"
ZIP, OLE = "zip", "ole"
# Excel opens these too: whoever saves them anew as xlsx keeps what was filled in.
SAVED_OTHERWISE = frozenset({"html", "web_archive", "xml_2003", "old_excel", "flat_ods"})

_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")
# How a sheet of Excel 2 to 5 begins, outside any container.
_OLD_EXCEL = (b"\x09\0\x04\0", b"\x09\x02\x06\0", b"\x09\x04\x06\0", b"\x09\x08")
_OLE_STREAMS = (
    ("EncryptedPackage", ENCRYPTED),
    ("Workbook", XLS),
    ("Book", XLS),
    ("WordDocument", "word"),
)


def first_look(content: bytes) -> str:
    """`zip` and `ole` are containers to be looked into; anything else is what it is."""
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return ZIP
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return OLE
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(b"{\\rtf"):
        return "word"
    if content.startswith(_OLD_EXCEL):
        return "old_excel"
    if _is_image(content):
        return "image"
    return _text_or_noise(content)


def _is_image(content: bytes) -> bool:
    webp = content.startswith(b"RIFF") and content[8:12] == b"WEBP"
    return webp or content[4:8] == b"ftyp" or content.startswith(_IMAGES)


def _text_or_noise(content: bytes) -> str:
    start = content[:4096]
    if start.startswith(_BYTE_ORDER_MARKS):
        return _kind_of_text(start.decode("utf-16", "replace").encode())
    # Vietnamese text may be in any of the old encodings: only control bytes tell it from noise.
    if any(byte < 9 or 13 < byte < 32 for byte in start):
        return "unknown"
    return _kind_of_text(start)


def _kind_of_text(start: bytes) -> str:
    lowered = start.lower()
    if lowered.startswith(b"mime-version:"):
        return "web_archive"
    if b"<workbook" in lowered and b"schemas-microsoft-com:office:spreadsheet" in lowered:
        return "xml_2003"
    if b"office:document " in lowered and b"opendocument" in lowered:
        return "flat_ods"
    return "html" if b"<html" in lowered or b"<table" in lowered else "text"


def kind_in_ole(content: bytes) -> str:
    """A directory of an OLE file names its streams in UTF-16."""
    found = (kind for name, kind in _OLE_STREAMS if name.encode("utf-16-le") in content)
    return next(found, "unknown")


def kind_in_zip(archive: ZipFile) -> str:
    names = {name.lower().replace("\\", "/") for name in archive.namelist()}
    if "xl/workbook.xml" in names:
        return XLSX
    if "xl/workbook.bin" in names:
        return XLSB
    if any(name.startswith("word/") for name in names):
        return "word"
    if "mimetype" in names and "content.xml" in names:
        return _opendocument(archive.read("mimetype").decode("ascii", "replace"))
    return "unknown" if any(name.startswith("ppt/") for name in names) else "zip"


def _opendocument(mimetype: str) -> str:
    return {"spreadsheet": ODS, "text": "word"}.get(mimetype.strip().rpartition(".")[2], "unknown")
