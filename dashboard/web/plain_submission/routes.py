"""The addresses of the plain pages."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard.web.plain_submission.acting import (
    acting,
    attach_file,
    comment,
    confirm,
    hand_in,
    hand_in_document,
    verify,
    withdraw,
)
from dashboard.web.plain_submission.choosing import choosing
from dashboard.web.plain_submission.frame import PAGE, PROCESS
from dashboard.web.plain_submission.outcomes import one_file
from dashboard.web.plain_submission.process import process


def _show(request: Request) -> Response:
    return one_file(request) if "bai" in request.query_params else choosing(request)


ROUTES = (
    Route(PAGE, _show, methods=["GET"]),
    Route(PAGE, acting(hand_in), methods=["POST"]),
    Route(f"{PAGE}/van-ban", acting(hand_in_document), methods=["POST"]),
    Route(f"{PAGE}/xac-nhan", acting(confirm), methods=["POST"]),
    Route(f"{PAGE}/rut", acting(withdraw), methods=["POST"]),
    Route(PROCESS, process, methods=["GET"]),
    Route(f"{PAGE}/y-kien", acting(comment), methods=["POST"]),
    Route(f"{PAGE}/minh-chung", acting(attach_file), methods=["POST"]),
    Route(f"{PAGE}/kiem-tra", acting(verify), methods=["POST"]),
)
