"""What every plain page has around it: the way to the full pages, signing out, the heading."""

from html import escape
from urllib.parse import urlencode

from starlette.responses import Response

from dashboard.views import process, submission
from dashboard.views.heading import Heading
from dashboard.views.table import Link
from dashboard.web.plain import PLAIN_PAGE, plain_page
from data_access.accounts import Actor

PAGE = PLAIN_PAGE.address
PROCESS = f"{PAGE}/qua-trinh"

# The full pages that have a plain one beside them.
_PLAIN = {"": PAGE, submission.PAGE: PAGE, process.PAGE: PROCESS}

_TOP = """<div class="top">
<a href="{page}">Nộp báo cáo</a>
<a href="/">Trang đầy đủ</a>
<span>{name}</span>
<form method="post" action="/dang-xuat"><button>Đăng xuất</button></form>
</div>
{head}
<p class="muted">{scope}</p>
"""

_ON_PAPER = '<h1 class="screen">{title}</h1><p class="paper">{issuer}</p>'


def framed(view: Heading, actor: Actor, body: str, issuer: str = "") -> Response:
    """`issuer` heads the page in place of its title when it is printed."""
    scope = [escape(words) for words in (view.title, *view.scope) if words]
    if view.illustrative:
        scope.append("<strong>số liệu minh họa</strong>")
    title, name = escape(view.page), escape(actor.name)
    head = f"<h1>{title}</h1>"
    if issuer:
        head = _ON_PAPER.format(title=title, issuer=escape(issuer))
    top = _TOP.format(page=PAGE, name=name, head=head, scope=" · ".join(scope))
    return plain_page(f"{view.page} – {view.title}", top + body, wide=True)


def address(link: Link) -> str:
    """Links of the full pages lead to the plain ones; files have one address for both."""
    chosen = {name: value for name, value in link.params if value is not None}
    path = _PLAIN.get(link.address, f"/{link.address}")
    return f"{path}?{urlencode(chosen)}" if chosen else path
