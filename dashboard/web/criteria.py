"""A criteria table by address, as a workbook to be edited or as the data file it is kept as."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard import session
from dashboard.web.answers import attachment, choice_asked, text_asked
from dashboard.web.guard import signed_in
from data_access.queries import criteria

_KINDS = ("xlsx", "yaml")


def _criteria(request: Request) -> Response:
    """Everybody who is signed in may read the tables."""
    signed_in(request)
    name, kind = text_asked(request, "bang"), choice_asked(request, "dang", _KINDS)
    table = criteria.table(session.engine(), name)
    file_name = f"bang-tieu-chi_{table.code}_{table.version}.{kind}"
    if kind == "yaml":
        return attachment(file_name, criteria.text(session.engine(), name).encode())
    return attachment(file_name, criteria.workbook(session.engine(), name))


ROUTES = (Route("/tep/bang-tieu-chi", _criteria, methods=["GET"]),)
