"""Signing in and out: a plain form that works without script."""

from urllib.parse import parse_qs

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dashboard import session, wording
from dashboard.web.guard import COOKIE, SIGN_IN
from dashboard.web.local_paths import local_path
from dashboard.web.open_pages import end_pages
from dashboard.web.sign_in_form import sign_in_form
from data_access.actions.sessions import demonstration_sign_in, sign_in, sign_out
from scoring.refusals import Refusal, Refused

SIGN_OUT = "/dang-xuat"
_LARGEST_FORM = 8_192
# Checking a password takes much memory on purpose; a crowd at the door must not take all of it.
_AT_THE_DOOR = CapacityLimiter(2)


def _show(request: Request) -> Response:
    return sign_in_form(session.engine(), next=local_path(request.query_params.get("next", "/")))


async def _enter(request: Request) -> Response:
    form = await _form(request)
    return await to_thread.run_sync(_answer, request, form, limiter=_AT_THE_DOOR)


def _answer(request: Request, form: dict[str, str]) -> Response:
    onward = local_path(form.get("next", "/"))
    try:
        token = _token(form, request.client.host if request.client else "")
    except Refused as refused:
        status = 429 if refused.code is Refusal.TOO_MANY_ATTEMPTS else 401
        said = wording.refusal(refused)
        return sign_in_form(session.engine(), onward, form.get("user", ""), said, status)
    _end(request)
    answer = RedirectResponse(onward, 303)
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, token, path="/", httponly=True, samesite="lax", secure=secure)
    return answer


def _token(form: dict[str, str], address: str) -> str:
    if "demonstration" in form:
        return demonstration_sign_in(session.engine(), form["demonstration"], address)
    return sign_in(session.engine(), form.get("user", ""), form.get("password", ""), address)


def _leave(request: Request) -> Response:
    _end(request)
    answer = RedirectResponse(SIGN_IN, 303)
    answer.delete_cookie(COOKIE, path="/", httponly=True, samesite="lax")
    return answer


def _end(request: Request) -> None:
    token = request.cookies.get(COOKIE)
    if token:
        sign_out(session.engine(), token)
        end_pages(token)


async def _form(request: Request) -> dict[str, str]:
    """The fields typed; a body larger than any honest one counts as empty."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LARGEST_FORM:
            return {}
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    return {name: values[0] for name, values in fields.items()}


ROUTES = (
    Route(SIGN_IN, _show, methods=["GET"]),
    Route(SIGN_IN, _enter, methods=["POST"]),
    Route(SIGN_OUT, _leave, methods=["POST"]),
)
