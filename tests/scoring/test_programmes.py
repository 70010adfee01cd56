"""A programme is read whole, and the obligations follow from it."""

from datetime import date

import pytest

from scoring.issues import Code
from scoring.periods import Period
from scoring.programme_reading import parse_programme
from scoring.programmes import Lateness, Programme
from scoring.timing import Reading
from scoring.units import Unit
from tests.scoring.builders import Found, places_and_codes, raw

HEAD = "programme: kh\ntitle: Kế hoạch\nissuer: tinh\nyear: 2022\n"
WHOLE = (
    HEAD
    + """\
number: 01-KH/BCĐ
adopted: 2022-01-10
tasks:
  - no: "1"
    title: Kiểm tra
    directs: Trưởng ban
    carries_out: Các huyện
    when: Quý III/2022
    debtors: {kinds: [huyen]}
    source: Mục II.1
  - no: "2"
    title: Tuyên truyền
    debtors: {units: ["001", so-noi-vu]}
  - no: "3"
    title: Không giao cho ai
reports:
  - form: tien-do
    title: Báo cáo tiến độ
    debtors: {kinds: [huyen]}
    due_days_after: 10
    lock_days_after: 60
  - {form: tu-cham, title: Bảng tự chấm điểm}
"""
)
UNITS = (
    Unit("001", "Huyện A", "huyen"),
    Unit("002", "Huyện B", "huyen"),
    Unit("so-noi-vu", "Sở Nội vụ", "so"),
)


def programme() -> Programme:
    found, issues = parse_programme(raw(WHOLE))
    assert found is not None, places_and_codes(issues)
    return found


def test_a_whole_programme_is_read() -> None:
    found = programme()
    assert (found.code, found.year, found.number) == ("kh", 2022, "01-KH/BCĐ")
    assert found.adopted == date(2022, 1, 10)
    assert [task.no for task in found.tasks] == ["1", "2", "3"]
    assert found.tasks[0].timing.reading is Reading.QUARTER
    assert found.tasks[1].timing.reading is Reading.NONE


def test_a_task_binds_kinds_and_named_units() -> None:
    owed = [(one.unit, one.task) for one in programme().obligations(UNITS) if one.task]
    assert owed == [("001", "1"), ("002", "1"), ("001", "2"), ("so-noi-vu", "2")]


def test_a_task_is_due_with_its_timing_or_never() -> None:
    kiem_tra, _, tuyen_truyen, *_ = programme().obligations(UNITS)
    assert (kiem_tra.period, kiem_tra.due) == (Period(2022, 3), date(2022, 9, 30))
    assert (tuyen_truyen.period, tuyen_truyen.due) == (Period(2022), None)


def test_a_form_is_owed_each_quarter_and_due_and_locked_after_it() -> None:
    reports = [one for one in programme().obligations(iter(UNITS)) if one.form]
    assert [(one.unit, str(one.period)) for one in reports] == [
        (unit, f"2022-Q{quarter}") for unit in ("001", "002") for quarter in (1, 2, 3, 4)
    ]
    # 31 March + 10 days; + 60 days.
    assert (reports[0].due, reports[0].lock) == (date(2022, 4, 10), date(2022, 5, 30))


def test_a_form_without_lock_days_is_never_locked_and_0_days_is_the_last_day() -> None:
    duty = programme().reports[1]
    assert duty.due(Period(2022, 1)) == date(2022, 3, 31)
    assert duty.lock(Period(2022, 1)) is None


YEARLY = """
lateness: arrival
receivers: [Ban Dân vận Tỉnh ủy, Sở Nội vụ]
reports:
  - form: ke-hoach
    title: Kế hoạch năm
    debtors: {units: ["001"]}
    periods: [Y]
    due_on: {Y: 2022-04-05}
    lock_days_after: -200
  - form: bao-cao
    title: Báo cáo 6 tháng, năm
    debtors: {units: ["001"]}
    periods: [Y, Q2]
    due_days_after: 5
    lock_days_after: 3
"""


def test_a_form_may_be_owed_for_a_year_or_for_some_quarters_only() -> None:
    found, issues = parse_programme(raw(HEAD + YEARLY))
    assert issues == ()
    assert [(one.form, str(one.period), one.due) for one in found.obligations(UNITS)] == [
        ("ke-hoach", "2022", date(2022, 4, 5)),
        ("bao-cao", "2022-Q2", date(2022, 7, 5)),
        ("bao-cao", "2022", date(2023, 1, 5)),
    ]


def test_nothing_is_locked_before_it_is_due() -> None:
    found, _ = parse_programme(raw(HEAD + YEARLY))
    assert [duty.lock(Period(2022)) for duty in found.reports] == [
        date(2022, 6, 14),
        date(2023, 1, 5),
    ]


def test_a_programme_names_its_receivers_and_what_decides_lateness() -> None:
    found, _ = parse_programme(raw(HEAD + YEARLY))
    assert found.receivers == ("Ban Dân vận Tỉnh ủy", "Sở Nội vụ")
    assert found.lateness is Lateness.ARRIVAL
    assert (programme().receivers, programme().lateness) == ((), Lateness.SERVER)


def found_in(text: str) -> Found:
    found, issues = parse_programme(raw(text))
    assert found is None
    return places_and_codes(issues)


MISTAKES = [
    (HEAD + "tasks: [{no: '1', title: a}, {no: '1', title: b}]", "tasks[1].no", Code.CODE_TWICE),
    (HEAD + "tasks: {no: '1'}", "tasks", Code.WRONG_TYPE),
    (HEAD + "tasks: [kiểm tra]", "tasks[0]", Code.WRONG_TYPE),
    (HEAD + "tasks: [{title: a}]", "tasks[0].no", Code.KEY_MISSING),
    (HEAD + "tasks: [{no: 1.10, title: a}]", "tasks[0].no", Code.WRONG_TYPE),
    (HEAD + "tasks: [{no: '1', title: true}]", "tasks[0].title", Code.WRONG_TYPE),
    (HEAD + "tasks: [{no: '1', title: a, when: 2022-01-01}]", "tasks[0].when", Code.WRONG_TYPE),
    (HEAD + "tasks: [{no: '1', title: a, debtors: x}]", "tasks[0].debtors", Code.WRONG_TYPE),
    (
        HEAD + "tasks: [{no: '1', title: a, debtors: {units: 1}}]",
        "tasks[0].debtors.units",
        Code.WRONG_TYPE,
    ),
    (
        HEAD + "tasks: [{no: '1', title: a, debtors: {unit: ['1']}}]",
        "tasks[0].debtors.unit",
        Code.KEY_UNKNOWN,
    ),
    (
        HEAD + "reports: [{form: f, title: a, due_days_after: 367}]",
        "reports[0].due_days_after",
        Code.VALUE_OUTSIDE,
    ),
    (
        HEAD + "reports: [{form: f, title: a, lock_days_after: nhiều}]",
        "reports[0].lock_days_after",
        Code.WRONG_TYPE,
    ),
    (
        HEAD + "reports: [{form: f, title: a, periods: [Q5]}]",
        "reports[0].periods[0]",
        Code.NOT_ONE_OF,
    ),
    (HEAD + "reports: [{form: f, title: a, periods: []}]", "reports[0].periods", Code.KEY_MISSING),
    (
        HEAD + "reports: [{form: f, title: a, due_on: {Y: 2030-01-01}}]",
        "reports[0].due_on.Y",
        Code.VALUE_OUTSIDE,
    ),
    (
        HEAD + "reports: [{form: f, title: a, due_on: {Y: tháng 4}}]",
        "reports[0].due_on.Y",
        Code.WRONG_TYPE,
    ),
    (
        HEAD + "reports: [{form: f, title: a, due_on: {Q5: 2022-04-01}}]",
        "reports[0].due_on.Q5",
        Code.KEY_UNKNOWN,
    ),
    (HEAD + "lateness: never", "lateness", Code.NOT_ONE_OF),
    (HEAD + "receivers: Sở Nội vụ", "receivers", Code.WRONG_TYPE),
    (HEAD + "adopted: 10/01/2022", "adopted", Code.WRONG_TYPE),
    (HEAD + "task: []", "task", Code.KEY_UNKNOWN),
    (HEAD.replace("2022", "1922"), "year", Code.VALUE_OUTSIDE),
    (HEAD.replace("2022", "năm nay"), "year", Code.WRONG_TYPE),
    (HEAD.replace("year: 2022", ""), "year", Code.KEY_MISSING),
    ("[]", "", Code.WRONG_TYPE),
    ("", "", Code.WRONG_TYPE),
]


@pytest.mark.parametrize(("text", "path", "code"), MISTAKES)
def test_mistakes_are_found_at_their_place(text: str, path: str, code: Code) -> None:
    assert (path, code) in found_in(text)


@pytest.mark.parametrize("year", ["", "year: năm nay", "year: 0", "year: true"])
@pytest.mark.parametrize("when", ["Cả năm", "Quý III", "trước ngày 05/4/2022"])
def test_a_wrong_year_leaves_the_timings_readable(year: str, when: str) -> None:
    tasks = f"tasks: [{{no: '1', title: a, when: {when}}}]"
    assert [
        path for path, _ in found_in(f"programme: kh\ntitle: t\nissuer: i\n{year}\n{tasks}")
    ] == ["year"]
