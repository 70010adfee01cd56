"""The registers of disclosure, of consultations and the dossiers as workbooks, by address."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard import cache, session
from dashboard.printing.registers import register_workbook
from dashboard.views.register_page import FORMS, REGISTER, REGISTERS
from dashboard.web.answers import attachment, choice_asked, day_asked, period_asked, text_asked
from dashboard.web.guard import signed_in
from data_access.moments import today


def _register(request: Request) -> Response:
    register = choice_asked(request, REGISTER, tuple(REGISTERS))
    unit, period = text_asked(request, "unit"), period_asked(request)
    day = day_asked(request, today(session.engine()))
    ask = cache.asking(session.engine(), signed_in(request))
    view = ask.disclosures.page(register, period, unit, {}, day)
    content = register_workbook(view.heading, view.export)
    return attachment(f"{FORMS[register]}_{unit}_{period}.xlsx", content)


ROUTES = (Route("/tep/so-cong-khai", _register, methods=["GET"]),)
