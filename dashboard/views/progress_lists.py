"""The duties behind a figure of a programme's progress: those of one unit, or those that have come
so far."""

from collections.abc import Mapping, Sequence

from dashboard.views.progress_tables import beside, first_to_remind, stage_words
from dashboard.views.standing_words import due_text, duty_link, first_due, title_of
from dashboard.views.table import ABSENT, Cell, Column, Row, Shape, Table
from dashboard.wording import day_text
from data_access.queries.programme_progress import DutyProgress
from scoring.stages import MET, Stage

# As the address names them.
MET_LIST, DOING_LIST, NOT_BEGUN_LIST = "da-xong", "dang-trien-khai", "chua-trien-khai"
LISTS: Mapping[str, tuple[str, tuple[Stage, ...]]] = {
    MET_LIST: ("Việc, báo cáo đã xong", tuple(MET)),
    DOING_LIST: ("Việc đang triển khai", (Stage.DOING,)),
    NOT_BEGUN_LIST: ("Việc, báo cáo chưa triển khai", (Stage.NOT_STARTED, Stage.UNSAID)),
}
_COLUMNS = (
    Column("Đơn vị"),
    Column("Việc, báo cáo", wide=True),
    Column("Tiến độ", unbroken=True),
    Column("Hạn", number=True),
    Column("Hoàn thành, nhận báo cáo", number=True),
)


def listed(duties: Sequence[DutyProgress], unit: str, stage: str) -> tuple[DutyProgress, ...]:
    """Those of the unit and in the stage that the address asks for, who is to be reminded first."""
    stages = LISTS[stage][1] if stage in LISTS else tuple(Stage)
    found = [one for one in duties if one.stage in stages]
    own = [one for one in found if unit in ("", one.standing.unit.code)]
    return tuple(sorted(own, key=first_to_remind))


def duties_table(shown: Sequence[DutyProgress], labels: Mapping[str, str]) -> Table:
    return Table(_COLUMNS, tuple(_row(one, labels) for one in shown), shape=Shape.STACKED)


def _row(one: DutyProgress, labels: Mapping[str, str]) -> Row:
    standing = one.standing
    met = standing.completed_on or (standing.received.date() if standing.received else None)
    return Row(
        (
            Cell(standing.unit.label),
            Cell(title_of(standing), link=duty_link(standing)),
            Cell(state=stage_words(one), detail=beside(one, labels)),
            Cell(due_text(standing), detail=first_due(standing)),
            Cell(day_text(met) if one.stage in MET and met else ABSENT),
        )
    )
