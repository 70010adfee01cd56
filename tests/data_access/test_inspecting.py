"""Inspections: planned, moved, held, written up; who may know of them; what they recommend."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine

from data_access.accounts import Actor, Role
from data_access.actions.inspections import (
    cancel_visit,
    conclude,
    hold_visit,
    move_visit,
    number_inspection,
    plan_inspection,
    plan_visit,
    record_minutes,
)
from data_access.actions.recommendations import (
    finish_recommendation,
    recommend,
    reopen_recommendation,
)
from data_access.actions.units import end_unit
from data_access.inspections import VisitKind
from data_access.queries import inspections
from data_access.queries.inspections import VisitStanding
from scoring.refusals import Refusal
from scoring.succession import Ending
from tests.builders import CLERK_A, CLERK_B, DEMONSTRATION_DAY, LEADER, MEMBER, SECRETARY, at
from tests.data_access.lines_by_hand import ASSESSOR, refused
from tests.data_access.people_by_hand import (
    JUNE,
    MARCH,
    SEPTEMBER,
    a_held_visit,
    a_visit,
    an_inspection,
)

DAY = timedelta(days=1)
END = DEMONSTRATION_DAY
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n"


def one_visit(engine: Engine, actor: Actor = SECRETARY, day: date = END) -> VisitStanding:
    (found,) = inspections.schedule(engine, actor, day)
    (visit,) = found.visits
    return visit


def test_an_inspection_goes_its_way(province: Engine) -> None:
    number = a_visit(province, "001")
    move_visit(province, SECRETARY, number, date(2022, 9, 8), "Trùng lịch họp", at(JUNE))
    assert one_visit(province).visit.day == date(2022, 9, 8)
    hold_visit(
        province, SECRETARY, number, date(2022, 9, 9), "Đủ thành phần", at(SEPTEMBER + 9 * DAY)
    )
    record_minutes(province, SECRETARY, number, "01/BB", date(2022, 9, 9), "", "biên bản.pdf", PDF)
    conclude(province, SECRETARY, number, "15-KL/BCĐ", date(2022, 9, 20), "Làm tốt")
    recommend(province, SECRETARY, number, "Niêm yết đủ", date(2022, 10, 31), criterion="1.1")
    found = one_visit(province)
    assert [one.kind for one in found.visit.events] == [
        VisitKind.MOVED,
        VisitKind.HELD,
        VisitKind.MINUTES,
        VisitKind.CONCLUSION,
    ]
    assert (found.visit.planned_on, found.visit.day) == (SEPTEMBER, date(2022, 9, 9))
    (told,) = found.recommendations
    assert (told.unit, told.due, told.criteria, told.criterion) == (
        "001",
        date(2022, 10, 31),
        "nho",
        "1.1",
    )


def test_a_past_day_shows_what_was_known_then(small: Engine) -> None:
    number = a_visit(small, "001")
    hold_visit(small, SECRETARY, number, SEPTEMBER, moments=at(SEPTEMBER + 3 * DAY))
    told = recommend(
        small, SECRETARY, number, "Sửa", date(2022, 12, 1), moments=at(date(2022, 10, 1))
    )
    done = (small, CLERK_A, told, date(2022, 11, 1), "Đã sửa", at(date(2022, 11, 2)))
    finish_recommendation(*done)
    assert inspections.schedule(small, SECRETARY, MARCH - DAY) == ()
    assert one_visit(small, day=SEPTEMBER + 2 * DAY).visit.held is None
    assert one_visit(small, day=SEPTEMBER + 3 * DAY).visit.held is not None
    assert one_visit(small, day=date(2022, 9, 30)).recommendations == ()
    assert one_visit(small, day=date(2022, 11, 1)).recommendations[0].done is None
    assert one_visit(small, day=date(2022, 11, 2)).recommendations[0].done is not None


@pytest.mark.parametrize("actor", [CLERK_A, MEMBER])
def test_who_comes_unannounced_is_not_told_before(small: Engine, actor: Actor) -> None:
    number = a_visit(small, "001", announced=False)
    assert inspections.schedule(small, actor, END) == ()
    assert inspections.visits_of(small, actor, "001", END) == ()
    assert one_visit(small, LEADER).unit.code == "001"
    hold_visit(small, SECRETARY, number, SEPTEMBER, moments=at(SEPTEMBER))
    assert one_visit(small, actor).unit.code == "001"
    assert inspections.schedule(small, actor, SEPTEMBER - DAY) == ()


def test_an_unannounced_visit_that_was_cancelled_stays_hidden(small: Engine) -> None:
    cancel_visit(small, SECRETARY, a_visit(small, "001", announced=False), "Thay đổi kế hoạch")
    assert inspections.schedule(small, CLERK_A, END) == ()
    assert one_visit(small).visit.cancelled is not None


def test_a_unit_sees_its_own_visits_and_no_other_s(small: Engine) -> None:
    first = an_inspection(small)
    for unit in ("001", "002"):
        plan_visit(small, SECRETARY, first, unit, SEPTEMBER)
    an_inspection(small)
    assert one_visit(small, CLERK_A).unit.code == "001"
    other = (inspections.visits_of, small, CLERK_B, "001", END)
    assert refused(*other) is Refusal.NOT_YOUR_UNIT
    assert len(inspections.schedule(small, LEADER, END)) == 2, "planned ones without places too"
    assert len(inspections.schedule(small, LEADER, END, 2021)) == 0


def test_assessors_are_not_concerned(small: Engine) -> None:
    assert refused(inspections.schedule, small, ASSESSOR, END) is Refusal.ROLE_NOT_ALLOWED


def test_papers_go_to_those_who_may_see_the_visit(small: Engine) -> None:
    number = a_held_visit(small, "001")
    given = ("01/BB", SEPTEMBER, "", "C:\\quét\\biên bản.pdf", PDF)
    event = record_minutes(small, SECRETARY, number, *given)
    kept = inspections.paper_file(small, CLERK_A, event)
    assert (kept.name, kept.content) == ("biên bản.pdf", PDF)
    assert inspections.paper_file(small, MEMBER, event) == kept
    assert refused(inspections.paper_file, small, CLERK_B, event) is Refusal.NOT_YOUR_UNIT
    assert refused(inspections.paper_file, small, MEMBER, 99) is Refusal.UNKNOWN_ATTACHMENT
    broken = (small, SECRETARY, number, "2", SEPTEMBER, "", "a.exe", b"MZ")
    assert refused(record_minutes, *broken) is Refusal.ATTACHMENT_KIND


def test_what_was_held_or_cancelled_is_neither_moved_nor_cancelled(small: Engine) -> None:
    held = a_held_visit(small, "001")
    for action, *given in ((move_visit, END, "Bận"), (cancel_visit, "Bận"), (hold_visit, END)):
        assert refused(action, small, SECRETARY, held, *given) is Refusal.VISIT_HELD
    gone = a_visit(small, "002")
    cancel_visit(small, SECRETARY, gone, "Mưa lũ")
    assert refused(hold_visit, small, SECRETARY, gone, SEPTEMBER) is Refusal.VISIT_CANCELLED


def test_nothing_is_written_up_before_the_visit_was_held(small: Engine) -> None:
    number = a_visit(small, "001")
    every = (
        (record_minutes, "01/BB", SEPTEMBER),
        (conclude, "15-KL", SEPTEMBER, "Tốt"),
        (recommend, "Niêm yết", date(2022, 12, 1)),
    )
    for action, *given in every:
        assert refused(action, small, SECRETARY, number, *given) is Refusal.VISIT_NOT_HELD


@pytest.mark.parametrize(
    ("action", "given", "code"),
    [
        (move_visit, (SEPTEMBER, " "), Refusal.REASON_REQUIRED),
        (move_visit, (date(2024, 1, 1), "Bận"), Refusal.DAY_OUTSIDE),
        (hold_visit, (END + DAY,), Refusal.DAY_OUTSIDE),
        (hold_visit, (date(2021, 12, 31),), Refusal.DAY_OUTSIDE),
        (cancel_visit, ("",), Refusal.REASON_REQUIRED),
    ],
)
def test_what_may_not_happen_to_a_visit(small, action, given, code) -> None:
    assert refused(action, small, SECRETARY, a_visit(small, "001"), *given) is code


@pytest.mark.parametrize(
    ("action", "given", "code"),
    [
        (record_minutes, ("01/BB", SEPTEMBER - DAY), Refusal.DAY_OUTSIDE),
        (record_minutes, ("01/BB", END + DAY), Refusal.DAY_OUTSIDE),
        (conclude, ("", SEPTEMBER, "Tốt"), Refusal.DOCUMENT_REQUIRED),
        (conclude, ("15-KL", SEPTEMBER, " "), Refusal.WORDS_REQUIRED),
        (recommend, ("", SEPTEMBER), Refusal.WORDS_REQUIRED),
        (recommend, ("Niêm yết", SEPTEMBER - DAY), Refusal.DAY_OUTSIDE),
        (recommend, ("Niêm yết", SEPTEMBER, "nho", "9.9"), Refusal.UNKNOWN_CRITERION),
        (recommend, ("Niêm yết", SEPTEMBER, "khac"), Refusal.UNKNOWN_CRITERIA),
    ],
)
def test_what_may_not_come_of_a_visit(small, action, given, code) -> None:
    assert refused(action, small, SECRETARY, a_held_visit(small, "001"), *given) is code


def test_what_is_unknown_says_so(small: Engine) -> None:
    unit = (small, SECRETARY, 99, "001", SEPTEMBER)
    assert refused(plan_visit, *unit) is Refusal.UNKNOWN_INSPECTION
    nobody = (small, SECRETARY, an_inspection(small), "999", SEPTEMBER)
    assert refused(plan_visit, *nobody) is Refusal.UNKNOWN_UNIT
    assert refused(hold_visit, small, SECRETARY, 99, SEPTEMBER) is Refusal.UNKNOWN_VISIT
    done = (small, SECRETARY, 99, SEPTEMBER, "Xong")
    assert refused(finish_recommendation, *done) is Refusal.UNKNOWN_RECOMMENDATION
    bad_year = (small, SECRETARY, 2030, "Kiểm tra", [], "")
    assert refused(plan_inspection, *bad_year) is Refusal.DAY_OUTSIDE


def test_the_number_of_the_decision_may_come_later_and_only_once(small: Engine) -> None:
    number = plan_inspection(small, SECRETARY, 2022, "Kiểm tra", ["Nguyễn Văn A", " "], "")
    given = (small, SECRETARY, number, "07-QĐ/BCĐ", JUNE)
    assert refused(number_inspection, *given[:3], " ", JUNE) is Refusal.DOCUMENT_REQUIRED
    assert refused(number_inspection, *given[:4], END + DAY) is Refusal.DAY_OUTSIDE
    number_inspection(*given)
    (found,) = inspections.schedule(small, LEADER, END)
    team = found.inspection.team
    assert (team.decision, team.decided_on, team.members) == ("07-QĐ/BCĐ", JUNE, ("Nguyễn Văn A",))
    assert refused(number_inspection, *given) is Refusal.DECISION_NUMBERED


def test_a_recommendation_is_done_and_opened_again(province: Engine) -> None:
    visit = a_held_visit(province, "001")
    told = recommend(province, SECRETARY, visit, "Niêm yết đủ", date(2022, 10, 31))
    assert one_visit(province).recommendations[0].is_overdue(date(2022, 11, 1))
    assert not one_visit(province).recommendations[0].is_overdue(date(2022, 10, 31))
    again = (province, SECRETARY, told, "Chưa đủ")
    assert refused(reopen_recommendation, *again) is Refusal.RECOMMENDATION_OPEN
    done = (told, date(2022, 10, 20), "Đã niêm yết")
    assert refused(finish_recommendation, province, CLERK_B, *done) is Refusal.NOT_YOUR_UNIT
    finish_recommendation(province, CLERK_A, *done)
    found = one_visit(province).recommendations[0]
    assert (found.done.day, found.done.by) == (date(2022, 10, 20), "Cán bộ A")
    assert not found.is_overdue(END)
    twice = (finish_recommendation, province, CLERK_A, *done)
    assert refused(*twice) is Refusal.RECOMMENDATION_DONE
    reopen_recommendation(*again)
    found = one_visit(province).recommendations[0]
    assert found.done is None
    assert len(found.events) == 2
    finish_recommendation(province, CLERK_A, *done)


def test_who_took_the_duties_over_carries_it_out(small: Engine) -> None:
    visit = a_held_visit(small, "001")
    paper = record_minutes(small, SECRETARY, visit, "01/BB", SEPTEMBER, "", "bb.pdf", PDF)
    told = recommend(small, SECRETARY, visit, "Niêm yết đủ", END)
    last = date(2022, 10, 31)
    heirs = [("002", True), ("003", False)]
    end_unit(small, SECRETARY, "001", Ending.SPLIT, last, heirs, "20/NQ-HĐND", SEPTEMBER)
    assert inspections.schedule(small, CLERK_B, last) == (), "not before it ended"
    assert one_visit(small, CLERK_B, last + DAY).visit.id == visit
    assert inspections.paper_file(small, CLERK_B, paper).content == PDF
    finish_recommendation(small, CLERK_B, told, last + DAY, "Đã niêm yết")
    assert one_visit(small).recommendations[0].done.by == "Cán bộ B"


def test_a_recommendation_is_not_done_before_the_visit(small: Engine) -> None:
    told = recommend(small, SECRETARY, a_held_visit(small, "001"), "Sửa", END)
    early = (small, CLERK_A, told, SEPTEMBER - DAY, "Xong")
    assert refused(finish_recommendation, *early) is Refusal.DAY_OUTSIDE


@pytest.mark.parametrize("actor", [LEADER, MEMBER, CLERK_A, ASSESSOR])
def test_only_the_secretariat_keeps_inspections(small: Engine, actor: Actor) -> None:
    visit = a_held_visit(small, "001")
    every = (
        (plan_inspection, 2022, "Kiểm tra", [], ""),
        (number_inspection, 1, "7-QĐ", JUNE),
        (plan_visit, 1, "001", SEPTEMBER),
        (move_visit, visit, SEPTEMBER, "Bận"),
        (cancel_visit, visit, "Bận"),
        (hold_visit, visit, SEPTEMBER),
        (record_minutes, visit, "1", SEPTEMBER),
        (conclude, visit, "1", SEPTEMBER, "Tốt"),
        (recommend, visit, "Sửa", END),
    )
    for action, *given in every:
        assert refused(action, small, actor, *given) is Refusal.ROLE_NOT_ALLOWED
    told = recommend(small, SECRETARY, visit, "Sửa", END)
    if actor.role is not Role.UNIT:
        given = (small, actor, told, END, "Xong")
        assert refused(finish_recommendation, *given) is Refusal.ROLE_NOT_ALLOWED
    if actor.role is not Role.LEADER:
        given = (small, actor, told, "Chưa")
        assert refused(reopen_recommendation, *given) is Refusal.ROLE_NOT_ALLOWED
