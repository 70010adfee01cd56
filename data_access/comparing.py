"""The figures in force that a return is compared with when it is read. Knows no workbook."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from sqlalchemy import Connection, func, select, tuple_

from data_access.returns import handed_in
from data_access.tables import entry, submission
from data_access.workbook.beside import Beside
from scoring.forms import Comparison, Form, When
from scoring.periods import Period

Place = tuple[str | None, When]


def beside_of(connection: Connection, form: Form) -> Beside:
    """The unit's return of the period before, and whatever else the form's own checks name."""
    mark = form.mark
    places: dict[Place, tuple[str, str]] = {}
    for named, when in _places(form):
        period = mark.period if when is When.SAME else before(mark.period)
        places[named, when] = (named or mark.form, str(period))
    found = _figures(connection, mark.unit, set(places.values()))
    return Beside({place: found[wanted] for place, wanted in places.items()})


def before(period: Period) -> Period:
    """The quarter before, of last year where need be; of a year, the year before."""
    if period.quarter is None:
        return Period(period.year - 1)
    return Period(period.year, period.quarter - 1) if period.quarter > 1 else _last_of(period)


def _last_of(period: Period) -> Period:
    return Period(period.year - 1, 4)


def _places(form: Form) -> Iterable[Place]:
    yield None, When.PREVIOUS
    for check in form.checks:
        if isinstance(check, Comparison):
            for operand in (*check.left.parts(), *check.right.parts()):
                if (operand.form, operand.when) != (None, When.SAME):
                    yield operand.form, operand.when


def _figures(
    connection: Connection, unit: str, wanted: set[tuple[str, str]]
) -> defaultdict[tuple[str, str], dict[str, Decimal]]:
    kept = submission.c
    newest = (
        select(func.max(kept.id).label("id"))
        .where(handed_in(), kept.unit == unit, tuple_(kept.form, kept.period).in_(wanted))
        .group_by(kept.form, kept.period)
        .subquery()
    )
    chosen = select(kept.form, kept.period, entry.c.key, entry.c.value)
    chosen = chosen.join(newest, newest.c.id == kept.id).join(entry, entry.c.submission == kept.id)
    found: defaultdict[tuple[str, str], dict[str, Decimal]] = defaultdict(dict)
    for form, period, key, value in connection.execute(chosen.where(entry.c.kind == "number")):
        found[form, period][key] = Decimal(value)
    return found
