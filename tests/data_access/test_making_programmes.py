"""A programme from draft to adoption, amended and added to: on both databases, step by step."""

from datetime import date

import pytest
from sqlalchemy import Engine

from data_access.accounts import Actor, Role
from data_access.actions import programme_drafts as drafts
from data_access.actions.programmes import add_task, adopt, number_programme
from data_access.actions.setup import import_programme
from data_access.clock import HANOI
from data_access.programme_drafts import Draft
from data_access.programme_editing import Answer, TaskEntry
from data_access.queries import programmes
from data_access.queries.obligations import standing
from scoring.issues import Code
from scoring.obligations import State
from scoring.refusals import Refusal, Refused
from scoring.timing_readings import Question
from tests.builders import CLERK_A, LEADER, MEMBER, PROGRAMME, SECRETARY
from tests.programmes_by_hand import filled_in

DAY = date(2023, 1, 31)
SUNDAY = "trước ngày 12/6/2023"
TASK = TaskEntry("3", "Kiểm tra cơ sở", when="Quý III/2023", debtors="Ban Chỉ đạo cấp huyện")


def blank(engine: Engine) -> Draft:
    return drafts.start_blank(engine, SECRETARY, "Kế hoạch 2023", "tinh", 2023)


def with_tasks(engine: Engine, *entries: TaskEntry) -> Draft:
    draft = blank(engine)
    for entry in entries:
        draft = drafts.save_task(engine, SECRETARY, draft.id, entry)
    return draft


def confirmed(engine: Engine, draft: Draft) -> Draft:
    story = programmes.draft(engine, SECRETARY, draft.code, DAY)
    keys = [one.key for one in story.readings if not one.asked]
    return drafts.confirm(engine, SECRETARY, draft.id, keys)


def adopted(engine: Engine) -> str:
    draft = confirmed(engine, with_tasks(engine, TASK))
    return adopt(engine, SECRETARY, draft.id, "02-KH/BCĐ", date(2023, 1, 10))


def titles(engine: Engine, code: str, day: date = DAY) -> list[str]:
    return [task.title for task in programmes.programme(engine, MEMBER, code, day).programme.tasks]


def test_last_years_programme_is_copied_as_proposals(province: Engine) -> None:
    draft = drafts.start_copy(province, SECRETARY, "kh-2022", 2023)
    found = draft.programme
    assert (draft.code, found.year, found.number, found.adopted) == ("kh-tinh-2023", 2023, "", None)
    assert found.title == "Kế hoạch năm 2023"
    words = [(task.no, task.timing.printed, task.timing.due) for task in found.tasks]
    assert words == [
        ("1", "trước ngày 01/4/2023", date(2023, 3, 31)),
        ("2.1", "Quý III/2023", date(2023, 9, 30)),
    ]
    with pytest.raises(Refused) as refused:
        adopt(province, SECRETARY, draft.id, "02-KH/BCĐ", date(2023, 1, 10))
    assert refused.value.code is Refusal.READINGS_UNCONFIRMED
    assert refused.value.context["readings"] == "nhiệm vụ 1, nhiệm vụ 2.1"


def test_a_day_of_a_report_that_moved_onto_a_day_off_is_asked_about(small: Engine) -> None:
    """10/6/2022 was a Friday; 10/6/2023 is a Saturday."""
    named = PROGRAMME.replace("    due_days_after: 10\n", "    due_on: {Q2: 2022-06-10}\n", 1)
    assert import_programme(small, SECRETARY, named) == ()
    draft = confirmed(small, drafts.start_copy(small, SECRETARY, "kh-2022", 2023))
    with pytest.raises(Refused) as refused:
        adopt(small, SECRETARY, draft.id)
    assert refused.value.context["readings"] == "báo cáo tien-do"
    found = programmes.draft(small, SECRETARY, draft.code, DAY).readings
    (moved,) = [one for one in found if one.key == "reports:tien-do:Q2"]
    assert (moved.asked, moved.timing.printed) == ((Question.DAY_OFF,), "10/06/2023")
    draft = drafts.answer(small, SECRETARY, draft.id, moved.key, Answer(roll="previous"))
    code = adopt(small, SECRETARY, draft.id)
    every = standing(small, SECRETARY, DAY)
    owed = [one.obligation for one in every if one.obligation.programme == code]
    assert {one.due for one in owed if one.form == "tien-do" and one.period.mark == "Q2"} == {
        date(2023, 6, 9)
    }


def test_a_code_that_nobody_gave_is_a_free_one(province: Engine) -> None:
    assert drafts.start_copy(province, SECRETARY, "kh-2022", 2023).code == "kh-tinh-2023"
    assert drafts.start_copy(province, SECRETARY, "kh-2022", 2023).code == "kh-tinh-2023-2"
    assert blank(province).code == "kh-tinh-2023-3"
    for draft in programmes.drafts(province, SECRETARY):
        drafts.drop(province, SECRETARY, draft.id)
    code = adopted(province)
    assert code == "kh-tinh-2023"
    assert drafts.start_copy(province, SECRETARY, code, 2023).code == "kh-tinh-2023-2"


def test_a_day_off_is_asked_about_and_the_answer_decides(province: Engine) -> None:
    entry = TaskEntry("1", "Báo cáo 6 tháng", when=SUNDAY, debtors="Huyện A")
    draft = with_tasks(province, entry)
    (one,) = programmes.draft(province, SECRETARY, draft.code, DAY).readings
    assert (one.asked, one.choices) == (
        (Question.DAY_OFF,),
        (date(2023, 6, 11), date(2023, 6, 9), date(2023, 6, 12)),
    )
    with pytest.raises(Refused) as refused:
        drafts.confirm(province, SECRETARY, draft.id, [one.key])
    assert refused.value.code is Refusal.READING_UNANSWERED
    draft = drafts.answer(province, SECRETARY, draft.id, one.key, Answer(roll="previous"))
    code = adopt(province, SECRETARY, draft.id)
    every = standing(province, SECRETARY, date(2023, 6, 10))
    owed = [one for one in every if one.obligation.programme == code]
    assert [(one.unit.code, one.obligation.due, one.state) for one in owed] == [
        ("001", date(2023, 6, 9), State.OVERDUE)
    ]


@pytest.mark.parametrize(
    ("when", "given", "due"),
    [
        ("khoảng giữa năm", Answer(due=date(2023, 6, 15), due_note="theo ý kiến"), "2023-06-15"),
        ("khoảng giữa năm", Answer(due_note="không đặt hạn"), "None"),
        ("chậm nhất trước ngày 05/4/2023", Answer(before="included"), "2023-04-05"),
        ("trong 05 ngày làm việc kể từ khi nhận", Answer(anchor=date(2023, 3, 1)), "2023-03-08"),
    ],
)
def test_each_question_takes_its_answer_and_no_other(
    small: Engine, when: str, given: Answer, due: str
) -> None:
    draft = with_tasks(small, TaskEntry("1", "Việc", when=when, debtors="Huyện A"))
    with pytest.raises(Refused) as refused:
        drafts.answer(small, SECRETARY, draft.id, "tasks:1", Answer())
    assert refused.value.code is Refusal.READING_UNANSWERED
    draft = drafts.answer(small, SECRETARY, draft.id, "tasks:1", given)
    assert str(draft.programme.tasks[0].timing.due) == due
    adopt(small, SECRETARY, draft.id)


def test_what_was_confirmed_stays_until_it_is_read_otherwise(small: Engine) -> None:
    other = TaskEntry("4", "Tổng kết", when="Quý IV/2023", debtors="Huyện A")
    draft = confirmed(small, with_tasks(small, TASK, other))
    changed = TaskEntry("3", "Kiểm tra lại", when="Quý II/2023", debtors="Huyện A")
    draft = drafts.save_task(small, SECRETARY, draft.id, changed, instead_of="3")
    with pytest.raises(Refused) as refused:
        adopt(small, SECRETARY, draft.id)
    assert refused.value.context["readings"] == "nhiệm vụ 3"


def test_somebody_who_looked_at_an_older_saving_is_refused(province: Engine) -> None:
    first = with_tasks(province, TASK)
    drafts.save_task(province, SECRETARY, first.id, TaskEntry("4", "Việc bốn"))
    for action in (
        lambda: drafts.save_task(province, SECRETARY, first.id, TaskEntry("5", "Việc năm")),
        lambda: drafts.confirm(province, SECRETARY, first.id, ["tasks:3"]),
        lambda: drafts.drop(province, SECRETARY, first.id),
        lambda: adopt(province, SECRETARY, first.id),
    ):
        with pytest.raises(Refused) as refused:
            action()
        assert refused.value.code is Refusal.STALE_DRAFT


def test_a_programme_may_be_numbered_later_and_only_once(province: Engine) -> None:
    draft = confirmed(province, with_tasks(province, TASK))
    code = adopt(province, SECRETARY, draft.id)
    number_programme(province, SECRETARY, code, "02-KH/BCĐ", date(2023, 1, 10))
    found = programmes.programme(province, MEMBER, code, DAY).programme
    assert (found.number, found.adopted) == ("02-KH/BCĐ", date(2023, 1, 10))
    with pytest.raises(Refused) as refused:
        number_programme(province, SECRETARY, code, "03-KH/BCĐ")
    assert refused.value.code is Refusal.PROGRAMME_NUMBERED


def test_an_amendment_counts_from_its_day_and_names_its_document(province: Engine) -> None:
    code = adopted(province)
    draft = drafts.amend(province, SECRETARY, code)
    with pytest.raises(Refused) as refused:
        adopt(province, SECRETARY, draft.id, "07-KH/BCĐ", date(2023, 5, 4))
    assert refused.value.code is Refusal.DRAFT_UNCHANGED
    new = TaskEntry("4", "Tổng kết", when="Cả năm 2023", debtors="Ban Chỉ đạo cấp huyện")
    draft = confirmed(province, drafts.save_task(province, SECRETARY, draft.id, new))
    with pytest.raises(Refused) as refused:
        adopt(province, SECRETARY, draft.id, "", date(2023, 5, 4))
    assert refused.value.code is Refusal.DOCUMENT_REQUIRED
    adopt(province, SECRETARY, draft.id, "07-KH/BCĐ", date(2023, 5, 4), summary="Thêm tổng kết")
    assert titles(province, code, date(2023, 5, 3)) == ["Kiểm tra cơ sở"]
    assert titles(province, code, date(2023, 5, 4)) == ["Kiểm tra cơ sở", "Tổng kết"]
    newest, first = programmes.programme(province, MEMBER, code, DAY).versions
    assert newest.version.basis == "07-KH/BCĐ ngày 04/05/2023: Thêm tổng kết"
    assert [(one.where, one.what, one.after) for one in newest.changes] == [
        ("Nhiệm vụ 4", "Thêm nhiệm vụ", "Tổng kết")
    ]
    assert (first.changes, newest.version.programme.number) == ((), "02-KH/BCĐ")


def test_every_text_is_kept_at_the_official_moment(province: Engine) -> None:
    """The demonstration's day is 31/01/2023, as its drafts say."""
    code = adopted(province)
    entry = TaskEntry("6.1", "Đề án", when="Quý III/2023", debtors="Huyện B")
    add_task(province, SECRETARY, code, entry, "Thông báo số 810-TB/TU", date(2023, 5, 6))
    assert import_programme(province, SECRETARY, programmes.text(province, MEMBER, code)) == ()
    versions = programmes.programme(province, MEMBER, code, DAY).versions
    assert [one.version.imported.astimezone(HANOI).date() for one in versions] == [DAY] * 3
    assert all(one.version.recorded.year > DAY.year for one in versions)


def test_a_task_is_added_during_the_year_with_its_own_source(province: Engine) -> None:
    code, dated = adopted(province), date(2023, 5, 6)
    entry = TaskEntry("6.1", "Đề án", when="Quý III/2023", debtors="Huyện B")
    with pytest.raises(Refused) as refused:
        add_task(province, SECRETARY, code, entry, "  ", dated)
    assert refused.value.code is Refusal.DOCUMENT_REQUIRED
    add_task(province, SECRETARY, code, entry, "Thông báo số 810-TB/TU", dated)
    assert titles(province, code, date(2023, 5, 5)) == ["Kiểm tra cơ sở"]
    found = programmes.programme(province, MEMBER, code, dated).programme.tasks[-1]
    assert (found.no, found.source, found.added) == ("6.1", "Thông báo số 810-TB/TU", dated)
    with pytest.raises(Refused) as refused:
        add_task(province, SECRETARY, code, entry, "Thông báo số 810-TB/TU", dated)
    assert refused.value.code is Refusal.TASK_TWICE
    late = TaskEntry("7", "Việc", when=SUNDAY, debtors="Huyện B")
    with pytest.raises(Refused) as refused:
        add_task(province, SECRETARY, code, late, "Thông báo số 811-TB/TU", dated)
    assert refused.value.code is Refusal.READING_UNANSWERED


def test_what_came_to_the_programme_meanwhile_is_not_lost(province: Engine) -> None:
    code = adopted(province)
    draft = drafts.amend(province, SECRETARY, code)
    entry = TaskEntry("5", "Việc", debtors="Huyện B")
    with pytest.raises(Refused) as refused:
        add_task(province, SECRETARY, code, entry, "Thông báo số 1", date(2023, 5, 6))
    assert refused.value.code is Refusal.DRAFT_OPEN
    whole = programmes.text(province, MEMBER, code).replace("Kiểm tra cơ sở", "Kiểm tra thôn")
    assert import_programme(province, SECRETARY, whole) == ()
    draft = confirmed(province, drafts.save_task(province, SECRETARY, draft.id, entry))
    with pytest.raises(Refused) as refused:
        adopt(province, SECRETARY, draft.id, "07-KH/BCĐ", date(2023, 5, 4))
    assert refused.value.code is Refusal.STALE_DRAFT


def test_a_workbook_given_again_continues_its_draft(province: Engine) -> None:
    general = {"Tên chương trình, kế hoạch": "Kế hoạch 2023", "Năm": 2023}
    row = {"Số thứ tự": "1", "Nội dung nhiệm vụ": "Việc một", "Giao cho": "Huyện A"}
    when = {"Thời gian thực hiện (như văn bản)": "Quý III/2023"}
    first, _ = drafts.start_from_workbook(
        province, SECRETARY, "a.xlsx", filled_in(general, {"Nhiệm vụ": [row | when]})
    )
    assert first is not None
    confirmed(province, first)
    second = row | {"Số thứ tự": "2", "Nội dung nhiệm vụ": "Việc hai"}
    again, _ = drafts.start_from_workbook(
        province, SECRETARY, "b.xlsx", filled_in(general, {"Nhiệm vụ": [row | when, second]})
    )
    assert again is not None and again.code == first.code
    left = programmes.draft(province, SECRETARY, first.code, DAY)
    said = {one.name: one.said in again.confirmed for one in left.readings}
    assert said == {"1": True, "2": False}


def test_a_wrong_workbook_leaves_no_draft(province: Engine) -> None:
    content = filled_in({"Năm": 2023}, {"Nhiệm vụ": [{"Số thứ tự": "1"}]})
    draft, issues = drafts.start_from_workbook(province, SECRETARY, "a.xlsx", content)
    assert draft is None and {one.code for one in issues} == {Code.MISSING_VALUE}
    assert programmes.drafts(province, SECRETARY) == ()


def test_only_those_who_keep_house_make_programmes_and_everybody_reads_them(small: Engine) -> None:
    for actor in (CLERK_A, LEADER, MEMBER, Actor("x", "X", Role.ASSESSOR, "001")):
        with pytest.raises(Refused) as refused:
            drafts.start_copy(small, actor, "kh-2022", 2023)
        assert refused.value.code is Refusal.ROLE_NOT_ALLOWED
        with pytest.raises(Refused):
            programmes.drafts(small, actor)
        assert [one.programme.code for one in programmes.listed(small, actor, DAY)] == ["kh-2022"]


def test_what_cannot_be_is_refused_in_words(small: Engine) -> None:
    draft = with_tasks(small, TASK)
    wrong = {
        Refusal.TASK_TWICE: TASK,
        Refusal.TASK_INCOMPLETE: TaskEntry("4", " "),
        Refusal.DEBTORS_UNKNOWN: TaskEntry("4", "Việc", debtors="Huyen A"),
        Refusal.TASK_UNSOUND: TaskEntry("4", "Việc", follows="9"),
    }
    for code, entry in wrong.items():
        with pytest.raises(Refused) as refused:
            drafts.save_task(small, SECRETARY, draft.id, entry)
        assert refused.value.code is code
    for code, action in {
        Refusal.UNKNOWN_TASK: lambda: drafts.remove_task(small, SECRETARY, draft.id, "9"),
        Refusal.DRAFT_OPEN: lambda: drafts.start_blank(
            small, SECRETARY, "Kế hoạch khác", "tinh", 2023, draft.code
        ),
        Refusal.UNKNOWN_DRAFT: lambda: drafts.drop(small, SECRETARY, 999),
        Refusal.UNKNOWN_PROGRAMME: lambda: drafts.amend(small, SECRETARY, "khong-co"),
        Refusal.PROGRAMME_EXISTS: lambda: drafts.start_copy(
            small, SECRETARY, "kh-2022", 2023, "kh-2022"
        ),
        Refusal.UNKNOWN_PROGRAMME_VERSION: lambda: programmes.text(small, MEMBER, "kh-2022", 2),
        Refusal.DAY_OUTSIDE: lambda: adopt(
            small, SECRETARY, confirmed(small, draft).id, "1", date(2032, 1, 1)
        ),
    }.items():
        with pytest.raises(Refused) as refused:
            action()
        assert refused.value.code is code
    drafts.drop(small, SECRETARY, programmes.drafts(small, SECRETARY)[0].id)
    with pytest.raises(Refused) as refused:
        adopt(small, SECRETARY, blank(small).id)
    assert refused.value.code is Refusal.DRAFT_EMPTY


def test_a_report_is_answered_by_period_and_its_reason_is_kept(small: Engine) -> None:
    text = PROGRAMME.replace("kh-2022", "kh-moi").replace(
        "    due_days_after: 10\n", '    when: {Q1: "khi xong việc"}\n    due_days_after: 10\n'
    )
    draft, issues = drafts.start_from_workbook(small, SECRETARY, "kh.yaml", text.encode())
    assert draft is not None, issues
    draft = confirmed(small, draft)
    given = Answer(due=date(2022, 4, 11), due_note="theo ý kiến Trưởng ban")
    draft = drafts.answer(small, SECRETARY, draft.id, "reports:tien-do:Q1", given)
    assert dict(draft.programme.reports[0].dues) == {"Q1": date(2022, 4, 11)}
    assert draft.programme.flags[0].printed == "khi xong việc"
    adopt(small, SECRETARY, draft.id)
