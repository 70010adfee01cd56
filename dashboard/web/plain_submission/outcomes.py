"""The plain page of one file (/nop?bai=…): what was read of it, its issues or its receipt."""

from collections.abc import Mapping
from html import escape

from starlette.requests import Request
from starlette.responses import Response

from dashboard import cache, markup, return_markup, session, wording
from dashboard.cache import Asking
from dashboard.questions.returns import Shown
from dashboard.views import submission as views
from dashboard.views.heading import heading
from dashboard.views.offer import Confirmation
from dashboard.views.table import Link
from dashboard.web.answers import number_asked
from dashboard.web.guard import signed_in
from dashboard.web.plain_submission import fields
from dashboard.web.plain_submission.frame import PAGE, address, framed
from data_access.accounts import Actor
from data_access.database import Engine
from data_access.moments import today
from data_access.queries import returns
from data_access.submission_entries import SubmissionEntry

ESTIMATES: Mapping[str, str] = {"": "Số chính thức", "1": "Số ước, sẽ nộp số chính thức sau"}
_PRINT = "Để in phiếu: bấm Ctrl+P; trang in ra khổ A4 chỉ gồm phiếu tiếp nhận."


def one_file(request: Request) -> Response:
    engine, actor = session.engine(), signed_in(request)
    number = number_asked(request, "bai")
    entry = returns.submission(engine, actor, number)
    ask = cache.asking(engine, actor)
    title = ask.returns.names().unit(entry.unit) or actor.name
    scene = ask.scene(today(engine))
    view = heading(views.TITLE, title, scene)
    onward = f'<p class="screen"><a href="{_onward(entry)}">Nộp tệp khác</a></p>'
    body = _shown(ask.returns.shown(str(number))) + _remarks(ask, number) + onward
    return framed(view, actor, body, scene.committee)


def verification(engine: Engine, actor: Actor, file_name: str, content: bytes) -> Response:
    """The receipts given for exactly these bytes; nothing is kept of the file."""
    ask = cache.asking(engine, actor)
    view = ask.returns.verified(file_name, content)
    body = markup.sentence(view.said) + markup.table(view.table, address)
    head = heading("Kiểm tra phiếu tiếp nhận", actor.name, ask.scene(today(engine)))
    return framed(head, actor, body)


def estimate_field() -> str:
    return fields.one_of("estimate", "Số liệu trong báo cáo", ESTIMATES, "")


def arrival_fields() -> str:
    """Entered for a unit that sent it by another way; the unit itself has no office of arrival."""
    ways = {channel.value: words for channel, words in wording.CHANNELS.items()}
    return (
        "<fieldset><legend>Nhập thay đơn vị (khi nhận bằng đường khác)</legend>"
        + fields.side_by_side(
            fields.day("arrived", "Ngày đến"),
            fields.line("arrival_number", "Số đến", longest=100),
        )
        + fields.choice("channel", "Hình thức gửi", ways)
        + "</fieldset>"
    )


def _onward(entry: SubmissionEntry) -> str:
    if entry.unit is None:
        return PAGE
    chosen = (("unit", entry.unit), ("period", str(entry.period)), ("form", entry.form))
    return escape(address(Link("", chosen)))


def _shown(shown: Shown) -> str:
    if shown.outcome is not None:
        said = f'<p class="screen q-note">{_PRINT}</p>' if shown.outcome.accepted else ""
        return markup.outcome(shown.outcome, address) + said
    asked = shown.confirmation
    return (
        return_markup.offer(shown.offer, address)
        + ("" if asked is None else _confirming(asked))
        + return_markup.offer_details(shown.offer, address)
    )


def _remarks(ask: Asking, number: int) -> str:
    """What is wrong with the head of a signed document, by field."""
    remarks = ask.returns.remarks(str(number))
    return f"{markup.title('Các mục cần sửa')}{markup.terms(remarks.items())}" if remarks else ""


def _confirming(asked: Confirmation) -> str:
    parts = [fields.hidden("bai", str(number)) for number in asked.numbers]
    if asked.confirmed is not None:
        # What the person saw and agrees to, not what may be recognised a moment later.
        parts += [fields.which(asked.confirmed), fields.agreed("identity", asked.question)]
    if asked.estimate:
        parts.append(estimate_field())
    if asked.arrival:
        parts.append(arrival_fields())
    return fields.form(f"{PAGE}/xac-nhan", asked.button, *parts)
