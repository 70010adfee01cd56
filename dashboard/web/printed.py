"""Printed documents by address: the ranking on official paper."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard import session
from dashboard.printing.profiles import PROFILES
from dashboard.printing.ranking import printed_ranking
from dashboard.web.answers import attachment, choice_asked, period_asked
from dashboard.web.guard import signed_in

_KINDS = ("pdf", "xlsx")


def _ranking(request: Request) -> Response:
    period, group = period_asked(request), request.query_params.get("group") or None
    profile = choice_asked(request, "profile", tuple(PROFILES))
    kind = choice_asked(request, "format", _KINDS)
    actor, criteria = signed_in(request), request.query_params.get("theo") or None
    paper = printed_ranking(
        session.engine(), actor, period, group, profile, kind, criteria=criteria
    )
    parts = ("xep-loai", criteria, str(period), group, profile)
    return attachment("_".join(part for part in parts if part) + f".{kind}", paper)


ROUTES = (Route("/tep/xep-loai", _ranking, methods=["GET"]),)
