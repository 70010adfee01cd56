"""Added up by hand: flows over quarters, states and what counts from January over units only."""

from decimal import Decimal

import pytest

from scoring.consolidation import asked_keys, consolidate, consolidated_answers
from scoring.facts import Absent
from scoring.forms import Measure
from tests.scoring.consolidations_by_hand import (
    FORM,
    KPS,
    NOTHING,
    Q1,
    Q2,
    Q3,
    Q4,
    added_up,
    decided,
    figure,
    said,
)

D = Decimal
YEAR = (Q1, Q2, Q3, Q4)


def test_in_one_quarter_every_measure_is_added_up_over_units() -> None:
    found = added_up(
        [
            said("a", Q1, in_period=D(2), from_january=D(2), open=D(5)),
            said("b", Q1, in_period=D("0.5"), from_january=D(1), open=D(7)),
        ]
    )
    values = [(one.key, one.value) for one in found.figures]
    assert values == [
        ("VII.1.in_period", D("2.5")),
        ("VII.1.from_january", D(3)),
        ("VII.1.open", D(12)),
    ]
    assert not found.provisional


def test_over_a_year_only_flows_are_added_over_the_quarters() -> None:
    found = added_up(
        [
            said(unit, quarter, in_period=D(1), from_january=D(quarter.quarter), open=D(10))
            for unit in "ab"
            for quarter in YEAR
        ],
        span=YEAR,
    )
    assert figure(found, "in_period").value == 8
    assert figure(found, "from_january").value == 8
    assert figure(found, "open").value == 20


def test_a_state_is_of_the_last_quarter_reported_and_says_so() -> None:
    found = added_up(
        [
            said("a", Q1, open=D(4)),
            said("a", Q2, open=D(6)),
            said("b", Q1, open=D(5)),
        ],
        span=(Q1, Q2),
    )
    state = figure(found, "open")
    first, second = state.contributions
    assert state.value == 11
    assert (first.periods, first.behind, first.missing) == ((Q2,), False, ())
    assert (second.periods, second.behind, second.missing) == ((Q1,), True, (Q2,))
    assert state.behind and state.provisional


def test_a_flow_with_a_quarter_missing_is_provisional_but_not_behind() -> None:
    found = added_up([said("a", Q1, in_period=D(1))], units="a", span=(Q1, Q2))
    flow = figure(found, "in_period")
    assert (flow.value, flow.provisional, flow.behind) == (D(1), True, False)
    assert flow.contributions[0].missing == (Q2,)


@pytest.mark.parametrize(
    ("answers", "value", "why"),
    [
        ((KPS, KPS), KPS, "nothing arose anywhere: that is no zero"),
        ((KPS, D(3)), D(3), "nothing is nothing in a sum"),
        ((KPS, D(0)), D(0), "a zero that was typed is a figure"),
        ((NOTHING, NOTHING), NOTHING, "nobody reported: blank, never zero"),
        ((NOTHING, KPS), KPS, "what was said prevails over silence"),
        ((Absent.NOT_APPLICABLE, NOTHING), Absent.NOT_APPLICABLE, "so does: not applicable"),
        ((Absent.NOT_APPLICABLE, KPS), KPS, "one could have had it and had nothing"),
    ],
)
def test_what_is_absent_stays_absent(answers: tuple, value: object, why: str) -> None:
    returns = [said(unit, Q1, in_period=answer) for unit, answer in zip("ab", answers, strict=True)]
    assert (why, figure(added_up(returns), "in_period").value) == (why, value)


def test_shares_of_a_hundred_are_never_added() -> None:
    found = added_up([said("a", Q1, share=D(50)), said("b", Q1, share=D(60))])
    assert "VII.1.share" not in {one.key for one in found.figures}


def test_the_missing_are_named_and_estimates_are_marked() -> None:
    found = added_up(
        [said("a", Q1, open=D(1)), said("b", Q1, open=D(2), estimate=True)], units="abc"
    )
    assert [one.unit for one in found.missing] == ["c"]
    assert [one.unit for one in found.estimates] == ["b"]
    assert [one.estimate for one in figure(found, "open").contributions] == [False, True, False]
    assert figure(found, "open").estimate and found.provisional


def test_more_digits_than_a_context_holds_are_added_exactly() -> None:
    large, small = D(10) ** 40, D("0.01")
    found = added_up([said("a", Q1, in_period=large), said("b", Q1, in_period=small)])
    assert str(figure(found, "in_period").value) == f"1{'0' * 40}.01"


def test_records_are_counted_summed_and_tallied() -> None:
    found = added_up(
        [
            decided("a", Q1, ("Đường", "hn", True, 2), ("Cầu", "bq", False, 3)),
            decided("b", Q1, ("Trường", "hn", True, 1)),
            decided("c", Q1),
        ],
        units="abc",
    )
    (listing,) = found.listings
    assert listing.count.value == 3
    assert [one.value for one in listing.count.contributions] == [D(2), D(1), KPS]
    assert [(one.key, one.value) for one in listing.sums] == [("II.options", D(6))]
    tallies = [(one.field.key, one.choice.code, one.figure.value) for one in listing.tallies]
    assert tallies == [("held", "hn", D(2)), ("held", "bq", D(1)), ("posted", "1", D(2))]
    told = [(record.unit, record.number, record.answers["what"]) for record in listing.records]
    assert told == [("a", 1, "Đường"), ("a", 2, "Cầu"), ("b", 1, "Trường")]


def test_a_listing_in_which_nothing_arose_anywhere_is_no_zero() -> None:
    (listing,) = added_up([decided("a", Q1), decided("b", Q1)]).listings
    assert (listing.count.value, listing.sums[0].value) == (KPS, KPS)
    assert listing.tallies[0].figure.value is KPS


def test_the_tenth_record_comes_after_the_ninth() -> None:
    rows = [(f"Việc {number}", "hn", False, 1) for number in range(1, 12)]
    (listing,) = added_up([decided("a", Q1, *rows)], units="a").listings
    assert [record.number for record in listing.records] == list(range(1, 12))


def test_words_beside_the_figures_are_kept_with_their_unit() -> None:
    found = added_up([said("b", Q1, note="Có một vụ phức tạp"), said("a", Q1, note="  ")])
    assert [(one.unit, one.text) for one in found.said] == [("b", "Có một vụ phức tạp")]


def test_what_a_quarter_does_not_ask_is_not_missing_there() -> None:
    asked = {Q1: frozenset({"VII.1.in_period"})}
    returns = [said("a", Q2, open=D(3), in_period=D(1))]
    found = consolidate(FORM, returns, ("a",), (Q1, Q2), asked=asked)
    assert not figure(found, "open").provisional
    assert figure(found, "in_period").provisional


def test_what_only_an_earlier_quarter_asks_is_not_behind() -> None:
    asked = {Q2: frozenset({"VII.1.in_period"})}
    found = consolidate(FORM, [said("a", Q1, open=D(3))], ("a",), (Q1, Q2), asked=asked)
    state = figure(found, "open")
    assert (state.value, state.behind, state.provisional) == (D(3), False, False)


def test_a_unit_that_ended_gives_its_flows_but_no_state() -> None:
    """Its successor reports the state at the end; what arose there arose all the same."""
    returns = [
        said("a", Q1, in_period=D(1), from_january=D(1), open=D(9)),
        said("b", Q1, in_period=D(1), from_january=D(1), open=D(2)),
        said("b", Q2, in_period=D(1), from_january=D(2), open=D(3)),
    ]
    found = consolidate(FORM, returns, ("a", "b"), (Q1, Q2), exempt=frozenset({("a", Q2)}))
    values = {one.key: one.value for one in found.figures}
    assert values == {"VII.1.in_period": 3, "VII.1.from_january": 3, "VII.1.open": 3}
    assert found.missing == ()


def test_returns_of_others_are_left_out_and_two_in_force_are_our_mistake() -> None:
    returns = [said("a", Q1, open=D(1)), said("z", Q1, open=D(9)), said("a", Q2, open=D(9))]
    assert figure(added_up(returns), "open").value == 1
    with pytest.raises(ValueError, match="a 2022-Q1"):
        added_up([*returns, said("a", Q1, open=D(1))])


def test_nobody_expected_is_an_empty_table() -> None:
    found = added_up([], units="")
    assert {one.value for one in found.figures} == {NOTHING}
    assert not found.provisional


def test_the_sum_can_be_handed_in_as_a_return() -> None:
    found = added_up(
        [decided("a", Q1, ("Đường", "hn", True, 2)), decided("b", Q1, ("Cầu", "bq", False, 3))]
    )
    answers = consolidated_answers(found)
    assert [answers["II.1.what"], answers["II.2.what"]] == ["Đường", "Cầu"]
    nothing = consolidated_answers(added_up([decided("a", Q1), decided("b", Q1)]))
    assert nothing["II"] is KPS


def test_every_measure_is_asked_in_the_hand_made_form() -> None:
    fields = [field for row in FORM.sheets[0].rows for field in row.fields]
    assert {field.measure for field in fields} == {*Measure, None}
    assert asked_keys(FORM) == {field.key for field in fields} | {"II"}
