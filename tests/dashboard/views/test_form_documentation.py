"""A form in words."""

from dashboard.views.form_documentation import FormDocumentation, form_documentation
from data_access.form_files import form_from_text

FORM = """\
form: bieu-thu
version: "3"
title: Biểu thử
in_force: {from: 2022-01-01, to: 2022-12-31}
periods: [Y, Q4, Q2]
guide: [Ghi vào ô trắng.]
sheets:
  - code: A
    name: Biểu A
    columns:
      - {key: text, heading: Chỉ tiêu}
      - {key: unit, heading: Đơn vị}
      - key: figure
        heading: Số liệu
        kind: number
        places: 1
        measure: stock
        least: 1
        most: 1000
      - key: way
        heading: Cách
        kind: choice
        choices: [{code: a, label: Một}, {code: b, label: Hai}]
      - {key: note, heading: Ghi chú, kind: text}
    rows: [{code: "1", text: Diện tích, unit: m², absences: [KAD, KPS]}]
checks:
  - {at: A.1.figure, left: [A.1.figure], relation: ">=", right: [A.1.figure], message: Đề nghị xem.}
"""


def documentation() -> FormDocumentation:
    definition, issues = form_from_text(FORM)
    assert definition is not None and issues == ()
    return form_documentation(definition)


def test_the_head_says_when_it_holds() -> None:
    assert documentation().about == (
        ("Mã biểu", "bieu-thu"),
        ("Phiên bản", "3"),
        ("Hiệu lực", "từ 01/01/2022 đến hết 31/12/2022"),
        ("Kỳ báo cáo", "quý II, quý IV, năm"),
        ("Hình thức", "bảng tính"),
    )


def test_each_cell_says_its_kind_its_limits_and_how_it_is_added_up() -> None:
    (sheet,) = documentation().sheets
    figure, way, note = sheet.lines
    assert (figure.key, figure.row, figure.heading) == ("A.1.figure", "1", "Số liệu")
    assert figure.text == "Diện tích (m²)"
    assert figure.kind == "số; 1 chữ số thập phân; từ 1; tối đa 1.000; nhận KAD, KPS"
    assert figure.measure.startswith("số dư cuối kỳ")
    assert (way.kind, way.measure) == ("chọn trong danh sách; Một / Hai", "")
    assert note.kind == "chữ; không bắt buộc"


def test_its_checks_are_said_as_they_will_be() -> None:
    (check,) = documentation().checks
    assert (check.at, check.message, check.blocks) == ("A.1.figure", "Đề nghị xem.", False)
