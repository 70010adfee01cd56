"""What is known of a unit, and from whom: its own answers, other bodies' figures, files."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine

from data_access import documents
from data_access.accounts import OPERATOR
from data_access.actions.criteria import import_criteria
from data_access.actions.evidence import attach
from data_access.database import reading
from data_access.facts import facts_of
from scoring.facts import YES, Absent, UnitFacts
from tests.builders import CLERK_A, CRITERIA, Q1, SECRETARY, at, hand_in_self_score
from tests.data_access.returns_by_hand import pdf

DAY = date(2022, 4, 10)

CHOSEN = CRITERIA.replace(
    "{key: ke_hoach, label: Đã ban hành kế hoạch, kind: yes_no}",
    "{key: muc, label: Mức độ, kind: choice, choices: [Tốt, Khá, Kém], absences: [KPS]}",
).replace("{type: yes_no, figure: ke_hoach}", "{type: options, figure: muc, points: [4, 2, 1]}")
RANK_ONLY = """\
set: chi-xep
version: "1"
title: Bảng chỉ xếp thứ
kind: rank_only
form: tu-cham-xep
in_force: {from: 2022-01-01}
unit_kinds: [ban-chi-dao-huyen]
inputs: [{key: chi_so, label: Chỉ số, kind: number, source: Sở Nội vụ}]
ranking: {chain: [{text: Chỉ số, figure: chi_so}]}
"""


def known(engine: Engine, criteria: str | None = None) -> UnitFacts:
    with reading(engine) as connection:
        table = documents.criteria_for(connection, Q1, criteria).table
        (facts,) = facts_of(connection, table, Q1, ["001"])
    return facts


@pytest.mark.parametrize(("typed", "value"), [("Khá", Decimal(2)), ("KPS", Absent.NOT_ARISEN)])
def test_a_choice_is_the_number_of_its_label(small: Engine, typed: str, value: object) -> None:
    assert import_criteria(small, OPERATOR, CHOSEN) == ()
    hand_in_self_score(small, "001", Q1, DAY, {"muc": typed})
    figure = known(small).figures["muc"]
    assert (figure.value, figure.source.file) == (value, "001.xlsx")


@pytest.mark.parametrize("key", ["1.2", "1.2.b", "tong", "@evidence.1.2"])
def test_a_file_at_a_row_is_evidence_of_its_criterion(small: Engine, key: str) -> None:
    hand_in_self_score(small, "001", Q1, DAY)
    assert known(small).evidence == {}
    attach(small, CLERK_A, "tu-cham", "001", Q1, key, "a.pdf", pdf(), moments=at(DAY))
    assert {code: one.value for code, one in known(small).evidence.items()} == {"1.2": YES}


def test_the_signed_scan_is_evidence_of_nothing(small: Engine) -> None:
    hand_in_self_score(small, "001", Q1, DAY)
    attach(small, SECRETARY, "tu-cham", "001", Q1, "", "a.pdf", pdf(), moments=at(DAY))
    assert known(small).evidence == {}


def test_whom_a_table_asks_nothing_has_nothing_to_hand_in(small: Engine) -> None:
    assert import_criteria(small, OPERATOR, RANK_ONLY) == ()
    assert known(small, "chi-xep").submitted
    assert not known(small).submitted
