"""Streamlit's page shell, told that it is Vietnamese: a browser must not offer to translate it."""

import re
from functools import cache
from pathlib import Path

import streamlit
from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from dashboard.navigation import ENTRIES
from dashboard.web.failures import NotThere
from dashboard.web.sign_in_form import TITLE

_SHELL = Path(streamlit.__file__).parent / "static" / "index.html"
_SCRIPT = Path(__file__).with_name("shell.js")
_SCRIPT_ADDRESS = "/giao-dien.js"
# Where scripts are switched off Streamlit speaks English to programmers; /nop needs none.
_WITHOUT_SCRIPTS = """<noscript>
<h1>Trình duyệt này không chạy được trang đầy đủ</h1>
<p>Đề nghị dùng <a href="./nop">Trang đơn giản</a> để nộp báo cáo, xem phiếu tiếp nhận và quá trình
báo cáo.</p>
</noscript>"""
_ADDRESSES = frozenset(entry.address for entry in ENTRIES)


class _PageName(Convertor[str]):
    """Streamlit's own files have a dot in their names, its other doors a slash."""

    regex = "[^/.]*"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


def _shell(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _ADDRESSES:
        raise NotThere(f"Không có trang “{name}”.")
    return HTMLResponse(_text())


def _script(_request: Request) -> Response:
    return Response(_SCRIPT.read_text(encoding="utf-8"), media_type="text/javascript")


@cache
def _text() -> str:
    written = _SHELL.read_text(encoding="utf-8")
    # Streamlit's one inline script is for crawlers; our security policy allows none.
    quiet = re.sub(r"<script>.*?</script>", "", written, flags=re.DOTALL)
    plain = re.sub(r"<noscript>.*?</noscript>", _WITHOUT_SCRIPTS, quiet, flags=re.DOTALL)
    vietnamese = plain.replace('<html lang="en">', '<html lang="vi" translate="no">', 1)
    added = f'<title>{TITLE}</title>\n    <script defer src="{_SCRIPT_ADDRESS}"></script>'
    return vietnamese.replace("<title>Streamlit</title>", added, 1)


register_url_convertor("page_name", _PageName())
ROUTES = (
    Route(_SCRIPT_ADDRESS, _script, methods=["GET"]),
    Route("/{name:page_name}", _shell, methods=["GET"]),
)
