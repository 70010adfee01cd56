"""Files given on a page become returns: offered, looked at, handed in. Reruns when done."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeVar

import streamlit as st

from dashboard import fields, markup, session, widgets
from dashboard.cache import Asking
from dashboard.markup import Address
from dashboard.views.document import ABSTRACT, NUMBER, SIGNED_ON, SIGNER
from dashboard.views.offer import Confirmation
from dashboard.views.submission import Asked
from dashboard.widgets import Attempt
from data_access.actions.documents import submit_document
from data_access.actions.returns import confirm_return, offer_return
from data_access.document_heads import DocumentHead
from data_access.handing import Handing
from data_access.returns import Submission
from scoring.forms import Mark

Item = TypeVar("Item")
Typed = TypeVar("Typed")

_WORKBOOK = "Tệp biểu mẫu đã điền (có thể chọn nhiều tệp)"
_TO_VERIFY = "Tệp cần kiểm tra: hệ thống tìm phiếu đã cấp cho đúng tệp này, không lưu tệp"
_DAY_NEEDED = "Chưa ghi ngày ký. Đề nghị ghi ngày ký như trên văn bản."


def take(ask: Asking, view: Asked, remarks: Mapping[str, str]) -> None:
    """A signed document with its head, or workbooks: as the form asks."""
    if view.expected is None:
        return
    if view.is_document:
        _submit_document(ask, view, view.expected, remarks)
    else:
        _offer_workbooks(ask, view.expected)


def confirm(ask: Asking, view: Confirmation | None) -> None:
    """One press hands in everything that was offered clean."""
    if view is None:
        return
    with fields.form("nop"):
        widgets.show(markup.sentence(view.question))
        estimate = fields.estimate() if view.estimate else False
        arrival = fields.arrival() if view.arrival else None
        pressed = st.form_submit_button(view.button, type="primary")
    if not pressed:
        return
    said = Handing(confirmed=view.confirmed, estimate=estimate, arrival=arrival)
    names = dict(zip(view.numbers, view.file_names, strict=False))
    kept = {
        number: _named(
            names.get(number, ""), len(view.numbers), partial(_confirm, ask, number, said)
        )
        for number in _progress(view.numbers, "Đang nộp")
    }
    _open(kept.values(), [_became(kept, number) for number in view.shown or view.numbers])


def verify(ask: Asking, address: Address) -> None:
    """Which receipts were given for exactly this file."""
    with st.expander("Kiểm tra phiếu tiếp nhận"):
        chosen = fields.file(_TO_VERIFY, "kiem-tra")
        if chosen:
            view = ask.returns.verified(chosen.name, chosen.getvalue())
            widgets.show(markup.sentence(view.said), markup.table(view.table, address))


def _offer_workbooks(ask: Asking, expected: Mark) -> None:
    """Choosing is enough: each file is read at once, and none is handed in."""
    chosen = fields.files(_WORKBOOK, "bang-tinh")
    if not chosen:
        return
    # Several files say themselves whose they are; one must be what the page asks for.
    handing = Handing(expected=expected if len(chosen) == 1 else None)
    offered = [
        _named(one.name, len(chosen), partial(_offer, ask, one.name, one.getvalue(), handing))
        for one in _progress(chosen, "Đang đọc")
    ]
    _open(offered, [one.result.id for one in offered if one.result])


def _submit_document(ask: Asking, view: Asked, mark: Mark, remarks: Mapping[str, str]) -> None:
    """What is wrong is said beneath the field."""
    with fields.form("van-ban"):
        uploaded = fields.file("Văn bản đã ký", "van-ban")
        number = _field(fields.line, NUMBER, "so", remarks)
        signed_on = _field(fields.day, SIGNED_ON, "ngay-ky", remarks)
        signer = _field(fields.line, SIGNER, "nguoi-ky", remarks)
        abstract = _field(fields.lines, ABSTRACT, "trich-yeu", remarks)
        arrival = fields.arrival() if view.arrival else None
        pressed = st.form_submit_button("Nộp văn bản", type="primary")
    if not pressed:
        return
    if uploaded is None or signed_on is None:
        missing = fields.CHOOSE_A_FILE if uploaded is None else _DAY_NEEDED
        widgets.show(markup.refusal(missing))
        return
    head = DocumentHead(number, signed_on, signer, abstract)
    handing = Handing(arrival=arrival)
    name, content = uploaded.name, uploaded.getvalue()
    kept = widgets.run_action(
        lambda: submit_document(ask.engine, ask.actor, name, content, mark, head, handing=handing)
    )
    _open_document(kept)


def _field(
    draw: Callable[[str, str], Typed], label: str, name: str, remarks: Mapping[str, str]
) -> Typed:
    typed = draw(label, name)
    fields.said_wrong(remarks.get(label, ""))
    return typed


def _offer(ask: Asking, name: str, content: bytes, handing: Handing) -> Submission:
    return offer_return(ask.engine, ask.actor, name, content, handing=handing)


def _confirm(ask: Asking, number: int, handing: Handing) -> Submission:
    return confirm_return(ask.engine, ask.actor, number, handing=handing)


def _named(name: str, many: int, action: Callable[[], Submission]) -> Attempt[Submission]:
    """Among several files, a refusal says of which it speaks."""
    done = widgets.attempted(action)
    if not done.refused or many == 1:
        return done
    return Attempt(None, f"{name}: {done.refused}")


def _progress(items: Sequence[Item], doing: str) -> Iterator[Item]:
    if len(items) == 1:
        yield from items
        return
    bar = st.progress(0.0)
    for done, item in enumerate(items):
        bar.progress(done / len(items), f"{doing} tệp {done + 1}/{len(items)}")
        yield item


def _became(kept: Mapping[int, Attempt[Submission]], number: int) -> int:
    """What was refused, or was not to be handed in, stays what it is."""
    done = kept[number].result if number in kept else None
    return done.id if done else number


def _open(attempts: Iterable[Attempt[Submission]], numbers: Sequence[int]) -> None:
    """What came of them has an address: seen again after a reload, and nothing is done twice."""
    if numbers:
        st.query_params["bai"] = ".".join(map(str, numbers))
    session.note((one.refused for one in attempts if one.refused), refused=True)
    session.next_turn()
    st.rerun()


def _open_document(kept: Submission | None) -> None:
    """What must be corrected stays in its fields."""
    if kept is None:
        return
    st.query_params["bai"] = str(kept.id)
    if kept.accepted:
        session.next_turn()
    st.rerun()
