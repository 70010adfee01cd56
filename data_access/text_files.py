"""Reading a text file that a person wrote, in whichever of the common encodings."""

from pathlib import Path


def read_text(file: Path) -> str:
    return decoded(file.read_bytes())


def decoded(content: bytes) -> str:
    """UTF-8, with or without a byte order mark; else UTF-16 as Notepad and Excel save it. Bytes
    that are neither are kept visible as replacement characters, to be complained of in place."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    return content.decode("utf-8-sig", errors="replace")
