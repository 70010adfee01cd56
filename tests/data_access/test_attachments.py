"""What a file really is, by its content: kind, whole, without password, without macros."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from data_access.attachments import Seen, look_at
from tests.data_access.returns_by_hand import JPG, PNG, docx, pdf, xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le")


def zipped(*parts: str) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for part in parts:
            archive.writestr(part, "")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (pdf(), "pdf"),
        (b"junk before it, as some scanners write\n" + pdf(), "pdf"),
        (docx(), "docx"),
        (xlsx(), "xlsx"),
        (JPG, "jpg"),
        (PNG, "png"),
        (b"{\\rtf1 Ke hoach}", "old_word"),
        (ole("WordDocument"), "old_word"),
        (ole("Workbook"), "workbook"),
        (zipped("xl/workbook.bin"), "workbook"),
        (zipped("ppt/presentation.xml"), "unknown"),
        (zipped("ảnh.png"), "zip"),
        (b"GIF89a", "image"),
        (b"so,ngay\n1,2\n", "text"),
        (b"<html><body>", "html"),
        (bytes(64), "unknown"),
    ],
)
def test_what_is_whole_is_told_by_its_content(content: bytes, kind: str) -> None:
    assert look_at(content) == Seen(kind)


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (pdf("/Root 1 0 R /Encrypt 5 0 R"), "encrypted"),
        (pdf("/Encrypt << /V 4 >>"), "encrypted"),
        (ole("EncryptedPackage"), "encrypted"),
        (docx("word/vbaProject.bin"), "macros"),
        (xlsx("xl/vbaProject.bin"), "macros"),
        (pdf()[:-20], "damaged"),
        (docx()[:-30], "damaged"),
        (docx("../../etc/x"), "damaged"),
        (zipped("word/document.xml"), "damaged"),
        (JPG[:-2], "damaged"),
        (PNG[:20], "damaged"),
    ],
)
def test_what_nobody_could_or_should_open_is_told(content: bytes, wrong: str) -> None:
    seen = look_at(content)
    assert not seen.is_sound
    assert getattr(seen, wrong)


def test_words_about_encryption_are_no_encryption() -> None:
    assert look_at(pdf(text="/Encrypted and /Encrypt are words")).is_sound


def test_a_bomb_is_damaged() -> None:
    stream = BytesIO()
    with ZipFile(stream, "w", compression=8) as archive:
        archive.writestr("[Content_Types].xml", "")
        archive.writestr("word/document.xml", bytes(120 << 20))
    assert look_at(stream.getvalue()).damaged
