"""Files by address: templates, uploads, receipts, evidence. Queries say what may be seen."""

import json

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard import session
from dashboard.marking import marked_copy
from dashboard.receipts import receipt_document
from dashboard.web.answers import attachment, number_asked, period_asked, text_asked
from dashboard.web.failures import NotThere
from dashboard.web.guard import signed_in
from dashboard.web.template_set import template_set
from data_access.queries.returns import attachment_file, submission, submitted_file
from data_access.queries.templates import template
from scoring.refusals import Refusal, Refused


def _template(request: Request) -> Response:
    form, unit = text_asked(request, "form"), text_asked(request, "unit")
    made = template(session.engine(), signed_in(request), form, unit, period_asked(request))
    return attachment(made.name, made.content)


def _submitted(request: Request) -> Response:
    number = number_asked(request, "id")
    kept = submitted_file(session.engine(), signed_in(request), number)
    return attachment(kept.name, kept.content)


def _marked(request: Request) -> Response:
    number = number_asked(request, "id")
    marked = marked_copy(session.engine(), signed_in(request), number)
    if marked is None:
        raise NotThere("Tệp này không mở được như một bảng tính nên không có bản đánh dấu.")
    return attachment(marked.name, marked.content)


def _receipt(request: Request) -> Response:
    number = number_asked(request, "id")
    entry = submission(session.engine(), signed_in(request), number)
    if entry.receipt is None:
        raise Refused(Refusal.UNKNOWN_SUBMISSION, id=number)
    name = f"phieu-tiep-nhan_{entry.receipt.replace('/', '-')}.json"
    written = json.dumps(receipt_document(entry), ensure_ascii=False, indent=2)
    return attachment(name, written.encode("utf-8"))


def _evidence(request: Request) -> Response:
    number = number_asked(request, "id")
    kept = attachment_file(session.engine(), signed_in(request), number)
    return attachment(kept.name, kept.content)


def _template_set(request: Request) -> Response:
    unit, period = text_asked(request, "unit"), period_asked(request)
    content = template_set(session.engine(), signed_in(request), unit, period)
    if content is None:
        raise NotThere("Đơn vị không có biểu mẫu nào phải nộp trong kỳ này.")
    return attachment(f"bo-bieu-mau_{unit}_{period}.zip", content)


def _nothing(_request: Request) -> Response:
    raise NotThere("Không có tệp nào ở địa chỉ này.")


ROUTES = (
    Route("/tep/bieu-mau", _template, methods=["GET"]),
    Route("/tep/bai-nop", _submitted, methods=["GET"]),
    Route("/tep/ban-danh-dau", _marked, methods=["GET"]),
    Route("/tep/phieu-tiep-nhan", _receipt, methods=["GET"]),
    Route("/tep/minh-chung", _evidence, methods=["GET"]),
    Route("/tep/bo-bieu-mau", _template_set, methods=["GET"]),
)
# After every other file's route; Streamlit would answer what is left with its first page.
REST = (Route("/tep/{rest:path}", _nothing, methods=["GET"]),)
