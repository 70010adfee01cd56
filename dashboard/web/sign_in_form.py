"""The sign-in page as one document. Knows no passwords."""

from collections.abc import Sequence
from html import escape

from starlette.responses import Response

from dashboard import wording
from dashboard.web.guard import SIGN_IN
from dashboard.web.plain import PLAIN_PAGE, plain_page
from data_access.accounts import Role
from data_access.database import Engine
from data_access.queries.catalogue import Account, accounts, demonstration

TITLE = "Thực hiện dân chủ ở cơ sở"

_ORDER = (Role.SECRETARIAT, Role.LEADER, Role.ASSESSOR, Role.MEMBER, Role.UNIT)

_FORM = """<h1>{title}</h1>
<p class="muted">Theo dõi, đánh giá, xếp loại của Ban Chỉ đạo</p>
{wrong}
<form method="post" action="{action}">
<input type="hidden" name="next" value="{next}">
<label for="user">Tên đăng nhập</label>
<input id="user" name="user" value="{user}" autocomplete="username" autocapitalize="none"
 spellcheck="false" maxlength="100" required autofocus>
<label for="password">Mật khẩu</label>
<input id="password" name="password" type="password" autocomplete="current-password"
 maxlength="200" required>
<button class="primary">Đăng nhập</button>
</form>
<p class="plain muted">{plain}</p>
{offer}"""

_TO_PLAIN = (
    'Máy cũ, mạng chậm: <a href="{action}?next={page}">Trang đơn giản</a> (nộp báo cáo không cần '
    "trình duyệt mới)."
)
_IS_PLAIN = 'Vào trang đơn giản để nộp báo cáo. <a href="{action}">Trang đầy đủ</a>'

_OFFER = """<h2>Dữ liệu trình diễn – số liệu minh họa</h2>
<p class="muted">{shown}. Chọn một tài khoản để xem, không cần mật khẩu.</p>
<form method="post" action="{action}">
<input type="hidden" name="next" value="{next}">
{groups}
</form>"""


def sign_in_form(
    engine: Engine, next: str, user: str = "", wrong: str = "", status: int = 200
) -> Response:
    body = _FORM.format(
        title=TITLE,
        wrong=f'<p class="wrong" role="alert">{escape(wrong)}</p>' if wrong else "",
        action=SIGN_IN,
        next=escape(next),
        user=escape(user),
        plain=_other_way(next),
        offer=_offer(engine, next),
    )
    return plain_page(f"Đăng nhập – {TITLE}", body, status)


def _other_way(next: str) -> str:
    page = PLAIN_PAGE.address
    words = _IS_PLAIN if next.startswith(page) else _TO_PLAIN
    return words.format(action=SIGN_IN, page=page)


def _offer(engine: Engine, next: str) -> str:
    shown = demonstration(engine)
    if shown is None:
        return ""
    known = accounts(engine)
    groups = (_group(role, [one for one in known if one.role is role]) for role in _ORDER)
    title = f"{shown.title}, ngày {wording.day_text(shown.day)}"
    return _OFFER.format(
        shown=escape(title), action=SIGN_IN, next=escape(next), groups="\n".join(groups)
    )


def _group(role: Role, members: Sequence[Account]) -> str:
    if not members:
        return ""
    ordered = sorted(members, key=lambda account: wording.vietnamese_order(account.name))
    buttons = "\n".join(_button(account) for account in ordered)
    return f'<h3>{wording.ROLES[role]}</h3>\n<div class="choices">\n{buttons}\n</div>'


def _button(account: Account) -> str:
    value, name = escape(account.user), escape(account.name)
    return f'<button name="demonstration" value="{value}">{name}</button>'
