"""Programmes by address: the empty workbook, one text as workbook or data file, a draft."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard import session
from dashboard.web.answers import attachment, choice_asked, text_asked
from dashboard.web.guard import signed_in
from data_access.queries import programmes

_KINDS = ("xlsx", "yaml")


def _template(request: Request) -> Response:
    content = programmes.template(session.engine(), signed_in(request))
    return attachment("mau-chuong-trinh.xlsx", content)


def _programme(request: Request) -> Response:
    """Everybody who is signed in may read the programmes."""
    actor, engine = signed_in(request), session.engine()
    code, kind = text_asked(request, "ma"), choice_asked(request, "dang", _KINDS)
    name = f"{_file_name(code)}.{kind}"
    if kind == "yaml":
        return attachment(name, programmes.text(engine, actor, code).encode())
    return attachment(name, programmes.workbook(engine, actor, code))


def _draft(request: Request) -> Response:
    code = text_asked(request, "du-thao")
    content = programmes.draft_workbook(session.engine(), signed_in(request), code)
    return attachment(f"{_file_name(code)}_du-thao.xlsx", content)


def _file_name(code: str) -> str:
    """Codes may hold a slash, as the numbers of documents do."""
    return f"chuong-trinh_{code.replace('/', '-')}"


ROUTES = (
    Route("/tep/mau-chuong-trinh", _template, methods=["GET"]),
    Route("/tep/chuong-trinh", _programme, methods=["GET"]),
    Route("/tep/du-thao-chuong-trinh", _draft, methods=["GET"]),
)
