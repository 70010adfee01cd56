"""Opens a zip only within bounds: nothing is read of an archive that would not stay small.

Programs that write workbooks never name a part twice, never climb out of the archive, never lay
one part over another: an archive that does was made to be read in two ways.
"""

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from data_access.workbook import limits
from data_access.workbook.census import Census
from data_access.workbook.unfit import Unfit, too_large
from scoring.issues import Code

_CHUNK = 1 << 18
_DIRECTORY_ENTRY = b"PK\x01\x02"
_LOCAL_HEADER = 30
_ENCRYPTED = 0x1


def open_archive(content: bytes) -> ZipFile:
    # Counted in the bytes: zipfile itself would first make an object of each.
    if (entries := content.count(_DIRECTORY_ENTRY)) > limits.ARCHIVE_ENTRIES:
        raise too_large("entries", entries, limits.ARCHIVE_ENTRIES)
    try:
        archive = ZipFile(BytesIO(content))
    except (BadZipFile, NotImplementedError, ValueError, OSError) as damaged:
        raise Unfit(Code.FILE_UNREADABLE) from damaged
    _check_directory(archive.infolist())
    return archive


def _check_directory(entries: list[ZipInfo]) -> None:
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise Unfit(Code.FILE_ENCRYPTED)
    names = {plain_name(entry.orig_filename) for entry in entries}
    sound = (
        len(names) == len(entries)
        and all(map(_is_inside, names))
        # Other methods inflate without a bound on their output.
        and all(entry.compress_type in (ZIP_STORED, ZIP_DEFLATED) for entry in entries)
        and not _overlap(entries)
    )
    if not sound:
        raise Unfit(Code.FILE_UNREADABLE)


def plain_name(name: str) -> str:
    """As the reading libraries look parts up: neither letter case nor kind of slash counts."""
    return name.replace("\\", "/").lower()


def _is_inside(name: str) -> bool:
    steps = name.split("/")
    odd = name.startswith("/") or ":" in steps[0] or "\0" in name or ".." in steps
    return not odd and len(name) <= limits.LONGEST_PART_NAME


def _overlap(entries: list[ZipInfo]) -> bool:
    parts = sorted((entry.header_offset, entry.compress_size) for entry in entries)
    return any(
        offset + _LOCAL_HEADER + size > following
        for (offset, size), (following, _) in pairwise(parts)
    )


def check_inflated(archive: ZipFile, compressed: int) -> None:
    """Inflate everything once and count: the sizes an archive declares may be lies."""
    most = min(limits.INFLATED_BYTES, max(compressed * limits.RATIO, limits.RATIO_APPLIES_FROM))
    allowance = most
    for entry in archive.infolist():
        census = Census(plain_name(entry.filename))
        for chunk in _chunks(archive, entry, allowance):
            allowance -= len(chunk)
            if allowance < 0:
                size = f"{most // limits.MEBIBYTE} MB"
                raise too_large("inflated", f"> {size}", size)
            census.take_in(chunk)


def _chunks(archive: ZipFile, entry: ZipInfo, allowance: int) -> Iterator[bytes]:
    """The declared size is put out of the way, or zipfile would believe it and stop there."""
    declared, entry.file_size = entry.file_size, allowance + 2 * _CHUNK
    try:
        with archive.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                yield chunk
    finally:
        entry.file_size = declared
