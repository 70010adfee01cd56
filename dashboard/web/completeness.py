"""How complete the returns are, as a workbook by address."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard import cache, session
from dashboard.printing.table_workbook import table_workbook
from dashboard.views import completeness as rates
from dashboard.views import completeness_sheet as sheet
from dashboard.web.answers import attachment, choice_asked, day_asked, period_asked
from dashboard.web.guard import signed_in
from data_access.moments import today


def _completeness(request: Request) -> Response:
    """The very table of the page that the address describes."""
    day, period = day_asked(request, today(session.engine())), period_asked(request)
    section = choice_asked(request, rates.SECTION, tuple(rates.SECTIONS))
    ask = cache.asking(session.engine(), signed_in(request)).completeness
    form, unit = (request.query_params.get(name, "") for name in (rates.FORM, "unit"))
    if section == rates.SHEET:
        scope = choice_asked(request, sheet.SCOPE, tuple(sheet.SCOPES))
        made = ask.sheet_list(sheet.Choice(form, unit, scope), period.year, day)
    else:
        by = choice_asked(request, rates.BY, tuple(rates.LEVELS))
        made = ask.rates_list(rates.Choice(by, form, unit), period, day)
    name = f"muc-do-day-du_{period}_{day}.xlsx"
    return attachment(name, table_workbook(*made, rates.TITLE))


ROUTES = (Route("/tep/day-du", _completeness, methods=["GET"]),)
