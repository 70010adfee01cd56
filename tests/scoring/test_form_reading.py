"""A form's data file is read whole: every slip of the pen is an issue with its path."""

from datetime import date
from decimal import Decimal

import pytest

from scoring.facts import Absent
from scoring.form_definitions import FormDefinition
from scoring.form_reading import parse_form
from scoring.forms import Choice, Kind, Measure, Operand, Relation, When
from scoring.issues import Code
from tests.scoring.builders import Found, places_and_codes, raw

HEAD = 'form: bieu-thu\nversion: "1"\ntitle: Biểu thử\n'
WHOLE = (
    HEAD
    + """\
in_force: {from: 2022-01-01, to: 2023-12-31}
periods: [Q2, Q4]
header: [Tỉnh ủy]
guide: [Ghi vào ô trắng.]
sheets:
  - code: A
    name: Biểu A
    title: Tiếp dân
    previous: figure
    columns:
      - {key: text, heading: Chỉ tiêu, width: 40}
      - {key: unit, heading: Đơn vị tính}
      - {key: figure, heading: Số liệu, kind: count, measure: flow}
      - {key: note, heading: Ghi chú, kind: text, longest: 200}
    rows:
      - {code: "I", text: Tiếp công dân, level: 0}
      - {code: "1", text: Lượt tiếp, unit: lượt, most: 100, absences: [KPS]}
      - {code: "2", text: Diện tích, unit: m², kind: number, places: 1, measure: stock, level: 2}
      - {code: "3", text: Ý kiến khác, asks: [note]}
  - code: B
    name: Biểu B
    periods: [Q4]
    columns:
      - {key: name, heading: Tên, kind: text, required: true}
      - key: way
        heading: Hình thức
        kind: choice
        choices: [{code: a, label: Một}, {code: b, label: Hai}]
      - {key: tick, heading: Niêm yết, kind: yes_no, required: false}
      - {key: day, heading: Ngày, kind: date, earliest: 2022-01-01, latest: 2022-12-31}
      - {key: votes, heading: Số phiếu, kind: count, measure: flow}
      - {key: share, heading: Tỷ lệ, kind: number, measure: none, most: 100}
    listing: {printed: 3, most: 20}
checks:
  - at: A.1.figure
    left: [A.1.figure]
    relation: ">="
    right: ["A.1.figure@previous", "tu-cham:don_tong", B.*.votes]
    message: Nhỏ hơn kỳ trước. Đề nghị kiểm tra.
    blocks: true
"""
)
SHEET = """\
sheets:
  - code: A
    name: Biểu A
    columns:
      - {key: text, heading: Chỉ tiêu}
      - {key: figure, heading: Số liệu, kind: count, measure: flow}
    rows:
      - {code: "1", text: Một}
      - {code: "2", text: Hai}
"""
ROWS = 'rows:\n      - {code: "1", text: Một}\n      - {code: "2", text: Hai}\n'
FIGURE = "{key: figure, heading: Số liệu, kind: count, measure: flow}"
CHECK = """\
checks:
  - {at: A.1.figure, left: [A.1.figure], relation: "<=", right: [A.2.figure], message: Đề nghị xem.}
"""


def definition(text: str = WHOLE) -> FormDefinition:
    found, issues = parse_form(raw(text))
    assert found is not None, places_and_codes(issues)
    return found


def found_in(text: str) -> Found:
    return places_and_codes(parse_form(raw(text))[1])


def test_a_whole_form_is_read_without_a_warning() -> None:
    assert found_in(WHOLE) == []
    form = definition()
    assert (form.code, form.version, form.title) == ("bieu-thu", "1", "Biểu thử")
    assert (form.in_force_from, form.in_force_to) == (date(2022, 1, 1), date(2023, 12, 31))
    assert form.periods == {"Q2", "Q4"}
    assert (form.header, form.guide) == (("Tỉnh ủy",), ("Ghi vào ô trắng.",))
    assert [(sheet.code, sheet.sheet.name) for sheet in form.sheets] == [
        ("A", "Biểu A"),
        ("B", "Biểu B"),
    ]
    assert [sorted(sheet.periods) for sheet in form.sheets] == [["Q2", "Q4"], ["Q4"]]


def test_the_column_of_codes_is_always_there() -> None:
    columns = definition().sheets[0].sheet.columns
    assert [(column.key, column.width, column.number) for column in columns] == [
        ("code", 6, False),
        ("text", 40, False),
        ("unit", 12, False),
        ("figure", 12, True),
        ("note", 12, False),
    ]


def test_what_a_row_says_holds_over_what_its_column_says() -> None:
    heading, counted, measured, noted = definition().sheets[0].sheet.rows
    assert (heading.fields, heading.level) == ((), 0)
    figure, note = counted.fields
    assert (figure.key, figure.kind, figure.measure) == ("A.1.figure", Kind.COUNT, Measure.FLOW)
    assert (figure.least, figure.most, figure.places) == (Decimal(0), Decimal(100), 0)
    assert figure.required and figure.absences == {Absent.NOT_ARISEN}
    assert (note.key, note.kind, note.longest, note.required) == (
        "A.1.note",
        Kind.TEXT,
        200,
        False,
    )
    figure, _ = measured.fields
    assert (figure.kind, figure.places, figure.measure) == (Kind.NUMBER, 1, Measure.STOCK)
    assert figure.absences == frozenset()
    assert [field.key for field in noted.fields] == ["A.3.note"]
    assert counted.text("unit") == "lượt"


def test_a_listing_asks_its_columns_of_each_row() -> None:
    listing = definition().sheets[1].sheet.listing
    assert listing is not None and (listing.key, listing.printed, listing.most) == ("B", 3, 20)
    name, way, tick, day, votes, share = listing.fields
    assert name.required and not tick.required and way.required
    assert way.choices == (Choice("a", "Một"), Choice("b", "Hai"))
    assert (day.earliest, day.latest) == (date(2022, 1, 1), date(2022, 12, 31))
    assert (votes.measure, share.measure, share.places) == (Measure.FLOW, None, 2)
    assert listing.row(2).fields[0].key == "B.2.name"


def test_a_check_sums_figures_of_other_forms_and_periods() -> None:
    (check,) = definition().checks
    assert (check.at, check.relation, check.blocks) == ("A.1.figure", Relation.AT_LEAST, True)
    assert check.left == Operand(("A.1.figure",))
    parts = [(part.keys, part.form, part.when) for part in check.right.parts()]
    assert sorted(parts) == [
        (("A.1.figure",), None, When.PREVIOUS),
        (("B.*.votes",), None, When.SAME),
        (("don_tong",), "tu-cham", When.SAME),
    ]


def test_a_document_form_has_no_sheets() -> None:
    form = definition(HEAD + "document: true\nperiods: [Y]\n")
    assert form.is_document and form.sheets == () and form.periods == {"Y"}
    assert (form.in_force_from, form.in_force_to) == (None, None)
    assert found_in(HEAD + "document: true\n" + SHEET) == [("sheets", Code.KEY_UNKNOWN)]


def test_a_form_is_quarterly_unless_it_says_otherwise() -> None:
    assert definition(HEAD + SHEET).periods == {"Q1", "Q2", "Q3", "Q4"}


@pytest.mark.parametrize(
    ("right", "wrong", "path", "code"),
    [
        ("form: bieu-thu", "form: tu-cham", "form", Code.FORM_CODE_TAKEN),
        ("form: bieu-thu", "form: Biểu thử", "form", Code.WRONG_TYPE),
        ("title: Biểu thử", "titel: Biểu thử", "title", Code.KEY_MISSING),
        ("title: Biểu thử\n", "title: Biểu thử\nperiods: []\n", "periods", Code.KEY_MISSING),
        ("title: Biểu thử\n", "title: x\nperiods: [Q5]\n", "periods[0]", Code.NOT_ONE_OF),
        (
            "title: Biểu thử\n",
            "title: x\nin_force: {from: 2023-01-01, to: 2022-01-01}\n",
            "in_force.to",
            Code.VALUE_OUTSIDE,
        ),
        ("code: A", "code: A.1", "sheets[0].code", Code.WRONG_TYPE),
        ("name: Biểu A", f"name: {'x' * 32}", "sheets[0].name", Code.WRONG_TYPE),
        ("name: Biểu A", "name: Quý I/II", "sheets[0].name", Code.WRONG_TYPE),
        ("name: Biểu A", "name: A\n    periods: []", "sheets[0].periods", Code.KEY_MISSING),
        ("name: Biểu A", "name: A\n    periods: [Y]", "sheets[0].periods[0]", Code.NOT_ONE_OF),
        ("name: Biểu A", "name: A\n    previous: note", "sheets[0].previous", Code.NOT_ONE_OF),
        ("key: figure", "key: Số", "sheets[0].columns[1].key", Code.WRONG_TYPE),
        ("key: figure", "key: previous", "sheets[0].columns[1].key", Code.CODE_TWICE),
        (
            "heading: Số liệu",
            "heading: chỉ  tiêu",
            "sheets[0].columns[1].heading",
            Code.CODE_TWICE,
        ),
        (
            "heading: Số liệu",
            "heading: Kỳ trước",
            "sheets[0].columns[1].heading",
            Code.CODE_TWICE,
        ),
        (
            "heading: Số liệu",
            "heading: Số liệu, width: 400",
            "sheets[0].columns[1].width",
            Code.VALUE_OUTSIDE,
        ),
        ("kind: count, ", "", "sheets[0].columns[1].kind", Code.KEY_MISSING),
        ("kind: count", "kind: money", "sheets[0].columns[1].kind", Code.NOT_ONE_OF),
        ("measure: flow", "measure: sum", "sheets[0].columns[1].measure", Code.NOT_ONE_OF),
        (
            FIGURE,
            "{key: figure, heading: Số liệu, kind: choice}",
            "sheets[0].columns[1].choices",
            Code.KEY_MISSING,
        ),
        (
            FIGURE,
            "{key: figure, heading: Y, kind: choice, choices: [{code: a, label: A}, "
            "{code: b, label: a}]}",
            "sheets[0].columns[1].choices[1].label",
            Code.CODE_TWICE,
        ),
        (
            FIGURE,
            "{key: day, heading: Y, kind: date, earliest: 2022-02-01, latest: 2022-01-01}",
            "sheets[0].columns[1].latest",
            Code.VALUE_OUTSIDE,
        ),
        (
            FIGURE,
            "{key: note, heading: Y, kind: text, measure: flow}",
            "sheets[0].columns[1].measure",
            Code.KEY_UNKNOWN,
        ),
        ('code: "2"', 'code: "1"', "sheets[0].rows[1].code", Code.CODE_TWICE),
        ('code: "2"', 'code: "a b"', "sheets[0].rows[1].code", Code.WRONG_TYPE),
        ("text: Hai", "text: Hai, level: 3", "sheets[0].rows[1].level", Code.VALUE_OUTSIDE),
        ("text: Hai", "text: Hai, asks: [x]", "sheets[0].rows[1].asks[0]", Code.NOT_ONE_OF),
        ("text: Hai", "text: Hai, most: -1", "sheets[0].rows[1].most", Code.VALUE_OUTSIDE),
        ("text: Hai", "text: Hai, color: 1", "sheets[0].rows[1].color", Code.KEY_UNKNOWN),
        (ROWS, "rows: []\n", "sheets[0].rows", Code.KEY_MISSING),
        (
            ROWS,
            "listing: {printed: 9, most: 5}\n",
            "sheets[0].listing.most",
            Code.VALUE_OUTSIDE,
        ),
        ("at: A.1.figure", "at: A.3.figure", "checks[0].at", Code.FIGURE_UNKNOWN),
        ("right: [A.2.figure]", "right: [A.2.figur]", "checks[0].right[0]", Code.FIGURE_UNKNOWN),
        ("right: [A.2.figure]", 'right: ["a b"]', "checks[0].right[0]", Code.FIGURE_UNKNOWN),
        ("right: [A.2.figure]", "right: []", "checks[0].right", Code.KEY_MISSING),
        ('relation: "<=", ', "", "checks[0].relation", Code.KEY_MISSING),
        ('relation: "<="', 'relation: "<"', "checks[0].relation", Code.NOT_ONE_OF),
        ("Đề nghị xem.", "Sai.", "checks[0].message", Code.MESSAGE_WITHOUT_REMEDY),
        (", measure: flow", "", "sheets[0].rows[0]", Code.FIGURE_WITHOUT_MEASURE),
        ("measure: flow", "measure: from_january", "sheets[0]", Code.JANUARY_WITHOUT_PERIOD),
        (
            FIGURE,
            ", ".join([FIGURE[:-1], "width: 90}\n      - {key: w, heading: W, kind: text"])
            + ", width: 90}\n      - {key: v, heading: V, kind: text, width: 90}",
            "sheets[0].columns",
            Code.SHEET_TOO_WIDE,
        ),
    ],
)
def test_each_slip_is_an_issue_at_its_path(right: str, wrong: str, path: str, code: Code) -> None:
    whole = HEAD + SHEET + CHECK
    assert right in whole
    assert (path, code) in found_in(whole.replace(right, wrong, 1))


def test_texts_are_not_compared() -> None:
    compared = WHOLE.replace("left: [A.1.figure]", "left: [A.1.note]")
    assert found_in(compared) == [("checks[0].left[0]", Code.FIGURE_NOT_COMPARABLE)]


def test_two_sheets_share_neither_code_nor_name() -> None:
    twice = HEAD + SHEET + SHEET.removeprefix("sheets:\n").replace("Biểu A", "BIỂU A")
    assert found_in(twice) == [
        ("sheets[1].code", Code.CODE_TWICE),
        ("sheets[1].name", Code.CODE_TWICE),
    ]


def test_a_listing_has_no_printed_rows() -> None:
    both = HEAD + SHEET + "    listing: {printed: 3}\n"
    assert ("sheets[0].rows", Code.KEY_UNKNOWN) in found_in(both)


def test_what_is_asked_once_a_year_may_count_from_january_alone() -> None:
    yearly = HEAD + SHEET.replace("measure: flow", "measure: from_january").replace(
        "name: Biểu A", "name: Biểu A\n    periods: [Q4]"
    )
    assert found_in(yearly) == []


def test_all_mistakes_are_reported_at_once() -> None:
    found = found_in(HEAD + SHEET.replace("kind: count", "kind: x").replace("text: Hai", "txt: y"))
    assert {code for _, code in found} >= {Code.NOT_ONE_OF, Code.KEY_UNKNOWN, Code.KEY_MISSING}


def test_what_is_no_form_at_all_is_said_too() -> None:
    assert found_in("[]")[0] == ("", Code.WRONG_TYPE)
