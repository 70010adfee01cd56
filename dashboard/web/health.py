"""Whether the service can work, for whatever watches it; says nothing else."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from dashboard import session
from dashboard.web.guard import HEALTH
from data_access.database import is_initialised


def _health(_request: Request) -> Response:
    if is_initialised(session.engine()):
        return PlainTextResponse("ok")
    return PlainTextResponse("no database", 503)


ROUTES = (Route(HEALTH, _health, methods=["GET"]),)
