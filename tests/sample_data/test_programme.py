"""The plan 03-KH/BCĐ as data."""

from datetime import date

from sample_data import catalogue, tables
from scoring.periods import Period
from scoring.timing import Reading


def test_the_plan_has_its_sixteen_tasks_in_printed_order() -> None:
    assert [task.no for task in tables.programme().tasks] == [str(no) for no in range(1, 17)]


def test_the_plan_is_issued_by_the_province_committee_on_a_day_left_blank() -> None:
    programme = tables.programme()
    issuer = next(unit for unit in catalogue.units() if unit.code == programme.issuer)
    assert issuer.kind == "ban-chi-dao-tinh"
    assert programme.adopted is None


def test_every_task_has_a_debtor() -> None:
    units = catalogue.units()
    for task in tables.programme().tasks:
        assert tables.programme().debtors(task, units), task.no


def test_every_unit_a_task_names_exists() -> None:
    codes = {unit.code for unit in catalogue.units()}
    for task in tables.programme().tasks:
        assert set(task.debtors.units) <= codes, task.no


def test_every_time_is_read_and_one_task_has_none() -> None:
    readings = {task.no: task.timing.reading for task in tables.programme().tasks}
    assert Reading.UNREAD not in readings.values()
    assert [no for no, reading in readings.items() if reading is Reading.NONE] == ["15"]


def test_the_project_is_due_at_the_end_of_the_third_quarter() -> None:
    task = next(task for task in tables.programme().tasks if task.no == "6")
    assert task.timing.printed == "Xây dựng Đề án trong quý III/2022"
    assert task.timing.due == date(2022, 9, 30)
    assert "810-TB/TU" in task.source


def test_whoever_owes_a_task_owes_the_progress_report() -> None:
    programme = tables.programme()
    report = next(duty for duty in programme.reports if duty.form == "tien-do")
    units = catalogue.units()
    owing = {unit.code for task in programme.tasks for unit in programme.debtors(task, units)}
    assert owing == {unit.code for unit in programme.debtors(report, units)}


def test_returns_are_due_twelve_or_fifteen_days_after_the_quarter() -> None:
    due = {
        duty.form: duty.due(Period(2022, 4))
        for duty in tables.programme().reports
        if duty.asked_in(Period(2022, 4))
    }
    assert due == {
        "tu-cham": date(2023, 1, 12),
        "tien-do": date(2023, 1, 12),
        "thong-ke": date(2023, 1, 15),
    }


def test_signed_documents_are_due_on_days_of_their_own() -> None:
    duties = {duty.form: duty for duty in tables.programme().reports}
    assert duties["ke-hoach"].due(Period(2022)) == date(2022, 4, 5)
    assert duties["bao-cao-6-thang"].due(Period(2022, 2)) == date(2022, 6, 10)
    assert duties["bao-cao-nam"].due(Period(2022)) == date(2022, 11, 20)
