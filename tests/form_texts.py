"""A small form, and a programme that asks for it, for the province of tests/builders.py."""

from tests.builders import PROGRAMME

VISITS = """\
form: tiep-dan
version: "1"
title: Biểu tiếp công dân
in_force: {from: 2022-01-01}
sheets:
  - code: T
    name: Tiếp dân
    previous: to_date
    columns:
      - {key: text, heading: Chỉ tiêu, width: 40}
      - {key: in_period, heading: Trong kỳ, kind: count, measure: flow, absences: [KPS]}
      - {key: to_date, heading: Lũy kế, kind: count, measure: from_january}
    rows:
      - {code: "1", text: Số lượt tiếp}
  - code: D
    name: Đối thoại
    columns:
      - {key: place, heading: Nơi đối thoại, kind: text, required: true}
      - {key: people, heading: Số người dự, kind: count, measure: flow}
      - {key: spoke, heading: Số người phát biểu, kind: count, required: false, measure: flow}
    listing: {printed: 3, most: 10}
checks:
  - at: T.1.to_date
    left: [T.1.to_date]
    relation: "="
    right: [T.1.in_period, "T.1.to_date@previous"]
    message: Lũy kế khác quý trước cộng trong kỳ. Đề nghị đối chiếu.
  - at: D.*.spoke
    left: [D.*.spoke]
    relation: "<="
    right: [D.*.people]
    message: Số người phát biểu nhiều hơn số người dự. Đề nghị kiểm tra.
    blocks: true
"""
PLAN = 'form: ke-hoach\nversion: "1"\ntitle: Kế hoạch năm\ndocument: true\nperiods: [Y]\n'
ASKING = (
    PROGRAMME
    + """\
  - form: tiep-dan
    title: Biểu tiếp công dân
    debtors: {kinds: [ban-chi-dao-huyen]}
    due_days_after: 10
  - form: ke-hoach
    title: Kế hoạch năm
    debtors: {kinds: [ban-chi-dao-huyen]}
    periods: [Y]
    due_on: {Y: 2022-04-05}
"""
)
