"""Files about a unit and its inspections: phiếu địa bàn, signed minutes and conclusions."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard import session
from dashboard.printing.area_sheet import printed_area_sheet
from dashboard.printing.profiles import PROFILES
from dashboard.web.answers import attachment, choice_asked, day_asked, number_asked, text_asked
from dashboard.web.guard import signed_in
from data_access.moments import today
from data_access.queries.inspections import paper_file


def _sheet(request: Request) -> Response:
    engine, unit = session.engine(), text_asked(request, "unit")
    day = day_asked(request, today(engine))
    profile = choice_asked(request, "profile", tuple(PROFILES))
    paper = printed_area_sheet(engine, signed_in(request), unit, day, profile)
    return attachment(f"phieu-dia-ban_{unit}_{day.isoformat()}.pdf", paper)


def _paper(request: Request) -> Response:
    number = number_asked(request, "id")
    kept = paper_file(session.engine(), signed_in(request), number)
    return attachment(kept.name, kept.content)


ROUTES = (
    Route("/tep/phieu-dia-ban", _sheet, methods=["GET"]),
    Route("/tep/kiem-tra", _paper, methods=["GET"]),
)
