"""Beginning a programme and working on its draft: fields, action, rerun."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from dashboard import fields, markup, programme_markup, session, task_adding, widgets
from dashboard.cache import Asking
from dashboard.deciding import do
from dashboard.views.programme import ProgrammePage
from dashboard.views.programmes import CODE, DRAFT, TEMPLATE, Programmes
from data_access.actions import programme_drafts as drafts
from data_access.actions.closing import close_programme, reopen_programme
from data_access.actions.programmes import number_programme
from data_access.programme_drafts import Draft

_FILE = "Tệp chương trình đã điền (Excel, hoặc YAML)"
_MAKE = "Lập dự thảo từ tệp này"
_STEPS = (
    "Tải mẫu, điền trong Excel rồi chọn tệp ở dưới; hoặc chép từ năm trước; hoặc lập từng việc."
)

_DRAFT_OPEN = (
    "Chương trình này đang có dự thảo sửa đổi, bổ sung, nên chưa bổ sung riêng từng nhiệm vụ được. "
    "Đề nghị thêm nhiệm vụ trong dự thảo; hoặc ban hành hay bỏ dự thảo rồi bổ sung."
)
_CLOSED = "Đã đóng chương trình; nhiệm vụ còn dở không bị nhắc nữa, vẫn giữ trong hồ sơ."
_REOPENED = "Đã mở lại chương trình; nhiệm vụ còn dở lại được theo dõi."
_YEAR_NEEDED = "Năm ghi chưa đúng. Đề nghị ghi bốn chữ số, ví dụ 2026."


def begin(ask: Asking, view: Programmes) -> None:
    """Three ways to a draft, for those who keep house."""
    if not view.may_make:
        return
    address = widgets.addresses()
    widgets.show(
        markup.title("Lập chương trình, kế hoạch"),
        markup.sentence(_STEPS),
        markup.controls((("Tải mẫu Excel", TEMPLATE),), address),
    )
    uploaded = fields.file(_FILE, "chuong-trinh")
    if uploaded:
        name, content = uploaded.name, uploaded.getvalue()
        checked = ask.programmes.checked(name, content, session.day())
        widgets.show(programme_markup.checked(checked, address))
        if checked.ready and fields.button(_MAKE):
            _open(partial(_from_file, ask, name, content), "Đã lập dự thảo từ tệp.")
    _copy(ask, view)
    _blank(ask, view)


def _copy(ask: Asking, view: Programmes) -> None:
    if not view.copies:
        return
    with st.expander("Chép từ một chương trình đã có"):
        with fields.form("chep"):
            code = fields.which("Chương trình được chép", "chep-tu", view.copies)
            year = fields.line("Năm mới", "chep-nam", longest=4, example=str(view.year))
            new = fields.line("Mã mới (để trống: hệ thống tự đặt)", "chep-ma", longest=60)
            pressed = st.form_submit_button("Chép thành dự thảo")
        _started(pressed, year or str(view.year), partial(_copied, ask, code, new))


def _blank(ask: Asking, view: Programmes) -> None:
    with st.expander("Lập từ đầu trên trang này"):
        with fields.form("lap-moi"):
            title = fields.line("Tên chương trình, kế hoạch", "lap-ten")
            issuer = fields.which("Đơn vị ban hành", "lap-don-vi", view.issuers)
            year = fields.line("Năm", "lap-nam", longest=4, example=str(view.year))
            pressed = st.form_submit_button("Lập dự thảo")
        _started(pressed, year or str(view.year), partial(_begun, ask, title, issuer))


def _started(pressed: bool, year: str, start: Callable[[int], Draft]) -> None:
    if pressed and not (year.isdecimal() and len(year) == 4):
        widgets.show(markup.refusal(_YEAR_NEEDED))
    elif pressed:
        _open(partial(start, int(year)), "Đã lập dự thảo.")


def _copied(ask: Asking, code: str, new: str, year: int) -> Draft:
    return drafts.start_copy(ask.engine, ask.actor, code, year, new)


def _begun(ask: Asking, title: str, issuer: str, year: int) -> Draft:
    return drafts.start_blank(ask.engine, ask.actor, title, issuer, year)


def _from_file(ask: Asking, name: str, content: bytes) -> Draft | None:
    return drafts.start_from_workbook(ask.engine, ask.actor, name, content)[0]


def _open(start: Callable[[], Draft | None], done: str) -> None:
    """Begin a draft and go on to it."""
    attempt = widgets.attempted(start)
    if attempt.refused:
        widgets.show(markup.refusal(attempt.refused))
    elif attempt.result is not None:
        st.query_params.pop(CODE, None)
        st.query_params[DRAFT] = attempt.result.code
        session.note((done,))
        session.next_turn()
        st.rerun()


def change(ask: Asking, view: ProgrammePage) -> None:
    """What may be done to a programme that is in force."""
    if not view.may_make:
        return
    if not view.numbered:
        _number(ask, view)
    if view.amendable:
        task_adding.add(ask, view)
        _amend(ask, view)
    else:
        link = ((f"Mở dự thảo {view.code}", view.draft),)
        address = widgets.addresses()
        widgets.show(markup.sentence(_DRAFT_OPEN), markup.controls(link, address))
    _close(ask, view)


def _number(ask: Asking, view: ProgrammePage) -> None:
    with st.expander("Ghi số, ngày ban hành"):
        with fields.form("ghi-so"):
            number = fields.line("Số, ký hiệu", "so", longest=100)
            dated = fields.day("Ngày ban hành", "ngay")
            pressed = st.form_submit_button("Ghi số, ngày")
        if pressed:
            given = (ask.engine, ask.actor, view.code, number, dated)
            do(partial(number_programme, *given), "Đã ghi số, ngày ban hành.")


def _amend(ask: Asking, view: ProgrammePage) -> None:
    with st.expander("Sửa đổi, bổ sung bằng văn bản"):
        widgets.show(markup.sentence("Lập dự thảo từ bản đang thực hiện, sửa rồi ban hành."))
        if fields.button("Lập dự thảo sửa đổi", primary=False):
            action = partial(drafts.amend, ask.engine, ask.actor, view.code)
            _open(action, "Đã lập dự thảo sửa đổi, bổ sung.")


def _close(ask: Asking, view: ProgrammePage) -> None:
    """Summed up: nobody is chased for it any more; or taken up again."""
    press = "Mở lại chương trình" if view.closed else "Đóng chương trình"
    with st.expander("Mở lại" if view.closed else "Tổng kết, đóng chương trình"):
        with fields.form("dong"):
            day = fields.day("Từ ngày", "dong-tu")
            document = fields.line("Số, ký hiệu văn bản", "dong-van-ban", longest=100)
            reason = fields.line("Lý do", "dong-ly-do")
            pressed = st.form_submit_button(press)
        if pressed and day is None:
            fields.say_day_lacks()
        if pressed and day is not None:
            action = reopen_programme if view.closed else close_programme
            given = (ask.engine, ask.actor, view.code, day, document, reason)
            done = _REOPENED if view.closed else _CLOSED
            do(partial(action, *given), done)
