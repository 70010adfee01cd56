"""Answers a clerk might give: every kind within its limits, absences, listings of any length."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from data_access.workbook.legacy_fonts import looks_legacy
from data_access.workbook.listing_lines import TOTALS
from data_access.workbook.signature import begins_signature
from data_access.workbook.text import clean, is_blank, read_absent
from scoring.facts import Absent
from scoring.forms import Field, Form, Kind, Listing
from scoring.returns import Answer

NOTHING = Absent.NOT_ARISEN
_FARTHEST = Decimal(10**9)


def _is_an_answer(text: str) -> bool:
    """Not what Excel cannot hold, nor what says something else than a text."""
    says_nothing = read_absent(text) is not None or clean(text) in (*TOTALS, "không")
    return text.strip() == text and not (
        is_blank(text) or says_nothing or looks_legacy(text) or begins_signature(text)
    )


texts = st.one_of(
    st.text(
        st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"), max_codepoint=0x2FFF),
        min_size=1,
        max_size=60,
    ),
    st.sampled_from(
        (
            "=SUM(A1:A9)",
            "+84 912 345 678",
            "@BCĐ",
            "-5",
            "<b>1.1</b> & ‘’",
            "Xã Sơn Hạ\nthôn 1",
            "1.1",
            "5/4/2022",
            "TT",
            "Hòa  giải",
        )
    ),
).filter(_is_an_answer)


def answer_to(field: Field) -> st.SearchStrategy[Answer]:
    if field.kind is Kind.YES_NO:
        return st.sampled_from((Decimal(0), Decimal(1)))
    if field.kind is Kind.CHOICE:
        return st.sampled_from([choice.code for choice in field.choices])
    if field.kind is Kind.DATE:
        return st.dates(field.earliest or date(1990, 1, 1), field.latest or date(2100, 1, 1))
    if field.kind is Kind.TEXT:
        return texts.filter(lambda text: len(text) <= field.longest)
    return _figures(field)


def _figures(field: Field) -> st.SearchStrategy[Decimal]:
    count = field.kind is Kind.COUNT
    least = field.least if field.least is not None else Decimal(0) if count else -_FARTHEST
    most = field.most if field.expected_most is None else field.expected_most
    most = _FARTHEST if most is None else most
    return st.decimals(least, most, places=0 if count else field.places)


@st.composite
def answers_to(draw: st.DrawFn, form: Form) -> dict[str, Answer]:
    found: dict[str, Answer] = {}
    for page in form.sheets:
        for row in page.rows:
            for field in row.fields:
                if field.required or draw(st.booleans()):
                    absences = [st.just(absent) for absent in sorted(field.absences, key=str)]
                    found[field.key] = draw(st.one_of([answer_to(field), *absences]))
        if page.listing is not None:
            found |= draw(listed(page.listing))
    return found


@st.composite
def listed(draw: st.DrawFn, listing: Listing) -> dict[str, Answer]:
    found: dict[str, Answer] = {}
    for number in range(1, draw(st.integers(0, listing.printed + 3)) + 1):
        for field in listing.row(number).fields:
            if field.required or draw(st.booleans()):
                found[field.key] = draw(answer_to(field))
    return found or {listing.key: NOTHING}
