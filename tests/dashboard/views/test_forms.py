from datetime import date

from dashboard.views.forms import checked, form_page, forms
from data_access.form_files import form_from_text
from data_access.queries.forms import FormHead
from tests.dashboard.views.standings_by_hand import SCENE

TEXT = """\
form: nho
version: "2"
title: Biểu nhỏ
in_force: {from: 2023-01-01}
periods: [Q1, Q2]
sheets:
  - code: I
    name: Biểu I
    columns:
      - {key: text, heading: Nội dung, width: 40}
      - {key: in_period, heading: Trong kỳ, width: 10, kind: count, measure: flow}
    rows:
      - {code: "1", text: Số vụ}
"""


def test_versions_are_listed_with_their_days() -> None:
    head = FormHead("nho", "2", "Biểu nhỏ", False, date(2023, 1, 1), None)
    view = forms((head,), SCENE)
    assert view.table is not None
    assert [cell.text for cell in view.table.rows[0].cells] == [
        "Biểu nhỏ",
        "2",
        "từ 01/01/2023",
        "Bảng tính",
    ]
    assert forms((), SCENE).said


def test_a_sound_file_is_documented_before_it_is_brought_in() -> None:
    definition, issues = form_from_text(TEXT)
    view = checked(definition, issues)
    assert "“Biểu nhỏ”, phiên bản 2" in view.done, issues
    assert view.tables[0].rows[1].cells[0].text == "Trong kỳ"
    assert definition is not None
    assert form_page(definition, SCENE, None).files == ()


def test_a_wrong_file_shows_where_and_cannot_be_brought_in() -> None:
    view = checked(*form_from_text(TEXT.replace("kind: count", "kind: cuont")))
    assert not view.done
    assert view.issues is not None
    assert view.issues.rows[0].cells[0].text.startswith("sheets[")
