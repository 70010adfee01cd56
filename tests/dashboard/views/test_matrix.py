from dashboard.views.matrix import narrowed, sheet, sheet_table
from data_access.queries.completeness import Matrix, MatrixColumn, MatrixRow
from scoring.obligations import State
from scoring.periods import Period
from scoring.units import Unit

COLUMNS = (
    MatrixColumn("KH", "tien-do", "Báo cáo tiến độ", Period(2022, 3)),
    MatrixColumn("KH", "tu-cham", "Bảng tự chấm điểm", Period(2022, 1)),
    MatrixColumn("KH", "tu-cham", "Bảng tự chấm điểm", Period(2022)),
)


def matrix(**states: tuple[State | None, ...]) -> Matrix:
    """Units by code, each with a state for each column."""
    rows = (
        MatrixRow(Unit(code, f"Ban Chỉ đạo {code}", "ban-chi-dao-huyen", f"Huyện {code}"), own)
        for code, own in states.items()
    )
    return Matrix(COLUMNS, tuple(rows))


def test_forms_stand_side_by_side_and_periods_in_short() -> None:
    view = sheet(matrix(A=(State.ON_TIME, State.LATE, State.NOT_DUE)))
    assert view.forms == (("Báo cáo tiến độ", 1), ("Bảng tự chấm điểm", 2))
    assert [head.mark for head in view.heads] == ["III", "I", "Năm"]
    assert [head.counted for head in view.heads] == ["1/1", "1/1", "0/1"]
    assert view.lines[0].counted == "2/3"


def test_a_form_not_owed_is_an_empty_box_and_not_a_missing_return() -> None:
    view = sheet(matrix(A=(None, State.ON_TIME, None), B=(State.OVERDUE, None, None)))
    assert [box.state is None for box in view.lines[0].boxes] == [True, False, True]
    assert [head.counted for head in view.heads] == ["0/1", "1/1", "–"]


def test_nobody_counts_who_need_not_report() -> None:
    view = sheet(matrix(A=(State.EXEMPT, State.NOT_ARISEN, None)))
    assert view.lines[0].counted == "–"
    assert [head.counted for head in view.heads] == ["–", "–", "–"]
    assert {part.state.word for part in view.legend} == {"không phát sinh", "không phải nộp"}


def test_each_box_has_a_mark_a_sentence_and_leads_to_its_duty() -> None:
    box = sheet(matrix(A=(State.OVERDUE, None, None))).lines[0].boxes[0]
    assert box.state is not None
    assert box.state.mark == "▲"
    assert box.sentence == "Huyện A: Báo cáo tiến độ, quý III năm 2022: quá hạn"
    assert box.link is not None
    assert box.link.params == (("ma", "KH|A||tien-do|2022-Q3"),)


def test_one_form_some_units_or_only_those_that_lack_something() -> None:
    given = matrix(
        A=(State.OVERDUE, State.ON_TIME, None),
        B=(None, State.ON_TIME, State.OVERDUE),
        C=(State.ON_TIME, State.ON_TIME, None),
    )
    assert [line.unit for line in sheet(narrowed(given, lacking=True)).lines] == ["A", "B"]
    of_form = sheet(narrowed(given, "tien-do"))
    assert [line.unit for line in of_form.lines] == ["A", "C"], "B does not owe the form"
    assert len(of_form.heads) == 1
    assert [line.unit for line in sheet(narrowed(given, units={"C"})).lines] == ["C"]
    assert [line.unit for line in sheet(narrowed(given, "tu-cham", lacking=True)).lines] == ["B"]


def test_the_workbook_holds_every_line_with_the_state_in_words() -> None:
    table = sheet_table(sheet(matrix(B=(State.LATE, None, None), A=(State.ON_TIME, None, None))))
    assert [column.heading for column in table.columns][1] == "Báo cáo tiến độ, quý III năm 2022"
    assert [(row.cells[0].text, row.cells[1].state.word) for row in table.rows] == [
        ("Huyện A", "đúng hạn"),
        ("Huyện B", "nộp trễ"),
    ]


def test_nothing_owed_is_an_empty_sheet() -> None:
    view = sheet(Matrix((), ()))
    assert (view.forms, view.lines, view.legend) == ((), (), ())
