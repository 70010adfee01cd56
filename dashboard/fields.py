"""Forms and their fields. What was handed over leaves them empty (session.turn)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard import markup, session, widgets
from dashboard.wording import CHANNELS, refusal
from data_access.handing import Arrival, Channel
from data_access.workbook.days import read_date
from scoring.refusals import Refusal, Refused

CHOOSE_A_FILE = (
    "Chưa có tệp, hoặc tệp chưa tải lên xong. Đề nghị chọn tệp, chờ tải xong rồi bấm lại."
)
DAY_NEEDED = "Chưa ghi ngày. Đề nghị chọn ngày."
TOO_LONG = (
    "“{label}” dài {length} ký tự, tối đa {longest}. Chưa ghi gì. Đề nghị rút gọn rồi bấm lại."
)
NOT_A_DAY = (
    "“{typed}” không phải là một ngày có thật. Đề nghị ghi ngày/tháng/năm, ví dụ 28/02/2023."
)
WRITTEN_DAY_NEEDED = (
    "Chưa ghi ngày, hoặc ngày không có thật. Đề nghị ghi ngày/tháng/năm, ví dụ 28/02/2023."
)
NOT_CHOSEN = "Chưa chọn “{label}”. Chưa ghi gì. Đề nghị chọn rồi bấm lại."
_CHOOSE = "Chọn"
_FIGURES = {False: "Chính thức", True: "Ước (sẽ nộp số chính thức sau)"}
_EARLIEST = date(1990, 1, 1)


@contextmanager
def form(name: str, *, begun: bool = False, enter_to_submit: bool = True) -> Iterator[None]:
    """Only its own fields can keep it from being done. `begun`: some of them stand above it."""
    if not begun:
        session.clear_unfit()
    with st.form(name, border=False, enter_to_submit=enter_to_submit):
        yield


def button(label: str, *, primary: bool = True) -> bool:
    """One by itself: no field of a form above keeps it from being done."""
    session.clear_unfit()
    return st.button(label, type="primary" if primary else "secondary")


def files(label: str, name: str) -> list[UploadedFile]:
    """Of any kind: what is none of ours is named and explained when it is read, which a list of
    endings would not do. `name` also tells the stylesheet what the dropzone says."""
    return st.file_uploader(label, accept_multiple_files=True, key=f"{name}-{session.turn()}")


def file(label: str, name: str) -> UploadedFile | None:
    return st.file_uploader(label, key=f"{name}-{session.turn()}")


def line(label: str, name: str, *, longest: int = 500, example: str = "", value: str = "") -> str:
    """Streamlit's own limit would drop a longer text, whole and without a word: it is said beneath
    the field instead, and `attempted` does nothing with it."""
    key = f"{name}-{session.turn()}"
    typed = st.text_input(label, value, key=key, placeholder=example or None)
    if len(typed) > longest:
        beyond = {"length": len(typed), "longest": longest}
        said_wrong(refusal(Refused(Refusal.WORDS_TOO_LONG, **beyond)))
        session.note_unfit(TOO_LONG.format(label=label, **beyond))
    return typed


def lines(label: str, name: str, value: str = "") -> str:
    return st.text_area(label, value, key=f"{name}-{session.turn()}", height=90)


def day(label: str, name: str, value: date | None = None) -> date | None:
    return st.date_input(
        label,
        value=value,
        key=f"{name}-{session.turn()}",
        format="DD/MM/YYYY",
        min_value=_EARLIEST,
    )


def written_day(label: str, name: str) -> date | None:
    """Typed out: a calendar field makes 28/02 of 31/02 unasked. What is no day is said beneath the
    field, and nothing is done with the form before it is put right."""
    typed = line(label, name, longest=20, example="ngày/tháng/năm").strip()
    found = read_date(typed) if typed else None
    if typed and found is None:
        said_wrong(NOT_A_DAY.format(typed=typed))
        session.note_unfit(NOT_A_DAY.format(typed=typed))
    return found


def choice(label: str, name: str, options: Mapping[str, str]) -> str | None:
    """Empty until somebody chooses: what is decided is never what happened to stand first."""
    key, words = f"{name}-{session.turn()}", _told_apart(options)
    return st.selectbox(label, list(words), None, words.__getitem__, key=key, placeholder=_CHOOSE)


def which(label: str, name: str, options: Mapping[str, str]) -> str:
    """As `choice`, of what an entry is about: while nothing is chosen "", and `attempted` does
    nothing. A single option is chosen already, but not where another stood on the screen before:
    whatever somebody else does meanwhile, nothing is recorded about what was not seen."""
    codes, words = list(options), _told_apart(options)
    only = codes[0] if len(codes) == 1 else ""
    chosen = session.drawn_first(name, only) == only != ""
    # Another key, so that what stood alone does not stay chosen where there are several.
    key = f"{name}-{session.turn()}{'.only' if chosen else ''}"
    first = 0 if chosen else None
    code = st.selectbox(label, codes, first, words.__getitem__, key=key, placeholder=_CHOOSE)
    if code is None:
        session.note_unfit(NOT_CHOSEN.format(label=label))
    return code or ""


def which_number(label: str, name: str, numbers: Mapping[str, str]) -> int:
    """Of what is kept under a number. 0 while nothing is chosen: nothing has it."""
    return int(which(label, name, numbers) or 0)


def one_of(label: str, name: str, options: Mapping[str, str]) -> str:
    """Begins at the first: only where that is what most people mean, and harms nobody. Whatever
    says what an entry is about is asked by `which`."""
    key, words = f"{name}-{session.turn()}", _told_apart(options)
    return st.selectbox(label, list(words), 0, words.__getitem__, key=key)


def chosen_of(label: str, name: str, options: Mapping[str, str]) -> str | None:
    """As `choice`, with every option in sight."""
    key, words = f"{name}-{session.turn()}", _told_apart(options)
    return st.radio(label, list(words), None, format_func=words.__getitem__, key=key)


def several(label: str, name: str, options: Mapping[str, str]) -> list[str]:
    key, words = f"{name}-{session.turn()}", _told_apart(options)
    return st.multiselect(
        label,
        list(words),
        format_func=words.__getitem__,
        key=key,
        placeholder=_CHOOSE,
        select_all=False,
    )


def estimate() -> bool:
    return st.radio("Số liệu", (False, True), format_func=_FIGURES.__getitem__, horizontal=True)


def arrival() -> Arrival | None:
    """Nothing typed: it came in here and now."""
    with st.expander("Ngày đến, số đến (văn bản nhận bằng đường khác)"):
        arrived = day("Ngày đến", "ngay-den")
        number = line("Số đến", "so-den", longest=100)
        channel = one_of("Kênh nhận", "kenh", {one.value: CHANNELS[one] for one in Channel})
    return Arrival(arrived, number, Channel(channel)) if arrived else None


def said_wrong(words: str) -> None:
    """What is wrong with a field stands beneath it."""
    if words:
        widgets.show(markup.field_remark(words))


def _told_apart(options: Mapping[str, str]) -> dict[str, str]:
    """A browser sends back the words of what was chosen. Of options that read the same Streamlit
    would take the last, whichever was meant: their codes stand behind them."""
    alike = Counter(options.values())
    return {
        code: words if alike[words] == 1 else f"{words} ({code})" for code, words in options.items()
    }


def say_day_lacks(said: str = DAY_NEEDED) -> None:
    """What stands before the day in the form, and is wrong or not chosen, is said first."""
    widgets.show(markup.refusal(session.unfit() or said))
