"""Reading an address' parameters, and handing out a file under its Vietnamese name."""

from datetime import date
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from dashboard import session
from dashboard.web.failures import WrongAddress
from scoring.periods import Period, parse_period

_OFFICE = "application/vnd.openxmlformats-officedocument"
_EXCEL = "application/vnd.ms-excel"
# What a browser may be told a file is; everything else is bytes. Nothing is ever shown inline.
_TYPES = {
    "pdf": "application/pdf",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "xlsm": f"{_EXCEL}.sheet.macroEnabled.12",
    "xlsb": f"{_EXCEL}.sheet.binary.macroEnabled.12",
    "xls": _EXCEL,
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "zip": "application/zip",
    "ics": "text/calendar; charset=utf-8",
    "json": "application/json; charset=utf-8",
}


def text_asked(request: Request, name: str) -> str:
    typed = request.query_params.get(name, "")
    if not typed:
        raise WrongAddress(f"Địa chỉ thiếu tham số “{name}”.")
    return typed


def number_asked(request: Request, name: str) -> int:
    typed = text_asked(request, name)
    # Longer than any number kept; the database would choke on a larger one.
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 15):
        raise WrongAddress(f"“{name}={typed}” không phải là số thứ tự.")
    return int(typed)


def period_asked(request: Request) -> Period:
    typed = text_asked(request, "period")
    try:
        return parse_period(typed)
    except ValueError as wrong:
        raise WrongAddress(
            f"“period={typed}” không phải là kỳ báo cáo; ví dụ: 2022-Q3 hoặc 2022."
        ) from wrong


def day_asked(request: Request, otherwise: date) -> date:
    """The day of view that a page's address carries along."""
    typed = request.query_params.get("date")
    if not typed:
        return otherwise
    try:
        return session.day_typed(typed)
    except ValueError as wrong:
        raise WrongAddress(f"“date={typed}” không phải là ngày; ví dụ: 2022-10-15.") from wrong


def choice_asked(request: Request, name: str, choices: tuple[str, ...]) -> str:
    """The first choice where the address names none."""
    typed = request.query_params.get(name) or choices[0]
    if typed not in choices:
        raise WrongAddress(f"“{name}={typed}” phải là một trong: {', '.join(choices)}.")
    return typed


def attachment(name: str, content: bytes) -> Response:
    kind = _TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")
    # Old browsers read the plain name only; the others take the second.
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "._-") else "_" for c in name)
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    headers = {
        "Content-Disposition": disposition,
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(content, media_type=kind, headers=headers)
