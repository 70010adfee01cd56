"""The whole service as one ASGI application, and how it is served."""

import asyncio
import gc
import os
import pkgutil
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path

import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from starlette.types import ASGIApp

import dashboard
from dashboard import session, wording
from dashboard.questions.once import answered
from dashboard.web import (
    completeness,
    consolidated,
    criteria,
    deadlines,
    files,
    health,
    people,
    printed,
    programmes,
    registers,
    shell,
    sign_in,
)
from dashboard.web.configuration import apply_configuration
from dashboard.web.failures import HANDLERS, page_broke
from dashboard.web.guard import Guard
from dashboard.web.plain_submission import routes as plain_submission
from data_access.accounts import Role
from data_access.database import is_initialised
from data_access.queries.catalogue import accounts, demonstration
from data_access.settings import VARIABLE
from scoring.refusals import Refusal, Refused

_SCRIPT = Path(__file__).with_name("app.py")
_ROUTES = (
    *sign_in.ROUTES,
    *health.ROUTES,
    *files.ROUTES,
    *printed.ROUTES,
    *programmes.ROUTES,
    *people.ROUTES,
    *consolidated.ROUTES,
    *criteria.ROUTES,
    *completeness.ROUTES,
    *deadlines.ROUTES,
    *registers.ROUTES,
    *plain_submission.ROUTES,
    *files.REST,
    *shell.ROUTES,
)
# Scripts that Streamlit runs, and entry points: importing them would run them.
_NOT_IMPORTED = ("dashboard.app", "dashboard.pages", "dashboard.main", "dashboard.cli")
_PING_SECONDS = 30
_FREEZE_SECONDS = 5
_LARGEST_MESSAGE = 50 * 1024 * 1024


def application(url: str, script: Path = _SCRIPT) -> ASGIApp:
    """Pages, routes and guard over one database; one process serves one database."""
    os.environ[VARIABLE] = url  # The pages' scripts have no other way to learn of it.
    apply_configuration()
    return st.App(
        script,
        routes=_ROUTES,
        middleware=[Middleware(Guard)],
        lifespan=_imported_and_frozen,
        exception_handlers=HANDLERS,
        on_script_error=page_broke,
    )


def serve(url: str, host: str, port: int, script: Path = _SCRIPT) -> None:
    """Until interrupted. Port 0 takes any free one; the address printed is the real one."""
    server = uvicorn.Server(_settings(application(url, script)))
    if not is_initialised(session.engine()):
        raise Refused(Refusal.NOT_INITIALISED)
    with _bound(host, port) as listening:
        print(*_greeting(listening), sep="\n", flush=True)
        server.run(sockets=[listening])


def _bound(host: str, port: int) -> socket.socket:
    """Named as TCP: of other sockets asyncio does not know that small messages must not wait for
    each other, and every view of a page would take 40 ms longer."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
        family, kind, protocol, _, address = found[0]
        listening = socket.socket(family, kind, protocol)
        if os.name == "posix":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
    except OSError as error:
        raise SystemExit(f"Không mở được {host}:{port}: {error.strerror}.") from error
    return listening


def _settings(served: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        served,
        ws="websockets-sansio",
        ws_ping_interval=_PING_SECONDS,
        ws_ping_timeout=_PING_SECONDS,
        ws_max_size=_LARGEST_MESSAGE,
        ws_per_message_deflate=False,
        access_log=False,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=3,
    )


def _greeting(listening: socket.socket) -> Iterator[str]:
    host, port = listening.getsockname()[:2]
    yield f"Địa chỉ: http://{f'[{host}]' if ':' in host else host}:{port}"
    shown = demonstration(session.engine())
    if shown is None:
        return
    yield f"{shown.title} (xem tại ngày {wording.day_text(shown.day)})."
    yield "Tài khoản trình diễn (chọn trên trang đăng nhập, không cần mật khẩu), ví dụ:"
    known = accounts(session.engine())
    for role in Role:
        first = next((account for account in known if account.role is role), None)
        if first is not None:
            yield f"  {first.user:<22}{wording.ROLES[role]}: {first.name}"


@asynccontextmanager
async def _imported_and_frozen(_app: st.App) -> AsyncIterator[None]:
    """Streamlit collects garbage after each run of a page; what is imported once and stays would
    be walked through every time, at 30 to 60 ms."""
    for name in ("pandas", "pyarrow", "plotly.graph_objects", *_own_modules()):
        import_module(name)
    _freeze()
    again = asyncio.create_task(_freeze_again())
    yield
    again.cancel()


async def _freeze_again() -> None:
    """Answers are kept too; thawed first, so that what nobody holds any more is let go."""
    before = answered()
    while True:
        await asyncio.sleep(_FREEZE_SECONDS)
        if before != (before := answered()):
            gc.unfreeze()
            _freeze()


def _freeze() -> None:
    gc.collect()
    gc.freeze()


def _own_modules() -> Iterator[str]:
    for module in pkgutil.walk_packages(dashboard.__path__, "dashboard."):
        if not module.name.startswith(_NOT_IMPORTED):
            yield module.name
