"""What the template writes and a clerk fills in, the parser reads."""

from datetime import date
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_access.workbook.filling import fill_template
from data_access.workbook.parsing import parse_return, read_mark
from data_access.workbook.reading import read_book
from data_access.workbook.template import layout, write_template
from data_access.workbook.text import read_absent
from scoring.facts import Absent
from scoring.forms import Choice, Column, Field, Form, Kind, Mark, Row
from scoring.periods import Period
from scoring.returns import Answer
from tests.data_access.workbook.printed_form import FORM

LABELS = ("Xong", "Đang làm", "Chưa làm, chưa có kế hoạch", "=Khác", "Hòa giải")
CHOICES = tuple(Choice(f"c{number}", label) for number, label in enumerate(LABELS))
ANSWERED = ("figure", "note")

# What Excel cannot hold in a cell, and spaces at the ends, which nobody means.
texts = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"), max_codepoint=0x2FFF), min_size=1
).filter(lambda text: text.strip() == text and read_absent(text) is None)
figures = st.decimals(-(10**6), 10**6, places=2)
ANSWERS = {
    Kind.NUMBER: figures,
    Kind.POINTS: figures,
    Kind.COUNT: st.integers(0, 10**9).map(Decimal),
    Kind.YES_NO: st.sampled_from((Decimal(0), Decimal(1))),
    Kind.CHOICE: st.sampled_from([choice.code for choice in CHOICES]),
    Kind.DATE: st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    Kind.TEXT: texts,
}


@st.composite
def filled_forms(draw: st.DrawFn) -> tuple[Form, dict[str, Answer]]:
    rows, answers = [], {}
    for number in range(draw(st.integers(1, 6))):
        fields = []
        for column in draw(st.sets(st.sampled_from(ANSWERED))):
            kind, absences = draw(st.sampled_from(Kind)), draw(st.frozensets(absent_words))
            field = Field(f"{number}.{column}", column, kind, absences=absences, choices=CHOICES)
            fields.append(field)
            possible = [ANSWERS[kind], *(st.just(absent) for absent in absences)]
            answers[field.key] = draw(st.one_of(possible))
        level = draw(st.integers(0, 2))
        rows.append(Row(f"{number}.1", (("text", draw(texts)),), tuple(fields), level))
    return _form(tuple(rows)), answers


absent_words = st.sampled_from((Absent.NOT_ARISEN, Absent.NOT_APPLICABLE))


def _form(rows: tuple[Row, ...]) -> Form:
    columns = (
        Column("code", "Mã", 6),
        Column("text", "Nội dung", 50),
        Column("figure", "Số liệu", 12, number=True),
        Column("note", "Ghi chú", 30),
    )
    mark = Mark("bieu", "1", "07294", Period(2022))
    return Form(mark, "Biểu", "Biểu", columns, rows, header=("TỈNH ỦY",), guide=("Ghi đủ.",))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(filled_forms())
def test_what_the_template_writes_the_parser_reads(filled: tuple[Form, dict[str, Answer]]) -> None:
    form, answers = filled
    book, _ = read_book("bieu.xlsx", fill_template(write_template(form), form, answers))
    returned, issues = parse_return(book, form)
    assert issues == () and read_mark(book) == (form.mark, ())
    assert {entry.key: entry.answer for entry in returned.entries} == answers
    assert {entry.key: (entry.sheet, entry.cell) for entry in returned.entries} == layout(form)


def test_filling_gives_the_same_bytes() -> None:
    template = write_template(FORM)
    answers = {"claim.1": Decimal("4.5"), "1.f": date(2022, 4, 5), "1.d": Decimal(1)}
    assert fill_template(template, FORM, answers) == fill_template(template, FORM, answers)
