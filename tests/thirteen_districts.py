"""A province of thirteen districts that hand in the shipped statistics, with figures made up so
that every sum can be reckoned by hand: district n says n in its first quarter, 2n in its second."""

from decimal import Decimal
from pathlib import Path

from sqlalchemy import Engine

from data_access.accounts import OPERATOR, Actor, Role
from data_access.actions import setup
from data_access.actions.forms import import_form
from data_access.actions.returns import submit_return
from data_access.handing import Handing
from data_access.queries.templates import form_for
from data_access.returns import Submission
from data_access.workbook.filling import fill_template
from data_access.workbook.template import write_template
from scoring.facts import Absent
from scoring.forms import Form, Kind, Listing, Measure
from scoring.periods import Period
from scoring.returns import Answer
from scoring.units import Unit
from tests.builders import DEMONSTRATION_DAY, SECRETARY, at
from tests.ready_made import ready_made

FORM = "thong-ke"
DISTRICTS = tuple(f"{number:02}" for number in range(1, 14))
DISTRICT_CLERK = Actor("can-bo-01", "Cán bộ huyện 1", Role.UNIT, "01")
COMMUNE_CLERK = Actor("can-bo-xa", "Cán bộ xã", Role.UNIT, "01-1")
Q1, Q2, Q3, Q4 = Period(2022).quarters_to_date()

# What a listing's rows count: district n writes one row if n is odd, and none if it is even.
ODD, EVEN = 7, 6
SUM = sum(range(1, 14))

_UNITS = (
    Unit("tinh", "Ban Chỉ đạo tỉnh", "tinh", "BCĐ tỉnh", attributes={"place": "Quảng Ngãi"}),
    Unit("so", "Sở Nội vụ", "so", "Sở Nội vụ", "tinh"),
    *(
        Unit(code, f"Ban Chỉ đạo huyện {code}", "huyen", f"Huyện {code}", "tinh")
        for code in DISTRICTS
    ),
    Unit("01-1", "Xã Một", "xa", "Xã Một", "01"),
    Unit("01-2", "Xã Hai", "xa", "Xã Hai", "01"),
)

_PROGRAMME = """\
programme: kh-2022
title: Kế hoạch năm 2022
issuer: tinh
year: 2022
tasks: []
reports:
  - form: thong-ke
    title: Biểu số liệu
    debtors: {kinds: [huyen, xa]}
    due_days_after: 10
"""


def thirteen_districts(url: str) -> Engine:
    return ready_made(url, "thirteen districts", _make)


def _make(engine: Engine) -> None:
    setup.initialise(engine)
    setup.mark_demonstration(engine, OPERATOR, DEMONSTRATION_DAY, "Tỉnh thử")
    setup.import_units(engine, OPERATOR, _UNITS)
    assert import_form(engine, OPERATOR, form_text(FORM)) == ()
    assert setup.import_programme(engine, OPERATOR, _PROGRAMME) == ()


def form_text(code: str) -> str:
    """Of a form that is shipped."""
    forms = Path(__file__).parents[1] / "sample_data" / "forms"
    return (forms / f"{code}.yaml").read_text(encoding="utf-8")


def hand_in(
    engine: Engine, unit: str, period: Period, size: int, *, estimate: bool = False
) -> Submission:
    """A workbook filled in by hand and handed in, whose every figure is `size`."""
    form = form_for(engine, FORM, unit, period)
    content = fill_template(write_template(form), form, answers_of(form, size))
    handing = Handing(estimate=estimate)
    kept = submit_return(engine, SECRETARY, f"{unit}.xlsx", content, at(DEMONSTRATION_DAY), handing)
    assert kept.accepted, kept.issues
    return kept


def answers_of(form: Form, size: int) -> dict[str, Answer]:
    answers: dict[str, Answer] = {
        field.key: Decimal(3 * size if field.key == "VIII.1.figure" else size)
        for sheet in form.sheets
        for row in sheet.rows
        for field in row.fields
        if field.measure is not None
    }
    for sheet in form.sheets:
        if sheet.listing is not None:
            answers |= _one_row(sheet.listing, size)
    return answers


def _one_row(listing: Listing, size: int) -> dict[str, Answer]:
    """An even district writes that nothing arose."""
    if size % 2 == 0:
        return {listing.key: Absent.NOT_ARISEN}
    key, answers = f"{listing.key}.1", dict[str, Answer]()
    for field in listing.fields:
        if field.measure is Measure.FLOW:
            answers[f"{key}.{field.key}"] = Decimal(size)
        elif field.kind is Kind.CHOICE:
            answers[f"{key}.{field.key}"] = field.choices[0].code
        elif field.kind is Kind.YES_NO:
            answers[f"{key}.{field.key}"] = "1"
        elif field.kind is Kind.TEXT and field.required:
            answers[f"{key}.{field.key}"] = "=Xã Một"
    return answers
