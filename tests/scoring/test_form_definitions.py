"""A form made out for a unit: which sheets, which checks, last period's figures in grey."""

from dataclasses import replace
from datetime import date

import pytest

from scoring.form_definitions import FormDefinition, made_out, versions_in_force
from scoring.form_reading import parse_form
from scoring.forms import Mark
from scoring.periods import Period
from scoring.units import Unit
from tests.scoring.builders import raw

FORM = """\
form: bieu-thu
version: "2"
title: Biểu thử
header: [Tỉnh ủy]
periods: [Q1, Q2, Q4]
sheets:
  - code: A
    name: Biểu A
    previous: to_date
    columns:
      - {key: text, heading: Chỉ tiêu}
      - {key: in_period, heading: Trong kỳ, kind: count, measure: flow}
      - {key: to_date, heading: Lũy kế, kind: count, measure: from_january, width: 15}
      - {key: note, heading: Ghi chú, kind: text}
    rows:
      - {code: "1", text: Đơn, asks: [in_period, to_date]}
      - {code: "2", text: Vụ, asks: [in_period]}
      - {code: "3", text: Khác, asks: [note]}
  - code: B
    name: Biểu B
    periods: [Q4]
    columns: [{key: text, heading: Chỉ tiêu}, {key: n, heading: Số, kind: count, measure: flow}]
    rows: [{code: "1", text: Thôn}]
checks:
  - at: A.1.to_date
    left: [A.1.to_date]
    relation: ">="
    right: [A.1.in_period]
    message: Đề nghị xem.
  - {at: B.1.n, left: [B.1.n], relation: ">=", right: [A.1.in_period], message: Đề nghị xem.}
"""
UNIT = Unit("001", "Ban Chỉ đạo huyện A", "huyen")
LAST = {"A.1.to_date": "7", "A.1.in_period": "3", "A.2.in_period": "KPS"}


def definition() -> FormDefinition:
    found, issues = parse_form(raw(FORM))
    assert found is not None, issues
    return found


def previous(period: Period) -> dict[str, str]:
    sheet = made_out(definition(), UNIT, period, LAST).sheets[0]
    return {row.code: row.text("previous") for row in sheet.rows}


def test_the_form_says_whose_it_is_and_for_when() -> None:
    form = made_out(definition(), UNIT, Period(2022, 2))
    assert form.mark == Mark("bieu-thu", "2", "001", Period(2022, 2))
    assert form.scope == ("Kỳ báo cáo: quý II năm 2022",)
    assert form.header == ("Tỉnh ủy", "Ban Chỉ đạo huyện A")
    beneath = replace(UNIT, attributes={"parent_body": "Huyện ủy A"})
    assert made_out(definition(), beneath, Period(2022, 2)).header[1:] == (
        "Huyện ủy A",
        "Ban Chỉ đạo huyện A",
    )


def test_a_sheet_and_its_checks_come_in_their_period_only() -> None:
    quarter, last = (made_out(definition(), UNIT, Period(2022, q)) for q in (2, 4))
    assert [sheet.name for sheet in quarter.sheets] == ["Biểu A"]
    assert [sheet.name for sheet in last.sheets] == ["Biểu A", "Biểu B"]
    assert [check.at for check in quarter.checks] == ["A.1.to_date"]
    assert [check.at for check in last.checks] == ["A.1.to_date", "B.1.n"]


def test_last_periods_figures_stand_in_grey_beside_their_column() -> None:
    columns = made_out(definition(), UNIT, Period(2022, 2)).sheets[0].columns
    assert [column.key for column in columns] == [
        "code",
        "text",
        "in_period",
        "to_date",
        "previous",
        "note",
    ]
    assert columns[4].muted and columns[4].number and columns[4].width == 15
    # A row that does not ask the column shows its first figure instead.
    assert previous(Period(2022, 2)) == {"1": "7", "2": "KPS", "3": ""}


def test_counting_from_january_begins_anew() -> None:
    assert previous(Period(2022, 1)) == {"1": "", "2": "KPS", "3": ""}


def test_a_sheet_that_asks_for_no_grey_column_has_none() -> None:
    sheet = made_out(definition(), UNIT, Period(2022, 4), LAST).sheets[1]
    assert [column.key for column in sheet.columns] == ["code", "text", "n"]


def test_a_form_is_asked_in_its_own_periods() -> None:
    asked = [definition().asked_in(Period(2022, quarter)) for quarter in (1, 3, None)]
    assert asked == [True, False, False]


@pytest.mark.parametrize(
    ("first_ends", "day", "versions"),
    [
        (None, date(2022, 6, 30), ["1"]),  # the second has not begun
        (None, date(2022, 9, 30), ["2"]),  # without a last day it ends when the next begins
        (date(2022, 9, 30), date(2022, 9, 30), ["1", "2"]),  # said to live on beside it
        (date(2022, 9, 30), date(2022, 12, 31), ["2"]),
        (None, date(2021, 12, 31), []),
    ],
)
def test_versions_in_force(first_ends: date | None, day: date, versions: list[str]) -> None:
    begun = replace(
        definition(), version="1", in_force_from=date(2022, 1, 1), in_force_to=first_ends
    )
    newer = replace(definition(), version="2", in_force_from=date(2022, 7, 1))
    assert [one.version for one in versions_in_force([begun, newer], day)] == versions


def test_a_version_without_days_is_always_in_force() -> None:
    assert definition().in_force_on(date(1990, 1, 1))
    assert not replace(definition(), in_force_to=date(2020, 1, 1)).in_force_on(date(2022, 1, 1))
