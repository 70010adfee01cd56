"""What the pages put on the screen: one st.html where others would need ten calls."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TypeVar
from urllib.parse import urlencode

import plotly.graph_objects as go
import streamlit as st
from streamlit.navigation.page import StreamlitPage
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard import markup, wording
from dashboard.views.heading import Heading
from dashboard.views.table import Link
from data_access.accounts import Actor
from data_access.returns import Submission
from scoring.issues import Refused
from scoring.periods import Period

Result = TypeVar("Result")

ALL_UNITS = "Tất cả đơn vị"
AGREED = "Người đứng đầu Ban Chỉ đạo đã ký; tôi hiểu là công bố rồi không sửa được."
NOT_AGREED = "Chưa công bố. Đề nghị đánh dấu xác nhận rồi bấm lại."
CHOOSE_A_FILE = "Chưa chọn tệp. Đề nghị chọn tệp biểu mẫu đã điền rồi bấm lại."

_EXTENSIONS = ("xlsx", "xlsm", "xls", "ods", "xlsb")
_PLOT = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
_KEPT = ("period", "date", "unit")


def addresses() -> Callable[[Link], str]:
    """How links become addresses in this run; what they keep is read from the address once."""
    kept = _kept()

    def address(link: Link) -> str:
        chosen = (kept if link.keeps else {}) | dict(link.params)
        query = urlencode({name: value for name, value in chosen.items() if value is not None})
        return f"{link.address or '.'}?{query}" if query else link.address or "."

    return address


def show(*parts: str) -> None:
    """One element for what stands together: an empty one is not drawn at all."""
    written = "".join(parts)
    if written:
        st.html(written)


def sidebar(committee: str, pages: Sequence[StreamlitPage], actor: Actor) -> None:
    """Streamlit's own list of pages would drop what the address has chosen."""
    kept = _kept()
    with st.sidebar:
        show(markup.committee(committee))
        for page in pages:
            st.page_link(page, query_params=kept, width="stretch")
        show(markup.signed_in(actor.name, wording.ROLES[actor.role]))


def _kept() -> dict[str, str]:
    named = st.query_params.to_dict()
    return {name: named[name] for name in _KEPT if name in named}


@contextmanager
def guarded() -> Iterator[None]:
    """What is not allowed now becomes one sentence, here and in run_action only."""
    try:
        yield
    except Refused as refused:
        home = markup.anchor("Về trang Tổng quan", Link("", keeps=False), addresses())
        show(markup.refusal(wording.refusal(refused)), home)


def run_action(action: Callable[[], Result]) -> Result | None:
    """Do it, or say in one sentence why it is not allowed now."""
    with guarded():
        return action()
    return None


def head(view: Heading, *choices: Callable[[], object]) -> None:
    """The first lines of a page, and beside them what can be chosen."""
    columns = st.columns([5, *([2] * len(choices))], vertical_alignment="bottom")
    with columns[0]:
        show(markup.heading(view))
    for column, choice in zip(columns[1:], choices, strict=True):
        with column:
            choice()


def choose_period(periods: Sequence[Period], current: Period) -> None:
    options = {str(period): wording.period_name(period) for period in periods}
    choose("Kỳ", "period", options, str(current))


def choose_unit(labels: Mapping[str, str], current: str | None) -> None:
    choose("Đơn vị", "unit", {"": ALL_UNITS, **labels}, current or "")


def choose(label: str, name: str, options: Mapping[str, str], current: str) -> None:
    """A choice lives in the address; its key follows the address, so both always agree."""
    if not options:
        return
    codes = list(options)
    index = codes.index(current) if current in options else None
    chosen = st.selectbox(
        label, codes, index, options.__getitem__, key=f"{name}={current}", placeholder="Chọn"
    )
    if chosen is not None and chosen != current:
        _write(name, chosen)


def _write(name: str, chosen: str) -> None:
    if chosen:
        st.query_params[name] = chosen
    else:
        st.query_params.pop(name)
    st.rerun()


def tile_map(figure: go.Figure, form: str) -> str | None:
    """The unit whose tile is selected."""
    event = st.plotly_chart(
        figure,
        theme=None,
        key=f"tiles-{form}",
        on_select="rerun",
        selection_mode="points",
        config=_PLOT,
    )
    points = event.selection.points
    selected = points[0]["customdata"][0] if points else None
    if selected and selected != st.query_params.get("unit"):
        _write("unit", selected)
    return selected


def upload_form() -> UploadedFile | None:
    """The file, once it is handed in; a press without a file is answered beside it."""
    with st.form("submit", clear_on_submit=True, border=False):
        uploaded = st.file_uploader("Tệp biểu mẫu đã điền", type=_EXTENSIONS)
        pressed = st.form_submit_button("Nộp báo cáo", type="primary")
    if pressed and uploaded is None:
        show(markup.refusal(CHOOSE_A_FILE))
    return uploaded if pressed else None


def open_outcome(kept: Submission | None) -> None:
    """The outcome has an address: seen again after a reload, and nothing is handed in twice."""
    if kept is not None:
        st.query_params["bai"] = str(kept.id)
        # What the workbook says it is, whatever was chosen above: the page follows the file.
        if kept.accepted:
            st.query_params["form"], st.query_params["period"] = kept.form, str(kept.period)
        st.rerun()


def decision_form(question: str, button: str) -> bool:
    """An act that cannot be undone: asked in a sentence, agreed to, then done by one press."""
    if not question:
        return False
    with st.form("decide", border=False):
        show(markup.sentence(question))
        agreed = st.checkbox(AGREED)
        pressed = st.form_submit_button(button, type="primary")
    if pressed and not agreed:
        show(markup.refusal(NOT_AGREED))
    return pressed and agreed
