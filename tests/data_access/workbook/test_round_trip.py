"""What the template writes and a clerk fills in, the parser reads."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache, partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_access.form_files import form_from_text
from data_access.workbook.filling import fill_template
from data_access.workbook.parsing import parse_return, read_mark
from data_access.workbook.reading import read_book
from data_access.workbook.template import layout, write_template
from sample_data import catalogue, tables
from scoring.facts import Absent
from scoring.form_definitions import made_out
from scoring.forms import Choice, Column, Field, Form, FormSheet, Kind, Listing, Mark, Row
from scoring.periods import Period
from scoring.progress import progress_form
from scoring.returns import Answer
from scoring.self_score import self_score_form
from scoring.units import Unit
from tests.data_access.workbook import several_sheets
from tests.data_access.workbook.printed_form import FORM
from tests.data_access.workbook.random_answers import answers_to, texts

FORMS = Path(__file__).parents[3] / "sample_data" / "forms"
LABELS = ("Xong", "Đang làm", "Chưa làm, chưa có kế hoạch", "=Khác", "Hòa giải")
CHOICES = tuple(Choice(f"c{number}", label) for number, label in enumerate(LABELS))
COLUMNS = (
    Column("code", "Mã", 6),
    Column("text", "Nội dung", 50),
    Column("figure", "Số liệu", 12, number=True),
    Column("note", "Ghi chú", 30),
)
ABSENCES = st.frozensets(st.sampled_from((Absent.NOT_ARISEN, Absent.NOT_APPLICABLE)))
PATIENT = settings(deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def random_forms(draw: st.DrawFn) -> Form:
    pages = [draw(random_sheets(f"S{number}")) for number in range(draw(st.integers(1, 3)))]
    mark = Mark("bieu", "1", "07294", Period(2022))
    return Form(mark, draw(texts), tuple(pages), header=("TỈNH ỦY",), guide=("Ghi đủ.",))


@st.composite
def random_sheets(draw: st.DrawFn, key: str) -> FormSheet:
    # Programs differ in what they take of other letters in a tab.
    name, title = f"Biểu {key}", draw(texts)
    if draw(st.booleans()):
        fields = [draw(random_fields(column, column)) for column in ("text", "figure", "note")]
        # One cell of each line is filled in.
        fields[0] = replace(fields[0], required=True, absences=frozenset())
        listing = Listing(key, tuple(fields), printed=draw(st.integers(1, 4)))
        return FormSheet(name, COLUMNS, listing=listing, title=title)
    rows = []
    for number in range(draw(st.integers(1, 5))):
        asked = sorted(draw(st.sets(st.sampled_from(("figure", "note")))))
        fields = [draw(random_fields(f"{key}.{number}.{column}", column)) for column in asked]
        printed = (("text", draw(texts)),)
        rows.append(Row(f"{number}.1", printed, tuple(fields), draw(st.integers(0, 2))))
    return FormSheet(name, COLUMNS, tuple(rows), title=title)


@st.composite
def random_fields(draw: st.DrawFn, key: str, column: str) -> Field:
    kind, required = draw(st.sampled_from(Kind)), draw(st.booleans())
    return Field(key, column, kind, required, absences=draw(ABSENCES), choices=CHOICES)


@settings(PATIENT, max_examples=60)
@given(st.data())
def test_what_the_template_writes_the_parser_reads(data: st.DataObject) -> None:
    form = data.draw(random_forms())
    assert_read_back(form, data.draw(answers_to(form)))


def assert_read_back(form: Form, answers: dict[str, Answer]) -> None:
    book, _ = read_book("bieu.xlsx", fill_template(template(form), form, answers))
    returned, issues = parse_return(book, form)
    assert issues == () and read_mark(book) == (form.mark, ())
    assert {entry.key: entry.answer for entry in returned.entries} == answers
    places = {entry.key: (entry.sheet, entry.cell) for entry in returned.entries}
    assert all(places[key] == place for key, place in layout(form).items() if key in places)


@cache
def template(form: Form) -> bytes:
    return write_template(form)


def self_score(quarter: int) -> Form:
    return self_score_form(tables.criteria(), district(), Period(2022, quarter))


def progress() -> Form:
    return progress_form(tables.programme(), district(), Period(2022, 3))


def district() -> Unit:
    return next(unit for unit in catalogue.units() if tables.criteria().ranks(unit.kind))


def from_file(name: str) -> Form:
    definition, _ = form_from_text((FORMS / name).read_text(encoding="utf-8"))
    mark = max(definition.periods)
    period = Period(2022, int(mark[1:])) if mark.startswith("Q") else Period(2022)
    return made_out(definition, district(), period, {"VII.1.in_period": "12"})


def spreadsheets() -> list[str]:
    """Forms that are signed documents have no sheets."""
    names = sorted(path.name for path in FORMS.glob("*.yaml"))
    return [name for name in names if from_file(name).sheets]


EVERY_FORM = {
    "self-score": partial(self_score, 4),
    "progress": progress,
    "printed": lambda: FORM,
    "several sheets": lambda: several_sheets.FORM,
    **{
        path.stem: (lambda name=path.name: from_file(name)) for path in sorted(FORMS.glob("*.yaml"))
    },
}


@pytest.mark.parametrize("name", EVERY_FORM)
def test_every_form_is_read_back(name: str) -> None:
    # What is claimed at random breaks the checks; they are tested where they are.
    form = replace(EVERY_FORM[name](), checks=())

    @settings(PATIENT, max_examples=5)
    @given(answers_to(form))
    def reads_back(answers: dict[str, Answer]) -> None:
        assert_read_back(form, answers)

    reads_back()


def test_filling_gives_the_same_bytes() -> None:
    answers = {"claim.1": Decimal("4.5"), "1.f": date(2022, 4, 5), "1.d": Decimal(1)}
    first, second = (fill_template(template(FORM), FORM, answers) for _ in range(2))
    assert first == second
