"""Nobody without a live session passes, on any path; knows nothing of what lies behind."""

import asyncio
from urllib.parse import quote, urlencode, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard import session
from dashboard.web.open_pages import until_ended
from dashboard.web.plain import sentence_page
from data_access.accounts import Actor
from data_access.queries.sessions import actor_of

COOKIE = "qcdc"
SIGN_IN = "/dang-nhap"
HEALTH = "/suc-khoe"
OPEN = frozenset({SIGN_IN, HEALTH})

# Streamlit's own doors that nobody here needs, signed in or not.
_CLOSED = ("/_stcore/agent", "/_stcore/metrics", "/_stcore/script-health-check")

# The header that server.trustedUserHeaders maps to st.user; ours alone to set.
_TRUSTED = b"x-qcdc-session"
_ACTOR = "qcdc.actor"
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_POLICY_VIOLATION = 1008

_SECURITY = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "SAMEORIGIN",
    # Nothing comes from another host. Streamlit styles inline; no script does, nor is compiled.
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self'; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        "worker-src 'self' blob:; media-src 'self' data: blob:; connect-src 'self' data: blob:; "
        "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
    ),
    "Cache-Control": "no-store",
}


class Guard:
    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._http(scope, receive, _with_security(send))
        elif scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        if request.method not in _READING and not _from_here(request, required=True):
            answer = sentence_page("Không được phép", "Yêu cầu đến từ một trang khác.", 403)
            return await answer(scope, receive, send)
        token, actor = await _who(request)
        refusal = _refusal(request, actor)
        if refusal is not None:
            return await refusal(scope, receive, send)
        return await self._app(_entrusted(scope, token, actor), receive, send)

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        connection = HTTPConnection(scope)
        token, actor = await _who(connection)
        if actor is None or not _from_here(connection, required=False):
            await receive()
            await send({"type": "websocket.close", "code": _POLICY_VIOLATION})
            return
        # Streamlit resumes a session only for the same st.user, which is the token: another
        # person's cookie, or one's own next session, starts with an empty session_state.
        with until_ended(token) as ended:
            listening = _listening(receive, send, ended)
            await self._app(_entrusted(scope, token, actor), listening, send)


def _listening(receive: Receive, send: Send, ended: asyncio.Event) -> Receive:
    """What the page says, until its session ends: then the connection is closed, and the page,
    trying to connect again, is led to the sign-in form."""

    async def listen() -> Message:
        said = asyncio.ensure_future(receive())
        ending = asyncio.ensure_future(ended.wait())
        await asyncio.wait({said, ending}, return_when=asyncio.FIRST_COMPLETED)
        ending.cancel()
        if said.done():
            return said.result()
        said.cancel()
        await send({"type": "websocket.close", "code": _POLICY_VIOLATION})
        return {"type": "websocket.disconnect", "code": _POLICY_VIOLATION}

    return listen


def signed_in(request: Request) -> Actor:
    """Who asks; on every path but the open ones the guard has made sure that somebody does."""
    return request.scope[_ACTOR]


def secured(response: Response) -> Response:
    """For the answers that are given outside the guard."""
    for name, value in _SECURITY.items():
        response.headers.setdefault(name, value)
    return response


async def _who(connection: HTTPConnection) -> tuple[str, Actor | None]:
    token = connection.cookies.get(COOKIE, "")
    if not token:
        return "", None
    return token, await run_in_threadpool(actor_of, session.engine(), token)


def _refusal(request: Request, actor: Actor | None) -> Response | None:
    path = request.scope["path"]
    if actor is not None and path.startswith(_CLOSED):
        return PlainTextResponse("Không có.", 404)
    if actor is not None or path in OPEN:
        return None
    if request.method == "GET" and "text/html" in request.headers.get("accept", ""):
        return RedirectResponse(f"{SIGN_IN}?{urlencode({'next': _wanted(request)})}", 303)
    return PlainTextResponse("Đề nghị đăng nhập.", 401)


def _wanted(request: Request) -> str:
    query = request.scope["query_string"].decode("latin-1")
    return quote(request.scope["path"]) + (f"?{query}" if query else "")


def _from_here(connection: HTTPConnection, *, required: bool) -> bool:
    """Whether a page of this very host asks. A browser always says so when it posts; a program
    that opens a websocket without saying so carries no cookie by accident."""
    headers = connection.headers
    source = headers.get("origin") or headers.get("referer")
    if source is None:
        return not required
    return urlsplit(source).netloc == headers.get("host")


def _entrusted(scope: Scope, token: str, actor: Actor | None) -> Scope:
    """The same request with our header set and every spelling of it by the client taken out."""
    kept = [pair for pair in scope["headers"] if pair[0].lower().replace(b"_", b"-") != _TRUSTED]
    if actor is not None:
        kept.append((_TRUSTED, token.encode("ascii")))
    return {**scope, "headers": kept, _ACTOR: actor}


def _with_security(send: Send) -> Send:
    async def secure(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _SECURITY.items():
                headers.setdefault(name, value)
            if headers.get("content-type", "").startswith("text/html"):
                # Going back after signing out must ask again.
                headers["Cache-Control"] = "no-store"
        await send(message)

    return secure
