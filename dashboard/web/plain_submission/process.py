"""The plain page of one return: its versions, what was said of it, signed scans and evidence."""

from starlette.requests import Request
from starlette.responses import Response

from dashboard import cache, markup, return_markup, session
from dashboard.views.process import Process
from dashboard.views.submission import NO_SECRETS
from dashboard.web.answers import period_asked
from dashboard.web.guard import signed_in
from dashboard.web.plain_submission import fields
from dashboard.web.plain_submission.frame import PAGE, address, framed
from data_access.moments import today
from scoring.forms import Mark

EVIDENCE = ".pdf,.docx,.xlsx,.jpg,.jpeg,.png"


def process(request: Request) -> Response:
    engine, actor = session.engine(), signed_in(request)
    ask, asked = cache.asking(engine, actor), request.query_params
    unit, period = ask.acts_for(asked.get("unit") or None), period_asked(request)
    view = ask.returns.process(unit, asked.get("form"), period, today(engine))
    parts = (
        markup.sentence(view.instead or view.said),
        markup.back("Nộp báo cáo này", view.submit, address),
        markup.table(view.versions, address),
        return_markup.feed(view.feed, address),
        markup.table(view.evidence, address),
        "" if view.mark is None or not view.may_act else _acting(view, view.mark),
    )
    return framed(view.heading, actor, "".join(parts))


def _acting(view: Process, mark: Mark) -> str:
    spoken = "" if view.may_speak_on is None else _speaking(mark, str(view.may_speak_on))
    return f"{_attaching(view, mark)}{spoken}"


def _attaching(view: Process, mark: Mark) -> str:
    parts = (
        fields.which(mark),
        fields.choice("key", "Gắn với", dict(view.rows)),
        fields.file("Tệp (PDF, DOCX, XLSX, JPG, PNG; tối đa 10 MB)", EVIDENCE),
        fields.side_by_side(
            fields.line("number", "Số văn bản, nếu có", longest=100),
            fields.day("dated", "Ngày văn bản, nếu có"),
        ),
        markup.note(NO_SECRETS),
    )
    form = fields.form(f"{PAGE}/minh-chung", "Đính kèm", *parts, files=True)
    return f'<div class="screen">{markup.title("Đính kèm bản ký, minh chứng")}</div>{form}'


def _speaking(mark: Mark, number: str) -> str:
    named = fields.hidden("bai", number)
    text = fields.line("text", "Ý kiến", required=True, longest=2000)
    reason = fields.line("reason", "Lý do rút", required=True, longest=2000)
    said = fields.form(f"{PAGE}/y-kien", "Gửi ý kiến", fields.which(mark), named, text)
    back = fields.form(f"{PAGE}/rut", "Rút bản đã nộp", named, reason)
    return (
        f'<div class="screen">{markup.title("Trao đổi về bản đang dùng")}{said}'
        f"{markup.title('Rút bản đã nộp (khi chưa chốt số liệu)')}{back}</div>"
    )
