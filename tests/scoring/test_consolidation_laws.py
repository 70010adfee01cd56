"""What must hold for any figures: found by Hypothesis, not by examples."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from scoring.consolidation import Consolidation, consolidate, consolidated_answers
from scoring.contributions import ReturnFigures, exact_sum
from scoring.facts import Absent, Value
from scoring.forms import Measure
from scoring.periods import Period
from scoring.returns import Answer
from tests.scoring.consolidations_by_hand import FORM, KPS, NOTHING

QUARTERS = Period(2022).quarters_to_date()
COMMUNES = ("a1", "a2", "a3", "b1", "b2", "c1")
_COLUMNS = ("in_period", "from_january", "open")

_numbers = st.decimals(
    min_value=0, max_value=10**15, places=2, allow_nan=False, allow_infinity=False
)
_values = st.one_of(_numbers, st.just(KPS), st.just(NOTHING))
_figures = st.fixed_dictionaries({f"VII.1.{column}": _values for column in _COLUMNS})
_record = st.fixed_dictionaries(
    {"what": st.just("Đường"), "held": st.sampled_from(["hn", "bq"]), "options": _numbers}
)


@st.composite
def _answers(draw: st.DrawFn) -> dict[str, Answer]:
    answers: dict[str, Answer] = dict(draw(_figures))
    records = draw(st.lists(_record, max_size=3))
    for number, record in enumerate(records, start=1):
        answers |= {f"II.{number}.{key}": answer for key, answer in record.items()}
    if not records:
        answers["II"] = KPS
    return answers


@st.composite
def returns_of(draw: st.DrawFn, quarters: tuple[Period, ...]) -> list[ReturnFigures]:
    """Some units in some quarters, in any order, some of them estimates."""
    duties = [(unit, quarter) for unit in COMMUNES for quarter in quarters]
    handed_in = draw(st.lists(st.sampled_from(duties), unique=True))
    return [
        ReturnFigures(unit, quarter, draw(_answers()), draw(st.booleans()))
        for unit, quarter in handed_in
    ]


def values(found: Consolidation) -> dict[str, Value]:
    figures = [*found.figures]
    for listing in found.listings:
        figures += [listing.count, *listing.sums, *(one.figure for one in listing.tallies)]
    return {one.key: one.value for one in figures}


@given(returns_of(QUARTERS), st.randoms())
def test_the_order_of_units_and_returns_changes_nothing(returns: list, chance: object) -> None:
    shuffled, units = [*returns], [*COMMUNES]
    chance.shuffle(shuffled)
    chance.shuffle(units)
    assert consolidate(FORM, shuffled, units, QUARTERS[::-1]) == consolidate(
        FORM, returns, COMMUNES, QUARTERS
    )


@given(returns_of(QUARTERS[:1]))
def test_in_two_steps_it_is_the_same_as_in_one(returns: list) -> None:
    """Communes into districts into the province, or communes into the province."""
    span = QUARTERS[:1]
    districts = []
    for district in "abc":
        below = tuple(unit for unit in COMMUNES if unit.startswith(district))
        step = consolidate(FORM, returns, below, span)
        districts.append(ReturnFigures(district, span[0], consolidated_answers(step)))
    twice = consolidate(FORM, districts, "abc", span)
    assert values(twice) == values(consolidate(FORM, returns, COMMUNES, span))


@given(returns_of(QUARTERS))
def test_the_years_flow_is_the_sum_of_the_quarters(returns: list) -> None:
    year = values(consolidate(FORM, returns, COMMUNES, QUARTERS))
    quarters = [values(consolidate(FORM, returns, COMMUNES, (one,))) for one in QUARTERS]
    for key in ("VII.1.in_period", "II.options", "II.@count", "II.held.hn"):
        numbers = [one[key] for one in quarters if isinstance(one[key], Decimal)]
        assert year[key] == exact_sum(numbers) if numbers else isinstance(year[key], Absent)


@given(returns_of(QUARTERS))
def test_a_state_and_what_counts_from_january_come_from_each_units_last(returns: list) -> None:
    found = values(consolidate(FORM, returns, COMMUNES, QUARTERS))
    for column in ("from_january", "open"):
        key, last = f"VII.1.{column}", {}
        for one in sorted(returns, key=lambda one: one.period):
            if one.answers[key] is not NOTHING:
                last[one.unit] = one.answers[key]
        numbers = [value for value in last.values() if isinstance(value, Decimal)]
        assert found[key] == sum(numbers) if numbers else isinstance(found[key], Absent)


@given(returns_of(QUARTERS))
def test_every_figure_is_what_its_units_give(returns: list) -> None:
    found = consolidate(FORM, returns, COMMUNES, QUARTERS)
    for one in found.figures:
        numbers = [given.value for given in one.contributions if isinstance(given.value, Decimal)]
        assert [given.unit for given in one.contributions] == sorted(COMMUNES)
        assert one.value == exact_sum(numbers) if numbers else isinstance(one.value, Absent)


def test_the_laws_are_tried_on_every_measure() -> None:
    fields = [field for row in FORM.sheets[0].rows for field in row.fields]
    tried = {field.measure for field in fields if field.key.rpartition(".")[2] in _COLUMNS}
    assert tried == set(Measure)
