"""What is overdue as a workbook, and the dates of a unit as a calendar, by address."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard import cache, session
from dashboard.ics import a_year_on, unit_calendar
from dashboard.printing.table_workbook import table_workbook
from dashboard.views.narrowing import choices
from dashboard.views.overdue import GROUPING, Asked
from dashboard.views.overdue_table import BY_UNIT, GROUPINGS
from dashboard.web.answers import attachment, choice_asked, day_asked
from dashboard.web.guard import signed_in
from data_access.moments import today

_SHEET = "Quá hạn"


def _overdue(request: Request) -> Response:
    day = day_asked(request, today(session.engine()))
    grouping = choice_asked(request, GROUPING, (BY_UNIT, *GROUPINGS))
    asked = Asked(grouping, choices(request.query_params))
    ask = cache.asking(session.engine(), signed_in(request))
    heading, table = ask.deadlines.overdue_list(asked, day)
    return attachment(f"qua-han_{day}.xlsx", table_workbook(heading, table, _SHEET))


def _calendar(request: Request) -> Response:
    engine, unit = session.engine(), request.path_params["unit"]
    now = today(engine)
    actor = signed_in(request)
    content = unit_calendar(engine, actor, unit, now, now, a_year_on(now))
    return attachment(f"lich-{unit}.ics", content)


ROUTES = (
    Route("/tep/qua-han", _overdue, methods=["GET"]),
    Route("/tai/lich/{unit}.ics", _calendar, methods=["GET"]),
)
