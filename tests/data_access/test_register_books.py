"""The registers of units as kept: who sees which, in which quarter, as known on which day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data_access.accounts import OPERATOR, Actor
from data_access.actions import setup
from data_access.actions.returns import withdraw_return
from data_access.queries import catalogue
from data_access.queries.consultations import consultation_register
from data_access.queries.disclosures import all_disclosures, disclosure_register
from data_access.queries.dossiers import dossier
from scoring.disclosure import DISCLOSE, POSTED
from scoring.findings import Remark, Verdict
from scoring.periods import Period
from scoring.refusals import Refusal, Refused
from scoring.register_lines import Track
from tests.builders import LEADER, MEMBER, SECRETARY
from tests.dong_son import (
    AFTERWARDS,
    CLERK,
    CONSULTED,
    DISCLOSED,
    OFFICE,
    OTHER,
    OTHER_CLERK,
    Q1,
    Q2,
    YEAR,
    dong_son,
    hand_in,
)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = dong_son(f"sqlite:///{tmp_path / 'dong-son.db'}")
    yield engine
    engine.dispose()


def disclosed(engine: Engine, period: Period = Q1, day: date = AFTERWARDS, unit: str = OFFICE):
    return disclosure_register(engine, OPERATOR, unit, period, day)


def test_a_year_holds_the_lines_of_its_quarters_and_says_which_are_missing(engine: Engine) -> None:
    hand_in(engine, "so-cong-khai", Q1, [DISCLOSED, DISCLOSED])
    hand_in(engine, "so-cong-khai", Q2, [DISCLOSED])
    found = disclosed(engine, YEAR)
    assert [(one.origin.period, one.assessed.line.number) for one in found.entries] == [
        (Q1, 1),
        (Q1, 2),
        (Q2, 1),
    ]
    assert found.head.missing == (Period(2024, 3), Period(2024, 4))


def test_a_register_in_which_nothing_stood_is_not_missing(engine: Engine) -> None:
    hand_in(engine, "so-cong-khai", Q1, [])
    head = disclosed(engine).head
    assert (head.nothing, head.missing) == ((Q1,), ())


def test_a_newer_version_counts_alone_and_yesterday_is_seen_as_it_was(engine: Engine) -> None:
    hand_in(engine, "so-cong-khai", Q1, [DISCLOSED])
    kept = hand_in(engine, "so-cong-khai", Q1, [DISCLOSED, DISCLOSED])
    assert len(disclosed(engine).entries) == 2
    withdraw_return(engine, CLERK, kept.id, "Nộp nhầm")
    assert len(disclosed(engine).entries) == 1
    assert disclosed(engine, day=date(2024, 3, 28)).entries == ()


def test_a_line_may_be_about_the_people_in_the_register_of_an_office(engine: Engine) -> None:
    line = {
        **DISCLOSED,
        "Loại": "Công khai cho Nhân dân",
        "Mục nội dung theo Luật": "11.11 Kế hoạch, kết quả lấy ý kiến và giải trình",
    }
    hand_in(engine, "so-cong-khai", Q1, [DISCLOSED, line])
    own, people = (one.assessed for one in disclosed(engine).entries)
    assert (own.line.track, people.line.track) == (Track.AGENCY, Track.COMMUNE)
    assert (own.rule(POSTED).verdict, people.rule(POSTED).verdict) == (
        Verdict.KEPT,
        Verdict.BROKEN,
    )


def test_the_unit_says_its_track_where_the_line_does_not(engine: Engine) -> None:
    hand_in(engine, "so-lay-y-kien", Q1, [CONSULTED], OTHER_CLERK)

    def found() -> tuple[Track | None, Verdict]:
        register = consultation_register(engine, OPERATOR, OTHER, Q1, AFTERWARDS)
        (entry,) = register.entries
        return register.head.track, entry.assessed.measured[0].verdict

    assert found() == (None, Verdict.UNKNOWN)
    unit = replace(catalogue.unit(engine, OTHER), attributes={"track": "xa"})
    setup.import_units(engine, OPERATOR, [unit])
    assert found() == (Track.COMMUNE, Verdict.BROKEN)


def test_a_draft_posted_in_the_quarter_before_is_still_the_same_draft(engine: Engine) -> None:
    hand_in(engine, "so-cong-khai", Q1, [DISCLOSED])
    hand_in(engine, "so-lay-y-kien", Q2, [CONSULTED])
    (entry,) = consultation_register(engine, OPERATOR, OFFICE, Q2, AFTERWARDS).entries
    assert len(entry.assessed.postings) == 1
    remarks = [found.remark for found in entry.assessed.findings]
    assert Remark.OPINIONS_END_BEFORE_POSTING in remarks


def test_another_units_posting_of_the_same_number_is_another_paper(engine: Engine) -> None:
    hand_in(engine, "so-cong-khai", Q1, [DISCLOSED], OTHER_CLERK)
    hand_in(engine, "so-lay-y-kien", Q1, [CONSULTED])
    (entry,) = consultation_register(engine, OPERATOR, OFFICE, Q1, AFTERWARDS).entries
    assert entry.assessed.postings == ()


@pytest.mark.parametrize("actor", [SECRETARY, LEADER])
def test_the_secretariat_and_leaders_see_every_register(engine: Engine, actor: Actor) -> None:
    hand_in(engine, "so-cong-khai", Q1, [DISCLOSED])
    hand_in(engine, "so-cong-khai", Q1, [DISCLOSED], OTHER_CLERK)
    found = all_disclosures(engine, actor, Q1, AFTERWARDS)
    assert [one.unit.code for one in found] == [OFFICE, OTHER]
    assert [one.entries[0].assessed.rule(DISCLOSE).counted for one in found] == [4, 4]


def test_a_unit_sees_its_own_alone(engine: Engine) -> None:
    hand_in(engine, "so-cong-khai", Q1, [DISCLOSED])
    hand_in(engine, "so-cong-khai", Q1, [DISCLOSED], OTHER_CLERK)
    assert [one.unit.code for one in all_disclosures(engine, CLERK, Q1, AFTERWARDS)] == [OFFICE]
    for question in (disclosure_register, consultation_register, dossier):
        with pytest.raises(Refused) as refused:
            question(engine, CLERK, OTHER, Q1, AFTERWARDS)
        assert refused.value.code is Refusal.NOT_YOUR_UNIT


def test_members_see_no_units_register(engine: Engine) -> None:
    for question in (disclosure_register, consultation_register, dossier):
        with pytest.raises(Refused) as refused:
            question(engine, MEMBER, OFFICE, Q1, AFTERWARDS)
        assert refused.value.code is Refusal.ROLE_NOT_ALLOWED
    with pytest.raises(Refused):
        all_disclosures(engine, MEMBER, Q1, AFTERWARDS)


def test_a_dossier_that_was_not_handed_in_holds_no_papers(engine: Engine) -> None:
    found = dossier(engine, OPERATOR, OFFICE, Q1, AFTERWARDS)
    assert (found.parts, found.head.missing) == ((), (YEAR,))


def test_a_unit_that_owes_no_register_misses_none(engine: Engine) -> None:
    head = disclosed(engine, unit="yen-the").head
    assert (head.missing, head.handed_in) == ((), ())
    assert disclosed(engine, Period(2030, 1)).head.missing == ()
