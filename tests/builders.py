"""A province small enough to reckon by hand: a table, a programme, three districts, their files."""

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from functools import partial

from sqlalchemy import Engine

from data_access.accounts import OPERATOR, Actor, Role
from data_access.actions import setup
from data_access.actions.criteria import import_criteria
from data_access.actions.returns import submit_return
from data_access.clock import HANOI, server_moment
from data_access.moments import Moments
from data_access.queries.templates import form_for
from data_access.returns import Submission
from data_access.workbook.filling import fill_template
from data_access.workbook.template import write_template
from scoring.forms import Form, Kind
from scoring.periods import Period, parse_period
from scoring.returns import Answer
from scoring.units import Unit
from tests.ready_made import ready_made

SECRETARY = Actor("thu-ky", "Thư ký", Role.SECRETARIAT)
LEADER = Actor("lanh-dao", "Lãnh đạo", Role.LEADER)
MEMBER = Actor("thanh-vien", "Thành viên", Role.MEMBER)
CLERK_A = Actor("can-bo-a", "Cán bộ A", Role.UNIT, "001")
CLERK_B = Actor("can-bo-b", "Cán bộ B", Role.UNIT, "002")

DEMONSTRATION_DAY = date(2023, 1, 31)
Q1, Q2, Q3, Q4 = (parse_period(f"2022-Q{quarter}") for quarter in (1, 2, 3, 4))
YEAR = parse_period("2022")

UNITS = (
    Unit("tinh", "Ban Chỉ đạo tỉnh", "ban-chi-dao-tinh"),
    Unit("001", "Ban Chỉ đạo huyện A", "ban-chi-dao-huyen", "Huyện A", "tinh", "Đồng bằng"),
    Unit("002", "Ban Chỉ đạo huyện B", "ban-chi-dao-huyen", "Huyện B", "tinh", "Đồng bằng"),
    Unit("003", "Ban Chỉ đạo huyện C", "ban-chi-dao-huyen", "Huyện C", "tinh", "Miền núi"),
)

CRITERIA = """\
set: nho
version: "1"
title: Bảng tiêu chí nhỏ
illustrative: true
decision: {number: 01-HD/BCĐ, date: 2022-03-24, issuer: Ban Chỉ đạo tỉnh}
in_force: {from: 2022-01-01}
unit_kinds: [ban-chi-dao-huyen]
max: 10
criteria:
  - code: "1"
    text: Tổ chức thực hiện
    max: 10
    children:
      - code: "1.1"
        text: Ban hành kế hoạch
        max: 4
        inputs: [{key: ke_hoach, label: Đã ban hành kế hoạch, kind: yes_no}]
        rule: {type: yes_no, figure: ke_hoach}
      - code: "1.2"
        text: Hội nghị cộng đồng dân cư
        max: 3
        not_arisen: full
        inputs:
          - {key: da_hop, label: Số thôn đã họp, kind: count, unit: thôn, absences: [KPS]}
          - {key: tong, label: Tổng số thôn, kind: count, unit: thôn, absences: [KPS]}
        rule: {type: proportional, part: da_hop, whole: tong}
      - code: "1.3"
        text: Chế độ báo cáo
        max: 2
        rule: {type: days_late, form: tien-do, per_day: 0.25, per_missed: 1}
      - code: "1.4"
        text: Chất lượng thực hiện
        max: 1
        periods: [Y]
        rule: {type: assessed, step: 0.25}
classes:
  - {name: Hoàn thành tốt, from: 8}
  - {name: Hoàn thành}
"""

PROGRAMME = """\
programme: kh-2022
title: Kế hoạch năm 2022
issuer: tinh
year: 2022
number: 01-KH/BCĐ
adopted: 2022-01-10
tasks:
  - no: "1"
    title: Ban hành kế hoạch
    directs: Trưởng ban
    carries_out: Các huyện
    when: trước ngày 01/4/2022
    debtors: {kinds: [ban-chi-dao-huyen]}
  - no: "2.1"
    title: Kiểm tra cơ sở
    directs: Phó Trưởng ban
    carries_out: Các huyện
    when: Quý III/2022
    debtors: {kinds: [ban-chi-dao-huyen]}
reports:
  - form: tien-do
    title: Báo cáo tiến độ
    debtors: {kinds: [ban-chi-dao-huyen]}
    due_days_after: 10
    lock_days_after: 60
  - form: tu-cham
    title: Bảng tự chấm điểm
    debtors: {kinds: [ban-chi-dao-huyen]}
    due_days_after: 15
    lock_days_after: 60
"""


def small_province(url: str, day: date | None = DEMONSTRATION_DAY) -> Engine:
    """A database with units, table and programme; a demonstration unless `day` is None."""
    return ready_made(url, f"small province of {day}", partial(_make_small_province, day))


def _make_small_province(day: date | None, engine: Engine) -> None:
    setup.initialise(engine)
    if day is not None:
        setup.mark_demonstration(engine, OPERATOR, day, "Tỉnh thử")
    setup.import_units(engine, OPERATOR, UNITS)
    assert import_criteria(engine, OPERATOR, CRITERIA) == ()
    assert setup.import_programme(engine, OPERATOR, PROGRAMME) == ()


def at(day: date, hour: int = 9) -> Moments:
    return Moments(datetime.combine(day, time(hour), HANOI), server_moment())


def self_score(
    engine: Engine, unit: str, period: Period, answers: Mapping[str, Answer] | None = None
) -> bytes:
    """A filled-in self-score; whatever `answers` leaves out is answered with 1."""
    form = form_for(engine, "tu-cham", unit, period)
    return fill_template(write_template(form), form, ones(form) | dict(answers or {}))


def progress(engine: Engine, unit: str, period: Period, answers: Mapping[str, Answer]) -> bytes:
    """A filled-in progress report; tasks that `answers` leaves out are being worked on."""
    form = form_for(engine, "tien-do", unit, period)
    doing = {field.key: "doing" for field in form.fields() if field.key.endswith(".state")}
    return fill_template(write_template(form), form, doing | dict(answers))


def hand_in_self_score(
    engine: Engine,
    unit: str,
    period: Period,
    day: date,
    answers: Mapping[str, Answer] | None = None,
) -> Submission:
    content = self_score(engine, unit, period, answers)
    return submit_return(engine, SECRETARY, f"{unit}.xlsx", content, at(day))


def hand_in_progress(
    engine: Engine,
    unit: str,
    period: Period,
    day: date,
    answers: Mapping[str, Answer] | None = None,
) -> Submission:
    content = progress(engine, unit, period, answers or {})
    return submit_return(engine, SECRETARY, f"{unit}.xlsx", content, at(day))


def ones(form: Form) -> dict[str, Answer]:
    numbers = (Kind.NUMBER, Kind.COUNT, Kind.POINTS)
    found: dict[str, Answer] = {}
    for field in form.fields():
        if field.kind in numbers:
            found[field.key] = Decimal(1)
        elif field.kind is Kind.YES_NO:
            found[field.key] = "1"
    return found
