"""What the plain forms do: the same actions as the full pages, then on to the file's own page."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dashboard import session
from dashboard.web.failures import WrongEntry
from dashboard.web.guard import signed_in
from dashboard.web.plain_submission.frame import PAGE, PROCESS
from dashboard.web.plain_submission.outcomes import verification
from dashboard.web.typed import Typed, typed
from data_access.accounts import Actor
from data_access.actions.documents import submit_document
from data_access.actions.evidence import attach
from data_access.actions.returns import confirm_return, offer_return, withdraw_return
from data_access.actions.review import comment_on
from data_access.database import Engine
from data_access.document_heads import DocumentHead
from data_access.handing import Arrival, Channel, Handing
from scoring.forms import Mark

Act = Callable[[Engine, Actor, Typed], Response]


def acting(act: Act) -> Callable[[Request], Awaitable[Response]]:
    """The form is read as it comes in, the rest is done where waiting holds up nobody."""

    async def answer(request: Request) -> Response:
        sent = await typed(request)
        return await run_in_threadpool(act, session.engine(), signed_in(request), sent)

    return answer


def hand_in(engine: Engine, actor: Actor, sent: Typed) -> Response:
    name, content = sent.file()
    offered = offer_return(engine, actor, name, content, handing=Handing(expected=_mark(sent)))
    return _onward(offered.id)


def hand_in_document(engine: Engine, actor: Actor, sent: Typed) -> Response:
    name, content = sent.file()
    signed_on = sent.day("signed_on", "Ngày ký")
    if signed_on is None:
        raise WrongEntry("“Ngày ký” để trống. Đề nghị quay lại và ghi mục này.")
    head = DocumentHead(
        sent.asked("number", "Số, ký hiệu văn bản"),
        signed_on,
        sent.asked("signer", "Người ký"),
        sent.asked("abstract", "Trích yếu"),
    )
    kept = submit_document(engine, actor, name, content, _mark(sent), head, handing=_handing(sent))
    return _onward(kept.id)


def confirm(engine: Engine, actor: Actor, sent: Typed) -> Response:
    kept = confirm_return(engine, actor, sent.number("bai"), handing=_handing(sent))
    return _onward(kept.id)


def withdraw(engine: Engine, actor: Actor, sent: Typed) -> Response:
    number = sent.number("bai")
    withdraw_return(engine, actor, number, sent.asked("reason", "Lý do rút"))
    return _onward(number)


def comment(engine: Engine, actor: Actor, sent: Typed) -> Response:
    mark = _mark(sent)
    comment_on(engine, actor, sent.number("bai"), sent.asked("text", "Ý kiến"))
    return _to_process(mark)


def attach_file(engine: Engine, actor: Actor, sent: Typed) -> Response:
    mark, (name, content) = _mark(sent), sent.file()
    number, dated = sent.text("number"), sent.day("dated", "Ngày văn bản")
    key = sent.text("key")
    attach(engine, actor, mark.form, mark.unit, mark.period, key, name, content, number, dated)
    return _to_process(mark)


def verify(engine: Engine, actor: Actor, sent: Typed) -> Response:
    return verification(engine, actor, *sent.file())


def _mark(sent: Typed) -> Mark:
    return Mark(
        sent.asked("form", "Biểu mẫu"), "", sent.asked("unit", "Đơn vị"), sent.period("period")
    )


def _handing(sent: Typed) -> Handing:
    confirmed = _mark(sent) if sent.text("identity") else None
    return Handing(None, confirmed, estimate=bool(sent.text("estimate")), arrival=_arrival(sent))


def _arrival(sent: Typed) -> Arrival | None:
    day = sent.day("arrived", "Ngày đến")
    if day is not None:
        return Arrival(day, sent.text("arrival_number"), _channel(sent.text("channel")))
    if sent.text("arrival_number"):
        raise WrongEntry("Có số đến nhưng thiếu ngày đến. Đề nghị quay lại và ghi ngày đến.")
    return None


def _channel(named: str) -> Channel:
    try:
        return Channel(named)
    except ValueError as wrong:
        raise WrongEntry("Hình thức gửi không có trong danh sách. Đề nghị chọn lại.") from wrong


def _to_process(mark: Mark) -> Response:
    said = {"form": mark.form, "unit": mark.unit, "period": str(mark.period)}
    return RedirectResponse(f"{PROCESS}?{urlencode(said)}", 303)


def _onward(number: int) -> Response:
    """A page of its own for each file: loading it again hands nothing in twice."""
    return RedirectResponse(f"{PAGE}?bai={number}", 303)
