"""A province whose table leaves something to everybody: to a department that appraises, to another
body that supplies a figure, to the register of models, to the committee as a whole."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine

from data_access.accounts import OPERATOR, Actor, Role
from data_access.actions import setup
from data_access.actions.appraisal import appraise
from data_access.actions.criteria import import_criteria
from data_access.actions.outside_figures import record_figure
from data_access.queries import scores
from scoring.periods import Period
from scoring.refusals import Refusal, Refused
from scoring.returns import Answer
from scoring.scorecards import Line
from scoring.units import Unit
from tests.builders import (
    DEMONSTRATION_DAY,
    PROGRAMME,
    SECRETARY,
    UNITS,
    YEAR,
    hand_in_self_score,
)
from tests.ready_made import ready_made

DEPARTMENTS = (
    Unit("STP", "Sở Tư pháp", "co-quan-tinh", "", "tinh"),
    Unit("SNV", "Sở Nội vụ", "co-quan-tinh", "", "tinh"),
)
ASSESSOR = Actor("so-tu-phap", "Sở Tư pháp", Role.ASSESSOR, "STP")
OTHER_ASSESSOR = Actor("so-noi-vu", "Sở Nội vụ", Role.ASSESSOR, "SNV")
CLERK_C = Actor("can-bo-c", "Cán bộ C", Role.UNIT, "003")

TABLE = """\
set: doi-song
version: "1"
title: Bảng tiêu chí có cơ quan thẩm định
illustrative: true
in_force: {from: 2022-01-01}
unit_kinds: [ban-chi-dao-huyen]
reconsideration_days: 10
criteria:
  - code: "1"
    text: Tổ chức thực hiện
    max: 6
    assessor: STP
    children:
      - code: "1.1"
        text: Ban hành kế hoạch
        max: 4
        inputs: [{key: ke_hoach, label: Đã ban hành kế hoạch, kind: yes_no}]
        rule: {type: yes_no, figure: ke_hoach}
      - code: "1.2"
        text: Chất lượng kế hoạch
        max: 2
        rounding: {places: 1}
        rule: {type: assessed, step: 0.5}
  - code: "2"
    text: Kết quả thực hiện
    max: 3
    max_when: [{when: 'attr.vung = "cao"', max: 2}]
    rule:
      type: assessed
      grades: [{name: Tốt, points: 3}, {name: Khá, points: 2}, {name: Kém, points: 0}]
  - code: "3"
    text: Chỉ số hài lòng
    max: 1
    inputs:
      - key: hai_long
        label: Chỉ số hài lòng
        kind: number
        most: 100
        absences: [KPS]
        source: Sở Nội vụ
    not_arisen: full
    rule: {type: bands, figure: hai_long, bands: [{from: 80, points: 1}], otherwise: 0}
bonuses:
  - code: T1
    text: Mô hình Dân vận khéo
    rule: {type: count, figure: "@recognised.any", points: 0.5}
  - code: T2
    text: Mô hình cấp tỉnh
    rule: {type: count, figure: "@recognised.tinh", points: 0.5}
penalties:
  - code: P1
    text: Báo cáo sai
    max: 2
    assessor: SNV
    inputs: [{key: sai, label: Số lần báo cáo sai, kind: count}]
    rule: {type: deduction, figure: sai, points: 0.5}
classes:
  - {name: Tốt, from: 8, requires: [no_zero]}
  - {name: Khá, from: 4}
  - {name: Trung bình}
fallthrough: manual
ranking: {ties: chain, chain: [{text: Ban hành kế hoạch, figure: ke_hoach}], then: manual}
"""

HANDED_IN = date(2023, 1, 5)


def province_of_lines(url: str) -> Engine:
    return ready_made(url, "province of lines", _make_province_of_lines)


def _make_province_of_lines(engine: Engine) -> None:
    setup.initialise(engine)
    setup.mark_demonstration(engine, OPERATOR, DEMONSTRATION_DAY, "Tỉnh thử")
    setup.import_units(engine, OPERATOR, [*UNITS, *DEPARTMENTS])
    assert import_criteria(engine, OPERATOR, TABLE) == ()
    assert setup.import_programme(engine, OPERATOR, PROGRAMME) == ()


def hand_in_all(engine: Engine, answers: Mapping[str, Mapping[str, Answer]] | None = None) -> None:
    """The fourth quarter's self-scores of all three districts, everything answered with 1."""
    for unit in ("001", "002", "003"):
        given = (answers or {}).get(unit, {})
        hand_in_self_score(engine, unit, Period(2022, 4), HANDED_IN, {"sai": Decimal(0)} | given)


def appraise_all(engine: Engine) -> None:
    """The most of everything that waits for a person in the year."""
    for unit in ("001", "002", "003"):
        appraise(engine, ASSESSOR, unit, YEAR, "1.2", Decimal(2), "Đủ hồ sơ")
        appraise(engine, SECRETARY, unit, YEAR, "2", Decimal(3), "Kết quả rõ")
        given = (unit, YEAR, "hai_long", Decimal(85), "", HANDED_IN, "01/BC-SNV")
        record_figure(engine, SECRETARY, *given)


def refused(action: Callable[..., object], *given: object, **named: object) -> Refusal:
    with pytest.raises(Refused) as caught:
        action(*given, **named)
    return caught.value.code


def line_of(engine: Engine, unit: str, criterion: str, period: Period = YEAR) -> Line:
    found = scores.scorecard(engine, SECRETARY, period, unit).line(criterion)
    assert found is not None
    return found
