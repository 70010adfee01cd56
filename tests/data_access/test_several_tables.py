"""One unit scored on several tables at once; and what may be in force together."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine

from data_access.accounts import OPERATOR
from data_access.actions import setup
from data_access.actions.criteria import import_criteria, import_criteria_file
from data_access.actions.publication import publish
from data_access.actions.returns import submit_return
from data_access.criteria_workbook.exporting import criteria_workbook
from data_access.queries import catalogue, criteria, scores
from data_access.queries.templates import form_for
from data_access.workbook.filling import fill_template
from data_access.workbook.template import write_template
from scoring.issues import Code
from scoring.periods import Period
from scoring.refusals import Refusal, Refused
from scoring.units import Unit
from tests.builders import (
    CLERK_A,
    CRITERIA,
    LEADER,
    MEMBER,
    PROGRAMME,
    Q1,
    SECRETARY,
    YEAR,
    at,
    hand_in_progress,
    hand_in_self_score,
    ones,
)

ON_TIME = date(2022, 4, 5)
FORM = "tu-cham-hoa-giai"
SECOND = """\
set: hoa-giai
version: "1"
title: Bảng tiêu chí hòa giải
illustrative: true
in_force: {from: 2022-01-01}
unit_kinds: [ban-chi-dao-huyen]
form: tu-cham-hoa-giai
criteria:
  - code: "1"
    text: Tỷ lệ hòa giải thành
    max: 5
    inputs:
      - {key: thanh, label: Số vụ hòa giải thành, kind: count}
      - {key: vu, label: Số vụ hòa giải, kind: count}
    rule: {type: proportional, part: thanh, whole: vu}
"""
ASKED = f"""\
  - form: {FORM}
    title: Bảng tự chấm điểm hòa giải
    debtors: {{kinds: [ban-chi-dao-huyen]}}
    due_days_after: 15
    lock_days_after: 60
"""


@pytest.fixture
def two(province: Engine) -> Engine:
    """Both tables answered by the first two districts, the second by them in reverse."""
    assert import_criteria(province, OPERATOR, SECOND) == ()
    assert setup.import_programme(province, OPERATOR, PROGRAMME + ASKED) == ()
    for unit, held, settled in (("001", "1", 2), ("002", "0", 4)):
        hand_in_self_score(province, unit, Q1, ON_TIME, {"ke_hoach": held})
        hand_in_progress(province, unit, Q1, ON_TIME)
        form = form_for(province, FORM, unit, Q1)
        answers = ones(form) | {"thanh": Decimal(settled), "vu": Decimal(4)}
        content = fill_template(write_template(form), form, answers)
        assert submit_return(province, SECRETARY, f"{unit}.xlsx", content, at(ON_TIME)).accepted
    return province


def refused(action, *given, **named) -> Refusal:
    with pytest.raises(Refused) as caught:
        action(*given, **named)
    return caught.value.code


def first_of(engine: Engine, actor, code: str | None) -> tuple[str, Decimal]:
    place = scores.ranking(engine, actor, Q1, "Đồng bằng", code).ranking.places[0]
    return place.unit, place.total


def test_each_table_ranks_by_its_own_returns(two: Engine) -> None:
    assert [head.code for head in criteria.in_force(two, Q1)] == ["nho", "hoa-giai"]
    assert first_of(two, LEADER, None) == ("001", Decimal("9.00"))
    assert first_of(two, LEADER, "hoa-giai") == ("002", Decimal("5.00"))
    card = scores.scorecard(two, CLERK_A, Q1, "001", "hoa-giai")
    assert (card.total, card.line("1").source.split("›")[0].strip()) == (
        Decimal("2.50"),
        "001.xlsx",
    )
    assert refused(scores.ranking, two, LEADER, Q1, None, "khac") is Refusal.UNKNOWN_CRITERIA


def test_each_is_published_by_itself(two: Engine) -> None:
    first = publish(two, SECRETARY, Q1, criteria="hoa-giai")
    assert (first.criteria, first.number) == ("hoa-giai", 1)
    assert first_of(two, MEMBER, "hoa-giai") == ("002", Decimal("5.00"))
    assert refused(scores.ranking, two, MEMBER, Q1) is Refusal.NOT_PUBLISHED
    assert publish(two, SECRETARY, Q1).criteria == "nho"
    again = refused(publish, two, SECRETARY, Q1, criteria="hoa-giai")
    assert again is Refusal.ALREADY_PUBLISHED


def test_a_table_for_another_kind_of_unit_is_the_main_one_of_its_units(province: Engine) -> None:
    xa = SECOND.replace("ban-chi-dao-huyen", "xa").replace(FORM, "tu-cham")
    assert import_criteria(province, OPERATOR, xa) == ()
    setup.import_units(province, OPERATOR, [Unit("x1", "Xã Một", "xa", "", "001")])
    assert scores.scorecard(province, LEADER, Q1, "x1").unranked is not None
    assert scores.scorecard(province, LEADER, Q1, "x1").line("1.1") is None


def test_a_form_of_a_table_is_listed_and_no_other_table_is_owed(two: Engine) -> None:
    assert (FORM, "hoa-giai/1") in [(one.code, one.version) for one in catalogue.forms(two)]
    assert form_for(two, FORM, "001", Q1).mark.version == "hoa-giai/1"
    assert refused(form_for, two, "tu-cham-khac", "001", Q1) is Refusal.UNKNOWN_FORM


HEAD = "unit_kinds: [ban-chi-dao-huyen]\nform: tu-cham-hoa-giai\n"
CLASHES = [
    ("another code, same form and kind", ("tu-cham-hoa-giai", "tu-cham"), True),
    (
        "for every kind of unit",
        (HEAD, ""),
        True,
    ),
    ("another kind of unit", (HEAD, "unit_kinds: [xa]\n"), False),
    ("another form", (HEAD, HEAD), False),
]


@pytest.mark.parametrize(("change", "clashes"), [row[1:] for row in CLASHES])
def test_two_tables_for_one_return_are_refused(
    small: Engine, change: tuple[str, str], clashes: bool
) -> None:
    text = SECOND.replace(*change)
    if clashes:
        assert refused(import_criteria, small, OPERATOR, text) is Refusal.CRITERIA_CLASH
        assert [one.name for one in criteria.sets(small)] == ["nho/1"]
    else:
        assert import_criteria(small, OPERATOR, text) == ()


def test_once_the_first_has_ended_another_may_follow(small: Engine) -> None:
    next_year = SECOND.replace(FORM, "tu-cham").replace("2022-01-01", "2023-01-01")
    assert refused(import_criteria, small, OPERATOR, next_year) is Refusal.CRITERIA_CLASH
    ended = CRITERIA.replace("{from: 2022-01-01}", "{from: 2022-01-01, to: 2022-12-31}")
    assert import_criteria(small, OPERATOR, ended) == ()
    assert import_criteria(small, OPERATOR, next_year) == ()
    codes = [catalogue.criteria_for(small, one).code for one in (YEAR, Period(2023))]
    assert codes == ["nho", "hoa-giai"]


def test_a_version_published_on_may_end_only_after_what_was_published(small: Engine) -> None:
    hand_in_self_score(small, "001", Q1, ON_TIME)
    publish(small, SECRETARY, Q1)
    early, late = (
        CRITERIA.replace("{from: 2022-01-01}", f"{{from: 2022-01-01, to: {day}}}")
        for day in ("2022-03-30", "2022-03-31")
    )
    assert refused(import_criteria, small, OPERATOR, early) is Refusal.VERSION_IN_USE
    assert import_criteria(small, OPERATOR, late) == ()
    (entry,) = criteria.sets(small)
    assert (entry.name, entry.published) == ("nho/1", (Q1,))
    assert scores.ranking(small, MEMBER, Q1).criteria.code == "nho"


def test_a_workbook_is_brought_in_as_the_table_it_says(small: Engine) -> None:
    for name, content in (("a.yaml", SECOND.encode()), ("a.xlsx", criteria_workbook(SECOND))):
        assert import_criteria_file(small, OPERATOR, name, content) == ()
    assert criteria.table(small, "hoa-giai").max == Decimal(5)
    assert criteria.text(small, "nho/1") == CRITERIA
    assert criteria.workbook(small, "nho") == criteria_workbook(CRITERIA)
    wrong = SECOND.replace("max: 5", "max: -5").encode()
    (found, *_) = import_criteria_file(small, OPERATOR, "a.yml", wrong)
    assert found.code is Code.VALUE_OUTSIDE
    for name in ("khac", "nho/2"):
        assert refused(criteria.table, small, name) is Refusal.UNKNOWN_CRITERIA_VERSION


def test_a_new_version_is_tried_on_the_past_before_anybody_signs(two: Engine) -> None:
    publish(two, SECRETARY, Q1)
    newer = CRITERIA.replace('version: "1"', 'version: "2"').replace("max: 4", "max: 1")
    newer = newer.replace("max: 10", "max: 7")
    tried = criteria.try_out(two, LEADER, newer, Q1)
    assert (tried.old.version, tried.new.version) == ("1", "2")
    by_unit = {place.unit: place for place in tried.places}
    assert (by_unit["001"].before.total, by_unit["001"].after.total) == (Decimal(9), Decimal(6))
    assert (by_unit["002"].before.rank, by_unit["002"].after.rank) == (2, 2)
    assert by_unit["003"].after.rank is None and by_unit["003"].after.note
    assert criteria.table(two, "nho").version == "1"
    assert refused(criteria.try_out, two, MEMBER, newer, Q1) is Refusal.ROLE_NOT_ALLOWED
    nowhere = criteria.try_out(two, LEADER, SECOND.replace("ban-chi-dao-huyen", "xa"), Q1)
    assert (nowhere.old, nowhere.places) == (None, ())
