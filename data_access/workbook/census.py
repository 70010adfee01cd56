"""Counts what a part of an Office file would cost to read, while it is inflated. Knows no cells."""

from data_access.workbook import limits
from data_access.workbook.unfit import Unfit, too_large
from scoring.issues import Code

# With a prefix the closing tag is seen as well; nobody comes near a bound by that.
_COUNTED = {
    "xl/sharedstrings.xml": (("strings", (b"<si", b":si"), limits.SHARED_STRINGS),),
    "xl/styles.xml": (("styles", (b"<xf ", b":xf "), limits.CELL_STYLES),),
    "xl/workbook.xml": (
        ("names", (b"<definedName ", b":definedName "), limits.DEFINED_NAMES),
        ("sheets", (b"<sheet ", b":sheet "), limits.SHEETS),
    ),
    "content.xml": (("names", (b"<table:named-range ",), limits.DEFINED_NAMES),),
}
_IN_SHEETS = (("merged", (b"<mergeCell ", b":mergeCell "), limits.MERGED_RANGES),)
_READ = ("xl/", "content.xml", "styles.xml", "[content_types].xml", "_rels/")
# No office program writes either into a part that is read, and both are used to attack readers.
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")
_LONGEST = max(map(len, _FORBIDDEN + (b"<table:named-range ",)))


class Census:
    """One part, taken in piece by piece."""

    def __init__(self, name: str) -> None:
        self._is_read = name.startswith(_READ) and name.endswith((".xml", ".rels"))
        self._counted = _COUNTED.get(name, ())
        if name.startswith("xl/worksheets/"):
            self._counted = _IN_SHEETS
        self._counts = [0] * len(self._counted)
        self._last = b""

    def take_in(self, chunk: bytes) -> None:
        if not self._is_read:
            return
        if not self._last and chunk.startswith(_UTF_16):
            raise Unfit(Code.FILE_UNREADABLE)
        # A tag may begin in one piece and end in the next.
        overlapping = self._last[1 - _LONGEST :] + chunk
        if any(word in overlapping for word in _FORBIDDEN):
            raise Unfit(Code.FILE_UNREADABLE)
        for index, (kind, tags, most) in enumerate(self._counted):
            self._counts[index] += sum(_ending_in(overlapping, tag, chunk) for tag in tags)
            if self._counts[index] > most:
                raise too_large(kind, f"> {most}", most)
        self._last = chunk


def _ending_in(overlapping: bytes, tag: bytes, chunk: bytes) -> int:
    """How often the tag ends within the chunk: what ended before it was counted before."""
    start = max(0, len(overlapping) - len(chunk) - len(tag) + 1)
    return overlapping.count(tag, start)
