"""*Chi tiết một việc*: what was printed and how it was read, when it is due, how it stands, and all
that was done about it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.views.duty_history import history
from dashboard.views.duty_lines import duty_lines
from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.narrowing import UNIT, WORK, work_code
from dashboard.views.overdue import BACK, MESSAGE, back_to
from dashboard.views.standing_words import (
    SUBMIT,
    countdown,
    due_text,
    submit_link,
    title_of,
)
from dashboard.views.table import Link, Table
from dashboard.wording import STATES, StateWords
from data_access.exemptions import counting
from data_access.queries.duty_story import DutyStory
from scoring import progress
from scoring.obligations import OPEN, DutyKey, State

TITLE = "Chi tiết một việc"
_SCOPES = {"period": "việc này, kỳ này", "work": "việc này, mọi kỳ", "all": "cả chương trình"}


@dataclass(frozen=True)
class Reader:
    """What the person who looks may do: decide on more time, see the unit's files, hand in for it,
    remind it. Nothing is decided while another day is looked at."""

    decides: bool = False
    sees_files: bool = False
    hands_in: bool = False
    reminds: bool = False


@dataclass(frozen=True)
class DutyPage:
    """`lifts` are the exemptions in force that can be lifted, each with its words."""

    heading: Heading
    key: DutyKey
    state: StateWords
    since: str
    lines: tuple[tuple[str, str], ...]
    history: Table | None
    ways: tuple[tuple[str, Link], ...]
    due_words: str = ""
    may_extend: bool = False
    may_exempt: bool = False
    lifts: tuple[tuple[DutyKey, str], ...] = ()


def duty_page(
    story: DutyStory, reader: Reader, scene: Scene, offices: Mapping[str, str], former: str = ""
) -> DutyPage:
    """`offices` are titles by code; `former` is the name of the unit that ended and owed it."""
    one = story.standing
    is_open = one.state in OPEN and not one.closed
    return DutyPage(
        heading(TITLE, title_of(one), scene, one.unit.label),
        story.key,
        STATES[one.state],
        countdown(one, scene.day),
        tuple(duty_lines(story, offices, former)),
        history(story, sees_files=reader.sees_files),
        tuple(_ways(story, reader)),
        f"Hạn hiện nay: {due_text(one)}.",
        reader.decides and is_open and one.obligation.due is not None,
        reader.decides and is_open,
        _lifts(story) if reader.decides else (),
    )


def _ways(story: DutyStory, reader: Reader) -> Iterator[tuple[str, Link]]:
    one = story.standing
    yield BACK, back_to(())
    yield "Việc khác của đơn vị", Link("cua-toi", ((UNIT, one.unit.code),))
    if story.words is None:
        yield "Kiểm tra, kiến nghị", Link("kiem-tra", ((UNIT, one.unit.code),))
    elif reader.hands_in and one.state in OPEN:
        report = Link(SUBMIT, (("form", progress.CODE), (UNIT, one.unit.code)))
        yield "Nộp báo cáo", submit_link(one) or report
    if one.proof is not None and reader.sees_files:
        yield (
            "Tải báo cáo chứng minh",
            Link("/tep/bai-nop", (("id", str(one.proof)),), keeps=False),
        )
    if reader.reminds and one.state is State.OVERDUE:
        yield "Soạn tin nhắc", Link(MESSAGE, ((UNIT, one.unit.code), (WORK, work_code(one))))


def _lifts(story: DutyStory) -> tuple[tuple[DutyKey, str], ...]:
    """Lifted is exactly what was exempted; what the programme itself exempts is not."""
    held = counting(story.exemptions).get(story.key[:2], ())
    return tuple((one.scope, f"{_scope(one.scope)}: {one.reason}") for one in held)


def _scope(scope: DutyKey) -> str:
    if scope.period:
        return _SCOPES["period"]
    return _SCOPES["work"] if scope.task or scope.form else _SCOPES["all"]
