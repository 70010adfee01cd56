"""Making a ranking public, official, or right again: fields, action, rerun."""

from datetime import date
from functools import partial

import streamlit as st

from dashboard import fields, markup, session, widgets
from dashboard.cache import Asking
from dashboard.deciding import do
from dashboard.views.places import Places
from data_access.actions.publication import correct, number_publication, publish
from data_access.rankings import PublicationKind

AGREED = "Người đứng đầu Ban Chỉ đạo đã ký; tôi hiểu là công bố rồi không sửa được."
NOT_AGREED = "Chưa công bố. Đề nghị đánh dấu xác nhận rồi bấm lại."
_NUMBER = "Số quyết định, thông báo (có thể ghi sau)"
_DATED = "Ngày ký (có thể ghi sau)"
_GIVEN = ("Ghi số, ngày quyết định công bố", "Ghi số, ngày", "Đã ghi số, ngày.")
_PUT_RIGHT = ("Sửa số, ngày quyết định công bố", "Sửa số, ngày", "Đã sửa số, ngày.")
_KINDS = {
    PublicationKind.ERRATUM.value: "Đính chính: số liệu, điểm đã công bố có sai sót",
    PublicationKind.RERATING.value: "Đánh giá lại theo quyết định",
}


def first(ask: Asking, view: Places) -> None:
    """An act that cannot be undone: asked in a sentence, agreed to, then done by one press."""
    if not view.to_publish:
        return
    widgets.show(markup.table(view.unfinished, widgets.addresses()))
    with fields.form("decide"):
        widgets.show(markup.sentence(view.to_publish))
        decision, decided_on = _document("")
        # Agreed to of this table only: a key of its own, or the mark would go on to the next.
        table = f"{view.period}-{view.group}-{view.criteria}"
        agreed = st.checkbox(AGREED, key=f"dong-y-{table}-{session.turn()}")
        pressed = st.form_submit_button("Công bố", type="primary")
    if pressed and not agreed:
        widgets.show(markup.refusal(NOT_AGREED))
    if pressed and agreed:
        said = {"criteria": view.criteria, "decision": decision, "decided_on": decided_on}
        action = partial(publish, ask.engine, ask.actor, view.period, view.group, **said)
        do(action, "Đã công bố.")


def number(ask: Asking, view: Places) -> None:
    """The clerical office gives number and date when the content is frozen already; what it got
    wrong is put right with a reason."""
    if view.to_number is None:
        return
    title, label, done = _PUT_RIGHT if view.numbered else _GIVEN
    with st.expander(title):
        with fields.form("so-cong-bo"):
            decision = fields.line("Số, ký hiệu", "so-cong-bo", longest=100)
            decided_on = fields.day("Ngày ký", "ngay-cong-bo")
            reason = fields.line("Lý do sửa", "ly-do-so-cong-bo") if view.numbered else ""
            pressed = st.form_submit_button(label)
        if pressed and decided_on is None:
            fields.say_day_lacks()
        if pressed and decided_on is not None:
            given = (view.to_number, decision, decided_on, reason)
            do(partial(number_publication, ask.engine, ask.actor, *given), done)


def correction(ask: Asking, view: Places) -> None:
    """A new publication that names the old one; both ranks are shown ever after."""
    if view.to_correct is None:
        return
    with st.expander("Đính chính kết quả đã công bố"):
        widgets.show(markup.sentence(view.correcting))
        chosen = fields.choice("Loại", "loai-dinh-chinh", _KINDS)
        if chosen is not None:
            _correct(ask, view.to_correct, PublicationKind(chosen))


def _correct(ask: Asking, published: int, kind: PublicationKind) -> None:
    """What it moves is seen first, then agreed to."""
    preview = ask.rankings.correction(published, kind)
    moved = markup.table(preview.table, widgets.addresses())
    widgets.show(markup.refusal(preview.refused), markup.sentences(preview.said), moved)
    if preview.refused:
        return
    with fields.form("dinh-chinh"):
        reason = fields.lines("Lý do đính chính", "ly-do-dinh-chinh")
        decision, decided_on = _document("-dinh-chinh")
        agreed = st.checkbox(AGREED, key=f"dong-y-dinh-chinh-{session.turn()}")
        pressed = st.form_submit_button("Công bố đính chính")
    if pressed and not agreed:
        widgets.show(markup.refusal(NOT_AGREED))
    if pressed and agreed:
        said = {"decision": decision, "decided_on": decided_on, "kind": kind}
        action = partial(correct, ask.engine, ask.actor, published, reason, **said)
        do(action, "Đã công bố đính chính.")


def _document(of: str) -> tuple[str, date | None]:
    return fields.line(_NUMBER, f"quyet-dinh{of}", longest=100), fields.day(_DATED, f"ngay-qd{of}")
