"""Added-up figures as JSON, each with what every unit gave to it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from data_access.queries.consolidation import ConsolidationResult
from scoring.consolidation import ConsolidatedListing, Record, UnitReturns
from scoring.contributions import Consolidated, Contribution
from scoring.facts import Absent, Value
from scoring.periods import Period
from scoring.returns import Answer

Document = dict[str, object]

_ABSENT = {
    Absent.NOT_REPORTED: "not_reported",
    Absent.NOT_ARISEN: "not_arisen",
    Absent.NOT_APPLICABLE: "not_applicable",
}


def consolidation_document(result: ConsolidationResult) -> Document:
    found = result.consolidation
    return {
        "form": result.form.mark.form,
        "title": result.form.title,
        "period": result.period,
        "span": _periods(found.span),
        "unit": result.parent.code,
        "expected": len(found.units),
        "reported": len(found.units) - len(found.missing),
        "missing": [_missing(one) for one in found.missing],
        "estimates": [one.unit for one in found.estimates],
        "provisional": found.provisional,
        "figures": [_figure(one) for one in found.figures],
        "listings": [_listing(one) for one in found.listings],
        "notes": [
            {"key": one.key, "unit": one.unit, "period": one.period, "text": one.text}
            for one in found.said
        ],
    }


def _missing(one: UnitReturns) -> Document:
    return {"unit": one.unit, "periods": _periods(one.missing)}


def _figure(one: Consolidated) -> Document:
    return {
        "key": one.key,
        **_value(one.value),
        "provisional": one.provisional,
        "estimate": one.estimate,
        "behind": one.behind,
        "units": [_contribution(given) for given in one.contributions],
    }


def _contribution(one: Contribution) -> Document:
    return {
        "unit": one.unit,
        **_value(one.value),
        "periods": _periods(one.periods),
        "missing": _periods(one.missing),
        "estimate": one.estimate,
        "behind": one.behind,
    }


def _value(value: Value) -> Document:
    """What is absent has no value, and says why."""
    if isinstance(value, Absent):
        return {"value": None, "absent": _ABSENT[value]}
    return {"value": value, "absent": None}


def _periods(periods: Sequence[Period]) -> list[str]:
    return [str(period) for period in periods]


def _listing(one: ConsolidatedListing) -> Document:
    return {
        "key": one.key,
        "count": _figure(one.count),
        "sums": [_figure(figure) for figure in one.sums],
        "tallies": [
            {"field": tally.field.key, "choice": tally.choice.code, **_figure(tally.figure)}
            for tally in one.tallies
        ],
        "records": [_record(record) for record in one.records],
    }


def _record(one: Record) -> Document:
    return {
        "unit": one.unit,
        "period": one.period,
        "number": one.number,
        "estimate": one.estimate,
        "answers": {key: _answer(answer) for key, answer in one.answers.items()},
    }


def _answer(answer: Answer) -> Decimal | date | str:
    return _ABSENT[answer] if isinstance(answer, Absent) else answer
