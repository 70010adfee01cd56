"""What a programme may say of time, of whom it binds, and of papers (docs/programmes.md)."""

import re
from datetime import date, time
from pathlib import Path

import pytest

from scoring.issues import Code
from scoring.obligations import Obligation, SentBack, State, state_on
from scoring.periods import Period
from scoring.programme_reading import parse_programme
from scoring.programmes import Programme
from scoring.timing import Before, Reading, Roll
from scoring.timing_readings import Question
from scoring.units import Unit
from tests.scoring.builders import places_and_codes, raw
from tests.tet import OFFICES_2024

HEAD = "programme: kh\ntitle: Kế hoạch\nissuer: tinh\nyear: 2024\n"
ROOT = Path(__file__).parents[2]
TREE = (
    Unit("tinh", "Tỉnh", "tinh"),
    Unit("001", "Huyện A", "huyen", parent="tinh"),
    Unit("0011", "Xã A1", "xa", parent="001"),
    Unit("tinh-khac", "Tỉnh khác", "tinh"),
    Unit("901", "Huyện của tỉnh khác", "huyen", parent="tinh-khac"),
)
BOUND = "debtors: {kinds: [huyen]}"


def programme(text: str) -> Programme:
    found, issues = parse_programme(raw(HEAD + text))
    assert found is not None, places_and_codes(issues)
    return found


def owed(text: str, *, of: str = "001") -> list[Obligation]:
    found = programme(text).obligations(TREE, OFFICES_2024)
    return [one for one in found if one.unit == of]


def task(text: str) -> str:
    return f"tasks: [{{no: '1', title: a, {BOUND}, {text}}}]"


def report(text: str) -> str:
    return f"reports: [{{form: bc, title: a, {BOUND}, {text}}}]"


def test_kinds_are_bound_in_the_issuer_s_own_tree_alone() -> None:
    assert [one.unit for one in programme(task("when: Cả năm")).obligations(TREE)] == ["001"]


def test_a_unit_of_another_tree_is_bound_by_name() -> None:
    found = programme("tasks: [{no: '1', title: a, debtors: {units: ['901']}}]")
    assert [unit.code for unit in found.debtors(found.tasks[0], TREE)] == ["901"]


def test_where_the_issuer_is_not_among_the_units_nobody_is_left_out() -> None:
    found = programme(task("when: Cả năm"))
    assert [one.unit for one in found.obligations(TREE[1:])] == ["001", "901"]


def test_units_put_beneath_each_other_by_mistake_end_the_climb() -> None:
    circle = (Unit("tinh", "Tỉnh", "tinh", parent="001"), Unit("001", "A", "huyen", parent="tinh"))
    yearly = programme(task("when: Cả năm"))
    assert [one.unit for one in yearly.obligations(circle)] == ["001"]
    beside = (Unit("b", "B", "huyen", parent="c"), Unit("c", "C", "huyen", parent="b"))
    assert [one.unit for one in yearly.obligations((*TREE, *beside))] == ["001", "b", "c"]


def test_a_task_of_two_half_years_is_owed_twice() -> None:
    found = owed(task("when: định kỳ 6 tháng"))
    assert [(str(one.period), str(one.due)) for one in found] == [
        ("2024-Q2", "2024-06-30"),
        ("2024-Q4", "2024-12-31"),
    ]
    assert len({one.key for one in found}) == 2


def test_the_programme_s_rules_hold_for_tasks_that_have_none() -> None:
    sunday = "when: 'trước ngày 10/6/2024'"
    assert owed(task(sunday))[0].due == date(2024, 6, 9)
    (moved,) = owed("roll: previous\n" + task(sunday))
    assert (moved.due, moved.printed_due) == (date(2024, 6, 7), date(2024, 6, 9))
    (kept,) = owed("roll: previous\n" + task(sunday + ", roll: keep"))
    assert kept.due == date(2024, 6, 9)
    included = owed("before: included\n" + task("when: 'trước ngày 05/4/2024'"))
    assert included[0].due == date(2024, 4, 5)
    own = owed("before: included\n" + task("when: 'trước ngày 05/4/2024', before: excluded"))
    assert own[0].due == date(2024, 4, 4)


def test_a_term_of_days_counts_with_the_calendar_of_offices() -> None:
    within = "when: chậm nhất 05 ngày làm việc kể từ ngày ban hành, anchor: 2024-02-05"
    assert owed(task(within))[0].due == date(2024, 2, 19)


def test_a_task_keeps_its_hour() -> None:
    (found,) = owed(task("when: 'trước 17 giờ 00 ngày 05/4/2024'"))
    assert (found.due, found.hour) == (date(2024, 4, 5), time(17))


def test_a_day_that_a_person_read_comes_before_the_words() -> None:
    text = task("when: sau Tết, due: 2024-03-01, due_note: Theo Thông báo 12-TB/TU")
    found = programme(text)
    timing = found.timing_of(found.tasks[0])
    assert (timing.reading, timing.due, timing.by_hand) == (
        Reading.UNREAD,
        date(2024, 3, 1),
        True,
    )
    assert found.tasks[0].timing == timing
    assert owed(text)[0].due == date(2024, 3, 1)


def test_a_day_read_by_hand_that_is_a_day_off_says_so() -> None:
    found = programme(task("due: 2024-06-09"))
    assert found.questions(OFFICES_2024) == (("1", found.timing_of(found.tasks[0])),)
    assert found.timing_of(found.tasks[0]).questions == (Question.DAY_OFF,)


def test_what_a_duty_carries_from_its_task() -> None:
    (found,) = owed(
        task("offices: [truong-ban], track: xa, directs: Trưởng Ban, source: Mục II, when: Cả năm")
    )
    assert (found.offices, found.track, found.directs, found.source) == (
        ("truong-ban",),
        "xa",
        "Trưởng Ban",
        "Mục II",
    )


WORDS = """periods: [Q2, Y], lock_days_after: 60, cut_off: {Q2: 2024-05-31},
  when: {Q2: 'trước ngày 10/6/2024', Y: 'trước ngày 20/11/2024'}, directs: Giám đốc Sở"""


def test_a_report_is_due_as_its_words_say_and_its_figures_end_another_day() -> None:
    found = owed(report(WORDS))
    assert [(str(one.period), str(one.due), str(one.cut_off)) for one in found] == [
        ("2024-Q2", "2024-06-09", "2024-05-31"),
        ("2024", "2024-11-19", "2024-12-31"),
    ]
    assert [str(one.lock) for one in found] == ["2024-08-29", "2025-03-01"]
    assert found[0].directs == "Giám đốc Sở"


def test_a_report_rolls_as_it_says() -> None:
    assert owed(report(WORDS + ", roll: previous"))[0].due == date(2024, 6, 7)
    days = "periods: [Q2], due_days_after: 13"
    assert owed(report(days))[0].due == date(2024, 7, 13)
    assert owed(report(days + ", roll: next"))[0].due == date(2024, 7, 15)


def test_words_that_name_no_day_give_way_to_a_day_that_a_person_read() -> None:
    unread = "periods: [Y], when: {Y: sau Tết}"
    assert owed(report(unread))[0].due is None
    (found,) = owed(report(unread + ", due_on: {Y: 2024-03-01}"))
    assert found.due == date(2024, 3, 1)
    read = "periods: [Y], when: {Y: 'ngày 05/4/2024'}, due_on: {Y: 2024-03-01}"
    assert owed(report(read))[0].due == date(2024, 4, 5)
    locked = owed(report(unread + ", lock_days_after: 30"))[0]
    assert locked.lock == date(2025, 1, 30)


ON_REQUEST = "{no: '5', title: Báo cáo đột xuất, when: khi có yêu cầu, " + BOUND + "}"
REQUEST = (
    "{no: 5a, title: Báo cáo chuyên đề, when: 'trước ngày 15/8/2024', follows: '5', "
    "added: 2024-07-20, source: Công văn 12, debtors: {units: ['001']}}"
)


def test_what_is_due_on_request_has_not_arisen_until_a_task_follows_it() -> None:
    (waiting,) = owed(f"tasks: [{ON_REQUEST}]")
    assert state_on(waiting, None, date(2024, 12, 31)) is State.NOT_ARISEN
    base, request = owed(f"tasks: [{ON_REQUEST}, {REQUEST}]")
    assert (base.requested, request.requested) == (True, True)
    assert (request.due, request.added) == (date(2024, 8, 14), date(2024, 7, 20))


def test_a_request_binds_only_whom_it_names() -> None:
    both = (*TREE, Unit("002", "Huyện B", "huyen", parent="tinh"))
    found = programme(f"tasks: [{ON_REQUEST}, {REQUEST}]").obligations(both)
    requested = {one.unit: one.requested for one in found if one.task == "5"}
    assert requested == {"001": True, "002": False}


def test_a_form_on_request_is_due_when_the_request_says_and_asked_once() -> None:
    form = report("periods: [Y], on_request: true")
    assert [one.requested for one in owed(form)] == [False]
    request = REQUEST.replace("follows: '5'", "follows: bc")
    (found,) = owed(f"tasks: [{request}]\n{form}")
    assert (found.form, found.requested, found.due) == ("bc", True, date(2024, 8, 14))
    (unread,) = owed(f"tasks: [{request.replace('trước ngày 15/8/2024', 'sớm')}]\n{form}")
    assert (unread.requested, unread.due) == (True, date(2024, 12, 31))


def test_words_on_request_make_a_report_one_on_request() -> None:
    (found,) = owed(report("periods: [Y], when: {Y: khi có yêu cầu}"))
    assert (found.requested, found.due) == (False, None)


EXEMPT = "exempt: [{unit: '001', reason: Không có thôn, %s}]"


@pytest.mark.parametrize(
    ("scope", "freed"),
    [("task: '1'", {"1"}), ("form: bc", {"bc"}), ("task: ''", {"1", "bc"})],
    ids=["a task", "a form", "all"],
)
def test_a_unit_may_be_exempted_with_a_reason(scope: str, freed: set[str]) -> None:
    text = "\n".join((task("when: Cả năm"), report("periods: [Y]"), EXEMPT % scope))
    found = owed(text)
    assert {one.task or one.form for one in found if one.exempt} == freed
    assert {one.exempt_reason for one in found if one.exempt} == {"Không có thôn"}
    assert programme(text).obligations([Unit("002", "B", "huyen")])[0].exempt is False


FOUNDED, ENDED = date(2024, 7, 1), date(2024, 6, 30)
LIVES = [
    # first day, last day, periods owed, why
    (None, None, ["Q1", "Q2", "Q3", "Q4", "Y"], "always there"),
    (FOUNDED, None, ["Q3", "Q4"], "founded later: nothing due before its first day"),
    (None, ENDED, ["Q1", "Q2", "Y"], "ended: no period that began after its last day"),
    (date(2024, 8, 1), date(2024, 8, 31), ["Q3"], "there for a month"),
]


@pytest.mark.parametrize(
    ("first", "last", "owes"), [row[:3] for row in LIVES], ids=[row[3] for row in LIVES]
)
def test_a_unit_is_bound_from_its_first_day_to_its_last(
    first: date | None, last: date | None, owes: list[str]
) -> None:
    text = report("periods: [Q1, Q2, Q3, Q4, Y], due_on: {Y: 2024-05-31}")
    unit = Unit("001", "A", "huyen", exists_from=first, exists_to=last)
    found = programme(text).obligations([unit])
    assert [one.period.mark for one in found] == owes


def test_a_task_added_after_a_unit_ended_does_not_bind_it() -> None:
    text = task("when: Cả năm, added: 2024-09-01, source: Kết luận 5")
    for last, bound in ((date(2024, 8, 31), 0), (date(2024, 9, 1), 1)):
        unit = Unit("001", "A", "huyen", exists_to=last)
        assert len(programme(text).obligations([unit])) == bound


def test_corrections_have_the_days_that_the_programme_gives() -> None:
    text = "sent_back: {days: 5, count: working}\n" + task("when: Cả năm")
    assert owed(text)[0].sent_back == SentBack(5, working=True, calendar=OFFICES_2024)
    in_days = programme("sent_back: {days: 3, count: calendar}\n")
    assert in_days.sent_back == SentBack(3, working=False)
    assert programme("sent_back: keeps\n").sent_back is programme("").sent_back is None


PAPERS = """
under:
  - {number: 47/BCĐ, dated: 2024-03-01, issuer: BCĐ tỉnh, title: Chương trình, programme: ct}
amendments: [{number: 12/KH, dated: 2024-06-01, summary: Bổ sung nhiệm vụ}]
flags: [{where: Căn cứ, printed: ngày 06/8, note: Nghị định ban hành ngày 16/8}]
figures: [{key: hai_long, label: Chỉ số hài lòng, source: Sở Nội vụ}]
receiver_units: [snv]
"""


def test_a_programme_names_its_papers_receivers_and_oddities() -> None:
    found = programme(PAPERS)
    assert (found.under[0].number, found.under[0].programme) == ("47/BCĐ", "ct")
    assert (found.amendments[0].dated, found.flags[0].printed) == (date(2024, 6, 1), "ngày 06/8")
    assert (found.figures[0].key, found.receiver_units) == ("hai_long", ("snv",))
    assert (found.before, found.roll) == (Before.EXCLUDED, Roll.KEEP)


def test_every_reading_that_a_person_confirms_is_listed_by_its_name() -> None:
    found = programme(task("when: Cả năm") + "\n" + report(WORDS))
    assert [name for name, _ in found.readings()] == ["1", "bc:Q2", "bc:Y"]
    assert [name for name, _ in found.questions()] == ["bc:Q2"]


MISTAKES = [
    (task("before: never"), "tasks[0].before", Code.NOT_ONE_OF),
    (task("roll: later"), "tasks[0].roll", Code.NOT_ONE_OF),
    (task("track: huyen"), "tasks[0].track", Code.NOT_ONE_OF),
    (task("due: 2023-12-31"), "tasks[0].due", Code.VALUE_OUTSIDE),
    (task("due: 2026-01-01"), "tasks[0].due", Code.VALUE_OUTSIDE),
    (task("due: sớm"), "tasks[0].due", Code.WRONG_TYPE),
    (task("anchor: hôm nay"), "tasks[0].anchor", Code.WRONG_TYPE),
    (task("added: 2024-07-01"), "tasks[0].source", Code.KEY_MISSING),
    (task("added: 2022-07-01, source: x"), "tasks[0].added", Code.VALUE_OUTSIDE),
    (task("follows: '9'"), "tasks[0].follows", Code.NOT_ONE_OF),
    (task("follows: '1'"), "tasks[0].follows", Code.NOT_ONE_OF),
    (task("offices: truong-ban"), "tasks[0].offices", Code.WRONG_TYPE),
    (report("when: trước ngày 10/6"), "reports[0].when", Code.WRONG_TYPE),
    (report("when: {Q5: Cả năm}"), "reports[0].when.Q5", Code.KEY_UNKNOWN),
    (report("cut_off: {Y: 2023-12-31}"), "reports[0].cut_off.Y", Code.VALUE_OUTSIDE),
    (report("on_request: có"), "reports[0].on_request", Code.WRONG_TYPE),
    (report("roll: later"), "reports[0].roll", Code.NOT_ONE_OF),
    ("before: never", "before", Code.NOT_ONE_OF),
    ("roll: later", "roll", Code.NOT_ONE_OF),
    ("sent_back: later", "sent_back", Code.WRONG_TYPE),
    ("sent_back: {count: working}", "sent_back.days", Code.KEY_MISSING),
    ("sent_back: {days: 0}", "sent_back.days", Code.VALUE_OUTSIDE),
    ("sent_back: {days: 5, count: weeks}", "sent_back.count", Code.NOT_ONE_OF),
    ("under: [{nummer: 1}]", "under[0].nummer", Code.KEY_UNKNOWN),
    ("amendments: [{dated: 2024-06-01}]", "amendments[0].number", Code.KEY_MISSING),
    ("flags: [{where: a}]", "flags[0].note", Code.KEY_MISSING),
    ("figures: [{key: a}]", "figures[0].label", Code.KEY_MISSING),
    ("exempt: [{unit: '001'}]", "exempt[0].reason", Code.KEY_MISSING),
    ("exempt: [{unit: '001', reason: a, task: '9'}]", "exempt[0].task", Code.NOT_ONE_OF),
    ("exempt: [{unit: '001', reason: a, form: x}]", "exempt[0].form", Code.NOT_ONE_OF),
    ("receiver_units: snv", "receiver_units", Code.WRONG_TYPE),
]


@pytest.mark.parametrize(("text", "path", "code"), MISTAKES)
def test_mistakes_are_found_at_their_place(text: str, path: str, code: Code) -> None:
    found, issues = parse_programme(raw(HEAD + text))
    assert found is None
    assert (path, code) in places_and_codes(issues)


def test_every_key_of_a_programme_is_documented() -> None:
    document = (ROOT / "docs" / "programmes.md").read_text(encoding="utf-8")
    source = (ROOT / "scoring" / "programme_reading.py").read_text(encoding="utf-8")
    keys = set(re.findall(r'(?:reader|within)\.\w+\(\s*"(\w+)"', source)) - {"year"}
    missing = {key for key in keys if f"`{key}`" not in document and f"{key}:" not in document}
    assert not missing


def test_a_year_as_a_whole_is_the_period_of_what_has_no_day() -> None:
    assert owed(task("when: thường xuyên"))[0].period == Period(2024)


def test_all_obligations_are_those_of_each_task_and_each_form() -> None:
    found = programme(task("when: Cả năm") + "\n" + report(WORDS))
    of_task = found.task_obligations(found.tasks[0], TREE, OFFICES_2024)
    of_form = found.report_obligations(found.reports[0], TREE, OFFICES_2024)
    assert found.obligations(TREE, OFFICES_2024) == (*of_task, *of_form)


def test_a_reason_without_a_day_means_no_deadline_whatever_the_words() -> None:
    found = programme(task("when: Quý III/2024, due_note: Thường trực đồng ý"))
    timing = found.timing_of(found.tasks[0])
    assert (timing.reading, timing.due, timing.questions) == (Reading.QUARTER, None, ())
    assert timing.by_hand
    assert [one.due for one in owed(task("when: Quý III/2024, due_note: Đồng ý"))] == [None]
