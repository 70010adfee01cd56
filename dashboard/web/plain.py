"""Plain pages outside Streamlit: one document, no script and no second file."""

from html import escape
from pathlib import Path

from starlette.responses import HTMLResponse

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
<body>
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


def plain_page(title: str, body: str, status: int = 200) -> HTMLResponse:
    """`body` is markup: whatever people typed in it must have been escaped."""
    page = _PAGE.format(title=escape(title), style=_STYLE, body=body)
    return HTMLResponse(page, status, _HEADERS)


def sentence_page(title: str, sentence: str, status: int) -> HTMLResponse:
    body = (
        f'<h1>{escape(title)}</h1>\n<p>{escape(sentence)}</p>\n<p><a href="/">Về trang đầu</a></p>'
    )
    return plain_page(title, body, status)
