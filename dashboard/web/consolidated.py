"""The workbook of added-up statistics by address."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard import session
from dashboard.printing.consolidation import printed_consolidation
from dashboard.printing.profiles import PROFILES
from dashboard.views.consolidation import BOOK, OWN_FORM, SPANS, TO_DATE
from dashboard.web.answers import attachment, choice_asked, period_asked, text_asked
from dashboard.web.guard import signed_in
from data_access.queries.consolidation import consolidated_template


def _consolidation(request: Request) -> Response:
    if choice_asked(request, "loai", (BOOK, OWN_FORM)) == OWN_FORM:
        return _own_form(request)
    name, content = printed_consolidation(
        session.engine(),
        signed_in(request),
        text_asked(request, "form"),
        period_asked(request),
        request.query_params.get("unit") or None,
        to_date=choice_asked(request, "tinh", tuple(SPANS)) == TO_DATE,
        profile=choice_asked(request, "profile", tuple(PROFILES)),
    )
    return attachment(name, content)


def _own_form(request: Request) -> Response:
    form, unit = text_asked(request, "form"), text_asked(request, "unit")
    period, actor = period_asked(request), signed_in(request)
    made = consolidated_template(session.engine(), actor, form, period, unit)
    return attachment(made.name, made.content)


ROUTES = (Route("/tep/tong-hop", _consolidation, methods=["GET"]),)
