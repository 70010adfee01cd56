"""One digest for one address, of what the ladder reaches that day; nobody else hears anything."""

from datetime import date

from scoring.digests import Audience, OpenDuty, Reader, digests
from scoring.obligations import Obligation, State
from scoring.periods import parse_period
from scoring.reminder_days import step

DUE = date(2022, 4, 10)
Q1 = parse_period("2022-Q1")
CLERK_A = Reader("a@tinh.vn", "Cán bộ A", Audience.UNIT, "001")
CLERK_B = Reader("b@tinh.vn", "Cán bộ B", Audience.UNIT, "002")
FOLLOWS_A = Reader("uv@tinh.vn", "Ủy viên", Audience.MEMBER, None, frozenset({"001"}))
DIRECTS = Reader("pb@tinh.vn", "Phó ban", Audience.MEMBER, offices=frozenset({"pho-ban"}))
HEAD = Reader("tb@tinh.vn", "Trưởng ban", Audience.LEADER)


def duty(unit: str, day: date, title: str = "Báo cáo", *offices: str) -> OpenDuty:
    """Open on `day`, due on DUE."""
    owed = Obligation(unit, "kh", title, Q1, DUE, form="tien-do", offices=offices)
    late = max(0, (day - DUE).days)
    state = State.OVERDUE if late else State.DUE_SOON
    return OpenDuty(owed, state, late, DUE, step(DUE, state, day))


def by_address(readers: list[Reader], *duties: OpenDuty) -> dict[str, list[str]]:
    found = digests(readers, duties)
    return {one.address: [owed.obligation.unit for owed in one.duties] for one in found}


def test_each_reads_of_what_is_his() -> None:
    duties = (duty("001", DUE), duty("002", DUE, "Kế hoạch", "pho-ban"), duty("003", DUE))
    readers = [CLERK_A, CLERK_B, FOLLOWS_A, DIRECTS, HEAD]
    assert by_address(readers, *duties) == {
        "a@tinh.vn": ["001"],
        "b@tinh.vn": ["002"],
        "uv@tinh.vn": ["001"],
        "pb@tinh.vn": ["002"],
        "tb@tinh.vn": ["001", "002", "003"],
    }


def test_a_day_between_two_steps_is_silent() -> None:
    days = [date(2022, 4, day) for day in (2, 3, 4, 7, 8, 9, 10, 11, 12, 13, 17, 18, 24)]
    heard = [day.day for day in days if digests([CLERK_A, HEAD], [duty("001", day)])]
    assert heard == [3, 7, 9, 10, 11, 13, 17, 24]


def test_what_is_not_reminded_of_today_is_counted_not_named() -> None:
    day = date(2022, 4, 17)
    elsewhere = OpenDuty(duty("001", day).obligation, State.OVERDUE, 8, DUE, None)
    (one,) = digests([CLERK_A], [duty("001", day), elsewhere])
    assert (len(one.duties), one.overdue) == (1, 2)
    assert digests([CLERK_A], [elsewhere]) == ()


def test_one_address_gets_one_digest_of_all_it_is_read_to() -> None:
    both = [CLERK_A, Reader("a@tinh.vn", "Cán bộ A", Audience.UNIT, "002")]
    assert by_address(both, duty("001", DUE), duty("002", DUE)) == {"a@tinh.vn": ["001", "002"]}
    twice = [FOLLOWS_A, Reader("uv@tinh.vn", "Trưởng ban", Audience.LEADER)]
    (one,) = digests(twice, [duty("001", DUE), duty("003", DUE)])
    assert (one.reader.audience, len(one.duties)) == (Audience.LEADER, 2)


def test_a_duty_read_of_in_two_ways_is_named_once() -> None:
    twice = Reader("x@tinh.vn", "", Audience.MEMBER, None, frozenset({"001"}), frozenset({"o"}))
    assert by_address([twice], duty("001", DUE, "Báo cáo", "o")) == {"x@tinh.vn": ["001"]}


def test_a_leader_of_one_committee_does_not_read_of_another() -> None:
    here = Reader("tb@tinh.vn", "Trưởng ban", Audience.LEADER, None, frozenset({"001"}))
    assert by_address([here], duty("001", DUE), duty("khac", DUE)) == {"tb@tinh.vn": ["001"]}


def test_the_longest_overdue_stands_first_whatever_the_order() -> None:
    day = date(2022, 4, 17)
    older = OpenDuty(duty("003", day).obligation, State.OVERDUE, 14, date(2022, 4, 3), step_7())
    duties = [duty("002", day), older, duty("001", day)]
    expected = [["003", "001", "002"]] * 2
    assert [
        by_address([HEAD], *given)["tb@tinh.vn"] for given in (duties, duties[::-1])
    ] == expected


def step_7() -> object:
    return duty("001", date(2022, 4, 17)).step
