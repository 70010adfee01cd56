"""Repacks an Office file so that the same content always gives the same bytes."""

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

Rewrite = Callable[[str, bytes], bytes]

_EPOCH = (1980, 1, 1, 0, 0, 0)
_SAVED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_FIXED_MOMENT = rb"\g<1>2000-01-01T00:00:00Z\g<2>"


def forget_moment(name: str, part: bytes) -> bytes:
    """openpyxl stamps the time of saving into the properties."""
    return _SAVED.sub(_FIXED_MOMENT, part) if name == "docProps/core.xml" else part


def repack(content: bytes, rewrite: Rewrite = forget_moment) -> bytes:
    packed = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, rewrite(name, old.read(name)))
    return packed.getvalue()
