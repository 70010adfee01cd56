from dataclasses import replace
from datetime import date

from dashboard.views.overview import NOTHING, Known, Overview, overview
from data_access.queries.scores import RankingResult
from scoring.obligations import State
from tests.dashboard.views.rankings_by_hand import result
from tests.dashboard.views.standings_by_hand import QUARTER, SCENE, TILES, standing, status

OPEN = (
    standing("Ba Tơ", State.OVERDUE, days_late=15),
    standing("Sơn Hà", State.OVERDUE, days_late=3),
    standing("Lý Sơn", State.DUE_SOON),
)


def view_of(ranked: RankingResult | None, *open_: object) -> Overview:
    one = status(standing("A", State.ON_TIME, code="a"), standing("B", State.OVERDUE, code="b"))
    return overview(Known(one, one, open_, ranked, TILES, {}), QUARTER, SCENE)


def test_each_figure_has_a_sentence_that_gives_it_a_meaning() -> None:
    said = [(one.value, one.sentence) for one in view_of(result(), *OPEN).figures]
    assert said == [
        ("1 / 2", "đúng hạn 1, trễ 0, chưa nộp 1"),
        ("2", "lâu nhất 15 ngày: Ba Tơ"),
        ("88,06", "cao nhất 95,25: Đức Phổ"),
        ("1", "gần nhất ngày 12/10/2022"),
    ]


def test_more_time_that_ends_within_a_fortnight_is_nearly_due_too() -> None:
    # SCENE is of 27/10/2022.
    given = [
        replace(standing("A", State.EXTENDED), last_day=date(2022, 11, day)) for day in (10, 11)
    ]
    figure = view_of(None, *given).figures[3]
    assert (figure.value, figure.sentence) == ("1", "gần nhất ngày 10/11/2022")
    assert figure.link.address == "qua-han"
    assert dict(figure.link.params)["noi-dung"] == "sap-den-han"


def test_who_may_not_see_ranks_finds_states_in_their_place() -> None:
    view = view_of(None, *OPEN)
    assert view.figures[2].label == "Đã nộp báo cáo tiến độ"
    assert view.table.columns[1].heading == "Tình trạng"


def test_a_period_without_anything_says_so_and_which_have_some() -> None:
    known = Known(status(), status(), (), None, TILES, {}, periods=(QUARTER,))
    assert overview(known, QUARTER, SCENE).nothing == (
        "Kỳ này chưa có bảng tự chấm điểm, báo cáo tiến độ nào phải nộp. "
        "Đề nghị chọn một kỳ có việc: quý III năm 2022."
    )
    assert overview(replace(known, periods=()), QUARTER, SCENE).nothing == NOTHING
    assert view_of(None).nothing == ""


def test_nothing_overdue_is_no_alarm() -> None:
    figure = view_of(None).figures[1]
    assert (figure.value, figure.sentence, figure.alarm) == ("0", "không có việc quá hạn", False)
