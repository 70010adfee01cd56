"""What a person sends in a form that carries a file: its fields and the file, within bounds."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Message, Receive

from dashboard.web.failures import WrongEntry
from dashboard.wording import sentence
from data_access.workbook.limits import COMPRESSED_BYTES, MEBIBYTE
from scoring.issues import WHOLE_FILE, Code, issue
from scoring.periods import Period, parse_period

# The file and, around it, the boundary and the other fields.
_LARGEST_BODY = COMPRESSED_BYTES + 256 * 1024
# A browser that is still sending when the answer comes may show a broken connection in its place:
# what is too much is read to its end and thrown away, unless it never ends.
_THROWN_AWAY = 20 * COMPRESSED_BYTES
_LONGEST_FIELD = 16 * 1024
_MOST_FIELDS = 30

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")

CHOOSE_A_FILE = "Chưa chọn tệp. Đề nghị quay lại, chọn tệp rồi bấm lại."


@dataclass(frozen=True)
class Typed:
    """One form as sent; `file_name` is empty where no file was chosen."""

    fields: Mapping[str, str]
    file_name: str = ""
    content: bytes = b""

    def text(self, name: str) -> str:
        return self.fields.get(name, "").strip()

    def asked(self, name: str, label: str) -> str:
        typed = self.text(name)
        if not typed:
            raise WrongEntry(f"“{label}” để trống. Đề nghị quay lại và ghi mục này.")
        return typed

    def number(self, name: str) -> int:
        typed = self.text(name)
        if not (typed.isascii() and typed.isdigit() and len(typed) <= 15):
            said = f"“{typed}” không phải là số thứ tự. Đề nghị mở lại trang Nộp báo cáo."
            raise WrongEntry(said)
        return int(typed)

    def period(self, name: str) -> Period:
        typed = self.text(name)
        try:
            return parse_period(typed)
        except ValueError as wrong:
            said = f"“{typed}” không phải là kỳ báo cáo. Đề nghị chọn lại kỳ."
            raise WrongEntry(said) from wrong

    def day(self, name: str, label: str) -> date | None:
        """As people type it, or as programs write it."""
        typed = self.text(name)
        if not typed:
            return None
        try:
            written = _DAY.fullmatch(typed)
            if written:
                return _within_reach(date(int(written[3]), int(written[2]), int(written[1])))
            return _within_reach(date.fromisoformat(typed))
        except ValueError as wrong:
            said = f"{label}: “{typed}” không phải ngày. Đề nghị ghi dạng 05/4/2022."
            raise WrongEntry(said) from wrong

    def file(self) -> tuple[str, bytes]:
        if not self.file_name:
            raise WrongEntry(CHOOSE_A_FILE)
        return self.file_name, self.content


async def typed(request: Request) -> Typed:
    """Never more in memory or on disk than one file may have."""
    _length_within(request)
    bounded = Request(request.scope, _bounded(request.receive))
    try:
        async with bounded.form(
            max_files=1, max_fields=_MOST_FIELDS, max_part_size=_LONGEST_FIELD
        ) as form:
            return await _typed(form)
    except HTTPException as wrong:
        said = "Không đọc được nội dung gửi lên. Đề nghị mở lại trang và gửi lại."
        raise WrongEntry(said) from wrong
    except _TooMuch as wrong:
        raise _too_large(wrong.seen) from wrong


class _TooMuch(Exception):
    def __init__(self, seen: int) -> None:
        super().__init__(seen)
        self.seen = seen


def _bounded(receive: Receive) -> Receive:
    seen = 0

    async def within_bounds() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen <= _LARGEST_BODY:
            return message
        while message.get("more_body") and seen <= _THROWN_AWAY:
            message = await receive()
            seen += len(message.get("body", b""))
        raise _TooMuch(seen)

    return within_bounds


def _length_within(request: Request) -> None:
    """Far too much is not even read."""
    announced = request.headers.get("content-length", "0")
    if announced.isascii() and announced.isdigit() and int(announced) > _THROWN_AWAY:
        raise _too_large(int(announced))


def _too_large(size: int) -> WrongEntry:
    most = f"{COMPRESSED_BYTES // MEBIBYTE} MB"
    value = f"{-(-size // MEBIBYTE)} MB"
    return WrongEntry(sentence(issue(WHOLE_FILE, Code.FILE_TOO_LARGE, value=value, most=most)), 413)


async def _typed(form: FormData) -> Typed:
    fields = {name: value for name, value in form.items() if isinstance(value, str)}
    sent = next((value for value in form.values() if isinstance(value, UploadFile)), None)
    if sent is None:
        return Typed(fields)
    return Typed(fields, sent.filename or "", await sent.read())


def _within_reach(day: date) -> date:
    """Calendars end; a day near their ends is a slip of the pen."""
    if not 1945 <= day.year <= 2200:
        raise ValueError(day)
    return day
