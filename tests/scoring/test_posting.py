"""Days posted without a break: the first does not count, spans that touch are one."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from scoring.posting import Gap, Span, gaps, joined, longest, posted_days

FEBRUARY = date(2024, 2, 1)


def day(number: int) -> date:
    return FEBRUARY + timedelta(days=number - 1)


def test_the_posting_of_seed_004_is_twenty_days() -> None:
    assert posted_days(date(2024, 2, 5), date(2024, 2, 25)) == 20
    assert posted_days(date(2024, 2, 5), date(2024, 2, 25), first_counts=True) == 21


def test_what_came_down_on_its_first_day_hung_no_day_and_never_less() -> None:
    assert posted_days(day(5), day(5)) == 0
    assert posted_days(day(5), day(5), first_counts=True) == 1
    assert posted_days(day(5), day(3)) == posted_days(day(5), day(3), first_counts=True) == 0


def test_spans_that_touch_or_overlap_are_one_and_others_leave_a_gap() -> None:
    spans = (
        Span(day(20), day(25)),
        Span(day(5), day(8)),
        Span(day(9), day(12)),
        Span(day(10), day(11)),
    )
    assert joined(spans) == (Span(day(5), day(12)), Span(day(20), day(25)))
    (hole,) = gaps(spans)
    assert (hole, hole.days) == (Gap(day(13), day(19)), 7)


def test_a_span_that_ends_before_it_begins_is_none() -> None:
    assert joined([Span(day(5), day(3))]) == ()
    assert gaps([Span(day(5), day(3)), Span(day(7), day(9))]) == ()


def test_the_longest_span_counts_not_the_sum() -> None:
    assert longest([Span(day(1), day(11)), Span(day(13), day(29))]) == 16
    assert longest([Span(day(1), day(2))], first_counts=True) == 2
    assert longest([]) == 0


SPANS = st.lists(
    st.builds(lambda a, b: Span(day(a), day(b)), st.integers(1, 40), st.integers(1, 40)), max_size=6
)


@given(SPANS)
def test_joined_spans_and_gaps_hold_each_day_exactly_once(spans: list[Span]) -> None:
    whole = joined(spans)
    shown = {day(n) for one in spans for n in range(1, 41) if one.first <= day(n) <= one.last}
    covered = [day(n) for one in whole for n in range(1, 41) if one.first <= day(n) <= one.last]
    assert sorted(shown) == covered
    holes = [day(n) for one in gaps(spans) for n in range(1, 41) if one.first <= day(n) <= one.last]
    assert not shown & set(holes)
    if whole:
        span = (whole[-1].last - whole[0].first).days + 1
        assert len(covered) + len(holes) == span == len(covered) + sum(g.days for g in gaps(spans))


@given(SPANS)
def test_the_order_of_the_spans_makes_no_difference(spans: list[Span]) -> None:
    assert joined(reversed(spans)) == joined(spans)
