"""Who gives which points, in which round, over whose: nobody's figure is overruled unseen."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from decimal import Decimal
from threading import Barrier

import pytest
from sqlalchemy import Engine

from dashboard.wording import refusal
from data_access.accounts import OPERATOR, Actor
from data_access.actions import setup
from data_access.actions.appraisal import appraise, appraise_lines
from data_access.actions.criteria import import_criteria
from data_access.actions.evidence import attach
from data_access.actions.explaining import ask_explanation, explain
from data_access.actions.outside_figures import record_figure
from data_access.actions.publication import publish
from data_access.appraisals import Edit, Round
from data_access.database import data_version, open_database
from data_access.queries import appraisals, returns
from data_access.queries.appraisals import AppraisalLine, LineState
from scoring.facts import Absent
from scoring.refusals import Refusal, Refused
from tests.builders import (
    CLERK_A,
    CLERK_B,
    LEADER,
    MEMBER,
    Q4,
    SECRETARY,
    UNITS,
    YEAR,
    at,
)
from tests.data_access.lines_by_hand import (
    ASSESSOR,
    HANDED_IN,
    OTHER_ASSESSOR,
    TABLE,
    appraise_all,
    hand_in_all,
    line_of,
    refused,
)
from tests.data_access.returns_by_hand import pdf

TWO, ONE = Decimal(2), Decimal(1)
DUE = date(2023, 2, 5)


def line(engine: Engine, actor: Actor, unit: str, criterion: str) -> AppraisalLine:
    (found,) = appraisals.lines(engine, actor, YEAR, unit=unit, criterion=criterion)
    return found


def give(engine: Engine, actor: Actor, unit: str = "001", **more: object) -> None:
    given = {"criterion": "1.2", "points": TWO, "reason": "Đủ hồ sơ"} | more
    appraise(engine, actor, unit, YEAR, **given)


def test_an_assessor_sees_and_appraises_its_own_criteria(lines: Engine) -> None:
    hand_in_all(lines)
    found = appraisals.lines(lines, ASSESSOR, YEAR)
    assert {(one.unit.code, one.leaf.code) for one in found} == {
        (unit, criterion) for unit in ("001", "002", "003") for criterion in ("1.1", "1.2")
    }
    give(lines, ASSESSOR)
    assert line_of(lines, "001", "1.2").final == Decimal("2.0")
    assert line_of(lines, "001", "1.2").rounds[0].by == "Sở Tư pháp"


@pytest.mark.parametrize(
    ("actor", "criterion", "code"),
    [
        (ASSESSOR, "2", Refusal.NOT_YOUR_CRITERION),  # nobody named: the secretariat's own
        (ASSESSOR, "P1", Refusal.NOT_YOUR_CRITERION),
        (OTHER_ASSESSOR, "1.2", Refusal.NOT_YOUR_CRITERION),
        (replace(ASSESSOR, unit=None), "1.2", Refusal.NOT_YOUR_CRITERION),
        (CLERK_A, "1.2", Refusal.ROLE_NOT_ALLOWED),
        (MEMBER, "1.2", Refusal.ROLE_NOT_ALLOWED),
    ],
)
def test_the_wrong_people_appraise_nothing(
    small_lines: Engine, actor: Actor, criterion: str, code: Refusal
) -> None:
    assert refused(give, small_lines, actor, criterion=criterion) is code


@pytest.mark.parametrize("actor", [CLERK_A, MEMBER])
def test_the_wrong_people_see_no_lines(small_lines: Engine, actor: Actor) -> None:
    assert refused(appraisals.lines, small_lines, actor, YEAR) is Refusal.ROLE_NOT_ALLOWED


def test_no_assessor_gives_its_own_unit_points(small_lines: Engine) -> None:
    import_criteria(small_lines, OPERATOR, TABLE.replace("STP", '"001"'))
    judge_in_own_cause = replace(ASSESSOR, unit="001")
    assert refused(give, small_lines, judge_in_own_cause) is Refusal.OWN_POINTS
    give(small_lines, judge_in_own_cause, unit="002")
    seen = {one.unit.code for one in appraisals.lines(small_lines, judge_in_own_cause, YEAR)}
    assert seen == {"002", "003"}


def test_points_that_equal_the_claim_need_no_reason_and_all_others_do(lines: Engine) -> None:
    hand_in_all(lines, {"001": {"@claim.1.2": TWO, "@claim.P1": Decimal("-0.5")}})
    give(lines, ASSESSOR, reason="")
    give(lines, OTHER_ASSESSOR, criterion="P1", points=Decimal("0.5"), reason=" ")
    assert line_of(lines, "001", "P1").final == Decimal("-0.50")
    for other in ({"points": ONE}, {"unit": "002"}):
        assert refused(give, lines, ASSESSOR, reason="", **other) is Refusal.REASON_REQUIRED


def test_without_a_claim_there_is_a_reason(small_lines: Engine) -> None:
    assert refused(give, small_lines, ASSESSOR, reason="") is Refusal.REASON_REQUIRED


@pytest.mark.parametrize(
    ("criterion", "points", "code"),
    [
        ("1.2", "1.25", Refusal.POINTS_TOO_FINE),
        ("1.2", "0.3", Refusal.POINTS_OFF_STEP),
        ("2", "1", Refusal.POINTS_NOT_A_GRADE),
        ("2", "4", Refusal.POINTS_OUTSIDE),
        ("3", "0.125", Refusal.POINTS_TOO_FINE),
        ("T1", "-1", Refusal.POINTS_OUTSIDE),
        ("T1", "1e20", Refusal.POINTS_OUTSIDE),
        ("T1", "Infinity", Refusal.POINTS_OUTSIDE),
        ("P1", "2.5", Refusal.POINTS_OUTSIDE),
    ],
)
def test_what_points_may_not_be(
    small_lines: Engine, criterion: str, points: str, code: Refusal
) -> None:
    attempt = {"criterion": criterion, "points": Decimal(points)}
    assert refused(give, small_lines, SECRETARY, **attempt) is code


def test_a_bonus_without_limit_takes_any_points(small_lines: Engine) -> None:
    hand_in_all(small_lines)
    give(small_lines, SECRETARY, criterion="T1", points=Decimal("40"))
    assert line_of(small_lines, "001", "T1").final == Decimal("40.00")


def test_the_limit_is_that_of_the_unit(small_lines: Engine) -> None:
    highland = replace(UNITS[1], attributes={"vung": "cao"})
    setup.import_units(small_lines, OPERATOR, [highland])
    three = {"criterion": "2", "points": Decimal(3)}
    assert refused(give, small_lines, SECRETARY, **three) is Refusal.POINTS_OUTSIDE
    give(small_lines, SECRETARY, "002", **three)


def test_a_table_without_points_takes_passed_or_not(small_lines: Engine) -> None:
    import_criteria(
        small_lines,
        OPERATOR,
        "set: dat\nversion: '1'\ntitle: Bảng đạt\nkind: pass_fail\nform: tu-cham-dat\n"
        "in_force: {from: 2022-01-01}\ncriteria: "
        "[{code: '1', text: Một, rule: {type: condition, when: '@missed.tu-cham = 0'}}]\n",
    )
    on = {"criterion": "1", "criteria": "dat"}
    half = {"points": Decimal("0.5")} | on
    assert refused(give, small_lines, SECRETARY, **half) is Refusal.POINTS_OUTSIDE
    give(small_lines, SECRETARY, points=ONE, **on)
    (found,) = appraisals.lines(small_lines, SECRETARY, YEAR, unit="001", criteria="dat")
    assert [one.points for one in found.rounds] == [ONE]
    # The same code on the main table is another line.
    assert line(small_lines, SECRETARY, "001", "1.1").rounds == ()


def test_the_second_round_follows_a_question_and_none_goes_back(lines: Engine) -> None:
    give(lines, ASSESSOR, points=ONE)
    ask_explanation(lines, ASSESSOR, "001", YEAR, "1.2", "Thiếu biên bản", DUE)
    explain(lines, CLERK_A, "001", YEAR, "1.2", "Đã bổ sung biên bản")
    give(lines, ASSESSOR, points=TWO)
    rounds = line(lines, ASSESSOR, "001", "1.2").rounds
    assert [(one.round, one.points) for one in rounds] == [(1, ONE), (2, TWO)]
    assert refused(give, lines, ASSESSOR, round=1) is Refusal.ROUND_PASSED


def test_the_committee_has_the_last_word(lines: Engine) -> None:
    hand_in_all(lines)
    give(lines, ASSESSOR, points=TWO)
    assert refused(give, lines, ASSESSOR, round=3) is Refusal.COUNCIL_DECIDES
    give(lines, LEADER, points=ONE, round=3)
    assert refused(give, lines, ASSESSOR) is Refusal.COUNCIL_DECIDES
    give(lines, SECRETARY, points=Decimal("1.5"))
    found = line(lines, ASSESSOR, "001", "1.2")
    assert [(one.round, one.points) for one in found.rounds] == [
        (Round.FIRST, TWO),
        (Round.COUNCIL, Decimal("1.5")),
    ]
    assert found.final == Decimal("1.5")


def test_points_somebody_else_gave_meanwhile_are_not_overruled_unseen(lines: Engine) -> None:
    give(lines, ASSESSOR, seen=None)
    assert refused(give, lines, SECRETARY, seen=None) is Refusal.STALE_APPRAISAL
    seen = line(lines, SECRETARY, "001", "1.2").seen
    give(lines, SECRETARY, points=ONE, seen=seen)
    assert refused(give, lines, ASSESSOR, seen=seen) is Refusal.STALE_APPRAISAL
    give(lines, ASSESSOR)  # who says nothing of what was seen, as at the terminal


def test_of_two_assessors_at_once_one_is_told(lines: Engine, database_url: str) -> None:
    engines, together = [open_database(database_url) for _ in range(8)], Barrier(8)

    def attempt(number: int) -> Refusal | None:
        edit = Edit("001", "1.2", ONE, f"Lần {number}", None)
        together.wait()
        try:
            appraise_lines(engines[number], ASSESSOR, YEAR, [edit])
        except Refused as told:
            return told.code
        return None

    with ThreadPoolExecutor(8) as assessors:
        done = list(assessors.map(attempt, range(8)))
    for engine in engines:
        engine.dispose()
    assert sorted(done, key=str) == [None, *[Refusal.STALE_APPRAISAL] * 7]


def test_one_refused_line_leaves_none(lines: Engine) -> None:
    before = data_version(lines)
    edits = [
        Edit("001", "1.2", ONE, "Có", None),
        Edit("002", "1.2", Decimal(9), "Quá mức", None),
    ]
    code = refused(appraise_lines, lines, ASSESSOR, YEAR, edits)
    assert code is Refusal.POINTS_OUTSIDE
    assert (line(lines, ASSESSOR, "001", "1.2").rounds, data_version(lines)) == ((), before)
    assert appraise_lines(lines, ASSESSOR, YEAR, edits[:1]) == 1
    assert appraise_lines(lines, ASSESSOR, YEAR, []) == 0


def test_a_refusal_names_the_line_it_speaks_of(lines: Engine) -> None:
    edits = [Edit("001", "1.2", ONE, "Có", None), Edit("002", "1.2", ONE, " ", None)]
    with pytest.raises(Refused) as caught:
        appraise_lines(lines, ASSESSOR, YEAR, edits)
    assert caught.value.code is Refusal.REASON_REQUIRED
    label = line(lines, ASSESSOR, "002", "1.2").unit.label
    assert refusal(caught.value).startswith(f"{label}, tiêu chí 1.2: Phải ghi lý do")


def test_what_was_given_over_is_kept_to_be_read(lines: Engine) -> None:
    give(lines, ASSESSOR, points=ONE, reason="Ghi nhầm")
    give(lines, ASSESSOR, points=TWO)
    found = line(lines, ASSESSOR, "001", "1.2")
    assert [one.reason for one in found.superseded] == ["Ghi nhầm"]
    assert [one.points for one in found.rounds] == [TWO]


def test_what_did_not_arise_is_not_counted_until_somebody_gives_points(lines: Engine) -> None:
    import_criteria(lines, OPERATOR, TABLE.replace("not_arisen: full", "not_arisen: exclude"))
    hand_in_all(lines)
    absent = ("001", YEAR, "hai_long", Absent.NOT_ARISEN, "", HANDED_IN, "01/BC-SNV")
    record_figure(lines, SECRETARY, *absent)
    found = line(lines, SECRETARY, "001", "3")
    assert (found.excluded, found.needed, found.ruled) == (True, False, None)
    assert "không tính điểm" in found.ruled_reason
    give(lines, SECRETARY, criterion="3", points=Decimal(0), reason="Không đạt")
    given = line(lines, SECRETARY, "001", "3")
    assert (given.excluded, given.final) == (True, Decimal("0.00"))


def test_the_same_line_twice_in_one_go_is_stale(small_lines: Engine) -> None:
    twice = [Edit("001", "1.2", points, "Có", None) for points in (ONE, TWO)]
    code = refused(appraise_lines, small_lines, ASSESSOR, YEAR, twice)
    assert code is Refusal.STALE_APPRAISAL


def test_the_state_of_a_line_is_what_happened_last(small_lines: Engine) -> None:
    states = []

    def note() -> None:
        states.append(line(small_lines, ASSESSOR, "001", "1.2").state)

    note()
    give(small_lines, ASSESSOR)
    note()
    ask_explanation(small_lines, ASSESSOR, "001", YEAR, "1.2", "Vì sao?", DUE)
    note()
    explain(small_lines, CLERK_A, "001", YEAR, "1.2", "Vì…")
    note()
    give(small_lines, ASSESSOR)
    note()
    assert states == [
        LineState.WAITING,
        LineState.APPRAISED,
        LineState.EXPLANATION_ASKED,
        LineState.EXPLAINED,
        LineState.APPRAISED,
    ]


def test_a_line_holds_claim_rule_figures_and_what_was_given(lines: Engine) -> None:
    hand_in_all(lines, {"001": {"@claim.1.1": TWO}})
    give(lines, ASSESSOR, criterion="1.1", points=Decimal(3))
    found = line(lines, ASSESSOR, "001", "1.1")
    assert (found.claim, found.ruled, found.final) == (TWO, Decimal("4.00"), Decimal("3.00"))
    assert found.ruled_reason.startswith("Đã ban hành kế hoạch: Có")
    assert [(one.key, one.source.file) for one in found.figures] == [("ke_hoach", "001.xlsx")]
    assert (found.differs, found.needed, found.open) == (True, False, True)
    assert line(lines, ASSESSOR, "001", "1.2").needed


@pytest.mark.parametrize("key", ["1.1", "1.1.a", "ke_hoach", "@claim.1.1"])
def test_its_assessor_opens_the_evidence_of_a_line(lines: Engine, key: str) -> None:
    hand_in_all(lines)
    attach(lines, CLERK_A, "tu-cham", "001", Q4, key, "ke-hoach.pdf", pdf(), moments=at(DUE))
    (file,) = line(lines, ASSESSOR, "001", "1.1").evidence
    assert returns.attachment_file(lines, ASSESSOR, file.id).content == pdf()
    for stranger in (OTHER_ASSESSOR, MEMBER, CLERK_B):
        code = refused(returns.attachment_file, lines, stranger, file.id)
        assert code in (Refusal.ROLE_NOT_ALLOWED, Refusal.NOT_YOUR_UNIT)


def test_a_published_line_is_closed_and_says_so(lines: Engine) -> None:
    hand_in_all(lines)
    appraise_all(lines)
    publish(lines, SECRETARY, YEAR)
    assert not line(lines, ASSESSOR, "001", "1.2").open
    assert refused(give, lines, ASSESSOR) is Refusal.ALREADY_PUBLISHED


def test_unknown_units_and_criteria_are_refused(small_lines: Engine) -> None:
    for named, code in (
        ({"unit": "tinh"}, Refusal.UNKNOWN_UNIT),
        ({"criterion": "9"}, Refusal.UNKNOWN_CRITERION),
        ({"criteria": "khac"}, Refusal.UNKNOWN_CRITERIA),
    ):
        assert refused(appraisals.lines, small_lines, SECRETARY, YEAR, **named) is code
