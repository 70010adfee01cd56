"""Plain pages outside Streamlit: one document, no script and no second file."""

from dataclasses import dataclass
from html import escape
from pathlib import Path

from starlette.responses import HTMLResponse


@dataclass(frozen=True)
class Back:
    """Where a person who was told no goes on."""

    address: str
    words: str


FIRST_PAGE = Back("/", "Về trang đầu")
# Handing in without script and without an open connection, for old browsers.
PLAIN_PAGE = Back("/nop", "Về trang Nộp báo cáo")

_STYLE = Path(__file__).with_name("plain.css").read_text(encoding="utf-8")

_PAGE = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>{title}</title>
<style>
{style}</style>
</head>
<body{kind}>
<main>
{body}
</main>
</body>
</html>
"""

_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
    ),
}


def plain_page(title: str, body: str, status: int = 200, *, wide: bool = False) -> HTMLResponse:
    """`body` is markup: whatever people typed in it must have been escaped."""
    kind = ' class="wide"' if wide else ""
    page = _PAGE.format(title=escape(title), style=_STYLE, kind=kind, body=body)
    return HTMLResponse(page, status, _HEADERS)


def sentence_page(title: str, sentence: str, status: int, back: Back = FIRST_PAGE) -> HTMLResponse:
    body = (
        f"<h1>{escape(title)}</h1>\n<p>{escape(sentence)}</p>\n"
        f'<p><a href="{escape(back.address)}">{escape(back.words)}</a></p>'
    )
    return plain_page(title, body, status)
