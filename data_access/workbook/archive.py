"""Opens a zip only within bounds: nothing is read of an archive that would not stay small."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from data_access.workbook import limits
from data_access.workbook.unfit import Unfit, too_large
from scoring.issues import Code

_CHUNK = 1 << 20


def open_archive(content: bytes) -> ZipFile:
    try:
        archive = ZipFile(BytesIO(content))
    except BadZipFile as damaged:
        raise Unfit(Code.FILE_UNREADABLE) from damaged
    if (entries := len(archive.infolist())) > limits.ARCHIVE_ENTRIES:
        raise too_large("entries", entries, limits.ARCHIVE_ENTRIES)
    return archive


def check_inflated(archive: ZipFile, compressed: int) -> None:
    """Inflate everything once and count: the sizes an archive declares may be lies."""
    most = min(limits.INFLATED_BYTES, max(compressed * limits.RATIO, limits.RATIO_APPLIES_FROM))
    allowance = most
    for entry in archive.infolist():
        allowance -= _inflated_size(archive, entry, allowance)
        if allowance < 0:
            size = f"{most // limits.MEBIBYTE} MB"
            raise too_large("inflated", f"> {size}", size)


def _inflated_size(archive: ZipFile, entry: ZipInfo, allowance: int) -> int:
    """Stops soon after the allowance is used up. The declared size is put out of the way, or
    zipfile would believe it and stop there."""
    declared, entry.file_size = entry.file_size, allowance + 2 * _CHUNK
    size = 0
    with archive.open(entry) as stream:
        while size <= allowance and (chunk := stream.read(_CHUNK)):
            size += len(chunk)
    entry.file_size = declared
    return size
